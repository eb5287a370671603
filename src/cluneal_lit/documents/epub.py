"""E-books (EPUB): their chapters in reading order, each read as a page of HTML.

A place is a paragraph, counted through the book, and `note` names the file of the chapter.
(https://www.w3.org/TR/epub-33/)
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Set
from urllib.parse import unquote

from msgspec.structs import replace

from cluneal_lit.documents import decoding, html
from cluneal_lit.documents.composed import Composed
from cluneal_lit.documents.file import File
from cluneal_lit.documents.html import raising
from cluneal_lit.documents.parts import Package, joined
from cluneal_lit.documents.returning import without_returns
from cluneal_lit.errors import DocumentError
from cluneal_lit.model import Anchor, Document, Place, Span

_PAGES = ("application/xhtml+xml", "text/html")
_LED = re.compile(r"""\bhref\s*=\s*["'][^"'#<>]{0,500}#([^"'<>]{1,200})["']""", re.IGNORECASE)
_PARAGRAPH = re.compile(r"\n\s*\n\s*")


def read(file: File) -> Document:
    """The document of an e-book. Raises DocumentError for one that is broken, protected or too large."""
    package = Package(file, mended=True)
    if "meta-inf/rights.xml" in package.names():
        raise DocumentError(f"{file.path}: is protected against copying, and cannot be read")
    if "meta-inf/container.xml" not in package.names():
        raise DocumentError(f"{file.path}: is a broken e-book; get it again")
    composed = Composed()
    paragraphs = 0
    sheets = (name for name in package.names() if name.lower().endswith(".css"))
    raised = frozenset(each for name in sheets for each in raising.classes(_decoded(package, name)))
    written = {name: raising.styled(_decoded(package, name), raised) for name in _chapters(package)}
    led = frozenset(unquote(place) for source in written.values() for place in _LED.findall(source))
    for name, source in written.items():
        page = _page(source, name, led)
        if page.text.strip():
            composed.say("\n\n" if composed.size else "")
            anchors = tuple(_places(page.text, paragraphs + 1, posixpath.basename(name)))
            composed.put(replace(page, anchors=anchors))
            paragraphs += len(anchors)
    book = composed.document(file.path, "epub")
    return replace(book, spans=without_returns(book.text, book.spans))


def _decoded(package: Package, name: str) -> str:
    decoded = decoding.decoded(package.content(name))
    return decoded[0] if decoded else ""


def _places(text: str, first: int, note: str) -> Iterator[Anchor]:
    starts = [0, *(match.end() for match in _PARAGRAPH.finditer(text))]
    for number, start in enumerate(starts, first):
        yield Anchor(start, Place(paragraph=number, note=note))


def _chapters(package: Package) -> Iterator[str]:
    """The pages of the book in reading order, as its package lists them."""
    container = package.part("META-INF/container.xml")
    rootfile = None if container is None else next(container.iter("{*}rootfile"), None)
    listing = "" if rootfile is None else rootfile.get("full-path", "")
    root = package.part(listing)
    if root is None:
        return
    items = {one.get("id"): one for one in root.iter("{*}item")}
    seen: set[str] = set()
    for reference in root.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        name = "" if item is None else joined(posixpath.dirname(listing), item.get("href", ""))
        if item is not None and item.get("media-type") in _PAGES and name not in seen:
            seen.add(name)
            yield name


def _page(source: str, name: str, led: Set[str]) -> Document:
    """A chapter, its links and what they lead to named by its file, for a note may stand in another."""
    page = html.read(File("a.xhtml", b"", source), led)
    return replace(page, spans=tuple(_renamed(span, name) for span in page.spans))


def _renamed(span: Span, name: str) -> Span:
    if span.kind == "anchor":
        return replace(span, target=f"{name}:{span.target}")
    path, sign, place = span.target.partition("#")
    if span.kind != "link" or not sign or "://" in path:
        return span
    other = joined(posixpath.dirname(name), path) if path else name
    return replace(span, target=f"#{other}:{unquote(place)}")
