"""`evidence.csv`, `evidence.xlsx` and `annotated-bibliography.docx` in LibreOffice and pandoc. All is invented."""

from __future__ import annotations

import csv
from pathlib import Path

from cluneal_lit.documents import read
from cluneal_lit.outputs import docx, evidence, xlsx
from tests.imports.programs import run
from tests.outputs.hard import HARD

ROWS = [evidence.HEADS, *map(evidence.row, HARD)]
CALC = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true"  # commas, quotes, UTF-8, cells as they are shown


def test_libreoffice_shows_every_cell_of_the_workbook(tmp_path: Path) -> None:
    assert _converted(tmp_path / "a.xlsx", xlsx.workbook(HARD)) == [list(row) for row in ROWS]


def test_libreoffice_shows_every_cell_of_the_table(output: Path, tmp_path: Path) -> None:
    text = (output / "evidence.csv").read_bytes()
    shown = _converted(tmp_path / "a.csv", text)
    assert sorted(shown[1:]) == sorted(list(row) for row in ROWS[1:])


def _converted(file: Path, content: bytes) -> list[list[str]]:
    file.write_bytes(content)
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    table = ("--infilter=CSV:44,34,76,1",) if file.suffix == ".csv" else ()
    run("soffice", profile, "--headless", *table, "--convert-to", CALC, "--outdir", file.parent / "out", file)
    with (file.parent / "out" / "a.csv").open(encoding="utf-8", newline="") as converted:
        return list(csv.reader(converted))


def test_pandoc_reads_every_paragraph_of_the_bibliography(tmp_path: Path) -> None:
    """The title is a field of its own to it."""
    content = docx.bibliography("Invented", HARD)
    (tmp_path / "a.docx").write_bytes(content)
    printed = run("pandoc", "--from=docx", "--to=plain", "--wrap=none", tmp_path / "a.docx")
    _, *wanted = (line for line in read("a.docx", content).text.split("\n") if line)
    assert [" ".join(line.split()) for line in printed.split("\n") if line] == [
        " ".join(line.split()) for line in wanted
    ]
