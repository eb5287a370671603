"""What is alike is joined, asked about and decided in a project: every work and person is invented."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.project import answer, call, files, make
from tests.services import Loopback

DOCUMENT = "# Notes\n\nA block may help (PMID: 90000001), or not (PMID: 90000002). See PMID: 90000003.\n"
# The first is one of PubMed's for sure, the second may be, the third is another work of that title.
LIBRARY = """@article{mine, title = {An invented trial of a nerve block}, author = {Quimby, A. and Orlov, B.},
  journal = {J Invent Med}, year = 2019, volume = 12, number = 3, pages = {101--109}}
@article{held, title = {An invented result that did not hold}}
@book{other, title = {Something else entirely about invented knees}, author = {Other, Nora}, year = 1950}
"""
MINE, HELD = "library/refs.bib#mine", "library/refs.bib#held"


@pytest.fixture
def folder(tmp_path: Path, service: Loopback) -> Path:
    project = make(tmp_path, service.services, DOCUMENT)
    (project / "references" / "library").mkdir()
    (project / "references" / "library" / "refs.bib").write_text(LIBRARY, encoding="utf-8")
    assert call(project, "run", "--fail-on", "never").returncode == 0
    return project


def told(folder: Path) -> dict[str, Any]:
    """The findings about works that are alike, by code."""
    return {
        one["code"]: one for one in answer(folder, "check")["findings"] if one["code"] in ("LIT412", "LIT608", "LIT609")
    }


def decided(folder: Path) -> str:
    path = folder / "references" / "decisions.toml"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def given(folder: Path) -> Any:
    return json.loads((folder / "references" / "keys.json").read_text(encoding="utf-8"))


def test_a_library_entry_joins_its_work_and_gives_it_its_key_and_the_second_run_writes_nothing(folder: Path) -> None:
    ids = ["pmid:90000001", "doi:10.5555/invented.1", "pmcid:PMC9900001"]
    assert given(folder)["works"]["mine"] == [MINE, *ids]
    title = "an invented trial of a nerve block"
    says = {"says": "quimby2019~0cd24e", "title": title, "place": "quimby2019@c4f850", "once": ["mine~45009c"]}
    assert given(folder)["entries"][MINE] == says
    assert told(folder)["LIT608"]["key"] == "mine"
    assert answer(folder, "dedupe") == {
        "schema": "cluneal-lit/duplicates/1",
        "clusters": [["pmid:90000001", "doi:10.5555/invented.1", "refs.bib#mine"]],
        "questions": [["pmid:90000002", "refs.bib#held"]],
        "related": [],
    }
    before = files(folder)
    assert call(folder, "run", "--fail-on", "never").returncode == 0
    assert files(folder) == before


def test_what_was_joined_is_parted_by_a_line_and_joined_again_without_it(folder: Path) -> None:
    assert call(folder, "apart", "90000001", "mine.bib#mine").stderr.startswith(
        "cluneal-lit: mine.bib#mine: is neither"
    )
    parted = call(folder, "apart", "mine", "refs.bib#mine", "--by", "Ada", "--reason", "another trial")
    assert parted.stdout == f"kept apart pmid:90000001 and {MINE} (“An invented trial of a nerve block”)\n"
    line = re.sub(r"on = [0-9-]+", "on = DAY", decided(folder))
    assert line == (
        f'apart."pmid:90000001 {MINE}" = {{ by = "Ada", on = DAY, reason = "another trial",'
        ' text = "An invented trial of a nerve block" }\n'
    )
    assert call(folder, "run", "--fail-on", "never").returncode == 0
    assert given(folder)["works"]["quimby2019"] == ["pmid:90000001", "doi:10.5555/invented.1", "pmcid:PMC9900001"]
    assert "LIT608" not in told(folder)
    assert call(folder, "apart", "mine", "quimby2019", "--json", "--undo").returncode == 0
    assert decided(folder) == ""
    assert call(folder, "run", "--fail-on", "never").returncode == 0
    assert given(folder)["aliases"] == {"quimby2019": "mine"}
    assert answer(folder, "show", "quimby2019")["works"][0]["key"] == "mine"


def test_what_may_be_one_work_is_asked_until_a_person_decides(folder: Path) -> None:
    question = told(folder)["LIT609"]
    assert question["message"].startswith("zabel2018 and held may be one work: ")
    assert question["message"].endswith("pages “5-9” | nothing")
    assert question["do"] == (
        f"Say it once: `cluneal-lit join pmid:90000002 '{HELD}'` or `cluneal-lit apart pmid:90000002 '{HELD}'`."
    )
    assert answer(folder, "dedupe")["questions"] == [["pmid:90000002", "refs.bib#held"]]
    for kind in ("apart", "join"):
        assert call(folder, kind, "zabel2018", "held").returncode == 0
        assert answer(folder, "dedupe")["questions"] == []
        assert "LIT609" not in told(folder)
        assert answer(folder, "dedupe")["clusters"][:1] == [
            ["pmid:90000002", "doi:10.5555/invented.2", "refs.bib#held"]
            if kind == "join"
            else ["pmid:90000001", "doi:10.5555/invented.1", "refs.bib#mine"]
        ]
        assert call(folder, kind, "held", "90000002").stdout.startswith("decided before: ")
        assert call(folder, kind, "held", "zabel2018", "--undo").returncode == 0
    assert decided(folder) == ""


def test_a_decision_about_a_record_whose_key_is_another_holds_and_is_taken_back_by_either_name(folder: Path) -> None:
    library = folder / "references" / "library" / "refs.bib"
    library.write_text(LIBRARY.replace("{mine,", "{quimby:trial,"), encoding="utf-8")
    for name in ("refs.bib#mine", "quimby:trial"):
        line = f'apart."pmid:90000001 {MINE}" = {{ text = "An invented trial of a nerve block" }}\n'
        (folder / "references" / "decisions.toml").write_text(line, encoding="utf-8")
        assert answer(folder, "dedupe")["clusters"] == []
        assert not {"LIT412", "LIT608"} & told(folder).keys()
        assert call(folder, "apart", "pmid:90000001", name, "--undo").returncode == 0
        assert decided(folder) == ""
    assert answer(folder, "dedupe")["clusters"][0][2] == "refs.bib#quimby:trial"


def test_the_list_shows_both_records_and_the_commands(folder: Path) -> None:
    said = call(folder, "dedupe").stdout.splitlines()
    assert said[0] == "mine joined"
    assert f"    cluneal-lit apart pmid:90000001 '{MINE}'" in said
    assert "zabel2018 and held one work or two?" in said
    assert "    authors  [-Zabel C-]" in said
    assert said[-1] == "1 work of several records, 1 question"


@pytest.mark.parametrize(
    ("call_", "says"),
    [
        ("join 90000001 90000002", "PubMed has them as two works, which are never one"),
        ("apart mine 10.5555", "10.5555: is neither the key of a work here nor an identifier"),
        ("join mine 10.5555/invented.9", "10.5555/invented.9: is neither the key of a work here nor an identifier"),
        (
            "join mine mine",
            "mine and mine: both mean one work, which is pmid:90000001, doi:10.5555/invented.1, refs.bib#mine",
        ),
        ("apart other refs.bib#other", "other and refs.bib#other: both mean one record; name two"),
        ("apart mine other --undo", "apart mine other: there is no such decision; of this kind there are: none"),
        ("join mine other --undo --by Ada", "--undo takes a decision back whoever took it and why"),
    ],
)
def test_what_cannot_be_decided_is_one_line(folder: Path, call_: str, says: str) -> None:
    refused = call(folder, *call_.split())
    assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (2, "", 1)
    assert says in refused.stderr


def test_decisions_of_people_that_contradict_each_other_are_told_and_nothing_is_lost(folder: Path) -> None:
    lines = (
        'join."mine other" = {}\n# the contrary\napart."other mine" = {}\n'
        'join."pmid:90000001 pmid:90000002" = {}\napart."gone2001 mine" = {}\n'
    )
    (folder / "references" / "decisions.toml").write_text(lines, encoding="utf-8")
    found = [one for one in answer(folder, "check")["findings"] if one["code"] == "LIT412"]
    assert [(one["line"], one["message"]) for one in found] == [
        (1, "join mine other: another line keeps them apart"),
        (4, "join pmid:90000001 pmid:90000002: PubMed has them as two works"),
        (5, "apart gone2001 mine: no work here has the name gone2001"),
    ]
    refused = call(folder, "join", "mine", "other")
    assert "references/decisions.toml:3 says that they are two works" in refused.stderr
    assert call(folder, "join", "mine", "other", "--undo").returncode == 0
    assert decided(folder) == lines.removeprefix('join."mine other" = {}\n')
