"""Works that were joined before: from the cache they are the same, and none is stale. All are invented."""

from __future__ import annotations

from pathlib import Path

from cluneal_lit.model import Record
from cluneal_lit.pipeline.check import Resolved, resolved
from cluneal_lit.pipeline.scan import Scanned
from cluneal_lit.pipeline.stored import Stored
from cluneal_lit.store.remembered import Keys
from cluneal_lit.store.understood import Understood
from tests.made import fields, record

ONE = record(name="pmid:90000001", doi="10.5555/muster")
OTHER = record("crossref", "doi:10.5555/muster")
MINE = record("library", "mine.bib#muster")  # joined by its likeness
APART = record("library", "mine.bib#other", fields("Wholly another title of nothing", "Orlov B", "1999"))


def works(*records: Record, cache: Path | None = None) -> Resolved:
    """Which works there are, with a cache that is kept."""
    known = Understood(cache, keep=True)
    found = resolved(Scanned(), Stored(records, (), (), (), {}, Keys(), (), understood=known))
    known.remember()
    return found


def test_works_from_the_cache_are_those_joined_anew(tmp_path: Path) -> None:
    anew = works(ONE, OTHER, MINE, APART)
    assert [len(work.records) for work in anew.assigned.works] == [3, 1]
    assert works(ONE, OTHER, MINE, APART, cache=tmp_path) == anew
    kept = (tmp_path / "understood").read_bytes()
    assert works(ONE, OTHER, MINE, APART, cache=tmp_path) == anew
    assert (tmp_path / "understood").read_bytes() == kept


def test_with_another_record_works_are_joined_again(tmp_path: Path) -> None:
    works(ONE, OTHER, MINE, cache=tmp_path)
    assert works(ONE, OTHER, MINE, APART, cache=tmp_path) == works(ONE, OTHER, MINE, APART)
    assert works(ONE, APART, cache=tmp_path) == works(ONE, APART) != works(ONE, OTHER, MINE)
