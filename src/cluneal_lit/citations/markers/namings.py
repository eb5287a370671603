"""How author and year are written in a text: the patterns of names and years, and what they name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit import names
from cluneal_lit.citations.markers.known import Naming
from cluneal_lit.citations.references import locators
from cluneal_lit.citations.references.authors import HAN, LEADING_PARTICLE, UPPER
from cluneal_lit.citations.references.locators import UNDATED
from cluneal_lit.folding import one_line
from cluneal_lit.late import late
from cluneal_lit.model import Name
from cluneal_lit.others import AND, BEHIND_NAMES, EASTERN_AND, EASTERN_BEHIND

_LETTER = r"[^\W\d_]"
_CAPITAL = (
    rf"[{UPPER}](?:[^\W\d_{HAN[1:-1]}]|['’‐‑\-](?={_LETTER}))*+"
    r"(?:(?:(?<=\bInc)|(?<=\bLtd)|(?<=Corp)|(?<=\b[JS]r)|(?<=\s[A-Z]{2})|(?<=\bUniv)|(?<=\bAssoc)|(?<=\bDept))\.)?"
)
_INITIAL = rf"(?:[{UPPER}]\.-?)+"
_SMALL = r"(?:of|for|on|the|in|zur|für|pour|para)"
_ONE = (
    rf"(?:[{UPPER}]\.[\s-]?){{0,3}}{LEADING_PARTICLE}{{0,3}}+{_CAPITAL}"
    rf"(?:\s(?:{_SMALL}\s){{0,2}}{LEADING_PARTICLE}{{0,3}}+{_CAPITAL}){{0,6}}(?:,?(?:\s?[{UPPER}]\.-?){{1,4}}(?<!-))?"
)
_AND = rf"(?:\s?,?\s{AND}\s|\s?{EASTERN_AND}\s?|[와과]\s|\s?・\s?|/)"
_OTHERS = rf"(?:,?\s{BEHIND_NAMES}\.?|,?\s?{EASTERN_BEHIND}(?![^\W\d_]))"
_POSSESSIVE = rf"(?:['’]s?(?!{_LETTER}))?"


def _names(parted: str) -> str:
    """The pattern of names that these signs part."""
    return (
        rf"(?P<first>(?<!\w){_ONE})(?P<more>(?:(?:\s?{parted}\s|{_AND}){_ONE}){{0,20}}?)"
        rf"(?P<others>{_OTHERS})?{_POSSESSIVE}"
    )


# `[1900] 2010`, `2010 [1900]`: a work and the year when it was first published.
_YEAR = (
    rf"(?:(?:\[{locators.YEAR}\]\s?(?={locators.YEAR}))?{locators.YEAR}[a-h]?[年년]?(?!\w)(?:\s?\[{locators.YEAR}\])?"
    rf"|{UNDATED})"
)
_YEARS = rf"{_YEAR}(?:\s?[,&/]\s?(?:{_YEAR}|[a-h]\b)|;\s?{_YEAR}|\s(?:{AND})\s(?:{_YEAR}|[a-h]\b)|[–-][a-h]\b)*"
_SHORT = r"\[[A-Z][\w&-]{1,9}\]"  # `World Health Organization [WHO], 2020`
# What somebody's is, of that year: `Orlov’s inventory (1961)`.
_HIS = rf"(?:(?<=['’]s)(?:\s{_LETTER}[\w-]*){{1,3}})?"
ITEM = late(rf"{_names('[,;]')}(?:\s{_SHORT})?(?P<comma>,?)\s?(?P<years>{_YEARS})")
BEFORE = late(rf"{_names(',')}{_HIS}(?:\s{_SHORT})?(?:\s\([A-Z][\w&-]{{1,9}}\))?,?\s?$")
# The end of names that are a marker with a year and no bracket behind them: `et al.`, or the second of two.
SEVERAL = late(rf"(?:{_OTHERS}|\s{AND}\s{LEADING_PARTICLE}{{0,3}}+{_CAPITAL}),?\s$")
ONLY_YEARS = late(_YEARS)
# In a bracket there may be others: what a group is called in short, a second year, a translator's words.
_FIRST = rf"\[{locators.YEAR}\](?=\s?{locators.YEAR})"
_WITHIN = rf"(?:\[[^()\[\]（）\d]{{2,40}}+\]|(?:(?<=\d\s)|(?<=\d))\[{locators.YEAR}\]|{_FIRST})"
BRACKET = late(rf"[(\[（](?:{_FIRST})?[^()\[\]（）]{{3,1000}}+(?:{_WITHIN}[^()\[\]（）]{{0,400}}+){{0,4}}[)\]）]")
DATED = late(rf"(?<!\d){locators.YEAR}|{UNDATED}")
# Short for a thing, before what is not all in capitals: `BDI`, `GAMs`, `HADS-A`.
ACRONYM = late(
    rf"(?:[a-z]{{0,2}}[{UPPER}][{UPPER}\d]+[a-z]?(?:-\w+)?[,;:]\s)+"
    rf"(?=(?:{_INITIAL}\s?)*[^\s,;:]*(?![{UPPER}]){_LETTER})"
)
JOINED = late(rf"(?:(?:^|\s){AND}\s|{_AND})(?:{_INITIAL}\s?)*$")
ONE_YEAR = late(rf"(?<!\w){_YEAR}")
_EACH = late(rf"(?P<year>{locators.YEAR})(?P<own>[a-h]?)|(?P<no>{UNDATED})|(?P<to>[–-])?(?P<more>[a-h])\b")
_NO_AUTHOR = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug"
    " sep sept oct nov dec spring summer autumn fall winter table tables figure figures fig version windows office"
    " london paris berlin rome tokyo vienna madrid geneva beijing sydney germany france italy spain japan china usa uk"
    " england europe canada india copyright covid part act law directive regulation section chapter volume since before"
    " after during until between in on at the a an from early late mid circa about monday tuesday wednesday thursday"
    " friday saturday sunday olympics cup election page aged born died founded established updated published accessed"
    " retrieved received accepted revised available approved as however also but although while when later both thus"
    " recently similarly first for see by these this with and or if so then here there it its their his her our we"
    " unlike like contrary whereas according following using both only even indeed finally second third"
    " в во на по из от у о об при согласно как также w we według zdaniem jak u v ve podle dle také jak szerint mukaan"
    " laut nach bei im am selon voir según secondo segundo conforme volgens enligt ifølge göre".split()
)
_PARTED = late(rf"\s?[,;/]\s?(?:{AND}\s)?|{_AND}|\sin\s")
_AND_LAST = late(rf"\s{AND}\s$")
_ENDS_POSSESSIVE = late(r"(?:['’]s|(?<=s)['’])$")
_ENDING = late(rf"(?<={_LETTER}{{3}})['’]{_LETTER}{{1,4}}$")  # of a case: `Yılmaz’ın`
_POSSESSED = re.compile(r"['’]s\s")
_BEFORE_NAME = late(rf"(?:{_INITIAL}\s?)+")
_BEHIND_NAME = late(rf",?(?:\s?{_INITIAL})+$")
_LIKE_INITIALS = late(rf"(?<=\w)\s[{UPPER}]{{1,3}}$")


def namings(match: re.Match[str], years: str) -> tuple[Naming, ...]:
    """What the names of a match and the years name: one for each year."""
    written = match["first"] + match["more"]
    parted = list(_PARTED.finditer(written))
    firsts = [written, *(written[: one.start()] for one in reversed(parted))]
    called = tuple(dict.fromkeys(each for one in firsts for each in _called(one)))
    ends = [*(one.start() for one in parted[1:]), len(written)]
    pieces = (written[one.end() : end] for one, end in zip(parted, ends, strict=False))
    further = tuple(filter(None, (_called(piece)[-1] for piece in pieces)))
    joined = bool(parted and _AND_LAST.search(parted[-1][0]))
    shown = _ENDS_POSSESSIVE.sub("", one_line(written if joined else match["first"]))
    return tuple(
        Naming(f"{shown} {year}{letter}", called, further, bool(match["others"]), year, letter, joined)
        for year, letter in dated(years)
    )


def _called(written: str) -> list[str]:
    """The surnames that a name may hold, folded: all of it but for initials behind a comma or with full stops; without
    those before it, which may be of a name (`U.S. Office`); without capitals at its end, which may be initials; and
    whose something is, `Orlov’s Inventory`."""
    whole = _BEHIND_NAME.sub("", _ENDS_POSSESSIVE.sub("", written.strip()))
    initials = _BEFORE_NAME.match(whole)
    plain = whole[initials.end() :] if initials else whole
    variants = [whole, plain, _LIKE_INITIALS.sub("", plain), _POSSESSED.split(plain)[0], _ENDING.sub("", plain)]
    return [names.surname(Name(family=one)) for one in dict.fromkeys(variants)]


def is_as_listed(match: re.Match[str]) -> bool:
    """Whether initials stand behind a name, as in lists of references: `Orlov, B.`, `Orlov B`."""
    people = _PARTED.split(match["first"] + match["more"])
    return any(_BEHIND_NAME.search(f" {one}") or _LIKE_INITIALS.search(one) for one in people)


def dated(years: str) -> Iterator[tuple[str, str]]:
    """Year and letter of each that is written: `2013a, b, 2015` gives three."""
    year, last = "", ""
    for match in _EACH.finditer(years):
        if match["more"]:
            first = ord(last) + 1 if match["to"] and last else ord(match["more"])
            yield from ((year, chr(code)) for code in range(first, ord(match["more"]) + 1))
            last = match["more"]
        else:
            year, last = match["year"] or "undated", match["own"] or ""
            yield year, last


def is_no_author(written: str) -> bool:
    """Whether a capitalised word before a year is no author: a month, a place, the beginning of a sentence."""
    return written.rstrip(".,").lower() in _NO_AUTHOR
