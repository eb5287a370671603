"""What reference managers put into an OpenDocument text: marks, fields that come from Word, sections."""

from __future__ import annotations

from lxml import etree

from cluneal_lit.documents.cited_works import CitedWorks
from cluneal_lit.documents.odt.names import FIELD, TEXT
from cluneal_lit.documents.office import lists
from cluneal_lit.documents.office.text import Writer


class Fields:
    """The open marks and fields of a text."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._cited = CitedWorks()
        self._marks: dict[str, int] = {}
        self._codes: list[tuple[str, int]] = []

    def begin_mark(self, mark: etree._Element) -> None:
        """Open a mark, in whose name Zotero or Mendeley keeps its works."""
        self._marks[mark.get(f"{TEXT}name", "")] = self._writer.here

    def end_mark(self, mark: etree._Element) -> None:
        """Close a mark and keep its works."""
        name = mark.get(f"{TEXT}name", "")
        if (start := self._marks.pop(name, None)) is not None:
            self.name(start, name)

    def begin_code(self, mark: etree._Element) -> None:
        """Open a field that comes from a Word file."""
        values = (parameter.get(f"{FIELD}value", "") for parameter in mark.iter(f"{FIELD}param"))
        self._codes.append((" ".join(values), self._writer.here))

    def end_code(self, _: etree._Element) -> None:
        """Close a field and keep its works."""
        if self._codes:
            code, start = self._codes.pop()
            self.name(start, code)

    def name(self, start: int, code: str) -> None:
        """Keep the works that the code names for what was written from `start` on, or the list that it is."""
        if lists.is_code(code):
            self._writer.list_references(start)
        else:
            self._writer.name(start, self._cited.of_code(code, ""))
