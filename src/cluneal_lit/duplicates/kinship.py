"""Works that are two and belong together: a reply, notice, preprint, abstract, and the paper whose title it bears.

That is ours, by titles and people: no source states it, and nothing is joined by it.
"""

from __future__ import annotations

from cluneal_lit.duplicates.corpus import Corpus
from cluneal_lit.duplicates.described import Described
from cluneal_lit.duplicates.forms import PREPRINT, REGISTRATION
from cluneal_lit.duplicates.people import people
from cluneal_lit.duplicates.places import SAME_JOURNAL, places
from cluneal_lit.duplicates.titles import is_review
from cluneal_lit.duplicates.wording import CONTAINED, wording

# What a work is to the other, as a sentence says it; of two that it says to be the first counts.
KINDS = {
    PREPRINT: "a preprint of",
    REGISTRATION: "the registration of",
    "retraction": "the retraction of",
    "correction": "a correction of",
    "reply": "a reply to",
    "comment": "a comment on",
    "review": "a book review of",
    "discussion": "a discussion of",
    "letter": "a letter about",
    "protocol": "the protocol of",
    "abstract": "an abstract of",
}
_FORMS = (PREPRINT, REGISTRATION)
_FEW, _MANY = 4, 6  # words of a title that are enough in one journal, and anywhere
_YEARS = 4  # between a preprint and its paper


def kinship(left: Described, right: Described, corpus: Corpus) -> tuple[str, bool]:
    """What one work is to the other, of KINDS, and whether the second is; empty where they are no kin, or who knows."""
    ours, theirs = _said(left), _said(right)
    if bool(ours - theirs) == bool(theirs - ours):
        return "", False
    kind = next((kind for kind in KINDS if kind in ours ^ theirs), "")
    return (kind, bool(theirs - ours)) if kind and _is_of(kind, left, right, corpus) else ("", False)


def _said(one: Described) -> frozenset[str]:
    beyond = {one.form} if one.form in _FORMS else {"review"} if is_review(one.written) else set()
    return one.kinds | beyond if beyond else one.kinds


def _is_of(kind: str, left: Described, right: Described, corpus: Corpus) -> bool:
    """Whether one bears the title of the other, by the same people, in one journal, or so long that it is no chance."""
    titles = wording(left, right, corpus)
    if not 0 < titles.title <= CONTAINED and titles.alike != 2:
        return False
    length = min(len(left.words), len(right.words))
    if people(left, right).same == 1 and titles.series < 2:
        return kind != PREPRINT or not left.year or not right.year or abs(left.year - right.year) <= _YEARS
    if kind in _FORMS:
        return kind == REGISTRATION and bool(left.trial) and left.trial == right.trial
    return length >= _MANY or (length >= _FEW and places(left, right, corpus).journal >= SAME_JOURNAL)
