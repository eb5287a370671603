"""What a terminal is given: nothing that it would obey. Every work here is invented."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from tests.cli.project import answer, call, make
from tests.cli.screen import screen

EVIL = "An \x1b]0;pwn\x07 invented\x9b31m \u202etrial\x1b[2J \u2028of\u2066 knees"
PLAIN = "An ]0;pwn invented31m trial[2J of knees"
DOCUMENT = f"See [@mine] and [@nobody\x1b[31m1999].\n\n# References\n\n1. Quimby A. {EVIL}. J Invent Med. 2019;1:2.\n"
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
VERBS = (
    ("show", "mine"),
    ("show", "mine", "--json"),
    *(("show", "mine", "--format", name) for name in ("vancouver", "bibtex", "csl")),
    ("scan",),
    ("scan", "--json"),
    ("check",),
    ("match",),
    ("match", "--all"),
    ("match", "--all", "--json"),
    ("run", "--offline"),
    ("show", "nobo\x1bdy"),
    ("note", "nobo\x1b[2Jdy\x07"),
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose library and documents hold what turns a terminal upside down."""
    make(tmp_path, document=DOCUMENT)
    (tmp_path / "references" / "library").mkdir()
    work = {"id": "mine", "title": EVIL, "author": [{"family": "Quimby\x1b[5m", "given": "A"}], "DOI": "10.5555/x"}
    odd = {"id": "no\x07thing\x1b[31m", "title": EVIL, "no-field": EVIL}
    (tmp_path / "references" / "library" / "a\x1b[31m.json").write_text(json.dumps([work, odd, "x"]))
    (tmp_path / "references" / "notes").mkdir()
    (tmp_path / "references" / "notes" / "mine.md").write_text(f"---\nworks: [doi:10.5555/x]\n---\n{EVIL}\n")
    return tmp_path


@pytest.mark.parametrize(
    "arguments", VERBS, ids=lambda arguments: " ".join(arguments).encode("unicode_escape").decode()
)
def test_nothing_is_printed_that_a_terminal_would_obey(project: Path, arguments: tuple[str, ...]) -> None:
    said = call(project, *arguments)
    assert said.returncode in (0, 1, 2) and "Traceback" not in said.stderr and said.stdout + said.stderr
    assert OBEYED.findall(said.stdout + said.stderr) == []


def test_what_people_read_is_plain_and_what_programs_read_is_whole(project: Path) -> None:
    assert PLAIN in call(project, "show", "mine", "--format", "vancouver").stdout
    (work,) = answer(project, "show", "mine")["works"]
    title = re.sub(r"</?span[^>]*>", "", work["cite"]["csl"]["title"])  # of words that styles would spell otherwise
    assert title == " ".join(EVIL.split())


def test_the_entry_alone_is_what_the_outputs_have(project: Path) -> None:
    call(project, "run", "--offline")
    (item,) = json.loads(call(project, "show", "mine", "--format", "csl").stdout)
    entries = json.loads((project / "output" / "references.json").read_text(encoding="utf-8"))
    assert [item["title"]] == [one["title"] for one in entries if one["id"] == "mine"]
    assert re.sub(r"</?span[^>]*>", "", item["title"]) == "An ]0;pwn invented31m trial[2J of knees"


def test_a_terminal_gets_our_colours_and_no_other(project: Path) -> None:
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    environment.pop("NO_COLOR", None)
    code, shown = screen(project, environment, "show", "mine")
    assert code == 0
    first, *_ = rest = shown.split("\n")
    assert first == "\x1b[1mmine\x1b[0m"
    assert not OBEYED.search(re.sub("\x1b\\[(?:31;1|33|36|32|2|1|0)m", "", "\n".join(rest)))
