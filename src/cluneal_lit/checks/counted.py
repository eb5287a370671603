"""The numbers of parts in titles, written one way: `I. Mechanisms`, `Part 1: Mechanisms` and `Teil I – Mechanisms`."""

from __future__ import annotations

import re

from cluneal_lit import kinds
from cluneal_lit.checks import said
from cluneal_lit.late import late

_PARTS = rf"(?:{'|'.join(kinds.PARTS)})\.?"
# By their order: one, two … in the languages of these words.
_SPELT = (
    "one first eins erster erste une un première premier primera primeira uno prima primo um första første",
    "two second zwei zweiter zweite deux deuxième seconde dos segunda due seconda dois duas andra anden annen",
    "three third drei dritter dritte trois troisième tres tercera tre terza três terceira tredje",
    "four fourth vier vierter vierte quatre quatrième cuatro cuarta quattro quarta quatro fjärde fjerde",
    "five fifth fünf fünfter fünfte cinq cinquième cinco quinta cinque",
)
_WORDS = {said.plainly(word): at for at, line in enumerate(_SPELT, 1) for word in line.split()}
_ROMAN = {roman: at for at, roman in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)}
_VALUES = {**_WORDS, **_ROMAN}
_FIGURE = r"(?:\d{1,2}|(?-i:[IVX]{1,4}))"
_NUMBER = rf"(?:\d{{1,2}}|[ivx]{{1,4}}|{'|'.join(word for line in _SPELT for word in line.split())})"
_COUNTED = late(
    rf"[\W_]*(?<![^\W_]){_PARTS}\s?({_NUMBER})(?![^\W_])[\W_]*"  # `Part 2`, `Teil II`
    rf"|[\W_]*(?<![^\W_])({_NUMBER})(?:\.|st|nd|rd|th|[aªºe])?\s{_PARTS}(?![^\W_])[\W_]*"  # `2. rész`, `Second part`
    rf"|(?:[.:;,?!–—-]\s+|\s?[(\[])({_FIGURE})(?:[.:)\]–—]+(?=\s|$)|\s*$|\s[–—-](?=\s))[\W_]*"  # `. II. `, `(2)`
    r"|(?<=[^\W_])\s((?-i:I{2,3}|IV|VI{0,3}|IX))(?=\s*(?:[.:]|$))[\W_]*",  # `bone health II: …`
    re.IGNORECASE,
)


def one_way(title: str) -> str:
    """The title with the numbers of its parts as `; part 2; `."""
    return _COUNTED.sub(_written, title)


def _written(found: re.Match[str]) -> str:
    number = said.plainly(next(filter(None, found.groups())))
    value = int(number) if number.isdigit() else _VALUES.get(number)
    return f"; part {value}; " if value else found[0]
