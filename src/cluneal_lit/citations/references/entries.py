"""Reference strings in a document: in lists, and standing alone as a line or paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.citations.identifiers.hits import Hit
from cluneal_lit.citations.references import likeness, noted, remarks, several
from cluneal_lit.citations.references.continued import Block
from cluneal_lit.citations.references.headings import is_heading
from cluneal_lit.citations.references.lists import blocks
from cluneal_lit.citations.text.anchored import Numbers
from cluneal_lit.late import late

_LONGEST = 2000
_SHORTEST = 20
_PREFIX = late(r"(?:references?|source|citation|adapted from|reprinted from|from|see(?: also)?)\s?:\s+", re.IGNORECASE)
_TOLD = 0.75
_HALF = 0.5
_CAPTION = late(
    r"(?:table|fig(?:ure)?|box|section|equation|appendix|chapter|scheme)\.?\s?\w{1,4}\s?[:.]", re.IGNORECASE
)
_REMARK = late(r"(?:\d{1,3}[.)]?\s+)?(?:see|cf|compare|also|for|siehe|vgl|voir)\b\.?(?!\s?:)", re.IGNORECASE)
_ROW = 3  # references one after another that are a list, also without heading and labels
_DATED = late(rf"{likeness.YEAR.pattern}|https?://|www\.", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3}|\ba\.\s?a\.\s?O\b|\bl\.\s?c\b")


class Entry(Struct, frozen=True):
    """A reference string: where it stands, without bullet or number, and how sure it is that it is one.

    `told` says that not its looks but the list in which it stands tells that it is one; `further` that it stands in the
    note of the entry before it; `note` that it stands in a footnote or endnote.
    """

    start: int
    end: int
    number: int | None
    in_list: bool
    confidence: float
    told: bool = False
    further: bool = False
    note: bool = False


def parted(hits: Sequence[Hit], listed: Sequence[Entry]) -> tuple[list[list[Hit]], list[Hit]]:
    """The hits that lie in each reference string, and those that lie in none."""
    inside: list[list[Hit]] = [[] for _ in listed]
    outside: list[Hit] = []
    at = 0
    for hit in hits:
        while at < len(listed) and listed[at].end <= hit.start:
            at += 1
        within = at < len(listed) and listed[at].start < (hit.end if hit.written else hit.start + 1)
        (inside[at] if within else outside).append(hit)
    return inside, outside


class _Item(Struct, frozen=True):
    """A block, the identifiers in it, and the reference string that it looks like, if any.

    `remark`: it is a note that names no work.
    """

    block: Block
    hits: Sequence[Hit]
    entry: Entry | None
    remark: bool


def entries(text: str, hits: Sequence[Hit], numbers: Numbers) -> Iterator[Entry]:
    """The reference strings of a text in order, told by what they look like and where they stand."""
    starts = [hit.start for hit in hits]
    run: list[_Item] = []
    for block in blocks(text, everywhere=numbers.some):
        linked = numbers.at(block.start, block.end)
        if block.number is None and linked is not None:
            block = replace(block, number=linked, labelled=True)
        first, last = bisect_left(starts, block.start), bisect_left(starts, block.end)
        named = [hit for hit in hits[first:last] if hit.value or hit.form == "malformed"]
        note = _is_note(block, numbers)
        remark = not named and note and remarks.is_remark(text, block.start, block.end)
        if note:  # a heading says of none of them what it is; its own number of a work is none of the note
            block = replace(block, start=several.behind_number(text, block.start, block.end), under=False)
        one = _Item(block, named, None if remark else _entry(text, block, named), remark)
        if run and not _is_next(run[0].block.labelled, run[-1], one):
            yield from _parted(text, _of_run(text, run, numbers))
            run = []
        run.append(one)
    yield from _parted(text, _of_run(text, run, numbers))


def _parted(text: str, found: Iterable[Entry]) -> Iterator[Entry]:
    """The entries, those of a note that names several works in full as one each."""
    for entry in found:
        for place, (start, end) in enumerate(several.works(text, entry.start, entry.end, entry.note)):
            yield replace(entry, start=start, end=end, further=place > 0)


def _is_next(labelled: bool, before: _Item, one: _Item) -> bool:
    """Whether the block stands in one list with the block before it: its next entry, or a line of that one's own.

    `labelled`: the list has bullets or numbers.
    """
    block, above = one.block, before.block
    if not block.labelled:
        if above.labelled or labelled:
            return above.labelled and block.indent > above.indent
        return (block.under and above.under) or bool(one.entry and before.entry)
    if block.number is None or above.number is None:
        return labelled and (not above.labelled or above.number is block.number)
    return above.number < block.number


def _of_run(text: str, run: Sequence[_Item], numbers: Numbers) -> Iterator[Entry]:
    """The entries of a list: those that look like references, and what stands among them."""
    listed = [one for one in run if one.block.labelled]
    unlabelled = not listed
    if unlabelled:
        listed = [
            one
            for one in run
            if one.block.under and _is_text(text, one.block) and not is_heading(text, one.block.start, one.block.end)
        ]
    share = sum(one.entry is not None for one in listed) / max(1, len(listed))
    named = sum(
        one.block.number is not None and bool(noted.WORK.match(text, one.block.start, one.block.end)) for one in listed
    )
    in_row = unlabelled and sum(one.entry is not None for one in run) >= _ROW
    for one in run:
        note = _is_note(one.block, numbers)
        if one.entry:
            in_list = one.entry.in_list or in_row or (unlabelled and one.block.under and share >= _HALF)
            yield replace(one.entry, in_list=in_list, note=note)
        elif one.remark:
            continue
        elif one.block.labelled and _is_text(text, one.block) and _is_told(text, one, share, numbers, named >= _ROW):
            yield Entry(one.block.start, one.block.end, one.block.number, True, _TOLD, told=True, note=note)
        elif unlabelled and one.block.under and share >= _HALF and _is_dated(text, one):
            yield Entry(one.block.start, one.block.end, None, True, _TOLD, told=True)


def _is_dated(text: str, one: _Item) -> bool:
    """Whether what stands among references without numbers is one too: it has a year, address or identifier."""
    block = one.block
    return _SHORTEST <= block.end - block.start <= _LONGEST and bool(
        one.hits or _DATED.search(text, block.start, block.end)
    )


def _is_told(text: str, one: _Item, share: float, numbers: Numbers, notes: bool) -> bool:
    """Whether more than its looks tells that an item is a reference: that it is a note with author, title and year;
    one with an identifier by its heading, a number that leads to it or any reference beside it, one with a number
    alone by its heading or half of the list."""
    block = one.block
    if _CAPTION.match(text, block.start, block.end):
        return False
    remark = _REMARK.match(text, block.start, block.end)
    linked = block.number is not None and numbers.at(block.start, block.end) == block.number
    if (linked or notes or block.mark == "note") and not remark and noted.WORK.match(text, block.start, block.end):
        return True
    if remark and _is_note(block, numbers) and noted.is_full(text, block.start, block.end):
        return True
    if one.hits:
        if remark and not (share >= _HALF and block.under):
            return False  # a note that names works beside others
        return share > 0 or linked or block.under
    if _is_note(block, numbers):
        return share > 0
    if block.number is None:
        return block.under and share >= _HALF and _is_dated(text, one)
    return share > 0 and (share >= _HALF or block.under)


def _is_note(block: Block, numbers: Numbers) -> bool:
    return block.mark == "note" or (block.number is not None and numbers.of_note(block.start, block.end))


def _is_text(text: str, block: Block) -> bool:
    return block.end - block.start <= _LONGEST and bool(_WORD.search(text, block.start, block.end))


def _entry(text: str, block: Block, hits: Sequence[Hit]) -> Entry | None:
    start = block.start
    if block.end - start > 10 and (prefix := _PREFIX.match(text, start, block.end)):
        start = prefix.end()
    if not _SHORTEST <= block.end - start <= _LONGEST or _REMARK.match(text, start, block.end):
        return None
    score = likeness.score(text[start : block.end], block, hits, start)
    if score < 4:
        return None
    return Entry(start, block.end, block.number, block.labelled, min(0.99, 0.5 + 0.07 * score))
