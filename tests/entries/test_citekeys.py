"""Citation keys."""

from __future__ import annotations

import itertools

from cluneal_lit.entries.citekeys import assigned
from cluneal_lit.model import Note, Record
from tests.made import fields, record

A = (record(name="pmid:1", said=fields(title="Alpha")),)
B = (record(name="pmid:2", said=fields(title="Beta")),)
C = (record(name="pmid:3", said=fields(title="Gamma", authors="Żółć Ż", year="")),)
LIBRARY = (record("library", "mine.json#My Key", said=fields(title="Delta"), pmid="4"),)


def given(*groups: tuple[Record, ...], notes: tuple[Note, ...] = (), known: object = None) -> dict[str, str]:
    found = assigned(groups, notes, known or {}, {})  # type: ignore[arg-type]
    return {work.keys[0]: work.records[0].id for work in found.works}


def test_new_works_are_lettered_by_title_whatever_their_order() -> None:
    wanted = {"quimby2019": "pmid:1", "quimby2019a": "pmid:2", "zolc": "pmid:3"}
    assert all(given(*order) == wanted for order in itertools.permutations((A, B, C)))


def test_a_key_once_given_stays_though_an_earlier_title_comes() -> None:
    first = assigned((B,), (), {}, {})
    assert given(A, B, known=first.known) == {"quimby2019": "pmid:2", "quimby2019a": "pmid:1"}


def test_the_library_key_is_respected_and_made_fit() -> None:
    assert given(LIBRARY) == {"My-Key": "mine.json#My Key"}


def test_the_note_names_a_work_that_no_library_names() -> None:
    assert given(A, notes=(Note("my-note", ("pmid:1",)),)) == {"my-note": "pmid:1"}


def test_a_note_is_laid_over_its_work() -> None:
    note = Note("my-note", ("pmid:2",), "Read this.")
    works = assigned((A, B), (note,), {}, {}).works
    assert {work.keys[0]: work.note for work in works} == {"my-note": note, "quimby2019": None}


def test_works_that_became_one_leave_an_alias() -> None:
    known = {"one": ("pmid:1",), "two": ("doi:10.5555/a",)}
    merged = (record(name="pmid:1", doi="10.5555/a"),)
    found = assigned((merged,), (), known, {})
    assert (found.works[0].keys, found.known, found.aliases) == (
        ("one", "two"),
        {"one": ("pmid:1", "doi:10.5555/a")},
        {"two": "one"},
    )


def test_the_key_of_a_work_that_is_gone_stays_taken() -> None:
    found = assigned((A,), (), {"quimby2019": ("pmid:99",)}, {})
    assert found.known == {"quimby2019": ("pmid:99",), "quimby2019a": ("pmid:1",)}


def test_a_second_round_changes_nothing() -> None:
    first = assigned((A, B, C, LIBRARY), (), {}, {})
    assert assigned((LIBRARY, C, B, A), (), first.known, first.aliases) == first
