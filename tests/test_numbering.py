"""Volume and issue, however they are written. Every value is invented."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit import numbering
from cluneal_lit.entries.agreement import agree
from tests.made import fields

ONE = [
    ("Suppl 3", "S3"),
    ("suppl_2", "Supplement 2"),
    ("3_suppl", "3 Suppl"),
    ("9S2", "9 Suppl 2"),
    ("1 Suppl 3", "S3"),
    ("Suppl", "suppl_1"),
    ("3 Pt 1", "3"),
    ("26 ( Pt 3)", "26"),
    ("12 Suppl 2", "12"),
    ("007", "7"),
    ("1-2", "1/2"),
    ("77A", "77"),
    ("77A", "77-a"),
    ("XII", "12"),
    ("xc", "90"),
    ("V", "5"),
]
OTHERS = [
    ("Suppl 3", "S4"),
    ("Suppl 3", "4"),
    ("3 Suppl 1", "3 Suppl 2"),
    ("3 Pt 1", "3 Pt 2"),
    ("3 Pt 1", "1"),
    ("12 Suppl 2", "2"),
    ("Suppl", "3"),
    ("Suppl", "Pt 3"),
    ("12", "21"),
    ("77A", "77-B"),
    ("XII", "13"),
    ("C", "100"),
    ("IIX", "8"),
]


@pytest.mark.parametrize(("left", "right"), ONE)
def test_one_place_written_otherwise(left: str, right: str) -> None:
    assert numbering.same(left, right) and numbering.same(right, left)
    assert agree("issue", fields(issue=left), fields(issue=right))


@pytest.mark.parametrize(("left", "right"), OTHERS)
def test_another_supplement_part_or_number_is_another_place(left: str, right: str) -> None:
    assert not numbering.same(left, right) and not numbering.same(right, left)
    assert not agree("issue", fields(issue=left), fields(issue=right))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ({"volume": "2020", "issue": "9"}, {"volume": "9", "issue": "9"}, True),
        ({"volume": "2020", "issue": "9"}, {"volume": "9", "issue": ""}, True),
        ({"volume": "2020", "issue": ""}, {"volume": "9", "issue": "9"}, True),
        ({"volume": "2020", "issue": "9"}, {"volume": "13", "issue": "9"}, False),  # of a journal that counts on
        ({"volume": "2019", "issue": "9"}, {"volume": "9", "issue": "9"}, False),  # the year of neither
        ({"volume": "2020", "issue": ""}, {"volume": "9", "issue": ""}, False),
    ],
)
def test_a_volume_that_is_called_by_its_year_or_by_the_issue(
    one: dict[str, str], other: dict[str, str], same: bool
) -> None:
    left, right = fields(**one, year="2020"), fields(**other, year="2020")
    assert numbering.same_volume(left, right) is same
    assert numbering.same_volume(right, left) is same
    assert agree("volume", left, right) is same


def test_a_volume_by_another_year_than_the_works_is_another() -> None:
    left, right = fields(volume="2020", issue="9", year="2020"), fields(volume="9", issue="9", year="2019")
    assert not numbering.same_volume(left, right)


@pytest.mark.parametrize(
    ("volume", "issue", "expected"),
    [
        ("12 Suppl 2", "", ("12", "Suppl 2")),
        ("26 ( Pt 3)", "", ("26", "Pt 3")),
        ("12 Suppl 2", "4", ("12 Suppl 2", "4")),
        ("Suppl 2", "", ("Suppl 2", "")),
        ("12", "", ("12", "")),
    ],
)
def test_a_supplement_in_the_volume_is_the_issue_where_none_is_named(
    volume: str, issue: str, expected: tuple[str, str]
) -> None:
    found = numbering.placed(replace(fields(), volume=volume, issue=issue))
    assert (found.volume, found.issue) == expected
