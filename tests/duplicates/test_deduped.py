"""Files in, works out: the same whatever the order, counts that add up, and the published sets in every format."""

from __future__ import annotations

import importlib.util
import io
from contextlib import redirect_stdout
from functools import partial
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cluneal_lit.duplicates import labels
from cluneal_lit.errors import ConfigError
from cluneal_lit.model import Decision
from cluneal_lit.pipeline.dedupe import Deduped, File, brought, content, deduped
from cluneal_lit.store import bibliographies

HEADS = "id,title,author,year,journal,volume,pages,doi,source"
WORDS = ("nerve", "block", "invented", "trial", "knee", "shoulder", "")
CELLS = st.tuples(
    st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join),
    st.sampled_from(("", "Quimby A", "Orlov B, Zabel C")),
    st.sampled_from(("", "2001", "2002")),
    st.sampled_from(("", "Journal of Invented Medicine", "J Invent Med")),
    st.sampled_from(("", "1", "2")),
    st.sampled_from(("", "1-9", "3-5")),
    st.sampled_from(("", "10.5555/invented.1", "10.5555/invented.2")),
    st.sampled_from(("", "Embase", "Scopus")),
)


def table(rows: list[tuple[str, ...]]) -> bytes:
    return "\n".join([HEADS, *(",".join(f'"{cell}"' for cell in row) for row in rows)]).encode()


def found(files: dict[str, list[tuple[str, ...]]]) -> Deduped:
    return deduped(brought(File(name, partial(table, rows)) for name, rows in files.items() if rows))


def named(done: Deduped) -> list[list[str]]:
    return sorted(sorted(done.brought.origins[place].label for place in work) for work in done.works)


@settings(max_examples=60, deadline=None)
@given(st.lists(CELLS, min_size=2, max_size=14), st.data())
def test_order_changes_nothing_and_counts_add_up(cells: list[tuple[str, ...]], data: st.DataObject) -> None:
    rows = [(f"r{number}", *row) for number, row in enumerate(cells)]
    half = len(rows) // 2
    files = {"a.csv": rows[:half], "b.csv": rows[half:]}
    done = found(files)
    shuffled = {name: data.draw(st.permutations(files[name])) for name in data.draw(st.permutations(list(files)))}
    assert named(found(shuffled)) == named(done)
    counts = done.counts
    assert sum(one.identified for one in counts) == len(rows)
    assert sum(one.left for one in counts) == len(rows) - sum(len(work) - 1 for work in done.works)
    assert min(min(one.within, one.across, one.left) for one in counts) >= 0
    assert len(done.found.joins) == sum(one.within + one.across for one in counts)
    for form in ("ris", "csv", "csl", "endnote"):
        again = bibliographies.read(content(done, form), f"out.{form}")[0]
        assert len(again) == sum(one.left for one in counts)


def test_a_name_with_a_blank_in_it_is_found_again() -> None:
    rows = [("one two", *[""] * 7, "x"), ("three", "Invented knees", *[""] * 6, "x")]
    origins = brought([File("some where/my file.csv", partial(table, rows))]).origins
    called = labels.Labels(origins, ("one", "two"))
    about = "my%20file.csv:one%20two my%20file.csv:three"
    assert called.about((1, 0)) == about
    assert [called.pair(Decision("join", one)) for one in (about, "one%20two gone")] == [(0, 1), None]
    with pytest.raises(ConfigError):
        called.place("gone")


# Set -> duplicates found, works wrongly lost, surplus copies; the same in every format.
FIGURES = {"stroke": (312, 0, 2), "diabetes": (1261, 0, 0)}


@pytest.fixture(scope="module")
def scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("duplicates_scorer", shared / "score" / "duplicates.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("form", ["csv", "ris", "bib"])
@pytest.mark.parametrize("name", FIGURES)
def test_a_published_set_is_deduplicated_alike_in_every_format(scorer: ModuleType, name: str, form: str) -> None:
    out = io.StringIO()
    with redirect_stdout(out):
        scorer.write_records(scorer.load(name, None), form)
    done = deduped(brought([File(f"{name}.{form}", out.getvalue().encode)]))
    groups = [[done.ids[place] for place in work] for work in done.works]
    truth = {row["id"]: row["cluster"] for row in scorer.table(scorer.DATA / name / "truth.csv.gz")}
    score = scorer.score_records(scorer.join(groups, truth), truth)
    assert (score["TP"], score["FP"], score["FN"]) == FIGURES[name]
