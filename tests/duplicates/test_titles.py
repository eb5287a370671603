"""Titles as they are compared."""

from __future__ import annotations

import pytest

from cluneal_lit.duplicates import titles


@pytest.mark.parametrize(
    ("title", "words", "kinds"),
    [
        ("Update on nerves. [Review] [33 refs]", "update on nerves", {"update"}),
        ("Nerves of rowers. [German]", "nerves of rowers", set()),
        ("[Nerves of rowers]. [Article in Finnish]", "nerves of rowers", set()),
        ("Nerves.[Erratum appears in J Invent Med. 2009 Jun 4;360(23):2487 Note: Orlov", "nerves", set()),
        ("Nerves of rowers (vol 360, pg 542, 2009)", "nerves of rowers", {"correction"}),
        ("Nerves of rowers (Journal of Inventions (2009) 360 (542-544))", "nerves of rowers", {"correction"}),
        ("Nerves of rowers (part II)", "nerves of rowers part 2", set()),
        ("Nerves of rowers. Part B", "nerves of rowers part 2", set()),
        ("Nerves of rowers: a reply", "nerves of rowers a reply", {"reply"}),
        ("What helps in response to cold of rowers at sea", "what helps in response to cold of rowers at sea", set()),
        ("Type I and two other <i>types</i> &amp; more", "type 1 and 2 other types more", set()),
        ("Theory of rowing {1}", "theory of rowing", set()),
        ("[12]", "12", set()),
        ("RETRACTED ARTICLE: Nerves of rowers", "nerves of rowers", set()),
        ("Retraction: Nerves of rowers", "retraction nerves of rowers", {"retraction"}),
        ("", "", set()),
    ],
)
def test_a_title_without_what_databases_put_around_it(title: str, words: str, kinds: set[str]) -> None:
    assert titles.read(title, "") == (tuple(words.split()), frozenset(kinds))


@pytest.mark.parametrize(
    ("title", "none"),
    [
        ("Journal of the Society for Inven Research Article", True),
        ("J ournal of the S ociety for Inventions", True),
        ("Journal of the Society for Inventions: what it printed in a hundred years", False),
        ("The society and its inventions", False),
    ],
)
def test_the_head_of_a_page_is_no_title(title: str, none: bool) -> None:
    assert (titles.read(title, "Journal of the Society for Inventions")[0] == ()) is none


def test_a_book_with_its_own_title_as_container_has_a_title() -> None:
    assert titles.read("Handbook of invented rehabilitation", "Handbook of invented rehabilitation")[0] != ()


def test_of_an_endless_title_the_beginning_counts() -> None:
    assert titles.read("ab " * 100_000, "") == (("ab",) * 500, frozenset())
