"""Titles in CSL-JSON: whose letters no style may change.

A style that prints titles in headline or sentence style changes fewer words than BibTeX does (`bibtex_title`): CSL's
processors leave acronyms as they are, but pandoc's citeproc prints `Co2`, `P53` and `x-ray`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from cluneal_lit.late import late

_WORD = late(r"[\w₊₋⁺⁻](?:[\w₊₋⁺⁻'’./+-]*[\w₊₋⁺⁻])?")
_PARTS = re.compile(r"[^'’./+-]+")


def as_spelt(title: str) -> str:
    """The title, marked where a style would spoil a word that mixes capitals, small letters or digits.

    https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#html-like-formatting-tags
    """
    return " ".join(map(_spelt, title.split(" ")))


# A bibliography says most words of its titles several times.
@lru_cache(maxsize=2**14)
def _spelt(run: str) -> str:
    if run.isalpha() and (run[1:].islower() or len(run) == 1):  # most are
        return run
    return _WORD.sub(_marked, run)


def _marked(match: re.Match[str]) -> str:
    """The word, marked from the first to the last of its parts that no dictionary has: `TNF-α`, but of `T2-weighted`
    the first alone."""
    word, parts = match[0], [*_PARTS.finditer(match[0])]
    special = [part for part in parts if _is_special(part[0])]
    if not special:
        return word
    start, end = special[0].start(), special[-1].end()
    meant = word[start:end]
    if not (_is_mixed(meant) or (len(meant) == 1 < len(parts) and meant.isupper())):
        return word
    return f'{word[:start]}<span class="nocase">{meant}</span>{word[end:]}'


def _is_special(part: str) -> bool:
    return len(part) == 1 or any(char.isupper() for char in part[1:]) or any(char.isdigit() for char in part)


def _is_mixed(word: str) -> bool:
    """Whether small letters stand beside inner capitals, or digits beside letters, but for `2nd` and `1990s`."""
    small, large = any(map(str.islower, word)), any(map(str.isupper, word))
    if any(map(str.isdigit, word)):
        return large or (small and not word[0].isdecimal())
    return small and any(map(str.isupper, word[1:]))
