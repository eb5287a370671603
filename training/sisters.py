"""Journals whose whole name another journal's name begins with: `python -m training.sisters` writes the table.

From the public lists of names. A series, section or supplement, and a journal that took up another subject (`… and
Related Research`), is called by the first words too, and by those alone: it stands in no table.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from cluneal_lit import journals
from cluneal_lit.folding import words
from training.journals import LISTS

ROOT = Path(__file__).resolve().parents[1]
TABLE = ROOT / "src" / "cluneal_lit" / "sisters.txt"
_PLACE = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_PARTED = re.compile(r"[=;:/]|[.,]\s|\s[-–—]+\s")
# Behind a journal's name: what joins another subject, or says which of its editions or series it is.
_JOINS = frozenset("and und et y e i og och en part pt section sect series ser abt abteilung new ns the".split())
_EDITIONS = frozenset(
    "international int internationale journal j online suppl supplement supplements supplementum supplementa usa"
    " america london print china engl england fenn fennica scand scandinavica jpn japan".split()
)
_J = "j"
_SERIES = 2  # parts of a name from which it is that of a series
_MANY = 40  # journals behind words that are hardly a name (`International Journal`)


def written(folder: Path) -> str:
    """A line a name, in full and abbreviated: its words, and behind `|` those with which other journals go on."""
    listed = [row for name in LISTS for row in rows(folder, name)]
    called: defaultdict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for full, short in listed:
        called[journals.significant(short)] |= {journals.significant(short), journals.significant(full)}
    found: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    series: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for full, short in listed:
        for name, more, is_part in _begun(full, journals.significant(short)):
            if name in called:
                (series if is_part else found)[name].add(more)
    others = {name: found[name] - series[name] for name in found if len(series[name]) < _SERIES}
    kept = {name: more if len(more) < _MANY else more & {_J} for name, more in others.items()}
    lines = {
        f"{' '.join(form)}|{' '.join(sorted(more))}"
        for name, more in kept.items()
        if more
        for form in called[name]
        if form
    }
    return "".join(f"{line}\n" for line in sorted(lines))


def _begun(full: str, short: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str, bool]]:
    """Each beginning of an abbreviated name behind which a word makes it another's, with that word, and whether a stop
    parts them in the full name, as it does the parts of a series."""
    whole, head = _words(full), len(_words(_PARTED.split(full, maxsplit=1)[0]))
    behind = 0
    for count, word in enumerate(short):
        at = next((at for at in range(behind, len(whole)) if journals.abbreviates((word,), (whole[at],))), None)
        if at is None:
            return
        if count and at and whole[at - 1] not in _JOINS and _is_name(whole[at]):
            yield short[:count], word, at >= head
        if count == 1 and word == _J:  # NLM shortens no name of one word: `Circulation`, but `Circ J`
            yield (whole[at - 1],), word, at >= head
        behind = at + 1


def rows(folder: Path, name: str) -> list[tuple[str, str]]:
    """The journals of a list, each in full and abbreviated."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return [(row[0].strip('"'), row[1]) for row in csv.reader(lines) if len(row) > 1]


def _words(full: str) -> tuple[str, ...]:
    return tuple(words(_PLACE.sub("", full).replace("&", " and ")))


def _is_name(word: str) -> bool:
    """Whether a word that goes on behind a journal's name makes it another's."""
    return len(word) > 1 and not word.isdigit() and word not in _JOINS | _EDITIONS


if __name__ == "__main__":
    TABLE.write_text(written(Path(sys.argv[1])), encoding="utf-8")
