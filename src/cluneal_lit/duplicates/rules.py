"""What decides about two records without any points: contradictions that no likeness outweighs, and certainties.

On the labelled sets, 24,000 records, no rule contradicts a label that is not doubtful itself, but for one or two.
"""

from __future__ import annotations

from cluneal_lit.duplicates.described import Described
from cluneal_lit.duplicates.forms import MANUSCRIPT, PREPRINT, REGISTRATION
from cluneal_lit.duplicates.people import People
from cluneal_lit.duplicates.places import DIFFER, NOTHING, SAME_JOURNAL, Places
from cluneal_lit.duplicates.relations import APART, EQUAL
from cluneal_lit.duplicates.wording import CONTAINED, UNLIKE, Wording
from cluneal_lit.model import Ids

SAME_ID, SAME_PAGES = "id", "pages"  # join
ANOTHER, TITLE = "another", "title"  # keep apart
# ask; all others keep apart
ALONE, CONTRAST, FORM, SHORT = "alone", "contrast", "form", "short"
SHARED, NUMBERED, VERSION, PLACES, NOTICE = "shared", "numbered", "version", "places", "notice"
MEETING, WORDS, PLACE, JOURNAL, PRESS, BARE = "meeting", "others", "place", "journal", "press", "bare"
PEOPLE, YEARLY, WITHIN, OWN = "people", "yearly", "within", "own"
RULES = {
    SAME_ID: "the same identifier, and nothing against it",
    SAME_PAGES: "the same pages of the same journal, by the same authors",
    ALONE: "the same title, but nothing else that agrees",
    "doi": "each has a DOI of its own, and they differ in more",
    "pmid": "each has a PMID of its own",
    "elsewhere": "they stand on other pages, not of one journal",
    TITLE: "their titles have nothing in common",
    "series": "one title of a series, in different issues",
    "numbers": "their titles differ in a number",
    "opposite": "their titles are the same but for a number or an opposite, on the same pages",
    "words": "their titles differ in a word, and no volume or page agrees",
    "preprint": "one is a preprint",
    "edition": "they are two editions, or versions of a review",
    "registration": "one is the registration of a trial",
    "trial": "they are registrations of two trials",
    CONTRAST: "their titles are the same but for a number or an opposite",
    WORDS: "their titles differ in words, and no page agrees",
    OWN: "they begin on one page, but each title has words of its own",
    PLACE: "the same place by the same people, under another title",
    JOURNAL: "of two journals, and no volume, issue or page agrees",
    PRESS: "two years apart; one may have been in press",
    YEARLY: "a year apart, and nothing says that it is one work that was in press",
    WITHIN: "one title has words before or within the other, and no page agrees",
    FORM: "one is a thesis, report, data set, page, book, chapter, talk or manuscript",
    SHARED: "the same identifier, but their titles or pages differ",
    NUMBERED: "the same identifier, but each has a PMID or PMCID of its own",
    PLACES: "much the same, but in another volume or a supplement, and on another page",
    MEETING: "one may be the abstract of a conference, and no page says that they are one",
    NOTICE: "one may be the notice of a correction or retraction",
    VERSION: "a Cochrane review in two issues",
    SHORT: "a title that many works have, and little else",
    BARE: "the given names of the one author differ, and no volume, issue or page is known of both",
    PEOPLE: "none of their authors is the same, and no pages say that they are one",
    "kinds": "one is about the other: a reply, comment, correction",
    ANOTHER: "only one title says that it is another kind of text, or another part",
    "year": "they are years apart, and no volume or page agrees",
}
# Works of these kinds bear the title of the work that they are about.
_ABOUT = frozenset(("reply", "comment", "correction", "retraction", "discussion"))
_STATED = frozenset(("abstract", "protocol"))


def by_form(left: Described, right: Described) -> str:
    """The rule that decides by what two records that share no identifier say to be; empty for none."""
    if left.form != right.form and _are_known(left, right):
        for form in (PREPRINT, REGISTRATION):
            if form in (left.form, right.form):
                return form
    if left.edition and right.edition and left.edition != right.edition:
        return "edition"
    if left.trial and right.trial:
        if left.trial != right.trial:
            return "trial"
        return SAME_ID if left.form == right.form == REGISTRATION else ""
    return "edition" if are_reviews(left, right) and abs(left.year - right.year) > 1 else ""


def _are_known(left: Described, right: Described) -> bool:
    """Whether the one that is no preprint says what it is instead; a manuscript may be what was put on a server."""
    return all(one.form not in ("", MANUSCRIPT) or one.journal for one in (left, right))


def are_reviews(left: Described, right: Described) -> bool:
    """Whether both are of the Cochrane Library, which updates its reviews under one title and number."""
    if not left.year or not right.year:
        return False
    return all("cochrane database" in one.journal.lower() for one in (left, right))


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
    if titles.about and titles.title <= CONTAINED:
        return "kinds"
    if titles.title == UNLIKE and places.span != 1:
        return TITLE
    if pmid == APART and (not same_page or titles.title > 4):
        return "pmid"
    if doi == APART and (titles.title in (1, 2) or titles.kinds):
        return "doi"
    if titles.contrast and places.span == 1:
        return "opposite"
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
    if places.year < 3 or places.said not in (NOTHING, DIFFER):
        return ""
    in_press = places.year == 3 and places.said == NOTHING and places.journal >= SAME_JOURNAL
    return PRESS if in_press and titles.title in (3, 4) and not titles.series and people.same == 1 else "year"


def are_numbered(left: Described | Ids, right: Described | Ids) -> bool:
    """Whether two records have a PMID or PMCID of their own, of which a work has one, while a journal may give it a
    second DOI."""
    pairs = ((left.pmid, right.pmid), (left.pmcid, right.pmcid))
    return any(one and other and one != other for one, other in pairs)


def by_id(places: Places, titles: Wording, people: People, abstract: int) -> str:
    """SAME_ID, of two records that share an identifier, where their titles do not speak against it.

    The DOI of a whole issue or supplement stands with each of its articles, but no two have its pages.
    """
    is_there = places.span == 1 and places.year < 3 and APART not in (places.volume, places.issue)
    if abstract > 2 or is_there:
        return SAME_ID
    if titles.alike == 0:
        return SAME_ID if people.same in (0, 1) else ""
    differ = places.first == APART and (titles.differing > 1 or titles.contrast)
    if titles.title > CONTAINED and (differ or (titles.numbers == 3 and places.span != 1)):
        return ""
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
