"""How surely reference strings are matched with the records of the shared catalogue: the goals, and nothing below."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from cluneal_lit.pipeline.catalogue import answers


@pytest.fixture
def scorer(shared: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(shared / "score"))
    import matching  # type: ignore[import-not-found]  # beside the catalogue it builds, not in this repository

    yield matching
    for name in ("matching", "matching_catalogue", "folding"):
        sys.modules.pop(name, None)


def test_the_shared_catalogue_is_matched_as_the_goals_ask(scorer: ModuleType, tmp_path: Path) -> None:
    catalogue, queries = scorer.build(4)
    scorer.write(tmp_path / "works.jsonl", catalogue)
    scorer.write(tmp_path / "queries.jsonl", [{"raw": raw} for raw, *_ in queries])
    truth = [dict(zip(("id", "class", "detail"), query[1:], strict=True)) for query in queries]
    given = [msgspec.to_builtins(one) for one in answers(tmp_path / "works.jsonl", tmp_path / "queries.jsonl")]
    found = scorer.figures(truth, given)
    assert found["precision"] >= 99.5
    assert found["recall"] >= 99.0
    assert all(share <= 0.5 for share in found["accepted"].values()), found["accepted"]
