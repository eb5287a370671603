"""The page on exporting names each program with the files that tests have it read."""

from __future__ import annotations

import re
from pathlib import Path

from tests.imports.programs import ROOT

FILES = {
    "bibtex": {"references.bib"},
    "biblatex": {"biblatex/references.bib"},
    "csl": {"references.json", "annotated.json"},
    "ris": {"references.ris"},
    "nbib": {"references.nbib"},
}
# A test's program by its first words, and those that read one file each.
PROGRAMS = {
    "bibtexparser": "bibtexparser",
    "bibtex": "BibTeX",
    "better_bibtex": "Better BibTeX's parser (Zotero)",
    "biber": "Biber",
    "jabref": "JabRef 3.8",
    "pandoc": "pandoc",
    "citation_js": "citation-js",
    "bibutils": "bibutils",
    "biopython": "Biopython",
}
TABLES = {"LibreOffice": {"evidence.csv", "evidence.xlsx"}, "pandoc": {"annotated-bibliography.docx"}}


def test_the_page_names_what_is_read_by_what() -> None:
    page = (
        (ROOT / "docs" / "exporting.md").read_text(encoding="utf-8").partition("## Programs")[2].partition("\n## ")[0]
    )
    rows = re.findall(r"^\| ([^|]+) \| ([^|]+) \| [^|]+ \|$", page, re.MULTILINE)[1:]
    assert {program: {*re.findall("`(.*?)`", files)} for program, files in rows} == _read()


def _read() -> dict[str, set[str]]:
    found = {program: {*files} for program, files in TABLES.items()}
    for name, files in FILES.items():
        text = Path(__file__).with_name(f"test_{name}.py").read_text(encoding="utf-8")
        for words in re.findall(r"^def test_(\w+?)_reads_", text, re.MULTILINE):
            found.setdefault(PROGRAMS[words], set()).update(files)
    return found
