"""Lines that hold one author each, and groups whose names have an `and`. People and groups are invented, or public
bodies."""

from __future__ import annotations

import pytest

from cluneal_lit import names
from cluneal_lit.formats import exchange
from cluneal_lit.model import Name

FDA, NICE = "Food and Drug Administration", "National Institute for Health and Care Excellence"
WELFARE = "Department of Health, Education and Welfare"
TEXTS = {
    "a.ris": "TY  - JOUR\nTI  - A\nAU  - {}\nER  - \n",
    "a.enw": "%0 Journal Article\n%T A\n%A {}\n",
    "a.csv": 'title,authors,year\nA,"{}",2001\n',
}
ISU, KIM = Name(family="Isu", given="T."), Name(family="Kim", given="K.")


def authors(file: str, written: str) -> tuple[Name, ...]:
    ((record,), _) = exchange.read(TEXTS[file].format(written), file)
    return record.fields.author


@pytest.mark.parametrize("file", TEXTS)
@pytest.mark.parametrize("group", [FDA, NICE, WELFARE, "Hepatitis B and C Group", "Invented & Sons, Inc"])
def test_a_group_with_an_and_in_its_name_is_one(file: str, group: str) -> None:
    assert authors(file, group) == (Name(literal=group),)


@pytest.mark.parametrize("file", TEXTS)
@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Isu, T. and Kim, K.", (ISU, KIM)),
        ("Isu, T., Kim, K., and Invented Study Group", (ISU, KIM, Name(literal="Invented Study Group"))),
        ("Isu, T and others", (Name(family="Isu", given="T"), names.ET_AL)),
        ("Isu, T et al.", (Name(family="Isu", given="T"), names.ET_AL)),
        ("de la Cruz, T.", (Name(family="Cruz", given="T.", non_dropping_particle="de la"),)),
        ("Isu, T., Jr.", (Name(family="Isu", given="T.", suffix="Jr"),)),
    ],
)
def test_a_line_that_plainly_holds_people_is_read_apart(file: str, written: str, expected: tuple[Name, ...]) -> None:
    assert authors(file, written) == expected


@pytest.mark.parametrize("file", ["a.ris", "a.enw"])
def test_a_family_name_may_have_an_and(file: str) -> None:
    assert authors(file, "Isu & Sons, T.") == (Name(family="Isu & Sons", given="T."),)


@pytest.mark.parametrize("group", [FDA, NICE, WELFARE])
def test_a_group_among_people_that_semicolons_part_is_one(group: str) -> None:
    assert authors("a.csv", f"Isu, T.; {group}; Kim, K.") == (ISU, Name(literal=group), KIM)


@pytest.mark.parametrize("tag", ["CN", "AU"])
def test_a_group_of_nbib_is_one(tag: str) -> None:
    ((record,), _) = exchange.read(f"PMID- 1\nTI  - A\n{tag}  - {FDA}\n{tag}  - et al\n", "a.nbib")
    assert record.fields.author == (Name(literal=FDA), names.ET_AL)


def test_a_list_of_bibtex_may_go_on_in_a_name() -> None:
    ((record,), _) = exchange.read("@misc{a, title={A}, author={Isu, T. and Kim, K. et al.}}", "a.bib")
    assert record.fields.author == (ISU, KIM, names.ET_AL)


def test_what_web_of_science_writes_for_nobody_is_no_author() -> None:
    ((record,), _) = exchange.read(TEXTS["a.ris"].format("[Anonymous]"), "a.ris")
    assert (record.fields.author, record.custom) == ((), {"AU": "[Anonymous]"})


@pytest.mark.parametrize("file", ["a.ris", "a.enw"])
@pytest.mark.parametrize("written", ["et al.", "et al", "others"])
def test_a_line_that_goes_on_is_no_family(file: str, written: str) -> None:
    assert authors(file, written) == (names.ET_AL,)
