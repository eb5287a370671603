"""How the citations of a collection stand: where, with which verdict, leading to a work or to nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cluneal_lit.model import VERDICTS, Asked, Citation, Collection, Finding

# Findings by which a service said that it has no record of what is cited.
_ANSWERED = frozenset({"LIT202", "LIT207", "LIT208", "LIT209"})
Spot = tuple[str, int, int, str]


def spot(citation: Citation) -> Spot:
    """What tells a citation from all others, also from one of the same text elsewhere in its document."""
    return citation.document, citation.start, citation.end, citation.id


def leading(collection: Collection) -> set[Spot]:
    """Where the citations stand that lead to a known work."""
    return {spot(citation) for entry in collection.entries for citation in entry.cited_in}


def judged(collection: Collection) -> dict[str, str]:
    """The verdict on each citation by its id; of equal texts of a document, which share it, the gravest."""
    found: dict[str, str] = {}
    for verdict in collection.verdicts:
        found[verdict.citation] = gravest((verdict.name, found.get(verdict.citation, "")))
    return found


def gravest(verdicts: Iterable[str]) -> str:
    """The gravest of some verdicts; empty where there is none."""
    return max(verdicts, key=lambda name: VERDICTS.index(name) if name in VERDICTS else -1, default="")


def answered(told: Iterable[Finding]) -> Iterator[tuple[str, Asked]]:
    """The answers that there is no such record, each with the id of the citation that it is about."""
    for finding in told:
        if finding.code in _ANSWERED and finding.values.get("day"):
            values = finding.values
            source = values.get("source") or values.get("agency", "PubMed")
            yield finding.citation, Asked(source, values.get("id", ""), values["day"])
