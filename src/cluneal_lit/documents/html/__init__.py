"""HTML, as clinics, journals and browsers' "save page" write it.

The text is what a reader of the page sees, but not its title, which stands in the tab: blocks and `<br>` part lines, a
tab parts cells, list items carry their number or bullet and go on indented. Links back from a footnote are left out.
Elements end where the standard lets them end, so that little that is not closed hides the rest of the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Set

from cluneal_lit.documents.file import File
from cluneal_lit.documents.html import elements
from cluneal_lit.documents.html.lists import Listing
from cluneal_lit.documents.html.open import Element, Open, end_stretches
from cluneal_lit.documents.html.pieces import BLANK_LINE, LINE
from cluneal_lit.documents.html.places import Label, Stretch
from cluneal_lit.documents.html.tags import Tag
from cluneal_lit.documents.html.text import Writer
from cluneal_lit.documents.html.tokens import Token, Tokens
from cluneal_lit.documents.returning import without_returns
from cluneal_lit.model import Document

_DEEPEST = 8
_LONG_ITEM = 1000


def read(file: File, led: Set[str] = frozenset()) -> Document:
    """The document of an HTML source; XHTML by the path's suffix or the XML declaration.

    `led` are names of places in it to which other files lead.
    """
    path, text = file.path, file.text
    page = _Page(text)
    page.read(Tokens(text, xml=path.lower().endswith((".xhtml", ".xht")) or text.lstrip().startswith("<?xml")))
    shown, places, spans = page.writer.whole(led)
    return Document(path, "html", shown, places, without_returns(shown, spans))


class _Page:
    """The open elements, and the text so far."""

    def __init__(self, source: str) -> None:
        self.writer = Writer(source)
        self._elements = Open()
        self._hidden = self._kept = 0

    def read(self, tokens: Iterable[Token]) -> None:
        say, stack, depths = self.writer.say, self._elements.stack, self._elements.depths
        for start, end, tag, entities in tokens:
            if start < end and not self._hidden:
                if entities and not self._kept:
                    say(start, end)
                else:
                    self.writer.say_otherwise(start, end, self._kept > 0, entities)
            if tag is None:
                continue
            name = tag.name
            if not tag.plain:
                if tag.closing:
                    self._end(tag)
                else:
                    self._start(tag, end)
            elif not tag.closing:
                depths[name].append(len(stack))
                stack.append(tag)
            elif stack and (last := stack[-1]).plain and last.name == name:
                stack.pop()
                depths[name].pop()
            elif depths[name]:
                self._end(tag)
        self._close_to(0)

    def _start(self, tag: Tag, at: int) -> None:
        for names, within in tag.ends:
            if any(map(self._elements.depths.get, names)):
                self._close(names, within)
        element: Element | Tag = tag
        if not self._hidden:
            if not tag.hidden:
                self._enter(tag, at)
            if tag.lasting:
                element = self._begin(tag, at)
        if not tag.void:
            self._elements.depths[tag.name].append(len(self._elements.stack))
            self._elements.stack.append(element)
            self._hidden += tag.hidden
            self._kept += tag.kept
            if tag.empty:
                self._close_to(len(self._elements.stack) - 1)

    def _end(self, tag: Tag) -> None:
        name, stack = tag.name, self._elements.stack
        if stack and stack[-1].name == name:
            self._close_to(len(stack) - 1)
        elif self._elements.depths[name]:
            self._close((name,), elements.KEEPING.get(name, elements.CELL))
        if tag.block and not self._hidden:
            self._part(tag)

    def _close(self, names: Iterable[str], within: Iterable[str]) -> None:
        """Close the innermost open element of these names, if none of the others stands inside it."""
        depth = self._elements.depth(names)
        if depth >= 0 and depth > self._elements.depth(within):
            self._close_to(depth)

    def _close_to(self, depth: int) -> None:
        stack, depths = self._elements.stack, self._elements.depths
        while len(stack) > depth:
            element = stack.pop()
            depths[element.name].pop()
            if element.kept:
                self._kept -= 1
            if element.hidden:
                self._hidden -= 1
            elif isinstance(element, Element) and not self._hidden:
                self._leave(element)

    def _enter(self, tag: Tag, at: int) -> None:
        """Part what an element holds from what stands before it."""
        if tag.name in ("td", "th"):
            self._begin_cell()
        elif elements.stands_beside(tag.name, tag.attributes, self.writer.line):
            self.writer.next_cell()
        elif tag.block:
            self._part(tag)
        elif tag.name == "br":
            self.writer.break_line()
        elif tag.name == "img":
            self._see_picture(tag, at)

    def _begin(self, tag: Tag, at: int) -> Element:
        """Begin what lies over the text of an element, a list or an item."""
        name, writer, element = tag.name, self.writer, Element(tag, at)
        if tag.anchor:
            element.anchor = writer.mark(tag.anchor)
        if tag.hidden:
            return element
        if tag.kind:
            element.stretch = Stretch(tag.kind, tag.target)
            writer.begin(element.stretch)
        elif name in elements.LISTS:
            element.listing = Listing(name, tag.attributes)
            self._indent(1)
        elif name == "li":
            self._begin_item(element, tag)
        if name in ("li", "tr"):
            element.begun, element.lines = writer.size, writer.lines
        return element

    def _leave(self, element: Element) -> None:
        """Write what an element does to the text behind its content."""
        writer = self.writer
        end_stretches(element, writer)
        if element.listing:
            element.listing.write(writer)
            self._indent(0)
        if element.label:
            writer.forget(element.label)
            if element.name == "li" and self._elements.depth(elements.LISTS) < 0:
                lone = Listing("ul", {})
                lone.add(element.label, {})
                lone.write(writer)

    def _part(self, tag: Tag) -> None:
        """Part blocks: by a blank line, but the first ones of a cell not, and those of a list item by a line's end."""
        gap = BLANK_LINE
        if not tag.apart:
            if self.writer.tabs or tag.name in ("td", "th"):
                return
            if tag.name != "caption" and (within := self._elements.innermost("li", elements.KEEPING_LI)):
                gap = LINE if self.writer.size - within.begun < _LONG_ITEM else BLANK_LINE
        self.writer.part(gap)

    def _begin_cell(self) -> None:
        row = self._elements.innermost("tr", ("table",))
        if row is None or (row.cells and self.writer.lines > row.lines + (row.begun > 0)):
            self.writer.part(BLANK_LINE)
        elif row.cells:
            self.writer.next_cell(begins=self.writer.size == row.begun)
        if row:
            row.cells += 1

    def _begin_item(self, element: Element, tag: Tag) -> None:
        element.label = Label(element.start)
        depth = self._elements.depth(elements.LISTS)
        around = self._elements.stack[depth] if depth >= 0 else None
        if isinstance(around, Element) and around.listing:
            around.listing.add(element.label, tag.attributes)
        self.writer.expect(element.label)

    def _indent(self, further: int) -> None:
        depth = sum(len(self._elements.depths[name]) for name in elements.LISTS) + further
        self.writer.depth = min(depth, _DEEPEST)

    def _see_picture(self, tag: Tag, at: int) -> None:
        """Remember what a picture is called that stands in a link; it speaks for a link without text."""
        link = self._elements.innermost("a", ())
        if link and link.stretch and not link.alt and (alt := tag.attributes.get("alt", "").strip()):
            link.alt = (" ".join(alt.split()), at)
