"""An outage is no verdict: what is said while nobody has answered, and what there is to do about it. All invented."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from cluneal_lit.findings import CATALOGUE, WITHOUT_PROJECT
from tests.cli.project import FINE, call, make
from tests.services import ADDRESSES, Loopback, loopback, settings

TEXT = "Nemo N. Effects of a block that nobody has ever described. J Invent Med. 2019;14(3):301-309."
PAGE = f"""As shown (doi:10.5555/invented.99).

References

1. {TEXT}
2. Quimby A, Orlov B. An invented trial of a nerve block. J Invent Med. 2019;12(3):101-109. PMID: 90000001.
"""
NOBODY = dict.fromkeys((f"CLUNEAL_LIT_{name.upper()}" for name in ADDRESSES), "http://127.0.0.1:9")
OF_PROJECTS = re.compile(r"cluneal-lit (?:refresh|match|run|join|apart)|references/|\bnote\b")


def checked(folder: Path, *arguments: str, **environment: str) -> tuple[int, list[dict[str, Any]]]:
    told = call(folder, "check", *arguments, "--json", **environment)
    return told.returncode, json.loads(told.stdout)["findings"]


def told(found: list[dict[str, Any]]) -> list[tuple[str, str, int | None]]:
    return [(one["code"], one["level"], one["line"]) for one in found if one["code"] != "LIT301"]


NOTES = [("LIT304", "note", 1), ("LIT304", "note", 5), ("LIT304", "note", 6)]


@pytest.fixture
def alone(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "page.md").write_text(PAGE, encoding="utf-8")
    return {**NOBODY, "XDG_CACHE_HOME": str(tmp_path / "cache")}


def test_without_a_project_an_outage_condemns_nothing_and_the_advice_can_be_followed(
    tmp_path: Path, alone: dict[str, str]
) -> None:
    code, found = checked(tmp_path, "page.md", **alone)
    assert (code, told(found)) == (3, NOTES)
    (searched,) = [one for one in found if one["line"] == 5]
    assert searched["message"] == (
        f"“{TEXT[:59]}…”: no service has answered about it; nothing in the library or the records is surely its work"
    )
    assert [one["do"] for one in found if OF_PROJECTS.search(one["do"])] == []
    lenient = ("--incomplete", "ok", "--fail-on")
    assert checked(tmp_path, "page.md", *lenient, "warning", **alone)[0] == 0
    assert checked(tmp_path, "page.md", *lenient, "note", **alone)[0] == 1
    assert told(checked(tmp_path, "page.md", "--offline", **alone)[1]) == NOTES


def test_while_one_search_is_silent_the_others_condemn_nothing(tmp_path: Path) -> None:
    with loopback(FINE) as service:
        make(tmp_path, service.services, f"References\n\n1. {TEXT}\n")
        service.fault("crossref", status=500)
        assert call(tmp_path, "run", "--incomplete", "ok", "--fail-on", "warning").returncode == 0
        code, (found,) = checked(tmp_path, "--fail-on", "warning")
        assert (code, found["code"], found["do"]) == (0, "LIT304", CATALOGUE["LIT304"].do)
        service.mend("crossref")
        assert call(tmp_path, "run", "--fail-on", "warning").returncode == 1
        assert told(checked(tmp_path)[1]) == [("LIT401", "warning", 3)]


def unsearched(folder: Path, service: Loopback) -> None:
    make(folder, service.services, f"References\n\n1. {TEXT}\n")
    with (folder / "cluneal-lit.toml").open("a", encoding="utf-8") as config:
        config.write("search = false\n")


def test_where_nobody_is_searched_for_a_reference_without_a_work_is_told(tmp_path: Path) -> None:
    with loopback(FINE) as service:
        unsearched(tmp_path, service)
        call(tmp_path, "refresh")
        (found,) = checked(tmp_path)[1]
    assert (found["code"], found["message"]) == (
        "LIT401",
        "no work in the library or the records matches this reference",
    )
    assert "cluneal-lit match" in found["do"]


def test_of_a_file_beside_the_project_it_is_said_that_nobody_is_asked(tmp_path: Path) -> None:
    with loopback(FINE) as service:
        make(tmp_path, service.services, "Nothing is cited.\n")
        (tmp_path / "page.md").write_text(PAGE, encoding="utf-8")
        found = checked(tmp_path, "page.md")[1]
        assert (told(found), service.requests) == (NOTES, [])
    assert {"nobody is asked about other files" in one["do"] for one in found} == {True}


def test_in_a_closed_world_the_advice_is_to_leave_it(tmp_path: Path) -> None:
    (tmp_path / "works.json").write_text('[{"id": "a", "type": "book", "title": "Invented"}]', encoding="utf-8")
    (tmp_path / "page.md").write_text("See PMC9900001.\n", encoding="utf-8")
    (found,) = checked(tmp_path, "page.md", "--catalogue", "works.json")[1]
    assert (found["code"], "without --catalogue" in found["do"]) == ("LIT304", True)


def test_without_a_project_a_reference_that_no_search_finds_gets_advice_that_can_be_followed(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(f"References\n\n1. {TEXT}\n", encoding="utf-8")
    with loopback(FINE) as service:
        where = settings(service.services) | {"XDG_CACHE_HOME": str(tmp_path / "cache")}
        (found,) = checked(tmp_path, "page.md", **where)[1]
    assert (found["code"], found["do"]) == ("LIT401", "Add its PMID or DOI to the document.")


def test_no_advice_without_a_project_speaks_of_one() -> None:
    assert set(WITHOUT_PROJECT) <= set(CATALOGUE)
    assert [code for code, do in WITHOUT_PROJECT.items() if OF_PROJECTS.search(do)] == []
    assert all(OF_PROJECTS.search(CATALOGUE[code].do) for code in WITHOUT_PROJECT)
