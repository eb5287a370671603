"""The references whose work is not certain, with what they may mean; and what a person names to decide about them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath

from msgspec import Struct

from cluneal_lit import decided, identifiers
from cluneal_lit.citations.match import Index, Match, best
from cluneal_lit.compare import Comparison, compared
from cluneal_lit.config import Project
from cluneal_lit.entries import merge
from cluneal_lit.entries.works import joining
from cluneal_lit.errors import ConfigError
from cluneal_lit.folding import shortened
from cluneal_lit.model import Asked, Citation, Decision, Fields, Resolution, Work
from cluneal_lit.outputs import words
from cluneal_lit.pipeline import check
from cluneal_lit.pipeline.scan import Scanned, project_documents
from cluneal_lit.pipeline.show import names
from cluneal_lit.registries import LOOKED_UP, nearest, searches, unasked

MOST = 3  # candidates of a citation that are told
_PLACE = re.compile(r"(.+?):(\d+)(?::\d+)?")


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

    @property
    def works(self) -> dict[str, Work]:
        """The works by key and alias."""
        return {key: work for work in reversed(self.resolved.assigned.works) for key in reversed(work.keys)}


def known(project: Project) -> Known:
    """What a project knows now."""
    scanned, store = project_documents(project), check.stored(project)
    return Known(scanned, store, check.resolved(scanned, store))


def listed(known: Known, *, sure: bool) -> Iterator[tuple[Resolution, tuple[Candidate, ...]]]:
    """The references without an identifier that is looked up, each once, with what they may mean, the best first.

    Only those that nothing certain was found for, or `sure`: all.
    """
    works = known.works
    index = Index({work.keys[0]: work.records for work in known.resolved.assigned.works})
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
    cited = resolution.citation.fields
    told = {key: best(cited, works[key].records, key) for key in resolution.works}
    near = [one for one in index.ranked(cited, resolution.refused) if one.answer != "none" or one.score > 0]
    told |= {one.candidate: one for one in near if one.candidate not in told}
    there: set[str] = set()
    for key, match in told.items():
        fields = merge.fields(works[key])
        there |= {key, *works[key].ids.keys()}
        yield Candidate(name(works[key]), match, key, fields, compared(cited, fields))
    if (accepted := decided.accepted(resolution.decisions)) and not resolution.works:
        yield Candidate(decided.work(accepted), Match("match"))
    for one in nearest(searches(resolution.citation.id, lock), resolution.refused):
        if one not in there:
            yield Candidate(one, Match("unsure"))


def name(work: Work) -> str:
    """The name by which a decision is about a work: an identifier that is its alone, or else its key."""
    own = joining(work.ids, work.records[0].fields.type)
    return own[0] if own else work.keys[0]


def work_named(known: Known, text: str) -> tuple[str, str]:
    """The name of the work that a person names by key or identifier, and its key; no key where nothing is known of it.

    Raises ConfigError for what is neither, and for an identifier that nobody is asked about.
    """
    works = known.works
    by_id = {one: work for work in works.values() for one in joining(work.ids, work.records[0].fields.type)}
    for one in names(text):
        if work := works.get(one) or by_id.get(one):
            return (one if one in by_id else name(work)), work.keys[0]
    found = [one for one in names(text) if one.partition(":")[0] in identifiers.NORMAL]
    if not found:
        raise ConfigError(
            f"{text}: is neither an identifier nor the key of a work here; write pmid:29656623 or doi:10.…"
        )
    if found[0].partition(":")[0] not in LOOKED_UP:
        raise ConfigError(
            f"{found[0]}: no service is asked about it and no work here has it; name a PMID, DOI, PMCID or arXiv id, or"
            " bring the work in references/library/ and name its key"
        )
    return found[0], ""


def citation_named(citations: Iterable[Citation], text: str) -> Citation:
    """The citation that a person names by its id, an unambiguous beginning of it, or FILE:LINE.

    Raises ConfigError for none, several, and a marker, which means what the entry of its list means.
    """
    place = _PLACE.fullmatch(text)
    here = [one for one in citations if (_stands(one, place[1], int(place[2])) if place else _begins(one, text))]
    found = {one.id: one for one in here if one.form != "marker"}
    if len(found) == 1:
        return next(iter(found.values()))
    if len(found) > 1:
        told = "; ".join(f"{one.id} “{shortened(one.raw, 40)}”" for one in found.values())
        raise ConfigError(f"{text}: may be {len(found)} citations; name one by its id: {told}")
    if here:
        raise ConfigError(f"{text}: is a marker; decide about the entry of the list that it means")
    raise ConfigError(
        f"{text}: no citation has this id or place; `cluneal-lit match --all` and `scan --json` give them"
    )


def _begins(citation: Citation, text: str) -> bool:
    return bool(text) and citation.id.startswith(text.lower())


def _stands(citation: Citation, file: str, line: int) -> bool:
    parts, own = PurePath(file).parts, PurePath(citation.document).parts
    return citation.place.line == line and own[-len(parts) :] == parts


def taken(known: Known, kind: str, cited: str, work: str) -> Decision:
    """The decision of a kind about a citation and a work that a person names to undo it; the citation may be gone.

    Raises ConfigError, with those that there are, where there is none.
    """
    those = [one for one in known.store.decisions if one.kind == kind]
    here = [one for one in those if decided.citation(one).startswith(cited.lower())]
    if len({decided.citation(one) for one in here}) != 1:
        named = citation_named(known.scanned.citations, cited).id if not here else ""
        here = [one for one in those if decided.citation(one) == named]
    wanted = {work, *names(work), *work_named(known, work)} if here else set()
    found = [one for one in here if {decided.work(one), _key(known, decided.work(one))} & (wanted - {""})]
    if len(found) == 1:
        return found[0]
    there = ", ".join(f"{one.about} (line {one.line})" for one in here or those) or "none"
    raise ConfigError(f"{kind} {cited} {work}: there is no such decision; of this kind there are: {there}")


def has(known: Known, name: str) -> bool:
    """Whether anything is known of the work of this name."""
    return bool(_key(known, name))


def _key(known: Known, name: str) -> str:
    works = known.works
    owner = works.get(name) or next((work for work in works.values() if name in work.ids.keys()), None)
    return owner.keys[0] if owner else ""


def place(citation: Citation) -> str:
    """Where a citation stands, as compilers write it."""
    return words.address(citation.document, citation.place)
