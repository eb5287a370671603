"""Notes: the works that they name in full, as historians and lawyers do, given names first and the year in brackets or
last."""

from __future__ import annotations

import re

from cluneal_lit.citations.references import authors, locators
from cluneal_lit.citations.references.authors import UPPER
from cluneal_lit.citations.references.published import PUBLISHED, REPORTED
from cluneal_lit.late import late

_WORD = rf"(?:[{UPPER}][\w.’'-]*|and|et|al\.|und|y|&|of|for|the|für|v[ao]n|de[rn]?|la)"
# `Jan Berg, Walking (Oxford: Press, 2011), 3`, `Jan Berg and Otto Dunn, “Walking,” Quarterly 12 (2016): 12`, and as
# lawyers write, `Jan Berg, Walking, 12 Harv. L. Rev. 33 (2016)`, `Jan Berg, ‘Walking’ (2016) 12 LQR 33`.
WORK = late(
    rf"(?!(?:In|As|For|On|At|From|By)\s)(?:{_WORD},?\s++){{0,15}}{_WORD},\s++"
    rf"[*_]{{0,2}}(?:[“\"‘«][^”\"’»]{{8,300}}[”\"’»].{{0,200}}\b{locators.YEAR}\b"
    rf"|[^“”()]{{3,200}}\([^()]{{2,80}}[:,]\s?(?:[^()]{{2,60}},\s)?{locators.YEAR}\)|‘[^‘“”]{{8,300}}’\s\({locators.YEAR}\)"
    rf"|[^“”()]{{3,200}},\s{REPORTED})",
    re.DOTALL,
)

_LEAD = late(r"(?:(?:see|cf|compare|also|and|but|e\.\s?g|siehe|vgl|auch|und|voir|et)\b[.,]?\s){1,3}", re.IGNORECASE)
_INITIALS = re.compile(r"[A-Z]{1,3}[\s,.]")
# What a note leads to within its own text: `See Section B, on what he found (Berg, 2011)`.
OWN_PART = late(
    r"(?:supra|infra|sections?|sect|chapters?|ch|parts?|append(?:ix|ices)|tables?|fig(?:ure)?s?|box|pages?|pp?|notes?"
    r"|lines?|introduction|conclusions?|methods|results|discussion|supplement\w*|abschnitt|kapitel|anhang|tabelle"
    r"|abbildung|abb|seite|anm|chapitre|annexe|tableau)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(rf"(?<!\d){locators.YEAR}(?!\d)")
# Year and title behind authors: `(2011). Walking …`.
_TITLE_BEHIND = late(
    rf"[.,]?\s?(?:\({locators.YEAR}[a-h]?\)[.:,]?|{locators.YEAR}[a-h]?[.:])\s[*_\"“‘«]{{0,2}}[{UPPER}][^.]{{8,}}\.\s[{UPPER}]"
)


def is_full(text: str, start: int, end: int) -> bool:
    """Whether authors begin what stands there, and year and title follow, or volume and pages, or place and publisher;
    or it leads to a work as `WORK` is written."""
    begin = behind_lead(text, start, end)
    if begin > start and WORK.match(text, begin, end) and not OWN_PART.match(text, begin, end):
        return True
    written = text[begin:end]
    found = authors.leading(written)
    if not (found.names and _YEAR.search(written)):
        return False
    shown = locators.HINT.search(written) or PUBLISHED.search(written) or _TITLE_BEHIND.match(written, found.end)
    return bool(shown)


def behind_lead(text: str, start: int, end: int) -> int:
    """Where the reference begins in a note that leads to it: `See also Berg J. …`, `See J. Berg, …`; in one of the
    author See, `See KC, Lee B. …`, where that begins."""
    lead = _LEAD.match(text, start, end)
    begin = lead.end() if lead else start
    if begin == start or not _INITIALS.match(text, begin, end):
        return begin
    found = authors.leading(text[begin : min(end, begin + 400)])
    return begin if found.style == "initials first" and text.startswith(",", begin + found.end) else start
