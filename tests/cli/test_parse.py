"""`parse`: an answer a line, in order, and what people see. Every work here is invented."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tracemalloc
from inspect import getsource
from pathlib import Path
from typing import Any

import pytest

from cluneal_lit.citations.strings import kind
from cluneal_lit.cli import given
from cluneal_lit.pipeline.parse import understood
from tests.cli import forked
from tests.cli.project import call
from tests.cli.screen import screen

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = "Quimby A, Orlov B. Knees of invented rowers. J Invent Med. 2018 Mar;15(1):25-32. doi: 10.5555/knees.1"
THESIS = "Quimby A. Shins of rowers [dissertation]. Oslo: Patella Press; 2011. PMID: 123456789"
COMMAND = (sys.executable, "-m", "cluneal_lit", "parse")


def run(*arguments: str, content: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    return forked.run(("parse", *arguments), Path.cwd(), environment, content)


def answers(text: str | bytes, *arguments: str) -> list[dict[str, Any]]:
    said = run("--json", *arguments, content=text if isinstance(text, bytes) else text.encode())
    assert (said.returncode, said.stderr) == (0, b"")
    return [json.loads(line) for line in said.stdout.splitlines()]


def test_a_reference_is_answered_with_csl_json() -> None:
    (answer,) = answers(ARTICLE)
    assert 0.9 < answer.pop("confidence") <= 1
    assert [answer] == [
        {
            "schema": "cluneal-lit/parse/1",
            "raw": ARTICLE,
            "item": {
                "id": "1",
                "type": "article-journal",
                "title": "Knees of invented rowers",
                "author": [{"family": "Quimby", "given": "A"}, {"family": "Orlov", "given": "B"}],
                "container-title": "J Invent Med",
                "issued": {"date-parts": [[2018, 3]]},
                "volume": "15",
                "issue": "1",
                "page": "25-32",
                "DOI": "10.5555/knees.1",
            },
            "malformed": [],
        }
    ]


def test_the_guide_names_what_an_answer_holds_and_every_kind() -> None:
    rows = re.findall(r"^\| `([\w/-]+)`", (ROOT / "docs" / "parsing.md").read_text(encoding="utf-8"), re.MULTILINE)
    keys = list(answers(ARTICLE)[0])
    assert rows[: len(keys)] == keys
    named = re.findall(r'"([a-z-]{4,})"', getsource(kind))
    kinds = {name for name in rows[len(keys) :] if name not in ("type", "document")}
    assert kinds <= set(named)


def test_every_line_has_its_answer_in_order_an_empty_one_too(tmp_path: Path) -> None:
    of_object = json.dumps({"id": "mine", "raw": f"{THESIS}\nand more"})
    lines = [ARTICLE, "", of_object, "{broken json", "[1] Not an object", "   ", json.dumps({"id": 7, "raw": ""})]
    (tmp_path / "refs.txt").write_text("\r\n".join(lines) + "\r\n", encoding="utf-8-sig")
    found = answers("", str(tmp_path / "refs.txt"))
    raw = [ARTICLE, "", f"{THESIS}\nand more", "{broken json", "[1] Not an object", "   ", ""]
    assert [one["raw"] for one in found] == raw
    assert [one["item"]["id"] for one in found] == ["1", "2", "mine", "4", "5", "6", "7"]
    assert (found[1]["item"], found[1]["confidence"]) == ({"id": "2", "type": "document"}, 0.0)
    assert (found[2]["item"]["type"], found[2]["malformed"]) == ("thesis", ["PMID: 123456789"])


def test_a_line_without_a_reference_is_answered_and_told() -> None:
    said = run("--json", content=b'{"raw": 1}\nx\n{"text": "y"}\n')
    assert [json.loads(line)["raw"] for line in said.stdout.splitlines()] == ['{"raw": 1}', "x", '{"text": "y"}']
    told = "standard input: line 1 has no reference: an object is to hold it as text under `raw`; so have 1 more"
    assert (said.returncode, said.stderr.decode()) == (2, f"cluneal-lit: {told}\n")


@pytest.mark.parametrize(
    ("content", "title"),
    [
        ("Köse G. Kranke Zähne. Pain. 2001;1(2):3-5.".encode("cp1252"), "Kranke Zähne"),
        ("Köse G. Kranke Zähne. Pain. 2001;1(2):3-5.".encode("utf-16"), "Kranke Zähne"),
        (
            b'{"raw": "K\\u00f6se G. Kranke Z\\u00e4hne\\ud800 und Kiefer. Pain. 2001;1(2):3-5."}',
            "Kranke Zähne\ufffd und Kiefer",
        ),
    ],
)
def test_other_encodings_and_half_characters_are_read(content: bytes, title: str) -> None:
    (one,) = answers(content)
    assert (one["item"]["title"], one["item"]["author"][0]["family"]) == (title, "Köse")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "cannot be read: no such file or directory; name a file, or `-`"),
        (b"%PDF-1.7\n%\xe2", "is PDF, and no lines of text; `cluneal-lit scan` reads documents"),
        (b"a\0\1\2\0" * 9, "is no text, and no lines of text; `cluneal-lit scan` reads documents"),
        (b' [\n {"raw": "x"}]', "is a JSON array; write each of its objects on a line of its own (JSON Lines)"),
        (b"x" * 1_000_001, "line 1 has 1,000,000 characters and more; write one reference a line"),
    ],
)
def test_what_holds_no_lines_of_references_is_one_line(tmp_path: Path, content: bytes | None, reason: str) -> None:
    if content is not None:
        (tmp_path / "refs.txt").write_bytes(content)
    said = call(tmp_path, "parse", "refs.txt")
    assert (said.returncode, said.stdout, said.stderr) == (2, "", f"cluneal-lit: refs.txt: {reason}\n")


def test_a_closed_standard_input_is_one_line() -> None:
    said = subprocess.run(("sh", "-c", '"$@" <&-', "sh", *COMMAND), capture_output=True, check=False, text=True)
    told = "cluneal-lit: standard input is closed; name a file\n"
    assert (said.returncode, said.stdout, said.stderr) == (2, "", told)


def test_answers_come_while_lines_are_still_given() -> None:
    with subprocess.Popen((*COMMAND, "--json"), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin and process.stdout
        for line in (ARTICLE, THESIS):
            process.stdin.write(f"{line}\n".encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["raw"] == line
        process.stdin.close()


def test_who_has_read_enough_may_go(tmp_path: Path) -> None:
    (tmp_path / "refs.txt").write_text(f"{ARTICLE}\n" * 2000, encoding="utf-8")
    with subprocess.Popen(
        (*COMMAND, "--json", "refs.txt"), cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert (process.stderr.read(), process.wait(timeout=60)) == (b"", 0)


def test_a_long_input_is_not_held(tmp_path: Path) -> None:
    with (tmp_path / "refs.txt").open("wb") as file:
        for _ in range(60):
            file.write(b"x" * 900_000 + b"\n")
    list(understood(["Quimby A. Knees. Spine. 2001;1:2."]))  # the model is loaded once
    tracemalloc.start()
    count = sum(1 for _ in understood(given.lines(str(tmp_path / "refs.txt"))))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (count, peak < 20_000_000) == (60, True)


def _without_confidence(shown: str) -> str:
    """What a person sees, whatever the model that is shipped thinks of it."""
    return re.sub(r"(?<=confidence )(?:\x1b\[\d+m)?[01]\.\d\d(?:\x1b\[0m)?", "…", shown)


def test_without_colours_fields_are_named(tmp_path: Path) -> None:
    said = _without_confidence(run(content=f"{ARTICLE}\n\n{THESIS}\n".encode()).stdout.decode())
    assert said == (
        f"{ARTICLE}\n"
        "  article-journal, confidence …\n"
        "  authors         Quimby A; Orlov B\n"
        "  title           Knees of invented rowers\n"
        "  journal or book J Invent Med\n"
        "  date            2018 Mar\n"
        "  volume          15\n"
        "  issue           1\n"
        "  pages           25-32\n"
        "  DOI             10.5555/knees.1\n"
        "\n"
        f"{THESIS}\n"
        "  thesis, confidence …\n"
        "  authors         Quimby A\n"
        "  title           Shins of rowers\n"
        "  place           Oslo\n"
        "  publisher       Patella Press\n"
        "  date            2011\n"
        "  malformed       PMID: 123456789: looks like an identifier and is none\n"
        "\n"
    )


def test_a_terminal_shows_the_fields_in_their_colours(tmp_path: Path) -> None:
    (tmp_path / "refs.txt").write_text(f"{ARTICLE}\n", encoding="utf-8")
    shown = on_terminal(tmp_path, 60)
    assert "\x1b[32mJ Invent\x1b[0m\n\x1b[32mMed\x1b[0m. " in on_terminal(tmp_path, 55)
    legend, text = _without_confidence(shown).split("\n\n")[:2]
    assert "\x1b[34mauthors\x1b[0m · \x1b[1mtitle\x1b[0m · \x1b[32mjournal or book\x1b[0m" in legend
    assert text == (
        "\x1b[34mQuimby A, Orlov B\x1b[0m. \x1b[1mKnees of invented rowers\x1b[0m. \x1b[32mJ Invent Med\x1b[0m.\n"
        "\x1b[35m2018 Mar\x1b[0m;\x1b[33m15\x1b[0m(\x1b[31m1\x1b[0m):\x1b[36m25-32\x1b[0m. "
        "\x1b[2mdoi: 10.5555/knees.1\x1b[0m\n"
        "  article-journal, confidence …"
    )
    assert "\x1b" not in on_terminal(tmp_path, 60, NO_COLOR="1")


def on_terminal(folder: Path, columns: int, **environment: str) -> str:
    """What a terminal of so many columns is given."""
    plain = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    code, shown = screen(
        folder, {**plain, "TERM": "xterm", "COLUMNS": str(columns), **environment}, "parse", "refs.txt"
    )
    assert code == 0
    return shown
