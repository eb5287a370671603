"""The authors with which a reference string begins."""

from __future__ import annotations

import re

from msgspec import Struct

from cluneal_lit import names
from cluneal_lit.citations.references import locators
from cluneal_lit.folding import one_line
from cluneal_lit.late import late
from cluneal_lit.model import Name
from cluneal_lit.names import GROUP_WORD
from cluneal_lit.others import BEHIND_NAMES, EASTERN

UPPER = "".join(chr(code) for code in (*range(0x41, 0x530), *range(0x1E00, 0x1F00)) if chr(code).isupper())
# Letters of Chinese, Japanese and Korean: no capitals, no blanks.
HAN = "[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_LETTER = r"[^\W\d_]"
_PARTICLES = r"[dD]e(?:[lnr]|lla)?|[dD][aiou]s?|[vV][ao]n|[tT]e[nr]?|[eE]l|[aA]l|[lL][ae]|[zZ]u[mr]?|bin|ibn|af"
PARTICLE = rf"(?:(?:{_PARTICLES}|y|e)[\s-]|[dDlL]['’])"
LEADING_PARTICLE = rf"(?:(?:{_PARTICLES})[\s-]|[dDlL]['’])"  # without those that may be an `and`: `García y López`
# A name behind a label without a blank, as text that was taken from a page often is.
GLUED = rf"(?={PARTICLE}{{0,3}}[{UPPER}](?:[^\W\d_A-Z'’]|['’][{UPPER}])|{HAN})"
BEGUN = rf"[*_\"“‘«<\[(]{{0,2}}(?:{PARTICLE}{{0,3}}(?:[{UPPER}]|{HAN})|https?://|www\.|doi\b|10\.\d)"
_CAPITALISED = rf"[{UPPER}](?:{_LETTER}|['’‐‑\-]){{1,40}}"
_SURNAME = (
    rf"{PARTICLE}{{0,3}}+(?:{_CAPITALISED}|[{UPPER}]['’][{UPPER}]{_LETTER}{{1,30}})"
    rf"(?:[\s\-]{PARTICLE}{{0,2}}+{_CAPITALISED}){{0,3}}"
)
_LOWER_SURNAME = rf"(?:{_SURNAME}|{_LETTER}(?:{_LETTER}|['’\-]){{1,30}})"
_NO_INITIALS = r"(?!(?:PMID|PMC|DOI|ISBN|ISSN|URL|HTTP|JSON|XML|USA)\b)"
_INITIALS = rf"{_NO_INITIALS}[{UPPER}]\.?(?:[\s\-‐]?[{UPPER}]\.?){{0,3}}"
_SUFFIX = r"(?:,?\s(?:Jr|Sr|I{2,3}|IV|2nd|3rd|4th)\b\.?)?"
_END = rf"(?=\s*[,;.:(&]|\s+(?:and|et\b|in\b|\d|{BEHIND_NAMES})|\s*$)"

