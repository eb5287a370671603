"""PDF, read with pdfium: the text in the order in which one reads it, a line for each paragraph.

Heads and feet that run through the pages and numbers at the margin are left out. A place is a page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from threading import Lock

import pypdfium2
import pypdfium2.raw as pdfium

from cluneal_lit.documents.file import File
from cluneal_lit.documents.pdf_columns import columns
from cluneal_lit.documents.pdf_lines import Line, put_together
from cluneal_lit.documents.pdf_links import linked
from cluneal_lit.documents.pdf_page import Page
from cluneal_lit.documents.pdf_running import without_line_numbers, without_running
from cluneal_lit.documents.pdf_text import written
from cluneal_lit.errors import DocumentError
from cluneal_lit.model import Document, Finding

_ONE_AT_A_TIME = Lock()  # pdfium may be called by one thread only: https://pypdfium2.readthedocs.io (2026-11-20)
_MOST_PAGES = 20_000
_MOST = 100_000_000  # characters


def read(file: File) -> Document:
    """The document of a PDF. Raises DocumentError for one that is locked or damaged."""
    with _ONE_AT_A_TIME:
        pages, blank = _read(file)
    kept = without_running([put_together(without_line_numbers(page)) for page in pages])
    text, anchors, spans = written([columns([line for line in page if line.upright]) + _beside(page) for page in kept])
    findings = (Finding("LIT105", file.path, values={"what": blank}),) if blank else ()
    return Document(file.path, "pdf", text, anchors, spans, findings=findings)


def _read(file: File) -> tuple[list[list[Line]], str]:
    """The pieces of the pages, and which pages are pictures without text."""
    with _opened(file) as document:
        count = len(document)
        if not count:
            raise DocumentError(f"{file.path}: is a damaged PDF: it has no pages")
        pages: list[list[Line]] = []
        pictured: list[int] = []
        left = _MOST
        for number in range(min(count, _MOST_PAGES)):
            lines, size, picture = _page(document.raw, number)
            pages.append(lines)
            if picture:
                pictured.append(number + 1)
            left -= size
            if left < 0:
                break
    return pages, _said(pictured, count) if pictured else ""


def _opened(file: File) -> closing[pypdfium2.PdfDocument]:
    try:
        return closing(pypdfium2.PdfDocument(file.content))
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise DocumentError(f"{file.path}: is locked with a password: save it without one") from None
        if error.err_code == pdfium.FPDF_ERR_SECURITY:
            raise DocumentError(f"{file.path}: is locked in a way that is not read: save it without a lock") from None
        raise DocumentError(f"{file.path}: is a damaged PDF: save or download it anew") from None


def _page(document: pdfium.FPDF_DOCUMENT, number: int) -> tuple[list[Line], int, bool]:
    """The pieces of a page, how many characters it has, and whether it has a picture and no text."""
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return [], 0, False
    text = pdfium.FPDFText_LoadPage(page)
    try:
        if not text:
            return [], 0, False
        seen = Page(page, text)
        pieces = seen.pieces()
        lines = linked(document, seen, pieces)
        return lines, len(seen.text), not pieces and _has_picture(page)
    finally:
        if text:
            pdfium.FPDFText_ClosePage(text)
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


def _beside(page: Sequence[Line]) -> list[list[Line]]:
    """What runs up or down the margin."""
    return [[line] for line in page if not line.upright]
