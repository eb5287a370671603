"""Habits of databases in RIS and BibTeX. The entries are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.formats import bibtex_read, ris_read, writers
from cluneal_lit.model import Record


def ris(*lines: str) -> Record:
    (record,), _ = ris_read.read("\n".join(("TY  - JOUR", "TI  - One", *lines, "ER  - ")), "a.ris")
    return record


@pytest.mark.parametrize(
    ("lines", "pmid"),
    [
        (("C3  - PUBMED 99999901,EMBASE 41198234", "DB  - Cochrane CENTRAL"), "99999901"),  # as CENTRAL exports it
        (("C3  - PUBMED 99999901",), "99999901"),
        (("C3  - EMBASE 41198234",), ""),
        (("C5  - 99999901", "U2  - L51007603", "DB  - Embase"), "99999901"),  # nealhaddaway/bibfix#25 on GitHub
        (("C5  - 99999901", "DB  - Scopus"), ""),
        (("C5  - 99999901",), ""),
        (("C5  - PII", "DB  - Embase"), ""),
    ],
)
def test_databases_have_the_number_of_pubmed_in_custom_fields(lines: tuple[str, ...], pmid: str) -> None:
    assert ris(*lines).ids.pmid == pmid


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("C3  - Proceedings of Inventions",), ("Proceedings of Inventions", "")),
        (("C3  - Proceedings of Inventions", "T2  - Conference X"), ("Proceedings of Inventions", "Conference X")),
        (("T2  - Proceedings of Inventions",), ("Proceedings of Inventions", "")),
        (("C3  - PUBMED 99999901", "T2  - Proceedings of Inventions"), ("Proceedings of Inventions", "")),
    ],
)
def test_proceedings_stand_in_a_custom_field_of_ris(lines: tuple[str, ...], expected: tuple[str, str]) -> None:
    text = "\n".join(("TY  - CONF", "TI  - One", *lines, "ER  - "))
    (record,), _ = ris_read.read(text, "a.ris")
    assert (record.fields.container_title, record.fields.event_title) == expected
    (again,), _ = ris_read.read(writers.written([record], "ris").decode(), "a.ris")
    assert (again.fields.container_title, again.fields.event_title) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("VL  - v. 40",), ("40", "")),
        (("VL  - v. 7 issue 4",), ("7", "4")),
        (("VL  - Vol. 7", "IS  - 2"), ("7", "2")),
        (("VL  - XII",), ("XII", "")),
        (("VL  - 40 Suppl 1",), ("40 Suppl 1", "")),
    ],
)
def test_a_volume_is_read_without_what_agris_calls_it(lines: tuple[str, ...], expected: tuple[str, str]) -> None:
    record = ris("AB  - NA", *lines)
    assert (record.fields.volume, record.fields.issue) == expected
    assert (record.abstract, {"VL", "AB"} & record.custom.keys()) == ((), set())


def test_scopus_has_an_articles_number_in_bibtex_too() -> None:
    text = "@article{a, title={One}, journal={Findings}, year={2020}, art_number={1722034}, volume={6}}"
    (record,), _ = bibtex_read.read(text, "a.bib")
    assert record.fields.number == "1722034"
