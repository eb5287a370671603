"""What leads to a work and to the next is no author of it. All works are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations.parse import parse
from tests.citations.found import cited

ALDA = "Alda A, Berg B. On nerves. J Inv. 2001;1(2):3-4"
CRUZ = "Cruz C, Dunn D. On blocks. J Inv. 2002;1(3):5-6."
LEADS = (
    *("See", "Cf.", "see also", "e.g.,", "See, e.g.,", "See e.g.", "But see", "Also see", "See generally"),
    *("See for example", "For a review, see", "Quoted in", "Vgl.", "Vgl. etwa", "S. auch", "Siehe auch", "Voir aussi"),
)


def noted(note: str) -> list[tuple[str, str, str]]:
    """The entries of a note beside another: what is written, the first author and the last page."""
    found = cited(f"It hurts.[^1] Much.[^2]\n\n[^1]: {note}\n[^2]: {CRUZ}\n", "a.md")
    entries = [one for one in found if one.in_list and one.number == 1]
    return [(one.raw, one.fields.author[0].family, one.fields.page) for one in entries]


@pytest.mark.parametrize("lead", LEADS)
def test_what_leads_to_a_work_is_none_of_its_authors(lead: str) -> None:
    assert noted(f"{lead} {ALDA}.") == [(f"{lead} {ALDA}.", "Alda", "3-4")]
    assert parse(f"{lead} {ALDA}.").fields == parse(f"{ALDA}.").fields


@pytest.mark.parametrize(
    ("string", "family"),
    [
        ("See KC, Lee B. On nerves. J Inv. 2001;1(2):3-4.", "See"),
        ("Y. Berg. On nerves. J Inv. 2001;1(2):3-4.", "Berg"),
        ("E. G. Berg, O. Dunn: On invented nerves. Nowhere, 2003, pp. 1-9.", "Berg"),
        ("Z. B. Berg, O. Dunn: On invented nerves. Nowhere, 2003, pp. 1-9.", "Berg"),
    ],
)
def test_an_author_who_is_called_so_stays_one(string: str, family: str) -> None:
    assert parse(string).fields.author[0].family == noted(string)[0][1] == family


@pytest.mark.parametrize(
    "title", ["See Naples and walk", "Compare and contrast", "And then they walked", "Also walking"]
)
def test_a_title_that_begins_so_stays_whole(title: str) -> None:
    assert parse(f"{title}. Nowhere: Fictive Press; 2011.").fields.title == title


@pytest.mark.parametrize(
    "between", ["; and ", ", and ", " and ", "; see also ", ". See also ", "; see, e.g., ", "; cf. ", "; vgl. auch "]
)
def test_works_that_words_part_are_one_each(between: str) -> None:
    first, second = noted(f"See {ALDA}{between}{CRUZ}")
    assert (first[0].rstrip("."), first[1:]) == (f"See {ALDA}", ("Alda", "3-4"))
    assert (second[0].endswith(CRUZ), second[1:]) == (True, ("Cruz", "5-6"))


def test_what_leads_to_the_next_is_no_part_of_a_work() -> None:
    assert noted(f"{ALDA}; and") == [(f"{ALDA}; and", "Alda", "3-4")]


@pytest.mark.parametrize("lead", ["Optional:", "Recommended reading:", "Week 3:", "Pflichtlektüre:"])
def test_what_a_list_says_of_a_work_before_its_authors_is_none_of_them(lead: str) -> None:
    assert parse(f"{lead} {ALDA}.").fields == parse(f"{ALDA}.").fields
    (entry,) = cited(f"## References\n\n1. {lead} {ALDA}.\n", "a.md")
    assert [one.family for one in entry.fields.author] == ["Alda", "Berg"]


@pytest.mark.parametrize("title", ["Nerves and walks: a history of the hip", "Bones: Walking Society guideline"])
def test_a_title_with_a_colon_stays_one(title: str) -> None:
    assert parse(f"{title}. J Inv. 2001;1(2):3-4.").fields.title == title
