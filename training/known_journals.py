"""Which names of the public lists are of which journal: `python -m training.known_journals FOLDER` writes the table."""

from __future__ import annotations

import re
import sys
from array import array
from collections import defaultdict
from pathlib import Path

from cluneal_lit import journals, known_journals
from training import sisters
from training.journals import LISTS

_SUBTITLE = re.compile(r"\s*:\s|\s/\s")
TABLE = sisters.ROOT / "src" / "cluneal_lit" / known_journals.TABLE


def written(folder: Path) -> bytes:
    """The table: names that stand side by side in a list are one journal's, and so are those that share one."""
    listed = {name: sisters.rows(folder, name) for name in LISTS}
    of: dict[str, str] = {}
    for rows in listed.values():
        for full, short in rows:
            first, *others = sorted(_names(full, short)) or [""]
            for name in others:
                of[_journal(of, name)] = _journal(of, first)
    several = {journal for rows in listed.values() for journal in _shared(rows, of)}
    order = {journal: at for at, journal in enumerate(sorted({_journal(of, name) for name in [*of]}))}
    found = {
        known_journals.hashed(name): known_journals.number(order[journal], is_one=journal not in several)
        for name in sorted(of)
        for journal in (_journal(of, name),)
    }
    kept = sorted(found.items())
    return array("I", [name for name, _ in kept] + [number for _, number in kept]).tobytes()


def _shared(rows: list[tuple[str, str]], of: dict[str, str]) -> set[str]:
    """The journals that have several names without subtitle in one list, in full and abbreviated, and are several."""
    found: defaultdict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    for full, short in rows:
        bare, abbreviated = (" ".join(journals.significant(name)) for name in (full, short.replace(":", " ")))
        if abbreviated:
            fulls, shorts = found[_journal(of, abbreviated)]
            fulls.add(bare)
            shorts.add(abbreviated)
    return {journal for journal, names in found.items() if min(map(len, names)) > 1}


def _names(full: str, short: str) -> set[str]:
    """The names of a row, a subtitle left out unless the abbreviation keeps it, as that of a section; of several
    subtitles those behind too."""
    short = short.replace(":", " ")  # which parts a section there: `Circ.: Heart Failure`
    full = journals.with_section(full, short)
    heads = [full[: mark.start()] for mark in _SUBTITLE.finditer(full)]
    forms = {journals.significant(short), *(form for name in (full, *heads) for form in known_journals.forms(name))}
    return {" ".join(form) for form in forms if form}


def _journal(of: dict[str, str], name: str) -> str:
    """The name that stands for the journal of a name."""
    while (other := of.setdefault(name, name)) != name:
        of[name] = name = of[other]
    return name


if __name__ == "__main__":
    TABLE.write_bytes(written(Path(sys.argv[1])))
