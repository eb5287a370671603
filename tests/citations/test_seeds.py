"""The shared seeds: real pages whose 17 references and 6 markers are known."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import msgspec
import pytest

from cluneal_lit.citations import scan
from cluneal_lit.documents import read
from cluneal_lit.model import Citation


@pytest.fixture(scope="module")
def citations(shared: Path) -> list[Citation]:
    seeds = sorted((shared / "seeds").glob("*.txt"))
    return [citation for seed in seeds for citation in scan(read(seed.name, seed.read_bytes()))]


def as_json(citation: Citation) -> dict[str, object]:
    """What the scorer reads of a citation."""
    ids = {kind: getattr(citation.ids, kind) or None for kind in ("pmid", "doi", "pmcid")}
    fields = json.loads(msgspec.json.encode(citation.fields))
    place = {"document": citation.document, "line": citation.place.line}
    return {**place, "raw": citation.raw, "ids": ids, "fields": fields}


def test_every_reference_is_found_once_and_nothing_invented(shared: Path, citations: list[Citation]) -> None:
    spec = importlib.util.spec_from_file_location("seeds_scorer", shared / "score" / "seeds.py")
    assert spec and spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    assert scorer.differences([as_json(citation) for citation in citations]) == []


def test_the_interview_has_its_six_markers(citations: list[Citation]) -> None:
    marked = [(citation.place.line, citation.cited_as) for citation in citations if citation.form == "marker"]
    assert marked == [(3, "(8,9,10)"), (4, "(11)"), (4, "(7)"), (5, "(11)"), (6, "(11)"), (9, "(13)")]
