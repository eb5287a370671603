"""The attributes of tokens by which the model knows them: what their forms and their places say."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from cluneal_lit.citations.strings.context import Facet, facets
from cluneal_lit.citations.strings.lexical import BEFORE, BEHIND, REACH, beside, here
from cluneal_lit.citations.strings.phrases import Phrases
from cluneal_lit.citations.strings.tokens import Tokens


def attributes(found: Tokens, journals: Phrases) -> list[list[str]]:
    """All attributes of each token, as the model learns them."""
    forms = with_ends(found.texts)
    return [
        [
            *here(forms[at + 3]),
            *(one for offset in REACH for one in beside(forms[at + 3 + offset], offset)),
            *(one for facet in row for one in said(facet)),
        ]
        for at, row in enumerate(facets(found, journals))
    ]


def with_ends(texts: Sequence[str]) -> list[str]:
    """The tokens with what stands beyond the ends of a string, as far as a token sees."""
    return [*[BEFORE] * REACH[-1], *texts, *[BEHIND] * REACH[-1]]


def said(facet: Facet) -> list[str]:
    """The attributes that a facet is."""
    return _SAID[str(facet[0])](*facet[1:])


def _said_at(tenth: int, first: int, last: int) -> list[str]:
    return [f"at={tenth}", f"from={first}", f"left={last}"]


def _said_so_far(
    kind: str,
    years: int,
    years_left: int,
    stops: int,
    stops_left: int,
    places: int,
    places_left: int,
    depth: int,
    quoted: str,
) -> list[str]:
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


def _said_kinds(behind: str, kind: str, ahead: str) -> list[str]:
    return [f"k>{ahead[:7]}", f"k>{ahead[:5]}", f"k<{behind[-5:]}", f"k<>{behind[-3:]}{kind}{ahead[:4]}"]


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
    "kinds": _said_kinds,
    "looks": _said_looks,
    "begins": lambda: ["j=1"],
    "name": _said_name,
    "beside": lambda side, count: [f"j={side}{count}"],
}
