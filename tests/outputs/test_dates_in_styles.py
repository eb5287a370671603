"""Dates that are uncertain, open or ranges, and the people of translated books, as each style prints them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit import dates
from cluneal_lit.formats import biblatex, bibtex, csl_entry
from cluneal_lit.model import Date, Entry, Fields, Name
from cluneal_lit.outputs import ama, apa, evidence, styles
from tests.formats.invented import article

BOOK = Fields(type="book", title="Nerves", author=(Name("Muster", "Anna"),), publisher="Invented House")


def _of(issued: Date, **said: object) -> Entry:
    return article(fields=replace(BOOK, issued=issued, **said), pages=None)


@pytest.mark.parametrize(
    ("issued", "in_nlm", "in_ama", "in_apa"),
    [
        (Date(((1543,),)), "1543", "1543", "1543"),
        (Date(((1543,),), circa=True), "[1543?]", "ca 1543", "ca. 1543"),
        (Date(((1999,), (2003,)), literal="1999-2003"), "1999-2003", "1999-2003", "1999–2003"),
        (Date(((1999,), (2003,)), literal="1999-2003", circa=True), "[1999-2003?]", "ca 1999-2003", "ca. 1999–2003"),
        (Date(((2009,),), literal="2009-"), "2009-", "2009-", "2009–present"),
        (Date(((2009,),), literal="until 2009"), "until 2009", "until 2009", "until 2009"),
        (Date(literal="in press"), "in press", "in press", "in press"),
    ],
)
def test_no_style_is_more_certain_than_the_date(issued: Date, in_nlm: str, in_ama: str, in_apa: str) -> None:
    book = _of(issued)
    assert f"Invented House; {in_nlm}." in styles.nlm(book)
    assert f"Invented House; {in_ama}." in ama.ama(book)
    assert f"Muster, A. ({in_apa}). Nerves." in apa.apa(book)


@pytest.mark.parametrize(
    ("issued", "in_ama", "in_apa"),
    [
        (Date(((2012, 3, 4),), circa=True), "ca March 4, 2012", "ca. 2012, March 4"),
        (Date(((2012,),), season="spring"), "2012 Spring", "2012, Spring"),
        (Date(((2012, 3),), literal="2012 Mar-"), "2012 Mar-", "2012–present"),
    ],
)
def test_a_day_is_no_more_certain_than_its_year(issued: Date, in_ama: str, in_apa: str) -> None:
    page = _of(issued, type="webpage")
    assert f"Invented House. {in_ama}." in ama.ama(page)
    assert f"({in_apa})." in apa.apa(page)


@pytest.mark.parametrize("issued", [Date(((1543,),), circa=True), Date(((2009,),), literal="2009-")], ids=dates.words)
def test_the_bibliographies_of_a_project_say_it_too(issued: Date) -> None:
    book = _of(issued)
    item = csl_entry.item(book)["issued"]
    assert item == ({"date-parts": [[1543]], "circa": True} if issued.circa else {"date-parts": [[2009], [0]]})
    date, year = ("1543~", "ca. 1543") if issued.circa else ("2009/", "2009-")
    assert (bibtex.fields(book)["date"], bibtex.fields(book)["year"]) == (f"{{{date}}}", f"{{{year}}}")
    in_biblatex = biblatex.lines(book, "{name} = {value}\n")
    assert f"date = {{{date}}}" in in_biblatex and "year = " not in in_biblatex
    assert dict(zip(evidence.HEADS, evidence.row(book), strict=True))["year"] == year


def test_who_translated_the_book_of_a_chapter_is_named() -> None:
    chapter = _of(
        Date(((2012,),)),
        type="chapter",
        title="The middle",
        container_title="Nerves",
        editor=(Name("Doe", "Jane", suffix="Jr"),),
        translator=(Name("Beispiel", "Bo"), Name("Roe", "R", suffix="III")),
        edition="2",
        page="12-34",
    )
    assert "In J. Doe, Jr. (Ed.), Nerves (B. Beispiel & R. Roe, III, Trans.; 2nd ed., pp. 12–34)." in apa.apa(chapter)
    assert "In: Doe J Jr, ed. Beispiel B, Roe R III, trans. Nerves. 2nd ed." in ama.ama(chapter)
    assert "Beispiel B, Roe R 3rd, translators." in styles.nlm(chapter)
