"""Several works in one note, and works that are written without volume and pages. All are invented."""

from __future__ import annotations

import pytest

from tests.citations.found import cited

WORKS = (
    "Alda A, Berg B. On nerves. J Inv. 2001;1:3-4",
    "Orlov O. A Book of Invented Backs. Nowhere: Fictive; 2010",
    "Dunn, D. (2013). On feet. Inv Rev, 12, f5577",
)
PARTED = (
    "{}; {}; {}.",
    "(1) {}. (2) {}. (3) {}.",
    "1. {}. 2. {}. 3. {}.",
    "[1] {}. [2] {}. [3] {}.",
    "a) {}; b) {}; c) {}.",
    "(i) {}; and (ii) {}; (iii) {}.",
    "{}.\n    {}.\n    {}.",
)


@pytest.mark.parametrize("label", ["1", "nerves"])
@pytest.mark.parametrize("parted", PARTED)
def test_each_work_of_a_note_is_an_entry_however_they_are_parted(parted: str, label: str) -> None:
    found = cited(f"It hurts.[^{label}] Much.\n\n[^{label}]: {parted.format(*WORKS)}\n", "a.md")
    assert [(one.raw.rstrip("."), len(one.cited_at)) for one in found if one.in_list] == [(one, 1) for one in WORKS]
    assert [(one.raw, len(one.cites)) for one in found if one.form == "marker"] == [(f"[^{label}]", 3)]


@pytest.mark.parametrize(
    "work",
    [
        "(1) Alda A, Berg B. On nerves. J Inv. 2001;1:3-4.",
        "Orlov O. A Book of Invented Backs. Nowhere: Fictive; 2010.",
        "Alda A, Berg B. On nerves in 2001; 1. 2. J Inv. 2001;1:3-4; discussion 5.",
        "Alda A, Berg B. On nerves. J Inv.\n    2001;1:3-4.\n    doi:10.1000/nerves.1",
    ],
)
def test_a_note_of_one_work_stays_one(work: str) -> None:
    found = cited(f"It hurts.[^1]\n\n[^1]: {work}\n", "a.md")
    said = " ".join(work.removeprefix("(1) ").split())
    assert [(one.number, one.raw) for one in found if one.in_list] == [(1, said)]


def test_an_article_with_a_number_in_the_place_of_pages_stands_in_a_list_without_heading() -> None:
    works = (
        "Alda, A., & Berg, B. (2012). On invented nerves. J Inv, 380, 581-590.",
        "Dunn, D. (2013). Exercise for feet. Inv Rev, 347, f5577.",
        "Eck, E. (2014). Rest for hands. Inv Rev, 348, Article 12.",
    )
    found = cited("It hurts.\n\n" + "\n".join(works) + "\n")
    assert [(one.raw, one.in_list) for one in found] == [(one, True) for one in works]
    assert cited("Berg, B. (2013). Rooms to let. Hall, 3, 12.\n") == ()


_A, _B = "PMID 21947009", "doi:10.1186/s13018-014-0139-7"


@pytest.mark.parametrize(
    "note",
    [
        f"The numbers are older than those of Smith, see {_A} and {_B}.",
        f"Two trials found the opposite: {_A} and {_B}.",
        f"This was shown in rats ({_A}) and in men ({_B}).",
        f"The first description is {_A}, the larger series {_B}.",
        f"Not all agree, e.g. Berg et al. 2012 ({_A}) or Roe 2014 ({_B}).",
    ],
)
@pytest.mark.parametrize("form", ["Pain.[^1]\n\n[^1]: {}\n", "Pain.^[{}]\n"])
def test_words_part_two_works_in_a_note_that_no_author_begins(form: str, note: str) -> None:
    named = [one.ids.keys() for one in cited(form.format(note), "a.md") if one.ids.keys()]
    assert named == [("pmid:21947009",), ("doi:10.1186/s13018-014-0139-7",)]


@pytest.mark.parametrize(
    "note",
    [
        f"Guideline of the clinic, 2019. {_A}. {_B}",
        f"A study of 2014, available from PubMed: {_A}, {_B}.",
        f"“Walking after block,” Lancet 380 (2012): 12, {_A}; Epub 2012 Jan 3. {_B}.",
        f"Berg A, Kim B. Walking and sleep. Lancet 2012;380:1-9. {_A} and {_B}.",
    ],
)
def test_two_identifiers_of_one_work_stay_together(note: str) -> None:
    named = [one.ids.keys() for one in cited(f"Pain.[^1]\n\n[^1]: {note}\n", "a.md") if one.ids.keys()]
    assert named == [("pmid:21947009", "doi:10.1186/s13018-014-0139-7")]
