"""`references.json` and `annotated.json` in pandoc, its citeproc and citation-js. The works are invented."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import html

from cluneal_lit.cli import main
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


def test_pandoc_prints_the_number_in_a_series_and_a_version_of_what_a_library_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its own style prints versions of books alone."""
    library = tmp_path / "references" / "library" / "a.bib"
    library.parent.mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    library.write_text(
        "@book{who, title={Report}, author={{WHO}}, series={Technical Series}, number={1000}, year={2016}}\n"
        "@book{multi, title={Nerves}, author={Muster, A.}, volume={2}, series={Neuro}, number={7}, year={2016}}\n"
        "@software{tool, title={Tool}, author={{Corp}}, version={17}, year={2021}}\n",
        encoding="utf-8",
    )
    assert main(["run", "--offline", "--fail-on", "never"]) == 0
    (tmp_path / "a.md").write_text('---\nnocite: "@*"\n---\n')
    plain = ("--citeproc", "--to=plain", "--wrap=none", tmp_path / "a.md")
    files = {"references.json": "csljson", "references.bib": "bibtex", "biblatex/references.bib": "biblatex"}
    for name, form in files.items():
        file = tmp_path / "output" / name
        printed = run("pandoc", f"--bibliography={file}", *plain).lower()
        assert ("technical series 1000" in printed, "vol. 2. neuro 7" in printed) == (True, True), name
        items = json.loads(run("pandoc", f"--from={form}", "--to=csljson", file))
        assert [item["version"] for item in items if "version" in item] == ["17"], name
