"""The scorecard that ships, and the judge that goes by it. The records are invented."""

from __future__ import annotations

from cluneal_lit.duplicates.corpus import corpus
from cluneal_lit.duplicates.described import described
from cluneal_lit.duplicates.evidence import SIZES, compared
from cluneal_lit.duplicates.scorecard import ALWAYS, NEVER, Judge, Judgement, scorecard
from tests.duplicates.invented import record

RECORDS = [described(record()), described(record(page="25")), described(record(page="", title="Ankles of horses"))]


def test_every_level_has_points() -> None:
    assert {name: len(weights) for name, weights in scorecard().weights.items()} == SIZES


def test_points_are_the_sum_of_the_levels() -> None:
    card = scorecard()
    known = corpus(RECORDS, [])
    levels = compared(RECORDS[0], RECORDS[1], known)
    assert not isinstance(levels, str)
    points = card.start + sum(card.weights[name][level] for name, level in zip(SIZES, levels, strict=True))
    found = Judge(RECORDS, known, card, {})(0, 1)
    assert (round(found.points, 6), found.rule) == (round(points, 6), "")


def test_rules_and_people_stand_above_points() -> None:
    judge = Judge(RECORDS, corpus(RECORDS, []), scorecard(), {(0, 1): False, (1, 2): True})
    assert [judge(0, 1), judge(1, 2), judge(0, 2), judge(0, 0)] == [
        Judgement(NEVER, "decision"),
        Judgement(ALWAYS, "decision"),
        Judgement(NEVER, "title"),
        Judgement(ALWAYS, "pages"),
    ]
