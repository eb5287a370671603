"""`explain`: what a finding's code means."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec

from cluneal_lit.findings import CATALOGUE
from tests.cli.project import call

PAGE = """\
LIT501 error: Cited work was retracted
Retracted results must not be relied on.
Remove the citation, or say in the text that the work was retracted and why it is cited.
"""


def test_a_code_in_capitals_or_not_has_a_page_what_it_is_why_it_matters_and_what_to_do(tmp_path: Path) -> None:
    said = [call(tmp_path, "explain", code) for code in ("LIT501", "lit501", "LIT501-65dd69e6c1")]
    assert [(one.returncode, one.stdout, one.stderr) for one in said] == [(0, PAGE, "")] * 3


def test_no_word_for_a_value_is_printed_as_the_catalogue_writes_it(tmp_path: Path) -> None:
    assert call(tmp_path, "explain", "LIT108").stdout.splitlines()[-1] == (
        "Write TO in its place, if that is the page that is meant."
    )


def test_without_a_code_each_has_a_line_with_its_level_and_title(tmp_path: Path) -> None:
    said = call(tmp_path, "explain").stdout.splitlines()
    assert said == [f"{code} {rule.level:<7} {rule.title}" for code, rule in CATALOGUE.items()]


def test_json_holds_the_rule_as_the_catalogue_has_it(tmp_path: Path) -> None:
    assert json.loads(call(tmp_path, "explain", "LIT501", "--json").stdout) == {
        "schema": "cluneal-lit/explain/1",
        "rules": [msgspec.to_builtins(CATALOGUE["LIT501"])],
    }


def test_a_code_that_is_none_is_one_line_with_the_nearest(tmp_path: Path) -> None:
    said = call(tmp_path, "explain", "LIT5011")
    told = "there is no code LIT5011; did you mean LIT501? `cluneal-lit explain` lists all"
    assert (said.returncode, said.stdout, said.stderr) == (2, "", f"cluneal-lit: {told}\n")
