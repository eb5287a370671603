"""The members of a zipped document, and their XML, within bounds."""

from __future__ import annotations

import html.entities
import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote

from lxml import etree

from cluneal_lit.documents.kinds import BROKEN_ARCHIVE
from cluneal_lit.errors import DocumentError

MOST_OF_TREE = 20_000_000  # bytes of XML that are read at once: a tree takes a dozen times as many
MOST = 300_000_000  # bytes unpacked of one document, so that a small file cannot fill the memory
_TEXT = etree.XPath("string()")
_NAMED = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,31});")


class Members:
    """An opened archive. Raises DocumentError for what is none."""

    def __init__(self, path: str, content: bytes) -> None:
        self.path = path
        self._left = MOST
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except BROKEN_ARCHIVE as error:
            raise DocumentError(f"{path}: is a broken archive ({error}); save it again") from error
        self.names = frozenset(self._archive.namelist())

    def content(self, name: str) -> bytes:
        """The content of a member; empty where there is none. Raises DocumentError for too much or broken content."""
        if name not in self.names:
            return b""
        self._left -= self._archive.getinfo(name).file_size
        if self._left < 0:
            raise DocumentError(f"{self.path}: is too large: unpacked it has more than {MOST // 10**6} MB")
        try:
            return self._archive.read(name)
        except BROKEN_ARCHIVE as error:
            raise DocumentError(f"{self.path}: is a broken archive ({name}: {error}); save it again") from error

    def tree(self, name: str) -> etree._Element | None:
        """The XML of a member as far as it can be read; None where there is none."""
        return tree(self.content(name))

    def led_to(self, name: str) -> dict[str, tuple[str, str]]:
        """The relations of an Office member by their ids: the last word of the type, and where each leads to."""
        folder, own = posixpath.split(name)
        root = self.tree(f"{folder}/_rels/{own}.rels".lstrip("/"))
        found = {}
        for one in () if root is None else root.iter("{*}Relationship"):
            target = one.get("Target", "")
            if one.get("TargetMode") != "External":
                target = joined(folder, target)
            found[one.get("Id", "")] = (one.get("Type", "").rpartition("/")[2], target)
        return found


def joined(folder: str, target: str) -> str:
    """The member to which a relative address leads from a folder of the archive."""
    return posixpath.normpath(posixpath.join("/", folder, unquote(target.partition("#")[0]))).lstrip("/")


def tree(content: bytes) -> etree._Element | None:
    """The root of an XML, as far as it can be read; nothing is fetched, and no entity expanded but those of HTML."""
    return parsed(content)[0]


def parsed(content: bytes) -> tuple[etree._Element | None, int]:
    """The root of an XML, as far as it can be read, and the line from which on it cannot; 0 where all of it can."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_comments=True, remove_pis=True
    )
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
    events = etree.iterparse(
        io.BytesIO(content),
        tag=[f"{{*}}{name}" for name in names],
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        recover=True,
    )
    try:
        for _, element in events:
            yield element
            element.clear()
            parent = element.getparent()
            while parent is not None and element.getprevious() is not None:
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
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == wanted:
            return str(value)
    return ""
