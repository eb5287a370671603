"""Citations, records and notes in, a collection with its verdicts and findings out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.checks import findings
from cluneal_lit.checks.case import Case, Disagreeing
from cluneal_lit.checks.differing import disagreements
from cluneal_lit.checks.verdict import verdict
from cluneal_lit.citations.matching.resolve import resolutions
from cluneal_lit.config import Project
from cluneal_lit.entries import citekeys, merge, versions
from cluneal_lit.entries.known_keys import citable
from cluneal_lit.findings import order
from cluneal_lit.model import (
    Alike,
    Citation,
    Collection,
    Entry,
    Finding,
    Record,
    Resolution,
    Verdict,
    Work,
)
from cluneal_lit.pipeline import claims, hanging, joining, news, renamed
from cluneal_lit.pipeline.listed import listed
from cluneal_lit.pipeline.matched import matches
from cluneal_lit.pipeline.refused import consistent, with_names
from cluneal_lit.pipeline.related import Related, sentences
from cluneal_lit.pipeline.scan import Scanned
from cluneal_lit.pipeline.search import unsearched
from cluneal_lit.pipeline.stored import Stored
from cluneal_lit.registries import replacements
from cluneal_lit.store import remembered


class Resolved(Struct, frozen=True):
    """Which works there are, under which keys, which each citation means; what is alike, what was refused, and
    what belongs together by its title."""

    assigned: citekeys.Assigned
    resolutions: tuple[Resolution, ...]
    alike: tuple[Alike, ...]
    refused: tuple[Finding, ...]
    related: tuple[Related, ...] = ()

    @property
    def works(self) -> dict[str, Work]:
        """The works by their keys."""
        return {work.keys[0]: work for work in self.assigned.works}


class Checked(Struct, frozen=True):
    """The collection, and what of it the program remembers: the keys given and the strings matched.

    `records`: those of its works, by their names in the store. `links` lead from replaced identifiers to those that
    they are now.
    """

    collection: Collection
    records: Mapping[str, Record]
    resolutions: tuple[Resolution, ...]
    keys: remembered.Keys
    matches: tuple[remembered.Matched, ...]
    links: Mapping[str, str]


def resolved(scanned: Scanned, store: Stored) -> Resolved:
    """The work that each citation means, by what the store holds.

    Raises StoreError for two decisions of which one says that a citation is a work, and the other that it is not.
    """
    links = replacements(store.lock)
    said = (store.current, store.keys, links, store.decisions)
    found = store.understood.once(joining.Joined, said, lambda: joining.joined(*said))
    assigned = citekeys.assigned(found.groups, store.notes, store.keys.works, store.keys.aliases, links)
    consistent(store.decisions, assigned.works, store.lock)
    keys = citable(assigned.known, assigned.aliases)
    citations = hanging.settled(scanned.cited(keys), store.lock)
    meant = resolutions(citations, assigned.works, links, with_names(store.decisions, store.lock))
    return Resolved(assigned, meant, found.alike, found.findings, found.related)


def checked(project: Project, scanned: Scanned, store: Stored, known: Resolved | None = None) -> Checked:
    """Judge every citation and apply every rule; `known`: which works they mean, where that was seen before."""
    known, links = known or resolved(scanned, store), replacements(store.lock)
    store.understood.remember()
    assigned, found, by_key = known.assigned, known.resolutions, known.works
    disagreeing = _disagreeing(known, store)
    verdicts = tuple(verdict(*pair, by_key, store.lock) for pair in zip(found, disagreeing, strict=True))
    lists = listed(store.lists, assigned.works)
    entries = _entries(known, verdicts, claims.told(found, disagreeing, versions.told(by_key.values())), store)
    case = Case(
        resolutions=found,
        disagreeing=disagreeing,
        works=by_key,
        entries=entries,
        lock=store.lock,
        notes=store.notes,
        lists=lists,
        decisions=store.decisions,
        alike=known.alike,
        seen=news.seen(store.changes, entries.values(), links),
        unread=scanned.with_unread,
        knows_library=store.knows_library,
        unsearched=unsearched(found, store.lock) if project.config.search else frozenset(),
    )
    citations = tuple(resolution.citation for resolution in found)
    about = (*scanned.findings, *hanging.findings(citations, store.lock), *renamed.another(case))
    unsettled = joining.unsettled(store.findings, assigned.works, {citation.cited_as for citation in citations})
    collection = Collection(
        title=project.config.title,
        entries=tuple(case.entries.values()),
        citations=tuple(sorted(citations, key=lambda citation: (citation.document, citation.start))),
        verdicts=tuple(judgement for judgement in verdicts if judgement),
        findings=tuple(sorted((*about, *unsettled, *known.refused, *findings(case)), key=order)),
        lists=lists,
        documents=tuple(sorted(scanned.documents)),
    )
    records = {record.key: record for work in assigned.works for record in work.records}
    keys = remembered.Keys(assigned.known, assigned.aliases, store.keys.entries)
    return Checked(collection, records, found, keys, matches(found, store.lock), links)


def _disagreeing(known: Resolved, store: Stored) -> tuple[Disagreeing, ...]:
    """What of each citation its records do not confirm, in their order."""
    works = known.works
    of_notices = versions.told_of_notices(works.values())
    return tuple(
        disagreements(one, works, store.lock, of_notices.get(one.works[0], ()) if one.works else ())
        for one in known.resolutions
    )


def _entries(known: Resolved, verdicts: Iterable[Verdict | None], told: claims.Told, store: Stored) -> dict[str, Entry]:
    works = known.works
    cited_in: defaultdict[str, list[Citation]] = defaultdict(list)
    judged: defaultdict[str, list[str]] = defaultdict(list)
    for resolution, judgement in zip(known.resolutions, verdicts, strict=True):
        for key in resolution.works:
            cited_in[key].append(resolution.citation)
            if judgement:
                judged[key].append(judgement.name)
    kin = sentences(known.related, works.values())
    made = {
        key: merge.entry(work, cited_in[key], judged[key], store.lock, told.get(key, ())) for key, work in works.items()
    }
    return made | {key: replace(made[key], kin=said) for key, said in kin.items()}
