"""Markdown from people in which no image is left that would be loaded."""

from __future__ import annotations

import json
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cluneal_lit.formats import images
from cluneal_lit.outputs import markdown

_COMMONMARK = MarkdownIt("commonmark").enable("table")
WRITTEN = [
    ("![A nerve](https://a.example/n.png)", "[A nerve](https://a.example/n.png)"),
    (
        'See ![](https://a.example/n_1.png "t") so',
        r'See [https://a.example/n\_1.png](https://a.example/n_1.png "t") so',
    ),
    ("[![badge](https://a.example/b.svg)](https://a.example/)", "[badge](https://a.example/)"),
    ("![ref]\n\n[ref]: https://a.example/n.png", "[ref]\n\n[ref]: https://a.example/n.png"),
    ("![][ref]\n\n[ref]: https://a.example/n.png", "[https://a.example/n.png][ref]\n\n[ref]: https://a.example/n.png"),
    ("> a ![b\n> c](https://a.example/)", "> a [b c](https://a.example/)"),
    ("| a |\n|---|\n| ![x\\|y](https://a.example/) |", "| a |\n|---|\n| [x\\|y](https://a.example/) |"),
    ("![a ![b](c)](d)", r"[a !\[b\](c)](d)"),
    ("Oh!![a](b)", r"Oh\![a](b)"),
    ("![a][b] ![a]\n\n[a]: https://a.example", "\\![a][b] [a]\n\n[a]: https://a.example"),
    ("Oh![^1]", r"Oh\![^1]"),
    ("![a](b c.png)", r"\![a](b c.png)"),  # to pandoc an image
    ("`![a](b)` ![a](b)", "`![a](b)` [a](b)"),
    ("```\n![a](b)\n```", "```\n![a](b)\n```"),
    ("Nothing! [a](b)", "Nothing! [a](b)"),
]


@pytest.mark.parametrize(("text", "said"), WRITTEN)
def test_an_image_is_a_link_to_it(text: str, said: str) -> None:
    assert images.linked(text) == said


@given(
    st.lists(st.sampled_from([*"!![]()<>`\\|*\n a", "![a](b)", "[c]: d\n", "> ", "- ", "    "]), max_size=25).map(
        "".join
    )
)
def test_whatever_the_text_no_image_is_left(text: str) -> None:
    assert "<img" not in _COMMONMARK.render(images.linked(text))


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed")
@pytest.mark.parametrize("text", [text for text, _ in WRITTEN])
def test_pandoc_finds_no_image_either(text: str) -> None:
    said = markdown.written(text, 3, lambda key: "")
    run = subprocess.run(["pandoc", "--to=json"], input=said, capture_output=True, text=True, check=True, timeout=60)
    assert '"Image"' not in json.dumps(json.loads(run.stdout))
