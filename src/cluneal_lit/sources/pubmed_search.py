"""PubMed's search: PMIDs by words of the title, first author and year (https://www.ncbi.nlm.nih.gov/books/NBK25499/)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import combinations

from cluneal_lit import titles
from cluneal_lit.folding import plain
from cluneal_lit.model import Answer, Candidates, Fields, Question, Reply, Request, Services
from cluneal_lit.sources import ncbi

NAME = "pubmed-search"
BATCH = 1

_MOST = 5  # PMIDs of an answer
_WORDS = 5  # of a title
# PubMed leaves these out of a search (https://pubmed.ncbi.nlm.nih.gov/help/#stopwords), or reads them as operators.
_STOP = frozenset(
    "about again all almost also although always among and another any are because been before being between both but"
    " can could did does done due during each either enough especially etc for found from further had has have having"
    " here how however into its itself just made mainly make may might most mostly must nearly neither nor not obtained"
    " often our overall perhaps quite rather really regarding seem seen several should show showed shown shows"
    " significantly since some such than that the their theirs them then there therefore these they this those through"
    " thus upon use used using various very was were what when which while with within without would".split()
)
# Long, and yet in very many titles; some are spelt in two ways.
_COMMON = frozenset(
    "analyses analysis assessment associated association case cases characteristics clinical cohort compared comparison"
    " controlled disease effect effectiveness effects efficacy evaluation evidence factors guideline guidelines"
    " management measurement multicenter multicentre outcome outcomes patient patients placebo prospective randomised"
    " randomized report results retrospective review risk studies study systematic therapy treatment trial trials"
    " update".split()
)
_NAME = re.compile(r"[a-z]+(?:['-][a-z]+)*")


def askable(fields: Fields, text: str) -> bool:
    """Whether the title has three words that say something; or one, and there are a first author and a year."""
    return _term(fields) != ""


def requests(questions: Sequence[Question], services: Services) -> tuple[Request, ...]:
    """One POST for each reference: terms are longer than NCBI wants an address to be. Raises ValueError for one
    that it cannot ask."""
    terms = {question.id: _term(question.fields) for question in questions}
    for name, term in terms.items():
        if not term:
            raise ValueError(f"{name} says too little to search for it")
    return tuple(_request(name, term, services) for name, term in terms.items())


def _request(name: str, term: str, services: Services) -> Request:
    form = (("db", "pubmed"), ("retmode", "json"), ("retmax", str(_MOST)), ("sort", "relevance"), ("term", term))
    return Request(
        source=NAME, url=f"{services.pubmed}/esearch.fcgi", ids=(name,), form=(*form, *ncbi.identity(services))
    )


def _term(fields: Fields) -> str:
    """The term of a search, strict and loose at once: a misspelt word, or an author that is another, costs no hit.

    Either the first author with half of the title's words, or all of these but one; both within a year of the date.
    Words are folded and names are letters, so that nothing in them can be an operator, a phrase or a field.
    """
    chosen, author, years = _title_words(fields.title), _author(fields), _years(fields)
    half = (len(chosen) + 1) // 2
    ways: list[list[str]] = []
    if author and chosen and (years or len(chosen) > 2):
        ways.append([author, years, _some(chosen, half if years else half + 1)])
    if len(chosen) > 2:
        ways.append([years, _some(chosen, max(3, len(chosen) - 1))])
    return " OR ".join(f"({' AND '.join(filter(None, way))})" for way in ways)


def _some(chosen: Sequence[str], count: int) -> str:
    """A term that so many of the words fulfil."""
    groups = [" AND ".join(f"{word}[ti]" for word in group) for group in combinations(chosen, count)]
    return f"({' OR '.join(f'({group})' for group in groups)})"


def _title_words(title: str) -> list[str]:
    """The words of a title that few others have: the long ones, and those last that stand in very many titles."""
    known = {word for word in titles.bare(title).split() if word.isascii() and len(word) > 2 and not word.isdigit()}
    return sorted(known - _STOP, key=lambda word: (word in _COMMON, -len(word), word))[:_WORDS]


def _author(fields: Fields) -> str:
    """The family name, by which PubMed finds it with whatever initials; empty for a group, or where it is not Latin."""
    person = fields.author[0] if fields.author else None
    written = f"{person.non_dropping_particle} {person.family}" if person and person.family else ""
    parts = plain(written.replace("’", "'")).split()
    known = parts and all(_NAME.fullmatch(part) and part not in ("and", "or", "not") for part in parts)
    return f"{' '.join(parts)}[1au]" if known else ""


def _years(fields: Fields) -> str:
    """The year of print and that of the electronic publication are often neighbours."""
    year = fields.issued.year if fields.issued else None
    return f"{year - 1}:{year + 1}[dp]" if year and 1000 < year < 2999 else ""


def parse(request: Request, answer: Answer) -> Reply:
    """The PMIDs that fit best. That no title has a word is told as an error, and is none."""
    found = ncbi.pmids(ncbi.searched(request, answer))
    return Reply(candidates=tuple(Candidates(name, found) for name in request.ids))
