"""Bibliographies that a document names and that are not there are told, once and at their place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from cluneal_lit import findings
from cluneal_lit.documents import read
from cluneal_lit.pipeline.scan import given_documents

MARKDOWN = "---\ntitle: A\nbibliography: lit/gone.bib\n---\n\nAs @isu2018 says, and [@kim2017].\n"
LATEX = (
    "\\documentclass{article}\\begin{document}\n"
    "As \\cite{isu2018,kim2017}.\n\\bibliography{lit/gone}\n\\end{document}\n"
)
TYPST = 'As @isu2018 says, and @kim2017.\n\n#bibliography("lit/gone.bib")\n'
RST = "As :cite:p:`isu2018` says, and :cite:t:`kim2017`.\n\n.. bibliography:: lit/gone.bib\n"
SOURCES = {"a.md": MARKDOWN, "a.qmd": MARKDOWN, "a.tex": LATEX, "a.typ": TYPST, "a.rst": RST}
BIB = "@misc{other, title={Other}}\n"


def told(path: str, text: str, files: Mapping[str, str]) -> list[tuple[int | None, str]]:
    document = read(path, text.encode(), lambda name: files[name].encode() if name in files else None)
    assert {one.key for one in document.embedded if one.key != "other"} == {"isu2018", "kim2017"}
    assert document.has_bibliography == bool(files)
    return [(one.place.line, findings.message(one)) for one in document.findings]


@pytest.mark.parametrize("path", SOURCES)
def test_it_is_told_at_the_line_that_names_it(path: str) -> None:
    line = SOURCES[path][: SOURCES[path].index("lit/gone")].count("\n") + 1
    said = "lit/gone.bib is named as the bibliography, and there is no such file"
    assert told(path, SOURCES[path], {}) == [(line, said)]


@pytest.mark.parametrize("path", SOURCES)
def test_one_that_is_there_is_not_told_be_its_keys_others(path: str) -> None:
    assert told(path, SOURCES[path], {"lit/gone.bib": BIB}) == []


UNREAD = {
    "\x00\x01\x02\x00": "it is no text",
    "<!DOCTYPE html><html><body>Log in</body></html>": "no entry begins in it",
}


@pytest.mark.parametrize("content", UNREAD)
@pytest.mark.parametrize("path", SOURCES)
def test_one_of_which_nothing_reads_is_told_at_the_line_that_names_it(path: str, content: str) -> None:
    document = read(path, SOURCES[path].encode(), lambda name: content.encode() if name == "lit/gone.bib" else None)
    line = SOURCES[path][: SOURCES[path].index("lit/gone")].count("\n") + 1
    said = f"lit/gone.bib cannot be read: {UNREAD[content]}"
    assert [(one.code, one.place.line, findings.message(one)) for one in document.findings] == [("LIT106", line, said)]


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("r.json", '[{"id":"d1","type":"book","title":"A"},]', "line 1, column 40: no JSON"),
        ("r.json", '{"references":[{"id":"d1"}]}', "it holds no work"),
        ("r.json", "<html>", "line 1, column 1: no JSON"),
        ("r.yaml", 'references:\n- id: d1\n  title: "A\n', "it is no YAML"),
        ("r.yaml", "just words", "it holds no work"),
        ("r.ris", "<html>", "no entry begins in it"),
        ("r.json", "", "it is empty"),
        ("r.bib", "@string{a = {b}}", ""),
        ("r.json", "[]", ""),
        ("r.yaml", "references: []", ""),
    ],
)
def test_each_format_says_why_nothing_reads(name: str, content: str, reason: str) -> None:
    text = f"---\nbibliography: {name}\n---\n\n[@d1]\n"
    document = read("a.md", text.encode(), lambda one: content.encode() if one == name else None)
    assert [one.code for one in document.findings] == (["LIT106"] if reason else [])
    assert all(findings.message(one).startswith(f"{name} cannot be read: {reason}") for one in document.findings)


@pytest.mark.parametrize("path", SOURCES)
def test_of_a_text_without_a_folder_nobody_knows(path: str) -> None:
    assert read(path, SOURCES[path].encode()).findings == ()


def test_a_list_that_latex_made_is_enough() -> None:
    made = "\\begin{thebibliography}{1}\n\\bibitem{isu2018} Isu T. Nerves. 2018.\n\\end{thebibliography}\n"
    assert told("a.tex", LATEX, {"a.bbl": made}) == []


@pytest.mark.parametrize(
    "named",
    [
        "https://example.org/gone.bib",
        "~/gone.bib",
        "\"`r here::here('gone.bib')`\"",
        "!expr here::here('gone.bib')",
        "${LIT}/gone.bib",
    ],
)
def test_one_that_lies_elsewhere_or_that_code_names_is_not_told(named: str) -> None:
    assert told("a.Rmd", MARKDOWN.replace("lit/gone.bib", named), {}) == []


TWO = {
    "a.md": MARKDOWN.replace("lit/gone.bib", "[lit/gone.bib, refs.bib]"),
    "a.tex": LATEX.replace("lit/gone", "lit/gone,refs"),
    "b.tex": LATEX.replace("\\bibliography{lit/gone}", "\\addbibresource{lit/gone.bib}\n\\addbibresource{refs.bib}"),
    "a.typ": TYPST.replace('"lit/gone.bib"', '("lit/gone.bib", "refs.bib")'),
}


@pytest.mark.parametrize("path", TWO)
def test_one_of_several_that_is_not_there_is_told(path: str) -> None:
    (said,) = told(path, TWO[path], {"refs.bib": BIB})
    assert said[1].startswith("lit/gone.bib ")


def test_one_that_comes_with_tex_is_not_told() -> None:
    assert told("a.tex", LATEX.replace("lit/gone", "IEEEabrv,refs"), {"refs.bib": BIB}) == []


def test_an_empty_one_is_there() -> None:
    document = read("a.tex", LATEX.encode(), lambda name: b"" if name == "lit/gone.bib" else None)
    assert document.findings == ()


PROJECTS = {
    "_quarto.yml": ("project:\n  type: website\nbibliography: lit/gone.bib\n", "a.qmd", "As @isu2018 says.\n", 3),
    "conf.py": ("x = 1\nbibtex_bibfiles = ['lit/gone.bib']\n", "a.rst", "As :cite:`isu2018` says.\n", 2),
}


@pytest.mark.parametrize("settings", PROJECTS)
def test_one_that_a_project_names_is_told_once_at_its_settings(settings: str, tmp_path: Path) -> None:
    said, name, text, line = PROJECTS[settings]
    (tmp_path / settings).write_text(said)
    (tmp_path / "below").mkdir()
    pages = [tmp_path / name, tmp_path / f"b{name}", tmp_path / "below" / name]
    for page in pages:
        page.write_text(text)
    scanned = given_documents([str(page) for page in pages])
    assert [(one.code, one.document, one.place.line, one.values["file"]) for one in scanned.findings] == [
        ("LIT110", (tmp_path / settings).as_posix(), line, "lit/gone.bib")
    ]
    assert scanned.with_unread == set(map(str, pages))


MAIN = "\\begin{document}\n\\include{c1}\n\\include{parts/c2}\n\\bibliography{lit/gone}\n\\end{document}\n"


@pytest.mark.parametrize(("content", "code"), [(None, "LIT110"), ("<html>", "LIT106")])
def test_one_that_the_main_file_names_is_told_once_there(content: str | None, code: str, tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "lit").mkdir()
    for name in ("c1.tex", "c3.tex", "parts/c2.tex"):
        root = "../main.tex" if "/" in name else "main.tex"
        (tmp_path / name).write_text(f"% !TEX root = {root}\nAs \\cite{{isu2018}} says.\n")
    (tmp_path / "main.tex").write_text(MAIN)
    if content:
        (tmp_path / "lit" / "gone.bib").write_text(content)
    found = given_documents([f"{tmp_path}/**/*.tex"]).findings
    assert [(one.code, one.document, one.place.line, one.values["file"]) for one in found if "file" in one.values] == [
        (code, (tmp_path / "main.tex").as_posix(), 4, "lit/gone.bib")
    ]
