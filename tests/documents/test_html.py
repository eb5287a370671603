"""What a reader of a page sees, and where it stands in the source. The pages are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from cluneal_lit.documents import html
from cluneal_lit.documents.file import File
from cluneal_lit.model import Document, Place, Span


def read(path: str, source: str) -> Document:
    return html.read(File(path, source.encode(), source))


def text(source: str, path: str = "a.html") -> str:
    return read(path, source).text


def spans(source: str, *kinds: str) -> list[tuple[str, str, str]]:
    """Kind, text and target of the spans of these kinds."""
    document = read("a.html", source)
    return [(s.kind, document.text[s.start : s.end], s.target) for s in document.spans if s.kind in kinds]


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        (
            "<h1>Title</h1><p>One\n  <b>two</b>  three\n<p>Four<br/>five<div>six</div>",
            "Title\n\nOne two three\n\nFour\nfive\n\nsix",
        ),
        ("a<br><br>b<br>c", "a\n\nb\nc"),
        ("<b>a</b> <i> b</i>c", "a bc"),
        ("<p>a</p>\n\n<p> </p><p>b", "a\n\nb"),
        ('a<span style="display: block">b</span>c', "a\n\nb" + "c"),
        ("<pre>\n a  b\n\n\tc</pre>d", " a  b\n\n\tc\n\nd"),
        ("a&nbsp;b &amp;lt; &#8211; &#x2013; &eacute &notit; &unknown; R&D", "a\u00a0b &lt; – – é ¬it; &unknown; R&D"),
        ("clu&shy;neal ner\u00adve\u200b s\0pine", "cluneal nerve spine"),
        ("p < 0.05 and 5<6 </3 <", "p < 0.05 and 5<6 </3 <"),
    ],
)
def test_text_is_folded_and_blocks_part_lines(source: str, seen: str) -> None:
    assert text(source) == seen


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>if (a<b) x()</script>",
        "<style>p {}</style>",
        "<noscript><p>x</noscript>",
        "<template>x</template>",
        "<title>x</title>",
        "<!-- x --><!--><!-- <p>x</p> > -->",
        "<?php x ?><!x>",
        "<b hidden>x</b>",
        "<div style='color:red;DISPLAY : none'><p>x<div>y</div></div>",
        "<p style=visibility:hidden>x<div></div>",
        "<video>x</video><datalist><option>x</datalist><dialog>x</dialog><ruby><rp>x</rp></ruby>",
        '<a href="#fnref1" class="footnote-backref">x</a><a href="#fnref1">↩︎</a>',
        "<iframe>x</iframe><img alt=x>",
    ],
)
def test_what_is_not_shown_is_no_text(hidden: str) -> None:
    assert text(f"a{hidden}b").replace("\n", "") == "ab"


def test_what_is_hidden_from_screen_readers_only_is_seen() -> None:
    assert text('<p aria-hidden="true">a</p><body style="display:none">b<dialog open>c</dialog>') == "a\n\nb\n\nc"


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("<ol><li>a<li>b</ol>", "1. a\n\n2. b"),
        ("<ol start=3><li>a<li value=9>b<li>c</ol>", "3. a\n\n9. b\n\n10. c"),
        ("<ol reversed><li>a<li>b<ul><li>x</ul></ol>", "2. a\n\n1. b\n\n   • x"),
        (
            "<ol type=a><li>a</ol><ol type=I start=4><li>b</ol><ol style='list-style-type: lower-roman'><li>c</ol>",
            "a. a\n\nIV. b\n\ni. c",
        ),
        ("<ol style='list-style:none'><li>a</ol><ul style='list-style:decimal inside'><li>b</ul>", "a\n\n1. b"),
        ("<ol><li>[7] a<li><span>8.</span> <p>b<li>9 c</ol><ul><li>– d</ul>", "[7] a\n\n8. b\n\n3. 9 c\n\n– d"),
        ("<ol><li><p>a</p><p>b</p><h3>c</h3></ol>d", "1. a\n   b\n\n   c\n\nd"),
        ("<li>a</li>b", "• a\n\nb"),
        ("<ol><li hidden>a<li> <li>b</ol>", "2. b"),
    ],
)
def test_list_items_carry_the_number_or_bullet_that_is_shown(source: str, seen: str) -> None:
    assert text(source) == seen


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("<table><tr><th>n<th>x<tr><td>1</td><td></td><td>a <b>b</b></table>c", "n\tx\n\n1\t\ta b\n\nc"),
        ("<table><tr><td><p>1</p></td><td><p>a</p><p>b</p></td><td>c</td></tr></table>", "1\ta\n\nb\n\nc"),
        ("<table><tr><td></td><td>a</td></tr><tr><td></td><td></td><td>b</td></tr></table>", "\ta\n\n\t\tb"),
        ("<dl><dt>[1]<dd>a<dt>2<dd>b<dt>Term<dd>c</dl>", "[1]\ta\n\n2\tb\n\nTerm\n\nc"),
        ("<div>1.</div><div>a</div>", "1. a"),
        (
            '<div class="csl-entry"><div class="csl-left-margin">1 </div><div class="csl-right-inline">A b</div></div>'
            '<div class="csl-entry"><div class="csl-right-inline">C d</div></div>',
            "1\tA b\n\nC d",
        ),
    ],
)
def test_cells_and_labels_stand_before_what_they_belong_to(source: str, seen: str) -> None:
    assert text(source) == seen


def test_raised_deleted_and_code_are_marked() -> None:
    source = "a<sup> 1</sup><sup>,2</sup><sup>3</sup><del>b <p>c</p></del><s>d</s><code>e</code><kbd>f</kbd><p><s>g<p>h"
    assert spans(source, "superscript", "deleted", "code") == [
        ("superscript", "1,2", ""),
        ("superscript", "3", ""),
        ("deleted", "b\n\nc", ""),
        ("deleted", "d", ""),
        ("code", "e", ""),
        ("code", "f", ""),
        ("deleted", "g", ""),
    ]


def test_links_carry_their_targets() -> None:
    source = (
        "<a href=' /a?b=1&amp;c=2&copy=3\n'>A</a> <a href=#x>B<a href=y>C</a> <a name=z>D</a>"
        '<a href=p><img alt="Full  text" src=q></a><a href=r><img></a><a href=s><div>E</div><div>F</div></a>'
    )
    assert spans(source, "link") == [
        ("link", "A", "/a?b=1&c=2&copy=3"),
        ("link", "B", "#x"),
        ("link", "C", "y"),
        ("link", "Full text", "p"),
        ("link", "", "r"),
        ("link", "E", "s"),
    ]


def test_xhtml_has_empty_elements_and_character_data() -> None:
    source = "<p><script src='x'/><del/>a <![CDATA[b<c>&amp;]]></p>"
    assert (text(source, "a.xhtml"), text(f"<?xml version='1.0'?>{source}")) == ("a b<c>&amp;",) * 2
    assert text("<!DOCTYPE html [ <!ENTITY x '>'> ]><p>a", "a.xhtml") == "a"


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("a<svg><title/><style/><script/><g hidden/>b<![CDATA[<c>]]></svg>d", "ab<c>d"),
        ("a<svg><title>x</title><style>y</style>b</svg><div hidden/>c</div>d", "ab\n\nd"),
        ("a<math><mi hidden/>b</math>c<svg hidden/>d<math/>e", "abcde"),
        ("a<svg><use href=#x hidden=/>b</svg>c", "ac"),
        ("a<svg><foreignObject><p>b<b hidden/>c</b></p></foreignObject><title/>d</svg>e", "a\n\nb\n\nde"),
        ("a<svg><g><p>b<i hidden/>c</i>d", "a\n\nbd"),
        ("a</svg><svg></math><title/></svg>b<title/>c", "ab"),
    ],
)
def test_a_slash_ends_an_element_of_svg_and_mathml_and_none_of_html(source: str, seen: str) -> None:
    assert text(source) == seen


def test_places_are_those_of_the_source() -> None:
    source = "<p>Yürük &amp;\n  <b>D</b>\n<ol>\n <li>Isu</ol>"
    document = read("a.html", source)
    assert document.text == "Yürük & D\n\n1. Isu"
    assert [document.place(document.text.index(sign)) for sign in ("Y", "&", "D", "1", "I", "u")] == [
        Place(1, 4),
        Place(1, 10),
        Place(2, 6),
        Place(4, 2),
        Place(4, 6),
        Place(4, 8),
    ]


def test_a_link_without_text_has_the_place_of_its_tag() -> None:
    document = read("a.html", "a\n<a href=x><img></a> b")
    assert (document.place(document.spans[0].start), document.spans[0]) == (Place(2, 1), Span(1, 1, "link", "x"))


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("", ""),
        ("a<b", "a<b"),
        ('a<b c="d', 'a<b c="d'),
        ("a<!-- b", "a<!-- b"),
        ('<p title="a>b</p><p>c', "b\n\nc"),
        ("<b>a</i></p></div>b", "a\n\nb"),
        ("<table><td>a</div><td>b</table>c", "a\n\nb\n\nc"),
        ("<div hidden>a</span></p>b</div>c", "c"),
        ("<p hidden>a<p>b", "b"),
        ("a</br>b", "a\nb"),
        ('<i title="a>b">c</i><i title="<b>" id=x>d<i title=\'">\'>e', "cde"),
        ("<pre>a&#32;&#10;&lt;b</pre>", "a \n<b"),
        ("a &#32;&Tab;\u200b &shy; b&#10;", "a b"),
    ],
)
def test_what_is_broken_loses_little(source: str, seen: str) -> None:
    assert text(source) == seen


@pytest.mark.parametrize(
    ("before", "piece", "after"),
    [
        *(("", piece, "") for piece in ("<", "<a ", "<!--", "<div>", "<ul><li>x", "<a b='>' ", "&", "<table><tr><td>")),
        ("", "<i><b>", ""),
        ("", "<!doctype [>", ""),
        ("", "<!doctype [>", "]" + "x" * 500_000),
        ("", "<!doctype [", "]"),
        ("<?xml version='1.0'?>", "<![CDATA[>", ""),
        ("<ol style='", "list-style:a", "'><li>x"),
        ("<ol style='list-style:", "decimal-", "'><li>x"),
        ("<p style='", "display ", "'>x"),
        ("<p class='", " footnote-backx", "-'>x"),
        ("<svg>", "<svg>", "</math>" * 100_000),
        ("<svg>", "<title/>", ""),
    ],
)
def test_a_page_of_a_hundred_thousand_pieces_made_to_be_slow_is_read(before: str, piece: str, after: str) -> None:
    """Each of these took, or would take, minutes to hours in a time that grows with the square of the page's size."""
    document = read("a.html", before + piece * 100_000 + after)
    assert isinstance(document, Document) and document.place(len(document.text)).line == 1


