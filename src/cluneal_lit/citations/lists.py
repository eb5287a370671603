"""The blocks of a text: list entries with what continues them, and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from cluneal_lit.citations import authors, locators

_LABEL = re.compile(
    r"(?P<indent>[ \t\u00a0>]*)(?:"
    r"(?P<bullet>[•‣◦▪·●○■*+\-–—])"
    r"|\[(?P<square>\d{1,4})\]:?|\((?P<round>\d{1,3})\)|(?P<plain>\d{1,4})[.)]"
    r"|(?P<letter>[a-z])[.)](?=[ \t\u00a0]+[^\W\d_a-z])|\[\^(?P<note>[^\]\s]{1,30})\]:"
    r")[ \t\u00a0]+(?=\S)"
)
_UNMARKED = re.compile(r"(?P<indent>[ \t\u00a0]*)(?P<plain>\d{1,3})[ \t\u00a0]+(?=[^\W\d_])")
_HEADING = re.compile(
    r"(?:#{1,6}\s*)?(?:[*_]{2})?(?:\d{1,2}\.?\s+)?(?:selected |further |key |suggested )?"
    r"(?:references?(?: list| cited)?|bibliography|literature(?: cited)?|works cited|sources|citations|reading"
    r"|publications|notes)"
    r"(?:[*_]{2})?\s*:?(?:[*_]{2})?\s*#*\s*",
    re.IGNORECASE,
)
_NEXT_HEADING = re.compile(r"[^\W\d_a-z][^\n.;:,]{2,60}(?<![.;:,])$")
_SECTION = re.compile(r"#{1,6}\s|[=-]{4,}\s*$")
_COMPLETE = re.compile(r"[.\d)\]/>a-z]\s*$")
_TAIL = re.compile(
    r"[ \t\u00a0]*(?:(?:[A-Z][\w&.()\-]*[ ,:]+(?:[\w&.()\-]+[ ,:]+){0,10})?[(]?(?:1[89]|20)\d\d\b[^\n]{0,40}?\d|doi\b|https?://|PMID|PMCID|Epub\b|Available)",
    re.IGNORECASE,
)
# The beginning of a sentence of prose, and not of what references end with.
PROSE = re.compile(
    r"[ \t\u00a0]*(?!(?i:epub|available|published|online|last|free|full|conflict|preprint|pub\s?med|no abstract|doi"
    r"|pmc?id|pmc|https?|www|(?:access|retriev|errat|retract|comment|correct|updat|republi|reprint|cited)\w*)\b)"
    rf"(?:(?:However|But|Also|See|Compare|Unlike|Others?|Another|This|These|We|It|They)\b"
    rf"|[{authors.UPPER}][\w'’-]*(?:,? [a-zà-ÿ][\w'’-]*){{2}})"
)
_ENDS_WITH_IDENTIFIER = re.compile(
    r"(?:\b10\.\d{4,9}/\S+|https?://\S+|www\.\S+|\b(?:PMID|PMCID|PMC|ISBN|arXiv)[\s:]{0,3}(?:PMC)?[\dX.–-]+)"
    r"[.,;)\]>*_]*$",
    re.IGNORECASE,
)
_ENDS_WITH_NUMBER = re.compile(r"\d[)\]]?[.*_]{0,3}$")
_AUTHORS_END = re.compile(r"\s?[.:(,]")
_DATED = re.compile(r"(?:1[5-9]|20)\d\d|https?://|\b10\.\d{4,9}/", re.IGNORECASE)
_LAST_PART = 100
_GAP = 2
_NUMBERED_PART = re.compile(r"(?:1[89]|20)\d\d\b.{0,40}?[;:,(]\s?\d")

_YEARS = range(1500, 2200)


class Block(Struct, frozen=True):
    """A list entry or paragraph: where its text begins, behind bullet or number, and ends.

    `under` says that it stands under a heading such as References.
    """

    start: int
    end: int
    number: int | None = None
    labelled: bool = False
    indent: int = 0
    under: bool = False


class _Line(Struct, frozen=True):
    start: int
    end: int
    content: int
    indent: int
    number: int | None
    labelled: bool


def blocks(text: str) -> Iterator[Block]:
    """The blocks of a text in order; the lines of one may be parted by a blank line where the second goes on with the
    first."""
    current: Block | None = None
    under = blank = False
    for line in _lines(text):
        if line.content == line.end:
            blank = True
            continue
        if not line.labelled and _HEADING.fullmatch(text, line.content, line.end):
            under = True
        elif _SECTION.match(text, line.content) or (
            blank and under and _NEXT_HEADING.fullmatch(text, line.content, line.end)
        ):
            under = False
        if current and _continues(text, current, line, blank):
            current = Block(current.start, line.end, current.number, current.labelled, current.indent, current.under)
        else:
            if current:
                yield current
            current = Block(line.content, line.end, line.number, line.labelled, line.indent, under)
        blank = False
    if current:
        yield current


def _lines(text: str) -> Iterator[_Line]:
    start, before, letter = 0, None, "`"
    for written in text.split("\n"):
        end = start + len(written)
        shown = start + len(written.rstrip(" \t\u00a0"))
        label = _label(text, start, end)
        number = _number(label) if label else None
        if number in _YEARS and (before is None or number != before + 1):
            label = None  # a year that begins a line; in a list this long it would be the next number
        mark = label.groupdict().get("letter") if label else None
        if mark and mark != "a" and not 0 < ord(mark) - ord(letter) <= _GAP:
            label = None  # `p. Title`: only letters in their order are labels
        letter = mark or letter
        if label and shown > label.end():
            before = number or before
            yield _Line(start, shown, label.end(), _width(label["indent"]), number, True)
        else:
            content = start + len(written) - len(written.lstrip(" \t\u00a0>"))
            yield _Line(start, max(shown, content), content, _width(text[start:content]), None, False)
        start = end + 1


def _label(text: str, start: int, end: int) -> re.Match[str] | None:
    """What looks like a bullet or number at the beginning of a line."""
    if label := _LABEL.match(text, start, end):
        return label
    label = _UNMARKED.match(text, start, end) if text[start : start + 24].lstrip(" \t\u00a0")[:1].isdigit() else None
    named = label and authors.leading(text[label.end() : min(end, label.end() + 200)]).names
    return label if named else None


def _continues(text: str, block: Block, line: _Line, blank: bool) -> bool:
    """Whether a line goes on with a block."""
    if line.labelled:
        return not blank and _is_number_in_text(block, line)
    if not blank:
        return not (_begins_anew(text, block, line) or _is_prose_behind(text, block, line))
    if not block.labelled or line.indent <= block.indent:
        return False
    so_far = text[block.start : block.end]
    return len(so_far) < 1500 and bool(_TAIL.match(text, line.content)) and not _NUMBERED_PART.search(so_far)


def _is_number_in_text(block: Block, line: _Line) -> bool:
    """Whether the label is a number that a line break brought to the beginning of a line of a numbered list."""
    return block.number is not None and line.number is not None and line.number != block.number + 1 and line.number > 1


def _begins_anew(text: str, block: Block, line: _Line) -> bool:
    """Whether the line is a reference of its own, directly below a complete block."""
    if not _COMPLETE.search(text, max(block.start, block.end - 2), block.end):
        return False
    if block.labelled and (line.indent > block.indent or not _DATED.search(text, block.start, block.end)):
        return False
    found = authors.people(text[line.content : min(line.end, line.content + 400)])
    return found is not None and (len(found.names) > 1 or _is_reference_like(text, block))


def _is_prose_behind(text: str, block: Block, line: _Line) -> bool:
    """Whether the line is a sentence directly below a complete reference, and not part of its entry."""
    if block.labelled and line.indent > block.indent:
        return False
    if not PROSE.match(text, line.content, line.end) or not _is_finished(text, block):
        return False
    found = None if block.labelled else authors.people(text[block.start : min(block.end, block.start + 400)])
    return block.labelled or bool(found and _AUTHORS_END.match(text, block.start + found.end))


def _is_finished(text: str, block: Block) -> bool:
    """Whether the block ends with what a reference ends with: an identifier, or volume and pages."""
    last = max(block.start, block.end - _LAST_PART)
    if _ENDS_WITH_IDENTIFIER.search(text, last, block.end):
        return True
    return bool(_ENDS_WITH_NUMBER.search(text, last, block.end) and locators.HINT.search(text, last, block.end))


def _is_reference_like(text: str, block: Block) -> bool:
    return block.end - block.start < 1500 and bool(_NUMBERED_PART.search(text, block.start, block.end))


def _number(label: re.Match[str]) -> int | None:
    groups = label.groupdict()
    for name in ("square", "round", "plain", "note"):
        if (written := groups.get(name)) and written.isdigit():
            return int(written)
    return None


def _width(indent: str) -> int:
    return len(indent.expandtabs(4))
