"""The walk through an OpenDocument text: paragraphs, lists, tables, frames, notes, links, and fields of citations."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from cluneal_lit.documents.odt.fields import Fields
from cluneal_lit.documents.odt.lists import Lists
from cluneal_lit.documents.odt.names import DRAW, FIELD, OFFICE, TABLE, TEXT, UNSEEN, XLINK
from cluneal_lit.documents.odt.styles import Styles
from cluneal_lit.documents.office import lists
from cluneal_lit.documents.office.cells import Cells
from cluneal_lit.documents.office.text import Writer
from cluneal_lit.documents.parts import whole_number
from cluneal_lit.model import Place

# What stands behind the text, in this order: references are often endnotes under a heading that ends the text.
NOTES = (("endnote", ""), ("footnote", "Footnotes"), ("comment", "Comments"))
_BLANKS = re.compile(r"[ \t\r\n]+")
_MOST_BLANKS = 100
_WIDEST = 1000
_COLUMNS = f"{TABLE}number-columns-repeated"


class Text:
    """What is being read, and where in it the walk is. `notes` are those met so far, by kind."""

    def __init__(self, writer: Writer, styles: Styles) -> None:
        self.notes: dict[str, list[etree._Element]] = {kind: [] for kind, _ in NOTES}
        self._writer = writer
        self._styles = styles
        self._cells = Cells(writer, _WIDEST)
        self._paragraphs = self._in_box = 0
        self._note = self._label = ""
        self._lists = Lists(styles)
        fields = Fields(writer)
        self._boxes: list[etree._Element] = []
        self._handlers: dict[object, Callable[[etree._Element], None]] = {
            f"{TEXT}p": self._paragraph,
            f"{TEXT}h": self._paragraph,
            f"{TEXT}span": self._within,
            f"{TEXT}a": self._link,
            f"{TEXT}s": self._blanks,
            f"{TEXT}tab": lambda _: self._writer.say("\t"),
            f"{TEXT}line-break": lambda _: self._writer.break_line(),
            f"{TEXT}note": self._refer,
            f"{OFFICE}annotation": self.notes["comment"].append,
            f"{TEXT}list": self._list,
            f"{TEXT}list-item": self._item,
            f"{TABLE}table": self._table,
            f"{TABLE}table-row": self._begin_row,
            f"{TABLE}table-cell": self._begin_cell,
            f"{TABLE}covered-table-cell": self._skip_cell,
            f"{TEXT}section": self._section,
            f"{TEXT}bibliography": self._references,
            f"{DRAW}text-box": lambda box: self._boxes.append(box),
            f"{TEXT}bookmark": self._bookmark,
            f"{TEXT}bookmark-start": self._bookmark,
            f"{TEXT}reference-mark-start": fields.begin_mark,
            f"{TEXT}reference-mark-end": fields.end_mark,
            f"{FIELD}fieldmark-start": fields.begin_code,
            f"{FIELD}fieldmark-end": fields.end_code,
        }

    def tell(self, element: etree._Element, note: str = "", label: str = "") -> None:
        """Write what an element holds; of a note with its name, and the label before its first paragraph."""
        self._note, self._label = note, label
        body = element.find(f"{TEXT}note-body")
        self._blocks(element if body is None else body)

    def _blocks(self, element: etree._Element) -> None:
        for child in element:
            if handler := self._handlers.get(child.tag):
                handler(child)
            elif child.tag not in UNSEEN:
                self._blocks(child)

    def _inline(self, element: etree._Element) -> None:
        """Write mixed content: texts stand before and behind what lies between them."""
        self._say(element.text)
        for child in element:
            if handler := self._handlers.get(child.tag):
                handler(child)
            elif child.tag not in UNSEEN:
                self._inline(child)
            self._say(child.tail)

    def _say(self, text: str | None) -> None:
        if text:
            self._writer.say(_BLANKS.sub(" ", text) if "\n" in text or "  " in text or "\t" in text else text)

    def _paragraph(self, paragraph: etree._Element) -> None:
        if not (self._note or self._in_box):
            self._paragraphs += 1
        label, self._label = self._label, ""
        note = "text box" if self._in_box else self._note
        place = Place(
            paragraph=None if self._note else self._paragraphs, cell=self._cells.name or None, note=note or None
        )
        self._writer.block(place, label)
        self._within(paragraph)
        boxes, self._boxes = self._boxes, []
        self._in_box += 1
        for box in boxes:
            self._blocks(box)
        self._in_box -= 1

    def _within(self, element: etree._Element) -> None:
        """Write what an element holds, as its style has it."""
        raised, hidden = self._styles.run(element.get(f"{TEXT}style-name", ""))
        start = self._writer.here
        if not hidden:
            self._inline(element)
        if raised:
            self._writer.lay("superscript", start)

    def _link(self, link: etree._Element) -> None:
        start, target = self._writer.here, link.get(f"{XLINK}href", "")
        self._inline(link)
        if target:
            self._writer.lay("link", start, target)

    def _blanks(self, blanks: etree._Element) -> None:
        self._writer.say(" " * min(whole_number(blanks.get(f"{TEXT}c", "")) or 1, _MOST_BLANKS))

    def _refer(self, note: etree._Element) -> None:
        """Write the number of a note where the text refers to it, and lead there."""
        kind = note.get(f"{TEXT}note-class", "")
        notes = self.notes.get(kind)
        if notes is None or self._note:
            return
        notes.append(note)
        self._writer.refer(len(notes), kind)

    def _list(self, one: etree._Element) -> None:
        self._lists.enter(one)
        self._blocks(one)
        self._lists.leave()

    def _item(self, item: etree._Element) -> None:
        label = self._lists.label(item)
        self._label = self._label or label
        self._blocks(item)

    def _table(self, table: etree._Element) -> None:
        with self._cells.table():
            self._blocks(table)

    def _begin_row(self, row: etree._Element) -> None:
        self._cells.begin_row()
        self._blocks(row)

    def _begin_cell(self, cell: etree._Element) -> None:
        self._cells.begin(cell.get(_COLUMNS, ""))
        self._blocks(cell)

    def _skip_cell(self, cell: etree._Element) -> None:
        self._cells.skip(cell.get(_COLUMNS, ""))

    def _section(self, section: etree._Element) -> None:
        """Write a section; Zotero and Mendeley name the one of their list as they do its field in Word."""
        if lists.is_code(section.get(f"{TEXT}name", "")):
            self._references(section)
        else:
            self._blocks(section)

    def _references(self, listed: etree._Element) -> None:
        start = self._writer.here
        self._blocks(listed)
        self._writer.list_references(start)

    def _bookmark(self, mark: etree._Element) -> None:
        if name := mark.get(f"{TEXT}name"):
            self._writer.lay("anchor", self._writer.here, name)
