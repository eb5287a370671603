"""What the place of a token says: what stands around it, how far the string has come, what a list of journals knows."""

from __future__ import annotations

from collections.abc import Sequence

from cluneal_lit.citations.strings.lexical import BEFORE, BEHIND, shape, word
from cluneal_lit.citations.strings.phrases import Phrases
from cluneal_lit.citations.strings.tokens import Tokens

# One side of a token's place: which side, and what it is there.
Facet = tuple[str | int | bool, ...]

_OPEN, _CLOSED = frozenset("(["), frozenset(")]")
_OPENING, _CLOSING = frozenset("“«„‘"), frozenset("”»’")
_BROAD = {"Xx": "W", "XX": "W", "XXX": "W", "XxX": "W", "x": "W", "xX": "W", "X": "I", "y": "Y"}
_AHEAD, _BEHIND = 8, 6  # kinds of tokens
_LONG_NAME = 3  # words
_FEW = 12  # tokens from an end
_MOST = (2, 4, 3)  # years, stops, places


def facets(found: Tokens, journals: Phrases) -> list[list[Facet]]:
    """The facets of each token's place, in the order of the tokens."""
    shapes = [shape(text) for text in found.texts]
    kinds = [_BROAD.get(one) or _kind(one) for one in shapes]
    rows = _counted(found, kinds)
    ahead, behind = _around(kinds)
    looks = [BEFORE, BEFORE, *shapes, BEHIND, BEHIND]
    spaced = [*found.spaced, False]
    for at, row in enumerate(rows):
        row.append(("kinds", behind[at], kinds[at], ahead[at]))
        row.append(("looks", *looks[at : at + 5], spaced[at], spaced[at + 1]))
    _add_names(rows, found.texts, kinds, journals)
    return rows


def _kind(looks: str) -> str:
    """What a token is by its shape: `D` a number, `<` an identifier, or the mark itself."""
    if looks[0] == "d" and len(looks) == 2:
        return "D"
    return looks if len(looks) == 1 else "<"


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


def _counted(found: Tokens, kinds: Sequence[str]) -> list[list[Facet]]:
    """How far the string has come at each token: by tokens, and by what has come before and is still to come."""
    texts, spaced = found.texts, found.spaced
    size = len(texts)
    stops = [
        text in ".?!" and at + 1 < size and spaced[at + 1] and at > 0 and kinds[at - 1] != "I"
        for at, text in enumerate(texts)
    ]
    places = [_is_place(kinds, at) for at in range(size)]
    quoted = _quoted(texts, spaced)
    seen, left = [0, 0, 0], [kinds.count("Y"), sum(stops), sum(places)]
    so_far = _so_far(seen, left)
    depth = 0
    rows: list[list[Facet]] = []
    for at, (kind, text, inside) in enumerate(zip(kinds, texts, quoted, strict=True)):
        if text in _CLOSED and depth:
            depth -= 1
        first, last = min(at, _FEW), min(size - at, _FEW)
        rows.append([("at", 10 * at // size, first, last), ("so far", kind, *so_far, min(depth, 1), inside)])
        depth += text in _OPEN
        if kind == "Y" or stops[at] or places[at]:
            for which, here in enumerate((kind == "Y", stops[at], places[at])):
                seen[which] += here
                left[which] -= here
            so_far = _so_far(seen, left)
    return rows


def _so_far(seen: Sequence[int], left: Sequence[int]) -> tuple[int, ...]:
    """Years, stops and places before a token and behind it, counted up to where more say nothing more."""
    counts = zip(seen, left, _MOST, strict=True)
    return tuple(min(count, most) for before, behind, most in counts for count in (before, behind))


def _is_place(kinds: Sequence[str], at: int) -> bool:
    """Whether numbers follow each other like those of volume, issue and pages: `12(3)`, `12:345`, `345-9`."""
    return kinds[at] in "DY" and at + 2 < len(kinds) and kinds[at + 1] in ":;(,-" and kinds[at + 2] in "DYI"


def _quoted(texts: Sequence[str], spaced: Sequence[bool]) -> list[str]:
    """For each token the marks inside which it stands, `"` or `'`; `+` behind them, nothing before."""
    found: list[str] = []
    inside, ever = "", ""
    for at, text in enumerate(texts):
        found.append(inside or ever)
        mark = word(text)
        if mark not in ('"', "'"):
            continue
        last = at + 1 == len(texts)
        opens = text in _OPENING or (
            text not in _CLOSING and (spaced[at] or not at) and not last and not spaced[at + 1]
        )
        closes = inside == mark and not opens and (mark == '"' or last or spaced[at + 1] or not texts[at + 1].isalpha())
        if opens and not inside:
            inside = mark
        elif closes:
            inside, ever = "", "+"
    return found


def _add_names(rows: list[list[Facet]], texts: Sequence[str], kinds: Sequence[str], journals: Phrases) -> None:
    """Add where the list knows names: their tokens, and those beside them."""
    words = [word(text) if kind in ("W", "I") else "" for text, kind in zip(texts, kinds, strict=True)]
    for at, first in enumerate(words):
        if first and journals.begins(first):
            rows[at].append(("begins",))
    for start, end in journals.found(words):
        count = min(_LONG_NAME, sum(map(bool, words[start:end])))
        before, follows = kinds[start - 1] if start else BEFORE, "".join(kinds[end : end + 2])
        for at in range(start, end):
            part = "B" if at == start else "E" if at == end - 1 else "M"
            rows[at].append(("name", part, count, before, follows))
        if start:
            rows[start - 1].append(("beside", "-", count))
        if end < len(texts):
            rows[end].append(("beside", "+", count))
