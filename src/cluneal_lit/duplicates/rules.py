"""What decides about two records without any points: contradictions that no likeness outweighs, and one certainty.

On the labelled sets, 24,000 records, no rule contradicts a label that is not doubtful itself, but for one or two.
"""

from __future__ import annotations

from cluneal_lit.duplicates.people import People
from cluneal_lit.duplicates.places import DIFFER, NOTHING, SAME_JOURNAL, Places
from cluneal_lit.duplicates.relations import APART, EQUAL
from cluneal_lit.duplicates.wording import UNLIKE, Wording

SAME_PAGES = "pages"
RULES = {
    SAME_PAGES: "the same pages of the same journal, by the same authors",
    "doi": "each has a DOI of its own, and they differ in more",
    "pmid": "each has a PMID of its own",
    "elsewhere": "they stand on other pages, not of one journal",
    "title": "their titles have nothing in common",
    "series": "one title of a series, in different issues",
    "numbers": "their titles differ in a number",
    "words": "their titles differ in a word, and no volume or page agrees",
    "kinds": "one is about the other: a reply, comment, correction",
    "year": "they are years apart, and no volume or page agrees",
}
# Works of these kinds bear the title of the work that they are about.
_ABOUT = frozenset(("reply", "comment", "correction", "retraction", "discussion"))


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
    if titles.kinds & _ABOUT and places.first != EQUAL and (people.share in (1, 2, 3) or places.first == APART):
        return "kinds"
    return "year" if places.year > 2 and places.said in (NOTHING, DIFFER) else ""


def certain(places: Places, people: People, doi: int) -> bool:
    """Whether both name the same pages, four or more, of one journal: no two works of the same people share them."""
    return (
        places.span == 1
        and places.journal >= SAME_JOURNAL
        and places.year < 3
        and people.share > 3
        and APART not in (places.volume, places.issue, doi)
    )
