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
        ("1777e88", "1777", "1788", "1777-1788"),
        ("118e11", "118e11", "", "118e11"),
        ("35505", "35505", "", "35505"),
        ("04E109", "04E109", "", "04E109"),
        ("04E109-12", "04E109", "04E112", "04E109-04E112"),
        ("discussion 412-3", "412", "413", "discussion 412-3"),
        ("1184; author reply 1184", "1184", "", "1184; author reply 1184"),
        ("ii-iv", "", "", "ii-iv"),
        ("e12516", "e12516", "", "e12516"),
        ("eabl6449", "eabl6449", "", "eabl6449"),
        ("e2305772120", "e2305772120", "", "e2305772120"),
        ("e157-e161", "e157", "e161", "e157-e161"),
        ("e247-346", "e247", "e346", "e247-e346"),
        ("S172", "S172", "", "S172"),
        ("1S-20S", "1S", "20S", "1S-20S"),
        ("SUPPL:4309-22", "4309", "4322", "SUPPL:4309-22"),
        ("C728-C740", "C728", "C740", "C728-C740"),
        ("F6", "F6", "", "F6"),
        ("CD002020", "CD002020", "", "CD002020"),
        ("Doc01", "Doc01", "", "Doc01"),
        ("Unit6.10", "Unit6.10", "", "Unit6.10"),
        ("026002", "026002", "", "026002"),
        ("1825-34, 1839-40", "1825", "1834", "1825-34, 1839-40"),
        ("77-95, viii", "77", "95", "77-95, viii"),
        ("[34457 words; 185 paragraphs]", "", "", "[34457 words; 185 paragraphs]"),
        ("133b-134", "133b", "134", "133b-134"),
        ("233-240.e2", "233", "240", "233-240.e2"),
        ("198-a-198", "198", "", "198-a-198"),
        ("111-128_1", "111", "128", "111-128_1"),
        ("IFC", "", "", "IFC"),
        ("1-1-1", "1", "1", "1-1-1"),
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


@pytest.mark.parametrize(
    ("date", "volume", "issue", "where", "written"),
    [
        ("2018", "15", "1", "25-32", "2018;15(1):25-32"),
        ("2018", "15", "", "25-32", "2018;15:25-32"),
        ("2018", "", "", "25-32", "2018:25-32"),
        ("2018", "", "1", "25", "2018;(1):25"),
        ("2018", "15", "", "", "2018;15"),
        ("", "15", "", "25", "15:25"),
        ("", "", "", "25", "25"),
        ("", "", "", "", ""),
    ],
)
def test_where_a_work_stands(date: str, volume: str, issue: str, where: str, written: str) -> None:
    assert pages.located(date, volume, issue, where) == written
