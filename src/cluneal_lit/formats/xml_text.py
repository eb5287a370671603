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
        is_named = isinstance(child.tag, str)  # else an entity, which stays
        written, called = (text(child, kind), kind(child)) if is_named else (child.text or "", "")
        parts += [
            scripts.of_kind(called, written, parts[-1]) if called.startswith(("sup", "sub")) else written,
            child.tail or "",
        ]
    return "".join(parts)
