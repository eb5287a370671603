"""Checking: wrong citations caught and right ones left alone, and how soon."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from benchmarks import astray, checkers, gold, meant, outages, rows, statuses, styled
from benchmarks.rows import SHARED, Options, Row

COMMAND = (sys.executable, "-m", "cluneal_lit", "check")
SCORER = SHARED / "score" / "verification.py"
WRONG = ("mismatch", "absent")
FOUND = ("verified", "inexact")
FLAGGED = (*WRONG, "conflict", "unresolved", "inexact")  # by the neutral scorer
VERDICTS = ("verified", "inexact", "conflict", "mismatch", "absent", "unresolved", "unchecked", "none")
CLOSED = {"hallmark-matched": (96, 8), "hallmark-crossdomain": (97, 1)}
CITATIONS, ENTRIES = 10_000, 5_000


def measure(options: Options) -> Iterator[Row]:
    """Every row of this benchmark; none without the shared data."""
    if not SCORER.exists():
        print("check: the shared data is not here; left out", file=sys.stderr)
        return
    yield from _gold(options)
    yield from astray.measure(options)
    yield from meant.rows(checked)
    for name in CLOSED:
        yield from _closed(name, listing=options.accuracy or not options.quick)
    yield from statuses.measure(options)
    yield from outages.measure(options)
    if not options.accuracy:
        yield _speed("citations", "cited.bib", _entries)
    if not (options.quick or options.accuracy):
        yield _speed("plain references", "cited.md", _references, None)


def _gold(options: Options) -> Iterator[Row]:
    """The gold set, with its confusion matrix."""
    quick = options.quick and not options.accuracy
    if quick:
        print("check: --quick leaves out the real strings of the gold set", file=sys.stderr)
    catalogue, cases = gold.gold(quick=quick)
    with tempfile.TemporaryDirectory() as folder:
        given = verdicts(Path(folder), catalogue, cases)
    _matrix(cases, given)
    right = [given[case.name] for case in cases if case.kind == "untouched"]
    wanted = {corrupt.__name__: names.split() for corrupt, names in gold.CORRUPTIONS.items()}
    wrong = [case for case in cases if case.kind != "untouched"]
    caught = sum(given[case.name] in wanted[case.kind] for case in wrong)
    of = len(right)
    yield Row("gold: right ones called wrong", _share(right, WRONG), 0.5, f"% of {of}", accuracy=True)
    yield Row("gold: right ones called inexact", _share(right, ("inexact",)), 1, f"% of {of}", accuracy=True)
    yield Row("gold: right ones verified or inexact", _share(right, FOUND), 97, f"% of {of}", most=False, accuracy=True)
    yield Row("gold: wrong ones caught", 100 * caught / len(wrong), 98, f"% of {len(wrong)}", most=False, accuracy=True)
    if not (options.quick or options.accuracy):
        yield from checkers.measure(catalogue, cases, given)


def verdicts(folder: Path, catalogue: Sequence[dict[str, Any]], cases: Sequence[gold.Case]) -> dict[str, str]:
    """The verdict on each case, by its name: a document of BibTeX, and one with a reference a line."""
    works, entries, listed = (folder / name for name in ("works.jsonl", "entries.bib", "list.md"))
    works.write_text("".join(f"{json.dumps(item)}\n" for item in catalogue), encoding="utf-8")
    entries.write_text("\n".join(case.text for case in cases if case.style == "bibtex"), encoding="utf-8")
    strings = [case for case in cases if case.style != "bibtex"]
    lines = [f"{place}. {case.text}" for place, case in enumerate(strings, 1)]
    listed.write_text("# References\n\n" + "\n\n".join(lines) + "\n", encoding="utf-8")
    names = {2 * place + 3: case.name for place, case in enumerate(strings)}
    found = dict.fromkeys((case.name for case in cases), "none")
    for one in checked(works, entries, listed)["citations"]:
        name = one["cited_as"] if one["document"].endswith(".bib") else names.get(one["line"])
        if name in found and found[name] in ("none", "unchecked"):
            found[name] = one["verdict"] or "none"
    return found


def checked(catalogue: Path, *documents: Path) -> Any:
    """The answer of `check` about documents, in a closed world."""
    command = (*COMMAND, *map(str, documents), "--catalogue", str(catalogue), "--json", "--fail-on", "never")
    return json.loads(subprocess.run(command, check=True, capture_output=True, cwd=catalogue.parent).stdout)


def _share(given: Sequence[str], names: Sequence[str]) -> float:
    return 100 * sum(name in names for name in given) / len(given)


def _matrix(cases: Sequence[gold.Case], given: dict[str, str]) -> None:
    """Print how many cases of each kind got each verdict."""
    count = Counter((_kind(case), given[case.name]) for case in cases)
    print(f"{'':<20}{''.join(f'{name:>11}' for name in VERDICTS)}", file=sys.stderr)
    for kind in dict.fromkeys(map(_kind, cases)):
        print(f"{kind:<20}{''.join(f'{count[kind, name]:>11}' for name in VERDICTS)}", file=sys.stderr)


def _kind(case: gold.Case) -> str:
    return case.kind if case.kind != "untouched" else f"untouched {case.style}"


def _closed(name: str, *, listing: bool) -> Iterator[Row]:
    """What the neutral scorer says of a set that none of us wrote, and which valid citations were flagged, for which
    reason; it is never tuned on."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run((sys.executable, SCORER, "make", name, folder), check=True, capture_output=True)
        made = Path(folder)
        answer = checked(made / "catalogue.jsonl", made / "citations.bib")
        (made / "check.json").write_text(json.dumps(answer), encoding="utf-8")
        command = (sys.executable, SCORER, "score", folder, made / "check.json", "--json")
        figures = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        truth = json.loads((made / "truth.json").read_text(encoding="utf-8"))
    valid = {key for key, (label, *_) in truth.items() if label == "valid"}
    flagged = tuple(_flagged(answer, valid)) if listing else ()
    caught, alarms = CLOSED[name]
    yield Row(f"{name}: caught", 100 * figures["detection"], caught, "%", most=False, accuracy=True)
    alarm = 100 * figures["false alarms"]
    yield Row(f"{name}: right ones flagged", alarm, alarms, "%", accuracy=True, listed=flagged)


