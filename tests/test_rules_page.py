"""docs/rules.md is the catalogue."""

from __future__ import annotations

from pathlib import Path

from cluneal_lit.findings import CATALOGUE
from cluneal_lit.outputs.rules import page
from tests.cli.project import call

PAGE = Path(__file__).resolve().parents[1] / "docs" / "rules.md"


def test_the_page_is_what_the_catalogue_says() -> None:
    """Print it anew with `python -m cluneal_lit explain --markdown > docs/rules.md`."""
    assert PAGE.read_text(encoding="utf-8") == page(CATALOGUE.values())


def test_values_are_marked_in_text_and_in_code() -> None:
    said = page([CATALOGUE["LIT412"]])
    assert "**warning** · *kind* *one* *other*: *reason*\n" in said
    assert "Remove the line with `cluneal-lit KIND ABOUT --undo`, and decide anew.\n" in said


def test_explain_prints_it(tmp_path: Path) -> None:
    assert call(tmp_path, "explain", "--markdown").stdout == PAGE.read_text(encoding="utf-8")
    assert call(tmp_path, "explain", "lit501", "--markdown").stdout == page([CATALOGUE["LIT501"]])
    assert call(tmp_path, "explain", "--markdown", "--json").returncode == 2
