"""Code that Markdown shows by its indent alone, behind an empty line.

(https://spec.commonmark.org/0.31.2/#indented-code-blocks) What is indented below the item of a list, a footnote, a
definition or an admonition goes on with that; so may what begins as such an item or as a tag of HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit.model import Span

_ANY = re.compile(r"\n(?: {4}| {0,3}\t)")
_LINE = re.compile(r"(?P<indent>[ \t]*)(?P<said>[^\n]*)\n?")
_DEEP = 4
_CONTAINER = re.compile(
    r"[-*+•:~](?:\s|$)|\(?[\w#@]{1,4}[.)](?:\s|$)|\\?\[[^\]\n]{1,40}\\?\]|>|\||!!!|\?\?\?|==|\{|<|```|~~~"
)
_HEADING = re.compile(r"#{1,6}\s|[=-]{3,}\s*$")


def blocks(text: str, at: int) -> Iterator[Span]:
    """The spans of code by indent behind an offset."""
    held, free = False, True  # whether a container may go on, and whether a block may begin in this line
    begun = end = -1
    for line in _LINE.finditer(text, at) if _ANY.search(text, at) else ():
        if not line["said"]:
            free = True
            continue
        deep = len(line["indent"].expandtabs(_DEEP)) >= _DEEP
        if begun >= 0 and deep:
            end = line.end("said")
            continue
        if begun >= 0:
            yield Span(begun, end, "code")
            begun = -1
        contained = bool(_CONTAINER.match(line["said"]))
        if deep and free and not held and not contained:
            begun, end = line.start(), line.end("said")
            continue
        held = contained or (held and (bool(line["indent"]) or not free))
        free = bool(_HEADING.match(line["said"]))
    if begun >= 0:
        yield Span(begun, end, "code")
