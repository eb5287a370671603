"""PDF, read with pdfium: the text in the order in which one reads it, a line for each paragraph.

Heads and feet that run through the pages and numbers at the margin are left out. A place is a page. Pdfium is not safe
for threads (README of pypdfium2 5.15): documents are read in processes side by side, never in threads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing

import pypdfium2
import pypdfium2.raw as pdfium
from msgspec import Struct

from cluneal_lit.documents.file import File
from cluneal_lit.documents.pdf.columns import columns
from cluneal_lit.documents.pdf.joined import Vocabulary
from cluneal_lit.documents.pdf.lines import Line
from cluneal_lit.documents.pdf.links import linked
from cluneal_lit.documents.pdf.page import Page
from cluneal_lit.documents.pdf.running import without_line_numbers, without_running
from cluneal_lit.documents.pdf.text import written
from cluneal_lit.errors import DocumentError
from cluneal_lit.model import Document, Finding

_MOST_PAGES = 20_000
_MOST = 100_000_000  # characters


class _Read(Struct):
    """The pieces of the pages, their texts, and which pages are pictures without text."""

    pages: list[list[Line]] = []
    texts: list[str] = []
    pictures: list[int] = []
    size: int = 0


def read(file: File) -> Document:
    """The document of a PDF. Raises DocumentError for one that is locked, damaged or too large."""
    found = _read(file)
    pages = without_running([without_line_numbers(page) for page in found.pages])
    ordered = _ordered(pages)
    text, anchors, spans = written(ordered, Vocabulary(found.texts))
    what = _said(found.pictures, len(pages)) if found.pictures else ""
    findings = (Finding("LIT105", file.path, values={"what": what}),) if what else ()
    return Document(file.path, "pdf", text, anchors, spans, findings=findings)


def _read(file: File) -> _Read:
    found = _Read()
    with _opened(file) as document:
        count = len(document)
        if not count:
            raise DocumentError(f"{file.path}: is a damaged PDF: it has no pages")
        refuse_too_large(file.path, count, 0)
        for number in range(count):
            _see(document.raw, number, found)
            refuse_too_large(file.path, count, found.size)
    return found


def refuse_too_large(path: str, pages: int, characters: int) -> None:
    """Raise DocumentError for more pages or characters than are read: a part would pass for the whole."""
    if pages > _MOST_PAGES:
        raise DocumentError(f"{path}: is too large a PDF: it has more than {_MOST_PAGES:,} pages: split it")
    if characters > _MOST:
        raise DocumentError(f"{path}: is too large a PDF: it has more than {_MOST:,} characters: split it")


def _opened(file: File) -> closing[pypdfium2.PdfDocument]:
    try:
        return closing(pypdfium2.PdfDocument(file.content))
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise DocumentError(f"{file.path}: is locked with a password: save it without one") from None
        if error.err_code == pdfium.FPDF_ERR_SECURITY:
            raise DocumentError(f"{file.path}: is locked in a way that is not read: save it without a lock") from None
        raise DocumentError(f"{file.path}: is a damaged PDF: save or download it anew") from None


def _see(document: pdfium.FPDF_DOCUMENT, number: int, found: _Read) -> None:
    """Add a page; one that cannot be loaded is empty."""
    page = pdfium.FPDF_LoadPage(document, number)
    text = pdfium.FPDFText_LoadPage(page) if page else None
    try:
        lines: list[Line] = []
        if text:
            seen = Page(page, text)
            lines = linked(document, seen, seen.pieces())
            found.texts.append(seen.text)
            found.size += len(seen.text)
        found.pages.append(lines)
        if page and not lines and _has_picture(page):
            found.pictures.append(number + 1)
    finally:
        if text:
            pdfium.FPDFText_ClosePage(text)
        if page:
            pdfium.FPDF_ClosePage(page)


def _has_picture(page: pdfium.FPDF_PAGE) -> bool:
    objects = (pdfium.FPDFPage_GetObject(page, at) for at in range(min(100, pdfium.FPDFPage_CountObjects(page))))
    kinds = (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM)
    return any(pdfium.FPDFPageObj_GetType(one) in kinds for one in objects)


def _said(pages: Sequence[int], count: int) -> str:
    """`has no text layer`, and on which pages if not on all of them that hold something."""
    if len(pages) == count:
        return "has no text layer"
    return f"has no text layer on page{'s' if len(pages) > 1 else ''} {', '.join(_ranges(pages))}"


def _ranges(numbers: Sequence[int]) -> Iterator[str]:
    start = last = numbers[0]
    for number in (*numbers[1:], -1):
        if number != last + 1:
            yield str(start) if start == last else f"{start}–{last}"
            start = number
        last = number


def _ordered(pages: Sequence[tuple[list[Line], list[Line]]]) -> list[list[list[Line]]]:
    """The columns of each page behind what ran over it; what stands up or down its margin comes last."""
    parted = columns([line for line in page if line.upright] for _, page in pages)
    return [
        [*_apart(kept), *found, *_apart(line for line in page if not line.upright)]
        for (kept, page), found in zip(pages, parted, strict=True)
    ]


def _apart(lines: Iterable[Line]) -> list[list[Line]]:
    return [[line] for line in lines]
