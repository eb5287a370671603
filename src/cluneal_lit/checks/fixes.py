"""What of a collection can be mended for certain: identifiers that are another one, or that a reference lacks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from cluneal_lit.checks.case import at
from cluneal_lit.model import Citation, Entry, Finding, Resolution, Verdict

# The value of a finding that holds the identifier which is to stand in the place of its `id`.
_INSTEAD = {"LIT202": "instead", "LIT205": "to", "LIT403": "instead"}


class Mend(Struct, frozen=True):
    """Identifiers that are to stand in a citation: one in the place of the one that is `old`, or several behind its
    text."""

    finding: Finding
    citation: Citation
    new: tuple[str, ...]
    old: str = ""


def exchanges(told: Iterable[Finding], citations: Iterable[Citation]) -> Iterator[Mend]:
    """The identifiers that were replaced by their registry, and those of which the text surely means another."""
    cited = {(one.document, one.id, one.place): one for one in citations}
    for finding in told:
        new = finding.values.get(_INSTEAD.get(finding.code, ""), "")
        citation = cited.get((finding.document, finding.citation, finding.place))
        if new and citation:
            yield Mend(finding, citation, (new,), finding.values["id"])


def missing(
    resolutions: Iterable[Resolution], verdicts: Iterable[Verdict], entries: Mapping[str, Entry]
) -> Iterator[Mend]:
    """The DOI that a verified reference lacks, or its PMID where there is no DOI, or where its document gives both."""
    judged = iter(verdicts)
    verified: defaultdict[str, list[Resolution]] = defaultdict(list)
    for one in resolutions:
        verdict = None if one.citation.form == "marker" else next(judged)
        if verdict and verdict.name == "verified" and one.citation.form == "reference" and len(one.works) == 1:
            verified[one.citation.document].append(one)
    for those in verified.values():
        pairs = [(one.citation, entries[one.works[0]]) for one in those]
        gives_both = any(cited.ids.pmid and (cited.ids.doi or entry.ids.doi) for cited, entry in pairs)
        for cited, entry in pairs:
            if names := tuple(_lacking(cited, entry, gives_both=gives_both)):
                yield Mend(at(cited, "LIT415", entry.key, id=" and ".join(names)), cited, names)


def _lacking(cited: Citation, entry: Entry, *, gives_both: bool) -> Iterator[str]:
    if entry.ids.doi and not cited.ids.doi and not cited.ids.shortdoi:
        yield f"doi:{entry.ids.doi}"
    if entry.ids.pmid and not cited.ids.pmid and (gives_both or not (entry.ids.doi or cited.ids.pmcid)):
        yield f"pmid:{entry.ids.pmid}"
