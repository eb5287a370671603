"""`convert`: bibliographies of any format as one of another. Every work here is invented."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cluneal_lit.cli import arguments
from cluneal_lit.formats.writers import WRITERS
from tests.cli.project import call

RIS = "TY  - JOUR\nID  - muster2019\nTI  - Invented nerves\nPY  - 2019\nN1  - RAYYAN-INCLUSION: x\nER  - \n"
NBIB = "PMID- 99999901\nTI  - Invented pain\nDP  - 2018 Mar\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two exports in it, one of them under a name that says nothing."""
    (tmp_path / "a.txt").write_text(RIS)
    (tmp_path / "b.nbib").write_text(NBIB)
    return tmp_path


def test_several_files_become_one(folder: Path) -> None:
    said = call(folder, "convert", "a.txt", "b.nbib", "-o", "out/all.bib")
    assert (said.returncode, said.stdout, said.stderr) == (0, "out/all.bib: 2 records\n", "")
    first = (folder / "out/all.bib").read_bytes()
    assert [line for line in first.decode().split("\n") if line.startswith("@")] == [
        "@article{muster2019,",
        "@article{invented2018,",
    ]
    assert call(folder, "convert", "out/all.bib", "-o", "again.bib").returncode == 0
    assert (folder / "again.bib").read_bytes() == first


def test_the_answer_counts_each_source_and_tells_what_is_wrong(folder: Path) -> None:
    (folder / "c.bib").write_text("@article{a, title={One}, doi={none}}\n@article{b, title={Two\n")
    said = call(folder, "convert", "a.txt", "c.bib", "-o", "all.json", "--json")
    found = json.loads(said.stdout)
    assert {name: found[name] for name in ("schema", "output", "format", "records", "sources")} == {
        "schema": "cluneal-lit/convert/1",
        "output": "all.json",
        "format": "csl",
        "records": 3,
        "sources": [{"file": "a.txt", "records": 1}, {"file": "c.bib", "records": 2}],
    }
    assert [(one["code"], one["document"], one["line"]) for one in found["findings"]] == [
        ("LIT201", "c.bib", None),
        ("LIT303", "c.bib", 2),
    ]
    assert [line.partition(":")[0] for line in said.stderr.splitlines()] == ["cluneal-lit"] * 2
    assert [item["id"] for item in json.loads((folder / "all.json").read_text())] == ["muster2019", "a", "b"]


def test_standard_input_and_output(folder: Path) -> None:
    command = [sys.executable, "-m", "cluneal_lit", "convert", "-", "--to", "nbib"]
    said = subprocess.run(command, input=RIS.encode(), capture_output=True, cwd=folder, check=True)
    assert said.stdout.decode() == ("PMID- \nDP  - 2019\nTI  - Invented nerves\nGN  - RAYYAN-INCLUSION: x\n")
    assert said.stderr == b""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("a.txt", "-o", "a.txt", "--to", "ris"), "a.txt: is also an input, which is never overwritten"),
        (("b.nbib", "-o", "./x/../b.nbib"), "b.nbib: is also an input, which is never overwritten"),
        (("a.txt", "-o", "out.docx"), "out.docx: its suffix names no format that is written; use one of .bib, .ris"),
        (("a.txt",), "standard output has no suffix that names a format; say which: --to FORMAT"),
        (("a.txt", "--to", "ris", "--json"), "--json prints an answer where the records would stand"),
        (("-", "-", "--to", "ris"), "standard input can be read once"),
        (("gone.ris", "-o", "out.bib"), "gone.ris: there is no such file"),
        (("folder.ris", "-o", "out.bib"), "folder.ris: no file matches; check the path"),
        (("words.txt", "-o", "out.bib"), "words.txt: is no bibliography that is read; export it as one of BibTeX"),
        (("noise", "-o", "out.bib"), "noise: is binary; export it as one of BibTeX"),
        (("bad.json", "-o", "out.bib"), "bad.json: line 1, column 3: no JSON"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_nothing_is_written(
    folder: Path, words: tuple[str, ...], told: str
) -> None:
    (folder / "folder.ris").mkdir()
    (folder / "words.txt").write_text("Only words.\n")
    (folder / "noise").write_bytes(bytes(range(256)) * 40)
    (folder / "bad.json").write_text("[{]")
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    said = call(folder, "convert", *words)
    assert (said.returncode, said.stdout, said.stderr.count("\n")) == (2, "", 1)
    assert told in said.stderr
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def test_folders_and_wildcards_are_read(folder: Path) -> None:
    (folder / "notes.md").write_text("No bibliography.")
    said = call(folder, "convert", ".", "-o", "out/all.ris")
    assert (said.returncode, said.stdout) == (0, "out/all.ris: 2 records\n")
    assert said.stderr.startswith("cluneal-lit: notes.md: LIT101 ") and said.stderr.count("\n") == 1
    assert call(folder, "convert", "*.nbib", "-o", "out/one.ris").stdout == "out/one.ris: 1 record\n"
    said = call(folder, "convert", "out/*.ris", "-o", "out/one.ris")
    assert (said.returncode, "is also an input" in said.stderr) == (2, True)


def test_a_link_is_followed_and_a_pipe_written_into(folder: Path) -> None:
    (folder / "kept.ris").write_text("old")
    (folder / "link.ris").symlink_to("kept.ris")
    assert call(folder, "convert", "a.txt", "-o", "link.ris").returncode == 0
    assert (folder / "link.ris").is_symlink() and (folder / "kept.ris").read_text().startswith("TY  - JOUR\n")
    os.mkfifo(folder / "pipe.ris")
    with subprocess.Popen(["cat", "pipe.ris"], cwd=folder, stdout=subprocess.PIPE) as cat:
        assert call(folder, "convert", "a.txt", "-o", "pipe.ris").returncode == 0
        assert cat.communicate(timeout=20)[0] == (folder / "kept.ris").read_bytes()
    assert (folder / "pipe.ris").is_fifo()


def test_entries_of_one_key_are_all_written(folder: Path) -> None:
    (folder / "c.bib").write_text("@article{a, title={Alpha}}\n@article{a, title={Gamma}}\n@misc{, title={No key}}\n")
    said = call(folder, "convert", "c.bib", "-o", "all.json")
    assert (said.returncode, said.stderr.count("LIT617")) == (0, 2)
    assert [one["id"] for one in json.loads((folder / "all.json").read_text())] == ["a", "a-2", "no"]


def test_the_help_names_every_format_that_is_written() -> None:
    assert list(arguments.WRITTEN) == list(WRITERS)


TIED = """PMID- 99999902
TI  - Invented erratum
PT  - Published Erratum
EFR - J Invent. 2018;1:2. PMID: 99999903

PMID- 99999904
TI  - Invented, with three notices
RIN - J Invent. 2019;4:5. PMID: 99999905
ECI - J Invent. 2018;4:5. PMID: 99999906
EIN - J Invent. 2017;4:5. PMID: 99999907
EIN - J Invent. 2016;4:6. PMID: 99999908

PMID- 99999909
TI  - Invented retraction
ROF - J Invent. 2018;1:2. PMID: 99999910
"""


@pytest.mark.parametrize("form", [form for form in WRITERS if form != "nbib"])
def test_every_tie_of_pubmed_stays_whatever_else_a_record_says(folder: Path, form: str) -> None:
    (folder / "tied.nbib").write_text(TIED)
    said = call(folder, "convert", "tied.nbib", "-o", "-", "--to", form)
    lost = [number for number in (3, 5, 6, 7, 8, 10) if f"999999{number:02}" not in said.stdout]
    assert (said.returncode, said.stderr, lost) == (0, "", [])