def _flagged(answer: Any, valid: Collection[str]) -> Iterator[str]:
    """Each valid citation that does not count as right, a line: key, verdict and what the check says differs."""
    for one in answer["citations"]:
        if one["cited_as"] in valid and one["verdict"] in FLAGGED:
            yield f"{one['cited_as']}: {one['verdict']}; {'; '.join(one['evidence'])}"


def _speed(what: str, name: str, written: Callable[[Sequence[dict[str, Any]]], str], goal: float | None = 5) -> Row:
    """Seconds of processor time for many citations of many works, as a whole process."""
    items, order = gold.recorded(), random.Random(8)
    works = [_numbered(order.choice(items), number, order) for number in range(ENTRIES)]
    with tempfile.TemporaryDirectory() as folder:
        catalogue, document = Path(folder, "works.jsonl"), Path(folder, name)
        catalogue.write_text("".join(f"{json.dumps(item)}\n" for item in works), encoding="utf-8")
        document.write_text(written([works[number % ENTRIES] for number in range(CITATIONS)]), encoding="utf-8")
        with Path(folder, "answer").open("wb") as out:
            command = (*COMMAND, str(document), "--catalogue", str(catalogue), "--json", "--fail-on", "never")
            process = subprocess.Popen(command, stdout=out, cwd=folder)
            _, _, used = os.wait4(process.pid, 0)
    return Row(f"{CITATIONS:,} {what} over {ENTRIES:,} works", used.ru_utime + used.ru_stime, goal, "CPU s")


def _entries(works: Sequence[dict[str, Any]]) -> str:
    """BibTeX."""
    return "\n".join(styled.bibtex(f"k{number}", item, {"DOI": item["DOI"]}) for number, item in enumerate(works))


def _references(works: Sequence[dict[str, Any]]) -> str:
    """A numbered list in Markdown, in Vancouver's style."""
    lines = (f"{number}. {styled.vancouver('', item, {'DOI': item['DOI']})}" for number, item in enumerate(works, 1))
    return "# References\n\n" + "\n".join(lines) + "\n"


def _numbered(item: dict[str, Any], number: int, order: random.Random) -> dict[str, Any]:
    """A work made from a recorded one: its words in another order, under a DOI of its own."""
    words = item["title"].split()
    order.shuffle(words)
    doi = f"10.5555/made.{number}"
    return {**item, "title": " ".join(words), "id": doi, "DOI": doi, "PMID": str(90_000_000 + number)}


if __name__ == "__main__":
    sys.exit(rows.main("check", lambda options: list(measure(options))))
