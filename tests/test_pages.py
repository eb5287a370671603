"""Pages in whatever form they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit import pages
from cluneal_lit.model import Pages


@pytest.mark.parametrize(
    ("text", "first", "last", "full"),
    [
        ("25-32", "25", "32", "25-32"),
        ("417-29", "417", "429", "417-429"),
        ("1156–9", "1156", "1159", "1156-1159"),
        ("1731--1740", "1731", "1740", "1731-1740"),
        ("S12-20", "S12", "S20", "S12-S20"),
        ("e1-e10", "e1", "e10", "e1-e10"),
        ("P12-14", "P12", "P14", "P12-P14"),
        ("pp. 25-32", "25", "32", "25-32"),
        ("p 25", "25", "", "25"),
        ("e228", "e228", "", "e228"),
        ("35505", "35505", "", "35505"),
        ("04E109", "04E109", "", "04E109"),
        ("04E109-12", "04E109", "04E112", "04E109-04E112"),
        ("discussion 412-3", "412", "413", "discussion 412-3"),
        ("1184; author reply 1184", "1184", "", "1184; author reply 1184"),
        ("ii-iv", "", "", "ii-iv"),
    ],
)
def test_first_and_last_page_are_written_out(text: str, first: str, last: str, full: str) -> None:
    found = pages.parse(text)
    assert found == Pages(text, first, last)
    assert pages.full_range(found) == full


def test_no_text_is_no_pages() -> None:
    assert (pages.parse(" "), pages.full_range(None)) == (None, "")


@given(st.text(max_size=30))
def test_any_text_is_kept_as_written(text: str) -> None:
    found = pages.parse(text)
    assert (found.as_written if found else "") == " ".join(text.split())
    assert isinstance(pages.full_range(found), str)
