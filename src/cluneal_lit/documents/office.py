"""The parts of an Office or OpenDocument file: XML in a ZIP archive, opened without trust.

Such a file may hold far more than its size says, or ask for entities and other files; neither is given.
"""

from __future__ import annotations

import io
import posixpath
import zipfile

from lxml import etree
from msgspec import Struct

from cluneal_lit.documents.file import File
from cluneal_lit.documents.kinds import BROKEN_ARCHIVE
from cluneal_lit.errors import DocumentError
from cluneal_lit.folding import one_line

_MOST = 192 * 1024 * 1024  # bytes of XML in a file, unpacked
_MOST_SIGNS = 24_000_000  # `<` and `=`: elements and attributes take up to a hundred times their bytes in memory
_HEAD = 4096
_STRICT = b"http://purl.oclc.org/ooxml/"
# The namespaces of ISO 29500 Strict, which Word can be told to write -> those that it writes.
_TRANSITIONAL = (
    (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
    (b"presentationml/main", b"presentationml/2006/main"),
    (b"drawingml/main", b"drawingml/2006/main"),
    (b"officeDocument/math", b"officeDocument/2006/math"),
    (b"officeDocument/bibliography", b"officeDocument/2006/bibliography"),
    (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
)
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Relation(Struct, frozen=True):
    """What a part leads to under an id: another part, by its path in the archive, or an address outside."""

    target: str
    kind: str
    outside: bool


class Package:
    """An archive of parts, each read when it is asked for."""

    def __init__(self, file: File) -> None:
        """Raises DocumentError for what is no archive."""
        self._path = file.path
        self._left = _MOST
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(file.content))
        except BROKEN_ARCHIVE as error:
            raise DocumentError(
                f"{file.path}: is damaged: {one_line(str(error))}; save it again, or take a copy that opens"
            ) from error
        self._names = {name.replace("\\", "/").lstrip("/").lower(): name for name in self._archive.namelist()}

    def names(self) -> tuple[str, ...]:
        """The paths of the parts, in lower case."""
        return tuple(self._names)

    def part(self, name: str) -> etree._Element | None:
        """The root of a part; None where there is none. Raises DocumentError for one that is no sound XML."""
        stored = self._names.get(name.lower())
        content = self._content(stored) if stored else b""
        if not content:
            return None
        if b"<!DOCTYPE" in content[:_HEAD]:
            raise DocumentError(f"{self._path}: {name} declares a document type, which no office program writes")
        if _STRICT in content[:_HEAD]:
            for strict, transitional in _TRANSITIONAL:
                content = content.replace(_STRICT + strict, b"http://schemas.openxmlformats.org/" + transitional)
        return root(content, f"{self._path}: {name}")

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part leads to, by id; the archive itself for an empty name."""
        folder, _, base = name.rpartition("/")
        listed = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        return {
            each.get("Id", ""): _relation(each, folder) for each in (() if listed is None else listed.iter(_RELATION))
        }

    def main(self, default: str) -> str:
        """The path of the part that is the document."""
        kinds = (each.target for each in self.relations("").values() if each.kind == "officeDocument")
        return next((target for target in kinds if target.lower() in self._names), default)

    def _content(self, name: str) -> bytes:
        try:
            with self._archive.open(name) as opened:
                content = opened.read(self._left + 1)
        except BROKEN_ARCHIVE as error:
            raise DocumentError(
                f"{self._path}: {name} is damaged: {one_line(str(error))}; take a copy that opens"
            ) from error
        self._left -= len(content)
        if self._left < 0 or (len(content) > _MOST_SIGNS and content.count(b"<") + content.count(b"=") > _MOST_SIGNS):
            raise DocumentError(f"{self._path}: {name} is too large unpacked; split the document")
        return content


def _parser(recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        recover=recover,
    )


_STRICTLY, _MENDING = _parser(False), _parser(True)


def root(content: bytes, what: str, mending: bool = False) -> etree._Element | None:
    """The root element of an XML source; nothing outside it is read, no entity put in.

    `mending` gives what can be read of an unsound one, or None; else that raises DocumentError, which says `what`.
    """
    try:
        return etree.fromstring(content, _MENDING if mending else _STRICTLY)
    except (etree.XMLSyntaxError, ValueError) as error:
        if mending:
            return None
        raise DocumentError(f"{what} is no sound XML: {one_line(str(error))}") from error


def whole_number(text: str) -> int | None:
    """The number that a text of one to six digits is; None for any other, as a hostile file may have it."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else None


def _relation(element: etree._Element, folder: str) -> Relation:
    target, outside = element.get("Target", ""), element.get("TargetMode") == "External"
    if not outside:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relation(target, element.get("Type", "").rpartition("/")[2], outside)
