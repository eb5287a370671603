"""The statement of the check: what was checked, when, against which sources, and what came of it.

Journals hold authors responsible for checking that no reference was retracted (ICMJE Recommendations, IV.A.3.g), and
reviewers have to say that they did. Its figures are those of the report and of `run`: citations by verdict, cited works
by editorial status.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from cluneal_lit.model import VERDICTS, Citation, Collection, Entry, Finding
from cluneal_lit.outputs import statement_words as sentences
from cluneal_lit.outputs import words
from cluneal_lit.outputs.counting import by_word
from cluneal_lit.outputs.standing import answered, judged, leading, spot
from cluneal_lit.outputs.statement_words import Part


class Statement(Struct, frozen=True):
    """The statement as sentences of one paragraph, and a line a document by its path."""

    sentences: tuple[str, ...]
    documents: dict[str, str]


def statement(collection: Collection) -> Statement:
    """The statement on what the documents of a collection cite."""
    parts = _parts(collection)
    works = [entry for entry in collection.entries if entry.cited_in]
    whole = _whole(parts.values(), works)
    days = _days(works, collection.findings)
    told = (
        sentences.scope(collection, whole, bool(days)),
        sentences.sources(works, days, whole.references == 1) if whole.references else "",
        sentences.verdicts(whole) if whole.references else "",
        sentences.statuses(whole),
        sentences.published(whole),
        sentences.unread(finding.document for finding in collection.findings if finding.code == "LIT101"),
        sentences.further(len(collection.entries) - len(works)),
    )
    lines = {name: sentences.line(part) for name, part in parts.items()}
    return Statement(tuple(sentence for sentence in told if sentence), lines)


def _parts(collection: Collection) -> dict[str, Part]:
    verdicts, known = judged(collection), leading(collection)
    dangling = Counter(finding.document for finding in collection.findings if finding.code == "LIT402")
    cited: defaultdict[str, list[Citation]] = defaultdict(list)
    for citation in collection.citations:
        cited[citation.document].append(citation)
    works: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in collection.entries:
        for document in {citation.document for citation in entry.cited_in}:
            works[document].append(entry)
    parts = {}
    for document in collection.documents:
        own = [citation for citation in cited[document] if citation.form != "marker"]
        parts[document] = Part(
            verdicts=by_word((verdicts.get(citation.id, "unchecked") for citation in own), VERDICTS),
            unknown=sum(spot(citation) not in known for citation in own),
            markers=len(cited[document]) - len(own),
            dangling=dangling[document],
            works=works[document],
        )
    return parts


def _whole(parts: Iterable[Part], works: Sequence[Entry]) -> Part:
    parts = tuple(parts)
    return Part(
        verdicts=by_word((name for part in parts for name in Counter(part.verdicts).elements()), VERDICTS),
        unknown=sum(part.unknown for part in parts),
        markers=sum(part.markers for part in parts),
        dangling=sum(part.dangling for part in parts),
        works=works,
    )


def _days(works: Iterable[Entry], told: Iterable[Finding]) -> dict[str, list[str]]:
    """The days on which each service answered about what is cited, that it has it or that it has not."""
    return words.days([*(one for entry in works for one in entry.sources), *(one for _, one in answered(told))])
