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


@pytest.mark.parametrize(
    "text",
    [
        "first = pmids[0]; second = pmids[10]; df.pmid[5]",
        "2020-03-01 10:00:00 INFO connected to 10.1000/24 via eth0; 10.1234/255.255.0.0",
        "# Programme 2020\n\n1. Kim C, Seoul: Nerves. 09:00–09:20\n2. Lee B, Berlin: Surgery in 2019. 09:20–09:40\n"
        "3. Park D. Blocks. Room 12, 10:00-10:30.\n\nChair: Roe E (1), Doe F (2)\n",
    ],
)
def test_indices_masks_and_times_are_none(text: str) -> None:
    assert written(text, "a.md") == []


@pytest.mark.parametrize(
    "line",
    [
        "1. Kim B. Consultation. 2021;3(2):10-20 EUR 45.00",
        "Kim A, Lee B. 12 Main Street, Boston 2012. Tel 617-555-1234. 44:12-14.",
        "- Lee, B., Doe, F. (1825). Boston: 12 Main Street.",
        "1. Kim A, Lee B. Wedding. 1850;12:1-2, died 1870.",
    ],
)
def test_bills_addresses_and_lives_are_no_references(line: str) -> None:
    assert written(f"{line}\n") == []
