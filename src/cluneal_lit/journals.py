"""Names of journals, in full and abbreviated."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from rapidfuzz import fuzz

from cluneal_lit.folding import words

_BRACKETED = re.compile(r"\s*[(\[][^)\]]*(?:[)\]]|$)|\s*:.*$|\s*=.*$")  # a bracket may have been cut off
_ELIDED = re.compile(r"\b[dlDL]['’](?=[^\W\d_]{3})")  # `Bulletin de l'Académie`
# The name of a server of preprints, which some give as the journal.
SERVER = re.compile(r"\b(?:\w{0,8}rxiv|(?-i:CoRR)|ssrn|research square|(?:osf )?preprints(?:\.org)?)\b", re.IGNORECASE)
_MEETING = re.compile(r"\b(?:conf|symp|congr|proc|meeting|workshop|annual|sessions)", re.IGNORECASE)
_BRACKETS = re.compile(r"[(\[][^)\]]*(?:[)\]]|$)")
BY_LETTERS = 0.95  # likeness of a name and its acronym
FILLERS = frozenset("a and de der des die du et for für in la le of on the und y".split())


@lru_cache(maxsize=8192)
def is_server(name: str) -> bool:
    """Whether a preprint server stands in the name of a journal or publisher."""
    return bool(SERVER.search(name))


@lru_cache(maxsize=8192)
def significant(name: str) -> tuple[str, ...]:
    """The words of a journal's name that an abbreviation keeps; the place in brackets and the subtitle are left out."""
    bare = _ELIDED.sub("", _BRACKETED.sub("", name) or name)
    return tuple(word for word in words(bare.replace("&", " ")) if word not in FILLERS)


def unbracketed(name: str) -> str:
    """The name without what stands in brackets."""
    return _BRACKETS.sub(" ", name)


@lru_cache(maxsize=65536)
def likeness(left: str, right: str) -> float:
    """How surely two names are one journal, from 0 to 1.

    1 when the words are equal or each word of one abbreviates the next of the other (`J Back Muscul Rehab`); 0.95 for
    an acronym; otherwise the likeness of the letters.
    """
    one, other = significant(left), significant(right)
    if not one or not other:
        return 0.0
    if one == other or abbreviates(one, other) or abbreviates(other, one):
        return 1.0
    if _acronym(one, other) or _acronym(other, one):
        return BY_LETTERS
    return fuzz.ratio(" ".join(one), " ".join(other)) / 100


def abbreviates(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether each word of the short name begins, or contracts, a word of the long one, in order, from the first on.

    Words of the long name may be passed over between two that fit, but not at its start or end.
    """
    if len(short) > len(long) or not shortens(short[0], long[0]) or not shortens(short[-1], long[-1]):
        return False
    rest = iter(long)
    return all(any(shortens(word, full) for full in rest) for word in short)


def shortens(word: str, full: str) -> bool:
    """Whether a folded word begins another, or contracts it: `natl`, `national`."""
    if full.startswith(word):
        return True
    if len(word) < 3 or word[0] != full[0]:
        return False
    letters = iter(full)
    return all(letter in letters for letter in word) and len(word) < len(full)


def _acronym(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return len(short) == 1 and 1 < len(long) == len(short[0]) and short[0] == "".join(word[0] for word in long)


def is_meeting(name: str) -> bool:
    """Whether a name is that of a meeting or its proceedings."""
    return bool(_MEETING.search(name))


def with_section(title: str, short: str) -> str:
    """A journal's name, as one where the abbreviated name keeps what stands behind its colon: that is no subtitle
    (`Journal of Neurosurgery: Spine`)."""
    head, colon, rest = title.partition(":")
    whole, kept = significant(f"{head} {rest}"), significant(short)
    is_kept = colon and kept and len(kept) > len(significant(head)) and abbreviates(kept, whole)
    return f"{head} {rest}" if is_kept else title


def are_sisters(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the significant words of one name are a whole journal's, and the other's go on as another's do that
    begins with them: `Eur J Cancer`, `Eur J Cancer Prev`."""
    more = _sisters().get(short, ()) if len(short) < len(long) else ()
    goes_on = long[len(short)] if more else ""
    return any(goes_on.startswith(word) if len(word) > 1 else goes_on in (word, "journal") for word in more)


@cache
def _sisters() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """By the words of a journal's name those with which the names of other journals go on behind them.

    Made by `python -m training.sisters` from the public lists of https://github.com/JabRef/abbrv.jabref.org (CC0-1.0).
    """
    lines = files("cluneal_lit").joinpath("sisters.txt").read_text(encoding="utf-8").splitlines()
    return {tuple(name.split()): tuple(more.split()) for name, _, more in (line.partition("|") for line in lines)}
