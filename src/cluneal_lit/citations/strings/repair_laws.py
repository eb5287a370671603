"""Laws of the European Union and of the United Kingdom, and cases before the Court of the Union."""

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
