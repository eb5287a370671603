"""Reference strings in a document: in lists, and standing alone as a line or paragraph."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.citations.identifiers.hits import Hit
from cluneal_lit.citations.references import likeness, noted, remarks, repeated, several
from cluneal_lit.citations.references.continued import Block
from cluneal_lit.citations.references.headings import is_heading
from cluneal_lit.citations.references.lists import blocks
from cluneal_lit.citations.references.parts import Part, parts
from cluneal_lit.citations.references.told import (
    HALF,
    REMARK,
    are_notes,
    holds_work,
    is_as_long,
    is_beside,
    is_dated,
    is_note,
    is_text,
    is_told,
    notes_below,
)
from cluneal_lit.citations.text.anchored import Numbers
from cluneal_lit.late import late

_STRING = late(r"([\"'])([^\"\n]+)\1,?\s*")  # an item of a list in YAML
_TOLD = 0.75
_TWO = 2
_ROW = 3  # references one after another that are a list, also without heading and labels


class Entry(Struct, frozen=True):
    """A reference string: where it stands, without bullet or number, and how sure it is that it is one.

    `told` says that not its looks but the list in which it stands tells that it is one; `further` that it stands in the
    note of the entry before it; `note` that it stands in a footnote or endnote. `home`: where the note of Markdown
    begins in which it stands; `label`: what labels it that is no number.
    """

    start: int
    end: int
    number: int | None
    in_list: bool
    confidence: float
    told: bool = False
    further: bool = False
    note: bool = False
    home: int | None = None
    label: str = ""


class _Item(Struct, frozen=True):
    """A block, the identifiers in it, and the reference string that it looks like, if any.

    `remark`: it is a note that names no work; `beside`: it is one beside others that look like references; `home`:
    where its note begins.
    """

    block: Block
    hits: Sequence[Hit]
    entry: Entry | None
    remark: bool
    beside: bool = False
    home: int | None = None


def entries(text: str, hits: Sequence[Hit], numbers: Numbers) -> Iterator[Entry]:
    """The reference strings of a text in order, told by what they look like and where they stand; those of a note that
    names several works in full are one each."""
    home: int | None = None
    for entry in chain.from_iterable(_of_run(text, run, numbers) for run in _runs(text, hits, numbers)):
        again = home is not None and entry.home == home
        for place, (start, end) in enumerate(several.works(text, entry.start, entry.end, entry.note)):
            yield replace(entry, start=start, end=end, further=again or place > 0)
        home = entry.home


def _runs(text: str, hits: Sequence[Hit], numbers: Numbers) -> Iterator[list[_Item]]:
    """The blocks of a text, those together that stand in one list."""
    starts = [hit.start for hit in hits]
    run: list[_Item] = []
    for part in parts(text, blocks(text, everywhere=numbers.some)):
        first, last = bisect_left(starts, part.block.start), bisect_left(starts, part.block.end)
        one = _item(text, part, hits[first:last], numbers)
        if run and not _is_next(run[0].block.labelled, run[-1], one):
            yield run
            run = []
        run.append(one)
    yield run


def _item(text: str, part: Part, hits: Sequence[Hit], numbers: Numbers) -> _Item:
    block = part.block
    linked = numbers.at(block.start, block.end)
    if block.number is None and linked is not None:
        block = replace(block, number=linked, labelled=True)
    named = [hit for hit in hits if hit.value or hit.form == "malformed"]
    note = is_note(block, numbers)
    is_said = remarks.is_remark if note else remarks.is_of_page
    remark = not named and (note or block.number is None) and is_said(text, block.start, block.end)
    remark = remark and not repeated.is_again(text, block.start, block.end)
    if note:  # a heading says of none of them what it is; its own number of a work is none of the note
        block = replace(block, start=several.behind_number(text, block.start, block.end), under=False)
    entry = None if remark else _entry(text, block, named)
    if part.prose and not entry:
        remark = not noted.is_full(text, block.start, block.end) and not noted.names_work(text, block.start, block.end)
    return _Item(block, named, entry, remark, bool(entry) or is_beside(text, block), part.home)


def _is_next(labelled: bool, before: _Item, one: _Item) -> bool:
    """Whether the block stands in one list with the block before it: its next entry, or a line of that one's own.

    `labelled`: the list has bullets or numbers.
    """
    block, above = one.block, before.block
    if not block.labelled:
        if above.labelled or labelled:
            return above.labelled and block.indent > above.indent
        return (block.under and above.under) or (one.beside and before.beside)
    if block.number is None or above.number is None:
        return labelled and (not above.labelled or above.number is block.number)
    return above.number < block.number or (one.home is not None and one.home == before.home)


def _of_run(text: str, run: Sequence[_Item], numbers: Numbers) -> Iterator[Entry]:
    """The entries of a list: those that look like references, and what stands among them."""
    listed = [one for one in run if one.block.labelled]
    unlabelled = not listed
    if unlabelled:
        listed = _told_by(text, run)
    share = sum(one.entry is not None for one in listed) / max(1, len(listed))
    notes = are_notes(text, [one.block for one in listed])
    in_row, below = _is_row(run), notes_below(text, [one.block for one in run]) if unlabelled else {}
    for one in run:
        block, note = one.block, is_note(one.block, numbers)
        plain = Entry(block.start, block.end, block.number, True, _TOLD, note=note, home=one.home, label=block.label)
        if own := below.get(block.start):
            if one.entry or holds_work(text, own, one.hits):
                yield replace(plain, start=own.start, number=own.number, told=True, note=True)
        elif one.entry:
            in_list = one.entry.in_list or (in_row and unlabelled) or (unlabelled and block.under and share >= HALF)
            yield replace(one.entry, in_list=in_list, note=note, home=one.home)
        elif one.remark:
            continue
        elif (
            is_text(text, block) and is_told(text, block, one.hits, share, numbers, notes)
            if block.labelled
            else unlabelled and block.under and share >= HALF and is_dated(text, block, one.hits)
        ):
            yield replace(plain, told=True)
        elif in_row and one.beside:
            yield plain


def _told_by(text: str, run: Sequence[_Item]) -> list[_Item]:
    """What tells whether entries without labels are a list: all that stands under its heading, but for what a page says
    of itself, and for what stands behind the last that has a date or identifier."""
    under = [one for one in run if one.block.under and not one.remark and is_text(text, one.block)]
    found = [one for one in under if not is_heading(text, one.block.start, one.block.end)]
    while found and not is_dated(text, found[-1].block, found[-1].hits):
        found.pop()
    return found


def _is_row(run: Sequence[_Item]) -> bool:
    """Whether so many stand one after another, two of which look like references, that they are a list."""
    beside = sum(one.beside for one in run)
    return beside >= max(_ROW, HALF * len(run)) and sum(one.entry is not None for one in run) >= _TWO


def _entry(text: str, block: Block, hits: Sequence[Hit]) -> Entry | None:
    start = block.start
    if block.labelled and (string := _STRING.fullmatch(text, start, block.end)):
        block = replace(block, start=string.start(2), end=string.end(2))
        start = block.start
    if block.end - start > 10 and (prefix := noted.LABEL.match(text, start, block.end)):
        start = prefix.end()
    if not is_as_long(text, start, block.end) or REMARK.match(text, start, block.end):
        return None
    score = likeness.score(text[start : block.end], block, hits, start)
    if score < 4:
        return None
    return Entry(start, block.end, block.number, block.labelled, min(0.99, 0.5 + 0.07 * score), label=block.label)
