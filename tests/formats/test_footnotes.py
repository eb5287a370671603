"""Footnotes in Markdown from people, and links that name their addresses: of each note its own. All is invented."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cluneal_lit.formats import definitions, footnotes, prose
from cluneal_lit.outputs import html, markdown

_COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])

PLACED = [
    ("A.[^1]\n\n[^1]: Fußnote", "A.¹\n\n¹ Fußnote"),
    ("A[^b] b[^a] c[^b]\n\n[^a]: x\n[^b]: y\nz", "A¹ b² c¹\n\n¹ y\nz\n\n² x"),
    ("A[^1]\n\n[^1]: x\n\n    more\n\nB", "A¹\n\nB\n\n¹ x\n\nmore"),
    ("Of 19[^1][^2]\n\n[^1]: x[^2]\n[^2]: y", "Of 19 ¹ ²\n\n¹ x²\n\n² y"),
    ("A^[x [y](https://a.example/)] b", "A¹ b\n\n¹ x [y](https://a.example/)"),
    ("A[^1]\n\n[^1]: - x", "A¹\n\n¹\n\n- x"),
    ("A[^2] `[^1]` \\[^1]\n\n    [^1]: code\n\n```\n[^1]: x\n```",) * 2,
    ("A\n\n[^1]: Named by nothing", "A\n\nNamed by nothing"),
    ("A[^1]\n\n[^1]: x\n[^1]: again", "A¹\n\nagain\n\n¹ x"),
    ("A[^1]\n\n[^1]: x\n\n    more\n\n[^2]: Named by nothing", "A¹\n\nNamed by nothing\n\n¹ x\n\nmore"),
    ("[^1]: Alone", "Alone"),
    ("2^[3",) * 2,
    ("> A[^1]\n>\n> [^1]: x\n> y\n>\n>     more\n\nB", "> A¹\n>\n\nB\n\n¹ x\ny\n\nmore"),
    ("Of $x^[2]$ cells",) * 2,
    ("For $5^[in it] or US$ 6", "For $5 ¹ or US$ 6\n\n¹ in it"),
]


@pytest.mark.parametrize(("text", "said"), PLACED)
def test_footnotes_are_numbers_and_paragraphs_at_the_end(text: str, said: str) -> None:
    assert footnotes.placed(text) == said


def test_all_formats_show_the_words_of_a_footnote() -> None:
    text = "**Bottom line.** It heals.[^1]\n\n**Limits.** Few.[^2]\n\n[^1]: Fußnote\n[^2]: Nobody was lost."
    words = "Bottom line. It heals.¹\n\nLimits. Few.²\n\n¹ Fußnote\n\n² Nobody was lost."
    assert prose.plain(text) == words
    shown = re.sub(r"<[^>]*>", "", html.written(text, 0, lambda key: ""))
    assert shown.split() == words.split()
    assert html.written(text, 0, lambda key: "").count("<a ") == 0
    assert prose.passage(text, "Bottom line") == "It heals.¹\n\n¹ Fußnote"
    assert prose.passage(text, "Limits") == "Few.¹\n\n¹ Nobody was lost."


def test_a_passage_has_the_links_that_its_note_defines() -> None:
    text = (
        "**Bottom line.** See [the registry][1] and [B].[^1]\n\n**Limits.** [Few][b], `[1]`.\n\n"
        "[1]: https://a.example/\n[^1]: Said [there][1]\n[b]: <https://b.example/x> 'Title'\n"
    )
    registry = "the registry (https://a.example/)"
    assert prose.passage(text, "Bottom line") == (
        f"See {registry} and B (https://b.example/x).¹\n\n¹ Said there (https://a.example/)"
    )
    assert prose.passage(text, "Limits") == "Few (https://b.example/x), [1]."
    above = "[1]: https://a.example/\n\n**Limits.** [x][1]\n\n[1]: https://b.example/"  # the first is meant
    assert prose.passage(above, "Limits") == "x (https://a.example/)"
    image = "**Limits.** See ![fig][i] and [fig][i].\n\n[i]: https://a.example/1.png"
    assert prose.passage(image, "Limits") == "See fig (https://a.example/1.png) and fig (https://a.example/1.png)."


WRITTEN = [
    (
        'See [the *registry*][1], [1] and [B][].\n\n[1]: https://a.example/ "A \\"t\\""\n[b]: <https://a.example/(x>\n\nC',
        'See [the *registry*](https://a.example/ "A \\"t\\""), [1](https://a.example/ "A \\"t\\"")'
        " and [B](<https://a.example/(x>).\n\n\nC",
    ),
    (
        "`[1]` \\[1] <https://a.example/[1]> [1]\n\n[1]: https://b.example/",
        "`[1]` \\[1] <https://a.example/[1]> [1](https://b.example/)",
    ),
    ("> [a\n> b][1]\n\n[1]: https://a.example/", "> [a\n> b](https://a.example/)"),
    ("| a |\n|---|\n| [x\\|y][1] |\n\n[1]: https://a.example/", "| a |\n|---|\n| [x\\|y](https://a.example/) |"),
    ("[a]\n[b]: https://a.example/", "[a]\n\\[b]: https://a.example/"),
    ("```\n[1]: x\n```\n\n[1]", "```\n[1]: x\n```\n\n[1]"),
    ("- [1]: https://a.example/\n- [1]", "-\n- [1](https://a.example/)"),
    ("![fig][1] and [fig][1]\n\n[1]: https://a.example/", "![fig](https://a.example/) and [fig](https://a.example/)"),
    ("[![x][1]][1]\n\n[1]: https://a.example/", "[![x](https://a.example/)](https://a.example/)"),
    ("[b][none], [b]\n\n[b]: https://a.example/", "[b][none], [b](https://a.example/)"),
    ("Oh![b](no\n\n[b]: https://a.example/", "Oh\\![b](https://a.example/)(no"),  # no image becomes one
]


@pytest.mark.parametrize(("text", "said"), WRITTEN)
def test_a_link_holds_its_address(text: str, said: str) -> None:
    assert definitions.inlined(text) == said


_BITS = [
    "[a]",
    "[b][a]",
    "[a][]",
    "![a]",
    "[a][c]",
    "\0",
    "![b [a]][a]",
    "!",
    "[a]: https://a.example/ 'q\"'",
    "[B]: <b c>",
    "\n",
    "\n\n",
    "`",
    "\\",
    "> ",
    "- ",
    "|",
    "x",
    "[",
    "]",
    "(",
    "*",
]


@given(st.lists(st.sampled_from(_BITS), max_size=14).map("".join))
def test_links_lead_where_they_led_and_none_is_defined(text: str) -> None:
    def links(source: str) -> list[tuple[Any, ...]]:
        env: dict[str, Any] = {}
        blocks = _COMMONMARK.parse(source, env)
        assert source is text or not env.get("references")
        tokens = [token for block in blocks for token in block.children or ()]
        return [
            (one.type, one.attrGet("href"), one.attrGet("src"), one.attrGet("title"), len(one.children or ()))
            for one in tokens
            if one.type in ("link_open", "image")
        ]

    assert links(definitions.inlined(text)) == links(text)


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
@pytest.mark.parametrize("form", ["gfm", "commonmark", "markdown"])
def test_notes_in_one_file_have_each_their_own_links_and_footnotes(form: str) -> None:
    notes = [
        "See [the registry][1].[^1]\n\n[1]: https://a.example/AAA\n\n[^1]: Nine of ten were healed.",
        "See [the registry][1].[^1]\n\n[1]: https://a.example/BBB\n\n[^1]: Nobody was lost.",
    ]
    said = "\n\n".join(markdown.written(one, 3, lambda key: "") for one in notes)
    read = subprocess.run(["pandoc", "-f", form, "-t", "json"], input=said, capture_output=True, text=True, check=True)
    blocks = json.loads(read.stdout)["blocks"]
    assert [json.dumps(one).count("AAA") - json.dumps(one).count("BBB") for one in blocks] == [1, 0, -1, 0]
    plain = subprocess.run(
        ["pandoc", "-f", form, "-t", "plain"], input=said, capture_output=True, text=True, check=True
    )
    assert plain.stdout.split("\n\n") == [
        "See the registry.¹",
        "¹ Nine of ten were healed.",
        "See the registry.¹",
        "¹ Nobody was lost.\n",
    ]


@pytest.mark.parametrize(
    "link",
    [
        "[a](appendix.pdf)",
        "[a](/etc/x)",
        "[a](../../s.html)",
        "![a](fig.png)",
        "[a](//evil.example/x)",
        "[a](#b)",
        "[a](https:b)",
        "[a](www.b.example)",
    ],
)
def test_what_leads_nowhere_from_the_site_is_shown_as_it_is_written(link: str) -> None:
    shown = html.written(f"See {link}.", 0, lambda key: "")
    assert shown == f"<p>See {link}.</p>"
    assert _COMMONMARK.render(markdown.written(f"See {link}.", 0, lambda key: "")).strip() == shown
    named = html.written("See [a][1].\n\n[1]: appendix.pdf", 0, lambda key: "")
    assert "<a" not in named
