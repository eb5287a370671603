"""What Markdown shows is what was written: read back by markdown-it, with HTML on, as a forge has it."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cluneal_lit.model import Entry, Fields, Ids
from cluneal_lit.outputs import markdown, styles
from tests.formats.invented import CLEAN, NASTY

FORGE = MarkdownIt("commonmark").enable(["table", "strikethrough"])


class Page(HTMLParser):
    """The tags, addresses and text of a page."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.text = ""
        self.feed(FORGE.render(source))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.text += data


def letters(text: str) -> str:
    """The text without blanks."""
    return "".join(text.split())


ROW = ["table", "thead", "tr", "th", "tbody", "tr", "td"]


_text = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp", "Cn", "Co"))
    | st.sampled_from("*_[]()<>|`~#+-=.!&\\:\"'$1 \n"),
    max_size=60,
)
_trap = st.sampled_from(
    [
        "",
        "- ",
        "1. ",
        "2) ",
        "# ",
        "+ ",
        "---",
        "===",
        "> ",
        "```",
        "~~~",
        "    ",
        "<b>",
        "&amp;",
        "[a]: b",
        "https://x_y.z",
        "| a |",
    ]
)


@pytest.mark.parametrize(
    ("before", "after", "shown", "tags"),
    [
        ("", "", "{}", ["p"]),
        ("# ", "", "{}", ["h1"]),
        ("- ", "", "{}", ["ul", "li"]),
        ("text ", " text", "text{}text", ["p"]),
        ("Title\n", "", "Title{}", ["p"]),
        ("| Title |\n|---|\n| ", " |", "Title{}", ROW),
    ],
    ids=("paragraph", "heading", "list", "sentence", "second line", "table"),
)
@given(_trap, _text, st.sampled_from(["x", " ##", "\\"]))
@example("1986. ", "x", "")
@example("", "*_[]<>|", "")
@example("", "\\|", "")
def test_any_text_is_shown_as_it_is(
    before: str, after: str, shown: str, tags: list[str], trap: str, text: str, tail: str
) -> None:
    said = f"{trap}{text}{tail}"
    page = Page(f"{before}{markdown.escaped(said)}{after}\n")
    assert (letters(page.text), page.tags) == (shown.replace("{}", letters(said)), tags)


@pytest.mark.parametrize("text", NASTY)
def test_nasty_text_is_shown_as_it_is(text: str) -> None:
    page = Page(markdown.escaped(text))
    assert (" ".join(page.text.split()), page.tags) == (" ".join(text.split()), ["p"])


def test_plain_text_stays_readable_in_the_source() -> None:
    said = "Isu T, Kim K. Nerves (L4-L5): 5 % of 1.2 - a review. Neurospine. 2018 Mar;15(1):25-32."
    assert markdown.escaped(said) == said


def test_no_name_in_running_text_is_a_key_to_pandoc() -> None:
    text = "@nix1999 (@nix1999) «@a» info@example.org a_@b @ x"
    assert markdown.escaped(text) == "\\@nix1999 (\\@nix1999) «\\@a» info@example.org a\\_\\@b @ x"


def test_addresses_in_running_text_do_not_become_links() -> None:
    assert markdown.escaped("see https://x.example/a_b and www.x.example") == (
        "see https\\://x.example/a\\_b and www\\.x.example"
    )


@given(_text)
def test_code_shows_any_text_as_it_is(text: str) -> None:
    if not text.split():
        assert markdown.code(text) == ""
        return
    page = Page(markdown.code(text))
    assert (" ".join(page.text.split()), page.tags) == (" ".join(text.split()), ["p", "code"])


def test_a_title_cannot_bring_in_a_link_an_image_or_a_tag() -> None:
    title = "x](https://evil.example) ![i](https://evil.example/i) <img src=x onerror=alert(1)> *_[]<>|"
    entry = Entry("k", Ids(doi="10.5555/a)b<c"), Fields(title=title, url="javascript:alert(1)"), CLEAN, "unchecked")
    page = Page(markdown.linked(styles.pieces(entry)))
    assert (page.text.strip(), page.tags, page.links) == (
        f"{title}. doi: 10.5555/a)b<c.",
        ["p", "a"],
        ["https://doi.org/10.5555/a%29b%3Cc"],
    )


def test_no_control_character_and_no_turn_of_direction_gets_through() -> None:
    text = "a\x1b\u202eb\u2066c\u2069\u202cd\x9be"
    assert (markdown.escaped(text), markdown.code(text)) == ("abcde", "`abcde`")
