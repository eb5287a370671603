"""The shared web pages: how many of their identifiers and references are found, and nothing else."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from cluneal_lit.citations import scan
from cluneal_lit.documents import read

# Document -> kind -> (found, missed, found only).
FIGURES = {
    "trials_16_2.html": {"doi": (7, 0, 0), "pmid": (20, 0, 0)},
    "hindawi_801626.html": {"doi": (13, 0, 0)},
    "meta_review_old.html": {"doi": (46, 0, 0), "pmid": (2, 0, 0), "pmcid": (1, 0, 0), "arxiv": (3, 0, 0)},
}
LISTED = {"trials_16_2.html": 21, "hindawi_801626.html": 41}


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("identifiers_scorer", shared / "score" / "identifiers.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def citations(shared: Path, name: str) -> list[dict[str, Any]]:
    """What the scorer reads of a document's citations."""
    found = scan(read(name, (shared / "documents" / name).read_bytes()))
    kinds = ("pmid", "doi", "pmcid", "arxiv")
    return [
        {
            "document": name,
            "in_list": one.in_list,
            "ids": {**{kind: getattr(one.ids, kind) or None for kind in kinds}, "isbn": list(one.ids.isbn)},
        }
        for one in found
    ]


@pytest.mark.parametrize("name", FIGURES)
def test_the_identifiers_of_a_page_are_found(shared: Path, scorer: ModuleType, name: str) -> None:
    truth = scorer.load(shared / "documents" / "truth.json", "documents", dict)[name]
    compared = scorer.compare(citations(shared, name), truth)
    assert {kind: tuple(map(len, sets)) for kind, sets in compared.items() if any(sets)} == FIGURES[name]


@pytest.mark.parametrize(("name", "references"), LISTED.items())
def test_the_references_of_a_page_are_found(shared: Path, name: str, references: int) -> None:
    assert sum(one["in_list"] for one in citations(shared, name)) == references


def test_every_reference_of_a_page_whose_numbers_are_links_is_marked(shared: Path) -> None:
    found = scan(read("a.html", (shared / "documents" / "hindawi_801626.html").read_bytes()))
    marked = [one for one in found if one.form == "marker"]
    assert len(marked) == 48
    assert {number for one in marked for number in one.numbers} == set(range(1, 42))
