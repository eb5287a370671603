"""The shared PDFs: how many of their identifiers and references are found, and nothing else."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from cluneal_lit.citations import scan
from cluneal_lit.documents import read
from cluneal_lit.model import Citation

NAMES = ["trials_15_511.pdf", "mdpi_04_00932.pdf", "sglt2i_pancreatitis_references.pdf", "refchecker_paper.pdf"]
LISTED = {"trials_15_511.pdf": 38, "mdpi_04_00932.pdf": 44, "sglt2i_pancreatitis_references.pdf": 52}
KINDS = ("doi", "pmid", "pmcid", "arxiv")


@cache
def citations(path: Path) -> tuple[Citation, ...]:
    return scan(read(path.name, path.read_bytes()))


@pytest.mark.parametrize("name", NAMES)
def test_the_identifiers_of_a_pdf_are_found_and_no_others(shared: Path, name: str) -> None:
    truth = json.loads((shared / "documents" / "truth.json").read_bytes())["documents"][name]
    found = citations(shared / "documents" / name)
    named = {kind: sorted({value for one in found if (value := getattr(one.ids, kind))}) for kind in KINDS}
    assert named == {kind: sorted(truth[kind]) for kind in KINDS}


@pytest.mark.parametrize(("name", "references"), LISTED.items())
def test_the_references_of_a_pdf_are_found_by_their_numbers(shared: Path, name: str, references: int) -> None:
    found = citations(shared / "documents" / name)
    assert [one.number for one in found if one.in_list] == list(range(1, references + 1))


def test_every_reference_of_a_pdf_in_two_columns_is_marked(shared: Path) -> None:
    found = citations(shared / "documents" / "trials_15_511.pdf")
    marked = {number for one in found if one.form == "marker" for number in one.numbers}
    assert marked == set(range(1, 39))
