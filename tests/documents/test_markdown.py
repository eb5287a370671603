"""What of a Markdown source is more, or less, than text. The texts are invented."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.documents import markdown
from cluneal_lit.documents.file import File
from cluneal_lit.model import Document, Span


def read(path: str, source: str) -> Document:
    return markdown.read(File(path, source.encode(), source))


def spans(text: str, *kinds: str) -> list[tuple[str, str]]:
    """Kind and text of the spans of these kinds."""
    return [(span.kind, text[span.start : span.end]) for span in read("a.md", text).spans if span.kind in kinds]


def test_the_text_stays_the_source() -> None:
    text = "# Title\n\n*pain* `code`\n"
    assert read("a.md", text).text == text


def test_fenced_and_inline_code_front_matter_and_comments_are_hidden() -> None:
    text = "---\na: b\n---\nx `PMID: 1` y\n\n```\nPMID: 2\n```\n<!-- PMID: 3 -->\n~~~ r\nPMID: 4\n"
    assert spans(text, "code", "deleted") == [
        ("code", "---\na: b\n---\n"),
        ("code", "`PMID: 1`"),
        ("code", "```\nPMID: 2\n```"),
        ("deleted", "<!-- PMID: 3 -->"),
        ("code", "~~~ r\nPMID: 4\n"),
    ]


def test_a_lone_backtick_hides_nothing() -> None:
    assert spans("a ` b\n\nc ` d", "code") == []


def test_links_carry_their_targets() -> None:
    text = "[A](https://doi.org/10.1016/s2589-7500(24)00061-x) <https://x.org> [B][b] [C]\n\n[b]: https://y.org\n"
    assert [span for span in read("a.md", text).spans if span.kind == "link"] == [
        Span(0, 50, "link", "https://doi.org/10.1016/s2589-7500(24)00061-x"),
        Span(51, 66, "link", "https://x.org"),
        Span(67, 73, "link", "https://y.org"),
    ]


def test_superscripts_and_emphasis_are_marked() -> None:
    text = "pain^12^ *J Pain Res* snake_case_name __b__"
    assert spans(text, "superscript", "markup") == [
        ("superscript", "^12^"),
        ("markup", "*"),
        ("markup", "*"),
        ("markup", "__"),
        ("markup", "__"),
    ]


@given(st.text(alphabet="`~<!->[]()*_^\\ \nab#:", max_size=120))
def test_spans_lie_within_the_text_in_order(text: str) -> None:
    found = read("a.md", text).spans
    assert all(0 <= span.start < span.end <= len(text) for span in found)
    assert [span.start for span in found] == sorted(span.start for span in found)
