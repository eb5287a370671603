"""Numbers in square brackets that label the items of a list, at the beginning of lines and within a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from cluneal_lit.citations.markers import prose
from cluneal_lit.late import late
from cluneal_lit.lines import blanked

_BESIDE = 60
_LABEL = late(r"^[ \t>]*(?P<label>\\?\[(?P<number>\d{1,3})\\?\]):?(?=[ \t]+\S|[ \t]{8}|:)", re.MULTILINE)
# One that begins a paragraph or that a colon announces, and those that may follow it; a capital stands behind each.
_ITEM = late(r"(?P<label>\[(?P<number>\d{1,3})\\?\])[ \t]+(?=[^\W\d_a-zà-ÿ])")
_BEFORE_ITEM = late(r"(?:(?<![^\n])[ \t>]*|(?P<told>:|\bfollow(?:s|ing)\.)[ \t]+|(?<=[.;,)\"”’])[ \t\n]+)\Z")


class _Item(Struct, frozen=True):
    """A label in brackets and where it stands; `told`: a colon or "following" announces it."""

    start: int
    end: int
    number: int
    told: bool


def without_labels(text: str) -> tuple[str, set[int]]:
    """The text without the labels that go on in a paragraph that begins with one, `[1] Birth of a son. [2] Will`; and
    the numbers of all labels: those that begin lines, and those that count up from a colon."""
    labels = {int(match["number"]) for match in _LABEL.finditer(text) if not prose.before(text, *match.span("label"))}
    gone: list[tuple[int, int]] = []
    chain: list[_Item] = []
    for item in _items(text):
        if chain and item.number == chain[-1].number + 1 and "\n\n" not in text[chain[-1].end : item.start]:
            chain.append(item)
            labels |= {chain[0].number, item.number}
            gone += [] if chain[0].told else [(item.start, item.end)]
        elif item.told or _begins_paragraph(text, item.start):
            chain = [item]
    return blanked(text, gone), labels


def _items(text: str) -> Iterator[_Item]:
    """The labels in brackets that may be those of a list, wherever in a line."""
    for label in _ITEM.finditer(text):
        start = label.start() - text.startswith("\\", label.start() - 1)
        if before := _BEFORE_ITEM.search(text, max(0, start - _BESIDE), start):
            yield _Item(start, label.end("label"), int(label["number"]), told=bool(before["told"]))


def _begins_paragraph(text: str, start: int) -> bool:
    above, _, indent = text[max(0, start - _BESIDE) : start].rpartition("\n")
    return not indent.strip(" \t>") and not above.rpartition("\n")[2].strip(" \t>")
