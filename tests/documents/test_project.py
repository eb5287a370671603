"""Zipped LaTeX projects. The documents and works are invented."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.documents import project, unpacked
from cluneal_lit.documents.file import File
from cluneal_lit.errors import DocumentError
from cluneal_lit.model import Finding, Ids
from cluneal_lit.pipeline.scan import given_documents

SOURCES = {
    "main.tex": b"\\documentclass{article}\\begin{document}\\cite{a}\\input{chapters/one}\\bibliography{refs}",
    "chapters/one.tex": b"Again \\cite{a}.",
    "refs.bib": b"@misc{a, doi={10.5555/a}}",
    "figure.png": b"\x89PNG",
    "__MACOSX/._main.tex": b"\0",
    "../out.tex": b"\\cite{b}",
}


def archive(sources: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in sources.items():
            file.writestr(name, content)
    return packed.getvalue()


def test_the_entries_of_a_project_are_cited_by_its_other_documents() -> None:
    items = b"\\begin{thebibliography}{1}\\bibitem{k} Kim K. Nerves. 2019.\\end{thebibliography}"
    sources = {**SOURCES, "main.tex": SOURCES["main.tex"] + items, "chapters/two.tex": b"Kim \\cite{k} and \\cite{b}."}
    found = given_documents(["-"], archive(sources | {"refs.bib": b"@misc{a, title={A}}@misc{c, title={C}}"})).citations
    assert {
        one.cited_as: [(each.document, each.place.line, each.sentence) for each in one.cited_at]
        for one in found
        if one.in_list
    } == {
        "a": [("-/chapters/one.tex", 1, "Again [a]."), ("-/main.tex", 1, "[a]")],
        "c": [],
        "k": [("-/chapters/two.tex", 1, "Kim [k] and [b].")],
    }


def test_every_source_of_a_project_is_a_document(tmp_path: Path) -> None:
    (tmp_path / "p.zip").write_bytes(archive(SOURCES))
    read = given_documents([str(tmp_path / "p.zip")])
    names = [f"{tmp_path}/p.zip/{name}" for name in ("chapters/one.tex", "main.tex", "refs.bib")]
    assert (read.documents, read.findings) == (tuple(names), ())
    assert [(one.document, one.ids) for one in read.citations] == [(name, Ids(doi="10.5555/a")) for name in names]


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(project, "_LARGEST", 1_000_000)
    (tmp_path / "p.zip").write_bytes(archive({"main.tex": bytes(1_000_001)}))
    told = Finding("LIT101", f"{tmp_path}/p.zip", values={"reason": "unpacks to more than 1 MB, which is not read"})
    assert given_documents([str(tmp_path / "p.zip")]).findings == (told,)


@given(st.integers(0, 600), st.binary(min_size=1, max_size=4))
def test_a_damaged_archive_is_refused_in_one_clear_line_or_read(at: int, damage: bytes) -> None:
    whole = archive(SOURCES)
    try:
        held = unpacked(File("p.zip", whole[:at] + damage + whole[at + len(damage) :]))
    except DocumentError as error:
        assert str(error).startswith("p.zip: ") and "\n" not in str(error)
    else:
        assert all(file.path.startswith("p.zip") for file in held)
