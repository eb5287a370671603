"""Which format a file is of: by its content, and by its name where the content leaves it open."""

from __future__ import annotations

import io
import lzma
import re
import struct
import zipfile
import zlib
from pathlib import PurePath

from cluneal_lit.documents.markdown_signs import is_markdown
from cluneal_lit.formats import csl_signs, heads

# Every format that is told apart -> what it is called in a message.
NAMES = {
    "text": "plain text",
    "markdown": "Markdown",
    "html": "HTML",
    "docx": "Word (DOCX)",
    "pdf": "PDF",
    "latex": "LaTeX",
    "project": "zipped LaTeX projects",
    "typst": "Typst",
    "jats": "JATS XML",
    "notebook": "notebooks",
    "csv": "CSV",
    "xlsx": "Excel (XLSX)",
    "bibtex": "BibTeX",
    "ris": "RIS",
    "nbib": "NBIB",
    "csl": "CSL-JSON",
    "endnote": "EndNote XML",
    "enw": "EndNote's tagged export",
    "rst": "reStructuredText",
    "pptx": "PowerPoint (PPTX)",
    "odt": "OpenDocument text (ODT)",
    "rtf": "RTF",
    "epub": "e-books (EPUB)",
    "xml": "XML of another kind",
    "json": "JSON of another kind",
    "zip": "a ZIP archive of another kind",
    "office": "an old Office file",
    "locked": "a file locked with a password",
    "archive": "an archive",
    "picture": "a picture",
    "program": "a program",
    "database": "a database",
}
BINARY = frozenset(
    ("docx", "pdf", "project", "xlsx", "pptx", "odt", "epub", "rtf", "jats")
)  # their readers take the bytes

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "office"),
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "archive"),
    (b"BZh", "archive"),
    (b"\xfd7zXZ", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"Rar!", "archive"),
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"\x7fELF", "program"),
    (b"MZ\x90", "program"),
    (b"SQLite format 3", "database"),
)
_LOCKED = "EncryptedPackage".encode("utf-16-le")  # the stream that holds a file with a password: MS-OFFCRYPTO, 2.3.4.4
_PDF = re.compile(rb"%PDF-\d")  # within the first kilobyte: ISO 32000-1, annex H
_PDF_HEAD = 1024
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# What zipfile raises for an archive that is damaged or of a form that it does not know.
BROKEN_ARCHIVE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
)
_NUMBERED_MAIN = re.compile(r"word/document\d+\.xml$")  # how Word on the web names it
# The member that only this kind of archive has.
_MEMBERS = {"word/document.xml": "docx", "ppt/presentation.xml": "pptx", "xl/workbook.xml": "xlsx"}
_MIMETYPES = {b"application/vnd.oasis.opendocument.text": "odt", b"application/epub+zip": "epub"}
_ARCHIVES = {f".{name}": name for name in ("docx", "pptx", "xlsx", "odt", "epub")}
_SUFFIXES = {
    **dict.fromkeys(
        (".md", ".markdown", ".mdown", ".mdwn", ".mkd", ".mkdn", ".mdx", ".qmd", ".rmd", ".rmarkdown"), "markdown"
    ),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".xht"), "html"),
    **dict.fromkeys((".tex", ".ltx", ".latex", ".bbl", ".rnw", ".snw", ".rtex", ".pnw", ".texw", ".jnw"), "latex"),
    **dict.fromkeys((".csv", ".tsv", ".tab"), "csv"),
    **dict.fromkeys((".nbib", ".medline"), "nbib"),
    **dict.fromkeys((".rst", ".rest"), "rst"),
    ".typ": "typst",
    ".ipynb": "notebook",
    ".bib": "bibtex",
    ".ris": "ris",
    ".xml": "xml",
    ".nxml": "xml",
    ".json": "json",
    ".enw": "enw",
    ".refer": "enw",
}
_HTML = re.compile(rb"\s*(?:<\?xml\b[^>]*>\s*)?(?:<!--[^>]*>\s*){0,3}(?:<!doctype\s+html\b|<html[\s>])", re.IGNORECASE)
_ROOT = re.compile(
    rb"\s*(?>(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE\b[^>\[]*(?:\[.*?\]\s*)?>\s*)*)<([\w:.-]+)", re.DOTALL
)
_JATS = frozenset((b"article", b"pmc-articleset", b"book", b"book-part-wrapper"))
# How a text of the kind begins, whatever its name.
_BEGINNINGS: tuple[tuple[re.Pattern[bytes], str], ...] = (
    (re.compile(rb"(?:\s*%[^\n]*\n)*\s*\\(?:documentclass|begin\{document\}|begin\{thebibliography\})"), "latex"),
    (
        re.compile(
            rb"(?:\s*%[^\n]*\n)*\s*@(?:article|book|inproceedings|incollection|misc|string|comment)\s*[{(]", re.I
        ),
        "bibtex",
    ),
    (re.compile(rb"\s*TY  - [A-Z]"), "ris"),
    (re.compile(rb"\s*PMID- ?\d"), "nbib"),
    (re.compile(rb"PT\tAU\t"), "csv"),  # Web of Science's table
    (re.compile(rb"\s*\{\s*\"(?:cells|metadata|nbformat)\""), "notebook"),
    (
        re.compile(rb"\s*(?:<\?xml\b[^>]*>\s*)?(?:<xml>\s*)?<records?>\s*<(?:record|database|source-app|/records)\b"),
        "endnote",
    ),
    (re.compile(rb"\s*%0 [A-Z][a-z]"), "enw"),
)
_LONGEST_HEAD = 40
_HEAD = 4096
_MORE = 100_000
_MARKED = re.compile(rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)|\0")  # byte-order mark, every second byte of UTF-16


