"""Keys, notes and decisions stay with their works when a library file is edited: every work is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.brought import made, put, titled, told
from tests.cli.project import answer, call

ENTRY = "TY  - JOUR\n{}AU  - {}\nPY  - {}\nTI  - {}\nER  - \n"
PLACED = "TY  - JOUR\n{}AU  - {}\nPY  - {}\nTI  - {}\nJO  - Annals of Fiction\nVL  - 6\nSP  - {}\nER  - \n"
NOTES = ("LIT405", "LIT603", "LIT616")


def ris(*entries: tuple[str, str, str], numbered: bool = True, form: str = ENTRY) -> str:
    """An export, numbered in its order: author, year and title of each record."""
    return "".join(
        form.format(f"ID  - {number}\n" if numbered else "", *entry) for number, entry in enumerate(entries, 1)
    )


WALES = ("Doe, Jane", "2011", "Invented walks of whales")
CRABS = ("Kim, Bo", "2019", "A fictive walk of crabs")
SNOW = ("Moe, Al", "2012", "Something else on invented snow")
CRABS_MENDED = (*CRABS[:2], "A fictive walk of carbs")


def test_a_note_on_a_numbered_record_follows_a_letter_of_its_title(tmp_path: Path) -> None:
    project = made(tmp_path, "One [@1].\n")
    put(project, "ris", a=ris(CRABS, SNOW))
    assert call(project, "note", "1").returncode == 0
    put(project, "ris", a=ris(CRABS_MENDED, SNOW))
    assert titled(project, "1", "2") == [("A", "1", None), ("Something", None, None)]
    assert told(project, *NOTES) == [("LIT616", "1")]


@pytest.mark.parametrize("front", [WALES, (*CRABS[:2], "Two lighthouses of paper")])
def test_keys_that_are_numbers_follow_a_new_number_and_a_letter_of_the_title(
    tmp_path: Path, front: tuple[str, str, str]
) -> None:
    project = made(tmp_path, "One [@1], two [@2].\n")
    put(project, "ris", a=ris(CRABS, SNOW))
    assert call(project, "note", "1").returncode == 0
    put(project, "ris", a=ris(front, CRABS_MENDED, SNOW))
    assert titled(project, "1", "2") == [("A", "1", None), ("Something", None, None)]
    assert told(project, *NOTES) == [("LIT616", "1")]


def test_a_number_that_a_document_cites_is_no_other_work_once_its_own_is_gone(tmp_path: Path) -> None:
    project = made(tmp_path, "One [@1], two [@2].\n")
    put(project, "ris", a=ris(CRABS, SNOW))
    put(project, "ris", a=ris(WALES, SNOW))
    assert told(project, *NOTES) == [("LIT405", None)]
    put(project, "ris", a=ris(WALES, ("Kim, Bo", "2019", "Nothing of the kind"), SNOW))
    assert told(project, *NOTES) == [("LIT405", None)]
    put(project, "ris", a=ris(WALES, SNOW, CRABS))
    assert titled(project, "1", "2", "3") == [("A", None, None), *[("Something", None, None)] * 2]  # first it was 3


@pytest.mark.parametrize("form", [ENTRY, PLACED])
def test_a_record_without_key_follows_a_letter_of_its_title(tmp_path: Path, form: str) -> None:
    project = made(tmp_path, "One [@kim2019].\n")
    before, after = ((*one, "1") for one in (CRABS, CRABS_MENDED))
    put(project, "ris", a=ris(before, (*SNOW, "9"), numbered=False, form=form))
    assert call(project, "note", "kim2019").returncode == 0
    put(project, "ris", a=ris((*WALES, "22"), after, (*SNOW, "9"), numbered=False, form=form))
    assert titled(project, "kim2019") == [("A", "kim2019", None)]
    assert told(project, *NOTES) == [("LIT616", "kim2019")]


BIB = """@article{%s, title = {A fictive walk of crabs}, author = {Kim, Bo}, year = 2019,
  journal = {Annals of Fiction}, volume = 6, pages = {1--9}}
