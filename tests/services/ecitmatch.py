"""ECitMatch: a PMID for a line of journal, year, volume, first page, author and key.

Journal, volume and page decide; a wrong author or year does not matter while one article fits. A line without a journal
that fits nothing ends the answer.
"""

from __future__ import annotations

import re

from tests.services.facts import Facts, facts, folded
from tests.services.faults import HTML
from tests.services.known import Known
from tests.services.said import Asked, Said

_FEW = 3  # so many PMIDs are named, of more their number
_FAR = 10  # years: so far off, even journal, volume and page fit nothing (2035 in place of 2015 is NOT_FOUND)
_PASSED_OVER = frozenset("a an and de der des die du et for la le of on the und y".split())


def voice(known: Known, asked: Asked) -> Said:
    """The lines of `bdata`, with what was found of each; without `retmode=xml` a web page."""
    if asked.params.get("retmode") != "xml":
        return Said(200, HTML, "text/html")
    articles = [facts(pmid, xml) for pmid, xml in known.articles.items()]
    lines = []
    for line in re.split(r"[\r\n]+", asked.params.get("bdata", "")):
        values = [value.strip() for value in line.split("|")]
        if len(values) < 6:
            continue
        journal, year, volume, page, author, key = values[:6]
        found = _found(articles, journal, year, volume, page, author)
        if not found and not journal:
            break
        unknown = journal and not any(_is(journal, name) for one in articles for name in one.journals)
        said = "NOT_FOUND;INVALID_JOURNAL" if unknown else _said(found)
        lines.append("|".join((journal, year, volume, page, "" if unknown else author, key, said)))
    return Said(200, "".join(f"{line}\n" for line in lines).encode(), "text/plain; charset=UTF-8")


def _found(articles: list[Facts], journal: str, year: str, volume: str, page: str, author: str) -> list[str]:
    """The PMIDs that fit. Volume and page decide, year and author choose among several; without both they must fit."""
    fit = [
        one
        for one in articles
        if (not journal or any(_is(journal, name) for name in one.journals))
        and (not volume or one.volume == folded(volume))
        and (not page or folded(page) in one.pages)
        and (not year.isdigit() or not one.years or min(abs(int(year) - other) for other in one.years) <= _FAR)
    ]
    of_year = [one for one in fit if year.isdigit() and int(year) in one.years]
    of_author = [one for one in fit if author and any(_is_author(author, name) for name in one.authors)]
    if not volume and not page:
        fit = [one for one in fit if journal and (not year or one in of_year) and (not author or one in of_author)]
    for some in (of_year, of_author):
        closer = [one for one in fit if one in some]
        fit = closer if closer and len(fit) > 1 else fit
    return [one.pmid for one in fit]


def _is_author(author: str, name: tuple[str, str]) -> bool:
    return folded(author).split(" ")[0] in name[0].split(" ")


def _is(journal: str, name: str) -> bool:
    """Whether a journal is meant: its words, or the beginnings of its words that count."""
    short = folded(journal).split()
    full = [word for word in name.split() if word not in _PASSED_OVER]
    if short == name.split():
        return True
    short = [word for word in short if word not in _PASSED_OVER]
    return bool(short) and len(short) == len(full) and all(map(str.startswith, full, short))


def _said(pmids: list[str]) -> str:
    if not pmids:
        return "NOT_FOUND"
    if len(pmids) == 1:
        return pmids[0]
    return f"AMBIGUOUS {','.join(pmids)}" if len(pmids) <= _FEW else f"AMBIGUOUS ({len(pmids)} citations)"
