"""The statement of the check: what was checked, when, against which sources, and what came of it.

Journals hold authors responsible for checking that no reference was retracted (ICMJE Recommendations, IV.A.3.g), and
reviewers have to say that they did. Its figures are those of the report and of `run`: citations by verdict, cited works
by editorial status.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from cluneal_lit.model import VERDICTS, Collection, Entry, Finding
from cluneal_lit.outputs import statement_words as sentences
from cluneal_lit.outputs.counting import counted
from cluneal_lit.outputs.references import References
from cluneal_lit.outputs.statement_words import Part
from cluneal_lit.registries import spoken

# Findings by which a service said that it has no record of what is cited.
_ANSWERED = frozenset({"LIT202", "LIT207"})


class Statement(Struct, frozen=True):
    """The statement as sentences of one paragraph, and a line a document by its path."""

    sentences: tuple[str, ...]
    documents: dict[str, str]


def statement(collection: Collection, references: Mapping[str, References]) -> Statement:
    """The statement on what the documents of a collection cite, from the references of each."""
    parts = _parts(collection, references)
    works = [entry for entry in collection.entries if entry.cited_in]
    whole = _whole(parts.values(), works)
    days = _days(works, collection.findings)
    told = (
        sentences.scope(collection, whole, bool(days)),
        sentences.sources(works, days, whole.references == 1) if whole.references else "",
        sentences.verdicts(whole) if whole.references else "",
        sentences.statuses(whole),
        sentences.unread(finding.document for finding in collection.findings if finding.code == "LIT101"),
        sentences.further(len(collection.entries) - len(works)),
    )
    lines = {name: sentences.line(part, references[name]) for name, part in parts.items()}
    return Statement(tuple(sentence for sentence in told if sentence), lines)


def _parts(collection: Collection, references: Mapping[str, References]) -> dict[str, Part]:
    judged = {verdict.citation: verdict.name for verdict in collection.verdicts}
    found: dict[str, list[str]] = {document: [] for document in collection.documents}
    markers = Counter(citation.document for citation in collection.citations if citation.form == "marker")
    for citation in collection.citations:
        if citation.form != "marker" and citation.document in found:
            found[citation.document].append(judged.get(citation.id, "unchecked"))
    parts = {}
    for document, names in found.items():
        own = references[document]
        lost = [one for reference in own.cited if not reference.entry for one in reference.citations]
        parts[document] = Part(
            verdicts=counted(names, VERDICTS),
            unknown=sum(one.form != "marker" for one in lost),
            markers=markers[document],
            dangling=len(own.dangling),
            works=[reference.entry for reference in own.cited if reference.entry],
        )
    return parts


def _whole(parts: Iterable[Part], works: Sequence[Entry]) -> Part:
    parts = tuple(parts)
    return Part(
        verdicts=counted((name for part in parts for name in Counter(part.verdicts).elements()), VERDICTS),
        unknown=sum(part.unknown for part in parts),
        markers=sum(part.markers for part in parts),
        dangling=sum(part.dangling for part in parts),
        works=works,
    )


def _days(works: Iterable[Entry], told: Iterable[Finding]) -> dict[str, list[str]]:
    """The days on which each service answered about what is cited, that it has it or that it has not."""
    found: dict[str, list[str]] = {}
    for one in (one for entry in works for one in entry.sources if one.day):
        found.setdefault(spoken(one.source), []).append(one.day)
    for finding in told:
        if finding.code in _ANSWERED and finding.values.get("day"):
            found.setdefault(finding.values.get("source", "Crossref"), []).append(finding.values["day"])
    return dict(sorted(found.items()))
