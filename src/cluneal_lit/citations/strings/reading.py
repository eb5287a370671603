"""A reference string cut into tokens and labelled by the trained model."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from importlib import resources
from operator import attrgetter
from typing import TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.citations.identifiers.finders import identifier_hits
from cluneal_lit.citations.identifiers.hits import Hit, Text
from cluneal_lit.citations.strings import crf, phrases
from cluneal_lit.citations.strings.attributes import said, with_ends
from cluneal_lit.citations.strings.context import Facet, places
from cluneal_lit.citations.strings.lexical import BEFORE, BEHIND, REACH, beside, here
from cluneal_lit.citations.strings.tokens import LINE_NUMBER, TAG, Tokens, tokens
from cluneal_lit.late import late

_ADDRESS = late(r"(?:https?://|(?<![\w.@/])www\.)[^\s<>\"“”]+[^\s<>\"“”.,;:!?)\]}'’]", re.IGNORECASE)
_MASKED = {"url": _ADDRESS, "line": LINE_NUMBER, "": TAG}
_KEPT = 200_000  # forms, and facets
Key = TypeVar("Key")
Value = TypeVar("Value")


class Cut(Struct, frozen=True):
    """The tokens of a string, and the identifiers and addresses among them."""

    tokens: Tokens
    hits: list[Hit]
    addresses: list[str]


class Stored(Struct, frozen=True):
    """The model as a file holds it: the weights of the field, the hashes of names of journals, those of confidence, and
    the digest of what it was taught."""

    weights: crf.Weights
    journals: bytes
    belief: tuple[float, ...]
    taught: str = ""


def cut(text: str, start: int = 0, appended: Iterable[tuple[int, int]] = ()) -> Cut:
    """The tokens of a string from an offset on.

    Identifiers, addresses, and numbers that stand alone on a line inside it are one token each; tags of HTML are none;
    the stretches that are `appended` belong to the token before them.
    """
    hits: list[Hit] = []
    for hit in _written_out(text, identifier_hits(Text(text))):
        if hit.start >= max(start, hits[-1].end if hits else 0):
            hits.append(hit)
    masked = [(hit.start, hit.end, hit.kind) for hit in hits]
    sought = [(kind, [match.span() for match in pattern.finditer(text, start)]) for kind, pattern in _MASKED.items()]
    for kind, free in (*sought, ("", [*appended])):
        masked += [(at, end, kind) for at, end in free if not any(at < to and end > begin for begin, to, _ in masked)]
    return Cut(tokens(text, sorted(masked), start), hits, [text[at:end] for at, end, kind in masked if kind == "url"])


def _written_out(text: str, hits: list[Hit]) -> list[Hit]:
    """The hits; of a DOI told by server and number alone (`medRxiv. 2022 Nov 3:2022.11.03.1`) the number.

    Server and date can be read then. Such a DOI is left out where the string has one in full.
    """
    short = [hit for hit in hits if hit.kind == "doi" and hit.value and "/" not in text[hit.start : hit.end]]
    if not short:
        return hits
    full = any(hit.kind == "doi" and hit.value and hit not in short for hit in hits)
    rest = [hit for hit in hits if hit not in short]
    return rest if full else sorted([*rest, *(_number(text, hit) for hit in short)], key=attrgetter("start"))


def _number(text: str, hit: Hit) -> Hit:
    number = hit.value.partition("/")[2]
    at = text.lower().rfind(number, hit.start, hit.end)
    return replace(hit, start=at) if at > hit.start else hit


class Kept(dict[Key, Value]):
    """What was computed for each key, up to a number of them."""

    def __init__(self, compute: Callable[[Key], Value]) -> None:
        super().__init__()
        self._compute = compute

    def __missing__(self, key: Key) -> Value:
        value = self._compute(key)
        if len(self) < _KEPT:
            self[key] = value
        return value


class Reader:
    """The model, ready to label strings; what forms and facets weigh is kept from string to string."""

    def __init__(self, stored: Stored) -> None:
        self._model = crf.Model(stored.weights)
        self.journals = phrases.decoded(stored.journals)
        self.belief = stored.belief
        self._forms = Kept(self._form)
        self._facets = Kept(self._facet)

    def labelled(self, found: Tokens) -> crf.Labelled:
        """The label of each token."""
        size = len(found.texts)
        own, *seen = zip(*map(self._forms.__getitem__, with_ends(found.texts)), strict=True)
        columns: list[Iterable[int]] = [own[3 : size + 3]]
        columns += [weights[3 + offset : size + 3 + offset] for offset, weights in zip(REACH, seen, strict=True)]
        placed = places(found, self.journals)
        columns += [map(self._facets.__getitem__, column) for column in placed.everywhere]
        rows = [*map(sum, zip(*columns, strict=True))]
        for at, facet in placed.names:
            rows[at] += self._facets[facet]
        return self._model.labelled(rows)

    def _form(self, text: str) -> tuple[int, ...]:
        """What the form of a token weighs for itself, and for the tokens that see it at each place of REACH."""
        own = 0 if text in (BEFORE, BEHIND) else self._model.packed(here(text))
        return (own, *map(self._model.packed, beside(text)))

    def _facet(self, facet: Facet) -> int:
        return self._model.packed(said(facet))


@cache
def reader() -> Reader:
    """The reader with the model that the package brings."""
    return Reader(stored())


def stored() -> Stored:
    """The model that the package brings."""
    content = resources.files("cluneal_lit.citations.strings").joinpath("model.bin").read_bytes()
    return msgspec.msgpack.decode(content, type=Stored)
