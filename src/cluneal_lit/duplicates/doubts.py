"""What makes two records a question that points, or an identifier, would join."""

from __future__ import annotations

import re
from itertools import product

from cluneal_lit import ends
from cluneal_lit.duplicates.corpus import Corpus
from cluneal_lit.duplicates.described import Described, Issue
from cluneal_lit.duplicates.forms import Meeting
from cluneal_lit.duplicates.people import People, people
from cluneal_lit.duplicates.places import NOTHING, SAME_JOURNAL, Places, places
from cluneal_lit.duplicates.relations import APART, CLOSE, EQUAL, MISSING
from cluneal_lit.duplicates.rules import (
    BARE,
    CONTRAST,
    FORM,
    JOURNAL,
    MEETING,
    NOTICE,
    PLACE,
    PLACES,
    SHARED,
    SHORT,
    VERSION,
    WORDS,
    are_reviews,
)
from cluneal_lit.duplicates.wording import CONTAINED, Wording
from cluneal_lit.folding import folded
from cluneal_lit.journals import likeness, significant
from cluneal_lit.late import late
from cluneal_lit.pages import bare

_NOTICES = frozenset(("correction", "retraction"))
_ARTICLE = 3  # pages that an article has at least between its first and its last, and the abstract of a talk has not
_ONE_PERSON, _INITIALS = 6, 2  # levels of `People.share` and `People.lead`
_DIGITS = re.compile(r"\d+")
_ONE_JOURNAL = 0.85  # likeness of names
_ABSTRACT = re.compile(r"\d+[a-z]{1,2}|(?!cd)[a-z]{2,4}\d+")
_LOCATOR = re.compile(r"e\d{3,}|\d{5,}")  # the number of an article that stands in the place of its pages
_LETTER = late(r"(?:letters?|correspondence|in reply|repl(?:y|ies)|comments?)(?: to the (?:editors?|authors?))?")


def doubt(left: Described, right: Described, stand: Places, titles: Wording, authors: People) -> str:
    """What makes two records a question that share no identifier and that points would join; empty for nothing."""
    if are_reviews(left, right) and (left.year != right.year or stand.issue == APART):
        return VERSION
    if stand.first == EQUAL and stand.journal >= SAME_JOURNAL:
        if _is_first_of_each(left, stand):
            return PLACES
        # Abstracts of one page, each with its number.
        return CONTRAST if titles.numbers == 3 and titles.title > CONTAINED and stand.span != 1 else ""
    if titles.contrast and stand.first != EQUAL:
        return CONTRAST
    if stand.first == MISSING and tell_of_others(titles) and _is_piece(left) and _is_piece(right):
        return WORDS
    if _is_elsewhere(left, right, stand):
        return PLACES
    if titles.kinds & _NOTICES and stand.first != EQUAL:
        return NOTICE
    if _is_of_a_meeting(left, right, stand):
        return MEETING
    if stand.journal and not stand.equal and _are_journals(left.journal, right.journal):
        return JOURNAL
    if left.form and right.form and left.form != right.form:
        return FORM
    if stand.said == NOTHING and authors.lead == _INITIALS and authors.share <= _ONE_PERSON:
        return BARE
    return SHORT if _is_little(left, stand, titles, authors) else ""


def _is_piece(one: Described) -> bool:
    """Whether a work is one of many short ones that the same people have in a supplement or at a meeting."""
    return one.printed == Issue.SUPPLEMENT or one.meeting == Meeting.LABELLED


def of_one_place(left: Described, right: Described, corpus: Corpus) -> str:
    """PLACE where two records that too little speaks for have the same first page, and more, of one volume, by the same
    people: one may have the title in another language, or a part of it. Empty for others."""
    if not left.first or left.first != right.first or not left.volume or left.volume != right.volume:
        return ""
    stand = places(left, right, corpus)
    is_one = stand.span == 1 or (stand.journal >= SAME_JOURNAL and (_runs(left) or _runs(right)))
    is_there = stand.year < 3 and stand.last != APART and _same_issue(left.issue, right.issue)
    return PLACE if is_one and is_there and people(left, right).same == 1 else ""


