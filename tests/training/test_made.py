"""What training adds: books in many styles, and labels that tagging leaves out. The strings are invented."""

from __future__ import annotations

import random

import pytest
from training.books import Shelf, shelved
from training.labels import Span
from training.mended import mended

FIELDS = {"author_list": [["Quimby", "AB"], ["Orlov", "B"]], "title": "Knees of rowers", "year": "2018"}
SHELF = Shelf(["A handbook of rowing"], [("Oslo", "Patella Press")], [[["Strong", "C"], ["Rower", "D"]]])


def marked(raw: str, *parts: tuple[str, str]) -> list[Span]:
    return [(label, raw.index(text), raw.index(text) + len(text)) for label, text in parts]


@pytest.mark.parametrize("seed", range(60))
def test_a_work_on_the_shelf_has_its_fields_where_they_are_said_to_stand(seed: int) -> None:
    raw, spans = shelved(FIELDS, SHELF, random.Random(seed)) or ("", [])
    said = {label: raw[start:end] for label, start, end in spans}
    assert said.get("title") in ("Knees of rowers", "A handbook of rowing")
    assert said.get("booktitle", "A handbook of rowing") == "A handbook of rowing"
    assert said["year"] == "2018" and not {"{", "}", "|", "⟨"} & set(raw)
    assert ("editor" in said) == ("booktitle" in said)


def test_nothing_is_made_of_a_work_without_people() -> None:
    assert shelved({**FIELDS, "author_list": []}, SHELF, random.Random(1)) is None


@pytest.mark.parametrize(
    ("raw", "parts", "added"),
    [
        (
            "Quimby A. The rower. 4. ed. São Paulo: Editora Remo, 2018.",
            [("author", "Quimby A"), ("title", "The rower"), ("year", "2018")],
            [("location", "São Paulo"), ("publisher", "Editora Remo")],
        ),
        (
            "Quimby A. Knees. In: Strong C; Rower D (orgs). The rower. Oslo: Patella Press, 2018.",
            [("author", "Quimby A"), ("title", "Knees"), ("booktitle", "The rower"), ("year", "2018")],
            [("editor", "Strong C; Rower D"), ("location", "Oslo"), ("publisher", "Patella Press")],
        ),
        (
            "Quimby A. 2018. Knees. Tese de Doutorado, Universidade de Remo, Remo.",
            [("author", "Quimby A"), ("year", "2018"), ("title", "Knees")],
            [("publisher", "Universidade de Remo")],
        ),
        (
            "Quimby A. Knees. Oslo: Patella Press, 2018.",
            [("author", "Quimby A"), ("title", "Knees"), ("publisher", "Patella Press"), ("year", "2018")],
            [],
        ),
    ],
)
def test_publishers_and_editors_are_seen_where_nobody_tagged_them(
    raw: str, parts: list[tuple[str, str]], added: list[tuple[str, str]]
) -> None:
    spans = marked(raw, *parts)
    assert sorted(mended(raw, spans)) == sorted([*spans, *marked(raw, *added)])


def test_the_year_of_a_visit_is_not_that_of_the_work() -> None:
    raw = "Quimby A. Knees. 2018. Disponível em: https://example.org. Acesso em: 3 nov. 2018."
    year = raw.rindex("2018")
    assert mended(raw, [("year", year, year + 4)]) == [("year", 17, 21)]


def test_people_before_the_word_editors_are_no_authors() -> None:
    raw = "Quimby A (2018) Knees. In: The rower. Strong C, editors. Oslo: Patella Press."
    parts = [("author", "Quimby A"), ("title", "Knees"), ("booktitle", "The rower"), ("publisher", "Patella Press")]
    given, found = ([*marked(raw, *parts), *marked(raw, (label, "Strong C"))] for label in ("author", "editor"))
    assert sorted(mended(raw, given)) == sorted(found)
