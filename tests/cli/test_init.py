"""`init`: an empty folder becomes a project; then the way to the first run. Every work here is invented."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from cluneal_lit.config import Config
from tests.cli.project import WORKS, answer, call, files
from tests.services import loopback, settings

MADE = [
    "cluneal-lit.toml",
    "references/documents/",
    "references/library/",
    "references/notes/",
    "references/lists/",
    ".gitattributes",
    ".gitignore",
]
PAGE = """# My page (every work here is invented)

A block may help (PMID: 90000001). It did so in one study [PMID 90000002]. And in another (PMID: 90000099).
"""
EMAIL = "Open cluneal-lit.toml and write your e-mail address behind `email =`, without the # before it. PubMed and "
EMAIL += "Crossref want to know who asks; it goes to the services that are asked, and to nobody else."
READ = "Read output/report.md: what is wrong, where, and what to do."
OPEN = "Open output/site/index.html in a browser: the site to publish."


def test_an_empty_folder_gets_all_that_a_project_needs(tmp_path: Path) -> None:
    assert answer(tmp_path, "init")["made"] == MADE
    made = files(tmp_path)
    assert sorted(made) == sorted(name + ".gitkeep" * name.endswith("/") for name in MADE)
    assert made[".gitignore"].splitlines()[-1] == b".cache/"
    assert b"references/** text=auto eol=lf\n" in made[".gitattributes"]
    assert b"references/lock.jsonl merge=union\n" in made[".gitattributes"]


def test_every_setting_has_a_line_of_its_own_and_words_before_it(tmp_path: Path) -> None:
    call(tmp_path, "init")
    parts = (tmp_path / "cluneal-lit.toml").read_text(encoding="utf-8").split("\n\n")
    told = [part for part in parts[1:] if re.match(r"# [A-Z`]", part)]
    settings = re.findall(r"^# (\w+) = ", "\n".join(told), re.MULTILINE)
    assert (len(told), sorted(settings)) == (len(parts) - 1, sorted(Config.__struct_fields__))


def test_what_to_do_next_is_said_in_order_and_shrinks_as_it_is_done(tmp_path: Path) -> None:
    first = answer(tmp_path, "init")["next"]
    assert (first[0].startswith("Put a document that cites into references/documents/"), first[1:]) == (
        True,
        [EMAIL, "cluneal-lit run", READ, OPEN],
    )
    (tmp_path / "references" / "documents" / "page.md").write_text(PAGE)
    assert answer(tmp_path, "init")["next"] == [EMAIL, "cluneal-lit run", READ, OPEN]
    config = tmp_path / "cluneal-lit.toml"
    config.write_text(config.read_text().replace("# email =", "email ="))
    assert answer(tmp_path, "init")["next"] == ["cluneal-lit run", READ, OPEN]


def test_a_person_reads_what_was_made_and_for_what(tmp_path: Path) -> None:
    said = call(tmp_path, "init").stdout.splitlines()
    assert [line.split()[1] for line in said if line.startswith("made ")] == MADE
    assert "made references/documents/  for your documents, what cites" in said
    assert "  3. cluneal-lit run" in said


def test_a_second_call_says_that_all_is_there_and_changes_nothing(tmp_path: Path) -> None:
    call(tmp_path, "init")
    before = files(tmp_path)
    said = call(tmp_path, "init")
    assert (said.returncode, said.stdout.splitlines()[0]) == (0, "everything is there already")
    assert files(tmp_path) == before


def test_files_for_git_that_are_there_stay_and_the_lines_they_lack_are_told(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*.log\n")
    (tmp_path / ".gitattributes").write_text("*.pdf binary\nreferences/** text=auto eol=lf\n")
    told = answer(tmp_path, "init")
    assert told["add"] == {
        ".gitattributes": [
            "output/** text=auto eol=lf",
            "references/lock.jsonl merge=union",
            "references/changes.jsonl merge=union",
            "references/decisions.toml merge=union",
        ],
        ".gitignore": [".cache/"],
    }
    assert ".gitignore is yours and stays as it is; add this line to it: .cache/\n" in call(tmp_path, "init").stdout
    assert (tmp_path / ".gitignore").read_text() == "*.log\n"
    (tmp_path / ".gitignore").write_text("/.cache\n")
    assert ".gitignore" not in answer(tmp_path, "init")["add"]


def test_a_configuration_in_pyproject_is_the_only_one(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.cluneal-lit]\ndocuments = ["docs/*.md"]\n')
    told = answer(tmp_path, "init")
    assert "cluneal-lit.toml" not in told["made"] and not (tmp_path / "cluneal-lit.toml").exists()
    assert told["next"][0].startswith("Put a document that cites where it matches docs/*.md")
    assert told["next"][1].startswith("Open pyproject.toml")


def test_a_folder_inside_of_a_project_becomes_one_of_its_own_and_it_is_said(tmp_path: Path) -> None:
    call(tmp_path, "init")
    (tmp_path / "inner").mkdir()
    said = call(tmp_path / "inner", "init").stdout.splitlines()[0]
    assert said == f"this folder lies in the project {tmp_path.resolve()}; from now on it is one of its own"


def test_another_folder_is_made_and_the_way_into_it_is_told(tmp_path: Path) -> None:
    told = answer(tmp_path, "-C", "my pages", "init")
    assert (told["next"][2], (tmp_path / "my pages" / "cluneal-lit.toml").exists()) == ("cd 'my pages'", True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_one_line(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    told = call(tmp_path, "init")
    tmp_path.chmod(0o755)
    assert (told.returncode, told.stdout, told.stderr.count("\n")) == (2, "", 1)
    assert "cluneal-lit.toml: cannot be written: permission denied" in told.stderr


@pytest.mark.parametrize("name", ["references", ".gitattributes/x", "cluneal-lit.toml"])
def test_what_is_in_the_way_is_one_line(tmp_path: Path, name: str) -> None:
    if name == "references":
        (tmp_path / name).write_text("mine")
    else:
        (tmp_path / name).mkdir(parents=True)
    told = call(tmp_path, "init")
    assert (told.returncode, told.stderr.count("\n"), "Traceback" in told.stderr) == (2, 1, False)


@pytest.mark.parametrize("verb", ["run", "check", "build", "refresh"])
def test_without_a_document_one_line_says_what_to_do(tmp_path: Path, verb: str) -> None:
    call(tmp_path, "init")
    told = call(tmp_path, verb)
    assert (told.returncode, told.stderr) == (0, "")
    assert re.fullmatch(
        r"no document yet: put a document that cites into references/documents/; .+ are read\. "
        r"Then call `cluneal-lit run`\.\n",
        told.stdout,
    )


def test_the_first_run_without_a_network_is_plain(tmp_path: Path) -> None:
    call(tmp_path, "init")
    (tmp_path / "references" / "documents" / "page.md").write_text(PAGE)
    said = call(tmp_path, "run", "--offline").stdout.splitlines()
    assert said[:5] == [
        "cluneal-lit 0.1.0",
        "  1 document with 3 citations; no work is known yet",
        "     3 unchecked  no service has given a record of it, or not every one that has to",
        "  offline: no service was asked; what is printed rests on earlier answers and your library",
        "  3 notes LIT304 (Not verified): see `cluneal-lit check`",
    ]
    wrote = [
        line.removeprefix("  wrote ").partition(": ")[0] for line in said[5:]
    ]  # of a folder with its number of files
    assert "output/report.md" in wrote and all((tmp_path / name).exists() for name in wrote)


def test_the_first_run_with_the_services_tells_what_is_wrong_and_where_to_read_on(tmp_path: Path) -> None:
    call(tmp_path, "init")
    (tmp_path / "references" / "documents" / "page.md").write_text(PAGE)
    with loopback(*WORKS) as service:
        told = call(tmp_path, "run", **settings(service.services))
    assert told.returncode == 1
    assert "no e-mail address is configured (`email`): PubMed and Crossref answer more slowly\n" in told.stderr
    assert [line.split()[1] for line in told.stdout.splitlines() if line.startswith("references/")] == [
        "LIT501",
        "LIT202",
    ]
    assert "  1 document with 3 citations of 2 works; 2 works in the collection\n" in told.stdout
    assert "  wrote output/report.md\n" in told.stdout


def test_many_files_of_a_folder_are_told_by_their_number(tmp_path: Path) -> None:
    call(tmp_path, "init")
    (tmp_path / "templates" / "each").mkdir(parents=True)
    (tmp_path / "templates" / "each" / "[key].txt.j2").write_text("{{ entry.key }}\n")
    works = [{"id": f"w{number}", "title": f"Invented {number}"} for number in range(5)]
    (tmp_path / "references" / "library" / "a.json").write_text(json.dumps(works))
    said = call(tmp_path, "run", "--offline").stdout
    assert "  wrote output/each/: 5 files\n" in said and "output/each/w0.txt" not in said


@pytest.mark.parametrize(
    "verb", ["run", "scan", "refresh", "check", "build", "show", "match", "note", "init", "explain"]
)
def test_every_verbs_help_has_an_example(tmp_path: Path, verb: str) -> None:
    said = call(tmp_path, verb, "--help").stdout
    assert re.search(rf"^examples:\n  cluneal-lit (-C \S+ )?{verb}\b", said, re.MULTILINE)


@pytest.mark.parametrize(
    "verb",
    [
        ("run",),
        ("check",),
        ("check", "--format", "sarif"),
        ("check", "--store"),
        ("diff",),
        ("refresh",),
        ("build",),
        ("build", "--check"),
        ("match",),
        ("dedupe",),
        ("prune",),
        ("check", "--fresh"),
        ("scan",),
    ],
)
def test_in_a_folder_that_is_no_project_nothing_is_fine_and_init_is_named(
    tmp_path: Path, verb: tuple[str, ...]
) -> None:
    (tmp_path / "essay.md").write_text("As shown (PMID: 90000001).\n", encoding="utf-8")
    line = f"cluneal-lit: {tmp_path} is no project: call `cluneal-lit init` there, or name the project's by -C\n"
    for further in ((), () if "--format" in verb else ("--json",)):
        told = call(tmp_path, *verb, *further)
        assert (told.returncode, told.stdout, told.stderr) == (2, "", line)
    assert [one.name for one in tmp_path.iterdir()] == ["essay.md"]
    assert call(tmp_path, "init").returncode == 0
    assert call(tmp_path, *verb).returncode == 0


@pytest.mark.parametrize(
    "verb",
    [
        ("waive", "LIT501", "--reason", "seen"),
        ("waive", "LIT501", "--undo"),
        ("join", "quimby2020", "orlov2020"),
        ("apart", "quimby2020", "orlov2020"),
        ("match", "--accept", "one", "doi:10.5555/one"),
        ("add", "10.5555/one"),
    ],
)
def test_nothing_is_decided_in_a_folder_that_is_no_project_and_nothing_left_there(
    tmp_path: Path, verb: tuple[str, ...]
) -> None:
    told = call(tmp_path, *verb)
    assert (told.returncode, told.stdout) == (2, "") and "call `cluneal-lit init` there" in told.stderr
    assert not [*tmp_path.iterdir()]