"""
OTHER = """@article{%s, title = {Something else on invented snow}, author = {Moe, Al}, journal = {Winter Tales},
  year = 2011, volume = 3, pages = {44--49}}
"""


@pytest.mark.parametrize("file", ["four", "vier"])
def test_a_join_holds_and_is_undone_by_short_names_when_the_keys_are_exchanged(tmp_path: Path, file: str) -> None:
    project = made(tmp_path, "One [@kim2019], two [@kimb].\n", four=BIB % "kim2019" + OTHER % "kimb")
    assert call(project, "join", "kim2019", "kimb").returncode == 0
    put(project, four=BIB % "kim2019" + OTHER % "kimb")
    put(project, **{file: BIB % "kimb" + OTHER % "kim2019"})
    assert told(project, "LIT405", "LIT412") == []
    assert titled(project, "kim2019") == titled(project, "kimb")
    assert call(project, "join", "kim2019", "kimb", "--undo").returncode == 0
    put(project, **{file: BIB % "kimb" + OTHER % "kim2019"})
    assert titled(project, "kim2019", "kimb") == [("A", None, None), ("Something", None, None)]


@pytest.mark.parametrize(("title", "tells"), [("A fictive walk of carbs", "LIT616"), ("On herons", "LIT603")])
def test_an_exchange_of_keys_beside_a_mended_title_is_followed_or_told(tmp_path: Path, title: str, tells: str) -> None:
    bib, other = (
        entry.replace(", volume = 6, pages = {1--9}", "").replace(", volume = 3, pages = {44--49}", "")
        for entry in (BIB.replace("journal = {Annals of Fiction}, volume = 6, pages = {1--9}", "note = {x}"), OTHER)
    )
    project = made(tmp_path, "One [@kim2019], two [@kimb].\n", four=bib % "kim2019" + other % "kimb")
    assert call(project, "note", "kim2019").returncode == 0
    put(project, four=bib.replace("A fictive walk of crabs", title) % "kimb" + other % "kim2019")
    assert titled(project, "kimb") == [("Something", None, None)]
    found = told(project, *NOTES)
    assert (tells, "kim2019") in found
    assert (("LIT405", None) in found) == (tells == "LIT603")
    if tells == "LIT616":
        assert titled(project, "kim2019") == [("A", "kim2019", None)]


@pytest.mark.parametrize("files", [("a", "b"), ("b", "a")])
def test_what_is_printed_of_entries_that_are_one_work_goes_not_by_the_names_of_files(
    tmp_path: Path, files: tuple[str, str]
) -> None:
    crabs = BIB.replace("pages = {1--9}", "pages = {1--9}, doi = {10.5555/crabs}")
    capital = crabs.replace("A fictive walk of crabs", "A Fictive Walk of Crabs")
    project = made(tmp_path, "One [@zeta].\n", **dict(zip(files, (crabs % "zeta", capital % "alpha"), strict=True)))
    shown = answer(project, "show", "zeta")["works"][0]
    assert (shown["key"], shown["fields"]["title"]["printed"]) == ("alpha", "A Fictive Walk of Crabs")


def test_entries_of_one_doi_and_two_pmids_are_asked_about(tmp_path: Path) -> None:
    one, other = (
        BIB.replace("pages = {1--9}", f"pages = {{1--9}}, doi = {{10.5555/crabs}}, pmid = {{{pmid}}}")
        for pmid in ("90000001", "90000002")
    )
    project = made(tmp_path, "One [@crab], two [@crabb].\n", a=one % "crab" + other % "crabb")
    assert [code for code, _ in told(project, "LIT407", "LIT609")] == ["LIT609"]
    assert [code for code, _ in told(project, "LIT609", "LIT618")] == ["LIT609"]
    assert call(project, "apart", "crab", "crabb").returncode == 0
    assert [code for code, _ in told(project, "LIT407", "LIT609", "LIT618")] == ["LIT618"]
