"""What the place of a token says: what stands around it, how far the string has come, what a list of journals knows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, repeat

from msgspec import Struct

from cluneal_lit.citations.strings.lexical import BEFORE, BEHIND, shape, word
from cluneal_lit.citations.strings.phrases import Phrases
from cluneal_lit.citations.strings.tokens import Tokens

# One side of a token's place: which side, and what it is there.
Facet = tuple[str | int | bool | tuple[str | int, ...], ...]

_OPEN, _CLOSED = frozenset("(["), frozenset(")]")
_OPENING, _CLOSING = frozenset("“«„‘"), frozenset("”»’")
_BROAD = {"Xx": "W", "XX": "W", "XXX": "W", "XxX": "W", "x": "W", "xX": "W", "X": "I", "y": "Y"}
_QUOTES = frozenset("\"'")
_BEGINS: Facet = ("begins",)
_WORDS = frozenset("WI")
_CHANGING = frozenset("DY.?!()[]") | _QUOTES  # what has come so far, or is to come
_AHEAD, _BEHIND = 7, 5  # kinds of tokens
_LONG_NAME = 3  # words
_FEW = 12  # tokens from an end
_MOST = (2, 2, 4, 4, 3, 3)  # years, stops and places before a token, each with those behind it: more say no more


class Places(Struct, frozen=True):
    """The facets of the places of tokens.

    `everywhere`: side by side, each with one facet of every token. `names`: further ones, each with its token's number.
    """

    everywhere: list[Sequence[Facet]]
    names: list[tuple[int, Facet]]


def places(found: Tokens, journals: Phrases) -> Places:
    """The facets of each token's place."""
    shapes = [shape(text) for text in found.texts]
    kinds = [_kind(one) for one in shapes]
    ahead, behind = _around(kinds)
    among = [before[-3:] + kind + after[:4] for before, kind, after in zip(behind, kinds, ahead, strict=True)]
    looks = [BEFORE, BEFORE, *shapes, BEHIND, BEHIND]
    everywhere: list[Sequence[Facet]] = [
        _far(len(kinds)),
        _counted(found, kinds),
        [*zip(repeat("ahead"), ahead)],
        [*zip(repeat("behind"), behind)],
        [*zip(repeat("among"), among)],
        [*zip(repeat("looks"), *(looks[at:] for at in range(5)), found.spaced, [*found.spaced[1:], False])],
    ]
    return Places(everywhere, _names(found.texts, kinds, journals))


@lru_cache(maxsize=1 << 10)
def _kind(looks: str) -> str:
    """What a token is by its shape: a letter for a word or a number, `<` for an identifier, or the mark itself."""
    if looks[0] == "d" and len(looks) == 2:
        return "D"
    return _BROAD.get(looks) or (looks if len(looks) == 1 else "<")


