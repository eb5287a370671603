"""Laws, and cases before courts, which have parties in place of a title, and a reporter in place of a journal."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cluneal_lit.citations.references import locators
from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

_KINDS = frozenset("regulation directive decision verordnung richtlinie reglement regulamento diretiva".split())
_UNIONS = frozenset(("EU", "EC", "EEC", "CE", "EG", "UE"))
_JOURNALS = frozenset(("OJ", "ABl", "JO", "DO"))
_LONGEST_ACT = 14  # tokens
_COURTS = frozenset("CTF")
_AGAINST = frozenset(("v", "vs"))
_PARTIES = 20  # tokens before the numbers
_REPORTER = 9  # tokens of `Fed. Supp. 2d`, `EWCA Civ`
_YEAR = re.compile(locators.YEAR)


@rule(words=_KINDS)
def law_of_the_union(found: Tokens, segments: Segments) -> Segments:
    """The first sentence of a law of the Union is its title, and nobody wrote it: `Regulation (EU) 2014/12 of …`."""
    texts = found.texts
    if word(texts[0]) not in _KINDS or _UNIONS.isdisjoint(texts[1:8]) or "/" not in texts[2:8]:
        return segments
    end = next((at for at in range(3, len(texts)) if texts[at] == "." and _ends(found, at)), len(texts))
    years = [at for at in range(1, end) if _YEAR.fullmatch(texts[at])]
    dated = [Segment("year", years[0], years[0] + 1)] if years else []
    kept = [one for one in segments if one.start >= end and one.label == "pages"]
    return [Segment("title", 0, end), *dated, *_official_journal(texts, end), *kept]


def _official_journal(texts: Sequence[str], start: int) -> Segments:
    """Where the Official Journal has a law: `OJ L 119`; nothing without it."""
    at = next((at for at in range(start, len(texts) - 2) if texts[at] in _JOURNALS and texts[at + 2].isdigit()), None)
    return [] if at is None else [Segment("journal", at, at + 2), Segment("volume", at + 2, at + 3)]


def _ends(found: Tokens, at: int) -> bool:
    return at + 1 == len(found.texts) or (found.spaced[at + 1] and len(found.texts[at - 1]) > 1)


@rule(words=("act",))
def act_of_parliament(found: Tokens, segments: Segments) -> Segments:
    """An act with its year, and perhaps its chapter, that is all of a string is its title: `Rowing Act 2004, c. 30`."""
    texts = [*found.texts]
    while texts and texts[-1] == ".":
        texts.pop()
    act = next((at for at in range(1, min(_LONGEST_ACT, len(texts) - 1)) if texts[at] == "Act"), 0)
    year = act + 1
    if not act or not _YEAR.fullmatch(texts[year]) or not texts[0].istitle():
        return segments
    rest = texts[year + 1 :]
    law = [Segment("title", 0, year + 1), Segment("year", year, year + 1)]
    if len(rest) in (3, 4) and rest[0] == "," and rest[1] in ("c", "ch", "chapter") and rest[-1].isdigit():
        return [*law, Segment("number", len(texts) - 1, len(texts))]
    return law if not rest else segments


@rule(words=("ecli",))
def case_of_the_union(found: Tokens, segments: Segments) -> Segments:
    """The parties beside the number of a case of the Court of the Union are its title:
    `Kurz v Lang, Case C-12/14, ECLI:EU:C:2014:317`, `Case C-12/14 Kurz v Lang [2014] ECLI:…`."""
    texts = found.texts
    at = next((at for at in range(len(texts) - 5) if texts[at] == "Case" and texts[at + 1] in _COURTS), None)
    end = at + 6 if at is not None else 0
    ecli = texts.index("ECLI") if "ECLI" in texts else 0
    if at is None or texts[at + 4 : at + 5] != ["/"] or not ecli:
        return segments
    start, stop = (end, _end_of_parties(texts, end, ecli)) if at == 0 else (0, at)
    while stop > start and texts[stop - 1] in ",[(":
        stop -= 1
    start += texts[start] == ","
    years = [place for place in range(end, len(texts)) if _YEAR.fullmatch(texts[place])]
    dated = [Segment("year", years[0], years[0] + 1)] if years else []
    return [Segment("title", start, stop), Segment("number", at + 1, end), *dated] if stop > start else segments


def _end_of_parties(texts: Sequence[str], start: int, end: int) -> int:
    return next((at for at in range(start + 1, end) if texts[at] in "[(,"), end)


@rule(words=_AGAINST)
def case_of_a_court(found: Tokens, segments: Segments) -> Segments:
    """The parties at the beginning are the title, what stands behind them the reporter: `Kurz v. Lang, 12 U.S. 34
    (1987)`, `Kurz v Lang [2014] EWCA Civ 12`."""
    return _american(found.texts) or _british(found.texts) or segments


def _against(texts: Sequence[str]) -> int:
    """Where the `v.` between two parties stands; 0 for nowhere."""
    for at in range(1, min(len(texts) - 1, _PARTIES)):
        behind = at + 1 + (texts[at + 1] == ".")
        if texts[at] in _AGAINST and texts[at - 1][0].isalpha() and texts[behind : behind + 1]:
            return at if texts[behind][0].isupper() else 0
    return 0


def _american(texts: Sequence[str]) -> Segments:
    """The segments of a case behind whose parties a comma and a volume stand; none for others."""
    at = _against(texts)
    commas = [place for place in range(at, min(at + _PARTIES, len(texts) - 3)) if at and texts[place] == ","]
    volume = next((place + 1 for place in commas if texts[place + 1].isdigit()), 0)
    page = _behind_reporter(texts, volume + 1) if volume else 0
    years = [place for place in range(page, len(texts)) if page and _YEAR.fullmatch(texts[place])]
    if page and texts[page + 1 :] in ([], ["."]):
        return [Segment("title", 0, volume - 1), *_numbers(volume, volume, page), Segment("pages", page, page + 1)]
    if not years or "(" not in texts[page : years[-1]] or texts[years[-1] + 1 : years[-1] + 2] != [")"]:
        return []
    return [
        Segment("title", 0, volume - 1),
        *_numbers(volume, volume, page),
        Segment("pages", page, page + 1),
        Segment("year", years[-1], years[-1] + 1),
    ]


def _british(texts: Sequence[str]) -> Segments:
    """The segments of a case behind whose parties a year in brackets stands; none for others."""
    at = _against(texts)
    places = range(at, min(at + _PARTIES, len(texts) - 3)) if at else ()
    year = next((place + 1 for place in places if texts[place] in "[(" and _YEAR.fullmatch(texts[place + 1])), 0)
    if not year or texts[year + 1] not in "])":
        return []
    volume = year + 2 if texts[year + 2].isdigit() else 0
    page = _behind_reporter(texts, year + 2 + bool(volume))
    if not page:
        return []
    return [
        Segment("title", 0, year - 1),
        Segment("year", year, year + 1),
        *_numbers(volume, year + 1, page),
        Segment("pages", page, page + 1),
    ]


def _numbers(volume: int, before: int, page: int) -> Segments:
    own = [Segment("volume", volume, volume + 1)] if volume else []
    return [*own, Segment("journal", (volume or before) + 1, page)]


def _behind_reporter(texts: Sequence[str], start: int) -> int:
    """Where the page stands behind a reporter's name of capitals that begins there; 0 for nowhere."""
    end = start
    while end < len(texts) and (texts[end][0].isalpha() or texts[end] == "." or _is_series(texts, end)):
        end += 1
    named = start < end <= start + _REPORTER and texts[start][0].isupper()
    return end if named and end < len(texts) and texts[end].isdigit() else 0


