"""What makes two records a question that points, or an identifier, would join."""

from __future__ import annotations

import re

from cluneal_lit import ends
from cluneal_lit.duplicates.described import Described, Issue
from cluneal_lit.duplicates.forms import Meeting
from cluneal_lit.duplicates.people import People
from cluneal_lit.duplicates.places import SAME_JOURNAL, Places
from cluneal_lit.duplicates.relations import APART, CLOSE, EQUAL, MISSING
from cluneal_lit.duplicates.rules import (
    CONTRAST,
    FORM,
    MEETING,
    NOTICE,
    PLACES,
    SHARED,
    SHORT,
    VERSION,
    WORDS,
    are_reviews,
)
from cluneal_lit.duplicates.wording import CONTAINED, Wording
from cluneal_lit.folding import folded
from cluneal_lit.late import late

_NOTICES = frozenset(("correction", "retraction"))
_ARTICLE = 3  # pages that an article has at least between its first and its last, and the abstract of a talk has not
_DIGITS = re.compile(r"\d+")
_LOCATOR = re.compile(r"e\d{3,}|\d{5,}")  # the number of an article that stands in the place of its pages
_LETTER = late(r"(?:letters?|correspondence|in reply|repl(?:y|ies)|comments?)(?: to the (?:editors?|authors?))?")


def doubt(left: Described, right: Described, places: Places, titles: Wording, people: People) -> str:
    """What makes two records a question that share no identifier and that points would join; empty for nothing."""
    if are_reviews(left, right) and (left.year != right.year or places.issue == APART):
        return VERSION
    if places.first == EQUAL and places.journal >= SAME_JOURNAL:
        if _is_first_of_each(left, places):
            return PLACES
        # Abstracts of one page, each with its number.
        return CONTRAST if titles.numbers == 3 and titles.title > CONTAINED and places.span != 1 else ""
    if titles.contrast and places.first != EQUAL:
        return CONTRAST
    if places.first == MISSING and tell_of_others(titles) and _is_piece(left) and _is_piece(right):
        return WORDS
    if _is_elsewhere(left, right, places):
        return PLACES
    if titles.kinds & _NOTICES and places.first != EQUAL:
        return NOTICE
    if _is_of_a_meeting(left, right, places):
        return MEETING
    if left.form and right.form and left.form != right.form:
        return FORM
    return SHORT if _is_little(left, places, titles, people) else ""


def _is_piece(one: Described) -> bool:
    """Whether a work is one of many short ones that the same people have in a supplement or at a meeting."""
    return one.printed == Issue.SUPPLEMENT or one.meeting == Meeting.LABELLED


def _is_first_of_each(left: Described, places: Places) -> bool:
    """Whether both begin on the first page of two issues, as all reports of a series do that has one in each."""
    return left.first == "1" and places.issue == APART


def _is_elsewhere(left: Described, right: Described, places: Places) -> bool:
    """Whether pages are others, and so is the volume; or one stands in a supplement; or one is an article and the
    other a single page of another issue, as the abstracts of a meeting are."""
    if places.first != APART:
        return places.first == MISSING and _is_in_supplement(left, right)
    if places.volume == APART or places.supplement or {left.printed, right.printed} == {Issue.PLAIN, Issue.SUPPLEMENT}:
        return True
    single = (not left.last and _is_long(right)) or (not right.last and _is_long(left))
    return places.issue == APART and single


def _is_in_supplement(left: Described, right: Described) -> bool:
    """Whether only one of two, of which not both have a page, stands in a supplement: some leave the word out, and
    then the numbers are the same, and the other is no article whose pages are known."""
    plain, other = (left, right) if left.printed < right.printed else (right, left)
    if (plain.printed, other.printed) != (Issue.PLAIN, Issue.SUPPLEMENT):
        return False
    numbers = ({*_DIGITS.findall(one.issue)} for one in (plain, other))
    return set.isdisjoint(*numbers) or (_is_long(plain) and not other.first)


def _is_long(one: Described) -> bool:
    return one.first.isdigit() and one.last.isdigit() and int(one.last) - int(one.first) >= _ARTICLE


def _is_of_a_meeting(left: Described, right: Described, places: Places) -> bool:
    """Whether only one says to be of a meeting, and neither its page nor its issue is the other's."""
    less, more = sorted((left.meeting, right.meeting))
    if less or not more or places.first in (EQUAL, CLOSE):
        return False
    return places.first == APART or (more == Meeting.LABELLED and places.issue != EQUAL)


def _is_little(left: Described, places: Places, titles: Wording, people: People) -> bool:
    """Whether a title is too short, or too common, for what else agrees."""
    if titles.title == 1 and places.equal < 2 and places.first != EQUAL:
        return True
    if titles.title in (1, 2) and places.equal < 2 and places.first == MISSING and _is_heading(left.written):
        return True
    return people.same == 0 and not places.equal and titles.title in (1, 2, 3)


def _is_heading(title: str) -> bool:
    """Whether a title is but what stands over all texts of a kind: `Letter to the editor`."""
    return ends.is_heading(title) or bool(_LETTER.fullmatch(folded(title)))


def doubt_of_id(left: Described, right: Described, places: Places, titles: Wording) -> str:
    """What makes two records a question that share an identifier, which may be that of all abstracts of a supplement;
    empty for nothing. Titles that tell of other things are two works, unless the pages say that they are one."""
    if places.span == 1 or not tell_of_others(titles):
        return ""
    if places.first in (EQUAL, CLOSE) and not titles.contrast and titles.numbers != 3:
        is_one = titles.alike == 4 or _is_long(left) or _is_long(right) or _is_located(left, right)
        return "" if is_one else SHARED
    return SHARED


def tell_of_others(titles: Wording) -> bool:
    """Whether each of two titles has a number, or words that are more than joints, which the other has not."""
    return titles.title > CONTAINED and (titles.contrast or titles.numbers == 3 or titles.other)


def _is_located(left: Described, right: Described) -> bool:
    """Whether the page is the number of one article: not that of a supplement, which has many on one."""
    return Issue.SUPPLEMENT not in (left.printed, right.printed) and bool(_LOCATOR.fullmatch(left.first))
