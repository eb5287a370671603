"""What comes out anew each year under one title, and what was in press."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from cluneal_lit.model import Ids, Record
from tests.duplicates.invented import record
from tests.duplicates.judged import outcome

NOWHERE = {"volume": "", "issue": "", "page": ""}
REPORT = {"title": "World report on invented nerves", "author": "World Rowing Organization", "container_title": ""}


def issued(year: int, kind: str, isbn: str = "", **said: Any) -> Record:
    whole = record(ids=Ids(isbn=(isbn,) if isbn else ()), **{**REPORT, **NOWHERE, "year": year, **said})
    return replace(whole, fields=replace(whole.fields, type=kind))


@pytest.mark.parametrize("kind", ["report", "thesis", "software", "webpage", "document", "standard"])
@pytest.mark.parametrize("author", ["World Rowing Organization", "Quimby A"])
def test_works_without_a_journal_a_year_apart_are_asked_about(kind: str, author: str) -> None:
    two = (issued(year, kind, author=author) for year in (2018, 2019))
    assert outcome(*two) in ("yearly", "asked")


def test_reports_of_two_years_with_two_isbns_are_asked_about() -> None:
    two = (issued(year, "report", isbn) for year, isbn in ((2018, "9789241565653"), (2019, "9789241565721")))
    assert outcome(*two) in ("yearly", "asked")


def test_a_report_of_one_year_is_joined() -> None:
    assert outcome(issued(2018, "report"), issued(2018, "report", publisher="WRO")) == "join"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (NOWHERE, NOWHERE, "yearly"),
        ({}, NOWHERE, "join"),  # in press
        ({"title": "Standards of rowing"}, {"title": "Standards of rowing", **NOWHERE}, "yearly"),
        ({"author": "Rowing Society"}, {"author": "Rowing Society", **NOWHERE}, "yearly"),
    ],
)
def test_what_stands_in_a_journal_a_year_apart_may_have_been_in_press(one: Any, other: Any, expected: str) -> None:
    assert outcome(record(**one), record(year=2017, **other)) == expected
