"""The lists and further paragraphs within the notes of Markdown, which are indented below the label, `[^1]:`.

(https://pandoc.org/MANUAL.html#footnotes)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.citations.references.continued import Block
from cluneal_lit.late import late

_DEEP = 2  # blanks: Pandoc asks for four, others for less
_LABEL_ALONE = late(r"\[\^([^\]\s]{1,30})\]:")


class Part(Struct, frozen=True):
    """A block, as one of its note where it stands in one; `home` is where that note begins, `prose` says that the block
    is a further paragraph of it."""

    block: Block
    home: int | None = None
    prose: bool = False


def parts(text: str, found: Iterable[Block]) -> Iterator[Part]:
    """The blocks of a text, each with the note in which it stands."""
    note: Block | None = None
    for block in found:
        if block.mark == "note":
            note = block
            yield Part(block, _home(text, block.start))
        elif alone := _LABEL_ALONE.fullmatch(text, block.start, block.end):
            number = int(alone[1]) if alone[1].isdecimal() else None
            note = replace(block, start=block.end, number=number)
        elif note and block.indent >= note.indent + _DEEP:
            own = replace(block, number=note.number, labelled=True, under=False, mark="note")
            yield Part(own, _home(text, note.start), not block.labelled)
        else:
            note = None
            yield Part(block)


def _home(text: str, start: int) -> int:
    """Where the text of a note begins, behind the blanks and lines below its label."""
    return start + len(text[start : start + 200]) - len(text[start : start + 200].lstrip())
