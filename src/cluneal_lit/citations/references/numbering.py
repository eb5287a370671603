"""Year, volume, issue and pages as they stand behind a journal's name, in the orders in which they are written."""

from __future__ import annotations

from cluneal_lit.citations.references import locators
from cluneal_lit.late import late

_GAP = r"[\s*_]{0,16}"  # blanks, also in the place of markup, and Markdown's emphasis
_DATE = rf"\(?{locators.YEAR}(?:\s[A-Z][a-z]{{2,8}}\.?(?:[-\s/][A-Z]?[a-z]*\.?)?(?:\s\d{{1,2}})?)?\)?"
_MONTH = r"(?:\d{1,2}\.?\s)?(?:[A-Z]?[a-z]{2,8}\.?(?:[-–/][A-Z][a-z]{2,8}\.?)?\s(?:\d{1,2},\s)?)?"
_VOLUME = rf"\d{{1,4}}(?:-?[A-D](?![\w-]))?(?:{_GAP}\([^()\n]{{1,20}}\))?"
_CALLED = r"(?:[vV]ol(?:ume)?\.?\s?|v\.\s|Bd\.?\s|Band\s|[tT]ome?\.?\s)"
_PAGES = r"[A-Za-z]{0,3}\d+[a-z]?(?:\.[a-z]+\d+)?(?:\s?[-–‐]\s?[A-Za-z]?\d+[a-z]?)?"
_PAGE = r"(?:(?:pp?|S|[pP]ages?|Seiten?|art)\.?\s?)"
_PAGED = rf"{_GAP}[:,]\s{{0,2}}{_PAGE}?{_PAGES}"
_ISSUE = r"(?:(?:H|Heft|[nN][or]?|núm|[iI]ssue|[iI]ss)\.?\s?[\w–/-]{1,8})"
_FORMS = (
    # `2012;366(3):2102-10`, `2012, 366, 2102`, `2012, vol. 366, no. 3, pp. 2102-10`
    rf"(?<!\d)(?P<dated>{_DATE}{_GAP}[;,:]?{_GAP}"
    rf"(?:{_CALLED}?{_VOLUME}|\([^()\n]{{1,12}}\))(?:(?:,\s{_ISSUE})?{_PAGED}|(?<=\))))",
    # `366 (2012) 2102-10`, `366 (2012), H. 3, S. 2102`, `366, no. 3 (March 2012): 2102`, `366.3 (2012): 2102`
    rf"(?<![\d.])(?P<within>\d{{1,4}}(?:\.\d{{1,3}}|\(\w{{1,8}}\)|,\s{_ISSUE})?{_GAP}\({_MONTH}{locators.YEAR}\)[,:]?\s"
    rf"(?:{_ISSUE}[,:]?\s)?{_PAGE}?{_PAGES})",
    # `366:2102-10 (2012)`, `366(3), 2102`, `366(3), 2102-10, 2012`
    rf"(?<![\d.]){_VOLUME}{_PAGED}(?:(?P<behind>\s?\({locators.YEAR}\))|(?P<ending>,\s{_MONTH}{locators.YEAR}(?![\w-])))?",
    # `vol. 366, no. 3, pp. 2102–10, 2012`, `vol. 366, no. 3, 2012, pp. 2102–10`, `v. 366, n. 3, p. 2102-10, mar. 2012`
    rf"(?<![^\W_]){_CALLED}(?<!\d)\d{{1,4}}(?:\s?\(\w{{1,8}}\))?(?:,\s{_ISSUE})?"
    rf"(?P<before>,\s{_MONTH}{locators.YEAR}|\s\({_MONTH}{locators.YEAR}\))?[,:]\s{_PAGE}{_PAGES}"
    rf"(?P<last>,\s{_MONTH}{locators.YEAR})?",
    rf"(?<![\d.,(/-])(?P<year>{locators.YEAR})(?![\d/-]|[.,]\d)",
)
# The groups of a match say where the year stands; `year` is a year alone, without any is one without year.
NUMBERS = late(rf"(?=[\d(vVBtT])(?:{'|'.join(_FORMS)})")
STRICT = late(rf"{_DATE};{_GAP}{_VOLUME}{_GAP}:")  # the form of MEDLINE
# Volume and page in brackets of their own, behind a year that a sentence leads to: `in 2012 (366:2102)`.
ENCLOSED = late(rf"{locators.YEAR}\s\(\d{{1,4}}(?:\s?\(\w{{1,8}}\))?:\s?[A-Za-z]{{0,3}}\d[\w–-]*\)")
RANGED = late(r"[-–‐(]")  # pages from one to another, or an issue
