"""The characters of a page as pdfium gives them: the text, and where those stand that one asks for."""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Sequence
from itertools import repeat
from struct import Struct
from typing import Any

import pypdfium2.raw as pdfium

# Pdfium writes U+FFFE or U+0002 for a hyphen at the end of a line, and no line end behind it.
HYPHEN = "\ufffe"
_MOST = 4_000_000  # characters of one page: no page that people made has more
_BOX = Struct("ffff")  # FS_RECTF: left, top, right, bottom
_ORIGIN = Struct("dd")
_INK = Struct("dddd")
_HEIGHTS = Struct("8xd16xdd")  # of an origin and an ink box

Box = tuple[float, float, float, float]  # left, top, right and bottom


def _by_addresses(function: Any, *kinds: type) -> Any:
    """The function of pdfium, to be called with addresses: checking the pointers that pypdfium2 declares takes ctypes
    longer than pdfium needs to answer."""
    plain = type(function)(ctypes.cast(function, ctypes.c_void_p).value)
    plain.argtypes = kinds
    return plain


_box_of = _by_addresses(pdfium.FPDFText_GetLooseCharBox, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)
_origin_of = _by_addresses(
    pdfium.FPDFText_GetCharOrigin, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p
)
_ink_of = _by_addresses(pdfium.FPDFText_GetCharBox, ctypes.c_void_p, ctypes.c_int, *[ctypes.c_void_p] * 4)


class Characters:
    """The characters of an open page; `turned` says by how many quarters of a turn its text is turned."""

    def __init__(self, page: pdfium.FPDF_PAGE, text: pdfium.FPDF_TEXTPAGE) -> None:
        self._page = text
        self._address = ctypes.cast(text, ctypes.c_void_p).value
        self.turned = max(0, pdfium.FPDFPage_GetRotation(page)) % 4
        self.text, self._straight = self._whole()
        self._place = bytearray(32)
        self._place_at = _address(self._place)

    def _whole(self) -> tuple[str, bool]:
        """The text, and whether pdfium's numbers of its characters are their offsets in it."""
        count = min(pdfium.FPDFText_CountChars(self._page), _MOST)
        if count <= 0:
            return "", True
        written = bytearray(2 * (count + 1))
        length = pdfium.FPDFText_GetText(self._page, 0, count, ctypes.c_ushort.from_buffer(written))
        text = written[: 2 * max(0, length - 1)].decode("utf-16-le", "replace")
        return text.replace("\x02", HYPHEN).replace("\u00ad", HYPHEN), len(text) == count

    def _index(self, offset: int) -> int:
        """Pdfium's number of a character of a text that lacks some of the page's."""
        index: int = pdfium.FPDFText_GetCharIndexFromTextIndex(self._page, offset)
        return max(0, index)

    def boxes(self, offsets: Sequence[int]) -> list[Box]:
        """The boxes of characters, of the height of their fonts, as one sees the page."""
        if not offsets:
            return []
        indexes = offsets if self._straight else map(self._index, offsets)
        places = bytearray(16 * len(offsets))
        first = _address(places)
        deque(map(_box_of, repeat(self._address), indexes, range(first, first + len(places), 16)), 0)
        boxes: list[Box] = list(_BOX.iter_unpack(places))
        return [self.seen(*box) for box in boxes] if self.turned else boxes

    def box(self, offset: int) -> Box:
        """The box of one character."""
        index = offset if self._straight else self._index(offset)
        _box_of(self._address, index, self._place_at)
        box: Box = _BOX.unpack_from(self._place)
        return self.seen(*box) if self.turned else box

    def heights(self, offsets: Sequence[int]) -> list[tuple[float, float]]:
        """For each character the height of the line on which it stands, and that at which its glyph begins."""
        if not offsets or self.turned:
            return [(self.base(offset), self.foot(offset)) for offset in offsets]
        indexes = offsets if self._straight else [*map(self._index, offsets)]
        places = bytearray(_HEIGHTS.size * len(offsets))
        first = _address(places)
        each = [range(first + part, first + len(places), _HEIGHTS.size) for part in range(0, _HEIGHTS.size, 8)]
        deque(map(_origin_of, repeat(self._address), indexes, *each[:2]), 0)
        deque(map(_ink_of, repeat(self._address), indexes, *each[2:]), 0)
        return [(base, min(bottom, top)) for base, bottom, top in _HEIGHTS.iter_unpack(places)]

    def base(self, offset: int) -> float:
        """The height of the line on which a character stands."""
        index = offset if self._straight else self._index(offset)
        _origin_of(self._address, index, self._place_at, self._place_at + 8)
        x, y = _ORIGIN.unpack_from(self._place)
        height: float = self._turn(x, y)[1] if self.turned else y
        return height

    def foot(self, offset: int) -> float:
        """The height at which the glyph of a character begins, which may float above the line."""
        index = offset if self._straight else self._index(offset)
        at = self._place_at
        _ink_of(self._address, index, at, at + 8, at + 16, at + 24)
        left, right, bottom, top = _INK.unpack_from(self._place)
        return self.seen(left, top, right, bottom)[3] if self.turned else min(bottom, top)

    def seen(self, left: float, top: float, right: float, bottom: float) -> Box:
        """A rectangle of the page as one sees it."""
        (x0, y0), (x1, y1) = self._turn(left, bottom), self._turn(right, top)
        return min(x0, x1), max(y0, y1), max(x0, x1), min(y0, y1)

    def _turn(self, x: float, y: float) -> tuple[float, float]:
        return ((x, y), (y, -x), (-x, -y), (-y, x))[self.turned]


def _address(buffer: bytearray) -> int:
    return ctypes.addressof(ctypes.c_char.from_buffer(buffer))
