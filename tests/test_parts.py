"""The numbers of parts in titles."""

from __future__ import annotations

import pytest

from cluneal_lit.parts import numbered


@pytest.mark.parametrize(
    ("title", "number"),
    [
        *(
            ("Nerven. Teil I", "1"),
            ("Nerven: zweiter Teil", "2"),
            ("Nerven, 1. Teil", "1"),
            ("Nerven. III. Teil", "iii"),
        ),
        *(("Nerfs : première partie", "1"), ("Nerfs, 2e partie", "2"), ("Nerfs. Tome second", "2")),
        *(("Nervios (segunda parte)", "2"), ("Nervi. Parte prima", "1"), ("Nervos: terceira parte", "3")),
        *(("Zenuwen: eerste deel", "1"), ("Nerver. Del I", "1"), ("Nerwy, część I", "1"), ("Нервы. Часть вторая", "2")),
        *(("Nerves: Part A", "1"), ("Nerves: part the second", "2"), ("Nerves. First report", "1")),
        *(
            ("Nerves: I", "1"),
            ("Nerves (b)", "2"),
            ("I. Nerves", "1"),
            ("Nerves. I. Of cats", "1"),
            ("Nerves: X", "10"),
        ),
        *(("Nerves: session B", "2"), ("Nerves in stage IV", "4"), ("Nerves: 1st part", "1")),
    ],
)
def test_the_number_of_a_part_is_read_in_every_language(title: str, number: str) -> None:
    assert number in numbered(title)


@pytest.mark.parametrize(
    "title",
    [
        "Hepatitis B in a cohort",
        "An interview with: B. Smith",
        "Pain in part due to age",
        "The first nerve of a cat",
        "Vitamin D and I",
    ],
)
def test_letters_and_words_that_count_no_part_stay(title: str) -> None:
    assert not any(word.isdigit() for word in numbered(title))


def test_a_title_without_a_word_has_no_number() -> None:
    assert numbered(" . ") == []