_STYLES: dict[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    # the first name, a further name
    "vancouver": (
        late(rf"{_SURNAME}\s{_INITIALS}{_SUFFIX}{_END}"),
        late(rf"{_LOWER_SURNAME}\s{_INITIALS}{_SUFFIX}{_END}"),
    ),
    "family first": (
        late(rf"{_SURNAME},\s?(?:[{UPPER}]\.[\s\-‐]?){{1,4}}(?<!\s){_SUFFIX}(?![^\W\d_])"),
        late(
            rf"{_SURNAME},\s?(?:[{UPPER}]\.[\s\-‐]?){{1,4}}(?<!\s){_SUFFIX}(?![^\W\d_])|(?:[{UPPER}]\.[\s\-]?){{1,4}}{_SURNAME}"
        ),
    ),
    "initials first": (
        late(rf"(?:[{UPPER}]\.[\s\-‐]?){{1,4}}{_SURNAME}{_SUFFIX}{_END}"),
        late(rf"(?:[{UPPER}]\.[\s\-‐]?){{1,4}}{_SURNAME}{_SUFFIX}{_END}"),
    ),
    "family first bare": (
        late(rf"{_SURNAME},\s[{UPPER}]{{1,3}}(?=\s*[,;.(:&]|\s+(?:and\b|et\b|{BEHIND_NAMES}))"),
        late(rf"{_SURNAME},\s[{UPPER}]{{1,3}}(?=\s*[,;.(:&]|\s+(?:and\b|et\b|{BEHIND_NAMES})|$)"),
    ),
}
_GIVEN = rf"(?:[{UPPER}]\.|{_CAPITALISED})(?:[\s\-](?:[{UPPER}]\.|{_CAPITALISED})){{0,3}}"
_GIVEN_FIRST = (
    rf"(?P<given>{_GIVEN})\s(?P<family>{PARTICLE}{{0,3}}+(?!(?:Jr|Sr|I{{2,3}}|IV|{GROUP_WORD})\b)"
    rf"{_CAPITALISED}(?:-{_CAPITALISED})?)(?P<suffix>{_SUFFIX})"
)
_FULL_FIRST = late(rf"{_SURNAME},\s{_GIVEN}{_SUFFIX}")
_FULL_FURTHER = late(rf"{_GIVEN_FIRST}(?=\s?[,;.:(&]|\s(?:and\b|et\b|{BEHIND_NAMES}))|{_SURNAME},\s{_GIVEN}{_SUFFIX}")
FULL, EASTERN_STYLE = "family first in full", "eastern"
# Only what follows tells such names from places and titles.
_AFTER_FULL = late(rf"[.,]{{0,2}}\s*(?:[\"“]|\(?{locators.YEAR}[a-h]?\)?[.,:])")
# … and below a heading of a list also a title behind a full stop or colon.
_AFTER_TOLD = late(rf"[.:]\s+[\"“‘«*_]{{0,2}}[{UPPER}]|[.,:]{{0,2}}\s*\(?{locators.YEAR}")
_SHOUTED = late(rf"[{UPPER}-]{{3,}},")  # as German lists write surnames: `BERG, Otto: Walking` (DIN 1505-2)
_EDITORS = late(r"[\s,]{0,2}\((?:Hrsg|Hg|[eE]ds?|[dD]ir|[cC]oords?|a cura di|[rR]ed)\.?\)\.?")
_ANY_INITIALS = late(rf"(?:^|[\s,.])[{UPPER}]{{1,4}}(?:[.,;:\s(-]|$)")
_BETWEEN = late(r"\s*(?:[,;/]\s*(?:…|\.\.\.)?\s*(?:and\s|&\s?|und\s|y\s)?|\.,\s*|\s(?:and|und|et|y|e)\s|\s?&\s?)\s*")
_ET_AL = late(rf"[\s,;]*(?:\[?{BEHIND_NAMES}\]?\.?|\.{{3}}|…)[.,:]?")
_GROUP = late(
    r"(?:and\s|for\s|on behalf of\s)?(?:the\s)?(?P<name>[^.;,:()?!]{0,90}?"
    rf"{GROUP_WORD}\b[^.;,:()?!]{{0,60}})"
    r"(?=[.;,:(]|\s\()"
)
_FOR = r"(?:and\s|for\s|on behalf of\s)?(?:the\s)?"
# With what authors can begin at all: a capital behind a surname or its comma, an initial, a group.
_TOKEN = rf"{PARTICLE}{{0,3}}+[{UPPER}](?:{_LETTER}|['’‐‑-])*+"
_SMALL = r"(?:of|for|and|the|in|on|&|für|der|des|und|du|les|et|y|voor)"
OPENING = (
    rf"{_TOKEN}(?:\s{_TOKEN}){{0,3}}(?:,\s?[{UPPER}]|\s[{UPPER}]{{1,4}}(?:[.,;:\s(&‐-]|$))|[{UPPER}]\."
    rf"|{_FOR}[{UPPER}][^.;,:()?!]{{0,90}}?(?=[ACDFGIMNOPST]){GROUP_WORD}\b"
    rf"|{_TOKEN}(?:\s(?:{_SMALL}\s){{0,2}}{_TOKEN}){{0,9}}(?:\.\s+\(?|\s\()(?:(?:1[89]|20)\d\d|n\.d)"
)
BODY = rf"[{UPPER}][\w&’'-]*+(?:\s(?:(?:{_SMALL}|de|la|del|della|di|van)\s){{0,2}}[{UPPER}][\w&’'-]*+){{0,9}}"
_GROUP_DATED = late(
    rf"(?P<name>{BODY})"
    rf"(?:\.\s+\(?(?:(?:1[89]|20)\d\d[a-h]?|n\.d)\)?\.|\s\((?:1[89]|20)\d\d[a-h]?\)[.:])\s+[\"“‘«*_]{{0,2}}[{UPPER}]"
)
OPENS = late(OPENING)
_EASTERN_NAME = rf"{HAN}{{1,6}}(?:\s{HAN}{{1,3}})?"
# What leads from a name and the year in brackets to what a sentence tells of it.
EASTERN_SAYS = (
    "(?:[はがもらのにを은는이가도의에를을]|等|的|在|于|於|[对對将將也曾]|发现|發現|指出|[认認][为為]|[报報]道|[报報]告|提出|[证證]明|表明|[显顯]示|[强強][调調]"
    "|[总總][结結]|建[议議]|通[过過]|采用|利用|[与與和][^、，,]{1,4}合作)"
)
# Names of Chinese, Japanese and Korean, with the year, a full stop or a title in their quotes behind them.
_EASTERN = late(
    rf"(?P<names>{_EASTERN_NAME}(?:\s?[,，、;；・·]\s?{_EASTERN_NAME}){{0,30}})(?:[\s,，、]*{EASTERN})?"
    rf"(?=[\s.．。,，]{{0,2}}[(（]?{locators.YEAR}[a-h]?年?[)）.．。,，:：\s](?!{EASTERN_SAYS})|[.．:：]\s?\S|[,，:：]?\s?[「『《〈])"
)
_EASTERN_PARTED = re.compile(r"\s?[,，、;；・·]\s?")


