"""Rows of `check.py`: for how many identifiers with a slip the one that was meant is named, with a text and alone."""

from __future__ import annotations

import json
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks import gold, styled
from benchmarks.rows import Row

Item = dict[str, Any]
Check = Callable[..., Any]
_MEANT = re.compile(r"did you mean (\S+) \(")
WORKS = 40  # of each slip


def _swapped(item: Item, order: random.Random) -> tuple[str, str]:
    pmid = str(item["PMID"])
    at = order.choice([at for at in range(1, len(pmid) - 1) if pmid[at] != pmid[at + 1]])
    return "PMID", pmid[:at] + pmid[at + 1] + pmid[at] + pmid[at + 2 :]


def _changed(item: Item, order: random.Random) -> tuple[str, str]:
    pmid = str(item["PMID"])
    at = order.randrange(1, len(pmid))
    return "PMID", pmid[:at] + str((int(pmid[at]) + order.randrange(1, 10)) % 10) + pmid[at + 1 :]


def _as_pmcid(item: Item, order: random.Random) -> tuple[str, str]:
    return "PMCID", f"PMC{item['PMID']}"


def _truncated(item: Item, order: random.Random) -> tuple[str, str]:
    return "DOI", item["DOI"][:-2]


def _full(item: Item, order: random.Random) -> tuple[str, str]:
    return "DOI", f"{item['DOI']}/full"


def _version(item: Item, order: random.Random) -> tuple[str, str]:
    return "DOI", f"{item['DOI']}v2"


SLIPS = (_swapped, _changed, _as_pmcid, _truncated, _full, _version)


def rows(checked: Check) -> Iterator[Row]:
    """How many slips are told right, and how many wrongly, of those that name no work."""
    items = [item for item in gold.recorded() if item.get("PMID")]
    order = random.Random(8)
    drawn = [(slip.__name__.strip("_"), item, slip(item, order)) for slip in SLIPS for item in _drawn(items, order)]
    for text in (True, False):
        right, wrong, of = _told(checked, items, drawn, text=text)
        told = " ".join(f"{name} {right[name]}/{of[name]}" for name in of)
        print(f"meant, {'with its text' if text else 'alone'}: {told}", file=sys.stderr)
        share = 100 * right.total() / of.total()
        yield Row(
            f"slips told right, {'with' if text else 'without'} text", share, None, "%", most=False, accuracy=True
        )
        yield Row(f"another told, {'with' if text else 'without'} text", wrong.total(), 0, "slips", accuracy=True)


def _drawn(items: Sequence[Item], order: random.Random) -> list[Item]:
    return order.sample(items, min(WORKS, len(items)))


def _told(
    checked: Check, items: Sequence[Item], drawn: Sequence[tuple[str, Item, tuple[str, str]]], *, text: bool
) -> tuple[Counter[str], Counter[str], Counter[str]]:
    with tempfile.TemporaryDirectory() as folder:
        works, document = Path(folder, "works.jsonl"), Path(folder, "cited.bib")
        known = [{**item, "PMCID": f"PMC{9_000_000 + place}"} for place, item in enumerate(items)]
        works.write_text("".join(f"{json.dumps(item)}\n" for item in known), encoding="utf-8")
        entries = (_entry(place, item, slip, text) for place, (_, item, slip) in enumerate(drawn))
        document.write_text("\n\n".join(entries), encoding="utf-8")
        found = {one["cited_as"]: one for one in checked(works, document)["citations"]}
    right, wrong, of = Counter[str](), Counter[str](), Counter[str]()
    for place, (name, item, _) in enumerate(drawn):
        one = found[f"s{place}"]
        if one["verdict"] != "absent":
            continue
        said = {other for line in one["evidence"] for other in _MEANT.findall(line)}
        own = {f"pmid:{item['PMID']}", f"doi:{item['DOI'].lower()}"}
        of[name] += 1
        right[name] += bool(said & own)
        wrong[name] += bool(said - own)
    return right, wrong, of


def _entry(place: int, item: Item, slip: tuple[str, str], text: bool) -> str:
    name, value = slip
    if text:
        return styled.bibtex(f"s{place}", item, {name: value})
    return f"@misc{{s{place},\n  {name.lower()} = {{{value}}}\n}}"
