"""The lists of references that reference managers put into Word and OpenDocument files, which need no heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from cluneal_lit.documents.spans import stretches
from cluneal_lit.lines import blanked
from cluneal_lit.model import Embedded, Span

# Zotero, EndNote, Mendeley Desktop, Citavi, and Word itself, as their fields and marks say it.
_CODE = re.compile(
    r"\s*(?:ADDIN\s+)?(?:ZOTERO_BIBL\b|EN\.REFLIST\b|Mendeley Bibliography\b|CITAVI\.BIBLIOGRAPHY\b|BIBLIOGRAPHY(?!\S))"
)
_TAG = re.compile(r"MENDELEY_BIBLIOGRAPHY|CitaviBibliography", re.IGNORECASE)
_LABEL = re.compile(r"\s*(?:[\[(]?(\d{1,4})(?:[\])]\.?|\.(?!\d)|(?=\t))\s*)?")
_APART = "\n\n"
_SHORTEST = 40  # of an entry without any digit; what is shorter is a heading


def is_code(code: str) -> bool:
    """Whether what a field or mark shows is a list of references."""
    return bool(_CODE.match(code))


def is_tag(tag: str) -> bool:
    """Whether what a content control of this tag holds is a list of references."""
    return bool(_TAG.match(tag))


def entries(text: str, lists: Sequence[tuple[int, int]], spans: Iterable[Span]) -> Iterator[Embedded]:
    """The entries of lists that go from start to end: their paragraphs, each with the number at its beginning.

    Of the spans over the text those that are deleted hold none.
    """
    told = 0
    text = blanked(text, stretches(span for span in spans if span.kind == "deleted")) if lists else text
    for start, end in sorted(lists):
        at = max(told, _begin(text, start))
        while at < end:
            stop = text.find(_APART, at, end)
            stop = end if stop < 0 else stop
            if entry := _entry(text, at, stop):
                yield entry
            at = stop + len(_APART)
        told = max(told, end)


def _begin(text: str, start: int) -> int:
    """Where the first paragraph of a list begins: before the number that stands before its field."""
    paragraph = text.rfind(_APART, max(0, start - len(_APART) - 10), start) + len(_APART)
    label = _LABEL.match(text, paragraph, start) if paragraph >= len(_APART) else None
    return paragraph if label and label.end() == start else start


def _entry(text: str, start: int, end: int) -> Embedded | None:
    label = _LABEL.match(text, start, end)
    start, number = (label.end(), label[1]) if label else (start, None)
    written = text[start:end].rstrip()
    if not written or (len(written) < _SHORTEST and not re.search(r"\d", written)):
        return None
    return Embedded(start, start + len(written), "entry", number=int(number) if number else None)
