"""The notes of Markdown that stand in the text, `^[Isu T. Nerves. …]`.

(https://pandoc.org/MANUAL.html#extension-inline_notes, https://help.obsidian.md/syntax#Footnotes)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit.documents import footnotes
from cluneal_lit.documents.footnotes import Mark, closing_brackets
from cluneal_lit.lines import blanked
from cluneal_lit.model import Document

_OPENING = re.compile(r"(?<![\\^])\^\[")
_LABEL = re.compile(r"\[\^(\d{1,3})\]")
_LONGEST = 5000
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_WORDS = re.compile(r"[^\W\d_]{2}\S*\s")  # `x^[12]` is raised by hand, and `^[@isu2018]` a key


def behind(document: Document) -> Document:
    """The document with the notes that stand in its text behind that."""
    hidden = [(span.start, span.end) for span in document.spans if span.kind in ("code", "deleted")]
    return footnotes.behind(document, list(_marks(blanked(document.text, hidden))) if "^[" in document.text else [])


def _marks(shown: str) -> Iterator[Mark]:
    """The marks in order, counted on from the numbers that other notes have; a note within a note stays there."""
    number, closing = max(map(int, _LABEL.findall(shown)), default=0), closing_brackets(shown)
    last = 0
    for match in _OPENING.finditer(shown):
        end = closing.get(match.end() - 1, -1)
        if not match.end() < end <= match.end() + _LONGEST:
            continue
        if match.start() < last or shown[end + 1 : end + 2] == "^" or not _WORDS.search(shown, match.end(), end):
            continue
        if not _PARAGRAPH.search(shown, match.end(), end):
            number, last = number + 1, end + 1
            yield Mark(match.start(), last, number, (match.end(), end))
