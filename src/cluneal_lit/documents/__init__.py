"""Documents: the bytes of a file that cites, made into a text with places."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from msgspec.structs import replace

from cluneal_lit.documents import decoding, project
from cluneal_lit.documents.file import File, nothing_beside
from cluneal_lit.documents.kinds import BINARY, NAMES, kind
from cluneal_lit.errors import DocumentError
from cluneal_lit.model import Document, Finding

# The module of each format that is read. It is loaded with the first document of its kind: together they take longer to
# load than a second run may take.
READERS = {
    "text": "text",
    "markdown": "markdown",
    "html": "html",
    "notebook": "notebook",
    "csv": "table",
    "xlsx": "xlsx",
    "ris": "ris",
    "nbib": "nbib",
    "csl": "csl",
    "endnote": "endnote",
    "enw": "enw",
    "rst": "rst",
    "epub": "epub",
    "rtf": "rtf",
    "jats": "jats",
    "docx": "docx",
    "pptx": "pptx",
    "odt": "odt",
    "pdf": "pdf",
    "bibtex": "bibtex",
    "latex": "latex",
    "typst": "typst",
}


def read(path: str, content: bytes, beside: Callable[[str], bytes | None] = nothing_beside, form: str = "") -> Document:
    """The document that the file's content is; a text of no other known kind is plain text.

    `form`: its format, where something other than name and content says it. `beside` gives the content of a
    neighbouring file, by its path relative to the document's folder. Raises DocumentError for what is not read.
    What was odd about the file stands in the document's `findings`.
    """
    form = form or kind(path, content)
    if form == "locked":
        raise DocumentError(f"{path}: is locked with a password: save it without one")
    if form not in READERS:
        raise DocumentError(f"{path}: is {NAMES[form]}, which is not read; read are {names()}")
    written = ""
    findings: tuple[Finding, ...] = ()
    if form not in BINARY:
        written, findings = _decoded(path, content, form)
    document = _reader(form)(File(path, content, written, beside))
    if not document.text.strip() and not document.findings:
        findings = (*findings, Finding("LIT103", path))
    return replace(document, findings=(*findings, *document.findings))


def unpacked(file: File) -> tuple[File, ...]:
    """The documents that a file holds: itself, or those of a zipped project, whose `text` is not decoded yet.

    Raises DocumentError for an archive that cannot be unpacked.
    """
    if kind(file.path, file.content) == "project":
        return tuple(project.members(file))
    return (file,)


def names() -> str:
    """The formats that are read, as a sentence says them."""
    *others, last = (NAMES[form] for form in NAMES if form in READERS or form == "project")
    return f"{', '.join(others)} and {last}"


def _reader(form: str) -> Callable[[File], Document]:
    read: Callable[[File], Document] = import_module(f"cluneal_lit.documents.{READERS[form]}").read
    return read


def _decoded(path: str, content: bytes, form: str) -> tuple[str, tuple[Finding, ...]]:
    if not content:
        return "", ()
    decoded = decoding.decoded(content, decoding.declared(content) if form == "html" else "")
    if decoded is None:
        raise DocumentError(f"{path}: is binary, of no known kind; read are {names()}")
    written, encoding = decoded
    return written, (Finding("LIT102", path, values={"encoding": encoding}),) if encoding else ()
