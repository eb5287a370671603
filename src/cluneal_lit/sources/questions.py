"""What there is to ask: every identifier that is cited or brought, at the service that answers for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from cluneal_lit.model import Asked, Ids, Question
from cluneal_lit.registries import is_recent, looked_up, registries

ABSENT_DAYS = 30  # an identifier that did not exist is asked again after this many days at most, …
NEW_DAYS = 1  # … and after this many while its citation says this year or last: it may not be indexed yet


def questions(
    ids: Iterable[tuple[Ids, int | None]], lock: Mapping[str, Asked], missing: frozenset[str], today: date, max_age: int
) -> tuple[Question, ...]:
    """The questions that are due, sorted, each once.

    `ids` are identifiers with the year of their citation or record, `missing` the names of records that the lock knows
    and the store has not, `max_age` days. What is asked next depends on the answers so far: a DOI that Crossref does
    not have leads to the agencies, a PMID that PubMed does not have to the list of those that were deleted.
    """
    due: set[Question] = set()
    for cited, year in ids:
        recent = is_recent(year, today.isoformat())
        for key in _asked_at(cited, lock):
            source, _, name = key.partition("/")
            line = lock.get(key)
            if line is None or key in missing or _is_due(line, recent and source != "deleted", today, max_age):
                due.add(Question(source, name))
    return tuple(sorted(due, key=lambda question: (question.source, question.id)))


def _asked_at(cited: Ids, lock: Mapping[str, Asked]) -> Iterator[str]:
    for name in looked_up(cited.keys()):
        for key in registries(name, lock):
            yield key
            if key not in lock:
                break
    pubmed = lock.get(f"pubmed/pmid:{cited.pmid}")
    if pubmed is not None and pubmed.state == "absent":
        yield f"deleted/{pubmed.id}"


def _is_due(line: Asked, recent: bool, today: date, max_age: int) -> bool:
    days = max_age
    if line.state == "absent":
        days = min(NEW_DAYS if recent else ABSENT_DAYS, max_age)
    try:
        return (today - date.fromisoformat(line.day)).days >= days
    except ValueError:
        return True
