"""The walk through a part of a Word file: body, footnotes, endnotes, comments, and the text boxes in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from lxml import etree

from cluneal_lit.documents.docx.fields import Fields
from cluneal_lit.documents.docx.notes import Notes
from cluneal_lit.documents.docx.numbers import Numbering, W
from cluneal_lit.documents.docx.runs import ONLY_TEXT, Runs
from cluneal_lit.documents.docx.styles import Styles, formats
from cluneal_lit.documents.docx.tree import RUN, TEXT, involved
from cluneal_lit.documents.office.cells import Cells
from cluneal_lit.documents.office.text import Writer
from cluneal_lit.documents.parts import Relation
from cluneal_lit.model import Place

_WIDEST = 100


class Story(Runs):
    """What is being read, and where in it the walk is."""

    def __init__(
        self, writer: Writer, styles: Styles, numbering: Numbering, fields: Fields, notes: Sequence[Notes]
    ) -> None:
        super().__init__(writer, styles, fields, notes)
        self._numbering = numbering
        self._cells = Cells(writer, _WIDEST)
        self._paragraphs = self._in_box = 0
        self._note = self._label = ""
        own = {"p": self._paragraph, "tbl": self._table, "tr": self._begin_row, "tc": self._begin_cell}
        # What makes a paragraph or run more than the text in it, which can then not be read at once.
        self._beyond_text = tuple(tag for tag in self._handlers if tag not in ONLY_TEXT)
        self._handlers |= {f"{W}{name}": own[name] for name in own}

    def enter(self, part: etree._Element, relations: Mapping[str, Relation]) -> None:
        """Prepare for what stands in a part, which leads elsewhere by these relations."""
        self._relations, self._formats = relations, formats(part)
        formatted = (run for run, own in self._formats.items() if run.tag == RUN and any(self._styles.run(own)))
        self._involved = involved(chain(part.iter(*self._beyond_text), formatted))

    def tell(self, element: etree._Element, note: str = "", label: str = "") -> None:
        """Write what an element holds; of a note with its name, and the label before its first paragraph."""
        self._note, self._label = note, label
        self._walk(element)
        self._fields.abandon()

    def _paragraph(self, paragraph: etree._Element) -> None:
        if not (self._note or self._in_box):
            self._paragraphs += 1
        label, self._label = self._label, ""
        own = self._formats.get(paragraph)
        if own and not own.deleted and (listed := self._styles.listed(own)):
            label = label or self._numbering.label(*listed)
        note = "text box" if self._in_box else self._note
        place = Place(
            paragraph=None if self._note else self._paragraphs, cell=self._cells.name or None, note=note or None
        )
        self._writer.block(place, label)
        if paragraph in self._involved or self._hidden:
            self._walk(paragraph)
        else:
            self._writer.say("".join([element.text or "" for element in paragraph.iter(TEXT)]))
        if self._fields.unsaid:
            self._fields.end_paragraph()
        if self._boxes:
            self._tell_boxes()

    def _tell_boxes(self) -> None:
        boxes, self._boxes = self._boxes, []
        self._in_box += 1
        for box in boxes:
            self._walk(box)
        self._in_box -= 1

    def _table(self, table: etree._Element) -> None:
        with self._cells.table():
            self._walk(table)

    def _begin_row(self, row: etree._Element) -> None:
        self._cells.begin_row()
        self._walk(row)

    def _begin_cell(self, cell: etree._Element) -> None:
        own = self._formats.get(cell)
        self._cells.begin(own.width if own else "")
        self._walk(cell)
