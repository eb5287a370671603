"""What carries the title of a work and is not the work: notices by their type, copies, siblings, and its preprint."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from cluneal_lit.citations.matching.cited import Cited
from cluneal_lit.citations.matching.placing import Placed, around
from cluneal_lit.citations.matching.siblings import apart
from cluneal_lit.compare import AGREEING, Comparison, first_author, page, volume, year
from cluneal_lit.journals import SERVER
from cluneal_lit.late import late
from cluneal_lit.model import Fields, Record
from cluneal_lit.preprints import is_preprint

# By the types of PubMed and Crossref.
_ABOUT_ANOTHER = {
    *("component", "peer-review", "dataset"),
    *("published erratum", "retraction notice", "retraction of publication", "expression of concern"),
    "scientific integrity review",
}
_MAYBE = {"comment", "news"}  # many a letter that is cited for itself is a comment on another work
# Member 54718 of Crossref registers copies of famous papers under it (seen in public notes of August to October 2026).
_COPIES = "10.65215/"
_REVIEW = late(r"CD\d{6}(?:\.pub\d)?", re.IGNORECASE)
_REVIEW_DOI = late(r"(10\.1002/14651858\.CD\d{6})(\.pub\d+)?", re.IGNORECASE)
_PREPRINTS = late(r"rxiv|(?-i:CoRR)|preprint|research square|ssrn|zenodo|osf|authorea|f1000", re.IGNORECASE)


def doubt(cited: Cited, record: Record, title: Placed, found: Mapping[str, Comparison], numbers: str) -> str:
    """Why a record that fits a reference is not what it cites; empty if it may be; `numbers` as `numbered` gives."""
    types = {kind.lower() for kind in record.types}
    if kinds := types & _ABOUT_ANOTHER:
        return f"it is a {sorted(kinds)[0]}"
    if (maybe := types & _MAYBE) and found["pages"].relation not in AGREEING:
        return f"it is a {sorted(maybe)[0]}"
    if record.ids.doi.startswith(_COPIES):
        return "it is a copy"
    if is_preprint(record) and _cites_an_article(cited.fields):
        return "it is a preprint, and an article is cited"
    if not is_preprint(record) and record.fields.container_title and _cites_a_preprint(cited, record, title):
        return "a preprint is cited, and it is the article"
    return apart(cited, record.fields, title, found, numbers)


def _cites_an_article(fields: Fields) -> bool:
    """Whether a reference names a journal, or a place in one."""
    if fields.type == "article" or _PREPRINTS.search(fields.container_title):
        return False
    return bool(fields.volume or fields.page or fields.container_title)


def _cites_a_preprint(cited: Cited, record: Record, title: Placed) -> bool:
    """Whether a reference names a preprint server, and the record's journal is none."""
    place = cited.fields.container_title or around(cited, title)[1]
    return bool(SERVER.search(place) or "preprint" in place.lower()) and not _PREPRINTS.search(
        record.fields.container_title
    )


def other_version(ids: Collection[str], record: Record, found: Mapping[str, Comparison]) -> str:
    """Whether a Cochrane review is of another year or issue than the one cited, or its DOI of another version: all
    versions have one title and one number (`CD001234`, `10.1002/14651858.CD001234.pub2`)."""
    pages, year, issue = (found[field] for field in ("pages", "year", "issue"))
    later = year.relation == "contradicting" or f"{year.relation} {issue.relation}" == "close contradicting"
    stem, version = _version(record.ids.doi)
    cited = [_version(name.removeprefix("doi:")) for name in ids if name.startswith("doi:")]
    known = any(one[0] == stem and one[1] != version for one in cited) if stem else False
    numbered = _REVIEW.fullmatch(pages.right) and pages.relation in AGREEING
    return "it is another version of the review" if known or (numbered and later) else ""


def _version(doi: str) -> tuple[str, str]:
    """What the DOIs of all versions of a Cochrane review share, and which version it names; empty for other works."""
    found = _REVIEW_DOI.match(doi)
    return (found[1].lower(), found[2] or "") if found else ("", "")


def is_place_of(left: Fields, right: Fields) -> bool:
    """Whether two descriptions name one place: volume and first page, and the first author or the year of it."""
    placed = all(check(left, right).relation == "equal" for check in (page, volume))
    return placed and any(check(left, right).relation == "equal" for check in (first_author, year))


def is_bare(found: Mapping[str, Comparison]) -> bool:
    """Whether a reference says hardly more than a title, and it is this one."""
    others = {found[field].relation for field in ("author", "year", "volume", "pages")}
    return found["title"].relation == "equal" and others == {"missing"}


def unplaced(found: Mapping[str, Comparison]) -> str:
    """Why a title that many works have (`Editorial`) does not say which it is; empty if its place does."""
    pages, volume = found["pages"].relation, found["volume"].relation
    elsewhere = "contradicting" in (volume, found["year"].relation) or (volume, found["year"].relation) == (
        "missing",
        "close",
    )
    sure = (pages in AGREEING and not elsewhere) or (pages == "missing" and volume in AGREEING)
    return "" if sure else "its title is short, and its place does not say that it is the one"
