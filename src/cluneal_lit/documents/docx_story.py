"""The walk through a part of a Word file: body, footnotes, endnotes, comments, and the text boxes in them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from lxml import etree

from cluneal_lit.documents import cited_works, docx_symbols
from cluneal_lit.documents.docx_fields import Fields
from cluneal_lit.documents.docx_notes import Notes
from cluneal_lit.documents.docx_numbers import Numbering, W
from cluneal_lit.documents.docx_styles import VALUE, Formats, Styles, formats
from cluneal_lit.documents.office import Relation
from cluneal_lit.documents.office_text import Writer
from cluneal_lit.model import Place

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_TEXT, _BOX, _ALTERNATIVES = f"{W}t", f"{W}txbxContent", f"{_MC}AlternateContent"
_DELETED = (f"{W}del", f"{W}moveFrom")
_WITHOUT_TEXT = (*_DELETED, f"{W}proofErr", f"{W}bookmarkStart", f"{W}bookmarkEnd")
# What only holds other things; what a reader does not see (properties, ranges, the mark in a note) is in no table.
_HOLDING = "body sdtContent ins moveTo smartTag customXml bdo dir ruby rubyBase footnote endnote comment".split()


class Story:
    """What is being read, and where in it the walk is."""

    def __init__(
        self, writer: Writer, styles: Styles, numbering: Numbering, fields: Fields, notes: Sequence[Notes]
    ) -> None:
        self._writer = writer
        self._styles = styles
        self._numbering = numbering
        self._fields = fields
        self._relations: Mapping[str, Relation] = {}
        self._formats: Mapping[etree._Element, Formats] = {}
        self._paragraphs = self._hidden = self._in_box = 0
        self._note = self._label = self._cell = ""
        self._row = self._column = 0
        self._raised = False
        self._boxes: list[etree._Element] = []
        self._handlers = self._of_word({each.kind: each for each in notes})

    def enter(self, part: etree._Element, relations: Mapping[str, Relation]) -> None:
        """Prepare for what stands in a part, which leads elsewhere by these relations."""
        self._relations, self._formats = relations, formats(part)

    def tell(self, element: etree._Element, note: str = "", label: str = "") -> None:
        """Write what an element holds; of a note with its name, and the label before its first paragraph."""
        self._note, self._label = note, label
        self._walk(element)
        self._fields.abandon()

    def _of_word(self, notes: Mapping[str, Notes]) -> dict[object, Callable[[etree._Element], None]]:
        own = {
            "p": self._paragraph,
            "r": self._run,
            "t": self._text,
            "delText": self._text,
            "tab": lambda _: self._say("\t"),
            "ptab": lambda _: self._say("\t"),
            "br": lambda _: self._break(),
            "cr": lambda _: self._break(),
            "noBreakHyphen": lambda _: self._say("-"),
            "sym": lambda sign: self._say(docx_symbols.symbol(sign.get(f"{W}font", ""), sign.get(f"{W}char", ""))),
            "instrText": lambda code: self._fields.instruct(code.text or ""),
            "delInstrText": lambda code: self._fields.instruct(code.text or ""),
            "fldChar": self._field,
            "fldSimple": self._simple_field,
            "hyperlink": self._hyperlink,
            "bookmarkStart": self._bookmark,
            "del": self._deleted,
            "moveFrom": self._deleted,
            "sdt": self._control,
            "tbl": self._table,
            "tr": self._begin_row,
            "tc": self._begin_cell,
            "drawing": self._drawing,
            "pict": self._drawing,
            "object": self._drawing,
            **dict.fromkeys(_HOLDING, self._walk),
        }
        for name in ("footnote", "endnote", "comment"):
            own[f"{name}Reference"] = lambda mark, kind=notes[name]: self._refer(mark, kind)
        handlers: dict[object, Callable[[etree._Element], None]] = {f"{W}{name}": own[name] for name in own}
        maths = lambda formula: self._say("".join(formula.itertext(f"{_M}t")))
        return handlers | {_ALTERNATIVES: self._alternatives, f"{_M}oMath": maths, f"{_M}oMathPara": maths}

    def _walk(self, element: etree._Element) -> None:
        handlers = self._handlers
        for child in element:
            if handler := handlers.get(child.tag):
                handler(child)

    def _paragraph(self, paragraph: etree._Element) -> None:
        if not (self._note or self._in_box):
            self._paragraphs += 1
        label, self._label = self._label, ""
        own = self._formats.get(paragraph)
        if own and not own.deleted and (listed := self._styles.listed(own)):
            label = label or self._numbering.label(*listed)
        note = "text box" if self._in_box else self._note
        place = Place(paragraph=None if self._note else self._paragraphs, cell=self._cell or None, note=note or None)
        self._writer.block(place, label)
        self._walk(paragraph)
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

    def _run(self, run: etree._Element) -> None:
        own = self._formats.get(run)
        if own is None:
            self._walk(run)
            return
        raised, hidden = self._styles.run(own)
        start = self._writer.here
        self._raised = raised
        with self._unseen(hidden):
            self._walk(run)
        if self._raised:
            self._writer.raise_(start)
        self._raised = False

    @contextmanager
    def _unseen(self, hidden: bool = True) -> Iterator[None]:
        self._hidden += hidden
        yield
        self._hidden -= hidden

    def _text(self, element: etree._Element) -> None:
        if element.text:
            self._say(element.text)

    def _say(self, text: str) -> None:
        if not self._hidden and not self._fields.unsaid:
            self._writer.say(text)

    def _break(self) -> None:
        if not self._hidden and not self._fields.unsaid:
            self._writer.break_line()

    def _field(self, mark: etree._Element) -> None:
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            self._fields.begin()
            if carried := mark.findtext(f"{W}fldData"):
                self._fields.carry(carried)
        elif kind == "separate":
            self._fields.separate()
        elif kind == "end":
            self._fields.end(not self._hidden)

    def _simple_field(self, field: etree._Element) -> None:
        self._fields.begin(field.get(f"{W}instr") or " ")
        self._walk(field)
        self._fields.end(not self._hidden)

    def _hyperlink(self, link: etree._Element) -> None:
        start = self._writer.here
        self._walk(link)
        anchor = link.get(f"{W}anchor")
        target = self._address(link.get(f"{_R}id", "")) + (f"#{anchor}" if anchor else "")
        if target and not self._hidden:
            self._writer.lay("link", start, target)

    def _address(self, name: str) -> str:
        relation = self._relations.get(name)
        return relation.target if relation and relation.outside else ""

    def _bookmark(self, mark: etree._Element) -> None:
        if name := mark.get(f"{W}name"):
            self._writer.lay("anchor", self._writer.here, name)

    def _deleted(self, deletion: etree._Element) -> None:
        """Mark what was taken out; inside a word it is left out, so that the word is what it now is."""
        start = self._writer.here
        splits = self._writer.last.strip() and _next_character(deletion).strip()
        with self._unseen(bool(splits)):
            self._walk(deletion)
        if not self._hidden and self._writer.size > start:
            self._writer.lay("deleted", start)

    def _control(self, control: etree._Element) -> None:
        start = self._writer.here
        tag = control.find(f"{W}sdtPr/{W}tag")
        self._walk(control)
        works = cited_works.of_tag(tag.get(VALUE, "")) if tag is not None else []
        if works and not self._hidden:
            self._fields.name(start, works)

    def _refer(self, mark: etree._Element, notes: Notes) -> None:
        """Write the number of a note where the text refers to it, and lead there."""
        number = None if self._hidden else notes.number(mark)
        if number is None or notes.kind == "comment" or mark.get(f"{W}customMarkFollows") in ("1", "true"):
            return
        start = self._writer.here
        self._say(str(number))
        self._raised = False
        self._writer.lay("superscript", start)
        self._writer.lay("link", start, f"#{notes.kind}-{number}")
        self._writer.keep_apart()

    def _table(self, table: etree._Element) -> None:
        outer = self._cell, self._row, self._column
        self._row = 0
        self._walk(table)
        self._writer.end_table()
        self._cell, self._row, self._column = outer

    def _begin_row(self, row: etree._Element) -> None:
        self._writer.row()
        self._row += 1
        self._column = 0
        self._walk(row)

    def _begin_cell(self, cell: etree._Element) -> None:
        if self._column:
            self._writer.next_cell()
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        self._cell = f"{column_name(self._column)}{self._row}"
        width = span.get(VALUE, "") if span is not None else ""
        self._column += int(width) if width.isdigit() and len(width) < 4 else 1
        self._walk(cell)

    def _drawing(self, drawing: etree._Element) -> None:
        """Keep the text boxes of a drawing for behind the paragraph, and lead where the picture does."""
        if self._hidden:
            return
        for link in drawing.iter(f"{_A}hlinkClick"):
            if target := self._address(link.get(f"{_R}id", "")):
                self._writer.lay("link", self._writer.here, target)
        self._boxes += _boxes(drawing)

    def _alternatives(self, alternatives: etree._Element) -> None:
        """Read the first of several forms of one thing that says something: newer programs' first, others' last."""
        for form in alternatives:
            boxes = list(_boxes(form))
            if boxes or next(form.iter(_TEXT), None) is not None:
                if boxes and not self._hidden:
                    self._boxes += boxes
                elif not boxes:
                    self._walk(form)
                return


def column_name(column: int) -> str:
    """A, B, …, Z, AA, … of a column that counts from 0."""
    name = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(ord("A") + letter) + name
    return name


def _boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The text boxes in an element, each once; those in a box belong to it."""
    for child in element:
        if child.tag == _BOX:
            yield child
        elif child.tag == _ALTERNATIVES:
            yield from next((found for form in child if (found := list(_boxes(form)))), ())
        else:
            yield from _boxes(child)


def _next_character(element: etree._Element) -> str:
    """What stands directly behind an element in its paragraph; empty where that is no text."""
    for other in element.itersiblings():
        if other.tag not in _WITHOUT_TEXT:
            text = next(other.iter(_TEXT), None)
            return (text.text or "")[:1] if text is not None else ""
    return ""
