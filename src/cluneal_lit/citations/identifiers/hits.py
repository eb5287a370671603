"""Identifiers in a running text: what is found, and how the finders look for it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import accumulate

from msgspec import Struct

from cluneal_lit import identifiers
from cluneal_lit.folding import one_line

_NAMES = {
    **{"pmid": "PMID", "pmcid": "PMCID", "doi": "DOI", "shortdoi": "DOI", "arxiv": "arXiv", "isbn": "ISBN"},
    "nct": "trial",
}
_STEMS = ("pubmed", "pub med", "pmc", "doi", "/articles/", "#")  # cues that others hold
COLON = ":\uff1a"  # also the wide one of Chinese and Japanese text
# A PMID with one or two letters in the place of digits, or beside them: `2166394x`, `2O656806`.
MISTYPED = r"(?=(?:[A-Za-z]?\d){5})(?=\d*[A-Za-z](?:\d*[A-Za-z])?\d*(?!\w))\w{6,10}"
# A cue stands so near before the digits that it announces, or behind those of a reference and with none of its own.
_BEFORE, _BEHIND = 64, 24
_DIGITS = bytes.maketrans(b"123456789@|\t", b"0" * 12)
_PROSE = re.compile(rb"0[^0]{%d,}" % (_BEFORE + _BEHIND))


class Hit(Struct, frozen=True):
    """An identifier that stands in a text from `start` to `end`, with its label or address.

    `value` is its normal form; empty for what looks like an identifier of that kind and is none (`form` is then
    `malformed`) and for a citation key that holds no identifier. `written`: the identifier as the target of a link
    holds it, where the text of the link, from `start` to `end`, does not.
    """

    kind: str
    value: str
    start: int
    end: int
    form: str
    confidence: float = 1.0
    written: str = ""


class Text:
    """A text, and in lower case those stretches of it in which literal cues are sought: what stands near a digit.

    Every identifier holds a digit or stands behind `@`, and the heads of a table's columns stand between bars or tabs.
    Prose, which is most of a document, holds none of them and is passed over.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        each = text.encode("latin-1", "replace")  # a byte for a character: lower case and search are then fast
        self._begins, ends = _stretches(each.translate(_DIGITS))
        pieces = [each[begin:end] for begin, end in zip(self._begins, ends, strict=True)]
        self._lower = b"\n".join(pieces).lower()
        self._places = list(accumulate((len(piece) + 1 for piece in pieces), initial=0))
        self._known: dict[str, list[int]] = {}

    def positions(self, *cues: str) -> list[int]:
        """Where one of the cues (in lower case, of ASCII) stands; each cue in turn."""
        found: list[int] = []
        for cue in cues:
            places = self._known.get(cue)
            if places is None:
                places = self._known[cue] = self._sought(*_literal(cue))
            if places:
                found += places
        return found

    def _sought(self, cue: str, stem: str, literal: bytes) -> list[int]:
        if stem:
            return self._around(cue, stem)
        return self._positions(literal) if literal in self._lower else []

    def _around(self, cue: str, stem: str) -> list[int]:
        """Where a cue stands that holds another one, which is known already."""
        found: list[int] = []
        for at in self.positions(stem):
            start = at - cue.index(stem)
            if start >= 0 and self.text[start : start + len(cue)].lower() == cue:
                found.append(start)
        return found

    def matches(self, pattern: re.Pattern[bytes]) -> Iterator[int]:
        """Where an expression that begins with a literal matches the lower case."""
        return (self._position(match.start()) for match in pattern.finditer(self._lower))

    def _positions(self, cue: bytes) -> list[int]:
        found: list[int] = []
        at = self._lower.find(cue)
        while at >= 0:
            found.append(self._position(at))
            at = self._lower.find(cue, at + len(cue))
        return found

    def _position(self, at: int) -> int:
        stretch = bisect_right(self._places, at) - 1
        return self._begins[stretch] + at - self._places[stretch]


@cache
def _literal(cue: str) -> tuple[str, str, bytes]:
    """A cue, the other one that it holds, empty where it holds none, and what is sought in the text."""
    return cue, next((stem for stem in _STEMS if stem in cue and stem != cue), ""), cue.encode()


def malformed(text: str, hits: Iterable[Hit]) -> tuple[str, ...]:
    """What looks like an identifier among hits and is none, as written; with the name of its kind where that does not
    show, as below the head of a column."""
    odd = [(hit.kind, one_line(hit.written or text[hit.start : hit.end])) for hit in hits if _is_odd(hit)]
    return tuple(raw if _NAMES[kind] in identifiers.fault(raw)[0] else f"{_NAMES[kind]} {raw}" for kind, raw in odd)


def _is_odd(hit: Hit) -> bool:
    return not hit.value and hit.kind != "key"


def _stretches(marked: bytes) -> tuple[list[int], list[int]]:
    """Where what stands near a digit begins, and where each of it ends; `marked` has 0 for every digit."""
    first = marked.find(b"0")
    if first < 0:
        return [], []
    prose = [stretch.span() for stretch in _PROSE.finditer(marked, first)]
    begins = [max(0, first - _BEFORE), *(end - _BEFORE for _, end in prose)]
    return begins, [*(start + 1 + _BEHIND for start, _ in prose), len(marked)]


def word_before(text: str, at: int) -> bool:
    """Whether a letter, digit or underscore stands directly before the offset."""
    return at > 0 and (text[at - 1].isalnum() or text[at - 1] == "_")


_GLUED = re.compile(r"(?i:pmc?id)|PMC\d{6,8}(?!\w)")


def label_begins(text: str, at: int) -> bool:
    """Whether a label may begin at the offset: it is no part of a word, but may be glued to a DOI or page before it."""
    return not word_before(text, at) or (text[at - 1].isdigit() and bool(_GLUED.match(text, at)))


_IN_URL = re.compile("[^ \\t\\n\"'<>\\[\\]|\u00a0]*")
_LONGEST_URL = 500
_SCHEMES = ("https://", "http://", "www.", "dx.doi.org/", "doi.org/")


def url_start(text: str, at: int) -> int:
    """Where the web address begins that runs up to the offset; -1 where there is none."""
    least = max(0, at - _LONGEST_URL)
    before = text[max(least, text.rfind(" ", least, at) + 1) : at][::-1]
    match = _IN_URL.match(before)
    start = at - (match.end() if match else 0)
    if (glued := text.rfind("http", start + 1, at)) > 0 and text[glued - 1].isalnum() and "://" in text[glued:at]:
        start = glued  # to an address before it
    for scheme in _SCHEMES if start < at else ():
        found = text.find(scheme, start, at)
        if found >= 0 and not (found > start and text[found - 1].isalnum()):
            return found
    return -1
