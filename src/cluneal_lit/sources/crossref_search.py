"""Crossref's search: works by a whole reference string (https://www.crossref.org/documentation/retrieve-metadata/rest-api/).

It always finds something. The best hit may be a part of the work, a review or a copy of it: nothing here judges.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from cluneal_lit.folding import one_line, shortened, words
from cluneal_lit.json_values import text as written
from cluneal_lit.late import late
from cluneal_lit.model import Answer, Candidates, Fields, Question, Reply, Request, Services
from cluneal_lit.sources import crossref_answer, crossref_work

NAME = "crossref-search"
BATCH = 1

_ROWS = 5
_LONGEST = 500  # characters: a reference with many authors has its title behind them
_FEWEST = 3  # words
_LABEL = late(r"\A\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)](?=\s)|[•‣*–-])\s+")
_IDENTIFIER = late(
    r"\b(?:https?://|www\.)\S+"
    r"|(?:\bdoi\b\s?[:.]?\s?)?\b10\.\d{4,9}/\S+"
    r"|\b(?:pubmed\s)?pmid\b[:.]?\s?\d{1,8}\b"
    r"|\b(?:pmcid\b[:.]?\s?)?pmc\s?\d{3,9}\b"
    r"|\barxiv:\s?\S+"
    r"|\bisbn\b(?:-1[03])?:?\s?[\dx -]{10,17}"
    r"|\bnct\s?\d{8}\b"
    r"|\[(?:pubmed|crossref|google scholar|medline|free full text)\]",
    re.IGNORECASE,
)
# What is no work: a whole journal or series, and money.
_NO_WORKS = frozenset(
    "journal journal-volume journal-issue book-series book-set proceedings-series report-series grant".split()
)


def askable(fields: Fields, text: str) -> bool:
    """Whether the reference has a few words besides its identifiers."""
    return sum(any(map(str.isalpha, word)) for word in words(_query(fields, text))) >= _FEWEST


def requests(questions: Sequence[Question], services: Services) -> tuple[Request, ...]:
    """One GET for each reference. Whole works come, as in lists of DOIs. Raises ValueError for one it cannot ask."""
    asked = {question.id: question for question in questions}
    return tuple(_request(question, services) for question in asked.values())


def _request(question: Question, services: Services) -> Request:
    if not askable(question.fields, question.text):
        raise ValueError(f"{question.id} says too little to search for it")
    query = ("query.bibliographic", _query(question.fields, question.text))
    params = (query, ("rows", str(_ROWS)), *crossref_answer.identity(services))
    return Request(source=NAME, url=f"{services.crossref}/works", ids=(question.id,), params=params, kind="list")


def _query(fields: Fields, text: str) -> str:
    """The reference string without its number and identifiers; a long one, or none, is put together from its fields."""
    bare = one_line(_IDENTIFIER.sub(" ", _LABEL.sub("", text))).rstrip(" .,;:")
    if bare and (len(bare) <= _LONGEST or not fields.title):
        return _cut(bare)
    people = (name.family or name.literal for name in fields.author[:3])
    year = str(fields.issued.year or "") if fields.issued else ""
    told = (*people, fields.title, fields.container_title, year, fields.volume, fields.page)
    return _cut(one_line(" ".join(part for part in told if part)))


def _cut(line: str) -> str:
    return shortened(line, _LONGEST).removesuffix(" …")


def parse(request: Request, answer: Answer) -> Reply:
    """The works that fit best, in Crossref's order."""
    works = crossref_answer.works(request, answer)
    found = {
        record.id: record
        for record in (crossref_work.record(work) for work in works if written(work.get("type")) not in _NO_WORKS)
        if record.id
    }
    return Reply(candidates=tuple(Candidates(name, records=tuple(found.values())) for name in request.ids))
