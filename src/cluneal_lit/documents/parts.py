"""The XML of documents, alone or as the parts of a ZIP archive, opened without trust.

Such a file may hold far more than its size says, or ask for entities and other files; neither is given.
"""

from __future__ import annotations

import html.entities
import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree
from msgspec import Struct

from cluneal_lit.documents.file import File
from cluneal_lit.documents.kinds import BROKEN_ARCHIVE
from cluneal_lit.errors import DocumentError
from cluneal_lit.folding import one_line

MOST = 192 * 1024 * 1024  # bytes that are unpacked of an archive
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
_NAMED = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,31});")
_TEXT = etree.XPath("string()")


class Relation(Struct, frozen=True):
    """What a part leads to under an id: another part, by its path in the archive, or an address outside."""

    target: str
    kind: str
    outside: bool


class Package:
    """An archive of parts, each read when it is asked for; of one that is `mended` as far as it is sound."""

    def __init__(self, file: File, mended: bool = False) -> None:
        """Raises DocumentError for what is no archive."""
        self.path = file.path
        self._left, self._mended = MOST, mended
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(file.content))
        except BROKEN_ARCHIVE as error:
            raise self._damaged(error) from error
        self._names = {name.replace("\\", "/").lstrip("/").lower(): name for name in self._archive.namelist()}

    def names(self) -> tuple[str, ...]:
        """The paths of the parts, in lower case."""
        return tuple(self._names)

    def content(self, name: str) -> bytes:
        """The content of a part; empty where there is none. Raises DocumentError for too much or damaged content."""
        if (stored := self._names.get(name.lower())) is None:
            return b""
        try:
            with self._archive.open(stored) as opened:
                content = opened.read(self._left + 1)
        except BROKEN_ARCHIVE as error:
            raise self._damaged(error) from error
        self._left -= len(content)
        if self._left < 0:
            raise self._too_large(name)
        return content

    def part(self, name: str, unread: re.Pattern[bytes] | None = None) -> etree._Element | None:
        """The root of a part, from whose source `unread` is cut out; None where there is none.

        Raises DocumentError for one that is too large or unsound.
        """
        content = self.content(name)
        if len(content) > _MOST_SIGNS and content.count(b"<") + content.count(b"=") > _MOST_SIGNS:
            raise self._too_large(name)
        if unread and b"<![CDATA[" not in content:
            content = unread.sub(b"", content)
        if self._mended or not content:
            return mended(content)[0]
        if b"<!DOCTYPE" in content[:_HEAD]:
            raise DocumentError(f"{self.path}: {name} declares a document type, which no office program writes")
        if _STRICT in content[:_HEAD]:
            for strict, transitional in _TRANSITIONAL:
                content = content.replace(_STRICT + strict, b"http://schemas.openxmlformats.org/" + transitional)
        try:
            return etree.fromstring(content, _parser())
        except (etree.XMLSyntaxError, ValueError) as error:
            raise DocumentError(f"{self.path}: {name} is no sound XML: {one_line(str(error))}") from error

    def relations(self, name: str) -> dict[str, Relation]:
        """What a part leads to, by id; the archive itself for an empty name."""
        folder, base = posixpath.split(name)
        listed = self.part(posixpath.join(folder, "_rels", f"{base}.rels"))
        found = () if listed is None else listed.iter("{*}Relationship")
        return {each.get("Id", ""): _relation(each, folder) for each in found}

    def main(self, default: str) -> str:
        """The path of the part that is the document."""
        kinds = (each.target for each in self.relations("").values() if each.kind == "officeDocument")
        return next((target for target in kinds if target.lower() in self._names), default)

    def _damaged(self, error: Exception) -> DocumentError:
        said = one_line(str(error))
        return DocumentError(f"{self.path}: is damaged: {said}; save it again, or take a copy that opens")

    def _too_large(self, name: str) -> DocumentError:
        return DocumentError(f"{self.path}: is too large unpacked, in {name}; split the document")


def _relation(element: etree._Element, folder: str) -> Relation:
    target, outside = element.get("Target", ""), element.get("TargetMode") == "External"
    kind = element.get("Type", "").rpartition("/")[2]
    return Relation(target if outside else joined(folder, target), kind, outside)


def joined(folder: str, target: str) -> str:
    """The part to which a relative address leads from a folder of the archive."""
    return posixpath.normpath(posixpath.join("/", folder, unquote(target.partition("#")[0]))).lstrip("/")


def _parser(recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        recover=recover,
    )


def mended(content: bytes) -> tuple[etree._Element | None, int]:
    """The root of an XML, as far as it can be read, and the line from which on it cannot; 0 where all of it can.

    Nothing is fetched, and no entity expanded but those of HTML.
    """
    parser = _parser(recover=True)
    try:
        root = etree.fromstring(_NAMED.sub(_number, content), parser) if content.strip() else None
    except (etree.XMLSyntaxError, ValueError):
        return None, 1
    if root is not None:
        etree.strip_elements(root, etree.Entity, with_tail=False)
    return root, next((error.line or 1 for error in parser.error_log if error.level_name == "FATAL"), 0)


def _number(match: re.Match[bytes]) -> bytes:
    """An entity by its number, where HTML has it: journals use them without saying what they are."""
    characters = html.entities.html5.get(f"{match[1].decode()};", "")
    return "".join(f"&#{ord(one)};" for one in characters).encode() or match[0]


def elements(content: bytes, *names: str) -> Iterator[etree._Element]:
    """The elements of these names as they end, and forgotten then; up to where the XML is broken."""
    tags = [f"{{*}}{name}" for name in names]
    events = etree.iterparse(
        io.BytesIO(content), tag=tags, resolve_entities=False, no_network=True, load_dtd=False, recover=True
    )
    try:
        for _, element in events:
            yield element
            element.clear()
            while (parent := element.getparent()) is not None and element.getprevious() is not None:
                del parent[0]
    except etree.XMLSyntaxError:
        return


def name(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def said(element: etree._Element) -> str:
    """All the text in an element."""
    return str(_TEXT(element))


def attribute(element: etree._Element, wanted: str) -> str:
    """An attribute by its name alone, whatever its namespace; empty where there is none."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == wanted), "")


def whole_number(text: str) -> int | None:
    """The number that a text of one to six digits is; None for any other, as a hostile file may have it."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else None
