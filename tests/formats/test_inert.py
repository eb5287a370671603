"""Markdown from people that pandoc would obey. All is invented; `imports/test_notes.py` asks pandoc itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cluneal_lit.formats.inert import inert

_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Use `<b>`{=html} or \\input{x}", "Use `<b>`\\{=html} or \\\\input\\{x}"),
        ("[x]{.a} and \\{y}", "[x]\\{.a} and \\{y}"),
        ("```{=html}\n<b> \\input{x}\n```", "```\n<b> \\input{x}\n```"),
        ("a\n\n---\nb: c\n---\n", "a\n\n***\nb: c\n---\n"),
        ("a\n\n::: danger\nb\n:::\n\n> - ::: c", "a\n\n\\::: danger\nb\n\\:::\n\n> - \\::: c"),
        ("$\\input{x}$ and $^^5c$", "\\$\\\\input\\{x}\\$ and \\$^\\^5c\\$"),
        ("$x^2^3$, $5 & 6$, $5% of$ it", "\\$x^2^3\\$, \\$5 & 6\\$, \\$5% of\\$ it"),
        ("$$\\def\\a{b}$$", "\\$\\$\\\\def\\\\a\\{b}\\$\\$"),
        ("$\\frac{a}$ and $\\alphab_{x$", "\\$\\\\frac\\{a}\\$ and \\$\\\\alphab_\\{x\\$"),
    ],
)
def test_what_pandoc_obeys_is_shown_as_it_is_written(written: str, shown: str) -> None:
    assert inert(written) == shown


@pytest.mark.parametrize(
    "text",
    [
        "# A heading\n\n- *one* with `{code}`, [a link](https://b.example) and a \\* star\n\n---\n\n> quoted",
        "$\\alpha = 10^{5}$ cells, $x_2$, for $5 or $6",
        "Mean $\\bar{x}$, odds $\\frac{1}{2}$, $\\sqrt[3]{2}$, $10^{\\frac{1}{2}}$, "
        "$\\text{days}^{-1}$, Ca$^{2+}$, $5\\%$",
        "$$\\hat{\\beta}_1 = \\frac{\\sum_{i} x_i}{n}$$",
        "```python\nx = {1: '\\n'}\n```",
        "```\n::: x\n```\n\nsee a ::: b",
        "A heading\n---\n\n| a | b |\n|---|---|\n| 1 | 2 |",
    ],
)
def test_ordinary_markdown_stays(text: str) -> None:
    assert inert(text) == text.replace("\n---\n\n>", "\n***\n\n>")


@given(st.text("\\{}`$^_ax=.#-~>|: \n") | st.text())
def test_it_is_shown_as_before_and_once_is_enough(text: str) -> None:
    once = inert(text)
    assert inert(once) == once
