"""What runs through the pages of a PDF is left out, and nothing else. The texts are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.documents import read
from tests.documents.pdf_made import Text, lines, pdf
from tests.documents.test_pdf import LEFT, RIGHT, text

BODIES = (LEFT, RIGHT, (*RIGHT[:2], *LEFT[2:]))


@pytest.mark.parametrize(
    "last",
    [
        "https://doi.org/10.9999/nerves.209{0}.01.1{0}",
        "PMID: 2101357{0}",
        "Spine J. 209{0};{0}(1):1-9.",
        "2101357{0}",
    ],
)
def test_a_last_line_that_differs_in_its_numbers_stays(last: str) -> None:
    pages = [lines(60, 700, *body, last.format(at)) for at, body in enumerate(BODIES, 1)]
    said = text(*pages)
    assert [last.format(at) in said for at in (1, 2, 3)] == [True, True, True]


@pytest.mark.parametrize("first", ["{}. Isu T, Kim K, Berg M.", "[{}] Isu T, Kim K, Berg M.", "Isu T, Kim K, Berg M."])
def test_a_first_line_that_begins_an_entry_stays(first: str) -> None:
    pages = [lines(60, 700, first.format(at), *body) for at, body in enumerate(BODIES[:2], 1)]
    said = text(*pages)
    assert [said.count(first.format(at)) > 0 for at in (1, 2)] == [True, True]
    assert said.count("Isu T, Kim K") == 2


def test_an_entry_that_stands_apart_stays() -> None:
    pages = [[Text(60, 740, f"{at}. Isu T, Kim K, Berg M."), *lines(60, 700, *BODIES[at])] for at in (0, 1)]
    assert text(*pages).count("Isu T, Kim K") == 2


def test_a_doi_that_stands_apart_stays_where_each_page_has_its_own() -> None:
    pages = [[*lines(60, 700, *BODIES[at]), Text(60, 30, f"doi:10.9999/nerves.{at}")] for at in (0, 1)]
    assert text(*pages).count("doi:10.9999/nerves.") == 2


def test_a_head_close_to_the_text_is_left_out_where_many_pages_have_it() -> None:
    pages = [lines(60, 700, "RUNNING NERVES", *body) for body in BODIES]
    assert "RUNNING" not in text(*pages)


def test_a_head_of_two_lines_is_left_out() -> None:
    pages = [[*lines(60, 790, "Nerves", f"Volume 7, page {at}"), *lines(60, 700, *BODIES[at])] for at in (0, 1)]
    assert read("a.pdf", pdf(*pages)).text == "\n\n".join(" ".join(body) for body in BODIES[:2])


def test_a_foot_close_to_the_text_is_left_out_where_it_counts_the_pages() -> None:
    pages = [lines(60, 700, *body, f"Page {at} of 3") for at, body in enumerate(BODIES, 1)]
    assert "Page" not in text(*pages)
