"""Another paper by the same people under an identifier, where only a search of the services knows it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from tests.services import catalogue, loopback, settings

from benchmarks import gold, rows, styled
from benchmarks.rows import SHARED, Options, Row

CASES = 30
COMMAND = (sys.executable, "-m", "cluneal_lit", "check", "cited.md", "--json", "--fail-on", "never")


def measure(options: Options) -> Iterator[Row]:
    """How many are told with what was meant, how many right ones beside them are, and what it costs.

    A reference says the title and year of the one paper, and has the DOI of the other; a right one says as much.
    """
    if not SHARED.exists():
        print("astray: the shared data is not here; left out", file=sys.stderr)
        return
    items = [item for item in gold.recorded() if item["volume"] != str(item["issued"]["date-parts"][0][0])][:CASES]
    others = [gold.another(item) for item in items]
    wrong = [gold.Said(_unplaced(other), {"DOI": item["DOI"]}) for item, other in zip(items, others, strict=True)]
    right = [gold.Said(_unplaced(item), {"DOI": item["DOI"]}) for item in items]
    cited = [styled.vancouver("", said.item, said.ids) for said in (*wrong, *right)]
    with tempfile.TemporaryDirectory() as folder:
        answer, searches = _checked(Path(folder), [*items, *others], cited)
    given = {one["line"]: one for one in answer["citations"]}
    told = [given.get(line, {"verdict": "none", "evidence": []}) for line in range(3, len(cited) + 3)]
    meant = [f"the text is that of doi:{other['DOI'].lower()}" for other in others]
    found = sum(
        one["verdict"] == "mismatch" and text in one["evidence"] for one, text in zip(told, meant, strict=False)
    )
    alarms = sum(one["verdict"] != "verified" for one in told[len(items) :])
    of = len(items)
    yield Row(
        "another paper that only a search knows: told", 100 * found / of, 98, f"% of {of}", most=False, accuracy=True
    )
    yield Row("right ones beside them not verified", alarms, 0, f"of {of}", accuracy=True)
    yield Row("requests for searches a reference", searches / of, 3, "", accuracy=True)


def _unplaced(item: dict[str, Any]) -> dict[str, Any]:
    return {**item, "volume": "", "issue": "", "page": ""}


def _checked(folder: Path, works: list[dict[str, Any]], cited: list[str]) -> tuple[Any, int]:
    """What `check` says of references, and how many requests were made to search for them."""
    known = folder / "works.json"
    known.write_text(json.dumps(works), encoding="utf-8")
    listed = "\n".join(f"{number}. {text}" for number, text in enumerate(cited, 1))
    (folder / "cited.md").write_text(f"# References\n\n{listed}\n", encoding="utf-8")
    with loopback(**catalogue.read([known]).options) as services:
        there = {**os.environ, **settings(services.services), "XDG_CACHE_HOME": str(folder / "cache")}
        done = subprocess.run(COMMAND, check=True, capture_output=True, cwd=folder, env=there)
        paths = [(asked.path.rpartition("/")[2], asked.params) for asked in services.requests]
    searches = sum(_is_search(name, params) for name, params in paths)
    return json.loads(done.stdout), searches


def _is_search(name: str, params: object) -> bool:
    """Whether a request is ECitMatch's, PubMed's search for words, or Crossref's for a text."""
    return name in ("ecitmatch.cgi", "esearch.fcgi") or "query.bibliographic" in str(params)


if __name__ == "__main__":
    sys.exit(rows.main("astray", lambda options: list(measure(options))))
