"""pandoc and Quarto find every key of a document in what we render. The works and documents are invented."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from cluneal_lit.formats.bibtex_title import protected
from tests.cli.project import WORKS, call, files, make
from tests.services import loopback

DOCUMENT = """---
title: Invented nerves
bibliography: ../../output/references.json
---

A block helps [@pmid:90000001; @doi:10.5555/invented.2, p. 5], as @pmid:90000001 says.
"""

STYLE = (
    '<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info><title>x</title><id>x</id>'
    "<updated>2020-01-01T00:00:00Z</updated></info><citation><layout {}><text {}/></layout></citation></style>"
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that a run has rendered twice, the second time from its own output."""
    folder = tmp_path_factory.mktemp("quarto")
    with loopback(*WORKS) as running:
        make(folder, running.services, DOCUMENT)
        other = "It is known [@quimby2019; @{PMID:90000001}].\n"
        (folder / "references" / "documents" / "other.md").write_text(other, encoding="utf-8")
        assert call(folder, "run", "--fail-on", "never").returncode == 0
        before = files(folder)
        assert call(folder, "run", "--fail-on", "never", "--offline").returncode == 0
    assert files(folder) == before
    return folder


def pandoc(project: Path, *arguments: str, document: str = "notes.md") -> str:
    if not shutil.which("pandoc"):
        pytest.skip("pandoc is not installed")
    done = subprocess.run(
        ["pandoc", "--citeproc", document, "--to", "plain", "--wrap=none", *arguments],
        cwd=project / "references" / "documents",
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    assert done.stderr == ""  # it warns of every key that it does not find
    return done.stdout


def test_every_key_is_an_id(project: Path) -> None:
    items = json.loads((project / "output" / "references.json").read_text(encoding="utf-8"))
    assert [(item["id"], item["custom"].get("same as", "")) for item in items] == [
        ("quimby2019", ""),
        ("PMID:90000001", "quimby2019"),
        ("pmid:90000001", "quimby2019"),
        ("zabel2018", ""),
        ("doi:10.5555/invented.2", "zabel2018"),
    ]


def test_pandoc_cites_without_a_filter(project: Path) -> None:
    text = pandoc(project)
    assert "A block helps (Quimby and Orlov 2019; Zabel 2018, 5)" in text.replace("\u00a0", " ")
    assert "Zabel, Carla. 2018. “An Invented Result That Did Not Hold.”" in text


@pytest.mark.parametrize("style", ["title", "sentence"])
def test_no_style_spoils_a_word_that_mixes_letters_and_digits_in_bibtex(project: Path, style: str) -> None:
    """Debian's pandoc prints `CO2` as `Co2` and `p53` as `P53` where nothing or all of them is in braces."""
    titled = "Of CO2 and p53 with mRNA, BRCA1 and microRNA-21, pH, IL-6, HbA1c, COVID-19 and 5-HT1A"
    book = f"@book{{a, title={{{protected(titled)}}}, langid={{english}}}}"
    (project / "words.bib").write_text(book, encoding="utf-8")
    (project / "cased.csl").write_text(STYLE.format("", f'variable="title" text-case="{style}"'), encoding="utf-8")
    (project / "words.md").write_text("---\nlang: en-US\n---\n\n[@a]\n", encoding="utf-8")
    arguments = ("--csl", "../../cased.csl", "--bibliography", "../../words.bib")
    assert pandoc(project, *arguments, document="../../words.md") == f"{titled}\n"


def test_any_csl_style_is_printed_through_pandoc(project: Path) -> None:
    """A style of ours, as short as can be, stands for any that people download."""
    style = STYLE.format('prefix="{" suffix="}" delimiter="|"', 'variable="DOI"')
    (project / "short.csl").write_text(style, encoding="utf-8")
    assert "A block helps {10.5555/invented.1|10.5555/invented.2}" in pandoc(project, "--csl", "../../short.csl")
