"""An identifier that entries of a library give to two works decides about none of them: every work is invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.brought import made, put, titled, told
from tests.cli.project import answer, call

COHORT = """@article{%s, title = {The imaginary cohort. Part A: methods}, author = {Stone, Ada}, year = 2012,
  journal = {Annals of Fiction}, volume = 6, pages = {1--9}, doi = {10.5555/shared.1}}
"""
GARDEN = """@article{%s, title = {Quantum gardening for pensioners in winter}, author = {Stone, Ada}, year = 2012,
  journal = {Annals of Fiction}, doi = {10.5555/shared.1}}
"""
CRABS = """@article{%s, title = {A fictive walk of crabs}, author = {Kim, Bo}, year = 2019,
  journal = {Annals of Fiction}, volume = 6, pages = {1--9}}
"""
SNOW = """@article{%s, title = {Something else on invented snow}, author = {Moe, Al}, journal = {Winter Tales},
  year = 2011, volume = 3, pages = {44--49}}
"""


@pytest.mark.parametrize(
    "library",
    [
        {"one": COHORT % "partA" + GARDEN % "zzz"},
        {"one": COHORT % "partA", "zz": GARDEN % "other"},
        {"one": COHORT % "other" + GARDEN % "partA"},
        {"two": COHORT % "other" + GARDEN % "partA"},
    ],
    ids=["rekeyed", "moved", "exchanged", "exchanged in a file of another name"],
)
def test_a_note_stays_with_its_work_where_two_have_one_doi(tmp_path: Path, library: dict[str, str]) -> None:
    project = made(tmp_path, "One [@partA], two [@other].\n", one=COHORT % "partA" + GARDEN % "other")
    for key in ("partA", "other"):
        assert call(project, "note", key).returncode == 0
    assert call(project, "apart", "partA", "other").returncode == 0
    put(project, **library)
    assert titled(project, "partA", "other") == [("The", "partA", None), ("Quantum", "other", None)]
    assert told(project, "LIT405", "LIT412", "LIT603", "LIT609", "LIT616") == []
    assert "10.5555/shared.1" not in (project / "references" / "notes" / "other.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("key", ["other", "zebra"])
def test_a_doi_stays_with_the_work_that_had_it_before_another_claimed_it(tmp_path: Path, key: str) -> None:
    project = made(tmp_path, "One [@partA].\n", one=COHORT % "partA")
    assert call(project, "note", "partA").returncode == 0
    put(project, one=COHORT % "partA" + GARDEN % key)
    expected = [("The", "partA", "10.5555/shared.1"), ("Quantum", None, None)]
    assert titled(project, "partA", key) == expected
    assert [code for code, _ in told(project, "LIT603", "LIT609")] == ["LIT609"]
    put(project, two=COHORT % key + GARDEN % "partA")
    assert titled(project, "partA", key) == expected


def test_works_that_were_joined_have_their_keys_back_whatever_their_entries_are_called_since(tmp_path: Path) -> None:
    project = made(tmp_path, "One [@kim2019], two [@kimb].\n", four=CRABS % "kim2019" + SNOW % "kimb")
    assert call(project, "join", "kim2019", "kimb").returncode == 0
    put(project, four=CRABS % "kim2019" + SNOW % "kimb")
    put(project, vier=CRABS % "kimb" + SNOW % "kim2019")
    assert call(project, "join", "kim2019", "kimb", "--undo").returncode == 0
    put(project, vier=CRABS % "kimb" + SNOW % "kim2019")
    assert titled(project, "kim2019", "kimb") == [("A", None, None), ("Something", None, None)]


ABSTRACT = """@article{%s, title = {%s in patients with an invented disease}, author = {Stone, Ada and Kim, Bo},
  year = 2018, journal = {Fiction Proceedings}, volume = 12, number = {Supplement 3}, doi = {10.5555/supplement}}
"""
ABSTRACTS = (("a1", "Prevalence of anxiety"), ("a2", "Prevalence of depression"), ("a3", "Nasal nitric oxide"))
MORE = (("a4", "Fertility"), ("a5", "Hearing loss"), ("a6", "Cough"))


def test_abstracts_that_have_the_doi_of_their_supplement_are_works_of_their_own(tmp_path: Path) -> None:
    few = "".join(ABSTRACT % each for each in ABSTRACTS)
    project = made(tmp_path, "Nothing.\n", one=few)
    assert [code for code, _ in told(project, "LIT608", "LIT609")] == ["LIT609"] * 3
    put(project, one=few + "".join(ABSTRACT % each for each in MORE))
    shown = [answer(project, "show", key)["works"][0] for key, _ in (*ABSTRACTS, *MORE)]
    assert [work["fields"]["title"]["printed"].partition(" in ")[0] for work in shown] == [
        title for _, title in (*ABSTRACTS, *MORE)
    ]
    assert "LIT608" not in [code for code, _ in told(project, "LIT608", "LIT609")]


@pytest.mark.parametrize("key", ["ali2013", "lighthouse"])
def test_a_note_is_not_printed_with_a_work_that_took_its_key(tmp_path: Path, key: str) -> None:
    crabs = CRABS % key
    project = made(tmp_path, f"One [@{key}].\n", one=crabs)
    assert call(project, "note", key).returncode == 0
    put(project, one=crabs)
    for mended in (crabs.replace("crabs", "carbs"), crabs.replace("2019", "2018"), crabs.replace("Kim", "Kym")):
        put(project, one=mended)
        assert titled(project, key)[0][1] == key
    put(project, one=crabs)
    put(project, one=SNOW % key)
    assert titled(project, key) == [("Something", None, None)]
    assert told(project, "LIT405", "LIT603", "LIT616") == [("LIT603", key)]
    put(project, two=SNOW % key)
    assert told(project, "LIT405", "LIT603", "LIT616") == [("LIT603", key)]
    put(project, one=crabs)
    assert titled(project, key) == [("A", key, None)]


def test_a_work_whose_title_and_key_were_mended_at_once_is_known_by_its_place(tmp_path: Path) -> None:
    project = made(tmp_path, "One [@kim2019], two [@moe].\n", one=CRABS % "kim2019" + SNOW % "moe")
    assert call(project, "note", "kim2019").returncode == 0
    put(project, one=CRABS.replace("crabs", "carbs") % "kim19" + SNOW % "moe")
    assert titled(project, "kim2019", "kim19") == [("A", "kim2019", None)] * 2
    assert told(project, "LIT405", "LIT603", "LIT616") == [("LIT616", "kim2019")]
    put(project, one=CRABS.replace("Kim", "Lem").replace("crabs", "carps") % "lem" + SNOW % "moe")
    assert told(project, "LIT405", "LIT603") == [("LIT405", None), ("LIT603", "kim2019")]
