"""`biblatex/references.bib` in Biber and pandoc. The works are invented."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.imports import limits, readings, xml_readings
from tests.imports.compared import Said, lost, said, without
from tests.imports.programs import run
from tests.outputs.hard import HARD

# What BibLaTeX's data model has no field for is named in docs/exporting.md. A volume has to be a number there, and each
# work to have a date.
MEANT = {
    "formulae2018: Field 'pmid' invalid in data model - ignoring",
    "group2021: Field 'pmcid' invalid in data model - ignoring",
    "group2021: Field 'pmid' invalid in data model - ignoring",
    "nothing: Missing mandatory field - one of 'date, year' must be defined",
    "retracted2020: Field 'pmid' invalid in data model - ignoring",
    "signs2016: Field 'nct' invalid in data model - ignoring",
    "signs2016: Invalid value of field 'volume' must be datatype 'integer' - ignoring field",
}


def test_biber_reads_every_field_and_warns_of_what_is_meant(output: Path, tmp_path: Path) -> None:
    """It leaves keywords out of its XML; they are in the BibTeX that it writes. A group is a family name to it."""
    file = output / "biblatex" / "references.bib"
    told = _biber(file, tmp_path, "--validate-datamodel", "--output-file", tmp_path / "a.bib")
    warned = [line.partition("Entry ")[2] for line in told.splitlines() if not line.startswith("INFO")]
    assert {re.sub(r"'(\w+)' \(.*?\)", r"\1", line, count=1) for line in warned} == MEANT
    assert _keywords(tmp_path / "a.bib") == [
        *filter(None, (limits.in_bibtex(said(one)).get("keywords") for one in HARD))
    ]
    _biber(file, tmp_path, "--output-format=biblatexml", "--output-file", tmp_path / "a.xml")
    read = xml_readings.biber((tmp_path / "a.xml").read_bytes())
    assert lost(read, lambda said: without(limits.in_bibtex(said), "pmid", "pmcid", "nct", "keywords")) == {}


def _keywords(file: Path) -> list[str]:
    return [
        readings.latex(words).replace(",", ", ") for words in re.findall("KEYWORDS = {(.*)}", file.read_text("utf-8"))
    ]


def _biber(file: Path, folder: Path, *options: str | Path) -> str:
    return run("biber", "--tool", *options, "--logfile", folder / "a", "--output-safechars", file, folder=folder)


def test_pandoc_reads_every_field(output: Path) -> None:
    """What it makes of `references.bib`; but it knows `@online`, and no `eid`."""

    def unlike(said: Said) -> Said:
        found = limits.of_pandoc(said)
        if said["type"] == "article":
            found["type"] = "webpage"
        return without(found, "pages") if said.get("pages") == limits.NUMBER else found

    items = json.loads(run("pandoc", "--from=biblatex", "--to=csljson", output / "biblatex" / "references.bib"))
    assert lost(readings.csl(items), unlike) == {}
