"""PowerPoint files (PPTX): slides in the order in which they are shown, each with its tables and notes.

The format: ISO 29500-1, 19 and 21.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from cluneal_lit.documents.file import File
from cluneal_lit.documents.numerals import letters
from cluneal_lit.documents.office.text import Writer
from cluneal_lit.documents.parts import Package, Relation, whole_number
from cluneal_lit.errors import DocumentError
from cluneal_lit.model import Document, Place

_MAIN = "ppt/presentation.xml"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# What stands on every slide or page of notes alike: the picture of the slide, numbers, dates, heads and feet.
_REPEATED = frozenset(("sldNum", "dt", "ftr", "hdr", "sldImg"))
_DEEPEST = 8


def read(file: File) -> Document:
    """The document of a PowerPoint file. Raises DocumentError for one that is damaged."""
    package, writer = Package(file), Writer()
    main = package.main(_MAIN)
    presentation = package.part(main)
    if presentation is None:
        raise DocumentError(f"{file.path}: has no slides in it ({main} is missing); save it again")
    relations = package.relations(main)
    for number, slide in enumerate(presentation.iter(f"{_P}sldId"), 1):
        if relation := relations.get(slide.get(f"{_R}id", "")):
            _tell_slide(package, writer, relation.target, number)
    return writer.document(file.path, "pptx")


def _tell_slide(package: Package, writer: Writer, path: str, number: int) -> None:
    """Write a slide, and its notes behind it. One that is hidden from the show is read: its file is what is checked."""
    slide, relations = package.part(path), package.relations(path)
    if slide is not None:
        _Slide(writer, relations, Place(slide=number)).tell(slide)
    for relation in relations.values():
        if relation.kind == "notesSlide" and (notes := package.part(relation.target)) is not None:
            place = Place(slide=number, note="notes")
            _Slide(writer, package.relations(relation.target), place).tell(notes)


class _Slide:
    """A slide or page of notes that is being read."""

    def __init__(self, writer: Writer, relations: Mapping[str, Relation], place: Place) -> None:
        self._writer = writer
        self._relations = relations
        self._place = place
        self._numbers: dict[int, int] = {}

    def tell(self, element: etree._Element) -> None:
        """Write the texts and tables of an element, in the order in which they lie on the slide."""
        for child in element:
            if child.tag == f"{_A}tbl":
                self._table(child)
            elif child.tag in (f"{_P}txBody", f"{_A}txBody"):
                self._body(child, self._place)
            elif child.tag == f"{_MC}AlternateContent":
                for form in [form for form in child if next(form.iter(f"{_A}t"), None) is not None][:1]:
                    self.tell(form)
            elif not _is_repeated(child):
                self.tell(child)

    def _table(self, table: etree._Element) -> None:
        for row, cells in enumerate(table.iterfind(f"{_A}tr"), 1):
            self._writer.row()
            for column, cell in enumerate(cells.iterfind(f"{_A}tc")):
                if column:
                    self._writer.next_cell()
                place = Place(slide=self._place.slide, cell=f"{letters(column + 1)}{row}", note=self._place.note)
                for body in cell.iterfind(f"{_A}txBody"):
                    self._body(body, place)
        self._writer.end_table()

    def _body(self, body: etree._Element, place: Place) -> None:
        self._numbers.clear()
        for paragraph in body.iterfind(f"{_A}p"):
            self._writer.block(place, self._label(paragraph))
            for child in paragraph:
                if child.tag == f"{_A}br":
                    self._writer.break_line()
                else:
                    self._run(child)

    def _label(self, paragraph: etree._Element) -> str:
        """The number that a paragraph of a numbered list shows; bullets show nothing that matters."""
        properties = paragraph.find(f"{_A}pPr")
        numbered = properties.find(f"{_A}buAutoNum") if properties is not None else None
        depth = 0 if properties is None else min(whole_number(properties.get("lvl", "")) or 0, _DEEPEST)
        for deeper in [each for each in self._numbers if each > depth or (each == depth and numbered is None)]:
            del self._numbers[deeper]
        if numbered is None or next(paragraph.iter(f"{_A}t"), None) is None:
            return ""
        first = whole_number(numbered.get("startAt", "")) or 1
        self._numbers[depth] = self._numbers.get(depth, first - 1) + 1
        return f"{self._numbers[depth]}. "

    def _run(self, run: etree._Element) -> None:
        properties, start = run.find(f"{_A}rPr"), self._writer.here
        self._writer.say("".join(text.text or "" for text in run.iter(f"{_A}t")))
        if properties is None or self._writer.size <= start:
            return
        rise = properties.get("baseline", "").partition(".")[0].rstrip("%")
        if whole_number(rise):
            self._writer.lay("superscript", start)
        link = properties.find(f"{_A}hlinkClick")
        relation = self._relations.get(link.get(f"{_R}id", "")) if link is not None else None
        if relation and relation.outside:
            self._writer.lay("link", start, relation.target)


def _is_repeated(shape: etree._Element) -> bool:
    """Whether a shape is a placeholder for what all slides have."""
    if shape.tag != f"{_P}sp":
        return False
    holder = shape.find(f"{_P}nvSpPr/{_P}nvPr/{_P}ph")
    return holder is not None and holder.get("type") in _REPEATED
