"""How many there are of each word, and what is said of citations by their number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from cluneal_lit.formats import notices
from cluneal_lit.model import STATUSES, Entry
from cluneal_lit.outputs import words

REFERENCES = ("reference or identifier", "references and identifiers")


def by_word(names: Iterable[str], order: Sequence[str]) -> dict[str, int]:
    """How many of each word there are, in a fixed order with others behind; a word without any is absent."""
    found = Counter(names)
    return {name: found[name] for name in (*order, *sorted(set(found) - set(order))) if found[name]}


def statuses(entries: Iterable[Entry]) -> dict[str, int]:
    """How many works there are of each editorial status; those whose status is provisional are `unchecked`."""
    return by_word((entry.status.name if entry.status.checked else "unchecked" for entry in entries), STATUSES)


def provisional(entries: Iterable[Entry]) -> dict[str, int]:
    """How many of the works that `statuses` calls `unchecked` have each provisional status."""
    return by_word((entry.status.name for entry in entries if entry.status.provisional), STATUSES)


def preprints(entries: Iterable[Entry]) -> dict[str, int]:
    """How many of the works are preprints that have since been `published`."""
    return by_word(("published" for entry in entries if notices.publication(entry)), ())


def citations(number: int, markers: int) -> str:
    """`23 citations (17 references and identifiers, 6 numbered markers)`; `6 citations, each by a number` of a list
    where all are markers, and the number alone where none is."""
    counted = words.counted(number, "citation")
    if not markers:
        return counted
    if markers == number:
        return f"{counted}, {'each ' if number > 1 else ''}by a number"
    return f"{counted} ({words.counted(number - markers, *REFERENCES)}, {words.counted(markers, 'numbered marker')})"


def unknown(number: int) -> str:
    """`1 reference or identifier leads to no known work.`"""
    one, many = REFERENCES
    return f"{words.counted(number, f'{one} leads', f'{many} lead')} to no known work."
