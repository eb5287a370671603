"""Living with findings in a project: waivers, chosen codes, baselines, formats; every work and person is invented."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.project import WORKS, answer, call, files, make
from tests.services import loopback

CODES = ["LIT501", "LIT202", "LIT402", "LIT404", "LIT403", "LIT501"]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was run once; who changes it changes it back."""
    with loopback(*WORKS) as running:
        folder = make(tmp_path_factory.mktemp("living"), running.services)
        assert call(folder, "run", "--fail-on", "never").returncode == 0
    return folder


def found(folder: Path, *arguments: str) -> dict[str, dict[str, Any]]:
    """The findings of a check, by their ids."""
    return {one["id"]: one for one in answer(folder, "check", *arguments)["findings"]}


def waived(folder: Path) -> list[str]:
    return [one["code"] for one in answer(folder, "check")["findings"] if one["waived"]]


def decided(folder: Path) -> str:
    return (folder / "references" / "decisions.toml").read_text(encoding="utf-8")


def test_what_is_waived_is_told_and_counted_and_does_not_fail_until_it_is_taken_back(asked: Path) -> None:
    before = files(asked)
    said = call(
        asked, "waive", "lit501:zabel2018", "--reason", "cited as\nretracted", "--by", "Ada", "--until", "2999-01-01"
    )
    assert said.stdout == (
        "waived LIT501 zabel2018 until 2999-01-01 (“zabel2018 was retracted on 2020 May 4: pmid:90000012,"
        " doi:10.5555/invented.12 …”), 2 findings\n"
    )
    assert re.sub(r"on = [0-9-]+", "on = DAY", decided(asked)) == (
        'waive."LIT501 zabel2018" = { by = "Ada", on = DAY, reason = "cited as retracted", text = "zabel2018 was'
        ' retracted on 2020 May 4: pmid:90000012, doi:10.5555/invented.12 …", until = 2999-01-01 }\n'
    )
    assert waived(asked) == ["LIT501", "LIT501"]
    only = call(asked, "check", "--select", "LIT5")
    assert (only.returncode, only.stdout.splitlines()[-1]) == (
        0,
        "2 findings about 8 citations in 1 document; 2 waived",
    )
    ran = call(asked, "run", "--offline")
    assert "  2 findings waived: see `cluneal-lit check`" in ran.stdout and "LIT501" not in ran.stdout
    assert call(asked, "waive", "LIT501:zabel2018", "--undo").stdout.startswith("taken back: waived LIT501 zabel2018")
    assert (decided(asked), waived(asked)) == ("", [])
    (asked / "references" / "decisions.toml").unlink()
    assert files(asked) == before


def test_one_finding_is_waived_by_its_id_wherever_its_line_goes(asked: Path) -> None:
    (name,) = (name for name, one in found(asked).items() if one["code"] == "LIT404")
    document = asked / "references" / "documents" / "notes.md"
    text = document.read_text(encoding="utf-8")
    done = answer(asked, "waive", name, "--reason", "a slip of PubMed", "--by", "Ada")
    assert {key: done[key] for key in ("schema", "done", "kind", "about", "by", "reason", "until", "findings")} == {
        "schema": "cluneal-lit/decision/1",
        "done": "added",
        "kind": "waive",
        "about": name,
        "by": "Ada",
        "reason": "a slip of PubMed",
        "until": None,
        "findings": [name],
    }
    document.write_text(f"Two lines above.\n\n{text}", encoding="utf-8")
    assert {one: found(asked)[one]["waived"]["reason"] for one in (name,)} == {name: "a slip of PubMed"}
    document.write_text(text.replace("21(3)", "12(3)"), encoding="utf-8")
    told = [(one["code"], one["document"], one["line"]) for one in found(asked).values() if one["code"] == "LIT421"]
    assert told == [("LIT421", "references/decisions.toml", 1)]
    document.write_text(text, encoding="utf-8")
    assert call(asked, "waive", name, "--undo").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("LIT501:zabel2018",), "a waiver needs a reason"),
        (("LIT501:nobody", "--reason", "x"), "there is no such finding; of LIT501 there are: LIT501:zabel2018"),
        (("LIT519:zabel2018", "--reason", "x"), "there is no such finding; did you mean LIT"),
        (("zabel2018", "--reason", "x"), "names no finding; write its id"),
        (("LIT501:zabel2018", "--reason", "x", "--until", "2020-01-01"), "the day is over"),
        (("LIT501:zabel2018", "--reason", "x", "--until", "soon"), "'soon' is no day"),
        (("LIT501:zabel2018", "--undo"), "there is no such waiver; there are: none"),
        (("LIT501:zabel2018", "--undo", "--by", "Ada"), "leave --by, --reason and --until out"),
    ],
)
def test_what_cannot_be_waived_is_one_line(asked: Path, arguments: tuple[str, ...], says: str) -> None:
    refused = call(asked, "waive", *arguments)
    assert (refused.returncode, refused.stdout, refused.stderr.count("\n")) == (2, "", 1)
    assert says in refused.stderr


