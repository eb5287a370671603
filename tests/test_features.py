"""The table of features says what the program does: each test, verb, template and finding that it names is there."""

from __future__ import annotations

import argparse
import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from cluneal_lit.cli.arguments import parser
from cluneal_lit.config import Config
from cluneal_lit.findings import CATALOGUE
from cluneal_lit.model import VERDICTS, Note

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "docs" / "features.md").read_text(encoding="utf-8")
ROWS = [tuple(cell.strip() for cell in line.split("|")[1:-1]) for line in re.findall(r"^\| A?\d+ \|.*$", TEXT, re.M)]
STATES = ("yes", "in part", "planned", "no")
NOTHING = "–"


def spans(cell: str) -> list[str]:
    """What stands in it as code."""
    return re.findall(r"`([^`]+)`", cell)


def functions(path: Path) -> set[str]:
    """The names of a module's functions; none where there is no such module."""
    body = ast.parse(path.read_text(encoding="utf-8")).body if path.is_file() else ()
    return {node.name for node in body if isinstance(node, ast.FunctionDef)}


def test_every_feature_stands_in_the_table_once_and_in_order() -> None:
    numbers = [*map(str, range(1, 108)), *(f"A{number}" for number in range(1, 16))]
    assert [row[0] for row in ROWS] == numbers
    assert {len(row) for row in ROWS} == {5}


def test_the_counts_at_the_top_are_those_of_the_table() -> None:
    counts = Counter(row[2] for row in ROWS)
    assert set(counts) <= set(STATES)
    assert f"{len(ROWS)} features: {', '.join(f'{counts[state]} {state}' for state in STATES)}." in TEXT


def test_what_is_there_is_shown_by_tests_and_what_is_not_by_none() -> None:
    there = {row[0] for row in ROWS if row[2] in ("yes", "in part")}
    assert {row[0] for row in ROWS if spans(row[4])} == there
    assert {row[4] for row in ROWS if row[0] not in there} == {NOTHING}
    assert [row[0] for row in ROWS if re.sub(r"`[^`]+`", "", row[4]).strip(f"{NOTHING} ")] == []


def test_what_is_there_in_part_says_what_is_missing_and_what_is_never_to_be_says_why() -> None:
    assert [row[0] for row in ROWS if ("Missing: " in row[3]) != (row[2] == "in part")] == []
    assert [row[0] for row in ROWS if row[2] in ("yes", "no") and row[3] == NOTHING] == []


@pytest.mark.parametrize("name", sorted({name for row in ROWS for name in spans(row[4])}))
def test_every_named_test_exists(name: str) -> None:
    path, _, function = name.partition("::")
    assert re.fullmatch(r"tests/(\w+/)*test_\w+\.py", path)
    assert function.startswith("test_") and function in functions(ROOT / path)


def test_every_named_verb_and_option_exists() -> None:
    (verbs,) = (action for action in parser()._actions if isinstance(action, argparse._SubParsersAction))
    options = {name: set(verb._option_string_actions) for name, verb in verbs.choices.items()}
    every = set.union(*options.values())
    said = [span.split() for row in ROWS for span in spans(row[3])]
    wrong = [words for words in said if words[0] == "cluneal-lit" and options.keys().isdisjoint(words[1:2])]
    for words in said:
        known = options.get(words[1], set()) if words[0] == "cluneal-lit" and words[1:] else every
        wrong += [words for word in words if word.startswith("--") and word not in known]
    assert wrong == []


def test_every_named_file_and_template_exists() -> None:
    named = {span for row in ROWS for span in spans(row[3]) if re.match(r"(src|templates|benchmarks|docs)/", span)}
    assert sorted(name for name in named if not (ROOT / name).is_file()) == []
    outputs = {span for row in ROWS for span in spans(row[3]) if re.fullmatch(r"references\.\w+", span)}
    assert sorted(name for name in outputs if not (ROOT / "templates" / f"{name}.j2").is_file()) == []


def test_every_named_finding_setting_field_and_verdict_exists() -> None:
    said = {span for row in ROWS for span in spans(row[3])}
    assert sorted(code for code in said if code.startswith("LIT") and code not in CATALOGUE) == []
    known = {*Config.__struct_fields__, *Note.__struct_fields__, *VERDICTS}
    foreign = {"note", "nocite"}  # BibTeX's and pandoc's
    assert {word for word in said if re.fullmatch(r"[a-z_]+", word)} <= known | foreign
