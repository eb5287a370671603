"""Which names of the public lists are of which journal.

The table holds the names as numbers, made by `python -m training.known_journals` from the public lists of
https://github.com/JabRef/abbrv.jabref.org (CC0-1.0): 4 bytes for the hash of a name, 4 for its journal, in each of two
halves, sorted by the first. Names that some list has side by side are one journal's, so that two journals that share an
abbreviation are not told apart.
"""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_left
from functools import cache, lru_cache
from importlib.resources import files

from cluneal_lit.folding import words
from cluneal_lit.journals import FILLERS, significant, unbracketed

TABLE = "known_journals.bin"


def are_others(one: str, other: str) -> bool:
    """Whether two names are, each as a whole, those of two journals of the lists.

    One that goes on behind the other is not told here: it may be the same with its subtitle, place or edition.
    """
    left, right = journal(one), journal(other)
    if left is None or right is None or left == right:
        return False
    short, long = sorted((significant(one), significant(other)), key=len)
    begins = all(_is_begun(*pair) for pair in zip(short, long, strict=False))
    return short != long and not (begins and len(short) < len(long))


def _is_begun(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def are_one(one: str, other: str) -> bool:
    """Whether two names are, with their subtitles, one journal's of the lists, and of no other that shares a name."""
    left, right = (_found(" ".join(forms(name)[0])) for name in (one, other))
    return left is not None and left == right and left % 2 == 1


def number(place: int, *, is_one: bool) -> int:
    """The number of a journal, odd where its names are no other's."""
    return 2 * place + is_one


@lru_cache(maxsize=16384)
def journal(name: str) -> int | None:
    """The number of the journal that has this name, with subtitle or without; None where no list has it."""
    return next((found for form in forms(name) if (found := _found(" ".join(form))) is not None), None)


def forms(name: str) -> tuple[tuple[str, ...], ...]:
    """A name's words without its place in brackets, with its subtitle and without."""
    whole = tuple(word for word in words(unbracketed(name).replace("&", " ")) if word not in FILLERS)
    bare = significant(name)
    return (whole, bare) if whole != bare else (bare,)


def hashed(name: str) -> int:
    """The hash of the words of a name, with a blank between them."""
    return zlib.crc32(name.encode())


def _found(name: str) -> int | None:
    hashes, numbers = _table()
    sought = hashed(name)
    at = bisect_left(hashes, sought)
    return numbers[at] if at < len(hashes) and hashes[at] == sought else None


@cache
def _table() -> tuple[array[int], array[int]]:
    both = array("I", files("cluneal_lit").joinpath(TABLE).read_bytes())
    return both[: len(both) // 2], both[len(both) // 2 :]
