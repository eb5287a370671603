"""Headings of lists that have a section's number, directly above the first entry. The works are invented."""

from __future__ import annotations

import pytest

from tests.citations.found import cited

_WORKS = [
    "Berg A, Kim B. Walking after block. Lancet 2012;380:1-9.",
    "Roe C. Pain and sleep. BMJ 2014;348:g12.",
    "Diaz E, Poe F. Surgery of the nerve. Spine 2016;41:100-5.",
]
_HEADINGS = ["6. References", "6) References", "(6) References", "8. Literatur", "5. Bibliographie:", "E. Kaynaklar"]


@pytest.mark.parametrize("path", ["a.txt", "a.md"])
@pytest.mark.parametrize("label", ["[{}] ", "{}. ", ""])
@pytest.mark.parametrize("above", ["\n\n", "\n"])
@pytest.mark.parametrize("heading", [*_HEADINGS, "  6. References", "6. 참고문헌"])
def test_the_heading_is_no_entry(heading: str, above: str, label: str, path: str) -> None:
    prose = "5. Conclusion\nWalking helps [1]. Sleep does too [2,3]."
    listed = "\n".join(label.format(place) + work for place, work in enumerate(_WORKS, 1))
    found = cited(f"{prose}{above}{heading}\n{listed}\n", path)
    assert [one.raw for one in found if one.form == "reference"] == _WORKS
    assert [one.raw for one in found if one.form == "marker"] == ["[1]", "[2,3]"]
    if label:
        assert [len(one.cites) for one in found if one.form == "marker"] == [1, 2]


def test_names_and_years_mean_the_entries_below_it() -> None:
    listed = (
        "Berg, A., & Kim, B. (2012). Walking after block. Lancet, 380, 1-9.\nRoe, C. (2014). Pain. BMJ, 348, g12.\n"
    )
    found = cited(f"Walking helps (Berg & Kim, 2012). Sleep does too (Roe, 2014).\n\n5. References\n{listed}")
    assert [one.raw for one in found if one.cites] == ["(Berg & Kim, 2012)", "(Roe, 2014)"]


def test_a_numbered_title_of_a_work_stays_an_entry() -> None:
    works = [*_WORKS[:2], "References of the Town Archive. Town: Archive Press; 2011. p. 1-9."]
    found = cited("Text.\n\nReferences\n" + "\n".join(f"{place}. {work}" for place, work in enumerate(works, 1)))
    assert [one.raw for one in found] == works
