"""The source of a document that people write as a text, so that it can be changed at a place and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from cluneal_lit.citations import scan_with_names
from cluneal_lit.documents import decoding, read
from cluneal_lit.documents.kinds import NAMES, kind
from cluneal_lit.documents.spans import Covered
from cluneal_lit.errors import DocumentError, StoreError
from cluneal_lit.model import Citation, Document, Place, Span
from cluneal_lit.outputs.mending import FORMS
from cluneal_lit.pipeline.beside import beside
from cluneal_lit.pipeline.scan import Scanned
from cluneal_lit.store import files

_MARK = "\ufeff"
# The beginning of a link, up to a place in its text.
_LINKS = {
    "latex": re.compile(r"\\href\s*\{[^{}\s]*\}\s*\{[^{}]*$"),
    "typst": re.compile(r"\blink\(\"[^\"\n]*\"\)\[[^\[\]]*$"),
}
_LONGEST = 2000  # characters of a link before its text
_LINE_END = re.compile(r"\r\n|\r|\n")


class Home(Struct, frozen=True):
    """What of a project bears on what a document cites: the folder that it writes into, and its keys; no folder for a
    closed world, where a project's bibliography is one like any other."""

    output: Path | None = None
    keys: frozenset[str] = frozenset()


_NOBODYS = Home()


class Source(Struct, frozen=True):
    """A document as its file has it: the text with its own line ends, how it is encoded, what stands in it."""

    name: str
    path: Path
    home: Home
    content: bytes
    form: str
    text: str
    encoding: str
    lines: tuple[int, ...]
    document: Document
    citations: tuple[Citation, ...]
    code: Covered

    def at(self, place: Place) -> int:
        """Where in the text a place is."""
        return self.lines[min(place.line or 1, len(self.lines)) - 1] + (place.column or 1) - 1

    def is_prose(self, citation: Citation) -> bool:
        """Whether a citation stands in no code, which would do something else if it were changed."""
        return self.code.shows(Span(citation.start, citation.end, "code"))

    def span(self, citation: Citation) -> tuple[int, int]:
        """Where in the text a citation stands; a link from its address on."""
        start = self.at(self.document.place(citation.start))
        end = self.at(self.document.place(max(citation.start, citation.end - 1))) + 1
        if self.form == "html":
            opened = self.text.rfind("<a", 0, start)
            start = opened if opened >= 0 and "</a" not in self.text[opened:start].lower() else start
        elif (begun := _LINKS.get(self.form)) and (link := begun.search(self.text, max(0, start - _LONGEST), start)):
            start = link.start()
        return start, end

    def encoded(self, text: str) -> bytes:
        """The bytes of the text, or of some of its lines."""
        return text.encode(self.encoding)

    def changed(self, text: str) -> Source:
        """The document with another text. Raises DocumentError, or UnicodeError for what its encoding lacks."""
        return _source(self.name, self.path, self.home, self.encoded(text), self.form)


def opened(name: str, path: Path, home: Home = _NOBODYS) -> Source:
    """The source of a document. Raises DocumentError, which says why there is none to be changed."""
    if not path.is_file():
        raise DocumentError("is no file of its own")
    content = files.content(path)
    form = kind(name, content)
    if form not in FORMS:
        raise DocumentError(f"is {NAMES[form]}, which is not changed; write by hand what `check` tells")
    return _source(name, path, home, content, form)


def unchanged(source: Source, cited: Sequence[Citation]) -> Source:
    """The source, if it is still what was checked. Raises DocumentError if not."""
    if [(one.id, one.start) for one in source.citations] != [(one.id, one.start) for one in cited]:
        raise DocumentError("changed while it was checked; check it again")
    return source


def write(before: Source, text: str) -> None:
    """Write the file with another text. Raises StoreError, which says why it was left as it is."""
    try:
        now = files.content(before.path)
        real = before.path.resolve()  # a link stays one
        mode = real.stat().st_mode & 0o7777
    except (OSError, StoreError) as error:
        raise StoreError("can no longer be read; check it again") from error
    if now != before.content:
        raise StoreError("changed while it was checked; it was left as it is, check it again")
    if not mode & 0o222:
        raise StoreError("may not be written; it was left as it is, make it writable")
    try:
        files.written(real, before.encoded(text), mode=mode)
    except StoreError as error:
        raise StoreError(str(error).removeprefix(f"{real}: ")) from error


def _source(name: str, path: Path, home: Home, content: bytes, form: str) -> Source:
    text, encoding = _decoded(content, form)
    document = read(name, content, partial(beside, path.parent, output=home.output))
    cited, names = scan_with_names(document)
    citations = Scanned((name,), cited, names=names).cited(home.keys)
    lines = (len(text) - len(text.removeprefix(_MARK)), *(match.end() for match in _LINE_END.finditer(text)))
    code = Covered(span for span in document.spans if span.kind == "code")
    return Source(name, path, home, content, form, text, encoding, lines, document, citations, code)


def _decoded(content: bytes, form: str) -> tuple[str, str]:
    """The text with its own line ends and byte-order mark, and its encoding."""
    found = decoding.decoded(content, decoding.declared(content) if form == "html" else "") if content else None
    encoding = (found[1] if found else "") or "UTF-8"
    try:
        text = content.decode(encoding)
        by_line = b"\n".join(line.encode(encoding) for line in text.split("\n"))
        if by_line == content and b"\0" not in content:
            return text, encoding
    except (LookupError, UnicodeError):
        pass
    raise DocumentError(f"is {encoding}, in which nothing is changed; save it as UTF-8")
