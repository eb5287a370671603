"""The number of a book in its series is not its volume, nor its own number; a version is no edition."""

from __future__ import annotations

from typing import Any

import pytest

from cluneal_lit.formats import biblatex, bibtex, bibtex_read, writers
from cluneal_lit.model import Entry, Fields, Ids, Name, Record, Status
from cluneal_lit.store import bibliographies

FORM = "  {name} = {value},\n"
ANNA = (Name("Muster", "Anna"),)
BOOK = {"type": "book", "title": "Nerves", "author": ANNA, "collection_title": "Series of Nerves"}
PART = BOOK | {"container_title": "Handbook", "page": "1-2"}
WORKS = {
    "book of volumes": BOOK | {"collection_number": "7", "volume": "2"},
    "book with a number of its own too": BOOK | {"collection_number": "7", "number": "R-12"},
    "book with a number of its own": BOOK | {"number": "R-12"},
    "book without a series": BOOK | {"collection_title": "", "number": "R-12"},
    "number of a series without a name": BOOK | {"collection_title": "", "collection_number": "7"},
    "number in words": BOOK | {"collection_number": "Neue Folge 7"},
    "volume of a series": BOOK | {"volume": "12"},
    "chapter": PART | {"type": "chapter", "collection_number": "7", "volume": "2"},
    "paper": PART | {"type": "paper-conference", "collection_number": "7", "issue": "3"},
    "report": BOOK | {"type": "report", "collection_number": "7", "number": "12"},
    "report without a number": BOOK | {"type": "report", "collection_number": "7"},
    "thesis": BOOK | {"type": "thesis", "collection_number": "7"},
    "standard": BOOK | {"type": "standard", "number": "ISO 1"},
    "law": {"type": "legislation", "title": "Act", "container_title": "Gazette I", "page": "3", "number": "§ 4"},
    "software": {"type": "software", "title": "tool", "author": ANNA, "version": "17"},
    "data": {"type": "dataset", "title": "data", "author": ANNA, "version": "1.1", "edition": "second"},
    "page": {"type": "webpage", "title": "page", "author": ANNA, "version": "1.1"},
    "article of a series": {
        **{"type": "article-journal", "title": "Nerves", "container_title": "J Nerves", "volume": "1", "issue": "4"},
        **{"collection_title": "3rd series", "collection_number": "2", "number": "e12"},
    },
}


def read(text: str, name: str) -> Record:
    ((record,), told) = bibliographies.read(text.encode(), name)
    assert told == ()
    return record


@pytest.mark.parametrize("form", ["bibtex", "ris", "nbib", "csl", "endnote", "enw", "csv"])
@pytest.mark.parametrize("work", WORKS)
def test_every_format_gives_numbers_and_versions_back_as_they_were(work: str, form: str) -> None:
    fields = Fields(**WORKS[work])  # type: ignore[arg-type]
    record = Record(format=1, source="library", id="a#k1", ids=Ids(), fields=fields)
    written = writers.written([record], form).decode()
    again = read(written, f"a{writers.WRITERS[form].suffix}")
    assert again.fields == fields
    assert writers.written([again], form).decode() == written


@pytest.mark.parametrize(
    "work",
    ["book of volumes", "volume of a series", "chapter", "paper", "thesis", "standard", "law", "software", "page"],
)
def test_the_published_bibliographies_have_them(work: str) -> None:
    fields = Fields(**WORKS[work])  # type: ignore[arg-type]
    entry = Entry("k1", Ids(), fields, Status("none"), "verified")
    of_biblatex = f"{biblatex.head(entry)},\n{biblatex.lines(entry, '  {name} = {value},')}}}"
    for text in (bibtex.written(entry), of_biblatex):
        ((record,), _) = bibtex_read.read(text, "a.bib")
        assert record.fields == fields


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("@book{a, series={S}, volume={2}, number={7}}", ("7", "2", "")),
        ("@incollection{a, booktitle={B}, series={S}, number={7}}", ("7", "", "")),
        ("@inproceedings{a, booktitle={B}, series={S}, number={7}}", ("7", "", "")),
        ("@book{a, number={7}}", ("", "", "7")),
        ("@techreport{a, series={S}, number={7}}", ("", "", "7")),
        ("@standard{a, series={S}, number={ISO 1}}", ("", "", "ISO 1")),
        ("@patent{a, series={S}, number={US 1}}", ("", "", "US 1")),
    ],
)
def test_a_number_of_bibtex_counts_the_books_of_a_series_that_is_named(entry: str, said: tuple[str, str, str]) -> None:
    fields = read(entry, "a.bib").fields
    assert (fields.collection_number, fields.volume, fields.number) == said


