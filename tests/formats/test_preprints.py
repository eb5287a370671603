"""Preprints as programs write them that have no type for one. The works are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.entries import status
from cluneal_lit.formats import exchange, writers
from cluneal_lit.model import Fields, Ids, Record

UPDATE = "J Invent. 2021 Feb;2(1):3-9. doi: 10.5555/good.1. PMID: 99999991"
NBIB = f"PMID- 99999990\nTI  - Invented.\nPT  - Journal Article\nPT  - Preprint\nUIN - {UPDATE}\nTA  - medRxiv\n"


def one(text: str, file: str) -> Record:
    ((record,), _) = exchange.read(text, file)
    return record


def test_the_update_of_a_preprint_is_the_paper_that_it_became() -> None:
    record = one(NBIB, "a.nbib")
    (tie,) = record.relations
    assert (record.fields.type, tie.kind, tie.direction, tie.text) == ("article", "preprint", "of", UPDATE)
    assert tie.ids == Ids(pmid="99999991", doi="10.5555/good.1")
    assert status.status((record,)).name == "unchecked"


@pytest.mark.parametrize("text", [NBIB.replace("J Invent.", "medRxiv."), NBIB.replace("PT  - Preprint\n", "")])
def test_a_version_on_the_same_server_and_of_what_is_no_preprint_is_newer(text: str) -> None:
    record = one(text, "a.nbib")
    assert [(tie.kind, tie.direction) for tie in record.relations] == [("update", "in")]


@pytest.mark.parametrize("form", ["nbib", "ris", "endnote", "enw", "bibtex", "csv", "csl"])
def test_a_preprint_is_one_in_every_format(form: str) -> None:
    written = writers.written([one(NBIB, "a.nbib")], form).decode()
    assert one(written, f"a{writers.WRITERS[form].suffix}").fields.type == "article"
    assert written.count("Preprint") <= 1


ARXIV = "title={Invented}, author={Doe, J}, year={2021}"


@pytest.mark.parametrize(
    ("entry", "container", "publisher"),
    [
        ("@misc{a, %s, eprint={2101.00001}, archivePrefix={arXiv}, primaryClass={cs.CL}}", "", "arXiv"),
        ("@online{a, %s, eprint={2101.00001}, eprinttype={arxiv}, eprintclass={cs.CL}}", "", "arXiv"),
        ("@article{a, %s, eprint={2101.00001}, archivePrefix={arXiv}}", "", "arXiv"),
        ("@article{a, %s, journal={arXiv preprint arXiv:2101.00001}}", "arXiv", ""),
        ("@article{a, %s, journal={arXiv e-prints}, eprint={2101.00001}, archivePrefix={arXiv}}", "arXiv", ""),
        ("@misc{a, %s, url={https://arxiv.org/abs/2101.00001}}", "", "arXiv"),
        ("@unpublished{a, %s, note={arXiv:2101.00001}}", "", "arXiv"),
    ],
)
def test_a_work_at_arxiv_alone_is_a_preprint_and_stays_one_through_ris(
    entry: str, container: str, publisher: str
) -> None:
    record = one(entry % ARXIV, "a.bib")
    through = one(writers.written([record], "ris").decode(), "a.ris")
    for found in (record, through):
        fields = found.fields
        assert (fields.type, fields.container_title, fields.publisher) == ("article", container, publisher)
        assert found.ids.arxiv == "2101.00001"
    assert exchange.read(writers.written([record], "bibtex").decode(), "a.bib")[0][0].fields == record.fields


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("@article{a, %s, journal={J Invent}, eprint={2101.00001}, archivePrefix={arXiv}}", "article-journal"),
        ("@inproceedings{a, %s, booktitle={Proc Invent}, eprint={2101.00001}}", "paper-conference"),
        ("@misc{a, %s, doi={10.5281/zenodo.99999999}}", "document"),
        ("@misc{a, %s, doi={10.1101/2021.01.01.99999999}, publisher={bioRxiv}}", "article"),
        ("@article{a, %s, journal={ArXiv Studies}, eprint={2101.00001}}", "article-journal"),
    ],
)
def test_a_work_that_stands_elsewhere_stays_what_it_is(entry: str, kind: str) -> None:
    assert one(entry % ARXIV, "a.bib").fields.type == kind


def test_a_work_of_ris_at_a_server_is_a_preprint() -> None:
    record = one("TY  - UNPB\nTI  - A\nUR  - https://arxiv.org/abs/2101.00001\nER  - \n", "a.ris")
    assert record.fields == Fields(type="article", title="A", publisher="arXiv", url="https://arxiv.org/abs/2101.00001")
