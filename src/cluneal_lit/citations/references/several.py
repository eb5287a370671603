"""The works that one note names in full, parted by semicolons, by numbers of their own or by lines."""

from __future__ import annotations

from collections.abc import Iterator

from cluneal_lit.citations.references import authors, noted
from cluneal_lit.late import late

_NUMBER = r"(?:\(?(?:\d{1,2}|[a-h]|[ivx]{1,4})\)|\[\d{1,2}\]|\d{1,2}\.)"
_OWN_NUMBER = late(rf"{_NUMBER}\s+")
# Behind the end of a reference, the number of the next, a line, or both.
_BETWEEN = late(rf";\s+(?:(?:and\s+)?{_NUMBER}\s+)?|(?<=[.\d)\]>/])(?:\s*\n\s*(?:{_NUMBER}\s+)?|\s+{_NUMBER}\s+)")
_LED = r"(?:see|cf|compare|but|siehe|vgl|voir)\b"  # with what the next begins
_NEXT_LED = late(
    rf"(?<=[.\d)\]>/])\s+(?=(?i:{_LED}))|(?<=[\d)])(?:,\s+|\s+)(?:and|und|et|sowie)\s+(?=[{authors.UPPER}])"
)
_AHEAD = 400


def behind_number(text: str, start: int, end: int) -> int:
    """Where the first work of a note begins behind a number of its own: `(1) Berg J. …`; else where the note does."""
    number = _OWN_NUMBER.match(text, start, end)
    if number and authors.leading(text[number.end() : min(end, number.end() + _AHEAD)]).names:
        return number.end()
    return start


def works(text: str, start: int, end: int, note: bool) -> Iterator[tuple[int, int]]:
    """Where each work that is named in full stands in a reference string; in a footnote (`note`) also one that is not
    written as historians do. All of it is one where it names no two."""
    signs = (*_BETWEEN.finditer(text, start, end), *(_NEXT_LED.finditer(text, start, end) if note else ()))
    for sign in sorted(signs, key=lambda sign: sign.start()):
        if sign.start() < start:
            continue
        if _is_work(text, start, sign.start(), note) and _is_work(text, sign.end(), end, note):
            yield start, sign.start()
            start = sign.end()
    yield start, end


def _is_work(text: str, start: int, end: int, note: bool) -> bool:
    return noted.names_work(text, start, end) or (note and noted.is_full(text, start, end))
