"""`references.json` and `annotated.json` in pandoc, its citeproc and citation-js. The works are invented."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import html

from cluneal_lit.formats.styled import without_markup
from tests.imports import readings
from tests.imports.compared import Said, folded, lost, without
from tests.imports.programs import node, run
from tests.outputs.hard import HARD

STYLE = Path(__file__).with_name("fields.csl")
PRINTED = ("abstract", "annote", "DOI", "keyword", "note", "page", "PMCID", "PMID", "status")
FILES = ("references.json", "annotated.json")
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")  # which citeproc prints by `<sup>`


def test_citation_js_reads_every_field(output: Path) -> None:
    """The status and what we say of a work in `custom` are compared with the others, as they stand."""
    for name in FILES:
        read = [
            {word: value for word, value in one.items() if word != "_graph"}
            for one in node("citation-js", output / name)
        ]
        assert read == json.loads((output / name).read_text("utf-8")), name


def test_pandoc_reads_every_field(output: Path) -> None:
    """It takes straight quotes for those of the language, and has no place for `custom`."""

    def unlike(said: Said) -> Said:
        found = without(said, "nct", "arxiv", "note", "annote")
        return found | {"title": without_markup(found["title"]).replace("'others'", '"others"')}

    items = json.loads(run("pandoc", "--from=csljson", "--to=csljson", output / "references.json"))
    assert lost(readings.csl(items), unlike) == {}
    status = {item["id"]: item["status"] for item in items if "status" in item}
    assert status == {"retracted2020": "retracted"}


@pytest.mark.parametrize("name", FILES)
def test_citeproc_prints_every_variable(name: str, output: Path, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text('---\nnocite: "@*"\n---\n')
    bibliography = (f"--bibliography={output / name}", f"--csl={STYLE}")
    printed = html.fromstring(run("pandoc", "--citeproc", *bibliography, "--to=html", "--wrap=none", tmp_path / "a.md"))
    read = {entry.get("id"): folded(entry.text_content()) for entry in printed.find_class("csl-entry")}
    assert read == {
        f"ref-{one['id']}": " | ".join(
            f"{word}={folded(one[word]).translate(RAISED)}" for word in PRINTED if word in one
        )
        for one in json.loads((output / name).read_text("utf-8"))
    }


def test_a_style_that_prints_titles_in_capitals_leaves_formulae_as_they_are(output: Path, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("[@formulae2018]\n", encoding="utf-8")
    bibliography = f"--bibliography={output / 'references.json'}"
    printed = run("pandoc", "--citeproc", bibliography, "--to=plain", "--wrap=none", tmp_path / "a.md")
    assert ("Receptors and CO₂ at" in printed, "β₂-" in printed) == (True, True)


@pytest.mark.parametrize("name", ["references.bib", "biblatex/references.bib", "references.json"])
def test_pandoc_prints_every_work_that_is_cited_by_its_key(name: str, output: Path, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"{' '.join(f'[@{entry.key}]' for entry in HARD)}\n", encoding="utf-8")
    bibliography = f"--bibliography={output / name}"
    printed = run("pandoc", "--citeproc", bibliography, "--to=html", "--wrap=none", tmp_path / "a.md")
    assert "???" not in printed
    assert sorted(re.findall('id="ref-(.*?)"', printed)) == [entry.key for entry in HARD]
