"""What the doubt about a work consists of: what was found at the citations that lead to it, and at the work itself."""

from __future__ import annotations

from collections import defaultdict

from cluneal_lit import findings
from cluneal_lit.model import Collection, Finding

# Unknown and deleted identifiers and those of several works, which are as much a matter of identity as LIT4xx.
_IDENTIFIERS = frozenset({"LIT202", "LIT203", "LIT208"})
Faults = dict[str, tuple[Finding, ...]]


def faults(collection: Collection) -> Faults:
    """What makes each doubtful work so, by its key, in the order of reports; nothing of one that is not in doubt."""
    at_citations: defaultdict[str, list[Finding]] = defaultdict(list)
    at_works: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in collection.findings:
        if finding.code.startswith("LIT4") or finding.code in _IDENTIFIERS:
            found, name = (at_citations, finding.citation) if finding.citation else (at_works, finding.key)
            found[name].append(finding)
    told: Faults = {}
    for entry in collection.entries:
        if entry.verdict not in ("verified", "unchecked"):
            # A marker stands for several works; what is wrong with it is about none of them.
            names = dict.fromkeys(citation.id for citation in entry.cited_in if citation.form != "marker")
            own = [finding for name in names for finding in at_citations.get(name, ())]
            told[entry.key] = tuple(sorted((*own, *at_works.get(entry.key, ())), key=findings.order))
    return told
