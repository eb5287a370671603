"""What stands above a list of references, or before the first of those that one line holds."""

from __future__ import annotations

import re

from cluneal_lit.citations.references import eastern_headings as eastern
from cluneal_lit.late import late

_TITLES = (
    r"(?:refs\.?|(?:notes and )?references?(?: list| cited| section)?(?: and (?:notes|further reading))?"
    r"|bibliograph(?:y|ies)|literature(?: cited)?|works cited"
    r"|sources|citations|readings?|publications|notes|(?:foot|end)notes|reference(?:s)? materials?|source materials?"
    r"|literatur(?:verzeichnis|angaben|nachweise|hinweise)?|quellen(?:verzeichnis|angaben|nachweise)?"
    r"|(?:weiterf(?:ü|u)hrende )?literatur|r(?:é|e)f(?:é|e)rences(?: bibliographiques)?|bibliographie"
    r"|bibliograf(?:í|i)a(?: citada)?|referencias(?: bibliogr(?:á|a)ficas)?"
    r"|refer(?:ê|e)ncias(?: bibliogr(?:á|a)ficas)?|riferimenti(?: bibliografici)?"
    r"|literatuur(?:lijst|opgave|verwijzingen)?|referenties|bronnen|(?:kaynaklar|kaynak(?:ç|c)a)"
    r"|litteratur(?:liste|f(?:ö|o)rteckning|lista)?|referenser|referanser|kirjallisuus|bibliografie|piśmiennictwo"
    r"|referencer|källor|källförteckning|heimildir|lähteet|viited|bronnenlijst|(?:użyta |použitá )?lit[eé]ratura|źródła"
    r"|irodalom(?:jegyzék)?|felhasznált irodalom|daftar pustaka|tài liệu tham khảo|βιβλιογραφία|(?:المصادر و)?المراجع"
    r"|מקורות|литература|літэратура|література|библиография|бібліографія"
    r"|список (?:использованн(?:ой|ых) )?(?:литературы|источников)"
    r"|список (?:використаних |використаної )?(?:джерел|літератури)|r ?e ?f ?e ?r ?e ?n ?c ?e ?s)"
)
_WESTERN = (
    r"(?:(?:\d{1,2}(?:\.\d)?|\(\d{1,2}\)|[IVX]{1,4}|[A-H]\.|(?:chapter|appendix)\s\w{1,3})[.)]?:?\s+)?"
    r"(?:(?:selected|supplement(?:ary|al)|web|online|further|key|suggested|cited|general|additional|complete"
    r"|main|full|bibliographic(?:al)?|list of) )?"
    rf"{_TITLES}(?:\s?[/|–]\s?{_TITLES}|\s(?:and|und|et|y|e|&)\s{_TITLES}"
    rf"|\s(?:for|of|to) (?:chapter|appendix|section|part) \w{{1,3}}|\s\([^()\n]{{2,40}}\)|\s?{eastern.TITLE})?"
)
HEADING = (
    rf"(?:#{{1,6}}\s*|=+ )?(?:[*_]{{2}})?(?:{_WESTERN}|{eastern.HEADING}(?:\s?[/|–(（]?\s?{_TITLES}[)）]?)?)"
    r"(?:[*_]{2})?\s*[:：]?(?:[*_]{2})?\s*[#=]*\s*(?:\{[^{}\n]{1,80}\}\s*)?"
)
_TITLE = late(rf"(?<!\w)(?:{_TITLES}|{eastern.TITLE})[*_]{{0,2}}\s*[:：]?[*_]{{0,2}}\s+$", re.IGNORECASE)
_HEADING = late(HEADING, re.IGNORECASE)
_LONGEST = 60


def is_heading(text: str, start: int, end: int) -> bool:
    """Whether a stretch is nothing but such a heading."""
    return bool(_HEADING.fullmatch(text, start, end))


def title_before(text: str, at: int) -> bool:
    """Whether a title such as `References:` stands directly before a place."""
    return bool(_TITLE.search(text[max(0, at - _LONGEST) : at]))
