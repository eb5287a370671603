"""Bibliographies of Quarto projects and bookdown books, which their pages need not name."""

from __future__ import annotations

from collections.abc import Mapping
from posixpath import join, normpath

import pytest

from cluneal_lit.citations import scan
from cluneal_lit.documents import read

BIB = "@article{isu2018, title={Nerves}, doi={10.5555/isu}}\n@book{kim, title={Backs}}\n"
SAYS = "As @isu2018 and @kim say; thanks to @nobody, see @fig-a.\n"


def keys(path: str, files: Mapping[str, str], text: str = SAYS) -> dict[str, str]:
    """The keys of a page of a project with the DOIs that its bibliography gives them."""

    def beside(name: str) -> bytes | None:
        found = files.get(normpath(join("/".join(path.split("/")[:-1]), name)))
        return None if found is None else found.encode()

    document = read(path, text.encode(), beside)
    assert {one.cited_as for one in scan(document)} == {one.key for one in document.embedded}
    return {one.key: one.ids.doi for one in document.embedded}


EVERY = {"isu2018": "10.5555/isu", "kim": "", "nobody": ""}
KNOWN = {"isu2018": "10.5555/isu", "kim": ""}


@pytest.mark.parametrize(
    ("path", "files"),
    [
        ("a.qmd", {"_quarto.yml": "project:\n  type: website\nbibliography: refs.bib\n", "refs.bib": BIB}),
        ("a.qmd", {"_quarto.yaml": "bibliography:\n- lit/refs.bib\n", "lit/refs.bib": BIB}),
        ("a.qmd", {"_quarto.yml": "format:\n  html:\n    bibliography: [refs.bib]\n", "refs.bib": BIB}),
        ("a.Rmd", {"_quarto.yml": "bibliography: /refs.bib\n", "refs.bib": BIB}),
        ("book/one/a.qmd", {"book/_quarto.yml": "bibliography: refs.bib", "book/refs.bib": BIB}),
        ("book/one/a.qmd", {"book/_quarto.yml": "bibliography: refs.bib", "book/one/refs.bib": BIB}),
        (
            "b/one/a.qmd",
            {"b/_quarto.yml": "project:\n", "b/one/_metadata.yml": "bibliography: refs.bib", "b/one/refs.bib": BIB},
        ),
        (
            "book/one/two/a.qmd",
            {"book/_quarto.yml": "", "book/one/_metadata.yml": "bibliography: refs.bib", "book/one/refs.bib": BIB},
        ),
        ("a.qmd", {"_quarto.yml": "metadata-files: [lit/own.yml]", "lit/own.yml": "bibliography: r.bib", "r.bib": BIB}),
        ("02-a.Rmd", {"_bookdown.yml": "x: 1", "index.Rmd": "---\nbibliography: refs.bib\n---\n", "refs.bib": BIB}),
        (
            "02-a.Rmd",
            {"index.Rmd": "---\nsite: bookdown::bookdown_site\nbibliography: [refs.bib]\n---\n", "refs.bib": BIB},
        ),
        (
            "chapters/a.Rmd",
            {"_bookdown.yml": "rmd_subdir: true", "index.Rmd": "---\nbibliography: refs.bib\n---\n", "refs.bib": BIB},
        ),
    ],
)  # fmt: skip
def test_the_settings_of_a_project_name_the_bibliography_of_its_pages(path: str, files: dict[str, str]) -> None:
    assert keys(path, files) == EVERY


@pytest.mark.parametrize(
    ("path", "files"),
    [
        ("a.qmd", {"refs.bib": BIB}),
        ("a.qmd", {"_quarto.yml": "project:\n  type: website\n# bibliography: refs.bib\n", "refs.bib": BIB}),
        ("README.md", {"_quarto.yml": "bibliography: refs.bib\n", "refs.bib": BIB}),
        ("a.qmd", {"_metadata.yml": "bibliography: refs.bib\n", "refs.bib": BIB}),
        ("one/a.qmd", {"_metadata.yml": "bibliography: r.bib\n", "one/_quarto.yml": "", "r.bib": BIB}),
        ("a.Rmd", {"index.Rmd": "---\nbibliography: refs.bib\n---\n", "refs.bib": BIB}),
        ("a.md", {"index.Rmd": "---\nsite: bookdown::bookdown_site\nbibliography: refs.bib\n---\n", "refs.bib": BIB}),
        ("a.txt", {"_quarto.yml": "bibliography: refs.bib\n", "refs.bib": BIB}),
    ],
)
def test_without_settings_that_name_one_names_stay_names(path: str, files: dict[str, str]) -> None:
    assert keys(path, files) == {}


