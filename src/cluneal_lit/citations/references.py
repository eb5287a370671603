"""Reference strings in a document: in lists, and standing alone as a line or paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from msgspec import Struct

from cluneal_lit.citations import authors, locators
from cluneal_lit.citations.hits import Hit
from cluneal_lit.citations.lists import Block, blocks

_LONGEST = 2000
_SHORTEST = 20
_YEAR = re.compile(r"(?<![\d.,/])(?:1[5-9]|20)\d\d(?!\d)")
_YEAR_NEXT = re.compile(r"[\s.,]*\(?(?:1[5-9]|20)\d\d[a-h]?[).,]")
_PREFIX = re.compile(
    r"(?:references?|source|citation|adapted from|reprinted from|from|see(?: also)?)\s?:\s+", re.IGNORECASE
)
_QUOTED = re.compile(r"[\"“”'‘«].*[\"“”'’»]\.?$", re.DOTALL)
_REST = re.compile(
    r"[\W_]|\b(?:doi|pmid|pmcid|pmc|epub|available|from|at|free|full text|article|pubmed|crossref|google|scholar"
    r"|accessed|issn|print|online|in|internet|cited|and|url|\d+)\b"
    r"|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*",
    re.IGNORECASE,
)
_TALKATIVE = 80


class Entry(Struct, frozen=True):
    """A reference string: where it stands, without bullet or number, and how sure it is that it is one."""

    start: int
    end: int
    number: int | None
    in_list: bool
    confidence: float


def entries(text: str, hits: Sequence[Hit]) -> Iterator[Entry]:
    """The reference strings of a text in order, told by what they look like and where they stand."""
    starts = [hit.start for hit in hits]
    for block in blocks(text):
        first, last = bisect_left(starts, block.start), bisect_left(starts, block.end)
        yield from _entry(text, block, hits[first:last])


def _entry(text: str, block: Block, hits: Sequence[Hit]) -> Iterator[Entry]:
    start = block.start
    if block.end - start > 10 and (prefix := _PREFIX.match(text, start, block.end)):
        start = prefix.end()
    if not _SHORTEST <= block.end - start <= _LONGEST:
        return
    score = _score(text[start : block.end], block, [hit for hit in hits if hit.value or hit.form == "malformed"], start)
    if score >= 4:
        yield Entry(start, block.end, block.number, block.labelled, min(0.99, 0.5 + 0.07 * score))


def _score(string: str, block: Block, hits: Sequence[Hit], start: int) -> int:
    """Points for what a reference string shows. It must begin with authors, or stand in a list and end with the
    numbers and identifiers that references end with."""
    found = authors.leading(string)
    people = len(found.names) if found.style != "group" else 0
    years = len(_YEAR.findall(string))
    if not found.names and not (block.labelled and (block.under or block.number is not None)):
        return 0
    if not years and not hits and people < 2:
        return 0
    located = locators.HINT.search(string)
    if _talk_behind(string, hits, start, located) > _TALKATIVE and not block.under:
        return 0
    titled = len(string) - found.end >= 25
    points = min(people, 2) + (1 if found.names else 0)
    points += (2 if located else 0) + (1 if years else 0) + (2 if hits else 0)
    points += (1 if block.labelled else 0) + (1 if block.number is not None else 0) + (1 if block.under else 0)
    if not found.names and (_QUOTED.fullmatch(string) or not (years or located)):
        return 0
    if not found.names and not block.under and not (hits and _ends_with_hit(string, hits, start)):
        return 0
    if found.style == authors.FULL and not (located or hits or block.under):
        return 0
    if people == 1 and not (located or hits or block.under or _YEAR_NEXT.match(string, found.end)):
        return 0
    if people and not years and not hits and not (people >= 2 and titled and block.labelled and _distinct(found)):
        return 0
    return points


def _distinct(found: authors.Authors) -> bool:
    return len({name.family for name in found.names}) == len(found.names)


def _ends_with_hit(string: str, hits: Sequence[Hit], start: int) -> bool:
    return len(string) - (hits[-1].end - start) <= 3


def _talk_behind(string: str, hits: Sequence[Hit], start: int, located: re.Match[str] | None) -> int:
    """How many letters follow the last number part or identifier that are no words of a reference's end."""
    end = max(hits[-1].end - start if hits else 0, located.end() if located else 0)
    return len(_REST.sub("", string[end:])) if end else 0
