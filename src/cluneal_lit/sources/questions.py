"""What there is to ask: every identifier that is cited or brought, at the service that answers for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from cluneal_lit.model import Asked, Ids, Question

ABSENT_DAYS = 30  # an identifier that did not exist is asked again after this many days at most, …
NEW_DAYS = 1  # … and after this many while its citation says this year or last: it may not be indexed yet


def questions(
    ids: Iterable[tuple[Ids, int | None]], lock: Mapping[str, Asked], missing: frozenset[str], today: date, max_age: int
) -> tuple[Question, ...]:
    """The questions that are due, sorted, each once.

    `ids` are identifiers with the year of their citation or record, `missing` the names of records that the lock knows
    and the store has not, `max_age` days. A DOI that Crossref does not have is asked about at the agencies.
    """
    due: set[Question] = set()
    for cited, year in ids:
        recent = year is not None and year >= today.year - 1
        for source, name in _asked_at(cited, lock):
            question = Question(source, name)
            line = lock.get(f"{source}/{name}")
            if line is None or f"{source}/{name}" in missing or _is_due(line, recent, today, max_age):
                due.add(question)
    return tuple(sorted(due, key=lambda question: (question.source, question.id)))


def _asked_at(cited: Ids, lock: Mapping[str, Asked]) -> Iterable[tuple[str, str]]:
    if cited.pmid:
        yield "pubmed", f"pmid:{cited.pmid}"
    if cited.doi:
        yield "crossref", f"doi:{cited.doi}"
        line = lock.get(f"crossref/doi:{cited.doi}")
        if line is not None and line.state == "absent":
            yield "agency", f"doi:{cited.doi}"


def _is_due(line: Asked, recent: bool, today: date, max_age: int) -> bool:
    days = max_age
    if line.state == "absent":
        days = min(NEW_DAYS if recent else ABSENT_DAYS, max_age)
    try:
        return (today - date.fromisoformat(line.day)).days >= days
    except ValueError:
        return True
