"""How author and year are written in a text: the patterns of names and years, and what they name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit import names
from cluneal_lit.citations.markers.known import Naming
from cluneal_lit.citations.references import locators
from cluneal_lit.citations.references.authors import PARTICLE, UPPER
from cluneal_lit.citations.references.locators import UNDATED
from cluneal_lit.late import late
from cluneal_lit.model import Name
from cluneal_lit.others import BEHIND_NAMES

_LETTER = r"[^\W\d_]"
_CAPITAL = rf"[{UPPER}](?:{_LETTER}|['’‐‑\-](?={_LETTER}))*+"
_INITIALS = rf"(?:[{UPPER}]\.[\s-]?){{0,3}}"
_ONE = (
    rf"{_INITIALS}{PARTICLE}{{0,3}}+{_CAPITAL}"
    rf"(?:\s(?:(?:of|for|on|the|in|zur|für|pour|para)\s){{0,2}}{PARTICLE}{{0,3}}+{_CAPITAL}){{0,6}}"
)
_AND = r"(?:and|und|et|y|e|en|og|och|ve|&)"
_OTHERS = rf"(?:,?\s{BEHIND_NAMES}\.?)"


def _names(parted: str) -> str:
    """The pattern of names that these signs part."""
    return (
        rf"(?P<first>(?<!\w){_ONE})(?P<more>(?:(?:\s?{parted}\s|/){_ONE}){{0,6}}?"
        rf"(?:\s?,?\s{_AND}\s{_ONE})?)(?P<others>{_OTHERS})?(?:['’]s?(?!{_LETTER}))?"
    )


_YEAR = rf"(?:{locators.YEAR}[a-h]?(?!\w)|{UNDATED})"
_YEARS = (
    rf"{_YEAR}(?:\s?[,&/]\s?(?:{_YEAR}|[a-h]\b)|;\s?{_YEAR}|\s(?:and|und|et|y|e)\s(?:{_YEAR}|[a-h]\b)|[–-][a-h]\b)*"
)
_SHORT = r"\[[A-Z][\w&-]{1,9}\]"  # `World Health Organization [WHO], 2020`
ITEM = late(rf"{_names('[,;]')}(?:\s{_SHORT})?(?P<comma>,?)\s?(?P<years>{_YEARS})")
BEFORE = late(rf"{_names(',')}(?:\s\([A-Z][\w&-]{{1,9}}\))?,?\s?$")
ONLY_YEARS = late(_YEARS)
BRACKET = late(rf"[(\[][^()\[\]]{{3,400}}+(?:{_SHORT}[^()\[\]]{{3,200}}+)?[)\]]")
DATED = late(rf"(?<!\d){locators.YEAR}|{UNDATED}")
_NO_AUTHOR = frozenset(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug"
    " sep sept oct nov dec spring summer autumn fall winter table tables figure figures fig version windows office"
    " london paris berlin rome tokyo vienna madrid geneva beijing sydney germany france italy spain japan china usa uk"
    " england europe canada india copyright covid part act law directive regulation section chapter volume since before"
    " after during until between in on at the a an from early late mid circa about monday tuesday wednesday thursday"
    " friday saturday sunday olympics cup election page aged born died founded established updated published accessed"
    " retrieved received accepted revised available approved as however also but although while when later both thus"
    " recently similarly first for see by these this with and or if so then here there it its their his her our we"
    " unlike like contrary whereas according following using both only even indeed finally second third".split()
)
_PARTED = re.compile(rf"[,;/]|\s{_AND}\s")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")


def namings(match: re.Match[str], years: str) -> tuple[Naming, ...]:
    """What the names of a match and the years name: one for each year."""
    first = _POSSESSIVE.sub("", match["first"])
    whole = names.surname(Name(family=first + match["more"]))
    further = [_surname(one) for one in _PARTED.split(match["more"]) if one.strip()]
    made: list[Naming] = []
    for year, letter in _each(years):
        shown = f"{first.strip()} {year}{letter}"
        made.append(Naming(shown, _surname(first), whole, tuple(further), bool(match["others"]), year, letter))
    return tuple(made)


def _surname(written: str) -> str:
    plain = re.sub(rf"^\s*(?:[{UPPER}]\.[\s-]?){{1,3}}", "", _POSSESSIVE.sub("", written.strip()))
    return names.surname(Name(family=plain))


def _each(years: str) -> Iterator[tuple[str, str]]:
    """Year and letter of each that is written: `2013a, b, 2015` gives three."""
    year, last = "", ""
    for match in re.finditer(
        rf"(?P<year>{locators.YEAR})(?P<own>[a-h]?)|(?P<no>{UNDATED})|(?P<to>[–-])?(?P<more>[a-h])\b", years
    ):
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
