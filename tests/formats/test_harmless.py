"""What notes may hold: Markdown, and no HTML or code behind a link, whoever renders it. The notes are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.formats.harmless import harmless
from cluneal_lit.outputs import html, markdown
from tests.outputs.test_markdown import Page

BAD = (
    "[![a](data:x)](https://example.org)",
    "[![a](JAVA&Tab;script&colon;alert(1)) ![b](b.png)](https://example.org)",
    "<script>alert(1)</script>",
    "a <img src=x onerror=alert(1)> b `<b>` c",
    "<!-- all that follows",
    "<div\nonclick=alert(1)>\n\nx</div>",
    "[x](javascript:alert(1))",
    "[x](JAVA&Tab;script&colon;alert(1))",
    "[x](<vbscript:x>) and [y](data:text/html,z)",
    "![x](data:text/html;base64,AAAA)",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "- a\n  <b onclick=x>\n- c",
    "> <iframe src=x>",
    "`` ` <b> `` <i>`",
    "\\<b> \\\\<i>",
    "| a |\n|---|\n| <u>x</u> |",
    "[a](b <c> d",
    "<?php x ?>",
    "<![CDATA[x]]>",
)
GOOD = (
    "A *note* on `x < y` with [a link](https://example.org/a_(b)), <https://example.org> and 3 < 4.",
    "[@isu2018], [there](https://example.org/o#a), [mail](mailto:a@example.org)\n\n```\n<b>[x](javascript:y)\n```",
    "    <indented>\n\n1 &lt; 2",
)


def addresses(page: Page) -> list[str]:
    return [one for one in page.links if ":" in one and not one.startswith(("http:", "https:", "mailto:"))]


def leaves_all_alone(text: str) -> bool:
    known = {*"p em code a h1 h2 h3 h4 h5 h6 ul ol li pre blockquote hr strong s br table thead tbody tr th td".split()}
    page = Page(f"{markdown.written(text, 0, lambda key: '')}\n\nlast *words*")
    return {*page.tags} <= known | {"img"} and addresses(page) == [] and page.text.endswith("last words\n")


@pytest.mark.parametrize("note", [*BAD, "```\nopen", "~~~~ text\n~~~\n", "x\n\n```"])
def test_no_note_brings_a_tag_or_code_or_swallows_what_follows(note: str) -> None:
    assert leaves_all_alone(note)


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        (
            "Second [bad](javascript:x) and [good](https://example.org/).",
            "Second \\[bad](javascript:x) and [good](https://example.org/).",
        ),
        (
            "A <u>tag</u>, [good](https://example.org/) and <https://example.org/>.",
            "A \\<u>tag\\</u>, [good](https://example.org/) and <https://example.org/>.",
        ),
        (
            "<div>\n<p>[good](https://example.org/)\n</div>",
            "\\<div>\n\\<p>[good](https://example.org/)\n\\</div>",
        ),
        (
            "- ![bad](data:x) [good][a] [bad][b]\n\n[a]: https://example.org/\n[b]: javascript:x",
            "- !\\[bad](data:x) [good][a] [bad]\\[b]\n\n[a]: https://example.org/\n\\[b]: javascript:x",
        ),
        ("[x](<vbscript:x>) [good](https://example.org/a)", "\\[x](\\<vbscript:x>) [good](https://example.org/a)"),
        ("> [@isu2018] <i>x\n> [good](https://example.org/a)", "> [@isu2018] \\<i>x\n> [good](https://example.org/a)"),
    ],
)
def test_what_is_bad_leaves_the_good_beside_it(note: str, shown: str) -> None:
    assert harmless(note) == shown


@pytest.mark.parametrize(
    ("note", "shown"),
    [
        ("[fig]: a.pdf\n[r]: https://a.example/", "[fig]: a.pdf\n"),
        ("[x]: #top\n[y]: b.pdf 'T'\n[r]: https://a.example/", "[x]: #top\n[y]: b.pdf 'T'\n"),
        ("> [fig]: a.pdf\n> [r]: https://a.example/", "[fig]: a.pdf\n"),
        ("- [fig]: a.pdf\n  [r]: https://a.example/", "[fig]: a.pdf\n"),
        ("[fig]: a.pdf\nWords.\n\n[r]: https://a.example/", "[fig]: a.pdf\nWords.\n"),
        ("[fig]: a.pdf\n===\n\n[r]: https://a.example/", "[fig]: a.pdf\n===\n"),
    ],
)
def test_what_is_defined_below_a_link_to_a_file_is_defined(note: str, shown: str) -> None:
    for said in (html.written, markdown.written):
        page = Page(said(f"See [the registry][r].\n\n{note}", 0, lambda key: ""))
        assert page.links == ["https://a.example/"]
        assert page.text.split() == f"See the registry.\n{shown}".split()
        assert not {"h1", "h2"} & {*page.tags}


@pytest.mark.parametrize(
    ("note", "links", "shown"),
    [
        ("[![logo](logo.png)](https://a.example/)", ["https://a.example/"], "logo"),
        ("[![](a.png) b](https://a.example/)", ["https://a.example/"], "a.png b"),
        ("[![a](JAVA&Tab;script&colon;x)](mailto:b)", [], "[![a](JAVA\tscript:x)](mailto:b)"),
        ("[![a](data:x)](mailto:b)", [], "[![a](data:x)](mailto:b)"),
        ("[![logo][l]](https://a.example/)\n\n[l]: https://a.example/l.png", ["https://a.example/"], "logo"),
        (
            "[![logo](logo.png)](https://a.example/) [b](b.pdf) [![c](c.png)](d.pdf)",
            ["https://a.example/"],
            "logo [b](b.pdf) [![c](c.png)](d.pdf)",
        ),
        ("[![logo](logo.png)](b.pdf)", [], "[![logo](logo.png)](b.pdf)"),
    ],
)
def test_a_link_around_an_image_stays(note: str, links: list[str], shown: str) -> None:
    for said in (html.written, markdown.written):
        page = Page(said(note, 0, lambda key: ""))
        assert (page.links, page.text.strip()) == (links, shown)
        assert "img" not in page.tags


def test_many_tags_take_no_longer_than_as_many_words() -> None:
    assert harmless("<u>x</u>\n\n" * 2000) == "\\<u>x\\</u>\n\n" * 2000
    assert harmless("<b>x</b>\n\n" * 2000) == "**x**\n\n" * 2000


@pytest.mark.parametrize("note", BAD)
def test_site_and_markdown_show_the_same_words(note: str) -> None:
    shown = Page(html.written(note, 0, lambda key: ""))  # which is HTML, as Markdown may hold
    assert "".join(shown.text.split()) == "".join(Page(harmless(note)).text.split())


@pytest.mark.parametrize("note", GOOD)
def test_markdown_stays_as_it_is_written(note: str) -> None:
    assert harmless(note) == note


@given(
    st.lists(
        st.sampled_from([*BAD, *GOOD, "`", "\n", "\n\n", "- ", "> ", "[", "](", "<", ">", "\\", "```"]), max_size=6
    )
)
def test_nor_does_any_mixture(parts: list[str]) -> None:
    assert leaves_all_alone("".join(parts))
