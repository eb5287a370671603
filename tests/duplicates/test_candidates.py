"""Which records are worth comparing. The records are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.duplicates.candidates import pairs
from cluneal_lit.duplicates.described import described
from cluneal_lit.model import Ids
from tests.duplicates.invented import record

STRANGER = {"title": "Ankles", "author": "Nakamura H", "volume": "9", "page": "7", "year": 1999, "issue": "4"}


@pytest.mark.parametrize(
    "said",
    [
        {**STRANGER, "title": "Entrapment of invented nerves: a misprint"},
        {**STRANGER, "title": "Slept with pain of the low back"},
        {**STRANGER, "title": "Knees", "volume": "15", "page": "25"},
        {**STRANGER, "title": "Knees", "author": "Quimby A", "page": "25-30"},
        {**STRANGER, "title": "Knees", "author": "Quimby A", "volume": "15", "year": 2018},
        {**STRANGER, "title": "", "author": "Orlov B", "volume": "15", "issue": "1"},
    ],
)
def test_what_shares_a_key_is_a_pair(said: dict[str, object]) -> None:
    assert pairs([described(record()), described(record(**said))]) == {(0, 1)}


def test_a_common_identifier_is_a_key() -> None:
    one, other = record(ids=Ids(doi="10.5555/one")), record(ids=Ids(doi="10.5555/one"), **STRANGER)
    assert pairs([described(one), described(other)]) == {(0, 1)}


def test_strangers_are_none() -> None:
    assert pairs([described(record()), described(record(**STRANGER))]) == set()


@pytest.mark.parametrize("count", [500, 1000])
def test_equal_titles_give_pairs_by_their_number_not_its_square(count: int) -> None:
    said = {"volume": "", "issue": "", "page": "", "author": "", "year": None}
    records = [described(record(container_title=f"Journal {number}", **said)) for number in range(count)]
    assert len(pairs(records)) <= 100 * count
