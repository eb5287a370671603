"""Numbered markers. The texts are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations.markers import numbers
from tests.citations.found import cited, written


def marked(text: str, path: str = "a.txt") -> list[tuple[str, tuple[int, ...]]]:
    return [(citation.cited_as, citation.numbers) for citation in cited(text, path) if citation.form == "marker"]


def test_numbers_in_square_brackets_are_markers() -> None:
    assert marked("The pain was strong [1]. It was [3–5] weak[7,9].") == [
        ("[1]", (1,)),
        ("[3–5]", (3, 4, 5)),
        ("[7,9]", (7, 9)),
    ]


def test_numbers_in_round_brackets_behind_sentences_are_markers() -> None:
    text = "Nerve loops pass under the ligament. (8,9,10) It is open. Half of them had a painful leg too. (11) Most do."
    assert marked(text) == [("(8,9,10)", (8, 9, 10)), ("(11)", (11,))]


def test_a_single_number_in_round_brackets_without_a_list_is_no_marker() -> None:
    assert marked("Half of them had a painful leg too. (11) Most do.") == []


def test_numbers_in_round_brackets_that_a_list_answers_are_markers() -> None:
    text = (
        "This pain is common in the clinic (1) and rare at home (2).\n\nReferences\n\n"
        "1. Isu T, Kim K. Nerves of the back. Neurospine. 2018;15(1):25-32.\n"
        "2. Maigne JY. Nerves of the hip. Spine. 1997;22(10):1156-9.\n"
    )
    assert marked(text) == [("(1)", (1,)), ("(2)", (2,))]


def test_a_range_in_round_brackets_that_the_list_answers_in_part_is_a_marker_beside_another() -> None:
    listed = (
        "\n\nReferences\n\n1. Isu T, Kim K. Nerves of the back. Neurospine. 2018;15(1):25-32.\n"
        "2. Maigne JY. Nerves of the hip. Spine. 1997;22(10):1156-9.\n"
    )
    text = "This pain is common in the clinic (1–3) and rare at home (2), as in the young (2-30)."
    assert marked(text + listed) == [("(1–3)", (1, 2, 3)), ("(2)", (2,))]


def test_raised_numbers_behind_words_are_markers() -> None:
    assert marked("Relief¹ came.²,³ Walls of 3 m² and 10⁶ cells stay.") == [("¹", (1,)), ("²,³", (2, 3))]
    assert marked("Relief^12^ came<sup>3,4</sup> on 10^6^ cells and 4 cm^2^.", "a.md") == [
        ("^12^", (12,)),
        ("<sup>3,4</sup>", (3, 4)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It was found (2018) in women (n = 12), in 12% (12%), 15(1), 22(10):1156 and at 15 (3).",
        "The criteria are (1) pain, (2) numbness and (3) relief. Twelve (12) months. Those aged (45) in Table (3).",
        "(1) First thing.\n(2) Second thing.\n(3) Third thing.",
        "Apples (12)\nPears (30)\nPlums (14)\nFigs (3)",
        "sshd[123]: failed for x[1] at [12:30]; CI [1, 3]; [18F]FDG; PyPy[23]-5.3; [0]",
        "[12] INFO started\n[13] INFO stopped",
        "Phone (212) 555-0100 or (574) 404.",
    ],
)
def test_counts_years_labels_and_code_are_no_markers(text: str) -> None:
    assert written(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("3–5, 8", (3, 4, 5, 8)), ("10-2", ()), ("0,1", ()), ("7", (7,)), ("1-300", ()), ("3,3", ())],
)
def test_ranges_are_written_out_and_impossible_ones_refused(text: str, expected: tuple[int, ...]) -> None:
    assert numbers(text, 999) == expected
