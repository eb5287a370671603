"""Days in the fields of BibTeX: `year`, `month` and `day`, and `date` of BibLaTeX."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from msgspec.structs import replace

from cluneal_lit import dates
from cluneal_lit.folding import one_line
from cluneal_lit.formats import dated, edtf
from cluneal_lit.formats.bibtex_text import line
from cluneal_lit.formats.latex_text import plain
from cluneal_lit.late import late
from cluneal_lit.model import Date

_PARTS = ("year", "month", "day")
_BESIDE = "{} beside date"  # the word of `custom` for what contradicts the date that counts
_YEARS = late(r"(\d{4}(?:[-–/]\d{2,4})?),? (?=\S)")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")  # its macros


@lru_cache(maxsize=2**12)
def issued(moment: Date | None) -> Mapping[str, str]:
    """Year, month and day; what is no such day stands in place of the month, the whole of a range in `date` too.

    So does what is approximate, which `year` has in words that styles print: `ca. 1543`.
    """
    if moment is None or not moment.date_parts:
        return {"year": line(moment.literal if moment else ""), "month": ""}
    if moment.circa:
        known = issued(replace(moment, circa=False))
        return {"date": "", **known} | {"date": edtf.written(moment), "year": f"ca. {known['year']}"}
    if moment.literal or moment.season:
        year, month = _parted(moment)
        return {
            "date": edtf.written(moment) if dates.open_end(moment) else "",
            "year": line(year),
            "month": line(month),
        }
    year, month, day, *_ = (*map(str, moment.date_parts[0]), "", "")
    whole = edtf.written(moment) if len(moment.date_parts) > 1 else ""
    return {"date": whole, "year": year, "month": MONTHS[int(month) - 1] if month else "", "day": day}


def _parted(moment: Date) -> tuple[str, str]:
    """The year or years, and the words beside them by which they are read as this date again; else all words."""
    words = dates.words(moment)
    parts = _YEARS.match(words)
    several = ((parts[1], words[parts.end() :]), (parts[1], words)) if parts else ()
    return next((one for one in several if dated.beside(*one) == moment), (words, ""))


def read(values: dict[str, str]) -> Date | None:
    """The date that the fields of an entry say, as LaTeX; what is understood is taken out of them.

    `date` counts, as BibLaTeX has it, but for what year, month and day say more exactly; what they say against it stays
    as `year beside date`.
    """
    word = next((word for word in ("date", "issue_date") if values.get(word)), "")
    written = one_line(values.pop(word)) if word else ""  # as it stands: a tie means that the date is approximate
    iso = edtf.read(written) if written else None
    day = iso or dated.read(plain(written))
    if not any(part in values for part in _PARTS):
        if iso and _says_more(iso, written):
            values["date"] = written
        return day
    if day is None or not day.year:
        found = _of_parts(values, "")
        if written and found:
            values[word] = written
        return found or day
    return _of_both(values, word, written, day)


def _of_both(values: dict[str, str], word: str, written: str, day: Date) -> Date:
    """The date of `date`, which is written so, and of year, month and day beside it."""
    parts = {part: values.pop(part) for part in _PARTS if part in values}
    left = dict(parts)
    found = _of_parts(left, str(day.year))
    exact, other = (found, day) if _is_more(found, day) else (day, found)
    if edtf.read(written) is None and not dates.is_understood(day) and found and found.year:
        exact, other = found, day  # `date` is words, and the year is none
    if exact is not day:
        values |= left | ({} if dated.is_said(day, exact) else {word: written})
    else:
        within = other is None or other.year in [one[0] for one in day.date_parts]
        against = {} if dated.is_said(other, day) else {part: parts[part] for part in _PARTS[within:] if part in parts}
        values |= {_BESIDE.format(part): value for part, value in (against | left).items()}
        if _says_more(day, written):
            values[word] = written
    return exact or day


def _is_more(found: Date | None, day: Date) -> bool:
    return dates.is_understood(found) and dated.is_said(day, found) and not dated.is_said(found, day)


def _says_more(iso: Date, written: str) -> bool:
    """Whether a date says more than its parts, such as which end of it is uncertain."""
    return bool(iso.circa or iso.literal) and edtf.written(iso) != written


def _of_parts(values: dict[str, str], or_else: str) -> Date | None:
    """The date of year, month and day, which are taken out of `values`; without a year, that of another one."""
    written, month = (one_line(values.pop(part, "")) for part in ("year", "month"))
    is_about = written.endswith("~") and edtf.read(written)  # else a tie of LaTeX
    year, month = (written if is_about else one_line(plain(written))) or or_else, one_line(plain(month))
    if not year:
        values |= {"month": month} if month else {}
        return None
    own = dated.read(year)  # a whole date, in messy files
    is_told = own and own.year and dates.is_understood(own) and dated.is_said(dated.beside(str(own.year), month), own)
    found = own if is_told else dated.beside(year, month)
    day = values.get("day", "")
    if found and month and day and (whole := dated.with_day(found, plain(day))):
        del values["day"]
        return whole
    return found
