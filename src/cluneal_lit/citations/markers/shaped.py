"""What a bracket names: authors and years that an entry answers, and those that stand as citations do.

What is answered needs nothing known around it. The rest may be a town and the year of a fair: it is taken only between
what leads to citations, parts them and stands behind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from cluneal_lit.citations.markers import answered, eastern, things
from cluneal_lit.citations.markers.items import OTHERS, WEAK, Item
from cluneal_lit.citations.markers.known import Known
from cluneal_lit.citations.markers.namings import ACRONYM, DATED, ITEM, ONE_YEAR, ONLY_YEARS, is_no_author, namings
from cluneal_lit.late import late
from cluneal_lit.others import AND

_LEAD = late(
    r"(?:(?:see|also|e\.?\s?g|i\.?\s?e|cf|compare|reviewed|reviews?|by|as|for|an?|examples?|recent|but|and|after"
    r"|adapted|modified|following|according|to|per|sensu|vgl|siehe|(?-i:s)|z\.\s?b|zit(?:iert)?(?:\.\s?n)?|nach|bei|voir|cité|par"
    r"|ver|véase|citado|cit|en|em|por|apud|p\.\s?ex|bkz|akt|viz|srov|za|cyt|por|см|цит|по|contra|most|both"
    r"|the|recently|discussed|described|shown|cited|quoted|data|sources?|especially|esp|notably|including|in|from)"
    r"\b[\s,:.]+){0,6}",
    re.IGNORECASE,
)
_PART = (
    r"(?:(?i:pp?|chap(?:ter)?|ch|sec(?:tion)?|fig(?:ure)?s?|tab(?:le)?s?|vol|para|eq|Kap|Abb|appendix|stud(?:y|ies)"
    r"|exp(?:eriment)?s?|supplement|box|с|s)|S|§)\.?\s?"
)
_SAID = (
    r"(?:and references therein|for (?:(?:an?|more|further|the|other|recent|full) )?(?:[\w-]+ )?"
    r"(?:reviews?|details?|overviews?|discussions?|summary|summaries|examples?|information)"
    r"|emphas[ie]s (?:added|mine|ours|in (?:the )?original)|italics (?:added|mine|in (?:the )?original)"
    r"|(?:my|our|own|author[’']s) translation|translation (?:mine|ours)|respectively|among (?:many )?others"
    r"|unpublished(?: data)?|eigene Übersetzung|Hervorh(?:ebung|\.)[^;,]{0,25}|traducción propia|tradução nossa"
    r"|grifos? (?:nossos?|meus?)|traduction libre|pour une (?:revue|synthèse)|passim|a\.\s?a\.\s?O\.?)"
)
_TAIL = late(
    rf"(?:(?:\s?[,:]\s?(?:{_PART}[\dA-Z]|\d)|\s{_PART}\d)[\w.,–\s§-]{{0,20}})?(?:[,;]?\s(?:and\s)?{_SAID})?\s*"
)
_BETWEEN = late(
    r"\s?[,;]\s?(?:and\s|see(?: also)?\s|as\s)?(?:(?:cited|quoted) (?:in|by)\s)?"
    rf"|\s(?:{AND}|or|oder|vs\.?)\s"
)
_PERSON = late(r"(?:V[AO]N|DE[NRLS]?|D[AIOU]|DELLA|TER|TEN|L[AE]|EL|AL)\s")  # else capitals are an acronym
_PLACES = late(
    r"(?:^|\s)(?:in|from|to|by|at|on|since|until|of|the|en|em|bei|nach|par|por|za|по)[\s,:.]+$", re.IGNORECASE
)


def items(text: str, start: int, end: int, known: Known) -> list[Item]:
    """Those of a bracket, or of what stands in it from `start` on, in order."""
    told = list(answered.items(text, start, end, known))
    found: list[Item] = []
    first = at = start
    while at < end:
        stop = _stop(text, at, end, told)
        part = _part(text, first, stop, known, told)
        if not part and first < at:
            part = _part(text, at, stop, known, told)
        found += part
        at = stop + 1
        if DATED.search(text, first, stop):  # else it may hold names that a semicolon parts: `(ISU; KIM, 2018)`
            first = at
    return found


def is_tail(text: str, start: int, end: int) -> bool:
    """Whether all that stands there is a page or what else stands behind a year in a citation, or nothing."""
    return bool(_TAIL.fullmatch(text, start, end))


def _stop(text: str, at: int, end: int, told: Sequence[Item]) -> int:
    """Where the part of a bracket ends that begins here: at a semicolon in no names, with no year alone behind it."""
    while (stop := text.find(";", at, end)) >= 0:
        behind = stop + 1 + len(text[stop + 1 : end]) - len(text[stop + 1 : end].lstrip())
        if not (ONLY_YEARS.match(text, behind) or any(one.start < stop < one.end for one in told)):
            return stop
        at = stop + 1
    return end


def _part(text: str, start: int, end: int, known: Known, told: Sequence[Item]) -> list[Item]:
    """The items of one part of a bracket, which they fill with what may stand around them; else those that are sure."""
    own = [one for one in told if start <= one.start < end]
    at = start + len(text[start:end]) - len(text[start:end].lstrip())
    lead = _LEAD.match(text, at, end)
    led = lead.end() if lead and not any(one.start == at for one in own) else at  # `Data Society 2018`, `data in Isu`
    place, at = bool(_PLACES.search(text[at:led])), led
    found: list[Item] = []
    while one := _next(text, at, end, own) or _shaped(text, at, end, place, known):
        found.append(one)
        at, place = one.end, False
        sure = one in own
        if is_tail(text, at, end) or (sure and not DATED.search(text, at, end)):
            return found
        between = _BETWEEN.match(text, at, end)
        if not between and not (sure and _next(text, at, end, own)):
            break
        at = between.end() if between else at
    return sorted([*own, *(_beside(text, start, end, known, own) if told else ())], key=lambda one: one.start)


def _next(text: str, at: int, end: int, own: Sequence[Item]) -> Item | None:
    """The next that an entry answers, if no other year stands before it."""
    one = next((one for one in own if one.start >= at), None)
    return one if one and not DATED.search(text, at, one.start) else None


def _shaped(text: str, at: int, end: int, place: bool, known: Known) -> Item | None:
    """Names and years that stand right there and that no entry answers; capitals alone are no sure sign of names."""
    if short := ACRONYM.match(text, at, end):
        at = short.end()
    match = ITEM.match(text, at)
    if not match or match.end() > end or is_no_author(match["first"].split(None, 1)[0]):
        return eastern.shaped(text, at, end)
    one = answered.item(match, namings(match, match["years"]))
    if any(map(known.entries, one.namings)):  # it was refused: `Orlov in May 2018`
        return None
    imprint = things.is_imprint(match["first"] + match["more"], match["others"] or "")
    if (imprint or things.is_one(match["first"])) and not any(map(known.has_author, one.namings)):
        return None
    capitals = match["first"].isupper() and not _PERSON.match(match["first"])
    return replace(one, form=0) if one.form == WEAK and (place or capitals) else one


def _beside(text: str, start: int, end: int, known: Known, own: Sequence[Item]) -> Iterator[Item]:
    """Those that no entry answers and that are a citation beside what one answers: with `et al.`, or an author of the
    list."""
    at = start
    for years in ONE_YEAR.finditer(text, start, end):
        if any(one.start <= years.start() < one.end for one in own):
            at = years.end()
            continue
        one = next(answered.ending(text, at, years.start()), None)
        at = years.end()
        if one and (one.form == OTHERS or any(map(known.has_author, one.namings))):
            yield one
