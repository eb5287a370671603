"""Titles without what publishers put around them."""

from __future__ import annotations

import pytest

from cluneal_lit.titles import bracketed, translated, unbracketed


@pytest.mark.parametrize(
    ("title", "original", "both"),
    [
        ("[Not Available]", "Un nervio inventado", ("Un nervio inventado", "")),
        ("", "Un nervio inventado", ("Un nervio inventado", "")),
        ("Not Available", "", ("Not Available", "")),
        ("An invented nerve", "Un nervio inventado", ("An invented nerve", "Un nervio inventado")),
    ],
)
def test_a_title_that_was_not_translated_is_the_original_alone(
    title: str, original: str, both: tuple[str, str]
) -> None:
    assert translated(title, original) == both


@pytest.mark.parametrize(
    ("title", "bare", "whole"),
    [
        ("[Nerves]", "Nerves", "[Nerves]"),
        ("Nerves", "Nerves", "[Nerves]"),
        ("[The [NiFe] nerve]", "The [NiFe] nerve", "[The [NiFe] nerve]"),
        ("[A] nerve [B]", "[A] nerve [B]", "[[A] nerve [B]]"),
    ],
)
def test_brackets_around_a_whole_title_are_one_pair_or_none(title: str, bare: str, whole: str) -> None:
    assert (unbracketed(title), bracketed(title)) == (bare, whole)
