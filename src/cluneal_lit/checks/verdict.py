"""How each citation stands, held against the records of the work it means.

Not found is not false, and an outage is no verdict: what no service has answered about is `unchecked`. A citation held
against a file that people brought is `unchecked` too, though what disagrees is told.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from cluneal_lit import decided, numbering
from cluneal_lit.checks.agreement import years
from cluneal_lit.checks.case import Disagreeing
from cluneal_lit.checks.differing import IDENTIFIERS, NOTICE, held_against
from cluneal_lit.checks.disputes import contradictions
from cluneal_lit.checks.meant import instead, question
from cluneal_lit.checks.nearest import of_search
from cluneal_lit.checks.searched import unfound
from cluneal_lit.compare import Comparison, stated, title
from cluneal_lit.model import Asked, Fields, Record, Resolution, Verdict, Work
from cluneal_lit.registries import absent, denied, spoken, unheard
from cluneal_lit.titles import compact

# Two of these contradicting a record mean another work; one may be a slip.
STRONG = ("title", "author", "year", "pages")
# What of the rest says of a work with another title that it is another.
_WITNESSES = ("volume", "journal")
# What of the rest tells two works apart of which one has the text's title, or nearly.
_PLACE = ("volume", "pages")
# What places a work; none of it in common, of two or more that a text says, it is another beside another title.
_SETTING = frozenset(("year", "volume", "pages"))


def verdict(
    resolution: Resolution, disagreeing: Disagreeing, works: Mapping[str, Work], lock: Mapping[str, Asked]
) -> Verdict | None:
    """The verdict on a citation, `disagreeing` with its work; None for a marker, which stands for other citations."""
    citation = resolution.citation
    if citation.form == "marker":
        return None
    records = held_against(resolution, works, lock)
    against = tuple(lock.get(record.key, Asked(record.source, record.id)) for record in records)
    named = _named(resolution, records, lock)
    if not resolution.works or named:
        denials = (absent(name, lock) for name in named or citation.ids.keys())
        against = (*filter(None, denials), *unfound(resolution, lock))
    key = resolution.works[0] if len(resolution.works) == 1 else ""
    name, evidence = _judged(resolution, disagreeing, records, works, lock)
    return Verdict(citation.id, name, key, against, (*evidence, *map(decided.told, resolution.decisions)))


def is_other_work(resolution: Resolution, disagreeing: Disagreeing) -> bool:
    """Whether what disagrees means another work: an identifier, two strong fields that contradict, a title beside all
    that places the work, a title or place where the text is surely that of another known work, or a notice in the place
    of its paper, unless people said that it is this work."""
    contradicting = {comparison.field for comparison, _ in disagreeing if comparison.relation == "contradicting"}
    if contradicting & set(IDENTIFIERS):
        return True
    if resolution.how == "decision":
        return False
    if _is_early(resolution.citation.fields):
        contradicting.discard("pages")
    if not (resolution.near or NOTICE in contradicting) and _is_of_paper(contradicting, disagreeing):
        return False
    if resolution.near and ("title" in _fields(disagreeing) or contradicting & set(_PLACE)):
        return True
    titled = "title" in contradicting and bool(contradicting & set(_WITNESSES))
    strong = len(contradicting & set(STRONG)) > 1
    return NOTICE in contradicting or strong or titled or _is_elsewhere(resolution.citation.fields, disagreeing)


def may_be_other_work(resolution: Resolution, disagreeing: Disagreeing) -> bool:
    """Whether a search can tell that the text is another work's: it is, or its title contradicts, or is only near where
    year, volume or pages are others too, or says more than the record's, or two of these are under the same title, as
    reports of every year have it."""
    if resolution.how != "id" or resolution.near or not resolution.citation.fields.title:
        return False
    cited, elsewhere = resolution.citation.fields, _SETTING & _fields(disagreeing)
    titles = {title(cited, record.fields).relation for _, record in disagreeing} if elsewhere else set()
    if len(elsewhere) > 1 or titles & {"close", "contradicting"} or _is_contradicted("title", disagreeing):
        return True
    if any(pair.field == "title" and compact(pair.right) in compact(pair.left) for pair, _ in disagreeing):
        return True
    return is_other_work(resolution, disagreeing)


def _is_elsewhere(cited: Fields, disagreeing: Disagreeing) -> bool:
    """Whether the title is another, be it a near one, and so is all that the text says of year, volume and pages, two
    of them at least. In 25,000 labelled pairs of two records of one work (`dedupe-benchmark`) that is never so."""
    differing = _fields(disagreeing)
    if "title" not in differing:
        return False
    said = (stated(cited) & _SETTING) - ({"pages"} if _is_early(cited) else set())
    return len(said) > 1 and said <= differing


def _is_early(cited: Fields) -> bool:
    """Whether pages are those of a paper that had no place yet, counted from 1: `2019:1-9`."""
    return cited.page.partition("-")[0] == "1" and not (cited.volume or cited.issue)


def _is_of_paper(contradicting: Set[str], disagreeing: Disagreeing) -> bool:
    """Whether a text by the authors of a preprint, of which a registry knows the paper, may be that of the paper, which
    has another title and place."""
    return contradicting.isdisjoint({"author", "authors"}) and any(
        tie.kind == "preprint" and tie.direction == "of" for _, record in disagreeing for tie in record.relations
    )


def _is_contradicted(field: str, disagreeing: Disagreeing) -> bool:
    return any(pair.field == field and pair.relation == "contradicting" for pair, _ in disagreeing)


def _fields(disagreeing: Disagreeing) -> set[str]:
    return {comparison.field for comparison, _ in disagreeing}


def _judged(
    resolution: Resolution,
    disagreeing: Disagreeing,
    records: Sequence[Record],
    works: Mapping[str, Work],
    lock: Mapping[str, Asked],
) -> tuple[str, tuple[str, ...]]:
    citation = resolution.citation
    searched = () if resolution.works else unfound(resolution, lock)
    nothing = tuple(_nothing(line, of_search(resolution, line, works)) for line in searched)
    names = citation.ids.keys() or _named(resolution, records, lock)
    if gone := {name: answer for name in names if (answer := absent(name, lock))}:
        denials = (
            f"{name}: {denied(answer)}{question(*instead(name, resolution, works, lock))}"
            for name, answer in gone.items()
        )
        return "absent", (*denials, *nothing)
    waiting = (unheard(names, lock) for names in (citation.ids.keys(), _awaited(resolution)))
    silent = tuple(f"{name}: no answer yet" for names in waiting for name in names)
    if len(resolution.works) > 1:
        evidence = f"its identifiers are {len(resolution.works)} works: {', '.join(resolution.works)}"
        return ("unchecked" if silent else "mismatch"), (evidence, *silent)
    if nothing and not silent:
        return "unresolved", nothing
    evidence_lines = tuple(_line(comparison, record) for comparison, record in disagreeing)
    if not any(record.source != "library" for record in records):
        return "unchecked", (*evidence_lines, *silent)
    if is_other_work(resolution, disagreeing):
        return "mismatch", (*evidence_lines, *_meant(resolution, works, lock))
    disputed = tuple(f"{field}: the sources contradict each other" for field in _disputed(citation.fields, records))
    if disputed:
        return "conflict", (*evidence_lines, *disputed)
    if disagreeing:
        return "inexact", evidence_lines
    return ("unchecked", silent) if silent else ("verified", ())


def _named(resolution: Resolution, records: Sequence[Record], lock: Mapping[str, Asked]) -> tuple[str, ...]:
    """The identifiers of a work of people's library that is cited without one, by its key or text, where registries
    deny them all."""
    if resolution.citation.ids.keys() or any(record.source != "library" for record in records):
        return ()
    names = tuple(dict.fromkeys(name for record in records for name in record.ids.keys()))
    return names if names and all(absent(name, lock) for name in names) else ()


def _meant(resolution: Resolution, works: Mapping[str, Work], lock: Mapping[str, Asked]) -> tuple[str, ...]:
    """The work that the text means, where its identifiers name another."""
    name = next(iter(resolution.ids.keys()), "")
    other, _ = instead(name, resolution, works, lock) if resolution.near else ("", "")
    return (f"the text is that of {other}",) if other else ()


def _nothing(search: Asked, near: str) -> str:
    """That a search found nothing certain, when, and what came nearest."""
    asked = f" (asked {search.day})" if search.day else ""
    return f"{spoken(search.source)}: nothing certain{asked}{near and f'; nearest: {near}'}"


def _awaited(resolution: Resolution) -> tuple[str, ...]:
    """The identifier by which people said what a citation is, where nothing is known of that work."""
    accepted = decided.accepted(resolution.decisions)
    name = decided.identifier(decided.work(accepted)) if accepted and not resolution.works else ""
    return (name,) if name else ()


def _disputed(cited: Fields, records: Sequence[Record]) -> list[str]:
    """The fields that the citation states and services contradict each other in."""
    if len(records) < 2:
        return []
    said = stated(numbering.placed(cited))
    return sorted(
        {
            field
            for field, one, other in contradictions(records)
            if field in said and not (field == "year" and years(one) & years(other))
        }
    )


def _line(comparison: Comparison, record: Record) -> str:
    return f"{comparison.field}: the document has {comparison.left}, {spoken(record.source)} has {comparison.right}"
