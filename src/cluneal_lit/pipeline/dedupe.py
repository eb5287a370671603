"""Bibliographies in, works out: read, find the duplicates, keep one record a work, count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.duplicates import Duplicates, Kin, Tie, duplicates, labels
from cluneal_lit.duplicates.kinship import KINDS
from cluneal_lit.duplicates.merging import alone, merged
from cluneal_lit.duplicates.origins import Count, Origin, counted, origins
from cluneal_lit.duplicates.rules import RULES
from cluneal_lit.duplicates.scorecard import DECIDED
from cluneal_lit.duplicates.survivors import first_the_survivor
from cluneal_lit.entries import status
from cluneal_lit.errors import StoreError
from cluneal_lit.formats import claims, writers
from cluneal_lit.model import Finding, Record
from cluneal_lit.outputs import deduped as shown
from cluneal_lit.outputs.templates import Templates
from cluneal_lit.store import bibliographies

Pair = tuple[int, int]


class File(Struct, frozen=True):
    """A file and what it is called; `content` reads it, so that nobody keeps what is large; `is_named`: by a person,
    not just in a folder that was."""

    name: str
    content: Callable[[], bytes]
    is_named: bool = True


class Brought(Struct, frozen=True):
    """The records of several files, where each stands, and what was wrong in the files."""

    records: tuple[Record, ...]
    origins: tuple[Origin, ...]
    findings: tuple[Finding, ...]


class Deduped(Struct, frozen=True):
    """What was found among the records, by their places: `works` of more than one, first of each the record that
    stays, also in what is related; `ids` are what the records are called."""

    brought: Brought
    ids: tuple[str, ...]
    found: Duplicates
    works: tuple[tuple[int, ...], ...]
    counts: tuple[Count, ...]


def brought(files: Iterable[File]) -> Brought:
    """The records of files. Raises StoreError for one that is no bibliography; one that nobody named is a finding."""
    records: list[Record] = []
    homes: list[str] = []
    findings: list[Finding] = []
    for file in files:
        name = file.name
        try:
            found, told = bibliographies.read(file.content(), name)
        except StoreError as error:
            if file.is_named:
                raise
            findings.append(Finding("LIT101", name, values={"reason": str(error).removeprefix(f"{name}: ")}))
            continue
        records += found
        homes += [name] * len(found)
        findings += told
    return Brought(tuple(records), origins(zip(homes, records, strict=True)), tuple(findings))


def deduped(
    given: Brought, prefer: Sequence[str] = (), together: Iterable[Pair] = (), apart: Iterable[Pair] = ()
) -> Deduped:
    """The works that several of the records are; `together` and `apart` are pairs that a person decided."""
    found = duplicates(given.records, together, apart)
    works = tuple(first_the_survivor(one, given.records, given.origins, prefer) for one in found.clusters)
    stays = {place: work[0] for work in works for place in work}
    kin = (Kin(stays.get(one.one, one.one), stays.get(one.other, one.other), one.kind) for one in found.related)
    found = replace(found, related=tuple(kin))
    return Deduped(given, labels.ids(given.origins), found, works, counted(given.origins, works))


def content(done: Deduped, form: str) -> bytes:
    """One record a work in a format, in the order in which the works are met; a lone record as it was read, with its
    source."""
    records, origins = done.brought.records, done.brought.origins
    home = {min(work): work for work in done.works}
    gone = {place for work in done.works for place in work} - home.keys()
    kept = (
        merged([records[one] for one in home[place]], [origins[one] for one in home[place]], form)
        if place in home
        else alone(records[place], origins[place], form)
        for place in range(len(records))
        if place not in gone
    )
    return written(kept, form)


def written(records: Iterable[Record], form: str) -> bytes:
    """The records as a file of a format, each with the status that what it says of notices gives it."""
    return writers.written((claims.told(record, status.status((record,))) for record in records), form)


def report(done: Deduped, templates: Templates) -> str:
    """The page on what was found: counts, questions, and every work with the joins that made it."""
    home = {place: at for at, work in enumerate(done.works) for place in work}
    joins: list[list[Tie]] = [[] for _ in done.works]
    for tie in done.found.joins:
        joins[home[tie.one]].append(tie)
    works = (_group(done, work, ties) for work, ties in zip(done.works, joins, strict=True))
    questions = (_group(done, (tie.one, tie.other), (tie,)) for tie in done.found.questions)
    related = ((_member(done, kin.one), KINDS[kin.kind], _member(done, kin.other)) for kin in done.found.related)
    return shown.page(done.counts, questions, works, related, len(done.brought.records), templates)


def _group(done: Deduped, places: Sequence[int], ties: Iterable[Tie]) -> shown.Group:
    at = {place: number for number, place in enumerate(places)}
    members = tuple(_member(done, place) for place in places)
    return shown.Group(
        members, tuple(shown.Tied(at[tie.one], at[tie.other], tie.points, why(tie.rule)) for tie in ties)
    )


def _member(done: Deduped, place: int) -> shown.Member:
    origin = done.brought.origins[place]
    return shown.Member(done.ids[place], origin.source, origin.file, done.brought.records[place])


def why(rule: str) -> str:
    """What decided about two records, in words; empty where their points did."""
    return "a person decided" if rule == DECIDED else RULES.get(rule, "")