def _same_issue(one: str, other: str) -> bool:
    """Whether an issue is the other, part of it (`8`, `8-9`), or unknown."""
    return not one or not other or not {*one.split()}.isdisjoint(other.split())


def _runs(one: Described) -> bool:
    """Whether a work has three pages or more: on less, several may begin."""
    ends = [bare(page) for page in (one.first, one.last)]
    return all(map(str.isdigit, ends)) and int(ends[1]) - int(ends[0]) > 1


def _is_first_of_each(left: Described, stand: Places) -> bool:
    """Whether both begin on the first page of two issues, as all reports of a series do that has one in each."""
    return left.first == "1" and stand.issue == APART


def _is_elsewhere(left: Described, right: Described, stand: Places) -> bool:
    """Whether pages are others, and so is the volume; or one stands in a supplement; or one is an article and the
    other a single page of another issue, as the abstracts of a meeting are."""
    if stand.first != APART:
        return stand.first == MISSING and _is_in_supplement(left, right)
    if stand.volume == APART or stand.supplement or {left.printed, right.printed} == {Issue.PLAIN, Issue.SUPPLEMENT}:
        return True
    pairs = ((left, right), (right, left))
    return any(
        _is_long(one) and (_is_lettered(other) or (stand.issue == APART and not other.last)) for one, other in pairs
    )


def _is_lettered(one: Described) -> bool:
    """Whether a page has the letters of a meeting's abstracts: `257A`, `F-OR104`; one before it is that of an article
    (`e1754`), a supplement (`S12`), or a part of a journal (`A12`)."""
    return bool(_ABSTRACT.fullmatch(one.first))


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


def _is_of_a_meeting(left: Described, right: Described, stand: Places) -> bool:
    """Whether only one says to be of a meeting, and neither its page nor its issue is the other's."""
    less, more = sorted((left.meeting, right.meeting))
    if less or not more or stand.first in (EQUAL, CLOSE):
        return False
    return stand.first == APART or (more == Meeting.LABELLED and stand.issue != EQUAL)


def _are_journals(one: str, other: str) -> bool:
    """Whether two names of journals have no word in common, be it abbreviated, and neither is the other's acronym."""
    if likeness(one, other) >= _ONE_JOURNAL:
        return False
    pairs = product(significant(one), significant(other))
    return not any(mine.startswith(theirs) or theirs.startswith(mine) for mine, theirs in pairs)


def _is_little(left: Described, stand: Places, titles: Wording, authors: People) -> bool:
    """Whether a title is too short, or too common, for what else agrees."""
    if titles.title == 1 and stand.equal < 2 and stand.first != EQUAL:
        return True
    if titles.title in (1, 2) and stand.equal < 2 and stand.first == MISSING and _is_heading(left.written):
        return True
    return authors.same == 0 and not stand.equal and titles.title in (1, 2, 3)


def _is_heading(title: str) -> bool:
    """Whether a title is but what stands over all texts of a kind: `Letter to the editor`."""
    return ends.is_heading(title) or bool(_LETTER.fullmatch(folded(title)))


def doubt_of_id(left: Described, right: Described, stand: Places, titles: Wording) -> str:
    """What makes two records a question that share an identifier, which may be that of all abstracts of a supplement;
    empty for nothing. Titles that tell of other things are two works, unless the pages say that they are one."""
    if stand.span == 1 or not tell_of_others(titles):
        return ""
    if stand.first in (EQUAL, CLOSE) and not titles.contrast and titles.numbers != 3:
        is_one = titles.alike == 4 or _is_long(left) or _is_long(right) or _is_located(left, right)
        return "" if is_one else SHARED
    return SHARED


def tell_of_others(titles: Wording) -> bool:
    """Whether each of two titles has a number, or words that are more than joints, which the other has not."""
    return titles.title > CONTAINED and (titles.contrast or titles.numbers == 3 or titles.other)


def _is_located(left: Described, right: Described) -> bool:
    """Whether the page is the number of one article: not that of a supplement, which has many on one."""
    return Issue.SUPPLEMENT not in (left.printed, right.printed) and bool(_LOCATOR.fullmatch(left.first))
