"""Where things stand in the tree of a Word file's part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from lxml import etree

from cluneal_lit.documents.docx.numbers import W

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
PARAGRAPH, RUN = f"{W}p", f"{W}r"
TEXT, BOX, ALTERNATIVES = f"{W}t", f"{W}txbxContent", f"{MC}AlternateContent"
_NEAR = 50
_WITHOUT_TEXT = tuple(f"{W}{name}" for name in "del moveFrom proofErr bookmarkStart bookmarkEnd".split())


def involved(elements: Iterable[etree._Element]) -> set[etree._Element]:
    """The paragraphs and runs that these elements are or stand in."""
    found: set[etree._Element] = set()
    for element in elements:
        holder: etree._Element | None = element
        while holder is not None and holder not in found:
            if holder.tag in (RUN, PARAGRAPH):
                found.add(holder)
            holder = None if holder.tag == PARAGRAPH else holder.getparent()
    return found


def boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The text boxes in an element, each once: a drawing has them twice, for programs of two ages; those in a box
    belong to it."""
    for child in element:
        if child.tag == BOX:
            yield child
        elif child.tag == ALTERNATIVES:
            yield from next((found for form in child if (found := list(boxes(form)))), ())
        else:
            yield from boxes(child)


def next_character(element: etree._Element) -> str:
    """What stands directly behind an element in its paragraph; empty where that is no text."""
    for other in islice(element.itersiblings(), _NEAR):
        if other.tag not in _WITHOUT_TEXT:
            text = next(other.iter(TEXT), None)
            return (text.text or "")[:1] if text is not None else ""
    return ""
