"""What each document cites: every reference once, by the first place where the document cites it.

A reference is a work, or where none was found the citation as it is written. A numbered marker cites the references of
its document's list that have its numbers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit import findings
from cluneal_lit.model import VERDICTS, Asked, Citation, Collection, Entry, Finding, Place

# An entry says by its status what these say, and the marker without a reference stands apart.
_SAID_ELSEWHERE = frozenset({"LIT402", "LIT501", "LIT502", "LIT503", "LIT504", "LIT505"})
_NONE: tuple[Finding, ...] = ()


class Trouble(Struct, frozen=True):
    """What is wrong with a reference: the first finding that says so, and where else in the document it holds."""

    finding: Finding
    places: tuple[Place, ...]


class Reference(Struct, frozen=True):
    """A reference of a document.

    `entry`: its work, with the verdict and the citations of this document alone; None where no work was found. `name`:
    the work's key, or the citation's id. `citations`: where the document cites it, markers too; `numbers`: those that
    it has in the document's own list. `troubles` are of warning level and above, without a work of any level.
    """

    name: str
    citations: tuple[Citation, ...]
    verdict: str
    entry: Entry | None = None
    numbers: tuple[int, ...] = ()
    troubles: tuple[Trouble, ...] = ()

    @property
    def written(self) -> Citation:
        """The first citation that is no marker."""
        return next((one for one in self.citations if one.form != "marker"), self.citations[0])

    @property
    def asked(self) -> tuple[Asked, ...]:
        """The services that were asked about the work, with the day."""
        return tuple(one for one in self.entry.sources if one.day) if self.entry else ()


class References(Struct, frozen=True):
    """The references of a document in citing order, and its markers that point at none.

    `numbering`: whether the document has a numbered list of its own, with the `same` numbers as here or `other` ones.
    """

    cited: tuple[Reference, ...] = ()
    dangling: tuple[Finding, ...] = ()
    numbering: Literal["", "same", "other"] = ""

    @property
    def unknown(self) -> int:
        """How many lead to no work."""
        return sum(reference.entry is None for reference in self.cited)

    @property
    def asked(self) -> tuple[Asked, ...]:
        """The services that were asked about the works, each work's own."""
        return tuple(one for reference in self.cited for one in reference.asked)

    @property
    def one_day(self) -> bool:
        """Whether all that was asked was asked on one day."""
        return len({one.day for one in self.asked}) == 1


class _Known(Struct, frozen=True):
    """What is known of citations: their works, verdicts and findings, and findings about a work itself by its names."""

    works: Mapping[tuple[str, int, int, str], Sequence[Entry]]
    verdicts: Mapping[str, str]
    at: Mapping[str, Sequence[Finding]]
    about: Mapping[str, Sequence[Finding]]


def references(collection: Collection) -> dict[str, References]:
    """The references of every document, by its path."""
    known = _known(collection)
    own: defaultdict[str, list[Citation]] = defaultdict(list)
    for citation in collection.citations:
        own[citation.document].append(citation)
    return {document: _of_document(own[document], known) for document in collection.documents}


def _known(collection: Collection) -> _Known:
    works: defaultdict[tuple[str, int, int, str], list[Entry]] = defaultdict(list)
    for entry in collection.entries:
        for citation in entry.cited_in:
            works[_spot(citation)].append(entry)
    verdicts: dict[str, str] = {}
    for verdict in collection.verdicts:
        verdicts[verdict.citation] = _gravest((verdict.name, verdicts.get(verdict.citation, "")))
    at: defaultdict[str, list[Finding]] = defaultdict(list)
    about: defaultdict[str, list[Finding]] = defaultdict(list)
    cited_from = {"", *collection.documents}
    for finding in sorted(collection.findings, key=findings.order):
        if finding.citation:
            at[finding.citation].append(finding)
        elif finding.key and finding.document in cited_from:
            about[finding.key].append(finding)
    return _Known(works, verdicts, at, about)


def _of_document(citations: Sequence[Citation], known: _Known) -> References:
    meant = {_spot(citation): _meant(citation, known) for citation in citations if citation.form != "marker"}
    listed: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for citation in citations:
        if citation.in_list and citation.number is not None and citation.form != "marker":
            listed[citation.number].update(dict.fromkeys(meant[_spot(citation)]))
    entries = {name: entry for names in meant.values() for name, entry in names.items()}
    places: dict[str, list[Citation]] = {}
    for citation in citations:
        by_number = dict.fromkeys(name for number in citation.numbers for name in listed.get(number, ()))
        for name in by_number if citation.form == "marker" else meant[_spot(citation)]:
            places.setdefault(name, []).append(citation)
    cited = tuple(_reference(name, entries[name], tuple(own), known) for name, own in places.items())
    markers = dict.fromkeys(citation.id for citation in citations if citation.form == "marker")
    dangling = tuple(one for marker in markers for one in known.at.get(marker, _NONE) if one.code == "LIT402")
    return References(cited, tuple(sorted(dangling, key=findings.order)), _numbering(cited))


def _meant(citation: Citation, known: _Known) -> dict[str, Entry | None]:
    """The works that a citation means, or itself, under names that are not confused."""
    works = known.works.get(_spot(citation), ())
    return {f"work {entry.key}": entry for entry in works} or {f"text {citation.id}": None}


def _reference(name: str, entry: Entry | None, citations: tuple[Citation, ...], known: _Known) -> Reference:
    verdict = _gravest(known.verdicts.get(citation.id, "") for citation in citations)
    return Reference(
        name=name.split(" ", 1)[1],
        citations=citations,
        verdict=verdict,
        entry=entry and replace(entry, verdict=verdict, cited_in=citations),
        numbers=tuple(sorted({one.number for one in citations if one.in_list and one.number is not None})),
        troubles=_troubles(entry, citations, known),
    )


def _troubles(entry: Entry | None, citations: Sequence[Citation], known: _Known) -> tuple[Trouble, ...]:
    ids = dict.fromkeys(citation.id for citation in citations)
    told = [finding for one in ids for finding in known.at.get(one, _NONE)]
    if entry:
        cited = (name for citation in citations for name in citation.ids.keys())
        names = dict.fromkeys((entry.key, *entry.aliases, *entry.ids.keys(), *cited))
        told = [one for one in told if one.key in ("", *names)]
        told += [finding for name in names for finding in known.about.get(name, _NONE)]
    found: dict[tuple[str, str], list[Finding]] = {}
    for finding in told:
        if finding.code not in _SAID_ELSEWHERE and (entry is None or findings.rule(finding).level != "note"):
            found.setdefault((finding.code, findings.message(finding)), []).append(finding)
    return tuple(Trouble(same[0], tuple(one.place for one in same if one.citation)) for same in found.values())


def _numbering(cited: Sequence[Reference]) -> Literal["", "same", "other"]:
    if not any(reference.numbers for reference in cited):
        return ""
    return "same" if all(one.numbers == (place,) for place, one in enumerate(cited, 1)) else "other"


def _gravest(verdicts: Iterable[str]) -> str:
    return max(verdicts, key=lambda name: VERDICTS.index(name) if name in VERDICTS else -1, default="")


def _spot(citation: Citation) -> tuple[str, int, int, str]:
    return citation.document, citation.start, citation.end, citation.id
