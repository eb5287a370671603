"""Spans beside and over one another."""

from __future__ import annotations

from cluneal_lit.documents.spans import Covered, joined, stretches, touching
from cluneal_lit.lines import blanked
from cluneal_lit.model import Span


def raised(start: int, end: int) -> Span:
    return Span(start, end, "superscript")


def test_raised_spans_that_touch_at_a_dash_or_comma_are_one() -> None:
    assert joined("a1,23", (raised(1, 2), raised(2, 4), raised(4, 5))) == (raised(1, 4), raised(4, 5))


def test_spans_that_touch_are_one_but_where_they_are_kept_apart() -> None:
    link = Span(2, 3, "link", "#footnote-1")
    gone = (Span(5, 6, "deleted"), Span(6, 7, "deleted"))
    spans = (raised(3, 4), raised(0, 1), link, raised(1, 2), raised(2, 3), *gone)
    assert touching(spans, {2, 3}) == (raised(0, 2), link, raised(2, 3), raised(3, 4), Span(5, 7, "deleted"))


def test_what_is_hidden_is_blank_and_its_lines_stay() -> None:
    assert blanked("ab\ncd\nef", stretches((Span(4, 5, "code"), Span(1, 5, "deleted")))) == "a \n  \nef"


def test_what_begins_in_something_hidden_is_not_shown() -> None:
    covered = Covered((Span(6, 8, "code"), Span(1, 3, "code")))
    assert [covered.shows(raised(at, at + 1)) for at in (0, 1, 2, 3, 7, 8)] == [True, False, False, True, False, True]


def test_what_lies_in_something_hidden_hides_no_less_behind_it() -> None:
    covered = Covered((Span(0, 9, "code"), Span(2, 4, "code")))
    assert [covered.shows(raised(at, at + 1)) for at in (1, 5, 9)] == [False, False, True]
