"""Whether a line goes on with the block above it, or begins a list entry or paragraph of its own."""

from __future__ import annotations

import re

from msgspec import Struct

from cluneal_lit.citations.references import appended, authors, colophon, ended, locators
from cluneal_lit.citations.references.layout import Layout
from cluneal_lit.citations.references.lines import RUN, Line
from cluneal_lit.citations.references.locators import UNDATED
from cluneal_lit.late import late

_TAIL = late(
    r"[ \t\u00a0]*(?:(?:[A-Z][\w&.()\-]*[ ,:]+(?:[\w&.()\-]+[ ,:]+){0,10})?[(]?(?:1[89]|20)\d\d\b[^\n]{0,40}?\d|doi\b|https?://|PMID|PMCID|Epub\b|Available)",
    re.IGNORECASE,
)
# The beginning of a sentence of prose, and not of what references end with.
PROSE = late(
    r"[ \t\u00a0]*(?!(?i:epub|available|published|online|last|free|full|conflict|preprint|pub\s?med|no abstract|doi"
    r"|pmc?id|pmc|https?|www|(?:access|retriev|errat|retract|comment|correct|updat|republi|reprint|cited)\w*)\b)"
    rf"(?:(?:However|But|Also|See|Compare|Unlike|Others?|Another|This|These|We|It|They)\b"
    rf"|[{authors.UPPER}][\w'’-]*(?:,? [a-zà-ÿ][\w'’-]*){{2}})"
)
_AUTHORS_END = re.compile(r"\s?[.:(,]")
_YEAR_BEHIND = late(rf"[.,]?\s?[(（](?:{locators.YEAR}[a-h]?|{UNDATED})[),），]", re.IGNORECASE)
# The line in the place of the authors of the entry above.
SAME_AUTHOR = re.compile(r"(?:[—–―]{2,}|[-_]{3,})[.,:]? ")
_NUMBERED_PART = late(r"(?:1[89]|20)\d\d\b.{0,40}?[;:,(；：，（]\s?\d")

_OPEN = late(r"[,;:(&/\[–-]$")  # what a line that is no entry's last ends with
_CUT = late(r"[,&]$|(?:^|[\s(])(?:and|et|und|with|in|of|the|for|to|a|y|e)$")
_SAME_END = re.compile(r"\d$")
# The end of a book without a page in Chinese, Japanese or Korean, and of any work whose year stands behind its authors.
_YEAR_LAST = late(rf"[,，]\s?{locators.YEAR}年?[.。．]?$")
_TITLED = late(rf"{locators.YEAR}[a-h]?年?[)）]?[\s.。．,，]{{0,2}}[^.。．]{{2,}}.*[.。．]$", re.DOTALL)
_YEAR = late(rf"(?<!\d){locators.YEAR}(?!\d)")
_PARTED = re.compile(r"\n[ \t>]*\n[^\n]*\Z")
# What a number belongs to that a line break parted from it: `2010. p.`, `vol.`, `Feb`.
_ABBREVIATED = late(
    r"(?:\b(?:pp?|vols?|nos?|nrs?|n|eds?|ch(?:ap)?|figs?|sec|suppl|art|S|Bd|H|Jg|Tab|jan|feb|mar|apr|may|june?|july?|aug"
    r"|sept?|oct|nov|dec)\.?|§)$",
    re.IGNORECASE,
)
_TITLE = late(rf"[*_\"“‘«]{{0,2}}[{authors.UPPER}]")
_LEFT_OUT = 3  # numbers whose entries were not seen, at most, before any words
_REACH = 60
_SHORT = 20
_LONGEST = 2000


class Block(Struct, frozen=True):
    """A list entry or paragraph: where its text begins, behind bullet or number, and ends.

    `under` says that it stands under a heading such as References; `mark` is its bullet, or the form of its number;
    `label` what labels it that is no number.
    """

    start: int
    end: int
    number: int | None = None
    labelled: bool = False
    indent: int = 0
    under: bool = False
    mark: str = ""
    label: str = ""


def continues(text: str, block: Block, line: Line, blank: bool, layout: Layout) -> bool:
    """Whether a line goes on with a block."""
    if _is_tail(text, block, line, blank):
        return True
    if layout.level is not None and not blank and not block.labelled:
        return line.indent != layout.level
    if line.labelled:
        return not blank and line.mark != RUN and _is_label_in_text(text, block, line)
    if block.under and colophon.begins_colophon(text, line.content, line.end):
        return False
    listed = block.under and block.number is not None
    if not blank or ((line.turned or listed) and _is_cut(text, block, line)):
        return not (_begins_anew(text, block, line, layout) or _is_prose_behind(text, block, line))
    if not block.labelled or line.indent <= block.indent:
        return False
    if block.mark == "note" and authors.leading(text[line.content : min(line.end, line.content + 400)]).names:
        return False
    so_far = text[block.start : block.end]
    return len(so_far) < 1500 and bool(_TAIL.match(text, line.content)) and not _NUMBERED_PART.search(so_far)


