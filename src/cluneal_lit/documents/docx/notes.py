"""The notes of a Word file: numbered as they are referred to, written behind the text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from lxml import etree
from msgspec import Struct

from cluneal_lit.documents.docx.numbers import W

Kind = Literal["footnote", "endnote", "comment"]
_ID = f"{W}id"
_OWN_MARK = f"{W}customMarkFollows"


class Note(Struct, frozen=True):
    """A note that is referred to: its number, or the mark that its author gave it instead, which takes none."""

    element: etree._Element
    number: int | None
    mark: str = ""


class Notes:
    """The notes of one kind. Their numbers are those of their order, in digits whatever form they are printed in."""

    def __init__(self, kind: Kind, root: etree._Element | None) -> None:
        self.kind = kind
        self.root = root
        found = () if root is None else root.iterfind(f"{W}{kind}")
        self._known: Mapping[str, etree._Element] = {one.get(_ID, ""): one for one in found}
        self._referred: dict[str, Note] = {}
        self._counted = 0

    def number(self, reference: etree._Element) -> int | None:
        """The number of the note that is referred to; None where there is no such note, or its mark is its author's."""
        name = reference.get(_ID, "")
        if name in self._known and name not in self._referred:
            own = reference.get(_OWN_MARK) in ("1", "true")
            self._counted += not own
            mark = "".join(text.text or "" for text in reference.itersiblings(f"{W}t")) if own else ""
            self._referred[name] = Note(self._known[name], None if own else self._counted, mark.strip())
        return self._referred[name].number if name in self._referred else None

    def unwritten(self, written: int) -> list[Note]:
        """The notes referred to, behind the first so many."""
        return [*self._referred.values()][written:]
