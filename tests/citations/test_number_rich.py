"""Nothing is invented where nothing is cited."""

from __future__ import annotations

import html

import pytest

from tests.citations.found import written
from tests.citations.number_rich import pages

PAGES = dict(pages())


def test_there_are_sixty_pages() -> None:
    assert len(PAGES) == 60
    assert dict(pages()) == PAGES


@pytest.mark.parametrize("name", PAGES)
def test_a_page_full_of_numbers_cites_nothing_as_text(name: str) -> None:
    assert written(PAGES[name]) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_full_of_numbers_cites_nothing_as_markdown(name: str) -> None:
    heading, _, rows = PAGES[name].partition("\n\n")
    assert written(f"# {heading}\n\n" + "".join(f"- {row}\n" for row in rows.splitlines()), "a.md") == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_full_of_numbers_cites_nothing_as_html(name: str) -> None:
    heading, _, rows = PAGES[name].partition("\n\n")
    listed = "".join(
        f"<tr><td>{at}.</td><td>{html.escape(row)}</td></tr>" for at, row in enumerate(rows.splitlines(), 1)
    )
    assert written(f"<h1>{heading}</h1><table>{listed}</table>", "a.html") == []
