"""Word files (DOCX), as Word, Google Docs, LibreOffice and pandoc write them.

The text is what a reader of the pages sees, without headers and footers: body with tables, the text boxes behind the
paragraph that holds them, then endnotes, footnotes and comments. Automatic numbers of lists stand before their
paragraphs; those of headings do not, for they count no references.

The format: ISO 29500-1 (https://ecma-international.org/publications-and-standards/standards/ecma-376/).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from lxml import etree

from cluneal_lit.documents import cited_works
from cluneal_lit.documents.cited_works import Work
from cluneal_lit.documents.docx.fields import Fields
from cluneal_lit.documents.docx.notes import Kind, Notes
from cluneal_lit.documents.docx.numbers import Numbering
from cluneal_lit.documents.docx.story import Story
from cluneal_lit.documents.docx.styles import Styles
from cluneal_lit.documents.file import File
from cluneal_lit.documents.office.text import Writer
from cluneal_lit.documents.parts import Package
from cluneal_lit.errors import DocumentError
from cluneal_lit.model import Document, Place

_MAIN = "word/document.xml"
# Formatting that no text depends on; in many files it is most of the elements, and costs more than all the rest.
_UNREAD = re.compile(
    rb"<w:(?:rFonts|lang|sz|szCs|color|shd|spacing|ind|jc|tcW|top|left|bottom|right|hideMark|vAlign)\b[^<>]*/>"
)
_SOURCES = re.compile(r"customxml/item\d*\.xml")
# What stands behind the text, in this order: references are often endnotes under a heading that ends the text.
_BEHIND: tuple[tuple[Kind, str], ...] = (("endnote", ""), ("footnote", "Footnotes"), ("comment", "Comments"))


def read(file: File) -> Document:
    """The document of a Word file. Raises DocumentError for one that is damaged."""
    package = Package(file)
    main = package.main(_MAIN)
    body = package.part(main, _UNREAD)
    if body is None:
        raise DocumentError(f"{file.path}: has no text in it ({main} is missing); save it again")
    relations = package.relations(main)
    paths = {each.kind: each.target for each in relations.values() if not each.outside}

    def part(kind: str) -> etree._Element | None:
        return package.part(paths[kind], _UNREAD) if kind in paths else None

    writer, numbering = Writer(), Numbering(part("numbering"))
    fields = Fields(writer, cache(lambda: _sources(package)))
    notes = [Notes(kind, part(f"{kind}s")) for kind, _ in _BEHIND]
    story = Story(writer, Styles(part("styles"), numbering), numbering, fields, notes)
    story.enter(body, relations)
    story.tell(body)
    for kind, (_, heading) in zip(notes, _BEHIND, strict=True):
        if kind.root is not None:
            story.enter(kind.root, package.relations(paths[f"{kind.kind}s"]))
            _tell_notes(writer, story, kind, heading)
    return writer.document(file.path, "docx")


def _tell_notes(writer: Writer, story: Story, notes: Notes, heading: str) -> None:
    """Write the notes of a kind that the text refers to, each as a place to which its number leads."""
    written = 0
    while unwritten := notes.unwritten(written):
        if heading and not written:
            writer.block(Place())
            writer.say(heading)
        for note in unwritten:
            name = f"{notes.kind} {note.number or note.mark}".strip()
            start = writer.size
            story.tell(note.element, name, f"{note.number}. " if note.number else "")
            if note.number:
                writer.lay("anchor", writer.begun(start), f"{notes.kind}-{note.number}")
            written += 1


def _sources(package: Package) -> Mapping[str, Work]:
    """The works of Word's own bibliography, by their tags."""
    roots = (package.part(name) for name in package.names() if _SOURCES.fullmatch(name))
    found = (root for root in roots if root is not None and str(root.tag).endswith("}Sources"))
    return {tag: work for root in found for tag, work in cited_works.of_sources(root)}
