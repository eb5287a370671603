"""What changed in the literature of a project since a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.config import Project
from cluneal_lit.model import Entry
from cluneal_lit.pipeline import check, news, stored
from cluneal_lit.pipeline.scan import project_documents
from cluneal_lit.store.changes import Change


class Event(Struct, frozen=True):
    """What became of a work, told once with the `sources` of all records that say so; `day`, when it was first seen.

    `entry`: None for a record that belongs to no work any more. `changes`: the lines that say it.
    """

    kind: str
    day: str
    record: str
    what: str
    sources: tuple[str, ...]
    entry: Entry | None
    changes: tuple[Change, ...]
    notice: frozenset[str] = frozenset()

    @property
    def key(self) -> str:
        """The citation key, or the identifier of a record that belongs to no work."""
        return self.entry.key if self.entry else self.record.partition("/")[2]


def since(project: Project, day: str) -> tuple[Event, ...]:
    """What refreshes saw change on that day and later, by kind, day and key; everything for an empty day."""
    store = stored.read(project)
    changes = tuple(change for change in store.changes if change.day >= day)
    if not changes:
        return ()
    checked = check.checked(project, project_documents(project), store)
    return events(changes, checked.collection.entries, checked.links)


def events(changes: Iterable[Change], entries: Iterable[Entry], links: Mapping[str, str]) -> tuple[Event, ...]:
    """The events that the changes tell, in the order of reports; `links` lead from replaced identifiers to those that
    they are now."""
    owners = news.homes(entries, links)
    found: defaultdict[tuple[str, str], list[Event]] = defaultdict(list)
    for one in news.news(changes):
        source, entry = one.work.partition("/")[0], owners.get(one.work)
        event = Event(one.kind, one.day, one.work, one.what, (source,), entry, (one.change,), frozenset(one.notice))
        those = found[one.kind, event.key]
        place = next((place for place, known in enumerate(those) if _is_same(known, event)), len(those))
        those[place : place + 1] = [_joined(those[place], event) if place < len(those) else event]
    told = (event for those in found.values() for event in those)
    return tuple(sorted(told, key=lambda one: (news.KINDS.index(one.kind), one.day, one.key, one.what)))


def _is_same(one: Event, other: Event) -> bool:
    """Whether two events of one kind and work are one: PubMed calls a paper retracted beside naming the notice."""
    if one.what == other.what or one.notice & other.notice:
        return True
    return one.kind not in ("published", "details") and not (one.notice and other.notice)


def _joined(known: Event, event: Event) -> Event:
    """Both as one, in the words that name a notice, or else say more."""
    said = max((known, event), key=lambda one: (bool(one.notice), len(one.what)))
    return replace(
        known,
        day=min(known.day, event.day),
        what=said.what,
        sources=tuple(sorted({*known.sources, *event.sources})),
        changes=(*known.changes, *event.changes),
        notice=known.notice | event.notice,
    )
