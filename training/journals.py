"""Names of journals from the public lists, in full and abbreviated."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from cluneal_lit.citations.strings import phrases
from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.tokens import tokens

LISTS = ("entrez", "medicus", "lifescience", "ubc", "general", "acs")
_BRACKETED = re.compile(r"\s*\(.*?\)|\s*[:=].*$")
_PLACE = re.compile(r"\s*\([^()]*\)$")
_SPELT = {("u", "s", "a"): ("usa",), ("u", "k"): ("uk",), ("n", "y"): ("ny",)}
_LONGEST = 90


def names(folder: Path) -> list[list[str]]:
    """The names of each journal, the full one first, without the place in brackets behind them."""
    rows: list[list[str]] = []
    for name in LISTS:
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            rows += [[_PLACE.sub("", form) for form in row[:2] if form] for row in csv.reader(lines)]
    return [row for row in rows if row and len(row[0]) < _LONGEST and not re.search(r"[=;:]", row[0])]


def hashed(folder: Path) -> phrases.Phrases:
    """All names of the lists as hashes: as they are, without brackets and subtitle, without `The`, `U S A` as `USA`."""
    found: set[tuple[str, ...]] = set()
    for name in LISTS:
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            for row in csv.reader(lines):
                found.update(form for written in row[:2] for form in _forms(written))
    return phrases.listed(sorted(found))


def _forms(written: str) -> Iterator[tuple[str, ...]]:
    whole, bare = _words(written), _words(_BRACKETED.sub("", written))
    if len(whole) > 1 or (whole and len(whole[0]) > 3):
        yield whole
    if len(bare) > 1:
        yield bare
        for spelt, short in _SPELT.items():
            if bare[-len(spelt) :] == spelt:
                yield (*bare[: -len(spelt)], *short)
    if len(bare) > 2 and bare[0] == "the":
        yield bare[1:]


def _words(text: str) -> tuple[str, ...]:
    return tuple(word(one) for one in tokens(text).texts if one[0].isalpha())
