"""What programs write in their own way goes through other formats, and nothing is made up. The works are invented."""

from __future__ import annotations

import json

import pytest

from cluneal_lit.formats import writers
from cluneal_lit.formats.databases import database
from cluneal_lit.formats.writers import WRITERS
from cluneal_lit.model import Record
from cluneal_lit.store import bibliographies


def read(text: str, form: str) -> Record:
    records, told = bibliographies.read(text.encode(), f"own{WRITERS[form].suffix}")
    assert (len(records), told) == (1, ())
    return records[0]


def through(record: Record, form: str) -> Record:
    return read(writers.written([record], form).decode(), form)


def test_the_item_type_of_zotero_counts_beside_its_column_of_the_kind_of_a_thesis() -> None:
    heads = "Key,Item Type,Publication Year,Author,Title,Publication Title,Type"
    chapter = read(f'{heads}\nA1,bookSection,2015,"Muster, A",Of nerves,Handbook of nerves,\n', "csv")
    thesis = read(f'{heads}\nA2,thesis,2011,"Muster, A",Of nerves,,PhD thesis\n', "csv")
    assert (chapter.fields.type, thesis.fields.type, thesis.custom["Type"]) == ("chapter", "thesis", "PhD thesis")


@pytest.mark.parametrize(("number", "name"), [("31234567", ""), ("WOS:000460000000001", "Web of Science")])
def test_a_number_without_a_database_makes_up_none_in_bibtex(number: str, name: str) -> None:
    record = read(f"TY  - JOUR\nID  - a\nTI  - Of nerves\nAN  - {number}\nER  - \n", "ris")
    assert database(through(record, "bibtex")) == database(record) == name


def test_a_number_of_web_of_science_in_two_pairs_of_braces_is_one() -> None:
    record = read("@article{a, title = {Of nerves}, Unique-ID = {{ISI:A1990AB12300001}}}", "bibtex")
    assert database(record) == "Web of Science"


def test_identifiers_that_zotero_keeps_in_the_note_are_those_of_the_work() -> None:
    note = "PMID: 31234567\nPMCID: PMC6543210\nscreened: yes"
    item = {"id": "a", "type": "article-journal", "title": "Of nerves", "note": note}
    record = read(json.dumps([item]), "csl")
    assert (record.ids.pmid, record.ids.pmcid, record.custom["note"]) == ("31234567", "PMC6543210", note)
    other = read(json.dumps([{**item, "note": "Compare PMID: 31234567 of others"}]), "csl")
    given = read(json.dumps([{**item, "PMID": "30000001"}]), "csl")
    assert (other.ids.pmid, given.ids.pmid) == ("", "30000001")


@pytest.mark.parametrize("form", WRITERS)
def test_of_several_addresses_of_mendeley_each_stays_whole(form: str) -> None:
    source = "@article{a, title = {Of nerves}, url = {https://example.org/a?x=1 http://example.org/b}}"
    record = read(source, "bibtex")
    assert record.fields.url == "https://example.org/a?x=1"
    text = writers.written([record], form).decode()
    assert "http://example.org/b" in text
    assert "%20" not in text
    assert read(text, form).fields.url == record.fields.url or form == "nbib"


@pytest.mark.parametrize("form", ["ris", "bibtex"])
def test_a_key_that_was_a_label_in_between_is_no_label(form: str) -> None:
    record = read("TY  - JOUR\nID  - muster2019\nTI  - Of nerves\nAU  - Muster, A\nER  - \n", "ris")
    assert writers.written([through(record, "enw")], form) == writers.written([record], form)


def test_a_label_that_is_not_the_key_in_bibtex_stays() -> None:
    record = read("%0 Journal Article\n%T Of nerves\n%A Muster, A\n%F 17\n", "enw")
    assert "label: 17" in writers.written([record], "bibtex").decode()


@pytest.mark.parametrize(("kind", "called"), [("thesis", "PhD thesis"), ("report", "Technical report")])
@pytest.mark.parametrize("form", ["ris", "endnote", "enw"])
def test_what_a_thesis_or_report_is_called_has_its_own_place(kind: str, called: str, form: str) -> None:
    record = read(json.dumps([{"id": "a", "type": kind, "title": "Of nerves", "genre": called}]), "csl")
    text = writers.written([record], form).decode()
    assert called in text
    assert "genre" not in text
    back = read(text, form)
    assert (back.fields.type, back.fields.genre) == (kind, called)
    assert writers.written([back], "bibtex") == writers.written([record], "bibtex")
