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