MARKUP = st.sampled_from(
    "<p> </p> <b> <li> <ol> </ol> <ul\xa0reversed> <td> <tr> <table> </table> <pre> </pre> <br> <a\xa0href=x> </a>"
    " <sup> </sup> <code> <div\xa0hidden> </div> &amp; &lt &#65; <!-- --> < > \" ' = / <dd> <dt> <textarea> </textarea>"
    " <img\xa0alt=q>".split(" ")
)
PIECES = st.lists(MARKUP | st.text("ab1. \n\t&;é𝛼\0", max_size=6), max_size=40)


def test_many_places_in_one_long_stretch_take_no_longer_than_it_is() -> None:
    """Were the stretch gone through for each of them, it would take minutes."""
    document = read("a.html", "a\n &lt;&notit; b\n" * 50_000)
    assert document.text.startswith("a <¬it; b a <¬it; b")
    places = [document.place(offset) for offset in range(0, len(document.text), 10)]
    assert places == [Place(2 * line + 1, 1) for line in range(50_000)]


@given(PIECES)
def test_whatever_the_page_there_is_a_document_whose_places_lie_in_it(pieces: list[str]) -> None:
    source = "".join(pieces).replace("\xa0", " ")
    document = read("a.html", source)
    lines = source.split("\n")
    anchors = tuple(document.anchors)
    assert [anchor.offset for anchor in anchors] == sorted(anchor.offset for anchor in anchors)
    assert all(1 <= (anchor.place.line or 0) <= len(lines) for anchor in anchors)
    for offset in range(len(document.text) + 1):
        assert document.place(offset) == replace(document, anchors=anchors).place(offset)
    assert all(0 <= span.start <= span.end <= len(document.text) for span in document.spans)
    assert [span.start for span in document.spans] == sorted(span.start for span in document.spans)


