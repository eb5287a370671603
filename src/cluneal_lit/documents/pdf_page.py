"""A page of a PDF as pdfium gives it: pieces of lines, with what is raised in them and where their links lead.

Pdfium is asked about few characters only, since a call for each would take longer than reading the page: the first
and last of a line, last digits (for what is raised), and those at the edges of links.
"""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

import pypdfium2.raw as pdfium

from cluneal_lit.documents.pdf_lines import Line
from cluneal_lit.model import Span

# Pdfium writes U+FFFE or U+0002 for a hyphen at the end of a line, and no line end behind it.
_HYPHEN = "\ufffe"
_PIECE = re.compile("[^\r\n\ufffe]+\ufffe?")
# Numbers that may be raised: behind a word or stop; longer ones may end with one that is. The digit comes first, so
# that only digits are looked at.
_NUMBER = re.compile(r"\d(?:(?<=[^\W\d_]\d|[.,;!?)\]”’\"'*]\d)\d*|\d{4,}|(?<=[^\W\d_] \d|[.”] \d)\d{0,2}(?!\d))")
_RAISABLE = frozenset("0123456789,–-−")
_RAISED = 0.12
_DESCENT = 0.2  # how far a font goes below the line, about: the place of the line itself is another call
_WIDE = 0.55
_GAP = 1.3
_SAMPLES = 4
_BLANK = re.compile(r"(?<=\S) +(?=\S)")
_LIKELY = frozenset(range(5, 15))  # the twentieths of a line in which two or three columns of a page meet
_ANYWHERE = frozenset(range(20))
_LOOSE = 1.15
_NARROW = 0.25  # of the height of a font: no letters are narrower, on average
_MOST = 4_000_000  # characters of one page: no page that people made has more

_BOX = pdfium.FPDFText_GetLooseCharBox

