"""Files that people bring become records, whatever their format."""

from __future__ import annotations

import csv
import gzip
import io
from pathlib import Path

import pytest

from cluneal_lit.errors import StoreError
from cluneal_lit.formats.databases import database
from cluneal_lit.model import Finding, Ids
from cluneal_lit.store import bibliographies

ARTICLE = (
    "<PubmedArticle><MedlineCitation><PMID>{}</PMID><Article><ArticleTitle>An invented work.</ArticleTitle></Article>"
    "</MedlineCitation></PubmedArticle>"
)


def test_pubmeds_xml_is_read() -> None:
    content = f"<PubmedArticleSet>{ARTICLE.format(99999901)}{ARTICLE.format(99999902)}</PubmedArticleSet>".encode()
    records, told = bibliographies.read(content, "a.xml")
    assert [(record.key, record.ids, record.fields.title, database(record)) for record in records] == [
        ("library/a.xml#99999901", Ids(pmid="99999901"), "An invented work", "PubMed"),
        ("library/a.xml#99999902", Ids(pmid="99999902"), "An invented work", "PubMed"),
    ]
    assert told == ()


def test_what_stands_before_a_cut_is_read() -> None:
    content = f"<PubmedArticleSet>{ARTICLE.format(99999901)}{ARTICLE.format(99999902)[:60]}".encode()
    records, told = bibliographies.read(content, "a.xml")
    assert [record.id for record in records] == ["a.xml#99999901"]
    assert [(finding.code, finding.document) for finding in told] == [("LIT303", "a.xml")]


def test_an_encoding_is_guessed_and_told() -> None:
    content = "TY  - JOUR\r\nTI  - Schmerz in Köln\r\nER  - \r\n".encode("utf-16")
    records, told = bibliographies.read(content, "a.txt")
    assert [record.fields.title for record in records] == ["Schmerz in Köln"]
    assert told == (Finding("LIT102", "a.txt", values={"encoding": "UTF-16-LE"}),)


def test_nothing_is_no_record_and_what_is_binary_is_told() -> None:
    assert bibliographies.read(b"", "a.ris") == ((), ())
    with pytest.raises(StoreError, match=r"^a\.ris: is binary; export it as one of BibTeX"):
        bibliographies.read(bytes(range(256)) * 9, "a.ris")


def test_a_benchmark_keeps_its_ids(shared: Path) -> None:
    for file in sorted((shared / "dedupe-benchmark").glob("*/records.csv.gz")):
        content = gzip.decompress(file.read_bytes())
        rows = list(csv.DictReader(io.StringIO(content.decode())))
        records, told = bibliographies.read(content, "a.csv")
        assert [record.id for record in records] == [f"a.csv#{row['id']}" for row in rows], file
        assert told == ()


def test_every_recorded_answer_of_pubmed_is_read(shared: Path) -> None:
    """As its tagged export and as its XML; an empty set is the one without a work."""
    files = sorted([*(shared / "recorded/medline").iterdir(), *(shared / "recorded/pubmed-xml").iterdir()])
    read = {file.name: bibliographies.read(file.read_bytes(), file.name) for file in files}
    assert {name: told for name, (_, told) in read.items() if told} == {}
    assert [name for name, (records, _) in read.items() if not records] == ["sul_pub_returns_an_empty_array_0.xml"]
