"""The references whose work is not certain, with what they may mean."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit import decided
from cluneal_lit.citations.matching.match import Index, Match, best, rank, string
from cluneal_lit.compare import Comparison, compared
from cluneal_lit.config import Project
from cluneal_lit.entries import merge
from cluneal_lit.model import Asked, Citation, Decision, Fields, Resolution, Work
from cluneal_lit.outputs import words
from cluneal_lit.pipeline import check, stored
from cluneal_lit.pipeline.matched import brought, is_near, names
from cluneal_lit.pipeline.refused import consistent, others, own, with_names
from cluneal_lit.pipeline.scan import Scanned, project_documents
from cluneal_lit.registries import nearest, replacements, searches, unasked

MOST = 5  # candidates of a citation that are told


class Candidate(Struct, frozen=True):
    """A work that a citation may mean, by the `name` that decides about it; `match` says how well it fits, and why.

    `key` is empty where nothing is stored of it: a search at a `source` brought it. Nothing is `compared` where only
    the name is known.
    """

    name: str
    match: Match
    key: str = ""
    source: str = ""
    fields: Fields = Fields()
    compared: tuple[Comparison, ...] = ()


class Known(Struct, frozen=True):
    """What a project knows: its citations, its store, and which works they mean by it."""

    scanned: Scanned
    store: stored.Stored
    resolved: check.Resolved

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations, in order."""
        return tuple(one.citation for one in self.resolved.resolutions)

    def owner(self, name: str) -> Work | None:
        """The work of a key, an alias or an identifier, be it one that was replaced."""
        now = replacements(self.store.lock).get(name, name)
        works = self.resolved.assigned.works
        named = (work for work in works if name in work.keys)
        return next(named, None) or next((work for work in works if now in own(work)), None)

    def agree(self, decision: Decision) -> None:
        """Nothing, where a new decision stands against none in the file. Raises StoreError where it does."""
        consistent((*self.store.decisions, decision), self.resolved.assigned.works, self.store.lock)

    def with_names(self, decision: Decision) -> Decision:
        """A decision that refuses a work, with the other identifiers that it has in the store and in searches."""
        (found,) = with_names((decision,), self.store.lock)
        work = self.owner(decided.work(decision))
        return replace(found, also=" ".join(others(decided.names(found), work.records if work else ())))


def known(project: Project) -> Known:
    """What a project knows now."""
    scanned, store = project_documents(project), stored.read(project)
    return Known(scanned, store, check.resolved(scanned, store))


def listed(known: Known, *, sure: bool) -> Iterator[tuple[Resolution, tuple[Candidate, ...]]]:
    """The references without an identifier that is looked up, each once, with what they may mean, the best first.

    Only those that nothing certain was found for, or `sure`: all.
    """
    works = known.resolved.works
    index = Index({key: work.records for key, work in works.items()})
    seen: set[str] = set()
    for resolution in known.resolved.resolutions:
        if _is_text(resolution) and resolution.citation.id not in seen and (sure or not _is_sure(resolution)):
            seen.add(resolution.citation.id)
            yield resolution, tuple(_candidates(resolution, works, index, known.store.lock))[:MOST]


def _is_text(resolution: Resolution) -> bool:
    """Whether what a citation means is told by its text, or by people, and not by what it names."""
    citation = resolution.citation
    read = resolution.how in ("", "text", "decision") and citation.form not in ("marker", "key")
    names = citation.ids.keys()
    return read and unasked(names) == names and (bool(citation.fields) or citation.form == "reference")


def _is_sure(resolution: Resolution) -> bool:
    return bool(resolution.works) or resolution.how == "decision"


def _candidates(
    resolution: Resolution, works: Mapping[str, Work], index: Index, lock: Mapping[str, Asked]
) -> list[Candidate]:
    """What was accepted or found, then what comes near in the store or came near in a search, the best first."""
    searched = searches(resolution.citation.id, lock)
    here = list(_stored(resolution, works, index))
    taken = {name for one in here for name in (one.key, *works[one.key].names)} | set(resolution.refused)
    alone = list(_brought(resolution.citation, searched, taken))
    told = taken.union(*(names(record) for line in searched for record in line.near))
    accepted = decided.accepted(resolution.decisions)
    chosen = decided.work(accepted) if accepted and not resolution.works else ""
    bare = [Candidate(one, Match("unsure")) for one in nearest(searched, told) if one != chosen]
    bare += [Candidate(chosen, Match("match"))] if chosen and chosen not in {one.name for one in alone} else []
    found = [*here, *alone, *bare]
    return sorted(found, key=lambda one: (one.key not in resolution.works, one.name != chosen, *rank(one.match)))


def _stored(resolution: Resolution, works: Mapping[str, Work], index: Index) -> Iterator[Candidate]:
    """The works of the store that were accepted or found, or come near."""
    citation = resolution.citation
    told = {key: best(citation, works[key].records, key) for key in resolution.works}
    ranked = index.ranked(citation.fields, string(citation), refused=resolution.refused)
    told |= {one.candidate: one for one in ranked if is_near(one) and one.candidate not in told}
    for key, match in told.items():
        fields = merge.fields(works[key])
        yield Candidate(name(works[key]), match, key, "", fields, compared(citation.fields, fields))


def _brought(citation: Citation, searched: Iterable[Asked], taken: Collection[str]) -> Iterator[Candidate]:
    for record, match in brought(citation, searched, taken):
        sides = compared(citation.fields, record.fields)
        yield Candidate(record.id, match, "", record.source, record.fields, sides)


def name(work: Work) -> str:
    """The name by which a decision is about a work: an identifier that is its alone, or else its key."""
    return next(iter(own(work)), work.keys[0])


def place(citation: Citation) -> str:
    """Where a citation stands, as compilers write it."""
    return words.address(citation.document, citation.place)
