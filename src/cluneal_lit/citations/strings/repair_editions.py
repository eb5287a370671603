"""Editions: their number, and what stands behind it."""

from __future__ import annotations

from collections.abc import Sequence

from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

EDITION = frozenset("ed edn edition auflage aufl edicao edicion edizione".split())
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth revised".split())
_BEHIND_NUMBER = frozenset(("st", "nd", "rd", "th", "a", "ª", "º", "°", "e", "."))
_TITLES = frozenset(("title", "booktitle"))
# How an edition differs from the one before: `2. ed. rev. e ampl.`, `5., überarb. Aufl.`
_CHANGED = frozenset(
    "rev revised revista ampl ampliada enlarged expanded atual atualizada aum aumentada corr corrigida updated reimpr"
    " uberarb uberarbeitete erw erweiterte aktualisierte e and und y".split()
)

_LONGEST = 9  # tokens between a number and the word for an edition


@rule(some=("editor", "publisher", "location"), words=_CHANGED)
def without_changes(found: Tokens, segments: Segments) -> Segments:
    """Words that say how an edition was changed are nobody, and published nothing."""
    return [
        one for one in segments if one.label not in ("editor", "publisher", "location") or not _is_change(found, one)
    ]


def _is_change(found: Tokens, one: Segment) -> bool:
    words = [word(text) for text in found.texts[one.start : one.end] if text[0].isalpha()]
    return bool(words) and _CHANGED.issuperset(words)


@rule(has=("editor",), words=("ed",))
def place_behind_edition(found: Tokens, segments: Segments) -> Segments:
    """What stands between `3rd ed.` and the colon before a publisher is its place and edited nothing."""
    mended: Segments = []
    for one in segments:
        edition = [word(text) for text in found.texts[max(0, one.start - 2) : one.start]] == ["ed", "."]
        behind = found.texts[one.end : one.end + 4]  # perhaps with its state in brackets
        placed = one.label == "editor" and edition and (behind[:1] == [":"] or behind[2:] == [")", ":"])
        mended.append(Segment("location", one.start, one.end) if placed else one)
    return mended


@rule(words=EDITION)
def edition(found: Tokens, segments: Segments) -> Segments:
    """The number before `ed.` is that of an edition, and a title or book ends before it: `Gray's anatomy. 41st ed.`"""
    number, end = _edition(found.texts)
    if not end or any(one.start <= number < one.end and end < one.end for one in segments):
        return segments
    mended = [_before(found, one, number) if one.label in _TITLES else one for one in segments]
    if any(one.start <= number < one.end for one in mended):
        return segments
    return [*mended, Segment("edition", number, number + 1)]


def _edition(texts: Sequence[str]) -> tuple[int, int]:
    """Where the number of an edition stands, and the end of the mark behind its word; 0 and 0 for nowhere."""
    if EDITION.isdisjoint(map(word, texts)):
        return 0, 0
    for at in range(2, len(texts)):
        if word(texts[at]) in EDITION:
            number = _number(texts, at)
            if number:
                return number, at + 1 + (texts[at + 1 : at + 2] == ["."])
    return 0, 0


def _number(texts: Sequence[str], edition: int) -> int:
    """Where the number before the word for an edition stands, perhaps with words for its changes; 0 without one."""
    for between in (_BEHIND_NUMBER, _BEHIND_NUMBER | _CHANGED | {","}):
        at = edition - 1
        while at > max(1, edition - _LONGEST) and (texts[at].lower() in between or word(texts[at]) in between):
            at -= 1
        if (texts[at].isdigit() and len(texts[at]) < 3) or word(texts[at]) in _ORDINALS:
            return at
    return 0


def _before(found: Tokens, one: Segment, number: int) -> Segment:
    """A title without the edition in it, and the marks before that."""
    if not one.start + 1 < number < one.end:
        return one
    end = number
    while end > one.start + 1 and found.texts[end - 1] in ",.;:([":
        end -= 1
    return Segment(one.label, one.start, end)
