"""Notes of which pandoc makes pages without a script of theirs, whatever they hold beside code. All is invented."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
from typing import Any

import pytest
from markdown_it import MarkdownIt

from cluneal_lit.formats.apart import apart
from cluneal_lit.outputs import markdown

SCRIPT = "<script>alert(1)</script>"
BLOCKS = [
    "Words ```` ```{=html} ````",
    f"Words ```{{=html}}\n<b>x</b>\n```\n\n```{{=html}}\n{SCRIPT}\n```",
    f"a `\n# h\n`{SCRIPT}`",
    f"a `\n- x\n`{SCRIPT}`",
    f"a `\n> x\n`{SCRIPT}`",
    f"(@) x\n\n    {SCRIPT}",
    f"- a\n\n[r]: https://x.example\n\n    {SCRIPT}",
    f"- ```\n  {SCRIPT}\n\nb",
    f"-     {SCRIPT}",
    f"Text\n~~~\n{SCRIPT}\n~~~",
    f"> ```\n> {SCRIPT}",
    f"1. a\n   ```\n   {SCRIPT}\n   ```",
    f"| a | b |\n|---|---|\n| ` | `{SCRIPT}` | ` |",
    f"$`${SCRIPT}$`$",
    f"[x](a`b) ` c `{SCRIPT}`",
    f"<https://a.example/`x> `{SCRIPT}`",
    f"`{SCRIPT}`{{=html}}",
    "\\\n````\n```\n<script>alert(1)</script>\n```\n````",
    "<svg/onload=x>",
    "~~~ ~ x\n[x](javascript:x)\n~~~",
    "<\\``x`{=html}<https://a.example/`>",
    "Words ```{=html}\n**x**\n```\n\nnote\n`x`{=html}\n```",
    f"-------\n a b\n--- ---\n ` `{SCRIPT}`\n\n-------",
    f"<!-- {SCRIPT} -->",
    "a\nb",
    "# h",
    "---",
]
_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@pytest.mark.parametrize("text", BLOCKS)
def test_code_stays_the_code_that_it_was_and_once_is_enough(text: str) -> None:
    def code(source: str) -> list[str]:
        blocks = _MARKDOWN.parse(source)
        parts = [part for block in blocks for part in (block, *(block.children or ()))]
        return [one.content.strip() for one in parts if one.type in ("fence", "code_block", "code_inline")]

    once = apart(text)
    assert (code(once), apart(once)) == (code(text), once)


@pytest.mark.parametrize("text", ["a `b`\n- c\n\n    d", "```\nx\n```", "So `code`\n> said"])
def test_what_holds_nothing_to_obey_stays_as_it_is(text: str) -> None:
    assert apart(text) == text


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_pandoc_finds_nothing_to_obey_in_any_note() -> None:
    chosen = random.Random(9)
    mixed = ["\n".join(chosen.choices(["", *BLOCKS], k=4)) for _ in range(60)]
    for text in (*BLOCKS, *mixed):
        said = markdown.written(text, 3, lambda key: "")
        run = subprocess.run(
            ["pandoc", "--to=json"], input=said, capture_output=True, text=True, check=True, timeout=60
        )
        assert [one for one in _parts(json.loads(run.stdout)) if one in ("RawBlock", "RawInline")] == [], text


def _parts(tree: Any) -> list[str]:
    if isinstance(tree, list):
        return [one for part in tree for one in _parts(part)]
    if isinstance(tree, dict):
        return [*([tree["t"]] if "t" in tree else []), *(one for part in tree.values() for one in _parts(part))]
    return []
