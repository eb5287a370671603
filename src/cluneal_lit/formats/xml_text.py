"""The text of an XML element, with its superscripts and subscripts."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from cluneal_lit import scripts


def text(element: etree._Element, kind: Callable[[etree._Element], str]) -> str:
    """All the text of an element, what its children raise or lower as characters.

    `kind` of such a child begins with `sup` or `sub`, of any other it is something else.
    """
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            written, called = text(child, kind), kind(child)
            parts.append(scripts.of_kind(called, written, parts[-1]) if called.startswith(("sup", "sub")) else written)
        elif child.tag is etree.Entity:
            parts.append(child.text or "")  # as it is written; comments and instructions to programs are no text
        parts.append(child.tail or "")
    return "".join(parts)
