"""What makes two records a question that points, or an identifier, would join."""

from __future__ import annotations

from cluneal_lit import ends
from cluneal_lit.duplicates import elsewhere
from cluneal_lit.duplicates.corpus import Corpus
from cluneal_lit.duplicates.described import Described
from cluneal_lit.duplicates.differing import by_words
from cluneal_lit.duplicates.own import on_page
from cluneal_lit.duplicates.people import People, are_namesakes, are_others, is_group, people
from cluneal_lit.duplicates.places import NOTHING, SAME_JOURNAL, Places, places
from cluneal_lit.duplicates.relations import APART, CLOSE, EQUAL, MISSING
from cluneal_lit.duplicates.rules import (
    BARE,
    CONTRAST,
    FORM,
    JOURNAL,
    MEETING,
    NOTICE,
    OWN,
    PEOPLE,
    PLACE,
    PLACES,
    SHARED,
    SHORT,
    VERSION,
    WORDS,
    YEARLY,
    are_reviews,
)
from cluneal_lit.duplicates.titles import is_review
from cluneal_lit.duplicates.venues import are_two
from cluneal_lit.duplicates.wording import CONTAINED, Wording
from cluneal_lit.folding import folded
from cluneal_lit.late import late
from cluneal_lit.pages import bare

_NOTICES = frozenset(("correction", "retraction"))
_ONE_PERSON, _INITIALS = 6, 2  # levels of `People.share` and `People.lead`
_NEXT = 2  # level of `Places.year`: a year apart
_OWN = 6  # words of a title that is a paper's own
_SAME_SPANS = (1, 3)  # levels of `Places.span`: the same first and last page
_LETTER = late(r"(?:letters?|correspondence|in reply|repl(?:y|ies)|comments?)(?: to the (?:editors?|authors?))?")


def doubt(left: Described, right: Described, stand: Places, titles: Wording, authors: People, corpus: Corpus) -> str:
    """What makes two records a question that share no identifier and that points would join; empty for nothing."""
    if are_reviews(left, right) and (left.year != right.year or stand.issue == APART):
        return VERSION
    if are_others(left, right) and not _is_one_place(left, right, stand, titles):
        return PEOPLE
    is_there = stand.first == EQUAL and stand.journal >= SAME_JOURNAL
    if is_there and elsewhere.is_first_of_each(left, stand):
        return PLACES
    if titles.contrast and stand.span != 1:
        return CONTRAST
    if stand.first in (EQUAL, CLOSE) and on_page(left, right, stand, corpus):
        return OWN
    if is_there:  # abstracts of one page, each with its number
        return CONTRAST if titles.numbers == 3 and titles.title > CONTAINED and stand.span != 1 else ""
    if stand.first == MISSING and tell_of_others(titles) and elsewhere.is_piece(left) and elsewhere.is_piece(right):
        return WORDS
    if elsewhere.are_elsewhere(left, right, stand):
        return PLACES
    if titles.kinds & _NOTICES and stand.first != EQUAL:
        return NOTICE
    if stand.first not in (EQUAL, CLOSE) and (rule := by_words(left, right, stand, corpus)):
        return rule
    if elsewhere.is_of_a_meeting(left, right, stand):
        return MEETING
    if stand.journal and not stand.equal and _are_journals(left.journal, right.journal, corpus):
        return JOURNAL
    if _are_forms(left, right, stand):
        return FORM
    if stand.year == _NEXT and stand.said == NOTHING and not _may_be_in_press(left, right, stand):
        return YEARLY
    if stand.said == NOTHING and (are_namesakes(left, right) or _differ_in_initials(authors)):
        return BARE
    return SHORT if _is_little(left, stand, titles, authors) else ""


def _is_one_place(left: Described, right: Described, stand: Places, titles: Wording) -> bool:
    """Whether pages are the same from the first to the last, or the issue is, of a title that no two texts in it have:
    journals print several letters and reviews under one."""
    if stand.span in _SAME_SPANS:
        return stand.volume != APART
    issue = stand.first == MISSING and stand.volume == stand.issue == EQUAL and stand.journal >= SAME_JOURNAL
    is_long = titles.alike in (1, 2) and min(len(left.words), len(right.words)) >= _OWN
    return issue and is_long and not any(one.kinds or one.about or is_review(one.written) for one in (left, right))


def _are_forms(left: Described, right: Described, stand: Places) -> bool:
    """Whether two say to be of two forms, or of two types where not both name what they stand in, as a chapter and a
    book, or a talk and an article; `document` is any where none names it."""
    if left.form and right.form and left.form != right.form:
        return True
    types = {left.type, right.type}
    is_told = all(types) and ("document" not in types or left.journal or right.journal)
    return bool(is_told) and len(types) > 1 and not stand.journal and not stand.equal


def _may_be_in_press(left: Described, right: Described, stand: Places) -> bool:
    """Whether one stands in an issue of a journal and the other in the journal alone, as before it is printed; what has
    a short title, or is by a group, may be what they print each year."""
    placed = [bool(one.volume or one.issue or one.first) for one in (left, right)]
    are_own = all(len(one.words) >= _OWN and not is_group(one) for one in (left, right))
    return stand.journal >= SAME_JOURNAL and placed[0] != placed[1] and are_own


def _differ_in_initials(authors: People) -> bool:
    return authors.lead == _INITIALS and authors.share <= _ONE_PERSON


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


def _are_journals(one: str, other: str, corpus: Corpus) -> bool:
    return (one, other) not in corpus.aliases and are_two(one, other)


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
        is_one = (
            titles.alike == 4
            or elsewhere.is_long(left)
            or elsewhere.is_long(right)
            or elsewhere.is_located(left, right)
        )
        return "" if is_one else SHARED
    return SHARED


def tell_of_others(titles: Wording) -> bool:
    """Whether each of two titles has a number, or words that are more than joints, which the other has not."""
    return titles.title > CONTAINED and (titles.contrast or titles.numbers == 3 or titles.other)
