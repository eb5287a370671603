"""Authors and years in Chinese, Japanese and Korean, whose names have no capitals and few blanks: `王伟等（2003）`.

Where a name begins only an entry of the document's list tells. Commas and brackets are those of an evened text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from cluneal_lit.citations.markers.items import OTHERS, PAIR, WEAK, Item
from cluneal_lit.citations.markers.known import Known, Naming
from cluneal_lit.citations.markers.namings import ONLY_YEARS, dated
from cluneal_lit.citations.references import locators
from cluneal_lit.citations.references.authors import HAN
from cluneal_lit.folding import letters
from cluneal_lit.late import late
from cluneal_lit.others import EASTERN_AND, EASTERN_BEHIND

_LONGEST = 40
_OTHERS = late(rf"[\s,]*{EASTERN_BEHIND}$")
_SIGN = r"\s?[,、・·&]\s?|[와과]\s|\s및\s"
_PARTED = late(_SIGN)
_ALSO_PARTED = late(rf"{_SIGN}|(?<={HAN}){EASTERN_AND}(?={HAN})")
_NAMES = late(rf"{HAN}(?:{HAN}|[^\S\n]|[,、・·&])*$")  # in one paragraph
_SHAPED = late(rf"(?P<name>{HAN}{{1,4}}?)[\s,]*{EASTERN_BEHIND},?\s?")
_NAME = late(rf"{HAN}{{1,8}}(?:\s{HAN}{{1,3}})?")

# What stands between names and the year in which they say something.
_SAID = late(rf"(?<={HAN})(?P<by>在|于|於|は|が|も|은|는|이|가)?\s?(?P<years>{locators.YEAR}[年년])")


def before(text: str, lowest: int, end: int, years: str, known: Known) -> Item | None:
    """The names that end at a place of a text, behind which years stand, where an entry answers them: from the longest
    on; the name before `等` or a comma may be a surname alone."""
    first = max(lowest, end - _LONGEST)
    written = text[first:end].rstrip(" ,:")
    others = _OTHERS.search(written)
    found = _NAMES.search(written, 0, others.start() if others else len(written))
    if not found:
        return None
    for start in (at for at in range(*found.span()) if written[at].isalpha()):
        for people in _people(written[start : found.end()]):
            named = _namings(people, bool(others), years)
            if any(map(known.entries, named)) and (len(people) == 1 or any(map(known.agrees, named))):
                return Item(first + start, end, named, OTHERS if others else WEAK, "comma")
    return None


def shaped(text: str, at: int, end: int) -> Item | None:
    """A name, `等` and years, which stand right there."""
    match = _SHAPED.match(text, at, end)
    years = ONLY_YEARS.match(text, match.end(), end) if match else None
    if not match or not years:
        return None
    return Item(at, years.end(), _namings([match["name"]], True, years[0]), PAIR, "comma")


def _people(written: str) -> Iterator[Sequence[str]]:
    """The names of a stretch, which begins with one; `和` and its like part names, and are part of some."""
    for pattern in (_PARTED, _ALSO_PARTED):
        people = [one.strip() for one in pattern.split(written)]
        if all(_NAME.fullmatch(one) for one in people):
            yield people


def _namings(people: Sequence[str], others: bool, years: str) -> tuple[Naming, ...]:
    called, *further = map(letters, people)
    return tuple(
        Naming(f"{people[0]} {year}{letter}", (called,), tuple(further), others, year, letter)
        for year, letter in dated(years)
    )


def bare(text: str, known: Known) -> Iterator[Item]:
    """Names in a sentence with the year that it gives, `王丽和刘洋在2016年`, which an entry answers: people in full, or
    several."""
    for place in _SAID.finditer(text) if known and not text.isascii() else ():
        end = place.start("by") if place["by"] else place.start("years")
        one = before(text, max(0, end - _LONGEST), end, place["years"], known)
        if one and (one.form == OTHERS or one.namings[0].further or any(map(known.is_whole, one.namings))):
            yield replace(one, end=place.end("years"), form=OTHERS, written="narrative")
