"""The points of two records: how surely they are one work, by weights that were learnt from labelled sets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import chain

import msgspec
from msgspec import Struct

from cluneal_lit.duplicates.corpus import Corpus
from cluneal_lit.duplicates.described import Described, in_one_language
from cluneal_lit.duplicates.doubts import of_one_place
from cluneal_lit.duplicates.evidence import SIZES, another, compared, doubt, doubt_of_id
from cluneal_lit.duplicates.rules import ALONE, NUMBERED, PRESS, SAME_ID, SAME_PAGES, TITLE

DECIDED = "decision"
NEVER, ALWAYS = -100.0, 100.0  # points of two records that are ruled out, and of those that need no points
BARRED = -10.0  # of two that no third joins, and that are a question all the same


class Scorecard(Struct, frozen=True):
    """Weights in units of log-odds: `start`, and for each feature one a level.

    Two records are one work from `joined` points on, and a question from `asked` on.
    """

    start: float
    joined: float
    asked: float
    weights: dict[str, list[float]]


class Judgement(Struct, frozen=True, gc=False):
    """The points of two records, and the word for what decided without any (`evidence`, or DECIDED)."""

    points: float
    rule: str = ""


@cache
def scorecard() -> Scorecard:
    """The scorecard that ships with the program."""
    content = files(__package__).joinpath("scorecard.json").read_bytes()
    return msgspec.json.decode(content, type=Scorecard)


class Judge:
    """What holds records against each other; it remembers what it found."""

    def __init__(
        self, records: Sequence[Described], known: Corpus, card: Scorecard, decided: Mapping[tuple[int, int], bool]
    ) -> None:
        """`decided`: pairs that a person joined or kept apart."""
        self._records, self._known, self._card = records, known, card
        self._offsets, self._weights = _flat(card)
        self._ruled = {SAME_ID: ALWAYS, SAME_PAGES: ALWAYS, ALONE: card.asked, PRESS: card.asked, NUMBERED: BARRED}
        self._found = {pair: Judgement(ALWAYS if joined else NEVER, DECIDED) for pair, joined in decided.items()}

    def __call__(self, one: int, other: int) -> Judgement:
        """The judgement on two records, by their places, the first of which is lower."""
        pair = (one, other)
        found = self._found.get(pair)
        if found is None:
            found = self._found[pair] = self._judged(self._records[one], self._records[other])
        return found

    def _judged(self, left: Described, right: Described) -> Judgement:
        if left.original or right.original:
            left, right = in_one_language(left, right)
        evidence = compared(left, right, self._known)
        if evidence == SAME_ID and (rule := doubt_of_id(left, right, self._known)):
            return Judgement(self._card.asked, rule)
        if evidence == TITLE and (rule := of_one_place(left, right, self._known)):
            return Judgement(self._card.asked, rule)
        if isinstance(evidence, str):
            return Judgement(self._ruled.get(evidence, NEVER), evidence)
        weights = self._weights
        points = [weights[at + level] for at, level in zip(self._offsets, evidence, strict=True)]
        total = self._card.start + sum(points)
        if total >= self._card.asked and (rule := another(left, right, self._known)):
            return Judgement(NEVER, rule)
        if total < self._card.asked:
            rule = of_one_place(left, right, self._known)
            return Judgement(self._card.asked, rule) if rule else Judgement(total)
        doubted = doubt(left, right, self._known) if total >= self._card.joined else ""
        return Judgement(self._card.asked, doubted) if doubted else Judgement(total)


def _flat(card: Scorecard) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """Where the weights of each feature begin in the list of all weights."""
    offsets, end = [], 0
    for size in SIZES.values():
        offsets.append(end)
        end += size
    return tuple(offsets), tuple(chain.from_iterable(card.weights[name] for name in SIZES))
