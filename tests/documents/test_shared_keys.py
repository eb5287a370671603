"""A key that two entries of a bibliography have means the last, as pandoc has it; that it does is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cluneal_lit.documents import read
from cluneal_lit.pipeline.scan import given_documents

ONE = {"id": "d1", "type": "book", "title": "One", "DOI": "10.5555/one"}
TWO = {**ONE, "title": "Two", "DOI": "10.5555/two"}
BIB = "@book{d1, title={One}, doi={10.5555/one}}\n@book{d2, title={B}}\n@book{d1, title={Two}, doi={10.5555/two}}\n"
RIS = "TY  - BOOK\nID  - d1\nTI  - One\nDO  - 10.5555/one\nER  - \n"
CONTENTS = {
    "r.bib": BIB,
    "r.json": json.dumps([ONE, TWO]),
    "r.ris": RIS + RIS.replace("One", "Two").replace("/one", "/two"),
}


@pytest.mark.parametrize("name", CONTENTS)
def test_the_last_counts_and_is_told(name: str) -> None:
    text = f"---\nbibliography: lit/{name}\n---\n\nAs [@d1] says.\n"
    document = read("a/b.md", text.encode(), {f"lit/{name}": CONTENTS[name].encode()}.get)
    assert [one.ids.doi for one in document.embedded] == ["10.5555/two"]
    assert [(one.code, one.document, one.key) for one in document.findings] == [("LIT617", f"a/lit/{name}", "d1")]


def test_one_that_is_not_cited_is_not_told() -> None:
    text = "---\nbibliography: r.bib\n---\n\nAs [@d2] says.\n"
    assert read("b.md", text.encode(), {"r.bib": BIB.encode()}.get).findings == ()


def test_of_two_bibliographies_the_last_counts() -> None:
    files = {"r.bib": b"@book{d1, doi={10.5555/one}}", "s.bib": b"@book{d1, doi={10.5555/two}}"}
    document = read("b.md", b"---\nbibliography: [r.bib, s.bib]\n---\n\nAs [@d1] says.\n", files.get)
    assert [one.ids.doi for one in document.embedded] == ["10.5555/two"]


def test_chapters_tell_it_once_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "_quarto.yml").write_text("bibliography: r.bib\n")
    (tmp_path / "r.bib").write_text(BIB)
    for name in ("a.qmd", "b.qmd"):
        (tmp_path / name).write_text("As [@d1] says.\n")
    scanned = given_documents([f"{tmp_path}/*.qmd"])
    assert [(one.code, one.document, one.place.line) for one in scanned.findings] == [
        ("LIT617", (tmp_path / "r.bib").as_posix(), 3)
    ]
    assert not scanned.with_unread
