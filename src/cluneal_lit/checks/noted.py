"""What a reference to a paper says beside it about the notice that followed: `[erratum: Clin Nutr 2018;37:900]`."""

from __future__ import annotations

import re

from cluneal_lit import pages
from cluneal_lit.checks import as_notice, said, spelling
from cluneal_lit.late import late
from cluneal_lit.model import Citation, Dates, Fields, Record

_PLACE = late(r"\d\)?:\s?[a-z]?\d")  # volume and page: `37:900`, `37(4):900`
_ENOUGH = 3  # numbers that place a notice, however they are written; a day has two beside its month
# What stands before the place of the paper itself: `(Retraction of vol 29, pg 50)`, `(vol 29, pg 50)`.
_OF_PAPER = late(
    rf"\b(?:{said.plainly('|'.join(as_notice.CALLED.values()))})\s(?:of|to|for|de[ls]?|zu[mr]?|a)\b|^\W*vol\b"
)
_NUMBER = re.compile(r"\d")


def tells_where(note: str, citation: Citation, record: Record) -> bool:
    """Whether a note beside a paper's title, folded as by `spelling.around`, says where its notice stands: at a place
    of its own, which is neither the paper's nor the only one that the reference gives."""
    numbers = _numbers(note)
    if (len(numbers) < _ENOUGH and not _PLACE.search(note)) or _OF_PAPER.search(note):
        return False
    rest = _written(citation).replace(note, " ")
    if _first_page(record) in numbers or numbers <= _numbers(rest) or numbers <= _place(record.fields):
        return False
    return is_placed(rest, record, 1)


def _written(citation: Citation) -> str:
    """The string of a reference, folded; where fields alone are given, those that place it."""
    return said.plainly(spelling.written(said.text(citation))) or " ".join(_place(citation.fields))


def is_placed(text: str, record: Record, least: int) -> bool:
    """Whether a folded text has so many of the numbers by which a work is placed: a year, volume and first page."""
    numbers = _numbers(text)
    told = (_years(record), _numbers(said.plainly(record.fields.volume)), {_first_page(record)} - {""})
    placed = [bool(one & numbers) for one in told if one]
    return bool(placed) and sum(placed) >= min(least, len(placed))


def _place(fields: Fields) -> set[str]:
    year = fields.issued.year if fields.issued else ""
    return _numbers(said.plainly(f"{year} {fields.volume} {fields.issue} {fields.page} {fields.number}"))


def _years(record: Record) -> set[str]:
    dates = record.dates or Dates()
    return {str(date.year) for date in (record.fields.issued, dates.print, dates.electronic) if date and date.year}


def _first_page(record: Record) -> str:
    found = pages.parse(record.fields.page)
    return said.letters(found.first if found and found.first else record.fields.number)


def _numbers(text: str) -> set[str]:
    return {word for word in said.tokens(text) if _NUMBER.search(word)}
