"""Where in a journal a reference string says that its work stands: date, volume, issue and pages."""

from __future__ import annotations

import re

from msgspec import Struct

from cluneal_lit.citations.late import Late

_DASH = r"[-‐‑‒–—−]"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?|spring|summer|autumn|fall|winter"
_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = rf"\s\d{{1,2}}(?!\d)(?:\s?{_DASH}\s?\d{{1,2}}(?!\d))?"
DATE = rf"{_YEAR}[a-h]?(?:[\s,]{{1,2}}(?:{_MONTH})(?:\s?(?:{_DASH}|/)\s?(?:{_MONTH}))?(?:{_DAY})?)?"
_PAGE = r"(?:\d{1,6}[A-Za-z]{1,3}\d{1,6}|[A-Za-z]{1,5}\d[\w.]{0,12}|\d[\d,]{0,9}[A-Za-z]?|[ivxlc]{1,7}(?![a-z]))"
_RANGE = rf"{_PAGE}(?:\s?{_DASH}{{1,2}}\s?{_PAGE})?"
_REPLY = r"(?:;\s?(?:discussion|quiz|author reply)\s[\w–-]+)?"
_PAGES = rf"(?:pp?\.?\s?)?(?P<page>{_RANGE}(?:,\s?\d+{_DASH}\d+)?{_REPLY})"
_VOLUME = (
    r"(?P<volume>(?:(?:Suppl|Pt|Spec No)\.?\s?)?[A-Z]{0,3}\d{1,4}[A-Za-z]{0,2}(?:\s?[-–/]\s?\d{1,4})?|[IVXLCDM]{1,7})"
    r"(?:\s(?P<part>(?:Suppl(?:ement)?\.?|Pt|Spec No)\.?\s?\w{0,3}))?"
)
_ISSUE = r"(?:\s?\(\s?(?:no\.?\s?|issue\s)?(?P<issue>[^()\n]{1,40}?)\s?\))"
_BIG = r"(?P<volume>(?:vol(?:ume)?|v)\.?\s?\d{1,4}[A-Z]?)"
_NUMBERED = r"(?P<issue>(?:no?|issue|iss|n[o°º]|num)\.?\s?[\w–-]{1,10})"
_PP = rf"(?:pp?|pages?)\.?\s?(?P<page>{_PAGE}(?:\s?{_DASH}{{1,2}}\s?{_PAGE})?)"

