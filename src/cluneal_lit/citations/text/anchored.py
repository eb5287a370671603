"""Numbers, and names in brackets, that are links within a document: which place each leads to.

One that leads to an entry of a reference list is a marker wherever it stands, and a number tells the entry's where the
entry does not say it itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.late import late
from cluneal_lit.model import Document, Span

_NUMBER = late(r"\s*\[?[\[(]?(\d{1,3})[\])]?\s*")
_NAME = late(r"\s*(?:\[?\[[\^#*]?[^\[\]\s]{0,60}\]_?|[*†‡§¶]{1,3})\s*")  # `[^isu]`, `[#isu]_`, `[Isu18]`, `*`
_NO_NOTE = re.compile(r"\[\^(\d{1,3})\]")
_CHAPTER = r"#(?:[^#]{1,500}\.\w{3,5}:)?"  # where a book has several files, the name of one stands before its places
_NO_REFERENCE = late(rf"{_CHAPTER}(?:equ?[\d:_-]|fig|tab|tbl|sec)", re.IGNORECASE)  # how programs name their targets
_NOTE = late(rf"{_CHAPTER}(?:user-content-)?(?:fn|_ftn|_edn|(?:foot|end)?note)(?!\w*ref)[\w:.-]*\d", re.IGNORECASE)
_TAG = re.compile(r"</?\w[^<>]{0,200}>|\^")
_LABEL = late(r"[\s\d()\[\].:•‣◦▪·●○■*+^–—-]{0,40}(?:[a-hivx]{1,4}\)\s+)?")
_BEHIND = 200  # what an element may hold behind its reference: buttons, a note
DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


class Lead(Struct, frozen=True):
    """A number that is a link, from `start` to `end`, and the stretch of the text, `first` to `last`, it leads to; a
    name in brackets has none.

    `elsewhere` says that its target is named as a figure, table or section is, `note` that it is as a footnote is.
    """

    start: int
    end: int
    number: int | None
    first: int
    last: int
    elsewhere: bool = False
    note: bool = False


def leads(document: Document) -> tuple[Lead, ...]:
    """The numbers and names of a document that lead to places in it, in order."""
    anchors = _anchors(document)
    return tuple(_leads(document, anchors)) if anchors else ()


def without_note(document: Document) -> Iterator[tuple[int, int, int]]:
    """Where Markdown has the mark of a footnote that is not there, and its number."""
    anchors = _anchors(document)
    for span in document.spans if anchors else ():
        mark = _NO_NOTE.fullmatch(document.text, span.start, span.end) if span.kind == "link" else None
        if mark and span.target.startswith("#") and span.target[1:] not in anchors and int(mark[1]):
            yield span.start, span.end, int(mark[1])


def _anchors(document: Document) -> dict[str, Span]:
    anchors: dict[str, Span] = {}
    for span in document.spans:
        if span.kind == "anchor":
            anchors.setdefault(span.target, span)
    return anchors


def _leads(document: Document, anchors: dict[str, Span]) -> Iterator[Lead]:
    for span in document.spans:
        if span.kind != "link" or "#" not in span.target or span.end - span.start > 200:
            continue
        place = anchors.get(unquote(span.target.partition("#")[2]))
        written = document.text[span.start : span.end]
        shown = _TAG.sub("", written.partition("](")[0])  # of Markdown, whose text is the source
        number = _NUMBER.fullmatch(shown.translate(DIGITS))
        if place and ((number and int(number[1])) or (not number and _NAME.fullmatch(shown))):
            elsewhere, note = (bool(names.search(span.target)) for names in (_NO_REFERENCE, _NOTE))
            value = int(number[1]) if number else None
            yield Lead(span.start, span.end, value, place.start, place.end, elsewhere, note)


def leads_to(text: str, lead: Lead, start: int, end: int) -> bool:
    """Whether a link leads to the stretch: to a place in it, or to its number, bullet or name."""
    labelled = lead.last if lead.number is None and lead.last <= start else lead.first
    return lead.first < end and (start <= lead.first or bool(_LABEL.fullmatch(text, labelled, start)))


def led_on(text: str, found: Sequence[Lead], begun: Mapping[int, int]) -> tuple[Lead, ...]:
    """The leads, those to a note whose first work stands further behind leading there; `begun` has where notes and
    their first works begin."""
    return tuple(
        replace(lead, first=begun[home], last=begun[home])
        if begun and (home := _behind_blanks(text, lead.last)) in begun
        else lead
        for lead in found
    )


def _behind_blanks(text: str, at: int) -> int:
    while text[at : at + 1].isspace():
        at += 1
    return at


class Numbers:
    """The numbers that links give to places."""

    def __init__(self, text: str, found: Sequence[Lead]) -> None:
        self._text = text
        self._leads = sorted((lead for lead in found if lead.number), key=lambda lead: (lead.first, lead.number or 0))
        self._firsts = [lead.first for lead in self._leads]
        self._any = bool(found)

    @property
    def some(self) -> bool:
        """Whether there are any, or links that give names."""
        return self._any

    def at(self, start: int, end: int) -> int | None:
        """The number of the links that lead to the beginning of this stretch; None where they give none, or several."""
        fitting = self._fitting(start, end)
        numbers = {lead.number for lead in fitting if lead.first == fitting[-1].first}
        return numbers.pop() if len(numbers) == 1 else None

    def of_note(self, start: int, end: int) -> bool:
        """Whether the links that lead to the beginning of this stretch are marks of a footnote or endnote."""
        return any(lead.note for lead in self._fitting(start, end))

    def _fitting(self, start: int, end: int) -> list[Lead]:
        low, high = bisect_left(self._firsts, start - 40), bisect_left(self._firsts, min(start + 1, end))
        return [
            lead
            for lead in self._leads[low:high]
            if not lead.elsewhere
            and lead.last <= end + _BEHIND
            and leads_to(self._text, lead, start, end)
            and not start <= lead.start < end
        ]
