"""The day of a year, in the words that a format has beside the year.

They stand in `month` of BibTeX (`nov # "~5"`, https://tug.ctan.org/info/bibtex/tamethebeast/ttb_en.pdf), behind the
slashes of RIS, in EndNote's `date` and Web of Science's `PD`, and in a table's column of months.
"""

from __future__ import annotations

import re
from functools import lru_cache

from cluneal_lit import dates
from cluneal_lit.folding import one_line
from cluneal_lit.formats import edtf, numbered
from cluneal_lit.late import late
from cluneal_lit.model import Date

_NAME = r"[^\W\d_]{3,12}\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?\.?"
_RANGE = r"\s*[-–—/]\s*"
_FORMS = (
    late(rf"(?:(?P<day>{_DAY})(?:{_RANGE}(?P<last>{_DAY}))?[\s,-]*)?(?P<month>{_NAME})"),
    late(rf"(?P<month>{_NAME})[\s,-]*(?P<day>{_DAY})(?:{_RANGE}(?P<last>{_DAY}))?"),
    late(rf"(?P<day>{_DAY})\s*(?P<month>{_NAME}){_RANGE}(?P<last>{_DAY})\s*(?P<end>{_NAME})"),
    late(rf"(?P<month>{_NAME})\s*(?P<day>{_DAY}){_RANGE}(?P<end>{_NAME})\s*(?P<last>{_DAY})"),
)
_CLOCK = late(
    r"(?<=\d)(?:T|,? )\d\d?:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:\s?[AP]M)?(?:\s?(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?$",
    re.IGNORECASE,
)
_SEASON = late(r"(?:WIN|SPR|SUM|FAL)(?:[-–/](?:WIN|SPR|SUM|FAL))?", re.IGNORECASE)
_SEASONS = {"win": "Winter", "spr": "Spring", "sum": "Summer", "fal": "Fall"}  # as Web of Science has them
_YEAR = re.compile(r"\d{4}")
_SPAN = late(  # `2018/19 Mar`, `2018-19 3`, `Mar 2018/19`
    r"\d{4}\s?[-–/]\s?(?:(?:\d{2}){1,2}\s+[^\W\d_]|(?:1[3-9]|[2-9]\d)\s+\d{1,2}$)|.*[^\d\s]\s*(?<!\d)\d{4}\s?[-–/]\s?\d{1,2}$"
    r"|\d{1,2}\s\d{4}\s?[-–/]\s?\d{1,2}$"
)
_YEAR_FIRST = re.compile(r"(\d{4})\.\s?(\d{1,2})\.\s?(\d{1,2})\.?")  # as in Hungary, Korea, China and by programs
_IN_NUMBERS = re.compile(r"(\d{1,2})\s?([-–/.])\s?(\d{1,2})\s?\2\s?\d{4}")  # a day, and no double issue
_NUMBERS_ONLY = re.compile(r"(?:\d{1,2}[./-]){1,2}(\d{4})")  # also of a year that within a text is none
_NO_NUMBER = re.compile(r"\D+")
_ENDS = "-–/"  # what the end of a range of years begins with


@lru_cache(maxsize=2**12)
def read(written: str) -> Date | None:
    """The date of a text that names its year: all that `dates.parse` and `beside` know, and `28/03/2018`, `28.3.2018`,
    `2018-03-28T00:00`, `2018-03-28 10:22:00` and `1543~`.

    A text that is more or less than a date is kept as `literal`, with the year in it; None for a blank text.
    """
    said = without_clock(one_line(written))
    if day := _YEAR_FIRST.fullmatch(said):
        return dates.exact(*day.groups()) or Date(((int(day[1]),),), literal=said)
    found = _plain(said)
    if found is None or dates.is_understood(found) or "//" in said:  # the day of no month, as RIS has it
        return found
    if numbers := _NUMBERS_ONLY.fullmatch(said):
        return _whole(numbers[1], said)
    return _whole(str(found.year), said) if found.year else found


@lru_cache(maxsize=2**12)
def beside(year: str, words: str) -> Date | None:
    """The date of a year and what stands beside it: `11`, `Mar 28`, `28 Mar`, `Spring`, `SPR`, `May-Jun`,
    `10-12`, `-1948`, or the whole date.

    What may be two dates, such as `11/5`, or is none, such as `13` or `Feb 30`, is kept in words beside the year.
    """
    said = without_clock(one_line(words).strip(" ,;"))
    if _SEASON.fullmatch(said):
        said = re.sub(r"[A-Za-z]+", lambda word: _SEASONS[word[0].lower()], said)
    if not said or not _YEAR.fullmatch(year):
        return read(f"{year} {said}")
    if numbers := numbered.NUMBERS.fullmatch(said):
        return numbered.of(year, *numbers.groups(default="")) or _worded(year, said)
    if re.search(rf"(?<!\d){year}(?!\d)", said):
        return read(said) if _YEAR_FIRST.fullmatch(said) else _whole(year, said)
    found = next(filter(None, (form.fullmatch(said) for form in _FORMS)), None)
    if found and (named := _named(year, found.groupdict(default=""))):
        return named
    if any(map(str.isalpha, said)) or said[0] in _ENDS:
        return dates.parse(f"{year}{'' if said[0] in _ENDS else ' '}{said}")
    return _worded(year, said)