def test_a_number_of_an_article_is_that_of_its_issue_whatever_series_it_is_of() -> None:
    fields = read("@article{a, title={T}, journal={J}, series={3}, number={7}}", "a.bib").fields
    assert (fields.issue, fields.collection_number) == ("7", "")


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        (("TY  - BOOK", "T2  - Series", "M1  - 7"), "7"),
        (("TY  - BOOK", "T2  - Series", "M1  - Vol. XII"), "Vol. XII"),
        (("TY  - CHAP", "T2  - Book", "T3  - Series", "SV  - 7"), "7"),
        (("TY  - CHAP", "T2  - Book", "T3  - Series", "M1  - 3"), ""),  # how many volumes there are
        (("TY  - BOOK", "M1  - 7"), ""),
        (("TY  - BOOK", "T2  - Series", "M1  - read in May"), ""),
        (("TY  - BOOK", "T2  - Series", "M1  - PMC9000001"), ""),
        (("TY  - JOUR", "T2  - Journal", "M1  - 7"), ""),
    ],
)
def test_ris_has_the_number_where_endnote_and_zotero_write_it(lines: tuple[str, ...], number: str) -> None:
    record = read("\n".join((*lines, "TI  - Nerves", "ER  - ")), "a.ris")
    left = {tag: record.custom[tag] for tag in ("M1", "SV") if tag in record.custom}
    assert record.fields.collection_number == number
    assert left == ({} if number else {line[:2]: line[6:] for line in lines if line[:2] in ("M1", "SV")})


def test_the_words_of_programs_for_a_version() -> None:
    ris = "TY  - COMP\nTI  - tool\nET  - 17\nER  - "
    endnote = "%0 Computer Program\n%T tool\n%7 17\n"
    zotero = "Key,Item Type,Title,Version\nA,computerProgram,tool,17\n"
    csl = '[{"id": "a", "type": "software", "title": "tool", "version": "17"}]'
    files = {"a.ris": ris, "a.enw": endnote, "a.csv": zotero, "a.json": csl, "a.bib": "@software{a, version={17}}"}
    found = {name: read(text, name) for name, text in files.items()}
    assert {name: (one.fields.version, one.fields.edition) for name, one in found.items()} == dict.fromkeys(
        files, ("17", "")
    )


def test_a_book_of_endnotes_stands_in_a_series_and_its_number_counts_there() -> None:
    said = "<secondary-title>Series</secondary-title>"
    book = f'<ref-type name="Book">6</ref-type><titles><title>Nerves</title>{said}</titles>'
    record = read(f"<xml><records><record>{book}<volume>2</volume><number>7</number></record></records></xml>", "a.xml")
    fields = record.fields
    assert (fields.collection_title, fields.collection_number, fields.volume) == ("Series", "7", "2")
    assert (fields.container_title, fields.issue) == ("", "")


def test_zoteros_table_has_the_number_of_a_series() -> None:
    record = read("Key,Item Type,Title,Series,Series Number\nA,book,Nerves,Series,7\n", "a.csv")
    assert record.fields.collection_number == "7"


def test_a_number_that_is_no_articles_stands_for_no_page() -> None:
    record = Record(format=1, source="library", id="a#k1", ids=Ids(), fields=Fields(**WORKS["law"]))  # type: ignore[arg-type]
    law = Record(format=1, source="library", id="a#k1", ids=Ids(), fields=Fields("standard", number="ISO 1-2"))
    assert "SP  - 3\r\n" in writers.written([record], "ris").decode()
    assert "SP  -" not in writers.written([law], "ris").decode()
    assert "PG  -" not in writers.written([law], "nbib").decode()


@pytest.mark.parametrize("state", ["none", "retracted"])
@pytest.mark.parametrize(
    ("fields", "note"),
    [
        (BOOK | {"collection_title": "", "collection_number": "8"}, "collection number: 8"),
        (BOOK | {"type": "report", "collection_number": "8"}, "collection number: 8"),
        (BOOK | {"type": "report", "collection_number": "8", "number": "12"}, "collection number: 8"),
        (BOOK | {"collection_number": "8", "number": "R-12"}, "number: R-12"),
        (BOOK | {"collection_number": "8"}, ""),
    ],
)
def test_our_own_bibliography_notes_the_number_for_which_bibtex_has_no_place(
    fields: dict[str, Any], note: str, state: str
) -> None:
    entry = Entry("a", Ids(), Fields(**fields), Status(state), "verified")
    for written in (bibtex.written(entry), f"{biblatex.head(entry)},\n{biblatex.lines(entry, FORM)}}}"):
        ((record,), told) = bibtex_read.read(written, "own.bib")
        said = record.fields
        assert (said.collection_number, said.number) == (fields.get("collection_number", ""), fields.get("number", ""))
        assert (note in written, told) == (True, ())


@pytest.mark.parametrize("form", ["bibtex", "ris", "nbib", "csl", "endnote", "enw", "csv"])
def test_the_section_of_a_law_is_no_number_and_is_kept_by_every_format(form: str) -> None:
    law = read('[{"id": "a", "type": "legislation", "title": "Act", "section": "4", "number": "12"}]', "a.json")
    again = read(writers.written([law], form).decode(), f"a{writers.WRITERS[form].suffix}")
    assert again.fields.number == "12"
    assert "4" in str(again.custom).partition("section")[2]