@lru_cache(maxsize=1 << 10)
def _far(size: int) -> Sequence[Facet]:
    """How far each of so many tokens is from the first and the last."""
    return tuple(("at", 10 * at // size, min(at, _FEW), min(size - at, _FEW)) for at in range(size))


def _around(kinds: Sequence[str]) -> tuple[list[str], list[str]]:
    """What stands behind and before each token, every run of words as one."""
    ahead: list[str] = []
    rest = BEHIND
    for kind in reversed(kinds):
        ahead.append(rest)
        if not (kind == "W" and rest[0] == "W"):
            rest = kind + rest[: _AHEAD - 1]
    ahead.reverse()
    behind: list[str] = []
    rest = BEFORE
    for kind in kinds:
        behind.append(rest)
        if not (kind == "W" and rest[-1] == "W"):
            rest = rest[1 - _BEHIND :] + kind
    return ahead, behind


def _counted(found: Tokens, kinds: Sequence[str]) -> list[Facet]:
    """How far the string has come at each token, by what has come before and is still to come."""
    texts = found.texts
    counted, quotes = _to_count(found, kinds), _quotes(texts, found.spaced, kinds)
    counts = [0] * len(_MOST)
    for which in chain.from_iterable(counted.values()):
        counts[which + 1] += 1
    so_far, depth, inside = (*map(min, counts, _MOST),), 0, ""
    state: tuple[str | int, ...] = (*so_far, depth, inside)
    facets: list[Facet] = []
    for at, kind in enumerate(kinds):
        if kind not in _CHANGING:
            facets.append(("so far", kind, state))
            continue
        if depth and texts[at] in _CLOSED:
            depth -= 1
            state = (*so_far, min(depth, 1), inside)
        facets.append(("so far", kind, state))
        if at in counted:
            for which in counted[at]:
                counts[which] += 1
                counts[which + 1] -= 1
            so_far = (*map(min, counts, _MOST),)
        elif at in quotes:
            inside = quotes[at]
        elif texts[at] in _OPEN:
            depth += 1
        else:
            continue
        state = (*so_far, min(depth, 1), inside)
    return facets


def _to_count(found: Tokens, kinds: Sequence[str]) -> dict[int, tuple[int, ...]]:
    """The tokens that are a year, end a sentence, or begin a place, and which counts (see _MOST) each moves on."""
    counted: dict[int, tuple[int, ...]] = {}
    for at, kind in enumerate(kinds):
        if kind in "DY":
            placed = _is_place(kinds, at)
            if kind == "Y" or placed:
                counted[at] = (0, 4) if kind == "Y" and placed else (4,) if placed else (0,)
        elif kind in ".?!" and _is_stop(found, kinds, at):
            counted[at] = (2,)
    return counted


def _is_stop(found: Tokens, kinds: Sequence[str], at: int) -> bool:
    """Whether a mark ends a sentence, and no initial."""
    inside = 0 < at < len(kinds) - 1 and found.texts[at] in ".?!"
    return inside and found.spaced[at + 1] and kinds[at - 1] != "I"


def _is_place(kinds: Sequence[str], at: int) -> bool:
    """Whether numbers follow each other like those of volume, issue and pages: `12(3)`, `12:345`, `345-9`."""
    return kinds[at] in "DY" and at + 2 < len(kinds) and kinds[at + 1] in ":;(,-" and kinds[at + 2] in "DYI"


def _quotes(texts: Sequence[str], spaced: Sequence[bool], kinds: Sequence[str]) -> dict[int, str]:
    """For each quotation mark inside which marks one stands behind it, `"` or `'`; `+` behind the last of them."""
    found: dict[int, str] = {}
    inside, ever = "", ""
    for at, mark in enumerate(kinds) if not _QUOTES.isdisjoint(kinds) else ():
        if mark not in _QUOTES:
            continue
        text = texts[at]
        last = at + 1 == len(texts)
        opens = text in _OPENING or (
            text not in _CLOSING and (spaced[at] or not at) and not last and not spaced[at + 1]
        )
        closes = inside == mark and not opens and (mark == '"' or last or spaced[at + 1] or not texts[at + 1].isalpha())
        if opens and not inside:
            inside = mark
        elif closes:
            inside, ever = "", "+"
        found[at] = inside or ever
    return found


def _names(texts: Sequence[str], kinds: Sequence[str], journals: Phrases) -> list[tuple[int, Facet]]:
    """Where the list knows names: their tokens, and those beside them."""
    words = [word(text) if kind in _WORDS else "" for text, kind in zip(texts, kinds, strict=True)]
    facets: list[tuple[int, Facet]] = [(at, _BEGINS) for at in journals.begun(words)]
    for start, end in journals.found(words):
        count = min(_LONG_NAME, sum(map(bool, words[start:end])))
        before, follows = kinds[start - 1] if start else BEFORE, "".join(kinds[end : end + 2])
        for at in range(start, end):
            part = "B" if at == start else "E" if at == end - 1 else "M"
            facets.append((at, ("name", part, count, before, follows)))
        if start:
            facets.append((start - 1, ("beside", "-", count)))
        if end < len(texts):
            facets.append((end, ("beside", "+", count)))
    return facets
