"""What becomes of two records alone."""

from __future__ import annotations

from cluneal_lit.duplicates import Judge
from cluneal_lit.duplicates.corpus import corpus
from cluneal_lit.duplicates.described import described
from cluneal_lit.duplicates.scorecard import scorecard
from cluneal_lit.model import Record


def outcome(left: Record, right: Record) -> str:
    """What becomes of two records: the rule of a question, `join` or `apart`."""
    pair = [described(left), described(right)]
    judged = Judge(pair, corpus(pair, [(0, 1)]), scorecard(), {})(0, 1)
    if judged.points >= scorecard().joined:
        return "join"
    return judged.rule or "asked" if judged.points >= scorecard().asked else "apart"
