"""Bibliographies that people bring; every work in them is invented."""

from __future__ import annotations

import json
from pathlib import Path

from cluneal_lit.formats import exchange
from cluneal_lit.model import Finding, Ids
from cluneal_lit.store import library


def bring(root: Path, name: str, **said: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(json.dumps([{"id": "a", "type": "article-journal", **said}]), encoding="utf-8")


def test_records_are_named_after_the_path_of_their_file(tmp_path: Path) -> None:
    for name in ("references/library/mine.json", "references/library/sub/mine.json", "mine.json"):
        bring(tmp_path, name, DOI="10.5555/a")
    found, told = library.read(tmp_path, ("references/library/**/*", "mine.json"))
    assert told == ()
    assert [record.id for record in found] == ["./mine.json#a", "mine.json#a", "sub/mine.json#a"]
    assert {record.ids for record in found} == {Ids(doi="10.5555/a")}


def test_what_an_address_adds_to_a_doi_is_no_part_of_it(tmp_path: Path) -> None:
    bring(tmp_path, "mine.json", DOI="https://doi.org/10.5555/a/full")
    assert [record.ids for record in library.read(tmp_path, ("mine.json",))[0]] == [Ids(doi="10.5555/a")]


def test_a_key_that_two_files_use_for_what_may_be_two_works_is_told(tmp_path: Path) -> None:
    bring(tmp_path, "references/library/one.json", title="An invented work")
    bring(tmp_path, "references/library/two.json", title="Another invented work")
    assert library.read(tmp_path, ("references/library/*",))[1] == (
        Finding(
            "LIT607",
            "references/library/two.json",
            key="a",
            values={"key": "a", "other": "references/library/one.json"},
        ),
    )


def test_exports_are_read_by_their_suffix(tmp_path: Path) -> None:
    (tmp_path / "mine.ris").write_text("TY  - JOUR\nID  - isu\nDO  - 10.5555/a\nER  - \n", encoding="utf-8")
    (tmp_path / "mine.nbib").write_text("PMID- 17\nTI  - An invented work\n", encoding="utf-8")
    found, told = library.read(tmp_path, ("mine.*",))
    assert told == ()
    assert [(record.id, record.ids) for record in found] == [
        ("./mine.nbib#17", Ids(pmid="17")),
        ("./mine.ris#isu", Ids(doi="10.5555/a")),
    ]


def test_a_file_that_is_not_utf8_is_read_and_told(tmp_path: Path) -> None:
    (tmp_path / "mine.ris").write_bytes("TY  - JOUR\nID  - a\nTI  - Schmerz in Köln\nER  - \n".encode("cp1252"))
    found, told = library.read(tmp_path, ("mine.ris", "gone.json"))
    assert [record.fields.title for record in found] == ["Schmerz in Köln"]
    assert told == (
        Finding("LIT303", "gone.json", values={"reason": "there is no such file", "file": "gone.json"}),
        Finding("LIT102", "mine.ris", values={"encoding": "WINDOWS-1252"}),
    )


def test_what_is_no_bibliography_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("Only words.\n", encoding="utf-8")
    (tmp_path / "mine.zip").write_bytes(b"PK\x03\x04\x00\x01\x02\x05" * 9)
    reasons = [finding.values["reason"] for finding in library.read(tmp_path, ("mine.*",))[1]]
    assert reasons == [
        f"{what}; export it as one of {exchange.names()}" for what in ("is no bibliography that is read", "is binary")
    ]


def test_a_bibliography_of_bibtex_is_read(tmp_path: Path) -> None:
    (tmp_path / "mine.bib").write_text("@article{isu2018, title={An invented work}, pmid={90000001}}", encoding="utf-8")
    records, told = library.read(tmp_path, ("*.bib",))
    assert [(record.id, record.ids) for record in records] == [("./mine.bib#isu2018", Ids(pmid="90000001"))]
    assert told == ()