@given(PIECES)
def test_every_character_that_stands_in_the_source_is_at_its_place(pieces: list[str]) -> None:
    source = "".join(pieces).replace("\xa0", " ").replace("alt=q", "")
    document = read("a.html", source)
    lines = source.split("\n")
    for offset, char in enumerate(document.text):
        if char in "abé𝛼":
            place = document.place(offset)
            assert lines[(place.line or 0) - 1][(place.column or 0) - 1] == char


def test_what_links_lead_to_is_an_anchor_and_nothing_else_is() -> None:
    source = "<p id=p>x<a href='#fn1'>1</a><a href='b.html#r%202'>2</a><ol><li id=fn1>Isu<li><a name='r 2'></a>Kim</ol>"
    assert spans(source, "anchor") == [("anchor", "Isu", "fn1"), ("anchor", "", "r 2")]
    assert read("a.html", source).text[-3:] == "Kim"


@pytest.mark.parametrize("raised", ["<sup>3</sup>", "<span style='vertical-align:super'>3</span>"])
def test_raised_text_is_superscript_however_it_is_raised(raised: str) -> None:
    assert spans(f"<p>x{raised}y", "superscript") == [("superscript", "3", "")]
    assert spans("<p>x<span class=MsoFootnoteReference>[1]</span>", "superscript") == [("superscript", "[1]", "")]


def test_lists_in_lists_go_on_indented_and_below_the_eighth_no_further() -> None:
    lines = text("<ul><li>x" * 11 + "</ul>" * 11).replace("\n\n", "\n").split("\n")
    assert [line.index("•") // 3 for line in lines] == [0, 1, 2, 3, 4, 5, 6, 7, 7, 7, 7]