def test_other_markdown_in_a_project_may_be_no_page_and_has_the_keys_that_the_bibliography_has() -> None:
    files = {"_quarto.yml": "bibliography: refs.bib\n", "refs.bib": BIB}
    assert keys("CHANGELOG.md", files) == KNOWN
    assert keys("a.md", files, f"---\nbibliography: refs.bib\n---\n{SAYS}") == EVERY


def test_the_bibliography_of_the_source_counts_before_that_of_its_project() -> None:
    files = {
        "_quarto.yml": "bibliography: refs.bib\n",
        "refs.bib": BIB,
        "own.bib": "@misc{isu2018, title={Own}, doi={10.5555/own}}",
    }
    assert keys("a.qmd", files, f"---\nbibliography: own.bib\n---\n{SAYS}") == {**EVERY, "isu2018": "10.5555/own"}


def test_where_the_bibliography_is_not_there_each_name_is_a_key_all_the_same() -> None:
    nothing = dict.fromkeys(EVERY, "")
    assert keys("a.qmd", {"_quarto.yml": "bibliography: gone.bib\n"}) == nothing
    assert keys("a.md", {}, f"---\nbibliography: gone.bib\n---\n{SAYS}") == nothing
    assert keys("a.md", {"_quarto.yml": "bibliography: gone.bib\n"}) == {"isu2018": ""}
    assert keys("a.md", {}, f"---\nbibliography: references\n---\n{SAYS}") == {"isu2018": ""}  # as Jekyll has it


def test_a_key_with_a_colon_is_one_where_the_bibliography_is_not_there() -> None:
    text = "---\nbibliography: gone.bib\n---\nAs @isu:2018 says, and @WHO and [@kim]; see @fig-a and @tbl-b.\n"
    assert keys("a.Rmd", {}, text) == {"isu:2018": "", "WHO": "", "kim": ""}


@pytest.mark.parametrize(
    ("named", "name"),
    [
        ("My Library.bib", "My Library.bib"),
        ('"My Library.bib"', "My Library.bib"),
        ("'lit/Anna''s Library.bib'", "lit/Anna's Library.bib"),
        ("[My Library.bib]", "My Library.bib"),
        ("\n\n  # of Zotero\n  - My Library.bib  # all of it\n  - gone.bib\n", "My Library.bib"),
        ("{main: My Library.bib}", "My Library.bib"),
        ("My%20Library.bib", "My Library.bib"),
        ("100%25.bib", "100%25.bib"),
        ("My Library (2).bib", "My Library (2).bib"),
        ("refs.bibtex", "refs.bibtex"),
        ("refs.biblatex", "refs.biblatex"),
        ("\"`r here::here('refs.bib')`\"", "refs.bib"),
    ],
)
@pytest.mark.parametrize("of_project", [False, True])
def test_a_bibliography_has_any_name(named: str, name: str, of_project: bool) -> None:
    files = {name: BIB, "Library.bib": BIB.replace("/isu", "/another")}
    line = f"bibliography: {named}\n"
    if of_project:
        assert keys("a.qmd", {**files, "_quarto.yml": line}) == EVERY
    else:
        assert keys("a.md", files, f"---\ntitle: A\n{line}---\n{SAYS}") == EVERY


CSL = '[{"id": "isu2018", "DOI": "10.5555/isu"}, {"id": "kim", "title": "Backs"}]'
YAML = "references:\n- id: isu2018\n  DOI: 10.5555/isu\n- id: kim\n  title: Backs\n"
RIS = "TY  - JOUR\nID  - isu2018\nDO  - 10.5555/isu\nER  - \nTY  - BOOK\nID  - kim\nTI  - Backs\nER  - \n"


@pytest.mark.parametrize(
    ("name", "content"),
    [("r.json", CSL), ("r.yaml", YAML), ("r.yml", f"---\n{YAML}...\n"), ("r.YAML", YAML), ("r.ris", RIS)],
)
def test_a_bibliography_is_read_in_each_format_that_pandoc_reads(name: str, content: str) -> None:
    assert keys("a.md", {name: content}, f"---\nbibliography: {name}\n---\n{SAYS}") == EVERY


def test_a_bibliography_of_another_format_is_told_at_its_line() -> None:
    document = read("a.md", f"---\nbibliography: My refs.xml\n---\n{SAYS}".encode(), lambda _: b"<xml/>")
    (finding,) = document.findings
    assert (finding.code, finding.place.line, finding.values["reason"][:11]) == ("LIT106", 2, "My refs.xml")


def test_settings_that_are_long_are_read() -> None:
    long = "website:\n" + "    - text: A\n      href: a.qmd\n" * 50_000 + "bibliography:\n" + "  - refs.bib\n" * 5_000
    assert keys("a.qmd", {"_quarto.yml": long, "refs.bib": BIB}) == EVERY
