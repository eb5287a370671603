"""Deviations and intervals in square brackets beside a list with numbers in such. All are invented."""

from __future__ import annotations

import pytest

from tests.citations.found import cited

LIST = "\n".join(f"[{at}] Alda A. Nerves, study {at}. Inv J 20{at:02};{at}:10-15." for at in range(1, 13))
SAID = "Pain is common [1]. Others agree [2,3], and surgery helps [7]."


def marked(sentence: str) -> list[str]:
    text = f"{SAID}\n\n{sentence}\n\nReferences\n\n{LIST}\n"
    return [one.cited_as for one in cited(text) if one.form == "marker"][3:]


@pytest.mark.parametrize(
    "sentence",
    [
        "The risk in women was higher, OR 3 [2-5], than in men.",
        "We found an odds ratio of 3.4 [2-5] for the nerve.",
        "The pain had a median of 4 [2-7] in all of them.",
        "They were of age 34 [12] years when it began.",
        "The block lasted for 8 [3] hours in most of them.",
        "They were older, age 81 [3] y, and heavier.",
        "They stayed in hospital, LOS 7 [4] d, and went home.",
        "Their sodium was 140 [4] mmol/L and fell later.",
        "The pressure was 140 [4] mm Hg when they came.",
        "The visit cost them 12 [3] euros.",
        "They were well oriented, MMSE 24 [3], when they came.",
        "Pain was rated by them: Mean 5.2 [1] and 4.1 [2], then less.",
    ],
)
def test_a_deviation_or_interval_is_no_marker(sentence: str) -> None:
    assert marked(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "marker"),
    [
        ("The risk in women was higher, with an OR of 3.4 [8], than in men.", "[8]"),
        ("The risk was higher, with an OR of 30 [2-5], than in men.", "[2-5]"),
        ("It was described in 2004 [8] patients with pain.", "[8]"),
        ("It was found to be so in COVID-19 [8] patients.", "[8]"),
        ("It has been so since in 2010 [3] it was shown.", "[3]"),
        ("It was so in phase 3 [4] of the trial.", "[4]"),
        ("It was lower by 3.2 [1] in a trial.", "[1]"),
        ("It was so in 40 patients [3] years ago.", "[3]"),
        ("The MMSE of these 24 [8], and of others, was low.", "[8]"),
        ("En 20 [4] y en otros fue igual.", "[4]"),
        ("It was seen by others [8-10] years before.", "[8-10]"),
    ],
)
def test_a_marker_behind_a_figure_is_one(sentence: str, marker: str) -> None:
    assert marked(sentence) == [marker]


HEAD = "| | Old | New |\n|---|---|---|\n"
ROWS = "| Age | 81 [7] | 82 [8] |\n| Barthel | 8 [2-10] | 7 [1-9] |"
TITLE = "Table 1. Those who came. Values are mean [SD] or median [IQR]."


@pytest.mark.parametrize(
    "table",
    [
        f"{TITLE}\n\n{HEAD}{ROWS}",
        f"| | Old, mean [SD] | New, n [%] |\n|---|---|---|\n{ROWS}",
        f"{HEAD}| Age, mean [SD], y | 81 [7] | 82 [8] |\n| Women, n [%] | 5 [10] | 4 [8] |",
        f"{HEAD}| Age, mean \\[SD\\] | 81 \\[7\\] | 82 \\[8\\] |",
        f"{HEAD}| Ratio [95% CI] | 3 [2-5] | 2 [1-4] |",
        "Barthel, median [IQR] 8 [2-10]\t7 [1-9]",
    ],
)
def test_what_a_table_calls_a_deviation_or_interval_is_no_marker(table: str) -> None:
    assert marked(table) == []


@pytest.mark.parametrize(
    "table",
    [
        f"{HEAD}| Orlov | 81 [7] | 82 [8] |",
        f"{HEAD}| Those of Orlov, mean [SD] 3. | seen by Orlov [7] | and Kuniya [8] |",
        f"{TITLE}\n\n{'Pain is common and it is so in towns. ' * 5}\n\n{HEAD}| Orlov | 81 [7] | 82 [8] |",
    ],
)
def test_without_that_what_a_cell_has_in_brackets_is_a_marker(table: str) -> None:
    assert marked(table) == ["[7]", "[8]"]
