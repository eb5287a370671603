"""What decides about two records without any points: contradictions that no likeness outweighs, and certainties.

On the labelled sets, 24,000 records, no rule contradicts a label that is not doubtful itself, but for one or two.
"""

from __future__ import annotations

from cluneal_lit.duplicates.described import Described
from cluneal_lit.duplicates.forms import PREPRINT
from cluneal_lit.duplicates.people import People
from cluneal_lit.duplicates.places import DIFFER, NOTHING, SAME_JOURNAL, Places
from cluneal_lit.duplicates.relations import APART, EQUAL
from cluneal_lit.duplicates.wording import CONTAINED, UNLIKE, Wording

SAME_ID, SAME_PAGES = "id", "pages"  # join
ALONE, CONTRAST, FORM, SHORT = "alone", "contrast", "form", "short"  # ask; all others keep apart
RULES = {
    SAME_ID: "the same identifier, and nothing against it",
    SAME_PAGES: "the same pages of the same journal, by the same authors",
    ALONE: "the same title, but nothing else that agrees",
    "doi": "each has a DOI of its own, and they differ in more",
    "pmid": "each has a PMID of its own",
    "elsewhere": "they stand on other pages, not of one journal",
    "title": "their titles have nothing in common",
    "series": "one title of a series, in different issues",
    "numbers": "their titles differ in a number",
    "words": "their titles differ in a word, and no volume or page agrees",
    "preprint": "one is a preprint",
    "edition": "they are two editions",
    "trial": "they are registrations of two trials",
    CONTRAST: "their titles are the same but for a number or an opposite",
    FORM: "one is a thesis, report, data set, page or book",
    SHORT: "a title that many works have, and little else",
    "kinds": "one is about the other: a reply, comment, correction",
    "year": "they are years apart, and no volume or page agrees",
}
# Works of these kinds bear the title of the work that they are about.
_ABOUT = frozenset(("reply", "comment", "correction", "retraction", "discussion"))


_STATED = frozenset(("abstract", "protocol"))


def by_form(left: Described, right: Described) -> str:
    """The rule that decides by what two records that share no identifier say to be; empty for none."""
    if PREPRINT in (left.form, right.form) and left.form != right.form and _are_known(left, right):
        return "preprint"
    if left.edition and right.edition and left.edition != right.edition:
        return "edition"
    return "trial" if left.trial and right.trial and left.trial != right.trial else ""


def _are_known(left: Described, right: Described) -> bool:
    """Whether the one that is no preprint says what it is instead."""
    return all(one.form or one.journal for one in (left, right))


def by_place(places: Places, doi: int) -> str:
    """The rule that decides by places alone, of two records that share no identifier; empty for none."""
    if places.first != APART:
        return ""
    if doi == APART:
        return "doi"
    return "elsewhere" if EQUAL not in (places.volume, places.issue) and places.journal < SAME_JOURNAL else ""


def by_title(places: Places, titles: Wording, doi: int, pmid: int) -> str:
    """The rule that decides by titles too, of two records that share no identifier; empty for none."""
    same_page = places.first == EQUAL
    if titles.title == UNLIKE and places.span != 1:
        return "title"
    if pmid == APART and (not same_page or titles.title > 4):
        return "pmid"
    if doi == APART and (titles.title in (1, 2) or titles.kinds):
        return "doi"
    if titles.series == 2 and not same_page and places.apart:
        return "series"
    if titles.differing > 1 and titles.title > 10 and places.said == NOTHING:
        return "words"
    if titles.numbers == 3 and not same_page and (places.equal < 2 or places.first == APART):
        return "numbers"
    return ""


def by_people(places: Places, titles: Wording, people: People) -> str:
    """The rule that decides by authors too, of two records that share no identifier; empty for none."""
    apart = people.share in (1, 2, 3) or places.first == APART
    if places.first != EQUAL and (
        (titles.kinds & _ABOUT and apart) or (titles.kinds & _STATED and places.first == APART)
    ):
        return "kinds"
    return "year" if places.year > 2 and places.said in (NOTHING, DIFFER) else ""


def doubt(left: Described, right: Described, places: Places, titles: Wording, people: People) -> str:
    """What makes two records a question that share no identifier and that points would join; empty for nothing."""
    if places.first == EQUAL and places.journal >= SAME_JOURNAL:
        return ""
    if titles.contrast and places.first != EQUAL:
        return CONTRAST
    if left.form and right.form and left.form != right.form:
        return FORM
    if titles.title == 1 and places.equal < 2 and places.first != EQUAL:
        return SHORT
    return SHORT if people.same == 0 and not places.equal and titles.title in (1, 2, 3) else ""


def by_id(titles: Wording, people: People) -> str:
    """SAME_ID, of two records that share an identifier, where their titles do not speak against it.

    The DOI of a whole issue or supplement stands with each of its articles.
    """
    if titles.alike == 0:
        return SAME_ID if people.same in (0, 1) else ""
    return SAME_ID if titles.alike < 3 or titles.title <= CONTAINED else ""


def by_pages(places: Places, people: People, doi: int) -> str:
    """SAME_PAGES where both name the same pages, four or more, of one journal: no two works share them."""
    same = (
        places.span == 1
        and places.journal >= SAME_JOURNAL
        and places.year < 3
        and people.share > 3
        and APART not in (places.volume, places.issue, doi)
    )
    return SAME_PAGES if same else ""


def by_title_alone(places: Places, titles: Wording, people: People) -> str:
    """ALONE where no year, volume, page, author or word of an abstract is a second witness of a title."""
    return ALONE if titles.alike == 1 and not places.equal and places.year != 1 and people.same in (0, 3) else ""
