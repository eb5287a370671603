"""`make demo`: what a visitor must see."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
DEMO = ROOT / "docs" / "demo"
FINDING = re.compile(r"^references/documents/(\S+):\d+ (LIT\d{3}) ", re.MULTILINE)


@pytest.fixture(scope="module")
def acts() -> list[str]:
    """What the demonstration prints: the introduction and the three runs."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.demo"],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    return re.split(r"^── \d\. ", done.stdout, flags=re.MULTILINE)


def told(act: str) -> list[tuple[str, str]]:
    """Document and line of each finding, and its code."""
    return FINDING.findall(act)


def test_the_summary_counts_the_preprint_that_has_since_been_published(acts: list[str]) -> None:
    assert "editorial status of the cited works: 1 retracted, 1 superseded, 1 preprint since published\n" in acts[2]


@pytest.mark.usefixtures("acts")
def test_the_fragment_prints_no_other_work_in_the_place_of_what_the_document_says() -> None:
    fragment = (ROOT / ".cache" / "demo" / "output" / "documents" / "olecranal-nerve.md.md").read_text("utf-8")
    assert ("1. <a id" in fragment, "Sato H, Lindqvist E." in fragment, "Vega" in fragment) == (True, True, False)


def test_it_begins_by_saying_that_everything_is_invented(acts: list[str]) -> None:
    assert len(acts) == 4 and "nothing here exists" in acts[0]


def test_an_outage_is_told_and_nothing_is_called_false_for_it(acts: list[str]) -> None:
    assert "LIT301 warning Crossref" in acts[1] and "[exit code 3]" in acts[1]
    assert {code for _, code in told(acts[1])} == {"LIT501", "LIT504", "LIT505", "LIT403", "LIT404"}
    assert "absent" not in acts[1].split("$ cluneal-lit run")[1]


def test_all_that_is_wrong_is_told_at_its_line_when_the_service_is_back(acts: list[str]) -> None:
    assert told(acts[2]) == [
        ("for-patients.md:9", "LIT501"),  # the retracted trial
        ("for-patients.md:13", "LIT504"),  # the review with a newer version
        ("olecranal-nerve.md:9", "LIT505"),  # the preprint that was published
        ("olecranal-nerve.md:20", "LIT501"),
        ("olecranal-nerve.md:21", "LIT504"),
        ("olecranal-nerve.md:26", "LIT403"),  # another paper's PMID
        ("olecranal-nerve.md:27", "LIT404"),  # the misspelt author
        ("olecranal-nerve.md:27", "LIT404"),  # and the volume
        ("olecranal-nerve.md:29", "LIT501"),
        ("olecranal-nerve.md:30", "LIT504"),
        ("olecranal-nerve.md:31", "LIT202"),  # the DOI that does not exist
        ("olecranal-nerve.md:31", "LIT401"),  # and no search finds a work of this text
    ]
    assert "[exit code 1]" in acts[2]


def test_the_readme_shows_what_it_prints(acts: list[str]) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (block,) = (block for block in re.findall(r"```console\n(.*?)```", readme, re.DOTALL) if "LIT505" in block)
    said, at = " ".join(acts[2].split()), 0
    for piece in re.split("…|\n", block.rstrip()):
        at = said.index(" ".join(piece.split()), at)


def test_a_third_run_has_nothing_to_do(acts: list[str]) -> None:
    assert "[12 findings, the same as above]" in acts[3]
    assert "no service had to be asked" in acts[3] and "nothing written" in acts[3]


def test_every_line_fits_a_terminal_and_the_last_names_the_page(acts: list[str]) -> None:
    assert [line for act in acts for line in act.splitlines() if len(line) > 100] == []
    assert acts[3].rstrip().endswith("site/index.html")
    assert (ROOT / ".cache" / "demo" / "output" / "site" / "index.html").is_file()


@pytest.mark.parametrize("file", sorted(file.name for file in (DEMO / "references" / "documents").iterdir()))
def test_every_document_says_in_its_first_lines_that_it_is_invented(file: str) -> None:
    head = (DEMO / "references" / "documents" / file).read_text(encoding="utf-8").splitlines()[:3]
    assert "Everything on this page is invented" in " ".join(head)


@pytest.mark.parametrize("file", sorted((DEMO / "catalogue").iterdir()), ids=lambda file: file.name)
def test_the_catalogue_holds_identifiers_that_belong_to_nobody(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert set(re.findall(r"10\.\d{4,9}/", text)) == {"10.5555/"}
    assert all(90000100 <= int(pmid) < 90000200 for pmid in re.findall(r"\b\d{8}\b", text))
