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

# As German notes have it: `Berg, Jan: Walking. Oxford 2011, S. 3`, `Berg, Jan/Dunn, Otto: Walking, in: Town 12 (2016)`.
_GIVEN = rf"[{UPPER}](?:\.|[\w’'-]+)"
_PERSON = (
    rf"{authors.PARTICLE}{{0,2}}[{UPPER}][\w’'-]+,\s{_GIVEN}(?:[\s-]{_GIVEN}){{0,3}}(?:\s\((?:Hrsg|Hg|eds?)\.?\))?"
)
_FAMILY_FIRST = late(
    rf"(?=[^\n]*\b(?:in:\s|(?:S|Sp|pp?|Bl|Bd|H|Nr)\.\s?\d|Diss\b))"
    rf"{_PERSON}(?:(?:\s?[;/]\s?|\s(?:und|u\.|and|&|et)\s){_PERSON}){{0,4}}:\s[*_]{{0,2}}[„“\"«]?[{UPPER}][^\n]{{8,300}}?"
    rf"[^\d\n]{{2}}\(?{locators.YEAR}\)?(?:[.,:;]|\s?$)",
)

# As French notes have it, `Jean Berg, La marche, Paris, PUF, 1999, p. 12`: title in emphasis, or a page.
_FRENCH = late(
    rf"(?:{_WORD},?\s++){{1,8}}{_WORD}(?:\s\((?:dir|éd|eds?|ed|a cura di|coord)s?\.?\))?,\s"
    rf"(?:(?P<mark>[*_])[^*_\n]{{3,200}}(?P=mark)|(?=[^\n]*,\spp?\.\s?\d)[{UPPER}][^,()“”«»\n]{{5,150}})"
    rf"(?:,\s[{UPPER}][^,;()\n]{{1,40}}){{1,3}},\s(?:coll\.[^,\n]{{1,40}},\s)?{locators.YEAR}(?:,\s[^\n]{{1,40}})?\.?\s*",
)

# What leads to a work: `See, e.g.,`, `But see`, `Vgl. etwa`, `For a review, see`.
_SIGNAL = (
    r"(?:see|cf|compare|contrast|(?-i:[eE]\.\s?g)|(?-i:[iI]\.\s?e)|(?-i:[cC]p(?=\.))|for (?:example|instance)"
    r"|as in|(?:as )?(?:quoted|cited|discussed|reviewed) in"
    r"|(?:adapted|modified|reprinted|reproduced|taken|quoted|data) from|based on|reviewed by"
    r"|zit(?:iert)?\.? nach|d['’]après|citado e[nm]|apud|for [a-z][a-z ]{2,40},?\ssee"
    r"|siehe|vgl|s(?=\.\s(?:auch|dazu)\b)|(?-i:[sS]\.\s?a(?=\.\s[A-Z][a-z]))|so auch|(?-i:z\.\s?B)|(?-i:d\.\s?h)"
    r"|voir|cfr|véase|ver(?!\s(?:eecke|elst|heyen|hoeve|hulst|loren|meer|steeg|straete)\b"
    rf"|\s(?-i:[{UPPER}])[\w’'-]+,?\s(?-i:[A-Z])(?:\.|[A-Z]{{0,2}}\b))|vedi"
    r"|ibid(?:em)?|vide|par exemple|(?-i:[pP]\.\s?ex)|por ejemplo)"
)
_ADVERB = (
    r"(?:in particular|also|generally|especially|esp|particularly|further|and|but|auch|dazu|hierzu|ferner|etwa"
    r"|insbesondere|insb|und"
    r"|aussi|notamment|et|también|anche)"
)
# What a person puts before a reference with a colon: `Source:`, `Recent review:`.
_LABEL = (
    r"(?:(?:(?:an?|the|key|main|good|recent|original|primary|full|further|additional|background|systematic|see) ){0,2}"
    r"(?:references?|sources?|citations?|reviews?|overviews?|reading|papers?|articles?|study|studies|trials?|works?"
    r"|notes?|quellen?|literatur|nachweis|fuentes?|fontes?|referencias?|referências?|références?)"
    r"|(?:(?:adapted|modified|reprinted|reproduced|taken|data) )?from|see(?: also)?)(?:\s?:|\s[—–-])\s+"
)
LABEL = late(_LABEL, re.IGNORECASE)
# What of a work a reference is given for: `See Table 2 in Berg J. …`.
_PART = (
    r"(?:tables?|fig(?:ure)?s?|box|chapters?|sections?|appendix|tabelle|abb(?:ildung)?|kapitel)"
    r"\.?\s[\w.]{1,5}\s(?:(?:adapted|modified|reprinted|reproduced|taken) )?(?:in|of|from|aus|bei|nach)\b"
)
_WITHIN = late(rf"{_PART}\s", re.IGNORECASE)
# See Toh is also somebody's name.
_LEAD = late(
    rf"(?!see\s(?:toh|tho)\b)(?:{_LABEL}|(?:{_SIGNAL}|{_ADVERB})\b[.,:]{{0,2}}\s){{1,5}}(?:{_PART}\s)?", re.IGNORECASE
)
# What somebody calls a work in a list of his own: `**Berg 2019** — Berg J, …`, `Berg19:`, `@berg2019 –`, `[Berg 2019]`.
_NICKNAME = late(
    rf"(?:(?P<said>[{UPPER}][a-zà-ÿ]{{2,20}}(?:\s(?:[a-zà-ÿ]{{2,15}}|\d{{1,2}})){{0,2}}:)"
    rf"|[*_]{{2}}[^*_\n]{{2,60}}:[*_]{{2}}|[*_]{{2}}\[[^*_\n]{{2,60}}\][*_]{{2}}(?:\s?[:—–-])?"
    rf"|\[@[\w:.-]{{2,40}}\](?:\s?[:—–-])?|\[[{UPPER}][^\[\]\n]{{2,40}}\d\d[a-h]?\]\s?[:—–-]"
    rf"|(?:[*_]{{1,2}}[^*_\n]{{2,60}}[*_]{{1,2}}|@[\w:.-]*\w"
    rf"|(?P<family>[{UPPER}][^\W\d_’'-]+)(?:\s(?:et\sal\.?|(?:&|and|und|et)\s[{UPPER}][\w’'-]+))?"
    rf"(?:,?\s\(?{locators.YEAR}[a-h]?\)?|\d{{2}}(?:\d\d)?[a-h]?))\s?[:—–-])\s+"
)
_SIGNALLED = late(rf"(?:{_ADVERB}\s)?{_SIGNAL}\b", re.IGNORECASE)
_TRAIL = late(r"[,;.]?\s(?:and|und|et|[sS]ee(?: also)?|[cC]f|[vV]gl)[.,;]?\s*$")
_LONGEST_TRAIL = 12
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


