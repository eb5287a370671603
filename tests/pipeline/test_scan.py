"""Documents in, citations out."""

from __future__ import annotations

import os
from pathlib import Path

from cluneal_lit.config import Config, Project
from cluneal_lit.model import Finding
from cluneal_lit.pipeline.scan import Scanned, given_documents, project_documents
from tests.documents.zipped import zipped


def test_what_is_configured_and_not_there_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("See PMID: 90000001.\n")
    (tmp_path / "b.md").symlink_to("gone.md")
    found = project_documents(Project(tmp_path, Config(documents=("*.md", "paper.md"))))
    assert ([one.raw for one in found.citations], found.documents) == (["PMID: 90000001"], ("a.md",))
    assert found.findings == (
        Finding("LIT101", "b.md", values={"reason": "is a link to a file that is not there"}),
        Finding("LIT104", "paper.md", values={"reason": "there is no such file"}),
    )


def test_a_folder_that_is_given_is_searched_and_names_that_are_not_utf8_are_told(tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.md")
    (tmp_path / name).write_text("See PMID: 90000001.\n")
    told = Finding("LIT101", f"{tmp_path}/caf\\xe9.md", values={"reason": "its name is not UTF-8; rename it"})
    assert given_documents([str(tmp_path)]) == Scanned(findings=(told,))
    assert given_documents([str(tmp_path / name)]) == Scanned(findings=(told,))


def test_a_configured_folder_that_is_not_there_is_told_and_that_of_the_defaults_is_not(tmp_path: Path) -> None:
    default = Config().documents
    assert project_documents(Project(tmp_path, Config(documents=(*default, "gone/*.md")))) == Scanned(
        findings=(Finding("LIT104", "gone/*.md", values={"reason": "there is no folder gone"}),)
    )
    assert project_documents(Project(tmp_path, Config())) == Scanned()


def test_what_is_called_public_and_is_no_document_is_told(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text("See PMID: 90000001.\n")
    (tmp_path / "README.md").write_text("No document.\n")
    globs = ("*.md", "docs", "docs/**", "**", "gone/*.md", "docs/b.md", "docs/*.html")
    found = project_documents(Project(tmp_path, Config(documents=("docs/*.md",), public=globs)))
    assert found.findings == tuple(
        Finding("LIT109", glob) for glob in ("*.md", "gone/*.md", "docs/b.md", "docs/*.html")
    )


def test_a_zipped_project_on_the_standard_input_is_read() -> None:
    packed = zipped({"main.tex": r"\documentclass{article}\begin{document}See PMID: 90000001.\end{document}"})
    read = given_documents(["-"], packed)
    assert ([one.raw for one in read.citations], read.findings) == (["PMID: 90000001"], ())
