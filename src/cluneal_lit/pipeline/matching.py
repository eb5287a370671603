"""The references whose work is not certain, with what they may mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from cluneal_lit import decided
from cluneal_lit.citations.matching.match import Index, Match, best, string
from cluneal_lit.compare import Comparison, compared
from cluneal_lit.config import Project
from cluneal_lit.entries import merge
from cluneal_lit.entries.works import joining
from cluneal_lit.model import Asked, Citation, Fields, Resolution, Work
from cluneal_lit.outputs import words
from cluneal_lit.pipeline import check
from cluneal_lit.pipeline.scan import Scanned, project_documents
from cluneal_lit.registries import nearest, replacements, searches, unasked

MOST = 3  # candidates of a citation that are told


class Candidate(Struct, frozen=True):
    """A work that a citation may mean, by the `name` that decides about it; `match` says how well it fits, and why.

    `key` is empty and nothing is `compared` where only the name is known.
    """

    name: str
    match: Match
    key: str = ""
    fields: Fields = Fields()
    compared: tuple[Comparison, ...] = ()


class Known(Struct, frozen=True):
    """What a project knows: its citations, its store, and which works they mean by it."""

    scanned: Scanned
    store: check.Stored
    resolved: check.Resolved

    def owner(self, name: str) -> Work | None:
        """The work of a key, an alias or an identifier, be it one that was replaced."""
        now = replacements(self.store.lock).get(name, name)
        works = self.resolved.assigned.works
        named = (work for work in works if name in work.keys)
        return next(named, None) or next((work for work in works if now in _own(work)), None)


def known(project: Project) -> Known:
    """What a project knows now."""
    scanned, store = project_documents(project), check.stored(project)
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
) -> Iterator[Candidate]:
    """What was accepted or found, then what comes near in the store, then what came near in a search."""
    citation = resolution.citation
    told = {key: best(citation, works[key].records, key) for key in resolution.works}
    ranked = index.ranked(citation.fields, string(citation), refused=resolution.refused)
    near = [one for one in ranked if one.answer != "none" or one.score > 0]
    told |= {one.candidate: one for one in near if one.candidate not in told}
    there: set[str] = set()
    for key, match in told.items():
        fields = merge.fields(works[key])
        there |= {key, *works[key].names}
        yield Candidate(name(works[key]), match, key, fields, compared(citation.fields, fields))
    if (accepted := decided.accepted(resolution.decisions)) and not resolution.works:
        yield Candidate(decided.work(accepted), Match("match"))
    for one in nearest(searches(resolution.citation.id, lock), resolution.refused):
        if one not in there:
            yield Candidate(one, Match("unsure"))


def name(work: Work) -> str:
    """The name by which a decision is about a work: an identifier that is its alone, or else its key."""
    return next(iter(_own(work)), work.keys[0])


def _own(work: Work) -> tuple[str, ...]:
    return (*joining(work.ids, work.records[0].fields.type), *work.also)


def place(citation: Citation) -> str:
    """Where a citation stands, as compilers write it."""
    return words.address(citation.document, citation.place)
