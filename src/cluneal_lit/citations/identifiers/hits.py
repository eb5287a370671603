"""Identifiers in a running text: what is found, and how the finders look for it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from itertools import accumulate

from msgspec import Struct

from cluneal_lit import identifiers
from cluneal_lit.folding import one_line

_NAMES = {
    **{"pmid": "PMID", "pmcid": "PMCID", "doi": "DOI", "shortdoi": "DOI", "arxiv": "arXiv", "isbn": "ISBN"},
    "nct": "trial",
}
# Cues that begin alike, or hold the same, are sought in one pass: `re` looks for a first letter as fast as for a word.
_TOGETHER = (
    re.compile(rb"p(?:ub ?med|mc|mid|m:)"),
    re.compile(rb"doi"),
    re.compile(rb"10[./]"),
    re.compile(rb"/(?:med|articles|early|papers|content|journals)(?=/)"),
    re.compile(rb"xiv"),
    re.compile(rb"#"),
)
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
        self._stems: dict[int, dict[bytes, list[int]]] = {}

    def positions(self, *cues: str) -> list[int]:
        """Where one of the cues (in lower case, of ASCII) stands; each cue in turn."""
        found: list[int] = []
        for cue in cues:
            places = self._known.get(cue)
            if places is None:
                places = self._known[cue] = self._positions(cue)
            found += places
        return found

    def matches(self, pattern: re.Pattern[bytes]) -> list[int]:
        """Where an expression that begins with a literal matches the lower case."""
        return self._placed([match.start() for match in pattern.finditer(self._lower)])

    def _positions(self, cue: str) -> list[int]:
        group, stem, before = _stem(cue)
        if group < 0:
            return self.matches(re.compile(re.escape(stem))) if stem in self._lower else []
        if group not in self._stems:
            self._stems[group] = self._together(_TOGETHER[group])
        places = self._stems[group].get(stem, [])
        if not places or len(stem) == len(cue):
            return places
        length, text = len(cue), self.text
        starts = [at - before for at in places if at >= before]
        return [start for start in starts if text[start : start + length].lower() == cue]

    def _together(self, pattern: re.Pattern[bytes]) -> dict[bytes, list[int]]:
        """Where each of the stems stands that an expression is made of."""
        found: dict[bytes, list[int]] = {}
        for match in pattern.finditer(self._lower):
            found.setdefault(match[0], []).append(match.start())
        return {stem: self._placed(places) for stem, places in found.items()}

    def _placed(self, places: list[int]) -> list[int]:
        """Where in the text the places of the stretches in lower case stand."""
        begins, starts = self._begins, self._places
        return [begins[(stretch := bisect_right(starts, at) - 1)] + at - starts[stretch] for at in places]


@cache
def _stem(cue: str) -> tuple[int, bytes, int]:
    """The group of cues with which a cue is sought, what is found of it, and how much of it stands before that; the
    group is -1 for one that is sought alone."""
    for group, pattern in enumerate(_TOGETHER):
        if match := pattern.search(cue.encode()):
            return group, match[0], match.start()
    return -1, cue.encode(), 0


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
    if start == at or not ("/" in (run := text[start:at]) or "." in run):
        return -1
    if (glued := text.rfind("http", start + 1, at)) > 0 and text[glued - 1].isalnum() and "://" in text[glued:at]:
        start = glued  # to an address before it
    for scheme in _SCHEMES:
        found = text.find(scheme, start, at)
        if found >= 0 and not (found > start and text[found - 1].isalnum()):
            return found
    return -1
