"""What came nearest to a reference, and how near. Every value is invented."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit.checks.nearest import nearest, of_search
from cluneal_lit.model import Asked, Fields, Record, Resolution
from cluneal_lit.registries import search_key
from tests.made import citation, fields, record

KNEE = fields("An invented survey of knees", "Tennant B, Umber C", "2004", "Knee Letters", "6", "1-9")
CITED = fields(authors="Quimby A, Umber C", journal="Knee Letters", volume="6", page="1-9")
# A title of one work, at the place of another.
TITLE = "Quimby A 2019, An invented trial of invented nerves in 40 invented patients (pmid:90000001)"
LIKE_TITLE = f"{TITLE}: same title, author, year; other journal, volume, pages, co-authors"
PLACE = "Tennant B 2004, An invented survey of knees (doi:10.5555/knee)"
LIKE_PLACE = f"{PLACE}: same journal, volume, pages; other title, author, year"


CROSSREFS = record("crossref", "doi:10.5555/a")


def searched(service: str, *near: Record, to: str = "") -> Asked:
    return Asked(service, "citation:c1", "2026-11-20", "absent", to=to or (near[0].id if near else ""), near=near)


def told(*lines: Asked, said: Fields = CITED, refused: tuple[str, ...] = ()) -> str:
    resolution = Resolution(citation("", said, id="c1"), refused=refused)
    return nearest(resolution, {}, {search_key(line.source, "c1"): line for line in lines})


def test_each_work_that_lent_a_part_is_told_with_what_of_it_is_the_references() -> None:
    lines = (
        searched("pubmed-search", record()),
        searched("crossref-search", record("crossref", "doi:10.5555/knee", KNEE)),
    )
    assert told(*lines) == f"{LIKE_TITLE} | {LIKE_PLACE}"


def test_a_work_that_two_searches_brought_is_told_once() -> None:
    both = (
        searched("pubmed-search", record(doi="10.5555/a")),
        searched("crossref-search", record("crossref", "doi:10.5555/a")),
    )
    assert told(*both) == LIKE_TITLE


def test_what_came_near_to_none_and_what_was_refused_is_not_told() -> None:
    assert told(searched("pubmed-search"), searched("crossref-search")) == ""
    line = searched("pubmed-search", record(doi="10.5555/a"))
    assert told(line, refused=("pmid:90000001",)) == ""
    assert told(line, refused=("doi:10.5555/a",)) == ""


def test_a_line_without_what_it_brought_tells_the_name() -> None:
    assert told(searched("pubmed-search", to="pmid:90000001")) == "pmid:90000001"


@pytest.mark.parametrize(
    ("types", "kind"), [(("Published Erratum",), ", erratum"), (("posted-content",), ", preprint"), (("Review",), "")]
)
def test_what_is_no_paper_says_so(types: tuple[str, ...], kind: str) -> None:
    near = replace(record(), types=types)
    same = "same title, author, year, journal, volume, pages"
    assert told(searched("pubmed-search", near), said=fields()) == f"{TITLE[:-1]}{kind}): {same}"


def test_authors_of_another_work_are_told_and_a_list_that_is_cut_has_none() -> None:
    assert "co-authors" in told(searched("pubmed-search", record()), said=fields(authors="Quimby A, Tennant B"))
    assert "co-authors" not in told(searched("pubmed-search", record()), said=fields(authors="Quimby A"))
    alone = record(said=fields(authors="Quimby A"))
    assert "co-authors" not in told(searched("pubmed-search", alone), said=fields(authors="Quimby A, Tennant B"))


def test_each_search_says_what_it_brought_itself() -> None:
    resolution = Resolution(citation("", CITED, id="c1"))
    assert of_search(resolution, searched("pubmed-search", record()), {}) == LIKE_TITLE
    assert of_search(resolution, searched("pubmed-search"), {}) == ""
