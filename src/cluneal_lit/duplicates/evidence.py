"""Two records held against each other: the levels of a scorecard, or the rule that decides without one."""

from __future__ import annotations

from rapidfuzz import fuzz

from cluneal_lit.duplicates import doubts, rules
from cluneal_lit.duplicates.corpus import Corpus
from cluneal_lit.duplicates.described import Described
from cluneal_lit.duplicates.people import People, people
from cluneal_lit.duplicates.places import AGREE, Places, parted, places
from cluneal_lit.duplicates.relations import APART, CLOSE, EQUAL, relation
from cluneal_lit.duplicates.titles import is_labelled, says_another
from cluneal_lit.duplicates.wording import Wording, wording

Levels = tuple[int, ...]
_MOSTLY, _NONE = 1, 3  # `People.same`

# The features, and how many levels each has; what is named with × are features taken together.
SIZES = {
    "title": 21,
    "shared words": 7,
    "likeness": 10,
    "differing words": 7,
    "added words": 7,
    "numbers": 4,
    "kinds": 4,
    "authors": 9,
    "all authors": 7,
    "first author": 5,
    "year": 5,
    "volume": 4,
    "issue": 4,
    "first page": 4,
    "last page": 4,
    "place": 16,
    "span": 4,
    "journal": 7,
    "doi": 3,
    "pmid": 3,
    "abstract": 5,
    "type": 3,
    "span × title × authors": 21,
    "id × title × authors": 13,
    "title × authors": 20,
    "title × place": 25,
    "journal × place": 20,
    "series × place": 15,
    "authors × place": 20,
    "title × year": 25,
    "title × doi": 15,
    "doi × place": 15,
    "kinds × place": 20,
    "title × journal": 20,
}


def compared(left: Described, right: Described, corpus: Corpus) -> Levels | str:
    """The level of each feature of `SIZES`, in its order; or the name of the rule that decides."""
    doi, pmid = relation(left.doi, right.doi), relation(left.pmid, right.pmid)
    strangers = _are_strangers(left, right)
    stand = places(left, right, corpus)
    if strangers and (rule := rules.by_form(left, right) or rules.by_place(stand, doi)):
        return rule
    if not strangers and rules.are_numbered(left, right):
        return rules.NUMBERED
    titles = wording(left, right, corpus)
    stand = parted(stand, titles.alike)
    if strangers and (rule := rules.by_title(stand, titles, doi, pmid)):
        return rule
    authors = people(left, right)
    abstract = _abstract(left.abstract, right.abstract)
    if strangers:
        rule = _by_all(stand, titles, authors, doi, abstract)
    else:
        rule = rules.by_id(stand, titles, authors, abstract)
    if rule:
        return rule
    return (
        *_simple(stand, titles, authors),
        doi,
        pmid,
        abstract,
        relation(left.type, right.type),
        *_together(stand, titles, authors, doi, strangers=strangers),
    )


def _are_strangers(left: Described, right: Described) -> bool:
    """Whether no identifier is common to both."""
    pairs = ((left.doi, right.doi), (left.pmid, right.pmid), (left.pmcid, right.pmcid))
    return all(not one or one != other for one, other in pairs)


def doubt(left: Described, right: Described, corpus: Corpus) -> str:
    """Why two records that points would join are a question all the same; empty for nothing."""
    if not _are_strangers(left, right):
        return doubt_of_id(left, right, corpus)
    titles = wording(left, right, corpus)
    stand = parted(places(left, right, corpus), titles.alike)
    return doubts.doubt(left, right, stand, titles, people(left, right), corpus)


def doubt_of_id(left: Described, right: Described, corpus: Corpus) -> str:
    """Why two records are a question that an identifier would join; empty for nothing, or where they share none."""
    if _are_strangers(left, right) or _abstract(left.abstract, right.abstract) > 2:
        return ""
    titles = wording(left, right, corpus)
    return doubts.doubt_of_id(left, right, parted(places(left, right, corpus), titles.alike), titles)


def another(left: Described, right: Described, corpus: Corpus) -> str:
    """ANOTHER where points would join or ask about two records, and one title alone says that it is another text or
    part; empty where it does not, or an identifier or page says that they are one work."""
    if not _are_strangers(left, right):
        return ""
    titles = wording(left, right, corpus)
    stand = parted(places(left, right, corpus), titles.alike)
    if stand.first in (EQUAL, CLOSE):
        return ""
    authors = people(left, right).same
    if left.title == right.title:
        is_another = authors == _NONE and is_labelled(left.written) != is_labelled(right.written)
        return rules.ANOTHER if is_another else ""
    if titles.alike not in (2, 3):
        return ""
    is_another = says_another(
        left.written,
        right.written,
        in_volume=stand.venue == 1 and stand.year < 2 and APART not in (stand.volume, stand.first),
        in_issue=stand.said == AGREE,
        by_others=authors != _MOSTLY and bool(left.people or right.people),
    )
    return rules.ANOTHER if is_another else ""


def _by_all(stand: Places, titles: Wording, authors: People, doi: int, abstract: int) -> str:
    """The rule that decides about records without a common identifier when everything is known; empty for none."""
    if rule := rules.by_people(stand, titles, authors) or rules.by_pages(stand, authors, doi):
        return rule
    return "" if abstract > 2 else rules.by_title_alone(stand, titles, authors)


def _simple(stand: Places, titles: Wording, authors: People) -> Levels:
    return (
        titles.title,
        titles.shared,
        titles.likeness,
        titles.differing,
        titles.added,
        titles.numbers,
        titles.kind,
        authors.share,
        authors.whole,
        authors.lead,
        stand.year,
        stand.volume,
        stand.issue,
        stand.first,
        stand.last,
        4 * stand.equal + stand.apart,
        stand.span,
        stand.journal,
    )


def _together(stand: Places, titles: Wording, authors: People, doi: int, *, strangers: bool) -> Levels:
    alike, same, said, venue = titles.alike, authors.same, stand.said, stand.venue
    return (
        1 + 4 * alike + same if stand.span == 1 and stand.year < 3 and venue != 3 else 0,
        0 if strangers else 1 + 3 * same + (alike == 4) + 2 * (alike in (1, 2)),
        4 * alike + same,
        5 * alike + said,
        5 * venue + said,
        5 * titles.series + said,
        5 * same + said,
        5 * alike + stand.year,
        3 * alike + doi,
        5 * doi + said,
        5 * titles.kind + said,
        4 * alike + venue,
    )


def _abstract(left: str, right: str) -> int:
    """0 missing, 1 (unlike) to 4 (the same), by how they begin."""
    if len(left) < 40 or len(right) < 40:
        return 0
    likeness = fuzz.ratio(left, right)
    return 1 + (likeness >= 50) + (likeness >= 70) + (likeness >= 90)
