"""Strings like those that people write: with another journal, with slips of the keyboard."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from training.labels import Span

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def renamed(
    raw: str, spans: Sequence[Span], journals: Sequence[Sequence[str]], rng: random.Random
) -> tuple[str, list[Span]] | None:
    """The string with another journal, in full or abbreviated; nothing where it has none, or two."""
    places = [(start, end) for label, start, end in spans if label == "journal"]
    if len(places) != 1:
        return None
    start, end = places[0]
    old, forms = raw[start:end], rng.choice(journals)
    new = rng.choice(forms)
    if new != forms[0] and " " in new and rng.random() < 0.25:
        new = re.sub(r"(?<=\w)(?= |$)", ".", new.replace(".", ""))
    elif "." not in old.rstrip("."):
        new = new.replace(".", "")
    if old.isupper() and len(old) > 8:
        new = new.upper()
    longer = len(new) - len(old)
    moved = [(label, at + longer * (at >= end), to + longer * (to >= end)) for label, at, to in spans]
    return raw[:start] + new + raw[end:], moved


def misspelt(raw: str, spans: Sequence[Span], rate: float, rng: random.Random) -> tuple[str, list[Span]]:
    """The string with small letters mistyped, and blanks and dots lost, each at the rate."""
    pieces = list(raw)
    for at, char in enumerate(raw):
        if rng.random() < rate and (char.islower() or char in " ."):
            slip = rng.choice(("other", "lost", "double", "turned")) if char.islower() else "lost"
            if slip == "turned":
                pieces[at : at + 2] = reversed(pieces[at : at + 2])
            else:
                pieces[at] = {"other": rng.choice(_LETTERS.replace(char, "")), "lost": "", "double": 2 * char}[slip]
    places = [0]
    for piece in pieces:
        places.append(places[-1] + len(piece))
    return "".join(pieces), [(label, places[start], places[end]) for label, start, end in spans]
