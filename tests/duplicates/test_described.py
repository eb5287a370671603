"""What of a record is compared. The records are invented."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit.duplicates.described import described
from cluneal_lit.model import Fields, Name, Record
from tests.duplicates.invented import record


@pytest.mark.parametrize(
    ("volume", "issue", "found"),
    [
        ("15", "1", ("15", "1")),
        ("015", "01", ("15", "1")),
        ("35 Suppl 1", "", ("35", "1 s")),
        ("35", "SUPPL.1", ("35", "1 s")),
        ("35", "Suppl. 1", ("35", "1 s")),
        ("174 AISC", "", ("174", "")),
        ("2018", "May", ("", "")),
        ("UNKNOWN", "", ("", "")),
        ("XII", "", ("12", "")),
    ],
)
def test_volume_and_issue_without_what_is_written_differently(volume: str, issue: str, found: tuple[str, str]) -> None:
    one = described(record(volume=volume, issue=issue))
    assert (one.volume, one.issue) == found


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("25-32", ("25", "32")),
        ("0025--32", ("25", "32")),
        ("417-29", ("417", "429")),
        ("S73-S80", ("s73", "s80")),
        ("iii--vii", ("iii", "vii")),
        ("e25", ("e25", "")),
        ("", ("", "")),
        ("No Pagination Specified", ("", "")),
    ],
)
def test_first_and_last_page(page: str, found: tuple[str, str]) -> None:
    one = described(record(page=page))
    assert (one.first, one.last) == found


def test_a_number_stands_for_pages() -> None:
    assert described(record(page="", number="0e204")).first == "e204"


@pytest.mark.parametrize(
    ("name", "author", "words"),
    [
        (Name(family="van der Berg", given="Jan Piet"), ("berg", "j"), {"van", "der", "berg", "jan", "piet"}),
        (Name(family="Köse Güven", given="S"), ("koseguven", "s"), {"kose", "guven"}),
        (Name(literal="The Rowing Group"), ("therowinggroup", ""), {"the", "rowing", "group"}),
        (Name(given="Anna"), ("anna", "a"), {"anna"}),
    ],
)
def test_authors_by_surname_and_by_words(name: Name, author: tuple[str, str], words: set[str]) -> None:
    one = described(record())
    said = described(_by(name))
    assert one.authors == (("quimby", "a"), ("orlov", "b"), ("petrova", "c"))
    assert (said.authors, said.people) == ((author,), tuple(sorted(words)))


def _by(name: Name) -> Record:
    one = record()
    return replace(one, fields=replace(one.fields, author=(name,)))


def test_nothing_said_is_empty() -> None:
    one = described(replace(record(), fields=Fields()))
    assert (one.title, one.words, one.authors, one.people, one.year, one.first) == (
        "",
        (),
        (),
        (),
        0,
        "",
    )
