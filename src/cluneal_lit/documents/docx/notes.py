"""The notes of a Word file: numbered as they are referred to, written behind the text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from lxml import etree

from cluneal_lit.documents.docx.numbers import W

Kind = Literal["footnote", "endnote", "comment"]
_ID = f"{W}id"


class Notes:
    """The notes of one kind. Their numbers are those of their order, in digits whatever form they are printed in."""

    def __init__(self, kind: Kind, root: etree._Element | None) -> None:
        self.kind = kind
        self.root = root
        found = () if root is None else root.iterfind(f"{W}{kind}")
        self._known: Mapping[str, etree._Element] = {one.get(_ID, ""): one for one in found}
        self._numbers: dict[str, int] = {}
        self._referred: list[tuple[int, etree._Element]] = []

    def number(self, reference: etree._Element) -> int | None:
        """The number of the note that is referred to; None where there is no such note."""
        name = reference.get(_ID, "")
        if name in self._known and name not in self._numbers:
            self._numbers[name] = len(self._numbers) + 1
            self._referred.append((self._numbers[name], self._known[name]))
        return self._numbers.get(name)

    def unwritten(self, written: int) -> list[tuple[int, etree._Element]]:
        """The notes referred to, with their numbers, behind the first so many."""
        return self._referred[written:]
