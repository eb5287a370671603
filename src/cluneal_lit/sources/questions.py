"""What there is to ask: every identifier that is cited or brought, at the service that answers for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from datetime import date
from typing import Literal

from msgspec import Struct

from cluneal_lit.model import Asked, Fields, Ids, Question, Record
from cluneal_lit.registries import is_recent, looked_up, registries, sought, unasked

ABSENT_DAYS = 30  # an identifier that did not exist is asked again after this many days at most, …
NEW_DAYS = 1  # … and after this many while its citation says this year or last: it may not be indexed yet
Cited = tuple[Ids, int | None]  # identifiers, and the year of their citation or record


class Due(Struct, frozen=True):
    """What is asked about on a day: what is `missing`, what is `stale`, older than `max_age` days, or both (`all`)."""

    today: date
    max_age: int = 30
    which: Literal["all", "missing", "stale"] = "all"

    def holds(self, line: Asked | None, is_lost: bool, recent: bool) -> bool:
        """Whether it is due what a line of the lock is about.

        None: there is no such line; `is_lost`: its record is not there; `recent`: it may have been too new then.
        """
        if line is None or is_lost:
            return self.which != "stale"
        return self.which != "missing" and self._is_stale(line, recent)

    def _is_stale(self, line: Asked, recent: bool) -> bool:
        days = min(NEW_DAYS if recent else ABSENT_DAYS, self.max_age) if line.state == "absent" else self.max_age
        try:
            age = (self.today - date.fromisoformat(line.day)).days
            return age >= days or age < 0  # a clock was wrong, now or then
        except ValueError:
            return True


def cited(ids: Ids, fields: Fields) -> Cited:
    """What there is to ask about a citation or record: its identifiers, with its year."""
    return ids, fields.issued.year if fields.issued else None


def dois_borne(records: Iterable[Record]) -> dict[str, str]:
    """The DOIs that PubMed's records bear as their own, with the PMIDs of these."""
    return {f"doi:{one.ids.doi}": one.id for one in records if one.source == "pubmed" and one.ids.doi}


def questions(
    known: Iterable[Cited],
    lock: Mapping[str, Asked],
    lost: frozenset[str],
    due: Due,
    borne: Container[str] = frozenset(),
) -> tuple[Question, ...]:
    """The questions that are due, sorted, each once.

    `lost` are the names of records that the lock knows and the store has not, `borne` the DOIs of PubMed's records.
    What is asked next depends on the answers so far: a DOI that Crossref does not have leads to the agencies, a PMID
    that PubMed does not have to the list of those that were deleted, and a DOI that no record of PubMed's bears, when
    all that stands beside it is answered, to PubMed's search.
    """
    known = tuple(known)
    awaiting = {
        f"doi:{ids.doi}" for ids, _ in known if ids.doi and any(key not in lock for key in _registries(ids, lock))
    }
    found: set[Question] = set()
    for ids, year in known:
        recent = is_recent(year, due.today.isoformat())
        doi = f"doi:{ids.doi}"
        by_doi = () if not ids.doi or doi in awaiting or doi in borne else _sought_at(doi, lock)
        for key in (*_asked_at(ids, lock), *by_doi):
            source, _, name = key.partition("/")
            if due.holds(lock.get(key), key in lost, recent and source != "deleted"):
                found.add(Question(source, name))
    return tuple(sorted(found, key=lambda question: (question.source, question.id)))


def _registries(cited: Ids, lock: Mapping[str, Asked]) -> Iterator[str]:
    for name in looked_up(cited.keys()):
        for key in registries(name, lock):
            yield key
            if key not in lock:
                break


def _asked_at(cited: Ids, lock: Mapping[str, Asked]) -> Iterator[str]:
    yield from _registries(cited, lock)
    pubmed = lock.get(f"pubmed/pmid:{cited.pmid}")
    if pubmed is not None and pubmed.state == "absent":
        yield f"deleted/{pubmed.id}"


def _sought_at(doi: str, lock: Mapping[str, Asked]) -> Iterator[str]:
    if sought(doi, lock):
        yield f"pubmed-doi/{doi}"
        if (line := lock.get(f"pubmed-doi/{doi}")) and line.to:
            yield f"pubmed/{line.to}"


def about(known: Iterable[Cited], names: Iterable[str]) -> tuple[Cited, ...]:
    """Those of the known identifiers that are of one work with some, be it through each other."""
    by_name: defaultdict[str, list[Cited]] = defaultdict(list)
    for one in known:
        for name in one[0].keys():
            if name not in unasked((name,)):
                by_name[name].append(one)
    found: dict[Cited, None] = {}
    open_ = list(names)
    while open_:
        for one in by_name.pop(open_.pop(), ()):
            found[one] = None
            open_ += one[0].keys()
    return tuple(found)
