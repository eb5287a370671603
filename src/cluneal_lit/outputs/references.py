"""What each document cites, as its readers get it.

A document with one numbered list has its references by that list's numbers, and behind them what is cited in its text
alone. Others have each once, by the first place where they are cited; a numbered marker cites the references of its
document's lists that have its numbers. A reference is a work, or where none is meant for certain the citation as it is
written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from cluneal_lit.model import Asked, Citation, Collection, Entry
from cluneal_lit.outputs.standing import Spot, answered, gravest, judged, spot


class Reference(Struct, frozen=True):
    """A reference of a document.

    `name`: the key of the work that is meant, or the citation's id. `citations`: where the document cites it, markers
    too. `works`: those to which it leads, be they meant or not. `number`: its own; `same_as`: that of the reference
    before it which is the same. `asked`: the services that were asked about it, with the day.
    """

    name: str
    citations: tuple[Citation, ...]
    verdict: str
    works: tuple[Entry, ...] = ()
    number: int | None = None
    same_as: int | None = None
    asked: tuple[Asked, ...] = ()

    @property
    def entry(self) -> Entry | None:
        """The first work to which it leads; None where none is known."""
        return self.works[0] if self.works else None

    @property
    def meant(self) -> Entry | None:
        """The work that is meant; None where its identifiers are another work's, or those of several."""
        return _meant(self.works, self.verdict)

    @property
    def written(self) -> Citation:
        """The first citation that is no marker."""
        return next((one for one in self.citations if one.form != "marker"), self.citations[0])


class References(Struct, frozen=True):
    """The references of a document: those with a number, by it, and the others in citing order.

    `numbers`: whether those are of the document's own list, count what is cited, or are left out, since the document
    has markers or numbers that no one list of its own explains.
    """

    numbered: tuple[Reference, ...] = ()
    others: tuple[Reference, ...] = ()
    numbers: Literal["own", "citing", "none"] = "citing"

    @property
    def cited(self) -> tuple[Reference, ...]:
        """All of them."""
        return (*self.numbered, *self.others)

    @property
    def asked(self) -> tuple[Asked, ...]:
        """The services that were asked about them, each reference's own."""
        return tuple(one for reference in self.cited for one in reference.asked)

    @property
    def one_day(self) -> bool:
        """Whether all that was asked was asked on one day."""
        return len({one.day for one in self.asked}) == 1


class _Known(Struct, frozen=True):
    """What is known of citations: their works by place, and by their ids the verdicts and who has no record."""

    works: Mapping[Spot, Sequence[Entry]]
    verdicts: Mapping[str, str]
    without: Mapping[str, Sequence[Asked]]


def references(collection: Collection) -> dict[str, References]:
    """The references of every document, by its path."""
    known = _known(collection)
    own: defaultdict[str, list[Citation]] = defaultdict(list)
    for citation in collection.citations:
        own[citation.document].append(citation)
    return {document: _of_document(own[document], known) for document in collection.documents}


def _known(collection: Collection) -> _Known:
    works: defaultdict[Spot, list[Entry]] = defaultdict(list)
    for entry in collection.entries:
        for citation in entry.cited_in:
            works[spot(citation)].append(entry)
    without: defaultdict[str, list[Asked]] = defaultdict(list)
    for citation_id, answer in answered(collection.findings):
        without[citation_id].append(answer)
    return _Known(works, judged(collection), without)


def _of_document(citations: Sequence[Citation], known: _Known) -> References:
    names = {spot(one): _name(one, known) for one in citations if one.form != "marker"}
    listed = [one for one in citations if one.in_list and one.number is not None and one.form != "marker"]
    by_number: defaultdict[int | None, dict[str, None]] = defaultdict(dict)
    for one in listed:
        by_number[one.number][names[spot(one)]] = None
    by_id = {one.id: names[spot(one)] for one in citations if one.in_list}
    cited: defaultdict[str, list[Citation]] = defaultdict(list)
    for one in citations:
        meant = [by_id[entry] for entry in one.cites if entry in by_id]
        by_marker = dict.fromkeys(meant or (name for number in one.numbers for name in by_number.get(number, ())))
        for name in by_marker if one.form == "marker" else (names[spot(one)],):
            cited[name].append(one)
    if listed and len(by_number) == len(listed):
        numbered = tuple(_numbered(sorted(listed, key=lambda one: one.number or 0), names, cited, known))
        there = {names[spot(one)] for one in listed}
        others = (_reference(name, own, known) for name, own in cited.items() if name not in there)
        return References(numbered, tuple(others), "own")
    if listed or any(one.form == "marker" for one in citations):
        return References((), tuple(_reference(name, own, known) for name, own in cited.items()), "none")
    counted = enumerate(cited.items(), 1)
    return References(tuple(_reference(name, own, known, number) for number, (name, own) in counted))


def _numbered(
    listed: Sequence[Citation], names: Mapping[Spot, str], cited: Mapping[str, Sequence[Citation]], known: _Known
) -> Iterator[Reference]:
    """A reference for each number of a list. What is cited elsewhere stands at the first of a work's numbers."""
    first = {names[spot(one)]: one for one in reversed(listed)}
    places = {spot(one) for one in listed}
    for one in listed:
        name = names[spot(one)]
        if one is first[name]:
            own = [other for other in cited[name] if other is one or spot(other) not in places]
            yield _reference(name, own, known, one.number)
        else:
            yield _reference(name, (one,), known, one.number, first[name].number)


def _name(citation: Citation, known: _Known) -> str:
    """The name of the work that a citation means, or else its own, so that the two are not confused."""
    works = known.works.get(spot(citation), ())
    meant = _meant(works, known.verdicts.get(citation.id, ""))
    return f"work {meant.key}" if meant else f"text {citation.id}"


def _meant(works: Sequence[Entry], verdict: str) -> Entry | None:
    return works[0] if len(works) == 1 and verdict != "mismatch" else None


def _reference(
    name: str,
    citations: Sequence[Citation],
    known: _Known,
    number: int | None = None,
    same_as: int | None = None,
) -> Reference:
    own = [one for one in citations if one.form != "marker"]
    works = {entry.key: entry for one in own for entry in known.works.get(spot(one), ())}
    asked = [one for entry in works.values() for one in entry.sources if one.day]
    asked += [answer for citation in dict.fromkeys(one.id for one in own) for answer in known.without.get(citation, ())]
    return Reference(
        name=name.split(" ", 1)[1],
        citations=tuple(citations),
        verdict=gravest(known.verdicts.get(one.id, "") for one in own),
        works=tuple(works.values()),
        number=number,
        same_as=same_as,
        asked=tuple(asked),
    )
