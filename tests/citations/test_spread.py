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
        ("It was seen by others [8-10] years before.", "[8-10]"),
    ],
)
def test_a_marker_behind_a_figure_is_one(sentence: str, marker: str) -> None:
    assert marked(sentence) == [marker]