def _is_tail(text: str, block: Block, line: Line, blank: bool) -> bool:
    """Whether the line ends an entry of a list and the block is one; behind a blank line where one parts them too."""
    listed = block.under or (block.labelled and line.indent > block.indent)
    return (
        listed
        and (not blank or bool(_PARTED.search(text, max(0, block.start - _REACH), block.start)))
        and line.number is None
        and appended.is_tail(text, line.content, line.end)
        and not appended.is_tail(text, block.start, block.end)
        and ended.is_dated(text, block.start, block.end)
    )


def _is_cut(text: str, block: Block, line: Line) -> bool:
    """Whether a page ends within the block: it is not complete, or what follows begins small."""
    last = text[block.end - 1 : block.end]
    return last not in ".!?" and (last in ",;:-–(&" or text[line.content : line.content + 1].islower())


def _is_label_in_text(text: str, block: Block, line: Line) -> bool:
    """Whether the label is a number or dash that a line break brought to the beginning of a line of an entry;
    that of a note, `[^7]:`, never is."""
    if line.mark == "note":
        return False
    if line.number is None:
        after_number = line.mark in "-–—" and _SAME_END.search(text, block.start, block.end)
        return bool(line.mark and line.mark != block.mark and after_number and text[line.content].isdigit())
    if block.number is not None:
        ahead = line.number - block.number
        if ahead == 1 or (line.number == 1 and line.mark == block.mark):
            return False
        return not _is_out_of_turn(text, block, line, ahead)
    if not block.labelled and block.end - block.start < _SHORT:
        return False
    return bool(line.number > 1 and _OPEN.search(text, max(block.start, block.end - 1), block.end))


def _is_out_of_turn(text: str, block: Block, line: Line, ahead: int) -> bool:
    """Whether an entry begins with a number that is not the next: one that stands twice, comes too late or is far
    `ahead`. The entry before has its end; authors begin the line, or what begins titles behind a number of its form.
    """
    cut = _ABBREVIATED.search(text, max(block.start, block.end - _REACH), block.end)
    if cut or not ended.is_complete(text, block.start, block.end):
        return False
    alike = line.mark == block.mark
    if 1 < ahead <= _LEFT_OUT and alike:
        return True
    if authors.leading(text[line.content : min(line.end, line.content + 400)], block.under).names:
        return ended.is_dated(text, block.start, block.end)
    return bool(alike and _TITLE.match(text, line.content, line.end)) and ended.is_finished(
        text, block.start, block.end
    )


def _begins_anew(text: str, block: Block, line: Line, layout: Layout) -> bool:
    """Whether the line is a reference of its own, directly below a complete block."""
    if layout.full and not ended.is_complete(text, block.start, block.end):
        return False
    written = text[line.content : min(line.end, line.content + 400)]
    if block.under and not block.labelled and SAME_AUTHOR.match(written):
        return True
    found = authors.leading(written, block.under)
    begins = bool(found.names)
    if not begins and (block.labelled or not block.under or not ended.is_dated(written, 0, len(written))):
        return False
    if _CUT.search(text, max(block.start, block.end - 6), block.end):
        return False
    if block.labelled and (line.indent > block.indent or not ended.is_dated(text, block.start, block.end)):
        return False
    above = text[block.start : min(block.end, block.start + 400)]
    if not block.labelled and _opens_with_year(written, block.under) and _opens_with_year(above, block.under):
        return True
    whole = _is_reference_like(text, block) or (block.under and ended.is_finished(text, block.start, block.end))
    if found.style == authors.EASTERN_STYLE and not block.labelled:  # without capitals, it may be any word of the entry
        return whole or bool(_YEAR_LAST.search(above) or (_TITLED.search(above) and _YEAR.search(written)))
    people = authors.people(written, block.under) if begins else None
    if people is not None and (len(people.names) > 1 or whole):
        return True
    return not block.labelled and _is_ended(text, block, line, layout) and ended.is_dated(text, block.start, block.end)


def _opens_with_year(written: str, told: bool) -> bool:
    """Whether it begins with authors and, in brackets, their year or what stands for it."""
    found = authors.leading(written, told)
    return bool(found.names and _YEAR_BEHIND.match(written, found.end))


def _is_ended(text: str, block: Block, line: Line, layout: Layout) -> bool:
    """Whether the line before ended where the first word of this one would have found room: by will, not by width."""
    before = block.end - (text.rfind("\n", 0, block.end) + 1)
    word = text[line.content : line.end].split(None, 1)[0]
    return not layout.full or before + 1 + len(word) <= layout.full


def _is_prose_behind(text: str, block: Block, line: Line) -> bool:
    """Whether the line is a sentence directly below a complete reference, and not part of its entry."""
    if block.labelled and line.indent > block.indent:
        return False
    if not PROSE.match(text, line.content, line.end) or not ended.is_finished(text, block.start, block.end):
        return False
    found = None if block.labelled else authors.people(text[block.start : min(block.end, block.start + 400)])
    return block.labelled or bool(found and _AUTHORS_END.match(text, block.start + found.end))


def _is_reference_like(text: str, block: Block) -> bool:
    return block.end - block.start < 1500 and bool(_NUMBERED_PART.search(text, block.start, block.end))
