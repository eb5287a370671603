"""OpenDocument texts (ODT), as LibreOffice writes them.

The text is what a reader sees, without heads and feet; endnotes, footnotes and comments stand behind it.
The format: https://docs.oasis-open.org/office/OpenDocument/v1.3/
"""

from __future__ import annotations

from lxml import etree

from cluneal_lit.documents.file import File
from cluneal_lit.documents.odt.names import OFFICE
from cluneal_lit.documents.odt.styles import Styles
from cluneal_lit.documents.odt.text import NOTES, Text
from cluneal_lit.documents.office.text import Writer
from cluneal_lit.documents.parts import Package
from cluneal_lit.errors import DocumentError
from cluneal_lit.model import Document, Place


def read(file: File) -> Document:
    """The document of an OpenDocument text. Raises DocumentError for one that is damaged."""
    package, writer = Package(file), Writer()
    content = package.part("content.xml")
    body = None if content is None else content.find(f"{OFFICE}body/{OFFICE}text")
    if content is None or body is None:
        raise DocumentError(f"{file.path}: has no text in it (content.xml is missing or of another kind)")
    text = Text(writer, Styles(content, package.part("styles.xml")))
    text.tell(body)
    for kind, heading in NOTES:
        _tell_notes(writer, text, kind, heading)
    return writer.document(file.path, "odt")


def _tell_notes(writer: Writer, text: Text, kind: str, heading: str) -> None:
    """Write the notes of a kind, each as a place to which its number leads."""
    notes: list[etree._Element] = text.notes[kind]
    if heading and notes:
        writer.block(Place())
        writer.say(heading)
    for number, note in enumerate(notes, 1):
        start = writer.size
        text.tell(note, f"{kind} {number}", f"{number}. ")
        writer.lay("anchor", writer.begun(start), f"{kind}-{number}")
