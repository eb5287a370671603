"""What stands in a list or note and does not look like a reference, told by where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from cluneal_lit.citations.identifiers.hits import Hit
from cluneal_lit.citations.references import authors, likeness, locators, noted, remarks, repeated
from cluneal_lit.citations.references.continued import Block
from cluneal_lit.citations.references.lines import RAISED
from cluneal_lit.citations.text.anchored import Numbers
from cluneal_lit.late import late

LONGEST = 2000  # characters, without those of the authors
_MOST = 100_000
SHORTEST = 20
HALF = 0.5
_FEWEST = 3
_CAPTION = late(
    r"(?:table|fig(?:ure)?|box|section|equation|appendix|chapter|scheme)\.?\s?\w{1,4}\s?[:.]", re.IGNORECASE
)
REMARK = late(r"(?:\d{1,3}[.)]?\s+)?(?:see|cf|compare|also|for|siehe|vgl|voir)\b\.?(?!\s?:)", re.IGNORECASE)
_DATED = late(rf"{likeness.YEAR.pattern}|https?://|www\.|(?-i:{locators.NO_DATE})", re.IGNORECASE)
_RAISED = late(rf"(\d{{1,3}})[ \u00a0]?(?=(?:[{authors.UPPER}\"“‘«]|https?://|www\.))")
_WORD = re.compile(r"[^\W\d_]{3}|\ba\.\s?a\.\s?O\b|\bl\.\s?c\b")


def is_dated(text: str, block: Block, hits: Sequence[Hit]) -> bool:
    """Whether what stands among references without numbers is one too: it has a year, address or identifier."""
    return is_as_long(text, block.start, block.end) and bool(hits or _DATED.search(text, block.start, block.end))


def notes_below(text: str, blocks: Iterable[Block]) -> dict[int, Block]:
    """The notes below a list without numbers among its blocks, by where these begin: each has the next number, which
    was raised, before its words."""
    found: dict[int, Block] = {}
    begun, before = 0, None
    for block in blocks:
        number = None if block.labelled else _RAISED.match(text, block.start, block.end)
        note = replace(block, start=number.end(), number=int(number[1]), under=False) if number else None
        if note and before and note.number == (before.number or 0) + 1:
            found |= {begun: before, block.start: note}
        begun, before = block.start, note
    return found


def holds_work(text: str, note: Block, hits: Sequence[Hit]) -> bool:
    """Whether a note is a work that a list has not: it is dated, says nothing, and leads to nothing elsewhere."""
    is_else = REMARK.match(text, note.start, note.end) or text.startswith(("http", "www."), note.start)
    return not is_else and is_dated(text, note, hits) and not remarks.is_remark(text, note.start, note.end)


def is_beside(text: str, block: Block) -> bool:
    """Whether a paragraph or bullet without heading is a reference beside others."""
    if (
        block.number is not None
        or block.mark == "note"
        or block.under
        or not SHORTEST <= block.end - block.start <= LONGEST
    ):
        return False
    return likeness.is_beside(text[block.start : block.end])


def are_notes(text: str, blocks: Sequence[Block]) -> bool:
    """Whether numbered blocks are the notes of a text: some name works in full, and with those that name one of them
    again they are three, or all."""
    numbered = [block for block in blocks if block.number is not None]
    full = sum(noted.names_work(text, block.start, block.end) for block in numbered)
    again = sum(repeated.may_be_again(text, block.start, block.end) for block in numbered)
    return full > 0 and (full + again >= _FEWEST or (again > 0 and full + again == len(numbered)))


def is_told(text: str, block: Block, hits: Sequence[Hit], share: float, numbers: Numbers, notes: bool) -> bool:
    """Whether more than its looks tells that an item is a reference: that it is a note with author, title and year, or
    one beside such (`notes`) that names a work again; one with an identifier by its heading, a number that leads to it
    or any reference beside it, one with a number alone by its heading or half of the list."""
    if not is_text(text, block) or _CAPTION.match(text, block.start, block.end):
        return False
    remark = REMARK.match(text, block.start, block.end)
    linked = block.number is not None and numbers.at(block.start, block.end) == block.number
    note = linked or notes or block.mark == "note" or block.mark in RAISED
    if note and not remark and noted.names_work(text, block.start, block.end):
        return True
    if notes and repeated.may_be_again(text, block.start, block.end):
        return True
    if remark and is_note(block, numbers) and noted.is_full(text, block.start, block.end):
        return True
    if hits:
        if remark and not (share >= HALF and block.under):
            return False  # a note that names works beside others
        return share > 0 or linked or block.under
    if is_note(block, numbers):
        return share > 0
    if block.number is None:
        return block.under and share >= HALF and is_dated(text, block, hits)
    return share > 0 and (share >= HALF or block.under)


def is_note(block: Block, numbers: Numbers) -> bool:
    """Whether it is a footnote or endnote: by label, by what leads to it, or by a raised number below no heading."""
    if block.mark in RAISED and not block.under:
        return True
    return block.mark == "note" or (block.number is not None and numbers.of_note(block.start, block.end))


def is_text(text: str, block: Block) -> bool:
    """Whether it has words, and is not too long for a reference."""
    is_short = block.end - block.start < SHORTEST or is_as_long(text, block.start, block.end)
    return is_short and bool(_WORD.search(text, block.start, block.end))


def is_as_long(text: str, start: int, end: int) -> bool:
    """Whether a stretch has the length of a reference; the names with which it begins may be thousands."""
    size = end - start
    if size > LONGEST:
        size -= authors.leading(text[start : min(end, start + _MOST)], told=True).end
    return SHORTEST <= size <= LONGEST
