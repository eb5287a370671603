"""How likely all fields of a string are right, by what its reading shows: a logistic regression."""

from __future__ import annotations

import math
from collections.abc import Sequence
from operator import mul

from msgspec import Struct

from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens
from cluneal_lit.model import Fields, Ids, Name

_SUREST = 6.0  # natural logarithm of the odds: a model that is surer is not
_LEAST = 1e-9
_UNPLACED = 0.1  # how much of its confidence a string keeps that is nothing but a title
_STOPS = frozenset(".?!")


class Read(Struct, frozen=True):
    """What was read in a string: the segments as the model marked them with their probability, those that rules mended,
    and what they say."""

    probability: float
    tokens: Tokens
    marked: Segments
    mended: Segments
    fields: Fields
    ids: Ids


def confidence(read: Read, weights: Sequence[float]) -> float:
    """How likely all fields are right, 0 to 1. `weights`: one for each of the signs."""
    likely = 1 / (1 + math.exp(-sum(map(mul, weights, signs(read)))))
    return likely if _is_placed(read.fields, read.ids) else likely * _UNPLACED


def _is_placed(fields: Fields, ids: Ids) -> bool:
    """Whether more is said than a title, which any sentence may be taken for."""
    people = fields.author or fields.editor
    return bool(
        people or fields.container_title or fields.publisher or fields.issued or fields.number or fields.url or ids
    )


def signs(read: Read) -> tuple[float, ...]:
    """What speaks for and against that all is right; the first is always 1."""
    return (1.0, _odds(read.probability), *map(float, (*_of_fields(read.fields, read.ids), *_of_segments(read))))


def _odds(probability: float) -> float:
    odds = math.log(max(probability, _LEAST) / max(1 - probability, _LEAST))
    return max(-_SUREST, min(_SUREST, odds))


def _of_fields(fields: Fields, ids: Ids) -> tuple[bool, ...]:
    """What the fields lack or have."""
    return (
        not fields.title,
        not fields.author,
        not (fields.container_title or fields.publisher),
        not fields.issued,
        bool(fields.container_title and fields.volume and fields.page),
        bool(fields.issue),
        bool(fields.volume) and not fields.volume.isdigit(),
        any(name.literal for name in fields.author),
        any(not name.given and not name.literal for name in fields.author),
        _are_uneven(fields.author),
        any(word[:1].islower() for name in fields.author for word in name.given.split()),
        *(bool(one) for one in (ids.doi, ids.pmid, fields.url)),
    )


def _are_uneven(people: Sequence[Name]) -> bool:
    """Whether some people have initials, and some do not."""
    short = {_is_short(name.given) for name in people if not name.literal}
    return len(short) > 1


def _is_short(given: str) -> bool:
    return given.translate(_MARKS).isupper()


_MARKS = str.maketrans("", "", ".- ")


def _of_segments(read: Read) -> tuple[float, ...]:
    """What rules mended, what is marked twice or not at all, and how long the string is."""
    texts = read.tokens.texts
    labels = [one.label for one in read.mended if one.label != "editor"]
    free: list[str] = []
    end = 0
    for one in read.mended:
        free += texts[end : one.start]
        end = one.end
    free += texts[end:]
    return (
        [(one.label, one.start) for one in read.marked] != [(one.label, one.start) for one in read.mended],
        len(labels) > len({*labels}),
        any(_has_sentences(read.tokens, one) for one in read.mended if one.label == "title"),
        any(len(text) > 1 and text.isalpha() for text in free),
        min(4, sum(map(str.isdigit, free))),
        "al" in texts[2:] and texts[texts.index("al", 2) - 2] not in ",;.",
        math.log(len(texts)),
    )


def _has_sentences(found: Tokens, title: Segment) -> bool:
    """Whether a sentence ends within a title."""
    texts = found.texts[title.start : title.end]
    if _STOPS.isdisjoint(texts):
        return False
    return any(
        text in _STOPS and found.spaced[at] and found.texts[at][0].isupper()
        for at, text in enumerate(texts[:-1], title.start + 1)
    )