_FORMS = tuple(
    Late(pattern, re.IGNORECASE)
    for pattern in (
        # NLM: 2018 Mar;15(1):25-32
        rf"(?P<date>{DATE})\s?;\s?(?:{_VOLUME})?{_ISSUE}?(?:\s?[:,]\s?{_PAGES})?(?![\w])",
        # preprints in NLM's style: 2022 Nov 3:2022.11.03.22281234
        rf"(?P<date>{_YEAR}\s(?:{_MONTH}){_DAY})\s?:\s?(?P<page>[A-Za-z]{{0,5}}[\d.]{{4,24}}\d)(?!\w)",
        # Springer: 30, 177–183 (2008); Nature: 536(7614), 16-17 (2016)
        rf"(?<![\w.]){_VOLUME}{_ISSUE}?\s?[,:]\s?{_PAGES}\s?[.,]?\s?\((?P<date>{DATE})\)",
        # 15(1):25-32; 58: 233–267; 163 (4) 643–657; 15(1), 25–32
        rf"(?<![\w.])(?:vol\.?\s?)?{_VOLUME}{_ISSUE}\s?[:,]?\s?{_PAGES}(?![\w(])",
        rf"(?<![\w.])(?:vol\.?\s?)?{_VOLUME}\s?:\s?{_PAGES}(?![\w(])",
        # MDPI and others: 2018, 15, 25–32
        rf"(?P<date>{DATE})\s?[,;]\s?{_VOLUME}{_ISSUE}?\s?[,:]\s?{_PAGES}(?![\w(])",
        # vol. 15, no. 1, pp. 25-32; v. 15, n. 1, p. 25-32
        rf"\b{_BIG}(?:[\s,(]{{1,3}}{_NUMBERED}\)?)?(?:[^\d]{{0,30}}?[\s,:]{{1,2}}{_PP})?(?!\w)",
        # APA: 15, 25–32
        rf"(?<![\w.]){_VOLUME}\s?,\s?(?:pp?\.?\s?)?(?P<page>[A-Za-z]?\d{{1,6}}\s?{_DASH}\s?[A-Za-z]?\d{{1,6}})(?![\w(])",
        rf"\b(?P<volume>\d{{1,4}})(?=\s?\(\s?{_YEAR}\s?\))(?:\s?\((?P<date>{_YEAR})\))[\s,:]{{1,2}}{_PAGES}?",
        # volume and one page or article number at the end: 54, e00335
        rf"(?<=,\s){_VOLUME}\s?,\s?(?:p\.?\s?)?(?P<page>[A-Za-z]{{0,2}}\d{{1,9}})(?=\s*[.;]?\s*$)",
        rf"(?<![\w.]){_VOLUME}{_ISSUE}(?=\s*[.;]?\s*$)",
        # pages alone: pp. 25-32
        rf"{_PP}(?!\w)",
        # a volume alone: Perspectives in Biology 2
        r"(?<=[a-z)]\s)(?P<volume>\d{1,3})(?=\s*\.?\s*$)",
    )
)
_VOLUME_LABEL = re.compile(r"^(?:vol(?:ume)?|v)\.?\s?(?=\d)", re.IGNORECASE)
_ISSUE_LABEL = re.compile(r"^(?:no|number|issue|iss|num|n[°º]?)\.?\s?(?=\d)", re.IGNORECASE)
_DATED = re.compile(
    rf"\(\s?(?P<bracketed>{DATE})\s?\)|(?<![\w./:-])(?P<bare>{DATE})(?![\w:/(]|{_DASH}\d)", re.IGNORECASE
)
_MONTH_BEFORE = re.compile(rf"{_YEAR}[\s,]{{1,2}}(?:{_MONTH})\s$", re.IGNORECASE)
# What looks like volume and pages wherever it stands.
HINT = re.compile(
    r"(?:1[5-9]|20)\d\d(?:\s[A-Z][a-z]{2,8}\.?(?:[-\s/][A-Z]?[a-z]*\.?)?(?:\s\d{1,2})?)?\s?;\s?[\w\s]{0,20}(?:\(|:)"
    r"|\b\d{1,4}\s?\(\s?\w[^()]{0,20}\)\s?[:,]?\s?(?:pp?\.?\s?)?[A-Za-z]{0,2}\d+"
    r"|\b\d{1,4}\s?[:,]\s?(?:pp?\.?\s?)?[A-Za-z]{0,2}\d+\s?[-–]\s?[A-Za-z]?\d+"
    r"|\b\d{1,4}:\s?[A-Za-z]{0,2}\d+"
    r"|\b(?:vol|v)\.?\s?\d+|\bpp?\.\s?\d+"
)


class Locator(Struct, frozen=True):
    """The numbers, and the stretch of the text in which they stand."""

    start: int
    end: int
    date: str = ""
    volume: str = ""
    issue: str = ""
    page: str = ""


def locator(text: str, after: int) -> Locator | None:
    """Volume, issue and pages behind an offset (that of the authors' end), in the first form that fits."""
    for form in _FORMS:
        matches = [match for match in form.finditer(text, after) if not (_years_only(match) or _is_day(text, match))]
        if matches:
            return _locator(matches[0] if form is _FORMS[0] else matches[-1])
    return None


def dated(text: str, start: int, end: int) -> tuple[int, int, str] | None:
    """The date in a stretch of the text: the first in brackets, else the last bare one; where it stands and what."""
    found = [
        (match.start(), match.end(), match["bracketed"] or "", match["bare"] or "")
        for match in _DATED.finditer(text, start, end)
    ]
    for first, last, bracketed, _ in found:
        if bracketed:
            return first, last, bracketed
    return (found[-1][0], found[-1][1], found[-1][3]) if found else None


def _years_only(match: re.Match[str]) -> bool:
    """Whether what looks like volume and pages are two years: `1990-1995`, `2001: 2003`."""
    groups = match.groupdict()
    return all(re.fullmatch(_YEAR, groups.get(name) or "") for name in ("volume", "page"))


def _is_day(text: str, match: re.Match[str]) -> bool:
    """Whether what looks like a volume is the day behind a month: `2020 May 3.`"""
    return "volume" in match.groupdict() and bool(_MONTH_BEFORE.search(text, 0, match.start("volume")))


def _locator(match: re.Match[str]) -> Locator:
    groups = {name: (value or "").strip() for name, value in match.groupdict().items()}
    issue = f"{groups.get('issue', '')} {groups.get('part', '')}".strip()
    return Locator(
        match.start(),
        match.end(),
        groups.get("date", ""),
        _VOLUME_LABEL.sub("", groups.get("volume", "")),
        _ISSUE_LABEL.sub("", issue),
        groups.get("page", "").rstrip(".,;"),
    )
