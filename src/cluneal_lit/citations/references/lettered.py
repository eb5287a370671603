"""Labels of entries that are no numbers, and where the text names them: letters and a year, `[KL12]`, as BibTeX's alpha
and the standards of the Internet have them; and those that count, `[a]`, `(S1)`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Protocol

from cluneal_lit.citations.references import ordinal
from cluneal_lit.citations.references.authors import UPPER
from cluneal_lit.citations.text.anchored import Lead
from cluneal_lit.late import late
from cluneal_lit.model import Span

# `[KL12]`, `[LP+13a]`, `[RFC2119]`, and with blanks `[Kim and Lee, 2012]`, which is a marker as name and year are.
_NAME = rf"[{UPPER}][^\[\]\n]{{0,60}}?\d{{2,5}}[a-h]?"
LABEL = rf"\\?\[{_NAME}\\?\]"
PANDOCS_TEXT = r'</span>\s?<span\s+class="csl-right-inline">'  # what Pandoc writes behind a label into Markdown
_BRACKET = late(rf"\[(?=[{UPPER}])[^\[\]\n]{{2,200}}\]")
_MADE = late(rf"[{UPPER}][^\W\d_]{{1,5}}\+?[0-25-9]\d[a-h]?")  # of authors and the year, by BibTeX
_FEWEST = 3
_PART = re.compile(r"[^\s,;\[\]\\]+")
LONGEST = 120  # of a label, with what parts it from its entry
_COUNTED = late(
    r"(?:(?P<square>\\?\[)|\()(?P<all>(?:(?i:see(?: also)?|e\.g\.,?|cf\.|refs?\.|references?)\s)?"
    rf"(?:{ordinal.WRITTEN})(?:\s?[,;–—-]\s?(?:{ordinal.WRITTEN}|\d{{1,3}}))*)\\?[\])]"
)
_EACH = late(r"(?P<to>[–—-])?\s?(?P<name>[A-Za-z]*\d*)\s?(?:[,;]\s?|$)?")
_CUE = re.compile(r"(?i:(?:see(?: also)?|e\.g\.,?|cf\.|refs?\.|references?)\s)?")
_ENDS = re.compile(r"\s?(?:[.,;:)?!]|\n|\Z)")
_RAISED_AT = late(r"(?:[^\W\d_]{2}|[.,;:)!?”’])\s?$")
_SIGNS = re.compile(r"</?sup>|[\^\s]")
_PREFIXED = re.compile(ordinal.PREFIXED)


class Labelled(Protocol):
    """An entry of a list, and the label before it that is no number."""

    @property
    def start(self) -> int: ...
    @property
    def label(self) -> str: ...


def begin(text: str, entry: Labelled) -> int:
    """Where the label of an entry begins, with its bracket; the entry's own beginning where it has none."""
    at = text.rfind(entry.label, max(0, entry.start - LONGEST), entry.start) if entry.label else -1
    if at < 0:
        return entry.start
    at -= text[at - 1 : at] in ("[", "(")
    return at - text.startswith("\\", at - 1) if at else at


def leads(text: str, listed: Sequence[Labelled], spans: Iterable[Span]) -> Iterator[Lead]:
    """Where names in brackets lead to the entries with these labels; labels that count also in raised letters, and in
    round brackets where the list has these."""
    named = [entry for entry in listed if entry.label]
    labels = {entry.label: entry.start for entry in named}
    own = {begin(text, entry) for entry in named}
    for bracket in _BRACKET.finditer(text) if labels else ():
        found = [part for part in _PART.finditer(text, bracket.start() + 1, bracket.end() - 1) if part[0] in labels]
        if bracket.start() in own or not found or _COUNTED.match(text, bracket.start()):
            continue
        ends = [part.end() for part in found[:-1]] + [bracket.end() - text.startswith("\\", bracket.end() - 2) - 1]
        for part, end in zip(found, ends, strict=True):
            yield Lead(part.start(), end, None, labels[part[0]], labels[part[0]])
    yield from _counted(text, named, own, spans) if named else ()


def _counted(text: str, named: Sequence[Labelled], own: Collection[int], spans: Iterable[Span]) -> Iterator[Lead]:
    """The leads of labels that count. A letter or numeral alone, `[a]`, may be a word that somebody put in: it is one
    where a clause ends behind it or several stand so."""
    starts: defaultdict[str, list[int]] = defaultdict(list)
    for entry in named:
        starts[entry.label].append(entry.start)
    round_ = any(text.startswith("(", at) for at in own)
    found: list[tuple[int, int, Sequence[str], bool]] = []
    for match in _COUNTED.finditer(text):
        labels = _labels(match["all"], starts)
        ends = bool(_ENDS.match(text, match.end()))
        if match.start() not in own and labels and starts.keys() >= set(labels):
            sure = any(map(str.isdigit, match["all"])) or ends
            if match["square"] or (round_ and sure):
                found.append((*match.span("all"), labels, sure))
    for span in spans:
        if any(span.start <= at < span.end for at in own):
            continue
        labels = _labels(_SIGNS.sub("", text[span.start : span.end]), starts) if span.kind == "superscript" else ()
        if labels and starts.keys() >= set(labels) and _RAISED_AT.search(text, max(0, span.start - 4), span.start):
            found.append((span.start, span.end, labels, False))
    several = len({label for one in found for label in one[2]}) > 1
    for start, end, labels, sure in found:
        for label in labels if sure or several else ():
            behind = bisect_left(starts[label], start)
            first = starts[label][min(behind, len(starts[label]) - 1)]
            yield Lead(start, end, None, first, first)


def _labels(written: str, among: Collection[str]) -> Sequence[str]:
    """The labels of a list of them, ranges written out: `S1–S3, S5`; none where it is no such list."""
    found: list[str] = []
    rest = _CUE.sub("", written, count=1)
    at = 0
    while at < len(rest):
        part = _EACH.match(rest, at)
        if not part or not part["name"] or part.end() == at:
            return ()
        name, at = part["name"], part.end()
        if found and name.isdigit():
            name = found[-1].rstrip("0123456789") + name
        found += ordinal.between(found[-1], name, among) if part["to"] and found else []
        found.append(name)
    return found


def unknown(text: str, listed: Sequence[Labelled], plain: str) -> Iterator[tuple[int, int, list[str]]]:
    """The brackets of the text without its entries, `plain`, that hold only names as the list has, none of it."""
    names = {entry.label for entry in listed if entry.label}
    made = sum(bool(_MADE.fullmatch(name)) for name in names) >= _FEWEST
    letters = {name.rstrip("0123456789") for name in names if _PREFIXED.fullmatch(name)}
    for bracket in _BRACKET.finditer(plain) if made or letters else ():
        parts = re.split(r"[,;]\s?", bracket[0][1:-1])
        like = all(_PREFIXED.fullmatch(part) and part.rstrip("0123456789") in letters for part in parts)
        if (like or (made and all(map(_MADE.fullmatch, parts)))) and names.isdisjoint(parts):
            yield bracket.start(), bracket.end(), parts
