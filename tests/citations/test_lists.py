"""Lists without a heading: which are of references, and which are not. All are invented."""

from __future__ import annotations

import pytest

from tests.citations.found import cited
from tests.citations.listed_odds import ODDS
from tests.citations.listed_works import WORKS


@pytest.mark.parametrize("path", ["a.txt", "a.md"])
@pytest.mark.parametrize("odds", ODDS.values(), ids=ODDS)
def test_a_list_of_other_things_has_no_references(odds: str, path: str) -> None:
    for text in (odds, f"Some words stand here.\n\n{odds}\nAnd more words.\n", odds.replace("\n", "\n\n")):
        assert [one.raw for one in cited(text, path) if one.form == "reference"] == []


@pytest.mark.parametrize("path", ["a.txt", "a.md"])
@pytest.mark.parametrize("works", WORKS.values(), ids=WORKS)
def test_a_list_of_references_is_one_in_any_style(works: str, path: str) -> None:
    for text in (works, f"Some words stand here.\n\n{works}\nAnd more words.\n", f"## References\n\n{works}"):
        assert [one.in_list for one in cited(text, path) if one.form == "reference"] == [True] * 3


def test_a_number_without_a_sign_begins_an_entry_where_it_is_in_turn() -> None:
    works = ["Berg J. Walking. Lancet 2012; 380: 1–9.", "Dunn O. Running. BMJ 2011; 342: d549.",
             "WHO. Step safely. 2021. https://example.org (accessed May 3, 2021)."]  # fmt: skip
    text = "<p><b>References</b><br>" + "<br>".join(f"{at} {one}" for at, one in enumerate(works, 1)) + "</p>"
    assert [(one.number, one.raw) for one in cited(text, "a.html")] == list(enumerate(works, 1))


def test_an_entry_that_thousands_signed_is_whole() -> None:
    people = ", ".join(f"Q{'aeiou'[at % 5] * (1 + at // 5 % 7)}mby {'ABCDEFGHKL'[at % 10]}B" for at in range(900))
    works = [f"{people}; Invented Collaboration. Knees of rowers. Spine. 2002;88(10):101-5. doi: 10.5555/one",
             "Quimby A. Hips of rowers. Spine. 2003;89(1):11-5."]  # fmt: skip
    text = "References\n\n" + "\n".join(f"{at}. {one}" for at, one in enumerate(works, 1)) + "\n"
    assert [one.raw for one in cited(text, "a.txt") if one.form == "reference"] == works
    assert not [
        one for one in cited(f"{'Words and no names of people. ' * 200}doi: 10.5555/one", "a.txt") if one.fields
    ]