def names_work(text: str, start: int, end: int) -> bool:
    """Whether what stands there begins with a work that is named in full as notes do: given names first, `WORK`, or
    the family name with all of the others before a colon, or place and house between commas."""
    if WORK.match(text, start, end) or _FAMILY_FIRST.match(text, start, end):
        return True
    return bool(_FRENCH.fullmatch(text, start, end))


def is_full(text: str, start: int, end: int) -> bool:
    """Whether authors begin what stands there, and year and title follow, or volume and pages, or place and publisher;
    or it leads to a work as `WORK` is written."""
    begin = behind_lead(text, start, end)
    if begin > start and names_work(text, begin, end) and not OWN_PART.match(text, begin, end):
        return True
    written = text[begin:end]
    found = authors.leading(written)
    if not (found.names and _YEAR.search(written)):
        return False
    shown = locators.HINT.search(written) or PUBLISHED.search(written) or _TITLE_BEHIND.match(written, found.end)
    return bool(shown)


def behind_lead(text: str, start: int, end: int) -> int:
    """Where the reference begins in a note that leads to it: `See also Berg J. …`, `See J. Berg, …`; in one of the
    author See, `See KC, Lee B. …`, where that begins; or where it begins behind what somebody calls it."""
    lead = _LEAD.match(text, start, end)
    begin = lead.end() if lead else start
    if nickname := _NICKNAME.match(text, begin, end):
        found = authors.leading(text[nickname.end() : min(end, nickname.end() + 400)])
        named = found.names if not (nickname["said"] and found.style == "group") else ()  # a title may be a body's
        again = not nickname["family"] or (bool(named) and nickname["family"] in (named[0].family, named[0].literal))
        return nickname.end() if named and again else start
    if begin == start or not _INITIALS.match(text, begin, end):
        return begin
    found = authors.leading(text[begin : min(end, begin + 400)])
    return begin if found.style == "initials first" and text.startswith(",", begin + found.end) else start


def in_short(text: str, start: int, end: int) -> tuple[int, int]:
    """Where a reference string begins and ends without what leads to it and to the next: `See also Berg J. … ; and`."""
    trail = _TRAIL.search(text, max(start, end - _LONGEST_TRAIL), end)
    begin = behind_lead(text, start, end)
    if begin > start and not (_SIGNALLED.match(text, start, end) or authors.leading(text[begin : begin + 400]).names):
        begin = start
    return begin, trail.start() if trail else end


def begins_work(text: str, start: int, end: int) -> int:
    """Where a reference string begins that a person gives by itself, behind what leads to it; that is said only where
    authors follow, for titles may begin so."""
    within = _WITHIN.match(text, start, end)  # `Figure 2 from Berg J. …`: a note that begins so is a remark
    begin = behind_lead(text, within.end() if within else start, end)
    if begin == start:  # as most do
        return start
    named = authors.leading(text[begin : begin + 400]).names or WORK.match(text, begin, end)
    return begin if named else start
