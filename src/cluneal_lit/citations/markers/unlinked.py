"""The markup of links that stand in a marker and hold a part of it: `Orlov et al. ([2018](#ref-orlov))`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from cluneal_lit.citations.references import locators
from cluneal_lit.late import late
from cluneal_lit.model import Document

_YEAR = late(locators.YEAR)
_LETTERS = late(r"[^\W\d_]{2}")


def markup(document: Document) -> Iterator[tuple[int, int]]:
    """Where it stands. A link that holds a name and a year is in square brackets as a marker of its own is."""
    text = document.text
    marks = [span for span in document.spans if span.kind == "markup"]
    for opening, closing in pairwise(marks):
        if text[opening.start : opening.end] != "[" or not text.startswith("](", closing.start):
            continue
        if not (_YEAR.search(text, opening.end, closing.start) and _LETTERS.search(text, opening.end, closing.start)):
            yield from ((opening.start, opening.end), (closing.start, closing.end))
