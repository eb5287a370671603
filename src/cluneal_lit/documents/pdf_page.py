"""A page of a PDF as pdfium gives it: pieces of lines, with what is raised in them and where their links lead.

Pdfium is asked about few characters only, since a call for each would take longer than reading the page: the first
and last of a line, last digits (for what is raised), and those at the edges of links.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator

import pypdfium2.raw as pdfium

from cluneal_lit.documents.pdf_lines import Line
from cluneal_lit.model import Span

# Pdfium writes U+FFFE or U+0002 for a hyphen at the end of a line, and no line end behind it.
HYPHEN = "\ufffe"
_PIECE = re.compile("[^\r\n\ufffe]+\ufffe?")
_HYPHENS = str.maketrans({"\x02": HYPHEN, "\u00ad": HYPHEN})
_LAST_DIGIT = re.compile(r"(?<=[^\s\d])\d*(\d)(?!\d)|(?<![\d.])(?:19|20)\d\d\d{0,2}(\d)(?!\d)")
_RAISABLE = frozenset("0123456789,–-−")
_RAISED = 0.12
_WIDE = 0.55
_GAP = 1.3
_SAMPLES = 6
_MOST = 4_000_000  # characters of one page: no page that people made has more


class Page:
    """An open page; `turned` says by how many quarters of a turn its text is turned."""

    def __init__(self, page: pdfium.FPDF_PAGE, text: pdfium.FPDF_TEXTPAGE) -> None:
        self.page, self._text = page, text
        self._box = pdfium.FS_RECTF()
        self._box_at = ctypes.byref(self._box)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._x_at, self._y_at = ctypes.byref(self._x), ctypes.byref(self._y)
        self.turned = max(0, pdfium.FPDFPage_GetRotation(page)) % 4
        self.text = self._whole()

    def _whole(self) -> str:
        count = min(pdfium.FPDFText_CountChars(self._text), _MOST)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(self._text, 0, count, buffer)
        text = bytes(buffer)[: max(0, written - 1) * 2].decode("utf-16-le", "replace")
        self._straight = len(text) == count
        return text.translate(_HYPHENS)

    def _index(self, offset: int) -> int:
        """Pdfium's number of a character of the text."""
        return offset if self._straight else pdfium.FPDFText_GetCharIndexFromTextIndex(self._text, offset)

    def box(self, offset: int) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of a character, of the height of its font, as one sees the page."""
        box = self._box
        pdfium.FPDFText_GetLooseCharBox(self._text, self._index(offset), self._box_at)
        if not self.turned:
            return box.left, box.bottom, box.right, box.top
        one, other = self.turn(box.left, box.bottom), self.turn(box.right, box.top)
        return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])

    def base(self, offset: int) -> float:
        """The height of the line on which a character stands."""
        pdfium.FPDFText_GetCharOrigin(self._text, self._index(offset), self._x_at, self._y_at)
        return self.turn(self._x.value, self._y.value)[1] if self.turned else self._y.value

    def turn(self, x: float, y: float) -> tuple[float, float]:
        return ((x, y), (y, -x), (-x, -y), (-y, x))[self.turned]

    def pieces(self) -> list[tuple[int, Line]]:
        """The pieces of lines in the order in which the page draws them, with the offset of each."""
        found = list(self._pieces())
        standing = [piece for piece in found if not piece[1].upright]
        if sum(len(piece.text) for _, piece in standing) * 2 > len(self.text) and (up := self._direction(standing[0])):
            self.turned = (self.turned + up) % 4
            found = list(self._pieces())
        return list(self._parted(found))

    def _direction(self, piece: tuple[int, Line]) -> int:
        """How many quarters to turn a page whose text runs upwards or downwards."""
        start, line = piece
        return 1 if self.box(start + len(line.text) - 1)[1] > self.box(start)[1] else 3

    def _pieces(self) -> Iterator[tuple[int, Line]]:
        for match in _PIECE.finditer(self.text):
            written = match[0]
            start = match.start() + len(written) - len(written.lstrip())
            if shown := written.strip():
                yield start, self._piece(start, shown)

    def _piece(self, start: int, text: str) -> Line:
        end = start + len(text) - 1
        left, bottom, right, top = self.box(start)
        last_left, last_bottom, last_right, last_top = self.box(end) if end > start else (left, bottom, right, top)
        size, last = top - bottom, last_top - last_bottom
        if not 0.87 < (size or 1) / (last or 1) < 1.15 and end - start > 1:
            _, low, _, high = self.box((start + end) // 2)
            size = high - low if high - low > 0 else size
        size = size if size > 0 else 1.0
        upright = abs(last_bottom - bottom) < max(2 * size, abs(last_left - left))
        x0, x1 = min(left, last_left), max(right, last_right)
        y = self.base(start)
        return Line(text, x0, x1, y, size, self._raised(text, start, y, size), upright)

    def _raised(self, text: str, start: int, y: float, size: float) -> tuple[Span, ...]:
        """Numbers that stand higher than the line."""
        found = []
        for match in _LAST_DIGIT.finditer(text):
            first = last = match.end() - 1
            if self.base(start + last) - y < _RAISED * size:
                continue
            while first and text[first - 1] in _RAISABLE and self.base(start + first - 1) - y > _RAISED * size:
                first -= 1
            if found and text[found[-1].end : first].strip(" ,–-−") == "":
                found[-1] = Span(found[-1].start, last + 1, "superscript")
            else:
                found.append(Span(first, last + 1, "superscript"))
        return tuple(found)

    def _parted(self, pieces: list[tuple[int, Line]]) -> Iterator[tuple[int, Line]]:
        """The pieces, cut where a page that is drawn line by line goes over from one column to the next."""
        width = max((line.x1 for _, line in pieces), default=0) - min((line.x0 for _, line in pieces), default=0)
        wide = [piece for piece in pieces if piece[1].x1 - piece[1].x0 > _WIDE * width and " " in piece[1].text]
        sample = wide[:: max(1, len(wide) // _SAMPLES)]
        cut = {start: gaps for start, line in sample if (gaps := self._gaps(start, line))}
        if 3 * len(cut) >= len(sample) and cut:
            cut = {start: gaps for start, line in wide if (gaps := self._gaps(start, line))}
        else:
            cut = {}
        for start, line in pieces:
            ends = [*cut.get(start, ()), start + len(line.text)]
            if len(ends) == 1:
                yield start, line
                continue
            for end in ends:
                if shown := self.text[start:end].strip():
                    start += len(self.text[start:end]) - len(self.text[start:end].lstrip())
                    yield start, self._piece(start, shown)
                start = end

    def _gaps(self, start: int, line: Line) -> list[int]:
        """The offsets of blanks that are wide as the gap between columns is."""
        blanks = [match for match in re.finditer(r"(?<=\S)\s+(?=\S)", line.text)]
        return [
            start + blank.start()
            for blank in blanks
            if self.box(start + blank.end())[0] - self.box(start + blank.start() - 1)[2] > _GAP * line.size
        ]
