"""`references.bib` and `references.json` in the programs that people cite from. The works are invented."""

from __future__ import annotations

import json
import re
from pathlib import Path

import bibtexparser
from pytest import MonkeyPatch

from tests.imports import readings, xml_readings
from tests.imports.compared import Said, lost
from tests.imports.programs import node, run
from tests.imports.works import ENTRIES


def _without(said: Said, *names: str) -> Said:
    return {name: value for name, value in said.items() if name not in names}


def _published(said: Said) -> Said:
    """What pandoc and citation-js make of `howpublished`: where a preprint stands is its publisher."""
    found = {**said}
    return (
        found
        if "volume" in said or "publisher" in said
        else {**_without(found, "container"), "publisher": said["container"]}
    )


def test_bibtexparser_reads_every_field(output: Path) -> None:
    assert _lost_by_bibtexparser(output / "references.bib") == {}


def _lost_by_bibtexparser(file: Path) -> dict[str, tuple[str, str]]:
    """What it lost of a file but names, which it leaves in one text."""
    library = bibtexparser.parse_file(str(file))
    assert library.failed_blocks == []
    read = {
        entry.key: readings.of_bibtex({field.key: field.value for field in entry.fields}) for entry in library.entries
    }
    return lost(read, lambda said: _without(said, "author", "editor"))


def test_bibtex_reads_every_field_and_warns_of_none(output: Path, tmp_path: Path) -> None:
    style = Path(__file__).with_name("fields.bst")
    (tmp_path / style.name).write_bytes(style.read_bytes())
    (tmp_path / "references.bib").write_bytes((output / "references.bib").read_bytes())
    (tmp_path / "all.aux").write_text("\\citation{*}\n\\bibstyle{fields}\n\\bibdata{references}\n")
    assert "Warning" not in run("bibtex", "all", folder=tmp_path)
    assert lost(readings.bibtex((tmp_path / "all.bbl").read_text("utf-8"))) == {}


def test_biber_reads_every_field_and_warns_of_what_is_meant(output: Path, tmp_path: Path) -> None:
    """BibLaTeX has no field for PMID and PMCID, and a type of its own for books that editors made.

    Biber leaves keywords out of its XML; they are in the BibTeX that it writes.
    """
    told = run(
        "biber",
        "--tool",
        "--validate-datamodel",
        "--output-format=biblatexml",
        "--output-file",
        tmp_path / "a.xml",
        "--logfile",
        tmp_path / "a",
        "--output-safechars",
        output / "references.bib",
        folder=tmp_path,
    )
    warnings = {
        re.sub(r"^.*Entry '\w+' \(.*\): ", "", line) for line in told.splitlines() if not line.startswith("INFO")
    }
    assert warnings == {
        "Field 'pmid' invalid in data model - ignoring",
        "Field 'pmcid' invalid in data model - ignoring",
        "Missing mandatory field 'author'",
    }
    read = xml_readings.biber((tmp_path / "a.xml").read_bytes())
    assert lost(read, lambda said: _without(said, "pmid", "pmcid", "keywords")) == {}


def test_pandoc_reads_every_field_of_the_bibtex(output: Path) -> None:
    """Debian's pandoc knows no `\\textbraceleft` and `\\textasciigrave`, and joins the paragraphs of an annotation."""
    languages = {"german": "de-DE", "english": "en-US"}

    def unlike(said: Said) -> Said:
        found = _published(said) | {"language": languages.get(said["language"], said["language"])}
        if "annote" in found:
            found["annote"] = "First part: 50% & more.Second part with @@articlex."
        return {
            name: re.sub("[{}`]", "", value) if name in ("title", "abstract") else value
            for name, value in found.items()
        }

    items = json.loads(run("pandoc", "--from=bibtex", "--to=csljson", output / "references.bib"))
    assert lost(readings.csl(items), unlike) == {}


def _of_csl(said: Said) -> Said:
    """`references.json` is there to cite from: what we say of a work is in other files, its status in `status`."""
    codes = {"german": "de", "english": "en", "chinese": "zh"}
    return _without(said, "note", "annote", "keywords") | {"language": codes[said["language"]]}


def test_pandoc_and_citation_js_read_every_field_of_the_csl(output: Path) -> None:
    file = output / "references.json"
    pandoc = json.loads(run("pandoc", "--from=csljson", "--to=csljson", file))
    for items in (pandoc, node("citation-js", file)):
        read = {key: _without(said, "keywords") for key, said in readings.csl(items).items()}
        assert lost(read, _of_csl) == {}


def test_pandoc_prints_every_work_that_is_cited_by_its_key(output: Path, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"{' '.join(f'[@{entry.key}]' for entry in ENTRIES)}\n", encoding="utf-8")
    for name in ("references.bib", "references.json"):
        printed = run(
            "pandoc", "--citeproc", f"--bibliography={output / name}", "--to=plain", "--wrap=none", tmp_path / "a.md"
        )
        for title in ("虚构", "Invented nerves & their diseases", "A Work Without Any Identifier"):
            assert title.lower() in printed.lower()
        assert ("???" in printed, printed.count("\n\n")) == (False, len(ENTRIES))


def test_better_bibtex_reads_every_field(output: Path) -> None:
    """It sorts keywords and takes them as they are written, and marks paragraphs."""

    def unlike(said: Said) -> Said:
        found = {**said}
        if "keywords" in found:
            found["keywords"] = ", ".join(sorted(found["keywords"].replace("&", "\\&").split(", ")))
        return found

    read = readings.better_bibtex(node("better-bibtex", output / "references.bib"))
    assert lost(read, unlike) == {}


def test_citation_js_reads_every_field_of_the_bibtex(output: Path) -> None:
    """It takes groups for family names."""

    def unlike(said: Said) -> Said:
        found = _published(said)
        return {name: re.sub("[{}]", "", value) if name == "author" else value for name, value in found.items()}

    assert lost(readings.csl(node("citation-js", output / "references.bib")), unlike) == {}


def test_jabref_reads_every_field_and_saves_it_again(output: Path, tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    """Its XML has the fields that BibTeX's own styles know; the others are in the file that it saves."""
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", f"-Djava.util.prefs.userRoot={tmp_path}")
    for options in (["a.xml,bibtexml"], ["a.bib"]):
        run("jabref", "--nogui", "--import", output / "references.bib", "--output", *options, folder=tmp_path)
    beside = ("author", "editor", "day", "issue", "language", "short", "pmid", "pmcid", "annote")
    read = xml_readings.jabref((tmp_path / "a.xml").read_bytes())
    assert lost(read, lambda said: _without(said, *beside)) == {}
    assert _lost_by_bibtexparser(tmp_path / "a.bib") == {}


def test_bibutils_reads_what_it_has_a_place_for(output: Path) -> None:
    """It has none for PMIDs, short titles of journals and annotations, parts initials and keywords in its own way, and
    does not know all of LaTeX's names of signs."""
    signs = {"^": "\u2303", "\\": "\\textbackslash", "---": "\u2014", "<": "\\textless", ">": "\\textgreater"}

    def unlike(said: Said) -> Said:
        found = _without(_published(said), "pmid", "pmcid", "short", "annote", "keywords", "series")
        found |= {"container": said["series"]} if "series" in said else {}
        for name in ("title", "abstract"):
            for sign, shown in signs.items():
                found = {**found, name: found[name].replace(sign, shown)} if name in found else found
        if "author" in found:
            found["author"] = found["author"].replace("ÖT", "Ö T").replace("A., Jr", "A, Jr.")
        return found

    assert lost(xml_readings.bibutils(run("bib2xml", output / "references.bib")), unlike) == {}