def _is_series(texts: Sequence[str], at: int) -> bool:
    """Whether a number is that of a reporter's series: `F.3d`, `F. Supp. 2d`, `P.2d`."""
    return texts[at].isdigit() and len(texts[at]) == 1 and texts[at + 1 : at + 2] in (["d"], ["th"])


@rule(words=("pub",))
def law_of_the_states(found: Tokens, segments: Segments) -> Segments:
    """What stands before `Pub. L. No.` is the title of a law of the United States, behind it its number:
    `Knee Act of 2014, Pub. L. No. 113-12, 128 Stat. 345 (2014)`."""
    texts = found.texts
    at = next((at for at in range(2, len(texts) - 5) if texts[at : at + 4] == ["Pub", ".", "L", "."]), 0)
    start = next((place for place in range(at + 4, min(at + 8, len(texts))) if at and texts[place].isdigit()), 0)
    if not start or texts[at - 1] != ",":
        return segments
    end = start + 3 if texts[start + 1 : start + 2] in (["-"], ["–"]) else start + 1
    law = [Segment("title", 0, at - 1), Segment("number", start, end)]
    page = _behind_reporter(texts, end + 2) if texts[end : end + 1] == [","] else 0
    if page:
        law += [*_numbers(end + 1, end, page), Segment("pages", page, page + 1)]
    return [*law, *(one for one in segments if one.label == "year" and one.start >= (page or end))]
