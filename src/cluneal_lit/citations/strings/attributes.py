"""The attributes of tokens by which the model knows them: what their forms and their places say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from cluneal_lit.citations.strings.context import Facet, places
from cluneal_lit.citations.strings.lexical import BEFORE, BEHIND, REACH, beside, here
from cluneal_lit.citations.strings.phrases import Phrases
from cluneal_lit.citations.strings.tokens import Tokens


def attributes(found: Tokens, journals: Phrases) -> list[list[str]]:
    """All attributes of each token, as the model learns them."""
    forms = with_ends(found.texts)
    around = [beside(form) for form in forms]
    placed = places(found, journals)
    rows = [
        [
            *here(form),
            *(one for which, offset in enumerate(REACH) for one in around[at + 3 + offset][which]),
            *(one for column in placed.everywhere for one in said(column[at])),
        ]
        for at, form in enumerate(found.texts)
    ]
    for at, facet in placed.names:
        rows[at] += said(facet)
    return rows


def with_ends(texts: Sequence[str]) -> list[str]:
    """The tokens with what stands beyond the ends of a string, as far as a token sees."""
    return [*[BEFORE] * REACH[-1], *texts, *[BEHIND] * REACH[-1]]


def said(facet: Facet) -> list[str]:
    """The attributes that a facet is."""
    return _SAID[str(facet[0])](*facet[1:])


def _said_at(tenth: int, first: int, last: int) -> list[str]:
    return [f"at={tenth}", f"from={first}", f"left={last}"]


def _said_so_far(kind: str, counts: tuple[int, int, int, int, int, int, int, str]) -> list[str]:
    years, years_left, stops, stops_left, places, places_left, depth, quoted = counts
    dated = f"{years}/{years_left}"
    return [
        f"y={dated}",
        f"y={dated}:{kind}",
        f"st={stops}/{stops_left}",
        f"st={stops_left}:{places_left}",
        f"pl={places}/{places_left}",
        f"yp={dated}:{places_left}:{min(stops_left, 2)}",
        f"in={depth}{quoted}",
        f"in={depth}{quoted}:{dated}",
    ]


def _said_looks(
    before2: str, before: str, own: str, after: str, after2: str, spaced: bool, spaced_after: bool
) -> list[str]:
    glued, around = f"{spaced:d}{spaced_after:d}", f"{before}|{own}|{after}"
    return [
        f"t={around}",
        f"t<={before2}|{before}|{own}",
        f"t>={own}|{after}|{after2}",
        f"g={glued}{own}",
        f"g={glued}{around}",
    ]


def _said_name(part: str, count: int, before: str, follows: str) -> list[str]:
    inner = "B" if part == "B" else "I"
    return [f"j={part}{count}", f"j={part}{count}>{follows}", f"j={inner}{count}<{before}>{follows}"]


_SAID: Mapping[str, Callable[..., list[str]]] = {
    "at": _said_at,
    "so far": _said_so_far,
    "ahead": lambda kinds: [f"k>{kinds}", f"k>{kinds[:5]}"],
    "behind": lambda kinds: [f"k<{kinds}"],
    "among": lambda kinds: [f"k<>{kinds}"],
    "looks": _said_looks,
    "begins": lambda: ["j=1"],
    "name": _said_name,
    "beside": lambda side, count: [f"j={side}{count}"],
}
