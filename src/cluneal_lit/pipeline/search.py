"""Searching the services for the works of references whose identifiers lead nowhere, or to another work."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from msgspec import Struct

from cluneal_lit.checks.differing import disagreements
from cluneal_lit.checks.searched import is_second_best, stands
from cluneal_lit.checks.verdict import may_be_other_work
from cluneal_lit.config import Project
from cluneal_lit.model import Asked, Citation, Fields, Record, Reply, Request, Resolution, Work
from cluneal_lit.pipeline.exchange import Network, Progress, exchange
from cluneal_lit.pipeline.refused import bearing
from cluneal_lit.pipeline.searching import NOTHING, Outcome, Searching
from cluneal_lit.registries import CATALOGUE, absent, is_recent, search_key, search_name, unasked
from cluneal_lit.sources import SEARCHES
from cluneal_lit.sources.questions import Due
from cluneal_lit.store import intake, lock


class Found(Struct, frozen=True):
    """How many references were searched for and found, the records that were accepted, and what was not answered."""

    searched: int
    found: int
    records: tuple[Record, ...]
    changed: tuple[str, ...]
    failed: Counter[tuple[str, str]]


def wanted(
    resolved: Iterable[Resolution], works: Mapping[str, Work], lines: Mapping[str, Asked], due: Due
) -> tuple[Citation, ...]:
    """The references whose works nobody knows yet, and that are due to be searched for; `works` by their keys."""
    return tuple(
        {
            resolution.citation.id: resolution.citation
            for resolution in resolved
            if resolution.citation.fields
            and (_is_unknown(resolution, works, lines) or _is_second_best(resolution, lines))
            and _is_due(resolution, lines, due)
        }.values()
    )


def _is_unknown(resolution: Resolution, works: Mapping[str, Work], lines: Mapping[str, Asked]) -> bool:
    """Whether identifiers lead to no work, and none can: they are not looked up, or do not exist. Or they lead to what
    is or may be another work than that of the text, which nothing that is known is."""
    if resolution.works:
        return may_be_other_work(resolution, disagreements(resolution, works, lines))
    names = resolution.citation.ids.keys()
    return resolution.how != "decision" and all(absent(name, lines) for name in names if name not in unasked(names))


def _is_second_best(resolution: Resolution, lines: Mapping[str, Asked]) -> bool:
    """Whether a search found the work of a text, but not before it passed over what is refused no more."""
    asked = (lines.get(search_key(name, resolution.citation.id)) for name in SEARCHES)
    return resolution.how == "text" and any(line and is_second_best(line, resolution.refused) for line in asked)


def _is_due(resolution: Resolution, lines: Mapping[str, Asked], due: Due) -> bool:
    """Whether a search for it is due; one that found something stands for all, though other works may fit as well.

    One that found what people refused since, or passed over what is refused no more, is as good as not asked.
    """
    citation = resolution.citation
    recent = is_recent(citation.fields.issued.year if citation.fields.issued else None, due.today.isoformat())
    return any(due.holds(line, False, recent) for line in _answers(resolution, lines))


def _answers(resolution: Resolution, lines: Mapping[str, Asked]) -> list[Asked | None]:
    """What the searches that can be asked about a reference have said, as far as it stands; what one found, alone."""
    citation = resolution.citation
    names = [name for name, source in SEARCHES.items() if source.askable(citation.fields, citation.raw)]
    asked = [lines.get(search_key(name, citation.id)) for name in names]
    told = [line if line and stands(line, resolution.refused) else None for line in asked]
    return [line for line in told if line and line.state == "elsewhere"] or told


def unsearched(resolved: Iterable[Resolution], lines: Mapping[str, Asked]) -> frozenset[str]:
    """The ids of the references without a work about which a search is still to answer."""
    return frozenset(
        one.citation.id
        for one in resolved
        if not one.works
        and one.how != "decision"
        and one.citation.fields
        and search_key(CATALOGUE, one.citation.id) not in lines
        and None in _answers(one, lines)
    )


def search(
    project: Project,
    lines: lock.Lock,
    citations: Iterable[Citation],
    network: Network,
    day: str,
    progress: Progress,
    known: Iterable[Record] = (),
    refused: Mapping[str, tuple[str, ...]] = NOTHING,
) -> Found:
    """Search for the references, each in one service after the other: what one finds spares the next.

    What is found is stored at once. References that say the same are searched for once; PubMed is not asked about the
    records that are `known`. `refused`: the names of what people said that a citation is not, by its id.
    """
    groups: defaultdict[tuple[Fields, str, tuple[str, ...]], list[Citation]] = defaultdict(list)
    for citation in citations:
        groups[citation.fields, citation.raw, refused.get(citation.id, ())].append(citation)
    searching = Searching(project.services, groups.values(), known, refused)
    records: list[Record] = []
    changed: list[str] = []

    def store(_: Request, __: Reply) -> None:
        while searching.outcomes:
            outcome = searching.outcomes[0]
            if outcome.record:
                records.append(outcome.record)
                reply = Reply(records=(outcome.record,))
                changed.extend(intake.take(project.references, lines, outcome.record.source, reply, day))
            intake.note(project.references, lines, tuple(_lines(outcome, day, lines, refused)))
            searching.outcomes.popleft()

    def told(of: str, _: int, __: int) -> None:
        progress(of, searching.finished, len(groups))

    exchange(network, searching, "references", told, store)
    count = sum(map(len, groups.values()))
    return Found(count, searching.found, tuple(records), tuple(changed), searching.failed)


def _lines(
    outcome: Outcome, day: str, before: Mapping[str, Asked], refused: Mapping[str, tuple[str, ...]]
) -> Iterator[Asked]:
    """The lines of the searches for equal references; what they brought `before` and was refused stays known by all its
    names."""
    state: Literal["elsewhere", "absent"] = "elsewhere" if outcome.record else "absent"
    withheld = tuple(sorted(outcome.withheld))
    for citation in outcome.citations:
        for name, to in outcome.told.items():
            known, brought = before.get(search_key(name, citation.id)), outcome.near.get(name, ())
            kept = bearing(known.near if known else (), refused.get(citation.id, ()))
            again = {record.id for record in brought}
            near = () if outcome.record else (*brought, *(record for record in kept if record.id not in again))
            yield Asked(name, search_name(citation.id), day, state, to=to, near=near, withheld=withheld)
