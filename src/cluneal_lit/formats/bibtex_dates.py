"""Days in the fields of BibTeX: `year`, `month` and `day`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from msgspec.structs import replace

from cluneal_lit import dates
from cluneal_lit.formats import edtf
from cluneal_lit.formats.bibtex_text import line
from cluneal_lit.model import Date

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
        year, _, rest = dates.words(moment).partition(" ")
        parts = year == str(moment.year) and rest
        whole = edtf.written(moment) if dates.open_end(moment) else ""
        return {
            "date": whole,
            "year": line(year if parts else dates.words(moment)),
            "month": line(rest) if parts else "",
        }
    year, month, day, *_ = (*map(str, moment.date_parts[0]), "", "")
    whole = edtf.written(moment) if len(moment.date_parts) > 1 else ""
    return {"date": whole, "year": year, "month": MONTHS[int(month) - 1] if month else "", "day": day}
