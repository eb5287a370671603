"""The blocks of a text: list entries with what continues them, and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from cluneal_lit.citations.references import continued, layout, ordinal, runs
from cluneal_lit.citations.references.continued import Block
from cluneal_lit.citations.references.headings import is_heading
from cluneal_lit.citations.references.lines import RUN, Labels, Line, Regions
from cluneal_lit.late import late

_NEXT_HEADING = late(r"(?![^\n]*[(（](?:1\d|20)\d\d)[^\W\d_a-z][^\n.;:,。．，、；：]{2,60}$")
_SECTION = re.compile(r"#{1,6}\s|[=-]{4,}\s*$")
_SENTENCE_ENDS = '.!?)]"”’。！？」』）'
_SHORT = 40  # a line that is longer and goes on was broken by its width
_INDENT = (" ", "\t", "\u00a0", ">")


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
        goes_on = current is not None and current.labelled and text[at + 1 : at + 2] in _INDENT
        start, end = regions.following(at, under or goes_on)
        if start > at:
            if current:
                yield current
            current = Block(at, start)
        lines = list(_lines(text, start, end, under, labels))
        setting = layout.layout(text, lines, under)
        blank = True
        for line in lines:
            under = _is_under(text, line, blank and (len(lines) == 1 or line.end - line.start < _SHORT), under)
            parted = not current or _is_title(text, current) or _is_heading_below(text, current, line)
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


def _is_title(text: str, block: Block) -> bool:
    return block.under and not block.labelled and is_heading(text, block.start, block.end)


def _is_heading_below(text: str, block: Block, line: Line) -> bool:
    """Whether a line is a heading of a list directly below a paragraph that has its end."""
    return (
        not line.labelled
        and not block.under
        and text[block.end - 1] in _SENTENCE_ENDS
        and is_heading(text, line.content, line.end)
    )


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
        for begin, stop in runs.unnumbered(text, start, end):
            yield Line(begin, stop, begin, 0, None, True, RUN)
            start = stop
    yield from labels.lines(text, start, end)


def _is_under(text: str, line: Line, apart: bool, under: bool) -> bool:
    """Whether what begins with the line stands under a heading such as References.

    `apart`: the line may be a heading, by its length and what stands around it.
    """
    if not line.labelled or line.mark in ("plain", "letter"):
        first = text[line.content : line.content + 1]
        if is_heading(text, line.start if line.labelled else line.content, line.end):
            return True
        if first.isdigit():
            return under
    if _SECTION.match(text, line.content):
        return False
    return under and not (apart and not line.labelled and _NEXT_HEADING.fullmatch(text, line.content, line.end))
