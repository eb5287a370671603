"""What stands in paragraphs of a Word file: runs of text, fields, links, marks of notes, pictures, deletions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from functools import partial

from lxml import etree

from cluneal_lit.documents.docx import symbols, tree
from cluneal_lit.documents.docx.fields import Fields
from cluneal_lit.documents.docx.notes import Notes
from cluneal_lit.documents.docx.numbers import W
from cluneal_lit.documents.docx.styles import VALUE, Formats, Styles
from cluneal_lit.documents.office import lists
from cluneal_lit.documents.office.text import Writer
from cluneal_lit.documents.parts import Relation

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# What only holds other things; what a reader does not see (properties, ranges, the mark in a note) is in no table.
_HOLDING = "body sdtContent ins moveTo smartTag customXml bdo dir rubyBase footnote endnote comment".split()
ONLY_TEXT = frozenset(f"{W}{name}" for name in ("r", "t", *_HOLDING))

_Handler = Callable[[etree._Element], None]


class Runs:
    """What is being read of a part. `_hidden` counts what hides the text from a reader, `_boxes` wait to be read,
    `_involved` are the paragraphs and runs that hold more than texts."""

    def __init__(self, writer: Writer, styles: Styles, fields: Fields, notes: Sequence[Notes]) -> None:
        self._writer = writer
        self._styles = styles
        self._fields = fields
        self._relations: Mapping[str, Relation] = {}
        self._formats: Mapping[etree._Element, Formats] = {}
        self._involved: Set[etree._Element] = frozenset()
        self._hidden = 0
        self._raised = -1  # where what is raised of the run begins
        self._boxes: list[etree._Element] = []
        own: dict[str, _Handler] = {
            "r": self._run,
            "t": self._text,
            "delText": self._text,
            **dict.fromkeys(("tab", "ptab"), lambda _: self._say("\t")),
            **dict.fromkeys(("br", "cr"), lambda _: self._break()),
            **dict.fromkeys(("instrText", "delInstrText"), lambda code: self._fields.instruct(code.text or "")),
            "noBreakHyphen": lambda _: self._say("-"),
            "sym": self._symbol,
            "ruby": self._walk,
            "fldChar": self._field,
            "fldSimple": self._simple_field,
            "hyperlink": self._hyperlink,
            "bookmarkStart": self._bookmark,
            **dict.fromkeys(("del", "moveFrom"), self._deleted),
            "sdt": self._control,
            **dict.fromkeys(("drawing", "pict", "object"), self._drawing),
            **dict.fromkeys(_HOLDING, self._walk),
            **{f"{kind.kind}Reference": partial(self._refer, kind) for kind in notes},
        }
        self._handlers: dict[object, _Handler] = {f"{W}{name}": own[name] for name in own}
        self._handlers |= {
            tree.ALTERNATIVES: self._alternatives,
            f"{_M}oMath": self._maths,
            f"{_M}oMathPara": self._maths,
        }

    def _walk(self, element: etree._Element) -> None:
        handlers = self._handlers
        for child in element:
            if handler := handlers.get(child.tag):
                handler(child)

    def _run(self, run: etree._Element) -> None:
        if run in self._involved:
            self._formatted(run)
        elif not self._hidden and not self._fields.unsaid:
            for child in run:
                if child.tag == tree.TEXT and (text := child.text):
                    self._writer.say(text)

    def _formatted(self, run: etree._Element) -> None:
        own = self._formats.get(run)
        raised, hidden = self._styles.run(own) if own else (False, False)
        start = self._writer.here
        self._raised = start if raised else -1
        self._hidden += hidden
        self._walk(run)
        self._hidden -= hidden
        self._raise()
        self._raised = -1

    def _raise(self) -> None:
        if self._raised >= 0:
            self._writer.lay("superscript", self._raised)

    def _text(self, element: etree._Element) -> None:
        text = element.text
        if text and not self._hidden and not self._fields.unsaid:
            self._writer.say(text)

    def _say(self, text: str) -> None:
        if not self._hidden and not self._fields.unsaid:
            self._writer.say(text)

    def _symbol(self, sign: etree._Element) -> None:
        self._say(symbols.symbol(sign.get(f"{W}font", ""), sign.get(f"{W}char", "")))

    def _maths(self, formula: etree._Element) -> None:
        self._say("".join(element.text or "" for element in formula.iter(f"{_M}t")))

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
        target = self._address(link) + (f"#{anchor}" if anchor else "")
        if target and not self._hidden:
            self._writer.lay("link", start, target)

    def _address(self, link: etree._Element) -> str:
        relation = self._relations.get(link.get(f"{_R}id", ""))
        return relation.target if relation and relation.outside else ""

    def _bookmark(self, mark: etree._Element) -> None:
        if name := mark.get(f"{W}name"):
            self._writer.lay("anchor", self._writer.here, name)

    def _deleted(self, deletion: etree._Element) -> None:
        """Mark what was taken out; inside a word it is left out, so that the word is what it now is."""
        start = self._writer.here
        splits = bool(self._writer.last.strip() and tree.next_character(deletion).strip())
        self._hidden += splits
        self._walk(deletion)
        self._hidden -= splits
        if not self._hidden and self._writer.size > start:
            self._writer.lay("deleted", start)

    def _control(self, control: etree._Element) -> None:
        start = self._writer.here
        found = control.find(f"{W}sdtPr/{W}tag")
        tag = "" if found is None else found.get(VALUE, "")
        self._walk(control)
        if self._hidden:
            return
        if lists.is_tag(tag):
            self._writer.list_references(start)
        elif works := self._fields.cited.of_tag(tag):
            self._writer.name(start, works)

    def _refer(self, notes: Notes, mark: etree._Element) -> None:
        """Write the number of a note where the text refers to it, and lead there."""
        number = None if self._hidden else notes.number(mark)
        if number is None or notes.kind == "comment" or self._fields.unsaid:
            return
        self._raise()
        self._writer.refer(number, notes.kind)
        self._raised = self._writer.here if self._raised >= 0 else -1

    def _drawing(self, drawing: etree._Element) -> None:
        """Keep the text boxes of a drawing for behind the paragraph, and lead where the picture does."""
        if self._hidden:
            return
        for link in drawing.iter(f"{_A}hlinkClick"):
            if target := self._address(link):
                self._writer.lay("link", self._writer.here, target)
        self._boxes += tree.boxes(drawing)

    def _alternatives(self, alternatives: etree._Element) -> None:
        """Read the first of several forms of one thing that says something: newer programs' first, others' last."""
        for form in alternatives:
            boxes = list(tree.boxes(form))
            if boxes or next(form.iter(tree.TEXT), None) is not None:
                if boxes and not self._hidden:
                    self._boxes += boxes
                elif not boxes:
                    self._walk(form)
                return
