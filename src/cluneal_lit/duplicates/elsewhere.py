"""Whether two records of much the same title say to stand in places that one work does not have: an article and the
abstract of a supplement or meeting, the first pages of two issues."""

from __future__ import annotations

import re

from cluneal_lit.duplicates.described import Described, Issue
from cluneal_lit.duplicates.forms import Meeting
from cluneal_lit.duplicates.places import Places
from cluneal_lit.duplicates.relations import APART, CLOSE, EQUAL, MISSING

_ARTICLE = 3  # pages that an article has at least between its first and its last, and the abstract of a talk has not
_DIGITS = re.compile(r"\d+")
_ABSTRACT = re.compile(r"\d+[a-z]{1,2}|(?!cd)[a-z]{2,4}\d+")
_LOCATOR = re.compile(r"e\d{3,}|\d{5,}")  # the number of an article that stands in the place of its pages


def is_piece(one: Described) -> bool:
    """Whether a work is one of many short ones that the same people have in a supplement or at a meeting."""
    return one.printed == Issue.SUPPLEMENT or one.meeting == Meeting.LABELLED


def is_first_of_each(left: Described, stand: Places) -> bool:
    """Whether both begin on the first page of two issues, as all reports of a series do that has one in each."""
    return left.first == "1" and stand.issue == APART


def are_elsewhere(left: Described, right: Described, stand: Places) -> bool:
    """Whether pages are others, and so is the volume; or one stands in a supplement; or one is an article and the
    other a single page of another issue, as the abstracts of a meeting are."""
    if stand.first != APART:
        return stand.first == MISSING and _is_in_supplement(left, right)
    if stand.volume == APART or stand.supplement or {left.printed, right.printed} == {Issue.PLAIN, Issue.SUPPLEMENT}:
        return True
    pairs = ((left, right), (right, left))
    return any(
        is_long(one) and (_is_lettered(other) or (stand.issue == APART and not other.last)) for one, other in pairs
    )


def _is_lettered(one: Described) -> bool:
    """Whether a page has the letters of a meeting's abstracts: `257A`, `F-OR104`; one before it is that of an article
    (`e1754`), a supplement (`S12`), or a part of a journal (`A12`)."""
    return bool(_ABSTRACT.fullmatch(one.first))


def _is_in_supplement(left: Described, right: Described) -> bool:
    """Whether only one of two, of which not both have a page, stands in a supplement: some leave the word out, and
    then the numbers are the same, and the other is no article whose pages are known. What has an identifier and no
    place yet may be an article in press, and the other its abstract."""
    plain, other = (left, right) if left.printed < right.printed else (right, left)
    if plain.printed == Issue.UNSAID and other.printed == Issue.SUPPLEMENT:
        return bool(plain.doi or plain.pmid) and not (plain.volume or plain.first or is_long(other))
    if (plain.printed, other.printed) != (Issue.PLAIN, Issue.SUPPLEMENT):
        return False
    numbers = ({*_DIGITS.findall(one.issue)} for one in (plain, other))
    return set.isdisjoint(*numbers) or (is_long(plain) and not other.first)


def is_long(one: Described) -> bool:
    """Whether a work has four pages or more, as an article has."""
    return one.first.isdigit() and one.last.isdigit() and int(one.last) - int(one.first) >= _ARTICLE


def is_of_a_meeting(left: Described, right: Described, stand: Places) -> bool:
    """Whether only one says to be of a meeting, and neither its page nor its issue is the other's."""
    less, more = sorted((left.meeting, right.meeting))
    if less or not more or stand.first in (EQUAL, CLOSE):
        return False
    return stand.first == APART or (more == Meeting.LABELLED and stand.issue != EQUAL)


def is_located(left: Described, right: Described) -> bool:
    """Whether the page is the number of one article: not that of a supplement, which has many on one."""
    return Issue.SUPPLEMENT not in (left.printed, right.printed) and bool(_LOCATOR.fullmatch(left.first))
