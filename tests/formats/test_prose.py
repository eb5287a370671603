"""Markdown that people write. The notes and works are invented."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cluneal_lit.formats import html_marks, prose


def where(key: str) -> str:
    return {"muster2019": "#muster2019", "a_b": "x.md#a_b"}.get(key, "")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (
            "**Bottom line.** An *invented* `note`,\nwrapped.\n\nSecond.",
            "Bottom line. An invented note, wrapped.\n\nSecond.",
        ),
        ("see [it](http://x.example/a) or <http://y.example>", "see it (http://x.example/a) or http://y.example"),
        ("[here](#muster2019) and ![a picture](x.png)", "here and a picture (x.png)"),
        ("[text](a.pdf), <a@b.example>, [a@b.example](mailto:a@b.example)", "text (a.pdf), a@b.example, a@b.example"),
        ("[![badge](https://b.example/x.svg)](https://b.example) ![](x.png)", "badge (https://b.example) x.png"),
        (
            "<script>alert(1)</script> H<sub>2</sub>O<br>p <0.05 <!-- aside -->",
            "<script>alert(1)</script> H₂O\np <0.05 <!-- aside -->",
        ),
        ("one <b>two</b> <u>three</u>", "one two <u>three</u>"),
        ("Values a<b and c>d hold; x<y>z; n>3", "Values a<b and c>d hold; x<y>z; n>3"),
        ("<div>\n*Words* of 10<sup>5</sup>\n</div>\n\n<!-- a *b* -->", "<div> Words of 10⁵ </div>\n\n<!-- a b -->"),
        ("# Head\ntext\n***\n> said", "Head\n\ntext\n\nsaid"),
        ("Two:\n- one\n- two\n  1. deep\n\nend", "Two:\n- one\n- two\n1. deep\n\nend"),
        ("1. one\n\n   more\n2. two", "1. one\n\nmore\n\n2. two"),
        ("```sh\nmake  *it*\n```", "make  *it*"),
        ("| a | b |\n|---|---|\n| c | d |\n\nend", "a | b\nc | d\n\nend"),
        (r"5\*3 &amp; 2~~1~~, snake_case", "5*3 & 21, snake_case"),
        ("", ""),
    ],
)
def test_the_words_of_markdown_stay_and_its_marks_go(written: str, words: str) -> None:
    assert prose.plain(written) == words


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("H<sub>2</sub>O, 10<SUP class='x'>5</SUP>, 10<sup><i>5</i></sup>", "H₂O, 10⁵, 10⁵"),
        ("T<sub>max</sub>, 10<sup>5,6</sup> and a<sup>*</sup>", "Tmax, 10\\^(5,6) and a\\*"),
        ("<i>E. coli</i> and <strong><em>x</em> y</strong>, <b>b</b>", "*E. coli* and *x* y, **b**"),
        ("a<i>(b)</i>c, <i>d *e*</i>", "a(b)c, d *e*"),  # stars would be shown
        ("one<br>two<br/>- three", "one\\\ntwo - three"),  # which would begin a list
        ("# A<br>b\n\n| c<br>d |\n|---|\n| <b>e</b> |", "# A b\n\n| c d |\n|---|\n| **e** |"),
        ("- <b>a</b>\n\n> <i>b</i>", "- **a**\n\n> *b*"),
        ("`<b>a</b>` \\<b>b</b>\n\n    <i>c</i>\n\n```\n<i>d</i>\n```", ""),
        ("<b>a</i> <i>b <u>c</u> <b onclick>d <sup/>", ""),
        ("<https://example.org/b> <i@example.org>", ""),
    ],
)
def test_tags_that_mark_words_become_marks_of_markdown(written: str, read: str) -> None:
    assert html_marks.read(written) == (read or written)


@given(
    st.lists(
        st.sampled_from(["a", "5", " ", "\n", "`", "\\", "*", "<b>", "</b>", "<sup>", "</sup>", "<br>", "<y>", "<"])
    )
)
def test_no_word_of_a_note_is_lost(parts: list[str]) -> None:
    assume("```" not in "".join(parts))  # the language of a code block, behind its fence, is shown nowhere
    said = prose.plain("".join(parts)).translate(str.maketrans("⁵", "5"))
    assert [one for one in said if one in "a5y"] == [one for one in "".join(parts) if one in "a5y"]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("p<q and r>s, <span class='x'>t</span> x<y>z", "p<q and r>s, t x<y>z"),
        ("10<sup>5</sup> of H<sub>2</sub>O<br><!-- aside -->end", "10⁵ of H₂O\nend"),
    ],
)
def test_a_line_of_a_document_loses_the_tags_of_html_alone(written: str, words: str) -> None:
    assert prose.line(written) == words


@pytest.mark.parametrize(
    ("written", "lowered"),
    [
        ("# One\n## Two ##\n### Three", "#### One\n##### Two ##\n###### Three"),
        ("###### Six\ntext # 1", "#### Six\ntext # 1"),
        ("## Two\n#### Four\n## Two\n# One", "#### Two\n##### Four\n#### Two\n#### One"),
        ("One\ntwo\n===\nnext\n---\nend", "#### One two\n##### next\nend"),
        ("> # Said\n\n- Item\n  ===", "> #### Said\n\n- #### Item"),
        ("```\n# a comment\n```", "```\n# a comment\n```"),
        ("#hashtag\r\n# One", "#hashtag\n#### One"),
    ],
)
def test_headings_are_shifted_below_ours(written: str, lowered: str) -> None:
    assert prose.under(written, 3, where) == lowered


@pytest.mark.parametrize(
    ("written", "linked"),
    [
        ("as `muster2019` says", "as [`muster2019`](#muster2019) says"),
        ("as [@a_b] says; [@nobody2000]", "as [`a_b`](x.md#a_b) says; [@nobody2000]"),
        ("[see `muster2019`](y.md)", "[see `muster2019`](y.md)"),
        ("```\n`muster2019` [@a_b]\n```", "```\n`muster2019` [@a_b]\n```"),
        ("muster2019 and ``muster2019``", "muster2019 and ``muster2019``"),
        ("## `muster2019`", "#### [`muster2019`](#muster2019)"),
    ],
)
def test_the_keys_of_works_become_links(written: str, linked: str) -> None:
    assert prose.under(written, 3, where) == linked


@given(st.text("#=-*_`[]()@<>!|~&\\ \t\n\r\x00a1.") | st.text())
def test_no_text_is_too_strange_and_none_keeps_a_heading_above_ours(text: str) -> None:
    tokens = MarkdownIt("commonmark").parse(prose.under(text, 3, where))
    above = {"h1", "h2", "h3"} & {token.tag for token in tokens}
    assert (above, isinstance(prose.plain(text), str)) == (set(), True)
