"""A page of a PDF as pdfium gives it: pieces of lines, with what is raised in them and where their links lead.

Pdfium is asked about few characters only, since a call for each would take longer than reading the page: the first
and last of a line, last digits (for what is raised), and those at the edges of links.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, pairwise
from operator import itemgetter

import pypdfium2.raw as pdfium

from cluneal_lit.documents.pdf.characters import HYPHEN, Box, Characters
from cluneal_lit.documents.pdf.lines import Line
from cluneal_lit.documents.pdf.raised import RAISABLE, Raised

_PIECE = re.compile("[^\\s\ufffe][^\r\n\ufffe]*\ufffe?")
_DESCENT = 0.2  # how far a font goes below the line, about: the place of the line itself is another call
_UNEVEN = 0.12  # of the height of a font: two characters of a line do not stand on one line
_LETTERS = re.compile(r"[^\W\d_]{2}|[^\W\d_]$")  # nothing raised
_WIDE = 0.55
_GAP = 1.3
_SAMPLES = 4
_BLANK = re.compile(r" (?<=\S ) *(?=\S)")
_LIKELY = frozenset(range(5, 15))  # the twentieths of a line in which two or three columns of a page meet
_ANYWHERE = frozenset(range(20))
_LOOSE = 1.15
_NARROW = 0.25  # of the height of a font: no letters are narrower, on average

Piece = tuple[int, Line]  # with the offset of its first character


class Page:
    """An open page."""

    def __init__(self, page: pdfium.FPDF_PAGE, text: pdfium.FPDF_TEXTPAGE) -> None:
        self.page = page
        self.characters = Characters(page, text)
        self.text = self.characters.text
        self._raised = Raised(self.characters)

    def pieces(self) -> list[Piece]:
        """The pieces of lines in the order in which the page draws them, with the offset of each."""
        written = [(match.start(), match[0].rstrip()) for match in _PIECE.finditer(self.text)]
        found = self._placed(written)
        standing = [piece for piece in found if not piece[1].upright]
        if standing and sum(len(piece.text) for _, piece in standing) * 2 > len(self.text):
            self.characters.turned = (self.characters.turned + self._direction(standing[0])) % 4
            self._raised = Raised(self.characters)
            found = self._placed(written)
        return self._parted(found)

    def _direction(self, piece: Piece) -> int:
        """How many quarters to turn a page whose text runs upwards or downwards."""
        start, line = piece
        first, last = self.characters.boxes((start, start + len(line.text) - 1))
        return 1 if last[3] > first[3] else 3

    def _placed(self, written: Sequence[tuple[int, str]]) -> list[Piece]:
        """The pieces that stand in the text of the page from these offsets on."""
        boxes = self.characters.boxes([at for start, text in written for at in (start, start + len(text) - 1)])
        return [
            (start, self._piece(start, text, first, last))
            for (start, text), first, last in zip(written, boxes[::2], boxes[1::2], strict=True)
        ]

    def _piece(self, start: int, text: str, first: Box, last: Box) -> Line:
        left, top, right, bottom = first
        last_left, last_top, last_right, last_bottom = last
        size, last_size = top - bottom, last_top - last_bottom
        if size < 0.5 * last_size and last_bottom <= bottom < top <= last_top:
            size, bottom = last_size, last_bottom  # pdfium gives no more than the stroke of some hyphens
        fall = abs(last_bottom - bottom)
        upright = fall < 2 * size or fall < abs(last_left - left) or len(text) == 1
        differs = not 0.87 * last_size < size < 1.15 * last_size or (upright and fall > _UNEVEN * size)
        standing = start
        if (differs or (text[0] in RAISABLE and text[-1] in RAISABLE)) and (within := _standing(text, differs)):
            standing += within
            size, bottom = self._measured(standing, size, bottom)
        size = size if size > 0 else 1.0
        return Line(
            text.replace(HYPHEN, "-") if text[-1] == HYPHEN else text,
            left if left < last_left else last_left,
            right if right > last_right else last_right,
            bottom + _DESCENT * size,
            size,
            self._raised.within(text, start, standing, size),
            upright,
        )

    def _measured(self, at: int, size: float, bottom: float) -> tuple[float, float]:
        """Size and lower edge of the letters of a piece, of which one stands there."""
        _, high, _, low = self.characters.box(at)
        return (high - low, low) if high > low else (size, bottom)

    def _parted(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces, cut where pdfium runs together what stands far apart: cells of a row, and columns that are
        drawn line by line."""
        if not pieces:
            return []
        gaps = self._gaps(_odd(pieces), _ANYWHERE)
        width = max([line.x1 for _, line in pieces]) - min([line.x0 for _, line in pieces])
        wide = [piece for piece in pieces if piece[1].x1 - piece[1].x0 > _WIDE * width and piece[0] not in gaps]
        sample = wide[:: max(1, len(wide) // _SAMPLES)][:_SAMPLES]
        if sample and 3 * sum(map(bool, self._gaps(sample, _LIKELY).values())) >= len(sample):
            gaps |= self._gaps(wide, _LIKELY)
        return self._cut(pieces, gaps) if any(gaps.values()) else pieces

    def _cut(self, pieces: list[Piece], gaps: dict[int, list[int]]) -> list[Piece]:
        cut = [self._parts(start, line, gaps[start]) for start, line in pieces if gaps.get(start)]
        whole = [piece for piece in pieces if not gaps.get(piece[0])]
        return sorted([*whole, *self._placed([*chain(*cut)])], key=itemgetter(0))

    def _parts(self, start: int, line: Line, gaps: list[int]) -> list[tuple[int, str]]:
        """What is written between the gaps, and from which offset on."""
        parts = [(begin, self.text[begin:end]) for begin, end in pairwise((start, *gaps, start + len(line.text)))]
        return [(begin + len(part) - len(part.lstrip()), part.strip()) for begin, part in parts]

    def _gaps(self, pieces: Sequence[Piece], where: frozenset[int]) -> dict[int, list[int]]:
        """For each piece the offsets of blanks that are wide as the gap between columns is, or behind which another
        line begins."""
        found: dict[int, list[int]] = {start: [] for start, _ in pieces}
        blanks = [
            (start, line.size, start + blank.start(), start + blank.end())
            for start, line in pieces
            for blank in _BLANK.finditer(line.text)
            if 20 * blank.start() // len(line.text) in where
        ]
        boxes = self.characters.boxes([at for _, _, begin, end in blanks for at in (begin - 1, end)])
        for (start, size, begin, _), before, behind in zip(blanks, boxes[::2], boxes[1::2], strict=True):
            (left, _, right, low), (next_left, _, _, next_low) = before, behind
            if next_left - right > _GAP * size or next_left < left or abs(next_low - low) > size:
                found[start].append(begin)
        return found


def _standing(text: str, differs: bool) -> int:
    """Where a character stands on the line: the first, or where it differs from the last, one nearer to the middle."""
    middle = (len(text) - 1) // 2 if differs else 0
    letters = _LETTERS.search(text, middle) or _LETTERS.search(text)
    return letters.start() if letters else middle


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
