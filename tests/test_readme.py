"""The README says what the program does."""

from __future__ import annotations

import argparse
import re
import shutil
from pathlib import Path

from cluneal_lit.cli.arguments import parser
from tests.cli.project import call

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_example_is_what_the_program_prints(tmp_path: Path) -> None:
    for name in ("references", "output"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    said = call(tmp_path, "run", "--offline").stdout.splitlines()
    block = next(block for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL) if "LIT402" in block)
    first, rest = block.splitlines()[:2], block.splitlines()[3:]
    assert (said[: len(first)], said[-len(rest) :]) == (first, rest)


def test_every_verb_is_in_the_table_and_every_call_exists() -> None:
    (verbs,) = (action for action in parser()._actions if isinstance(action, argparse._SubParsersAction))
    assert sorted(re.findall(r"^\| `cluneal-lit (\w+)", README, re.MULTILINE)) == sorted(verbs.choices)


def test_every_link_leads_to_a_file() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert [link for link in links if not (ROOT / link).exists()] == []
