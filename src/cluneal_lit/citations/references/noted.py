"""Notes: the works that they name in full, as historians and lawyers do, given names first and the year in brackets or
last; and what is only a remark."""

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
_OWN_PART = late(
    r"(?:supra|infra|sections?|sect|chapters?|ch|parts?|append(?:ix|ices)|tables?|fig(?:ure)?s?|box|pages?|pp?|notes?"
    r"|lines?|introduction|conclusions?|methods|results|discussion|supplement\w*|abschnitt|kapitel|anhang|tabelle"
    r"|abbildung|abb|seite|anm|chapitre|annexe|tableau)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(rf"(?<!\d){locators.YEAR}(?!\d)")
# A year as a reference has it, behind a stop, its month, or a city: `Nowhere, 2015.`, `(2015)`, `, Nowhere 2015.`
_MONTH = (
    r"(?:(?i:(?:last )?(?:accessed|retrieved|visited|updated|published|posted|abgerufen|zugriff|stand|consulté"
    r"|consultado)):?\s(?:(?:on|am|le|el)\s)?)?"
    r"(?:\d{1,2}\.?\s)?(?:[A-Z][a-zà-ÿ]{2,8}\.?,?\s)?(?:\d{1,2},\s|\d{1,2}[./]\d{1,2}[./])?"
)
_DATED = (
    rf"(?:[,.;:“”\"’»*_]\s?{_MONTH}[c©]?{locators.YEAR}(?:[a-h]|-\d\d-\d\d)?|\(\s?{_MONTH}[c©]?{locators.YEAR}[a-h]?"
    r"(?:\s?[-–—/]\s?\d{2,4})?(?=\)))(?=\s*(?:[).,:;\]*_“\"]|$))"
)
# Year and title behind authors: `(2011). Walking …`.
_TITLE_BEHIND = late(
    rf"[.,]?\s?(?:\({locators.YEAR}[a-h]?\)[.:,]?|{locators.YEAR}[a-h]?[.:])\s[*_\"“‘«]{{0,2}}[{UPPER}][^.]{{8,}}\.\s[{UPPER}]"
)
_SHAPED = late(
    rf"{_DATED}|\b(?i:{locators.UNDATED}|unpublished)\b|(?i:https?://|www\.)"
    r"|\d\s?\([^()]{1,20}\)\s?[:,]|\d:\s?[A-Za-z]{0,2}\d"
)
# What says whence a remark has what it says, or to whom it owes it: `Data from the office, 2015.`
_OWED = late(
    r"(?:data|figures?|numbers?|thanks|emphasis|funded|supported|presented|interview(?:ed|s)?)"
    r"\s(?:are\s|is\s|was\s|were\s)?(?:from|for|by|in|of|on|at|to|with|added|mine|ours)\b"
    r"|(?:own|my|our)\s[a-z]",
    re.IGNORECASE,
)
_SAID = late(
    r"(?:the|this|th[eo]se|that|it|in|on|at|by|for|from|as|of|to|with|and|but|when|while|since|after|before|if|all|both"
    r"|such|some|most|many|no|here|there|one|an?|we|i|he|she|they|my|our|his|her|their|although|though|however"
    r"|der|die|das|den|dem|dies\w*|es|ein\w*|im|am|bei|mit|nach|seit|für|wir|ich|er|sie|hier|auch"
    r"|les?|la|l’|ces?|cette|il|elle|nous|je|on|en|dans|pour|par|un|une|el|los|las|este|esta|se|es)\s"
    r".*\b(?:was|were|is|are|am|has|have|had|will|would|can|could|may|might|must|shall|should|did|does|do|been|be|thanks?|wish(?:es)?|owes?"
    r"|ist|sind|war|waren|wurden?|wird|werden|hat|haben|kann|est|sont|était|étaient|fut|ont|fue|eran?|son|ha|han)\b",
    re.IGNORECASE | re.DOTALL,
)

# A sentence whose years are when something was: `Founded in 1851.`, `We thank J. Berg for this remark of 2019.`
_WHEN = late(
    r"(?:(?:[^.;:()“”\"*_\d]|\d(?!\d{3})|(?<=\b[A-Z])\.)*\b(?:in|of|from|since|until|by|during|before|after|between|born|died"
    r"|founded|von|vom|seit|bis|vor|nach|im|zwischen|geboren|gestorben|depuis|entre|en|de|du|desde|hasta)\s"
    rf"(?:[A-Z][a-z]+\s)?{locators.YEAR}(?:\s?(?:[-–]|and|to|und|bis|et|y)\s?\d{{2,4}})?){{1,3}}[^.;:()“”\"*_\d]*\.?\s*",
    re.IGNORECASE,
)
# From when to when something was, or somebody lived, and no part of a reference behind it: `the war (2012–2014)`.
_SPAN = late(
    rf"(?<!\d)\s?\((?:(?:c|ca|from|reigned|r)\b\.?\s?)?(?:{locators.YEAR}\s?(?:[-–—]|to|bis|until)\s?(?:\d{{2,4}}|present)?"
    rf"|(?:b|d|born|died|geb|gest|né|née|est|founded)\b\.?\s?(?:in\s)?{locators.YEAR})\)(?![.,:]?\s*\d|\.\s+\w)",
    re.IGNORECASE,
)
# What a sentence leads to that is called by no name: `See the crisis (2008) for the background.`
_UNNAMED = late(r"(?:the|this|th[eo]se|that|our|my|his|her|their|its|an?|earlier|later)\s[a-zà-ÿ]")


def is_full(text: str, start: int, end: int) -> bool:
    """Whether authors begin what stands there, and year and title follow, or volume and pages, or place and publisher;
    or it leads to a work as `WORK` is written."""
    begin = behind_lead(text, start, end)
    if begin > start and WORK.match(text, begin, end) and not _OWN_PART.match(text, begin, end):
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


def is_remark(text: str, start: int, end: int) -> bool:
    """Whether a note without identifiers names no work: no author begins it, and it has neither year, address, nor
    volume with pages; or it is a sentence, or leads to what has no name."""
    found = authors.leading(text[start : min(end, start + 400)])
    if found.names and found.style != "group":
        return False
    begin = behind_lead(text, start, end)
    unnamed = begin > start and _UNNAMED.match(text, begin, end) and not locators.HINT.search(text, begin, end)
    said = any(sign.match(text, start, end) for sign in (_SAID, _OWED)) or _WHEN.fullmatch(text, start, end)
    return bool(said or unnamed) or not _SHAPED.search(_SPAN.sub("", text[start:end]))
