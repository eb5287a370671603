"""What came nearest to a reference that nothing is surely the work of: what of it is the reference's, and what is not.

An invented reference is made of parts of several works: each that a search brought nearest is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cluneal_lit import names
from cluneal_lit.checks import people
from cluneal_lit.checks.case import described
from cluneal_lit.checks.persons import may_be_one
from cluneal_lit.checks.searched import unfound
from cluneal_lit.compare import AGREEING, comes_near, compared
from cluneal_lit.model import Asked, Fields, Name, Record, Resolution, Work
from cluneal_lit.registries import nearest as names_of

_WORDS = (("same", "equal"), ("nearly the same", "close"), ("other", "contradicting"))
_WEIGHED = ("title", "author", "year", "journal", "volume", "pages")  # as references are matched
# What makes a work that has all of a reference another one, as PubMed and Crossref call it.
_NO_PAPERS = {
    "Published Erratum": "erratum",
    "Retraction of Publication": "retraction",
    "Comment": "comment",
    "Preprint": "preprint",
    "posted-content": "preprint",
}


def nearest(resolution: Resolution, works: Mapping[str, Work], lock: Mapping[str, Asked]) -> str:
    """The works that came nearest, that of the collection and those that searches brought, each but once, as
    `Isu T 2018, Title (pmid:1): same title; other journal`; empty where none came near."""
    return " | ".join(dict.fromkeys(_each(resolution, works, unfound(resolution, lock))))


def _each(resolution: Resolution, works: Mapping[str, Work], searched: Iterable[Asked]) -> Iterator[str]:
    seen: set[str] = set()
    if known := _known(resolution, works):
        seen.update(name for record in works[resolution.near].records for name in record.ids.keys())
        yield known
    for line in searched:
        record = _brought(line)
        own = set(record.ids.keys()) if record else {line.to}
        if seen.isdisjoint(own) and (told := of_search(resolution, line, works)):
            yield told
        seen |= own


def of_search(resolution: Resolution, line: Asked, works: Mapping[str, Work]) -> str:
    """What a search that found nothing certain brought nearest; empty where nothing came near that is not refused."""
    if not names_of([line], resolution.refused):
        return ""
    if record := _brought(line):
        refused = set(resolution.refused).intersection(record.ids.keys())
        cited = resolution.citation.fields
        return "" if refused else _told(cited, record, _held_against(cited, record))
    return _known(resolution, works) if line.to == resolution.near else line.to


def _brought(line: Asked) -> Record | None:
    """The record of what came nearest in a search; lines of before these were kept have only its name."""
    return next((record for record in line.near if record.id == line.to), None)


def _known(resolution: Resolution, works: Mapping[str, Work]) -> str:
    """The work of the collection that came nearest, in the words by which it was matched."""
    work = works.get(resolution.near)
    if work is None or not comes_near(resolution.answer, resolution.why):
        return ""
    told = [line.partition(": ")[::2] for line in resolution.why]
    relations = {field: said.partition(" ")[0].rstrip(",") for field, said in told if said}
    reasons = [reason for reason, relation in told if not relation]
    return _told(resolution.citation.fields, work.records[0], relations, reasons)


def _held_against(cited: Fields, record: Record) -> Mapping[str, str]:
    return {pair.field: pair.relation for pair in compared(cited, record.fields) if pair.field in _WEIGHED}


def _told(cited: Fields, record: Record, relations: Mapping[str, str], reasons: Sequence[str] = ()) -> str:
    fields = {word: [field for field, said in relations.items() if said == relation] for word, relation in _WORDS}
    if relations.get("author") in AGREEING and _has_strangers(cited.author, record.fields.author):
        fields["other"].append("co-authors")
    said = [f"{word} {', '.join(named)}" for word, named in fields.items() if named]
    kinds = dict.fromkeys(_NO_PAPERS[kind] for kind in record.types if kind in _NO_PAPERS)
    named = f"{described(record.fields)} ({', '.join((record.id, *kinds))})"
    return ": ".join(filter(None, (named, "; ".join((*said, *reasons)))))


def _has_strangers(ours: Sequence[Name], theirs: Sequence[Name]) -> bool:
    """Whether somebody behind the first author is named whom a list that is whole lacks."""
    behind, persons = people.individuals(ours)[1:], people.individuals(theirs)
    is_whole = len(persons) > 1 and names.ET_AL not in theirs
    return is_whole and any(not any(may_be_one(one, their) for their in persons) for one in behind)