def kind(path: str, content: bytes) -> str:
    """The format of the file, one of NAMES; what nothing else is known about is plain text."""
    suffix = PurePath(path).suffix.lower()
    if not content or content.isspace():
        return "text"  # nothing is nothing, whatever its name
    if content.startswith(_ZIP):
        return _in_archive(content) or _ARCHIVES.get(suffix, "zip")
    if _PDF.search(content, 0, _PDF_HEAD):
        return "pdf"
    head = _MARKED.sub(b"", content[:_HEAD])
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return "locked" if name == "office" and _LOCKED in content else name
    return _of_text(suffix, head, content)


def _of_text(suffix: str, head: bytes, content: bytes) -> str:
    named = _SUFFIXES.get(suffix, "text")
    if named == "html" or _HTML.match(head):
        return "html"
    if named in ("text", "xml", "json"):
        for beginning, name in _BEGINNINGS:
            if beginning.match(head):
                return name
        if (root := _ROOT.match(head)) and root[1] in _JATS and (named == "xml" or head.lstrip().startswith(b"<?xml")):
            return "jats"
    if named in ("text", "json") and csl_signs.is_csl(_MARKED.sub(b"", content[:_MORE]), is_named=named == "json"):
        return "csl"
    if named == "text" and _is_table(head.decode("utf-8", "replace")):
        return "csv"
    if not suffix and is_markdown(head, _MARKED.sub(b"", content[:_MORE])):
        return "markdown"
    return named


def _is_table(head: str) -> bool:
    """Whether the first line holds heads of a table whose values commas or semicolons part, one of them of identifiers,
    and the next as many values or more."""
    first, _, rest = head.partition("\n")
    for sign in ",;":
        columns = [column.strip(' \r"') for column in first.split(sign)]
        short = len(columns) > 1 and all(0 < len(column) <= _LONGEST_HEAD for column in columns)
        if short and any(heads.field(column) in heads.IDENTIFIERS for column in columns):
            return rest.partition("\n")[0].count(sign) >= len(columns) - 1
    return False


def _in_archive(content: bytes) -> str:
    """The format of an archive by what it holds; empty for one that is broken, whose name is all that is known."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [_NUMBERED_MAIN.sub("word/document.xml", name) for name in archive.namelist()]
            if "mimetype" in names:
                with archive.open("mimetype") as mimetype:
                    return _MIMETYPES.get(mimetype.read(100).strip(), "zip")
    except BROKEN_ARCHIVE:
        return ""
    for member, name in _MEMBERS.items():
        if member in names:
            return name
    return "project" if any(name.lower().endswith(".tex") for name in names) else "zip"
