"""The blocks of a text: list entries with what continues them, and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from cluneal_lit.citations.references import continued, layout, ordinal, runs, unnumbered
from cluneal_lit.citations.references.continued import Block
from cluneal_lit.citations.references.headings import is_heading
from cluneal_lit.citations.references.lines import RUN, Labels, Line
from cluneal_lit.citations.references.regions import Regions
from cluneal_lit.late import late

_NEXT_HEADING = late(r"(?![^\n]*[(（](?:1\d|20)\d\d)[^\W\d_a-z][^\n.;:,。．，、；：]{2,60}$")
_SECTION = re.compile(r"#{1,6}\s|[=-]{4,}\s*$")
_SENTENCE_ENDS = '.!?)]"”’。！？」』）'
_OF_SECTIONS = ("plain", "round", "letter", "near", "tight", *"■●○▪")  # marks that a heading may have
_SHORT = 40  # a line that is longer and goes on was broken by its width
_BLANKS = " \t\u00a0>"
_INDENT = tuple(_BLANKS)


def blocks(text: str, everywhere: bool = True) -> Iterator[Block]:
    """The blocks of a text in order; the lines of one may be parted by a blank line where the second goes on with the
    first.

    Without `everywhere`, what cannot be a list entry nor begin with authors is one block, however long.
    """
    named = ordinal.labels(text)
    regions, labels = Regions(text, named, everywhere), Labels(named)
    current: Block | None = None
    under, at = False, 0
    while at < len(text):
        goes_on = current is not None and current.labelled and text.startswith(_INDENT, at + 1)
        start, end = regions.following(at, under or goes_on)
        if start > at:
            if current:
                yield current
            current = Block(at, start)
        lines = list(_lines(text, start, end, under, labels))
        setting = layout.layout(text, lines, under)
        blank = True
        for line in lines:
            heading = _heading(text, line)
            apart = blank and (len(lines) == 1 or line.end - line.start < _SHORT)
            parted = not current or _is_title(text, current) or bool(heading and _has_end(text, current))
            under = bool(heading) or _is_under(text, line, apart, under)
            line = heading or line
            if current and not parted and continued.continues(text, current, line, blank, setting):
                current = replace(current, end=line.end)
            else:
                if current:
                    yield current
                current = Block(
                    line.content, line.end, line.number, line.labelled, line.indent, under, line.mark, line.label
                )
            blank = False
        at = end
    if current:
        yield current


def _heading(text: str, line: Line) -> Line | None:
    """The line as the heading of a list, with the number of a section if it has one: `6. References` is no item."""
    if line.labelled and line.mark not in _OF_SECTIONS:
        return None
    written = text[line.start : line.end]
    start = line.end - len(written.lstrip(_BLANKS)) if line.labelled else line.content
    if not is_heading(text, start, line.end):
        return None
    return Line(line.start, line.end, start, 0, None, False, turned=line.turned)


def _is_title(text: str, block: Block) -> bool:
    return block.under and not block.labelled and is_heading(text, block.start, block.end)


def _has_end(text: str, block: Block) -> bool:
    """Whether a paragraph or item under no heading has its end, so that one may stand directly below it."""
    return not block.under and text[block.end - 1] in _SENTENCE_ENDS


def _lines(text: str, start: int, end: int, under: bool, labels: Labels) -> Iterator[Line]:
    """The lines of a stretch, and as such the references that stand one after another in it."""
    run = runs.run(text, start, end)
    if run:
        above = text[start : run.parts[0].leading].rstrip().rpartition("\n")[2].strip()
        if run.credible(under or is_heading(above, 0, len(above))):
            yield from labels.lines(text, start, run.parts[0].leading)
            for one in run.parts:
                yield Line(one.leading, one.end, one.start, 0, one.number, True, RUN)
            start = run.parts[-1].end
    elif under:
        for begin, stop in unnumbered.unnumbered(text, start, end):
            yield Line(begin, stop, begin, 0, None, True, RUN)
            start = stop
    yield from labels.lines(text, start, end)


def _is_under(text: str, line: Line, apart: bool, under: bool) -> bool:
    """Whether what begins with the line, which is none itself, stands under a heading such as References.

    `apart`: the line may be a heading, by its length and what stands around it.
    """
    if (not line.labelled or line.mark in _OF_SECTIONS) and text[line.content : line.content + 1].isdigit():
        return under
    if _SECTION.match(text, line.content):
        return False
    return under and not (apart and not line.labelled and _NEXT_HEADING.fullmatch(text, line.content, line.end))
