"""What rules put right behind the model. The strings are invented."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cluneal_lit.citations.parse import parse

PIECES = (
    "Smith J, ",
    "Brown K. ",
    "In: ",
    "“",
    "”",
    "12(",
    "²",
    "Jr ",
    "2011,May ",
    "(Pavia)",
    "10.1016/x",
    "e!",
    "\u200d",
)


def said(text: str) -> dict[str, str]:
    """The parts of a string by their fields; the first of each."""
    found: dict[str, str] = {}
    for part in parse(text).parts:
        found.setdefault(part.field, text[part.start : part.end])
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quimby A. Knees of rowers. Oslo: Patella Press; 2011. 302 p.", {"page": None, "publisher": "Patella Press"}),
        ("Quimby A. Rowing hurts. El Remo, 12 mar. 2017.", {"volume": None, "page": None}),
        ("Quimby A, Orlov B. Knees of rowers in winter. J Bone Joint Surg. 2008; (22):3168-70.", {"issue": "22"}),
        ("Quimby A. The rower. Alfred A. Knopf; 1995.", {"title": "The rower", "publisher": "Alfred A. Knopf"}),
        (
            "Quimby A. Knees of rowers. In: Orlov B, editor. Book of knees. 2nd ed. London: Hip Press; 2010. p. 11-20.",
            {"title": "Knees of rowers", "editor": "Orlov B", "container-title": "Book of knees"},
        ),
        (
            "1. Quimby A, Orlov B. Knees of rowers. Spine. 2018;15:25-32. 2. Strong C. Hips. Pain. 1957;26:417-29.",
            {"author": "Quimby A, Orlov B", "title": "Knees of rowers", "volume": "15"},
        ),
        (
            "KNEES Research Group, Quimby A, Orlov B. A trial of rowing. N Engl J Med. 2015;373(22):2103-16.",
            {"author": "KNEES Research Group, Quimby A, Orlov B", "publisher": None},
        ),
    ],
)
def test_the_form_of_a_reference_is_kept(text: str, expected: dict[str, str | None]) -> None:
    found = said(text)
    assert {field: found.get(field) for field in expected} == expected


def test_an_identifier_that_is_cut_off_is_no_other() -> None:
    text = f"{'Quimby A. ' + 'Knees of rowers. ' * 233} 10.1016/j.spinee.2018.01.001"
    assert parse(text + " " * 10).ids.doi in ("", "10.1016/j.spinee.2018.01.001")


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@example("Jr " * 1333)
@example(', doi:\u200d"\x01Smith J, "\u200d\udc80\x15´}')
@example("e!e!")
def test_parts_stand_apart_whatever_the_text(text: str) -> None:
    edges = [edge for part in parse(text).parts for edge in (part.start, part.end)]
    assert edges == sorted(edges)
