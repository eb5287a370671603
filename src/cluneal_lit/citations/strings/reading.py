"""A reference string cut into tokens and labelled by the trained model."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

import msgspec
from msgspec import Struct

from cluneal_lit.citations.finders import identifier_hits
from cluneal_lit.citations.hits import Hit, Text
from cluneal_lit.citations.strings import crf, phrases
from cluneal_lit.citations.strings.attributes import said, with_ends
from cluneal_lit.citations.strings.context import Facet, facets
from cluneal_lit.citations.strings.lexical import BEFORE, BEHIND, REACH, beside, here
from cluneal_lit.citations.strings.tokens import LINE_NUMBER, TAG, Tokens, tokens

_ADDRESS = re.compile(r"(?:https?://|(?<![\w.@/])www\.)[^\s<>\"“”]+[^\s<>\"“”.,;:!?)\]}'’]", re.IGNORECASE)
_MASKED = {"url": _ADDRESS, "line": LINE_NUMBER, "": TAG}
_KEPT = 200_000  # forms and facets


class Cut(Struct, frozen=True):
    """The tokens of a string, and the identifiers and addresses among them."""

    tokens: Tokens
    hits: list[Hit]
    addresses: list[str]


class Stored(Struct, frozen=True):
    """The model as a file holds it: the weights of the field, the hashes of names of journals."""

    weights: crf.Weights
    journals: bytes
    belief: tuple[float, ...]


def cut(text: str, start: int = 0) -> Cut:
    """The tokens of a string from an offset on.

    Identifiers, addresses, and numbers that stand alone on a line inside it are one token each; tags of HTML are none.
    """
    hits: list[Hit] = []
    for hit in identifier_hits(Text(text)):
        if hit.start >= max(start, hits[-1].end if hits else 0):
            hits.append(hit)
    masked = [(hit.start, hit.end, hit.kind) for hit in hits]
    for kind, pattern in _MASKED.items():
        free = [match.span() for match in pattern.finditer(text, start)]
        masked += [(at, end, kind) for at, end in free if not any(at < to and end > begin for begin, to, _ in masked)]
    return Cut(tokens(text, sorted(masked), start), hits, [text[at:end] for at, end, kind in masked if kind == "url"])


class Reader:
    """The model, ready to label strings; what forms and facets weigh is kept from string to string."""

    def __init__(self, stored: Stored) -> None:
        self._model = crf.Model(stored.weights)
        self.journals = phrases.decoded(stored.journals)
        self.belief = stored.belief
        self._forms: dict[str, tuple[int, ...]] = {}
        self._facets: dict[Facet, int] = {}

    def labelled(self, found: Tokens) -> crf.Labelled:
        """The label of each token."""
        forms = [self._forms.get(text) or self._form(text) for text in with_ends(found.texts)]
        known = self._facets
        rows: list[int] = []
        for at, row in enumerate(facets(found, self.journals)):
            own = forms[at + 3][6]
            total = own + forms[at][0] + forms[at + 1][1] + forms[at + 2][2]
            total += forms[at + 4][3] + forms[at + 5][4] + forms[at + 6][5]
            for facet in row:
                weight = known.get(facet)
                total += self._facet(facet) if weight is None else weight
            rows.append(total)
        return self._model.labelled(rows)

    def _form(self, text: str) -> tuple[int, ...]:
        """What the form of a token weighs for the tokens that see it at each place of REACH, and for itself."""
        ends = (BEFORE, BEHIND)
        weights = (
            *(self._model.packed(beside(text, offset)) for offset in REACH),
            0 if text in ends else self._model.packed(here(text)),
        )
        if len(self._forms) < _KEPT:
            self._forms[text] = weights
        return weights

    def _facet(self, facet: Facet) -> int:
        """What a facet weighs that was not seen before."""
        weight = self._model.packed(said(facet))
        if len(self._facets) < _KEPT:
            self._facets[facet] = weight
        return weight


@cache
def reader() -> Reader:
    """The reader with the model that the package brings."""
    content = resources.files("cluneal_lit.citations.strings").joinpath("model.bin").read_bytes()
    return Reader(msgspec.msgpack.decode(content, type=Stored))