def test_codes_are_chosen_by_what_they_begin_with(asked: Path) -> None:
    chosen = [("LIT5", ""), ("lit402,LIT404", ""), ("", "LIT4,LIT202"), ("LIT4", "LIT403")]
    told = []
    for select, ignore in chosen:
        options = (*(("--select", select) if select else ()), *(("--ignore", ignore) if ignore else ()))
        told.append([one["code"] for one in answer(asked, "check", *options)["findings"]])
    assert told == [["LIT501"] * 2, ["LIT402", "LIT404"], ["LIT501"] * 2, ["LIT402", "LIT404"]]
    assert [
        call(asked, "check", "--select", "LIT40", "--ignore", code).returncode for code in ("LIT404", "LIT403")
    ] == [
        1,
        0,
    ]
    refused = call(asked, "check", "--select", "LIT9")
    assert (refused.returncode, "no code begins with LIT9; did you mean LIT" in refused.stderr) == (2, True)


def test_only_what_is_not_in_the_baseline_fails_and_what_is_gone_is_told(asked: Path, tmp_path: Path) -> None:
    known = str(tmp_path / "known.json")
    document = asked / "references" / "documents" / "notes.md"
    text = document.read_text(encoding="utf-8")
    assert call(asked, "check", "--baseline", known).returncode == 2
    assert call(asked, "check", "--write-baseline", known).returncode == 0
    document.write_text("Above.\n\n" + text.replace("21(3)", "12(3)"), encoding="utf-8")
    said = call(asked, "check", "--baseline", known, "--fail-on", "note")
    assert (said.returncode, said.stdout.splitlines()) == (
        0,
        [
            "references/documents/notes.md LIT404 gone: volume: the document has 21, PubMed has 12",
            "5 findings about 8 citations in 1 document; 5 in the baseline, 1 of the baseline gone",
        ],
    )
    document.write_text(f"{text}\nAnother dead number, PMID: 90000098.\n", encoding="utf-8")
    later = answer(asked, "check", "--baseline", known)
    assert [one["code"] for one in later["findings"] if not one["known"]] == ["LIT304"]
    assert ([one["code"] for one in later["findings"] if one["known"]], later["gone"]) == (CODES, [])
    document.write_text(text, encoding="utf-8")


def test_who_checks_some_documents_is_told_nothing_of_what_only_all_of_them_show(asked: Path, tmp_path: Path) -> None:
    known, other = str(tmp_path / "known.json"), asked / "other.md"
    notes = "references/documents/notes.md"
    before = (asked / notes).read_text(encoding="utf-8")
    other.write_text("One more (PMID: 90000001).\n", encoding="utf-8")
    assert call(asked, "check", "--write-baseline", known).returncode == 0
    assert call(asked, "waive", "LIT404:quimby2019", "--reason", "as printed").returncode == 0
    assert answer(asked, "check", "other.md", "--baseline", known) | {"citations": []} == {
        "schema": "cluneal-lit/check/1",
        "citations": [],
        "findings": [],
        "gone": [],
    }
    (asked / notes).write_text(before.replace("21(3)", "12(3)"), encoding="utf-8")
    assert [one["code"] for one in answer(asked, "check", notes, "--baseline", known)["gone"]] == ["LIT404"]
    assert [one["code"] for one in found(asked, "--select", "LIT42").values()] == ["LIT421"]
    (asked / notes).write_text(before, encoding="utf-8")
    other.unlink()
    assert call(asked, "waive", "LIT404:quimby2019", "--undo").returncode == 0


