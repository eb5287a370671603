"""Pages, in whatever form they are written."""

from __future__ import annotations

import re
from functools import lru_cache
from string import ascii_lowercase

from cluneal_lit.late import late
from cluneal_lit.model import Pages

# Hyphen, dashes and minus, as typed and as printed.
_DASH = "[-\u2010-\u2015\u2212\ufe63\uff0d]"
# With letters inside in the article numbers of some journals: 04E109.
_NUMBER = r"(\d+(?:[A-Za-z]{1,3}\d+)?)"
_RANGE = late(
    rf"(?<![A-Za-z])([A-Za-z]{{0,4}}){_NUMBER}([A-Za-z]?)(?:\s*{_DASH}+\s*([A-Za-z]{{0,4}}){_NUMBER}([A-Za-z]?))?"
)
_UNIT = re.compile(r"[A-Za-z]+\d+\.\d+")  # of a collection of protocols: Unit6.10
_LABEL = re.compile(r"^pp?\.?\s?(?=[A-Za-z]?\d)|^(?:pages?|Pp?\.|Pp)\s?(?=[A-Za-z]?\d)")


@lru_cache(maxsize=2**13)  # a citation has the pages of its record, which are those of its entry
def parse(text: str) -> Pages | None:
    """The pages with the first and last written out (`417-29` gives 417 and 429); None for a blank text.

    First and last are those of the first range (`1825-34, 1839-40`, `1184; author reply 1184`); both stay empty where
    the text holds no number, or counts what has no pages (`[34457 words; 185 paragraphs]`).
    """
    written = " ".join(text.split())
    if not written:
        return None
    if _UNIT.fullmatch(written):
        return Pages(as_written=written, first=written)
    match = None if written.startswith("[") else _RANGE.search(_dashed(_LABEL.sub("", written)))
    if not match:
        return Pages(as_written=written)
    head, first, tail, last_head, last, last_tail = match.groups()
    start = f"{head}{first}{tail}"
    if not last:
        return Pages(as_written=written, first=start)
    shortened = len(last) < len(first) and (first.isdigit() or not last_head)
    full = first[: len(first) - len(last)] + last if shortened else last
    return Pages(as_written=written, first=start, last=f"{last_head or head}{full}{last_tail}")


def _dashed(written: str) -> str:
    """With the dash that an `e` stands for, in the text of many files of Elsevier's: `1777e88`."""
    first, _, last = written.partition("e")
    if not (first.isdigit() and last.isdigit() and len(first) > 1 and len(last) <= len(first)):
        return written
    return f"{first}-{last}" if int(first[: len(first) - len(last)] + last) > int(first) else written


def plain(page: str) -> str:
    """A page or article number as it is compared with another: in small letters, without leading zeros."""
    return page.lower().lstrip("0")


def bare(page: str) -> str:
    """The plain page without the letters before and behind it, which some leave out: `73` of `s73`."""
    return page.strip(ascii_lowercase)


def located(date: str, volume: str, issue: str, where: str) -> str:
    """`2018;15(1):25-32`, as reference lists write where in a journal a work stands; without a volume `2018:25-32`."""
    number = volume + (f"({issue})" if issue else "")
    return (date + (f";{number}" if number else "") + (f":{where}" if where else "")).lstrip(";:")


def full_range(pages: Pages | None) -> str:
    """`25-32` with the last page written out; as written where that is not understood or says more than one range."""
    if pages is None:
        return ""
    is_range = pages.as_written == f"{pages.first}-{pages.last}" and pages.first != pages.last
    if is_range and pages.first.isalnum() and pages.last.isalnum():  # most are
        return pages.as_written
    match = _RANGE.fullmatch(_LABEL.sub("", pages.as_written))
    if not pages.first or not match:
        return re.sub(_DASH, "-", pages.as_written)
    return f"{pages.first}-{pages.last}" if pages.last and pages.last != pages.first else pages.first
