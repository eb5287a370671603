"""Days, counts and the words before numbers stand for no field of the record; every work is invented."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.checks.test_within import KNOWN, TITLE, told
from tests.made import citation


@pytest.mark.parametrize(
    "behind",
    [
        "Epub 2020 Mar 12",
        "Published 12 March 2020",
        "Published online 12.03.2020",
        "First published 2020-03-12",
        "Publicado el 12 de marzo de 2020",
        "12 refs",
        "12 Literaturangaben",
        "ISSN 0012-3456",
    ],
)
def test_days_and_counts_are_no_pages(behind: str) -> None:
    known = {"page": "12-19", "volume": "21"}
    wrong, right = (
        citation(f"Quimby P, Orlov B. {TITLE}. Pain. 2020;21(3):{page}. {behind}.", replace(KNOWN, **said))
        for page, said in (
            ("44-51", {"page": "44-51", "volume": "21"}),
            ("12-19", {"page": "3", "volume": "21"}),  # misread: the string has it
        )
    )
    assert (told(wrong, **known), told(right, **known)) == (["pages"], [])


def test_the_numbers_beside_labels_and_months_that_are_no_days_stay_pages() -> None:
    for raw in ("2020 Mar;21(3):12", "2020, vol. 21, no. 3, p. 12", "21(3), S. 12 (May 2020)"):
        found = citation(f"Quimby P, Orlov B. {TITLE}. Pain. {raw}.", replace(KNOWN, page="3", volume="21"))
        assert told(found, page="12-19", volume="21") == [], raw


@pytest.mark.parametrize("journal", ["Pain", "Vaccine", "Nature", "Surgery", "Arthroscopy", "Pain Practice", "Spine"])
@pytest.mark.parametrize(
    "place",
    [
        "v. 12, n. 3, p. 101-109, 2020",
        "12 (2020), Nr. 3, S. 101–109",
        "2020. – Vol. 12, № 3. – P. 101-109",
        "2020;12(3):Art. No. 101",
        "12(3), pp. 101–109 (2020). Available at",
    ],
)
def test_the_words_before_numbers_are_no_journal(journal: str, place: str) -> None:
    raw = f"Quimby P, Orlov B. {TITLE}. The Lancet, {place}."
    assert told(citation(raw, replace(KNOWN, container_title="The Lancet")), container_title=journal) == ["journal"]


def test_a_journal_that_was_read_elsewhere_stands_shortened_in_the_string() -> None:
    for written, journal in (
        ("Neurosurg", "Neurosurgery"),
        ("Br J Surg", "British Journal of Surgery"),
        ("Gut", "Gut"),
    ):
        raw = f"Quimby P, Orlov B. {TITLE}. {written}. 2020;12(3):101-9."
        assert told(citation(raw, replace(KNOWN, container_title="town")), container_title=journal) == []


@pytest.mark.parametrize(
    ("raw", "differs"),
    [
        ("Pain. 2020;3(12):101-9", True),
        ("Pain, 3 (12), 101-109 (2020)", True),
        ("Pain, vol. 3, no. 12, pp. 101-109, 2020", True),
        ("Pain 3 (2020), Nr. 12, S. 101-109", True),
        ("Pain. 2020, roč. 3, č. 12, s. 101-109", True),
        ("Pain 3. évf. 12. sz. (2020), 101-109", True),
        ("Pain 2020, 3/12: 101-109", False),
        ("Pain. 2020, no. 3, vol. 12, pp. 101-109", False),
    ],
)
def test_volume_and_issue_are_exchanged_by_who_wrote_the_string_where_it_says_which_is_which(
    raw: str, differs: bool
) -> None:
    found = citation(f"Quimby P, Orlov B. {TITLE}. {raw}.", replace(KNOWN, volume="3", issue="12"))
    assert told(found) == (["volume", "issue"] if differs else [])
