"""A person's notes in pandoc, which reads more in Markdown than others do. All are invented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cluneal_lit.outputs import markdown
from tests.imports.programs import run

HOSTILE = (
    "A `<b onclick=x>`{=html} b",
    "```{=html}\n<script>x</script>\n```",
    "~~~ {=latex}\n\\write18{x}\n~~~",
    "```python title=x\na\n\n<script>x</script>\n```",
    "\\newcommand{\\x}{y} \\input{x}\n\n\\begin{center}a\\end{center}",
    "\\\\\\input{x} \\@foo",
    "[x]{onclick=x} [a](http://b.example){onclick=x} `y`{onclick=x}",
    "# H {onclick=x}\n\nI ^{onclick=x}\n===",
    "::: {onclick=x}\ny\n:::",
    "[a]: http://b.example {onclick=x}\n\nsee [a]",
    "---\ncss: x\n---\n\ny\n\n> ---\n> css: x\n> ---",
    "| a |\n|---|\n| `x`{=html} \\input{x} |",
)


def native(text: str, tmp_path: Path) -> str:
    """What pandoc reads in the text, as it writes it down."""
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    return run("pandoc", "--from=markdown", "--to=native", "--standalone", tmp_path / "a.md")


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_a_note_is_raw_nor_an_attribute_or_metadata(text: str, tmp_path: Path) -> None:
    obeyed = re.compile(r"\bRaw(?:Inline|Block)\b|\( ?\"onclick\"|\( ?\"css\"")
    assert obeyed.search(native(text, tmp_path)), "pandoc does not obey this at all"
    assert obeyed.findall(native(markdown.written(text, 3, lambda key: ""), tmp_path)) == []


@pytest.mark.parametrize("text", ["$\\input{x}$", "a $$x\\write18{x}$$", "$^^5cinput{x}$", "$a\\\\\\input{x}$"])
def test_no_formula_of_a_note_has_a_command_that_does_more_than_a_sign(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(markdown.written(text, 3, lambda key: ""), encoding="utf-8")
    latex = run("pandoc", "--from=markdown", "--to=latex", tmp_path / "a.md")
    assert re.findall(r"(?<!\\)(?:\\\\)*\\(?:input|write)|\^\^", latex) == []


@pytest.mark.parametrize(
    "text", ["a\n\n::: danger\nb\n:::\n\nc", "> ::: danger\n> b\n> :::", ":::: danger ::::\n\nb\n\n::::"]
)
def test_no_word_of_a_note_is_the_class_of_a_division(text: str, tmp_path: Path) -> None:
    assert 'Str "danger"' not in native(text, tmp_path), "pandoc does not obey this at all"
    shown = native(markdown.written(text, 3, lambda key: ""), tmp_path)
    assert ('Str "danger"' in shown, "Div" in shown) == (True, False)


def test_a_title_at_the_end_of_a_heading_sets_no_attribute(tmp_path: Path) -> None:
    assert "onclick=x" in native(f"### {markdown.escaped('A title {onclick=x}')}", tmp_path).replace('" , "', "=")
    assert "Span" not in native(f"### {markdown.escaped('A title {onclick=x}')}", tmp_path)
