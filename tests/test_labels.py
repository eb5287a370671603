"""The words before volume, issue and pages: one table for the languages of references; every work is invented."""

from __future__ import annotations

import pytest

from cluneal_lit import labels
from cluneal_lit.citations.parse import parse

HEAD = "Nowak A, Kowalska M. An invented survey of the backs of golfers in a small town. Invented Practice."


@pytest.mark.parametrize(
    "place",
    [
        "2020, roč. 49, č. 6, s. 301-309",
        "2020. Т. 49, вип. 6. С. 301-309",
        "2020. Т. 49, № 6. С. 301-309",
        "2020; Cilt 49, Sayı 6, s. 301-309",
        "2020, t. 49, zesz. 6, s. 301-309",
        "2020, sv. 49, br. 6, str. 301-309",
        "2020, letn. 49, št. 6, str. 301-309",
        "2020, vol. 49, nº 6, p. 301-309",
        "2020;årg. 49, nr. 6, s. 301-309",
        "2020, god. 49, br. 6, str. 301-309",
        "49. évf. 6. sz. (2020), 301-309. o",
        "Jg. 49 (2020), H. 6, S. 301-309",
    ],
)
def test_a_number_is_what_the_word_before_it_says(place: str) -> None:
    fields = parse(f"{HEAD} {place}. DOI: 10.5555/a").fields
    assert (fields.volume, fields.issue, fields.page) == ("49", "6", "301-309")


@pytest.mark.parametrize(
    ("place", "volume", "issue", "page"),
    [
        ("1914; jrg. LXII, nr. 16, p. 1216", "LXII", "16", "1216"),
        ("2020. – Т. 49. – С. 12-19", "49", "", "12-19"),
        ("2020, roč. 49, č. 1-2, s. e12", "49", "1-2", "e12"),
        ("2020, vol. 49, no. 6 Suppl 2, pp. S12-S19", "49", "6 Suppl 2", "S12-S19"),
    ],
)
def test_it_is_whole(place: str, volume: str, issue: str, page: str) -> None:
    fields = parse(f"{HEAD} {place}.").fields
    assert (fields.volume, fields.issue, fields.page) == (volume, issue, page)


@pytest.mark.parametrize("title", ["Lost letters of Bd 4 H 2 found again", "How t 4 nr 2 was lost in an invented town"])
def test_a_title_has_numbers_of_its_own(title: str) -> None:
    fields = parse(f"Nowak A. {title}. Invented Practice. 2020;49(6):301-9.").fields
    assert (fields.title, fields.volume, fields.issue) == (title, "49", "6")


def test_no_word_means_two_kinds() -> None:
    kinds = (labels.VOLUME, labels.ISSUE, labels.PAGES)
    assert not [one & other for at, one in enumerate(kinds) for other in kinds[at + 1 :] if one & other]
