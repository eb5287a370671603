"""Shapes of web pages: footnotes, numbered links, tables and definition lists of references. The pages are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.model import Fields
from tests.citations.found import cited

ISU = "Isu T, Kim K, Morimoto D. Superior and middle cluneal nerve entrapment. Neurospine. 2018;15(1):25-32."
TALU = "Talu GK, Ozyalcin S, Talu U. Superior cluneal nerve entrapment. Reg Anesth Pain Med. 2000;25(6):648-50."


def shape(source: str) -> list[tuple[str, int | None, tuple[int, ...], str]]:
    """Form, number, numbers and raw text of each citation of a page."""
    return [(one.form, one.number, one.numbers, one.raw) for one in cited(source, "a.html")]


@pytest.mark.parametrize(
    "source",
    [
        f"<ol><li>{ISU}<li>{TALU}</ol>",
        f"<ol><li id=fn1><p>{ISU} <a href=#fnref1>↩︎</a></p><li id=fn2><p>{TALU}\n<a href=#fnref2>↩︎</a></ol>",
        f"<ol><li><span class='mw-cite-backlink'><b><a href=#x>^</a></b></span> {ISU}<li><a href=#y>^</a> {TALU}</ol>",
        f"<ul style='list-style: none'><li>[1] {ISU}</li><li>[2] {TALU}</li></ul>",
        f"<p>1. {ISU}<br>2. {TALU}</p>",
        f"<p>1) {ISU}</p><p>2) {TALU}</p>",
        f"<table><tr><td>1<td>{ISU}<tr><td><p>2.</p></td><td><p>{TALU}</p></td></table>",
        f"<dl><dt>[1]</dt><dd>{ISU}</dd><dt>2</dt><dd>{TALU}</dd></dl>",
        f"<div><div>1. </div><div>{ISU}</div></div><div><div>2. </div><div>{TALU}</div></div>",
        "<ol><li><p>Isu T, Kim K, Morimoto D.</p> <p>Superior and middle cluneal nerve entrapment.</p>"
        f"<p>Neurospine. 2018;15(1):25-32.</p><li>{TALU}</ol>",
        f"<pre>1. {ISU}\n2. {TALU}</pre>",
    ],
)
def test_a_list_of_references_is_found_with_its_numbers(source: str) -> None:
    assert shape(f"<h2>References</h2>{source}") == [("reference", 1, (), ISU), ("reference", 2, (), TALU)]


@pytest.mark.parametrize("source", [f"<ol type=a><li>{ISU}<li>{TALU}</ol>", f"<ul><li>{ISU}</li><li>{TALU}</li></ul>"])
def test_lettered_and_bulleted_references_are_found(source: str) -> None:
    assert shape(source) == [("reference", None, (), ISU), ("reference", None, (), TALU)]


@pytest.mark.parametrize(
    ("marker", "raw", "numbers"),
    [
        ("<sup><a href='#fn-1'>1</a></sup>", "1", (1,)),
        ("<sup>[<a href='#fn-1'>1</a>]</sup>", "[1]", (1,)),
        ("<sup>1</sup><sup>–</sup><sup>2</sup>", "1–2", (1, 2)),
        ("<sup id='cite_ref-1'><a href='#cite_note-1'><span>[</span>1<span>]</span></a></sup>", "[1]", (1,)),
        (" [<a href='#r1'>1</a>,<a href='#r2'>2</a>]", "[1,2]", (1, 2)),
        ("<a href='#r1'>[1]</a>", "[1]", (1,)),
    ],
)
def test_a_marker_is_found_once(marker: str, raw: str, numbers: tuple[int, ...]) -> None:
    source = f"<p>The nerve is often missed{marker}. So it is.<ol><li>{ISU}<li>{TALU}</ol>"
    assert shape(source)[:-2] == [("marker", None, numbers, raw)]


LINKED = f"<ol><li id=fn1>{ISU}<li id=fn2>{TALU}</ol>"


@pytest.mark.parametrize(
    ("marker", "raw", "numbers"),
    [
        ("it <sup><a href='#fn1'>1</a></sup> clearly", "1", (1,)),
        ("it <sup>2</sup> clearly", "2", (2,)),
        ("x <a href='#fn2'><sup>2</sup></a>", "2", (2,)),
        ("x (<a href='#fn2'>2</a>)", "(2)", (2,)),
        ("it<span style='vertical-align:super'>2</span> clearly", "2", (2,)),
        ("it<a class=footnote-anchor href='#fn1'>1</a>", "1", (1,)),
        ("it<a href='saved.html#fn1'>1</a>–<a href='#fn2'>2</a>", "1–2", (1, 2)),
        ("it in 12 <a href='#fn1'>[1]</a>", "[1]", (1,)),
        ("it in 12 [ <a href='#fn1'>1</a> , <a href='#fn2'>2</a> ]", "[ 1 , 2 ]", (1, 2)),
        ("it<sup><a href='#ins2'>2</a></sup>", "2", (2,)),
    ],
)
def test_a_number_that_leads_to_an_entry_is_a_marker_whatever_stands_before_it(
    marker: str, raw: str, numbers: tuple[int, ...]
) -> None:
    source = f"<p>Dissection often shows {marker}.</p>{LINKED.replace('<li id=fn2>', '<li id=fn2><a name=ins2></a>')}"
    assert [one for one in shape(source) if one[0] == "marker"] == [("marker", None, numbers, raw)]


@pytest.mark.parametrize(
    "source",
    [
        "<p>Walls of 4 m <sup>2</sup> and 10 <sup>2</sup> cells, x², 10³, 4 cm<sup>2</sup>, the 1<sup>st</sup> time",
        "<p>We drank <sup>2</sup>H water and took more of the <sup>1</sup>H images",
        "<p>Toyohiko Isu <sup>1</sup>, Kyongsong Kim <sup>2</sup><p><sup>1</sup> Department of Surgery",
        "<ul><li><a href='#s1'>1</a> A<li><a href='#refs'>2</a> References</ul><h2 id=s1>A</h2><h2 id=refs>2 R",
        "<p><a href='?page=1'>1</a> <a href='?page=2'>2</a> <a href='#top'>1</a> Next<p id=top>Text",
        "<table><tr><th>Pain<sup><a href='#t1'>1</a></sup><th>Age <sup>2</sup></table><p id=t1><sup>1</sup> A scale",
        "<p>It was so<sup><a href='#note1'>1</a></sup>.<p id=note1>1 We use the word in its old sense.",
    ],
)
def test_a_number_that_leads_elsewhere_or_is_a_power_is_no_marker(source: str) -> None:
    assert [one for one in shape(f"{source}<p>Long.<p>{LINKED}") if one[0] == "marker"] == []


@pytest.mark.parametrize(
    "second",
    [
        f"<p id=fn2>{TALU}",
        f"<ul><li><a id=fn2 class=footnotes__item-backlink href='#b2'>2</a> <span>{TALU}</span></ul>",
        f"<div><a id=fn2 href='#b2'>2</a><div><p>{TALU}</div></div>",
        f"<p><a href='#b2'>9</a></p><div><a id=fn2 href='#b2'>2</a><div><p>{TALU}</div></div>",
    ],
)
def test_a_link_tells_the_number_of_an_entry_that_does_not(second: str) -> None:
    found = shape(f"<p>It is so<a id=b2 href='#fn2'>2</a> in many.<p>Long.{second}")
    assert found == [("marker", None, (2,), "2"), ("reference", 2, (), TALU)]


KONNO = "<a href='https://doi.org/10.2147/JPR.S135382'>Konno 2017</a>"


@pytest.mark.parametrize(
    "source",
    [
        f"<ol><li>{ISU}<li>{KONNO}<li>{TALU}</ol>",
        f"<table><tr><td>1<td>{ISU}<tr><td>2<td>{KONNO}<tr><td>3<td>{TALU}</table>",
        f"<p>1. {ISU}<p>2. {KONNO}<p>3. {TALU}",
    ],
)
def test_an_item_among_references_is_one_with_its_number_whatever_it_says(source: str) -> None:
    found = cited(source, "a.html")
    assert [(one.form, one.number, one.in_list, one.raw) for one in found] == [
        ("reference", 1, True, ISU),
        ("reference", 2, True, "Konno 2017"),
        ("reference", 3, True, TALU),
    ]
    assert (found[1].ids.keys(), found[1].confidence) == (("doi:10.2147/jpr.s135382",), 0.75)


def test_a_link_that_calls_a_work_what_it_likes_gives_no_title() -> None:
    found = cited(f"<ol><li>{ISU}<li><a href='https://doi.org/10.2147/JPR.S135382'>Read this first</a></ol>", "a.html")
    assert (found[1].raw, found[1].fields) == ("Read this first", Fields())


def test_a_reference_without_identifier_among_references_keeps_its_number() -> None:
    source = f"<ol><li>{ISU}<li><a href='https://www.nhs.uk/back-pain'>NHS: Back pain</a><li>{TALU}</ol>"
    assert shape(source)[1] == ("reference", 2, (), "NHS: Back pain")


@pytest.mark.parametrize(
    "source",
    [
        f"<ol><li>Rest for a day.<li>Then walk.<li>Read this: {ISU}<li>Come again.</ol>",
        f"<ul><li>{ISU}<li>Come again when the pain does.<li>{TALU}</ul>",
    ],
)
def test_what_stands_among_other_things_than_references_is_none(source: str) -> None:
    assert all(one[3] in (ISU, ISU.rstrip("."), TALU) for one in shape(source))


def test_a_raised_number_that_leads_to_an_address_is_no_marker() -> None:
    source = "<p>Alan Forster<sup><a href='/x#aff1'>1</a></sup>, Anne Smith<sup><a href='#ins2'>2</a></sup>"
    assert [one[0] for one in shape(f"{source}<ol><li>{ISU}</ol>")] == ["reference"]


def test_a_reference_in_lines_with_its_title_first_is_one() -> None:
    source = (
        "<h2>References</h2><p>1. <strong>Superior and middle cluneal nerve entrapment</strong><br>Toyohiko Isu,"
        " Kyongsong Kim, Daijiro Morimoto<br><em>Neurospine</em> (2018-03) https://doi.org/10.14245/ns.1836024.012</p>"
    )
    assert [(one.form, one.number, one.ids.doi) for one in cited(source, "a.html")] == [
        ("reference", 1, "10.14245/ns.1836024.012")
    ]


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("<h2>A heading that is long enough to be a line of prose in itself</h2>It is so [1].", "It is so [1]."),
        ("<p>No stop at the end of this one, which is long enough<p>It is so [1]<p>Next", "It is so [1]"),
        ("<ul><li>First item, which has no stop and goes on<li>It is so [1]<li>Third</ul>", "It is so [1]"),
        ("<ol><li>First item, which has no stop and goes on<li>It is\n so [1]</ol><p>Behind", "It is so [1]"),
        ("<p>First. It is so,\nin\nmany\n<b>words</b> [1]. Last.", "It is so, in many words [1]."),
        ("<table><tr><td>A row before it<tr><td>It is so<td>[1]</table>", "It is so [1]"),
    ],
)
def test_headings_paragraphs_and_items_end_sentences(source: str, sentence: str) -> None:
    (found,) = cited(f"<h1>Trials</h1>{source}", "a.html")
    assert found.sentence == sentence


def test_a_heading_of_a_table_column_labels_no_number_below_it() -> None:
    assert shape("<table><tr><th>Study<th>PMID<tr><td>1<td>Talu</table>") == []


def test_the_caption_of_a_table_to_which_a_number_leads_is_no_reference() -> None:
    caption = "<p id='tbl:ids'>Table 2: Kinds of identifiers, such as doi:10.1000/ab. Adeyemi and others use them"
    found = shape(f"<p>See Table <a href='#tbl:ids'>2</a>.</p>{caption}<h2>Notes</h2>{LINKED}")
    assert [one[1] for one in found if one[0] == "reference"] == [1, 2]