def test_what_was_not_asked_for_is_not_told_as_gone(asked: Path, tmp_path: Path) -> None:
    known = tmp_path / "known.json"
    kept = {"id": "LIT107-0123456789", "code": "LIT107", "document": "references/documents/notes.md", "message": "…"}
    known.write_text(json.dumps({"schema": "cluneal-lit/baseline/1", "findings": [kept]}), encoding="utf-8")
    assert answer(asked, "check", "--baseline", str(known))["gone"] == []
    assert answer(asked, "check", "--baseline", str(known), "--links")["gone"] == [kept]


def test_every_format_tells_the_same_findings(asked: Path) -> None:
    assert json.loads(call(asked, "check", "--format", "json").stdout) == answer(asked, "check")
    text = call(asked, "check", "--format", "text").stdout
    assert re.findall(r"^\S+:\d+:\d+ (LIT\d{3}) (?:error|warning|note) ", text, re.MULTILINE) == CODES
    github = call(asked.parent, "-C", asked.name, "check", "--format", "github")
    marks = re.findall(
        r"^::(?:error|warning) file=(.+?),line=\d+,col=\d+,title=(LIT\d{3}) ", github.stdout, re.MULTILINE
    )
    assert (github.returncode, marks) == (
        1,
        [(f"{asked.name}/references/documents/notes.md", code) for code in CODES],
    )
    sarif = json.loads(call(asked, "check", "--format", "sarif").stdout)
    assert [one["ruleId"] for one in sarif["runs"][0]["results"]] == CODES
    assert call(asked, "check", "--format", "sarif", "--json").returncode == 2


def test_retracted_works_are_listed_by_an_id_a_line(asked: Path) -> None:
    said = call(asked, "check", "--list-retracted")
    assert (said.returncode, said.stdout) == (1, "pmid:90000002\n")
    (one,) = answer(asked, "check", "--list-retracted")["retracted"]
    assert (one["key"], one["ids"]["doi"], one["status"], one["date"], one["cited_in"]) == (
        "zabel2018",
        "10.5555/invented.2",
        "retracted",
        "2020-05-04",
        ["references/documents/notes.md"],
    )


def test_sentences_are_written_beside_what_they_cite_by_the_suffix_of_the_file(asked: Path, tmp_path: Path) -> None:
    page, lines = tmp_path / "pairs.md", tmp_path / "pairs.jsonl"
    said = call(asked, "check", "--pairs", str(page))
    assert (said.returncode, said.stderr.startswith(f"cluneal-lit: {page}: 2 sentences beside what is cited")) == (
        1,
        True,
    )
    assert page.read_text(encoding="utf-8").count("\n## `references/documents/notes.md:3:") == 2
    call(asked, "check", "--pairs", str(lines))
    sentence = "A block may help [1], as others found (PMID: 90000002)."
    told = [json.loads(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    assert [(one["line"], one["sentence"], one["key"]) for one in told] == [
        (3, sentence, "quimby2019"),
        (3, sentence, "zabel2018"),
    ]
    refused = call(asked, "check", "--pairs", "pairs.txt")
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)


def test_an_empty_project_is_a_whole_answer_in_every_format(tmp_path: Path) -> None:
    (tmp_path / "cluneal-lit.toml").touch()
    said = [call(tmp_path, "check", "--format", form) for form in ("sarif", "github")]
    said.append(call(tmp_path, "check", "--list-retracted"))
    assert [(one.returncode, one.stderr) for one in said] == [(0, "")] * 3
    assert (json.loads(said[0].stdout)["runs"][0]["results"], said[1].stdout, said[2].stdout) == ([], "", "")
