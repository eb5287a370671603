"""Without what nothing needs, all else is as it was: the same works, verdicts, findings and questions."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from cluneal_lit.config import Config, Project
from cluneal_lit.findings import order
from cluneal_lit.model import Asked, Citation, Collection, Fields, Ids, Record, Relation
from cluneal_lit.pipeline import check, prune, scope
from cluneal_lit.pipeline.scan import Scanned
from cluneal_lit.pipeline.stored import Stored
from cluneal_lit.sources.questions import Due, questions
from cluneal_lit.store import remembered
from tests.made import citation, fields

TODAY = date(2026, 11, 21)
DAY = "2026-11-20"
PMIDS = [str(90000001 + place) for place in range(4)]
DOIS = [
    "10.5555/a",
    "10.5555/b",
    "10.1002/14651858.cd000001",
    "10.1002/14651858.cd000001.pub2",
    "10.48550/arxiv.2101.00001",
]
TITLES = [
    "An invented trial of invented nerves",
    "An invented trial of invented nerve roots",
    "Something else entirely",
]

some_ids = st.builds(
    Ids,
    pmid=st.sampled_from(["", *PMIDS]),
    doi=st.sampled_from(["", *DOIS]),
    pmcid=st.sampled_from(["", "PMC1", "PMC2"]),
    isbn=st.sampled_from([(), ("9780306406157",)]),
)
described = st.builds(
    fields,
    title=st.sampled_from(TITLES),
    authors=st.sampled_from(["Quimby A", "Zabel C"]),
    year=st.sampled_from(["2018", "2019"]),
)
relations = st.lists(
    st.builds(Relation, st.sampled_from(["update", "preprint", "retraction"]), st.sampled_from(["in", "of"]), some_ids),
    max_size=2,
).map(tuple)


@st.composite
def records(draw: st.DrawFn) -> dict[str, Record]:
    """Records of services, by name."""
    found: dict[str, Record] = {}
    for source, kind, values in (("pubmed", "pmid", PMIDS), ("crossref", "doi", DOIS), ("idconv", "pmcid", ["PMC1"])):
        for value in draw(st.lists(st.sampled_from(values), unique=True)):
            said = Fields() if source == "idconv" else draw(described)
            ids = replace(draw(some_ids), **{kind: value})
            kind_of_work = draw(st.sampled_from(["article-journal", "article", "book", "chapter"]))
            placed = {} if kind_of_work != "article" else {"volume": "", "issue": "", "page": ""}
            said = replace(said, type=kind_of_work, **placed) if said else said
            record = Record(1, source, f"{kind}:{value}", ids, said, relations=draw(relations) if said else ())
            found[record.key] = record
    return found


@st.composite
def stores(draw: st.DrawFn) -> Stored:
    """Stores with absent and replaced identifiers, and keys as a run would have given them."""
    found = draw(records())
    lines = {key: Asked(one.source, one.id, DAY, "here", "ab") for key, one in found.items()}
    for pmid in draw(st.lists(st.sampled_from(PMIDS), unique=True, max_size=2)):
        to = draw(st.sampled_from(["", *(f"pmid:{other}" for other in PMIDS if other > pmid)]))
        line = Asked("pubmed", f"pmid:{pmid}", DAY, "merged-into" if to else "absent", to=to)
        lines[line.key] = line
    store = Stored(tuple(found[key] for key in sorted(found)), (), (), (), lines, remembered.Keys(), ())
    return replace(store, keys=checked(store, ()).keys)


@st.composite
def cited(draw: st.DrawFn) -> tuple[Citation, ...]:
    """Citations by identifier, by text, and by key."""
    found = [
        citation(f"c{place}", said, line=place + 1, ids=ids)
        for place, (ids, said) in enumerate(
            draw(st.lists(st.tuples(some_ids, st.sampled_from([None]) | described), max_size=3))
        )
    ]
    keys = draw(st.lists(st.sampled_from(["quimby2018", "zabel2019", "quimby2018a"]), max_size=1))
    return (*found, *(citation(f"[@{key}]", form="key", line=9, cited_as=key) for key in keys))


PROJECT = Project(Path("/no/such/project"), Config())


def checked(store: Stored, citations: tuple[Citation, ...]) -> check.Checked:
    return check.checked(PROJECT, Scanned(("notes.md",), citations), store)


def asked(store: Stored, found: Scanned, age: int) -> set[object]:
    return set(questions(scope.known(found, store), store.lock, store.lost, Due(TODAY, age)))


def about(collection: Collection, keys: set[str], kept: frozenset[str]) -> tuple[object, ...]:
    """What is said of these works, but beside works that are gone, and of all citations."""
    gone = {entry.key for entry in collection.entries} - keys
    entries = tuple(
        replace(entry, kin=tuple(said for said in entry.kin if gone.isdisjoint(re.findall(r"\w+", said))))
        for entry in collection.entries
        if entry.key in keys
    )
    told = [one for one in collection.findings if one.key not in gone]
    told = [one for one in told if one.code != "LIT407" or one.key in kept]  # its key is an identifier
    return entries, collection.citations, collection.verdicts, sorted(told, key=order)


def alike(collection: Collection, keys: set[str]) -> list[tuple[str, ...]]:
    """What is told of works that are alike, of which the first has one of the keys."""
    told = [one for one in collection.findings if one.code in ("LIT608", "LIT609") and one.key in keys]
    return sorted((one.code, one.values["about"], one.values["how"]) for one in told)


@settings(max_examples=200)
@given(stores(), cited())
def test_what_stays_is_as_it_was_and_nothing_new_is_asked(store: Stored, citations: tuple[Citation, ...]) -> None:
    found = Scanned(("notes.md",), citations)
    kept = prune.needed_names(PROJECT, found, store)
    left = replace(
        store,
        records=tuple(one for one in store.records if one.id in kept),
        lock={key: line for key, line in store.lock.items() if line.id in kept},
    )
    before, after = checked(store, citations), checked(left, citations)
    for one in check.resolved(found, store).alike:
        names = {record.id for record in (*one.one, *one.other)}
        assert names <= kept or names.isdisjoint(kept)
    keys = {entry.key for entry in after.collection.entries}
    # Works are alike by words that are rare among all titles, and by titles that few works have: with a third gone, two
    # that stay may become a question or one work, or cease to be. No choice of what stays keeps that from happening.
    assume(alike(after.collection, keys) == alike(before.collection, keys))
    assert about(after.collection, keys, kept) == about(before.collection, keys, kept)
    given = store.keys.works.keys()  # a work that nothing needs may be given its first key by the run before only
    # The first of its handles may come by a link from a replaced identifier, which goes with what nothing needs.
    assert {key: {*after.keys.works[key]} for key in given} == {key: {*before.keys.works[key]} for key in given}
    assert asked(left, found, 30) <= asked(store, found, 30)
    assert prune.needed_names(PROJECT, found, left) >= {one.id for one in left.records}


def test_a_second_work_of_the_title_stays_that_keeps_the_text_from_naming_another_work() -> None:
    """A text whose identifier names another work means the one that has its title, unless two have it."""
    named, *titled = (
        Record(1, "crossref", f"doi:10.5555/{name}", Ids(doi=f"10.5555/{name}"), said)
        for name, said in (
            ("named", fields(title="An invented trial of invented nerve roots", year="2019")),
            ("first", fields(title="Something else entirely", year="2018")),
            ("second", fields(title="Something else entirely", year="2018")),
        )
    )
    cites = citation(said=titled[0].fields, ids=named.ids)
    assert {one.id for one in titled} <= kept_of((named, *titled), cites)


def test_a_work_stays_that_lent_its_title_to_an_invented_reference() -> None:
    said = fields(authors="Zabel C", year="2001", volume="1", page="5", issue="")
    lender = Record(1, "crossref", "doi:10.5555/lender", Ids(doi="10.5555/lender"), said)
    cites = citation(said=fields(journal="", volume="", page="", issue=""))
    assert lender.id in kept_of((lender,), cites)


def kept_of(stored: tuple[Record, ...], *cites: Citation) -> frozenset[str]:
    store = Stored(stored, (), (), (), {}, remembered.Keys(), ())
    return prune.needed_names(PROJECT, Scanned(("notes.md",), cites), store)