class Authors(Struct, frozen=True):
    """The names, where they and an `et al.` behind them end in the text, and the style in which they are written."""

    names: tuple[Name, ...] = ()
    end: int = 0
    style: str = ""


def leading(text: str, told: bool = False) -> Authors:
    """The authors at the beginning of a text: people with initials, or a group; none where it begins otherwise.

    `told`: it stands in a list of references; then names in full need no year or title in quotes behind them.
    """
    if told and (eastern := _EASTERN.match(text)):
        named = (Name(family=one) for one in _EASTERN_PARTED.split(eastern["names"]))
        return Authors(tuple(named), eastern.end(), EASTERN_STYLE)
    if not OPENS.match(text):
        return Authors()
    if found := people(text, told):
        return found
    group = _GROUP.match(text)
    if group and group["name"][:1].isupper() and _capitalised(group["name"]):
        return Authors((Name(literal=one_line(group["name"])),), group.end(), "group")
    if dated := _GROUP_DATED.match(text):
        return Authors((Name(literal=one_line(dated["name"])),), dated.end("name"), "group")
    return Authors()


def people(text: str, told: bool = False) -> Authors | None:
    """The people at the beginning of a text, with their initials, or with their names in full and a year or title in
    quotes behind them, in a list (`told`) or behind a surname in capitals any title."""
    if _ANY_INITIALS.search(text, 0, 80):
        for style, (first, further) in _STYLES.items():
            if match := first.match(text):
                return _list(text, match, style, further)
    found = _list(text, match, FULL, _FULL_FURTHER) if (match := _FULL_FIRST.match(text)) else None
    after = _AFTER_TOLD if told or (found and _SHOUTED.match(text)) else _AFTER_FULL
    return found if found and (after.match(text, found.end) or _AFTER_FULL.match(text, found.end)) else None


def _capitalised(text: str) -> bool:
    """Whether it reads like a proper name: every word of four letters and more is capitalised."""
    return all(word[0].isupper() for word in text.split() if len(word) > 3)


def _list(text: str, match: re.Match[str], style: str, further: re.Pattern[str]) -> Authors:
    found = [_name(match[0], style)]
    end = match.end()
    while True:
        if more := _ET_AL.match(text, end):
            return Authors(tuple(found), more.end(), style)
        between = _BETWEEN.match(text, end)
        following = further.match(text, between.end()) if between else None
        if between is None or following is None:
            group = _GROUP.match(text, between.end()) if between else None
            if group and _capitalised(group["name"]):
                found.append(Name(literal=one_line(group["name"])))
                end = group.end()
            editors = _EDITORS.match(text, end)
            return Authors(tuple(found), editors.end() if editors else end, style)
        found.append(_name(following[0], style))
        end = following.end()


def _name(written: str, style: str) -> Name:
    if style == FULL and (turned := re.fullmatch(_GIVEN_FIRST, written)):
        return names.parse(f"{turned['family']}, {turned['given']}{turned['suffix']}")
    if "," not in written and re.match(rf"[{UPPER}]\.", written):
        given, family = re.findall(rf"^((?:[{UPPER}]\.[\s\-‐]?)+)(.+)$", one_line(written))[0]
        return Name(family=family.strip(), given=given.strip())
    return names.parse(written)
