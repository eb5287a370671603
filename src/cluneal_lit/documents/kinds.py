"""Formats that are recognised in order to say that they are not read."""

from __future__ import annotations

import re

READ = "plain text, Markdown and HTML"

# By what the content begins with. Office and OpenDocument files are ZIP archives: their suffix says more.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
)
_ARCHIVES = {
    ".docx": "a Word file (DOCX)",
    ".pptx": "a PowerPoint file (PPTX)",
    ".xlsx": "an Excel file (XLSX)",
    ".odt": "an OpenDocument text (ODT)",
    ".epub": "an e-book (EPUB)",
}
_TEXTS = {
    ".tex": "LaTeX",
    ".ipynb": "a notebook",
    ".xml": "XML",
    ".json": "JSON",
    ".rtf": "RTF",
    ".bib": "BibTeX",
    ".ris": "RIS",
    ".nbib": "NBIB",
}
_HTML_SUFFIXES = frozenset((".html", ".htm", ".xhtml", ".xht"))
_HTML = re.compile(rb"\s*(?:<\?xml\b[^>]*>\s*)?(?:<!--[^>]*>\s*){0,3}(?:<!doctype\s+html\b|<html[\s>])", re.IGNORECASE)


def unread(suffix: str, content: bytes) -> str:
    """What the content is when it is of a known format that is not read (`a PDF`); empty when it may be a text."""
    head = content[:1024].removeprefix(b"\xef\xbb\xbf")
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return _ARCHIVES.get(suffix, name) if name == "a ZIP archive" else name
    return "" if is_html(suffix, content) else _TEXTS.get(suffix, "")


def is_html(suffix: str, content: bytes) -> bool:
    """Whether the file is HTML: by its suffix, or because it begins as a page of it."""
    head = re.sub(rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)|\0", b"", content[:2048])
    return suffix in _HTML_SUFFIXES or bool(_HTML.match(head))
