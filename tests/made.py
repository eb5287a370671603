"""Invented values for tests: no work described here exists."""

from __future__ import annotations

from collections.abc import Sequence

from cluneal_lit import dates, names
from cluneal_lit.entries.citekeys import Assigned, assigned
from cluneal_lit.entries.works import Group, grouped
from cluneal_lit.model import Asked, Citation, Fields, Finding, Ids, Note, Place, Record, Work
from cluneal_lit.pipeline import moved
from cluneal_lit.store.remembered import Keys, followed


def fields(
    title: str = "An invented trial of invented nerves in 40 invented patients",
    authors: str = "Quimby A, Orlov B",
    year: str = "2019",
    journal: str = "Journal of Invented Medicine",
    volume: str = "12",
    page: str = "101-109",
    issue: str = "3",
) -> Fields:
    """The fields of an invented article."""
    return Fields(
        type="article-journal",
        title=title,
        author=tuple(names.parse(name) for name in authors.split(", ") if name),
        container_title=journal,
        issued=dates.parse(year),
        volume=volume,
        issue=issue,
        page=page,
    )


def record(source: str = "pubmed", name: str = "pmid:90000001", said: Fields | None = None, **ids: str) -> Record:
    """A record of an invented article; its own identifier is among its ids."""
    kind, _, value = name.partition(":")
    own = {kind: value} if kind in ("pmid", "doi") else {}
    return Record(1, source, name, Ids(**{**own, **ids}), fields() if said is None else said)


def citation(
    raw: str = "Quimby A", said: Fields | None = None, form: str = "reference", line: int = 1, **others: object
) -> Citation:
    """A citation in an invented document."""
    return Citation(
        id=str(others.pop("id", f"c{line}")),
        document=str(others.pop("document", "notes.md")),
        place=Place(line=line, column=1),
        start=line * 100,
        end=line * 100 + len(raw),
        raw=raw,
        form=form,
        fields=Fields() if said is None else said,
        **others,  # type: ignore[arg-type]
    )


def work(*records: Record, keys: tuple[str, ...] = ("quimby2019",), note: Note | None = None) -> Work:
    """A work of these records, which are one."""
    ((group, *rest), _) = grouped(records)
    assert not rest, "these records are several works"
    return Work(keys, group.records, note, group.ids)


def answers(*works: Work) -> dict[str, Asked]:
    """The lock when PubMed and Crossref have answered about every identifier of these works."""
    names = [name for one in works for name in one.ids.keys()]
    sources = {"pmid": "pubmed", "doi": "crossref"}
    lines = [
        Asked(source, name, "2026-11-20", "here") for name in names if (source := sources.get(name.partition(":")[0]))
    ]
    return {line.key: line for line in lines}


class KeyFile:
    """The key file of a project, from run to run; `told` is what the last one told of its notes."""

    def __init__(self, keys: Keys | None = None) -> None:
        self.keys = keys or Keys()
        self.told: tuple[Finding, ...] = ()

    def run(self, groups: Sequence[Group], notes: Sequence[Note] = ()) -> Assigned:
        """The keys of these works. A second run changes nothing."""
        self.keys, found = self._run(groups, notes)
        assert self._run(groups, notes) == (self.keys, found)
        return found

    def _run(self, groups: Sequence[Group], notes: Sequence[Note]) -> tuple[Keys, Assigned]:
        records = [record for group in groups for record in group.records]
        keys = followed(self.keys, records)
        those, self.told = moved.notes(notes, records, keys.entries)
        found = assigned(groups, those, keys.works, keys.aliases)
        return Keys(found.known, found.aliases, keys.entries), found