def is_span(written: str) -> bool:
    """Whether two years stand in a text beside a month, `2018/19 Mar`, `Mar 2018-19`: of which it is nobody can say,
    and the second is no day of it."""
    return bool(_SPAN.match(written))


def without_clock(written: str) -> str:
    """The day without the hour behind it, as programs export it: `2018-03-28 10:22`, `28/03/2018T10:22:00Z`."""
    return _CLOCK.sub("", written) if ":" in written else written


def with_day(month: Date, day: str) -> Date | None:
    """The date of a month and what a field of its own calls its day, `5` or `5-7`; None where it is none of it."""
    if len(month.date_parts) != 1 or len(month.date_parts[0]) != 2 or month.literal:
        return None
    year, number = map(str, month.date_parts[0])
    first, _, last = re.sub(_RANGE, "-", one_line(day)).partition("-")
    return numbered.ranged(
        dates.exact(year, number, first), dates.exact(year, number, last) if last else None, bool(last)
    )


def words(date: Date | None) -> str:
    """The words beside the year that `beside` reads as the same date; all of them where they name the year again, or
    would be read as another one without it."""
    if date is None or date.year is None:
        return ""
    whole, year = dates.words(date), str(date.year)
    rest = whole.removeprefix(year).strip(", ")
    return rest if year not in rest and (not rest or beside(year, rest) == date) else whole


def is_said(found: Date | None, whole: Date | None) -> bool:
    """Whether a date says no more than the other, or the beginning of it."""
    if found is None or whole is None or found == whole:
        return found == whole
    if len(found.date_parts) == 2 and (found.date_parts, found.circa) == (whole.date_parts, whole.circa):
        return True  # the same range in other words
    parts, known = (date.date_parts[0] if date.date_parts else () for date in (found, whole))
    return bool(parts) and not (found.season or found.literal or found.circa) and known[: len(parts)] == parts


def _plain(said: str) -> Date | None:
    """The date of ISO 8601 or of `dates.parse`; a season of the first, `2018-21`, is two years to anybody else."""
    iso = edtf.read(said) if said[:4].isdigit() else None
    return iso if iso and not iso.season and (iso.circa or not iso.literal) else dates.parse(said)


def _whole(year: str, said: str) -> Date | None:
    """The date that has its year in it, such as `11/2019`; what is none stays in words, with the year before them."""
    whole = _plain(said)
    if whole and whole.year == int(year) and dates.is_understood(whole):
        return whole
    if numbers := _IN_NUMBERS.fullmatch(said):
        return numbered.day_of(year, *numbers.group(1, 2, 3)) or _worded(year, "".join(numbers.group(1, 2, 3)))
    if is_span(said):
        return whole if whole and whole.year == int(year) else _worded(year, said)
    left = re.sub(rf"[\s/.,-]*(?<!\d){year}(?!\d)[\s/.,-]*", " ", said).strip()
    if not left:
        return whole
    numbers = numbered.NUMBERS.fullmatch(left)
    is_doubtful = numbers and (
        said == f"{year}, {left}" or (said.startswith(year) and numbered.may_be_two(*numbers.groups("")))
    )
    part = None if is_doubtful else beside(year, left)
    if dates.is_understood(part):
        return part
    return whole if whole and whole.year == int(year) else _worded(year, said)


def _named(year: str, said: dict[str, str]) -> Date | None:
    month, day, last = said["month"], _NO_NUMBER.sub("", said["day"]), _NO_NUMBER.sub("", said["last"])
    end = dates.exact(year, said.get("end", month), last) if last else None
    return numbered.ranged(dates.exact(year, month, day), end, bool(last))


def _worded(year: str, said: str) -> Date:
    """The year with the words; a comma keeps them apart where they would be read as one date."""
    worded = Date(((int(year),),), literal=f"{year} {said}")
    numbers = numbered.NUMBERS.fullmatch(said)
    is_other = dates.parse(worded.literal) != worded or (numbers and dates.exact(year, *numbers.group(1, 3)))
    return Date(worded.date_parts, literal=f"{year}, {said}") if is_other else worded