Piece = tuple[int, Line]  # with the offset of its first character


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
        self._digits = [number.end() - 1 for number in _NUMBER.finditer(self.text)]

    def _whole(self) -> str:
        count = min(pdfium.FPDFText_CountChars(self._text), _MOST)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(self._text, 0, count, buffer)
        text = bytes(buffer)[: max(0, written - 1) * 2].decode("utf-16-le", "replace")
        self._straight = len(text) == count
        return text.replace("\x02", _HYPHEN).replace("\u00ad", _HYPHEN)

    def _index(self, offset: int) -> int:
        """Pdfium's number of a character of a text that lacks some of the page's."""
        index: int = pdfium.FPDFText_GetCharIndexFromTextIndex(self._text, offset)
        return max(0, index)

    def box(self, offset: int) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of a character, of the height of its font, as one sees the page."""
        box = self._box
        _BOX(self._text, offset if self._straight else self._index(offset), self._box_at)
        if not self.turned:
            return box.left, box.bottom, box.right, box.top
        one, other = self.turn(box.left, box.bottom), self.turn(box.right, box.top)
        return min(one[0], other[0]), min(one[1], other[1]), max(one[0], other[0]), max(one[1], other[1])

    def base(self, offset: int) -> float:
        """The height of the line on which a character stands."""
        index = offset if self._straight else self._index(offset)
        pdfium.FPDFText_GetCharOrigin(self._text, index, self._x_at, self._y_at)
        return self.turn(self._x.value, self._y.value)[1] if self.turned else self._y.value

    def turn(self, x: float, y: float) -> tuple[float, float]:
        return ((x, y), (y, -x), (-x, -y), (-y, x))[self.turned]

    def pieces(self) -> list[Piece]:
        """The pieces of lines in the order in which the page draws them, with the offset of each."""
        found = list(self._pieces())
        standing = [piece for piece in found if not piece[1].upright]
        if standing and sum(len(piece.text) for _, piece in standing) * 2 > len(self.text):
            self.turned = (self.turned + self._direction(standing[0])) % 4
            found = list(self._pieces())
        return self._parted(found)

    def _direction(self, piece: Piece) -> int:
        """How many quarters to turn a page whose text runs upwards or downwards."""
        start, line = piece
        return 1 if self.box(start + len(line.text) - 1)[1] > self.box(start)[1] else 3

    def _pieces(self) -> Iterator[Piece]:
        for match in _PIECE.finditer(self.text):
            written = match[0]
            start = match.start() + len(written) - len(written.lstrip())
            if shown := written.strip():
                yield start, self._piece(start, shown)

    def _piece(self, start: int, text: str) -> Line:
        end = start + len(text) - 1
        left, bottom, right, top = self.box(start)
        size, upright = top - bottom, True
        if end > start:
            last_left, last_bottom, last_right, last_top = self.box(end)
            size = self._size(size, last_top - last_bottom, (start + end) // 2)
            upright = abs(last_bottom - bottom) < max(2 * size, abs(last_left - left))
            left, right = min(left, last_left), max(right, last_right)
        size = size if size > 0 else 1.0
        raised = self._raised(text, start, size)
        shown = text.replace(_HYPHEN, "-") if text[-1] == _HYPHEN else text
        return Line(shown, left, right, bottom + _DESCENT * size, size, raised, upright)

    def _size(self, first: float, last: float, middle: int) -> float:
        """The size of most letters of a piece: that of its first one, unless the last one has another."""
        if 0.87 * last < first < 1.15 * last:
            return first
        _, low, _, high = self.box(middle)
        return high - low if high > low else first

    def _raised(self, text: str, start: int, size: float) -> tuple[Span, ...]:
        """Numbers that stand higher than the line."""
        first, last = bisect_left(self._digits, start), bisect_left(self._digits, start + len(text))
        if first == last:
            return ()
        found: list[Span] = []
        base = self.base(start) + _RAISED * size
        for at in self._digits[first:last]:
            if self.base(at) <= base:
                continue
            begin, end = at - start, at - start + 1
            while begin and text[begin - 1] in _RAISABLE and self.base(start + begin - 1) > base:
                begin -= 1
            while end < len(text) and text[end] in _RAISABLE and self.base(start + end) > base:
                end += 1
            if found and begin <= found[-1].end:
                begin = found.pop().start
            found.append(Span(begin, len(text[:end].rstrip(",–-−")), "superscript"))
        return tuple(found)

    def _parted(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces, cut where pdfium runs together what stands far apart: cells of a row, and columns that are
        drawn line by line."""
        if not pieces:
            return []
        gaps = {start: self._gaps(start, line, _ANYWHERE) for start, line in _odd(pieces)}
        width = max([line.x1 for _, line in pieces]) - min([line.x0 for _, line in pieces])
        wide = [piece for piece in pieces if piece[1].x1 - piece[1].x0 > _WIDE * width and piece[0] not in gaps]
        sample = wide[:: max(1, len(wide) // _SAMPLES)][:_SAMPLES]
        if 3 * sum(bool(self._gaps(start, line, _LIKELY)) for start, line in sample) >= max(1, len(sample)):
            gaps |= {start: self._gaps(start, line, _LIKELY) for start, line in wide}
        return [part for piece in pieces for part in self._cut(piece, gaps.get(piece[0]))]

    def _cut(self, piece: Piece, gaps: list[int] | None) -> Iterator[Piece]:
        if not gaps:
            yield piece
            return
        start, line = piece
        for begin, end in pairwise((start, *gaps, start + len(line.text))):
            written = self.text[begin:end]
            begin += len(written) - len(written.lstrip())
            yield begin, self._piece(begin, written.strip())

    def _gaps(self, start: int, line: Line, where: frozenset[int]) -> list[int]:
        """The offsets of blanks that are wide as the gap between columns is, or behind which another line begins."""
        length, size = len(line.text), line.size
        found = []
        for blank in _BLANK.finditer(line.text):
            if 20 * blank.start() // length in where:
                left, low, right, _ = self.box(start + blank.start() - 1)
                next_left, next_low, _, _ = self.box(start + blank.end())
                if next_left - right > _GAP * size or next_left < left or abs(next_low - low) > size:
                    found.append(start + blank.start())
        return found


def _odd(pieces: list[Piece]) -> list[Piece]:
    """The pieces whose letters would be wider or narrower than those of the page are."""
    widths = [(line.x1 - line.x0) / line.size for _, line in pieces]
    letters = [width / len(line.text) for width, (_, line) in zip(widths, pieces, strict=True)]
    usual = sorted(letters)[len(letters) // 2]
    tight, loose = max(_NARROW, usual / _LOOSE**2), _LOOSE * usual
    return [
        piece
        for piece, width, letter in zip(pieces, widths, letters, strict=True)
        if (letter > loose and width - usual * len(piece[1].text) > _GAP) or (letter < tight and width > 4)
        if " " in piece[1].text
    ]
