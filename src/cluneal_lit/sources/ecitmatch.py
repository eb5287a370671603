"""ECitMatch: PMIDs by journal, year, volume, first page and first author (https://www.ncbi.nlm.nih.gov/books/NBK25499/).

Journal, volume and page decide; a wrong author or year is tolerated, so that what comes may be another work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cluneal_lit import identifiers, names, pages
from cluneal_lit.folding import words
from cluneal_lit.model import Answer, Candidates, Fields, Question, Reply, Request, Services
from cluneal_lit.sources import ncbi, replies

NAME = "ecitmatch"
BATCH = 25  # lines a call that others have found to work; no limit is documented

_LONGEST = 150  # of a value: the longest journal titles have about so many characters
_NOTHING = re.compile(r"NOT_FOUND(?:;.*)?|AMBIGUOUS ?\(\d+ citations?\)")
_FOUND = re.compile(r"(?:AMBIGUOUS )?(\d+(?:, ?\d+)*)")


def askable(fields: Fields, text: str) -> bool:
    """Whether there is a journal, and a volume or first page; at a line without a journal the whole answer may end."""
    journal, _, volume, page, _ = _values(fields)
    return fields.type not in ("book", "chapter") and bool(journal and (volume or page))


def requests(questions: Sequence[Question], services: Services) -> tuple[Request, ...]:
    """One GET for each 25 references, each a line with a key of its own. Raises ValueError for one it cannot ask."""
    asked = {question.id: _line(question) for question in questions}
    return tuple(
        Request(
            source=NAME,
            url=f"{services.pubmed}/ecitmatch.cgi",
            ids=batch,
            params=(
                ("db", "pubmed"),
                ("retmode", "xml"),  # without it comes a web page
                ("bdata", "\r".join(f"{asked[name]}{_key(place)}|" for place, name in enumerate(batch))),
                *ncbi.identity(services),
            ),
        )
        for batch in replies.batches(tuple(asked), BATCH)
    )


def _line(question: Question) -> str:
    if not askable(question.fields, question.text):
        raise ValueError(f"{question.id} has no journal with a volume or page to ask about")
    return "".join(f"{value}|" for value in _values(question.fields))


def _values(fields: Fields) -> tuple[str, str, str, str, str]:
    """Journal, year, volume, first page, first author: folded, so that they hold no pipe and no line end."""
    first = pages.parse(fields.page or fields.number)
    author = names.nlm(fields.author[0]) if fields.author and fields.author[0].family else ""
    year = fields.issued.year if fields.issued else None
    journal = fields.container_title_short or fields.container_title
    told = (journal, str(year or ""), fields.volume, first.first if first else "", author)
    journal, stated, volume, page, author = (_folded(value) for value in told)
    return journal, stated, volume, page, author


def _folded(value: str) -> str:
    return " ".join(word for word in words(value) if word.isascii())[:_LONGEST].rstrip()


def _key(place: int) -> str:
    return f"q{place}"


def parse(request: Request, answer: Answer) -> Reply:
    """The PMIDs of each reference: one, several that fit alike, or none.

    Every line of the answer repeats one of the request, and its last value says what was found. Lines may be missing,
    and the answer may end too early. What is missing between others is unclear until it is asked about alone; of what
    is missing at the end the first, which may have ended the answer, is asked about alone and the rest together.
    """
    if len(request.ids) > 1 and answer.status in (413, 414):
        return replies.halved(request)
    ncbi.check(request, answer, "citations")
    said = answer.body.decode("utf-8", "replace")
    found = dict(_found(said, request.ids))
    if not found and (len(request.ids) == 1 or "|" not in said):
        raise replies.refusal(ncbi.SERVICE, request, f"it sent something else than the citations asked about, {said}")
    read = max((request.ids.index(name) + 1 for name in found), default=0)
    lost = request.ids[read:]
    return Reply(
        candidates=tuple(Candidates(name, found[name]) for name in request.ids if name in found),
        unclear=tuple(name for name in request.ids[:read] if name not in found),
        apart=tuple(names for names in (lost[:1], lost[1:]) if names),
    )


def _found(said: str, asked: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What each line says of which question. One of several that has no end may lack digits: it says nothing."""
    named = {_key(place): name for place, name in enumerate(asked)}
    for line in said.splitlines(keepends=True):
        values = line.strip().split("|")
        cut = len(asked) > 1 and not line.endswith(("\n", "\r"))
        pmids = None if cut else _pmids(values[-1].strip())
        if pmids is not None and len(values) > 1 and values[-2] in named:
            yield named[values[-2]], pmids


def _pmids(said: str) -> tuple[str, ...] | None:
    """The PMIDs of `2014248`, or of `AMBIGUOUS 33057196,32076266`; none of NOT_FOUND; None for what says neither."""
    if _NOTHING.fullmatch(said):
        return ()
    found = _FOUND.fullmatch(said)
    numbers = [identifiers.pmid(number) for number in found[1].split(",")] if found else []
    return tuple(f"pmid:{number}" for number in dict.fromkeys(numbers)) if numbers and all(numbers) else None
