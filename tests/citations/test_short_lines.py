"""Markers in lines that are too short to be told as prose by their words. All are invented."""

from __future__ import annotations

import pytest

from tests.citations.found import cited

WORKS = ("Alda A, Berg B. On nerves. J Inv. 2001;1(2):3-4.", "Cruz C, Dunn D. On blocks. J Inv. 2002;1(3):5-6.")
THIRD = "Eck E. On hands. J Inv. 2003;1:7-8."
LIST = "\n\nReferences\n\n" + "".join(f"{n}. {work}\n" for n, work in enumerate((*WORKS, THIRD), 1))
IN_HTML = "<h2>References</h2><ol>" + "".join(f"<li>{work}</li>" for work in (*WORKS, THIRD)) + "</ol>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See (1,2,3) and [2–3] in text.", ["(1,2,3)", "[2–3]"]),
        ("Prose with (1) and (2,3).", ["(1)", "(2,3)"]),
        ("In (2) groups of people.", []),
        ("Groups (1) and (2).", []),
        ("Points (2, 3) and (1).", []),
        ("Rooms (1, 2, 3) are open.", []),
        ("We won (2-1) and (3-2).", []),
        ("Set f(1,2) or (2).", []),
    ],
)
def test_several_numbers_behind_what_leads_to_works_are_a_marker(text: str, expected: list[str]) -> None:
    assert [one.raw for one in cited(text + LIST) if one.form == "marker"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Known <sup>1</sup> and <sup>2,3</sup>.", ["1", "2,3"]),
        ("Known.<sup> 1</sup>", ["1"]),
        ("Pain. <sup>1</sup> Rest. <sup>2,3</sup>", ["1", "2,3"]),
        ("Otto Alda <sup>1</sup>, Jan Berg <sup>2,3</sup>.", []),
        ("Alda A <sup>1</sup> and Berg B <sup>2</sup>.", []),
        ("Alda <sup>1</sup> and Berg <sup>2</sup>.", []),
        ("An area in metres <sup>2</sup>.", []),
        ("Volume in cm <sup>3</sup> is small.", []),
    ],
)
def test_raised_numbers_behind_a_blank_are_markers_in_a_short_sentence(text: str, expected: list[str]) -> None:
    assert [one.raw for one in cited(f"<p>{text}</p>{IN_HTML}", "a.html") if one.form == "marker"] == expected
