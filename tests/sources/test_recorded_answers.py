"""Every recorded article and work is read."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from lxml import etree

from cluneal_lit.model import Record
from tests.conftest import SHARED
from tests.sources.recorded import crossref_record, crossref_works, pubmed_reply

RECORDED = SHARED / "recorded"
PUBMED = sorted(path.name for path in (RECORDED / "pubmed-xml").glob("*"))
CROSSREF = sorted(path.name for path in (RECORDED / "crossref").glob("*"))


def articles(shared: Path, name: str) -> list[Record]:
    """All the records of a recorded answer, as if each of its PMIDs had been asked for."""
    body = (shared / "recorded/pubmed-xml" / name).read_bytes()
    return list(pubmed_reply(body, *_pmids(body)).records)


def _pmids(body: bytes) -> list[str]:
    root = etree.fromstring(body)
    paths = (
        "PubmedArticle/MedlineCitation/PMID",
        "PubmedBookArticle/BookDocument/PMID",
        "MedlineCitation/PMID",
        "PMID",
    )
    return [str(element.text) for path in paths for element in root.iterfind(path)]


@pytest.mark.parametrize("name", PUBMED)
def test_every_recorded_pubmed_answer_is_read(shared: Path, name: str) -> None:
    records = articles(shared, name)
    assert len(records) == len(set(_pmids((shared / "recorded/pubmed-xml" / name).read_bytes())))
    for record in records:
        assert (record.fields.title != "", record.fields.issued is not None) == (True, True)
        assert msgspec.json.decode(msgspec.json.encode(record), type=Record) == record


@pytest.mark.parametrize("name", CROSSREF)
def test_every_recorded_crossref_work_is_read(shared: Path, name: str) -> None:
    for work in crossref_works(shared / "recorded/crossref" / name):
        record = crossref_record(work)
        assert record.id == f"doi:{str(work['DOI']).lower()}"
        assert msgspec.json.decode(msgspec.json.encode(record), type=Record) == record
