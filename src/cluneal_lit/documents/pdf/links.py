"""What the link annotations of a page lead to, laid over the text that they cover."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2.raw as pdfium
from msgspec.structs import replace

from cluneal_lit.documents.pdf.characters import Box
from cluneal_lit.documents.pdf.lines import Line
from cluneal_lit.documents.pdf.page import Page
from cluneal_lit.model import Span

_MOST = 5000
_LONGEST = 4000


def linked(document: pdfium.FPDF_DOCUMENT, page: Page, pieces: list[tuple[int, Line]]) -> list[Line]:
    """The lines, with a span for each link; one that covers no text leads on from the end of the line nearest to it."""
    lines = [line for _, line in pieces]
    spans: dict[int, list[Span]] = {}
    for (left, top, right, bottom), target in _links(document, page):
        covered = False
        for at, (start, line) in enumerate(pieces):
            middle = line.y + 0.25 * line.size
            if bottom <= middle <= top and line.x0 < right and line.x1 > left:
                first, last = _edge(page, start, line, left), _edge(page, start, line, right)
                if covering := line.text[first:last].strip():
                    first = line.text.index(covering, first)
                    spans.setdefault(at, []).append(Span(first, first + len(covering), "link", target))
                    covered = True
        if not covered and lines:
            nearest = min(range(len(lines)), key=lambda at: abs(lines[at].y - bottom) + max(0, lines[at].x0 - right))
            end = len(lines[nearest].text)
            spans.setdefault(nearest, []).append(Span(end, end, "link", target))
    for at, over in spans.items():
        lines[at] = replace(lines[at], spans=(*lines[at].spans, *over))
    return lines


def _edge(page: Page, start: int, line: Line, x: float) -> int:
    """How many characters of the line have their middle left of x."""
    low, high = 0, len(line.text)
    if x >= line.x1:
        return high
    while low < high:
        at = (low + high) // 2
        left, _, right, _ = page.characters.box(start + at)
        if (left + right) / 2 < x:
            low = at + 1
        else:
            high = at
    return low


def _links(document: pdfium.FPDF_DOCUMENT, page: Page) -> Iterator[tuple[Box, str]]:
    """Rectangle and address of each link that leads out of the document."""
    position, link, area = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    for _ in range(_MOST):
        if not pdfium.FPDFLink_Enumerate(page.page, position, link):
            return
        action = pdfium.FPDFLink_GetAction(link)
        if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
            continue
        target = _address(document, action)
        if target and pdfium.FPDFLink_GetAnnotRect(link, area):
            yield page.characters.seen(area.left, area.top, area.right, area.bottom), target


def _address(document: pdfium.FPDF_DOCUMENT, action: pdfium.FPDF_ACTION) -> str:
    length = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
    if not 1 < length <= _LONGEST:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDFAction_GetURIPath(document, action, buffer, length)
    return buffer.raw[: length - 1].decode("utf-8", "replace").strip()
