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
