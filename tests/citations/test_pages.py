"""Shapes of web pages: footnotes, numbered links, tables and definition lists of references. The pages are invented."""

from __future__ import annotations

import pytest

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
    (found,) = cited(source, "a.html")
    assert found.sentence == sentence


def test_a_heading_of_a_table_column_labels_no_number_below_it() -> None:
    assert shape("<table><tr><th>Study<th>PMID<tr><td>1<td>Talu</table>") == []
