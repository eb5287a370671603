"""RTF becomes documents. The texts are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.citations import scan
from cluneal_lit.documents import read
from cluneal_lit.model import Citation, Document, Place, Span


def document(text: str) -> Document:
    return read("a.txt", ("{\\rtf1\\ansi\\ansicpg1252 " + text + "}").encode("latin-1"))


def cited(text: str) -> tuple[Citation, ...]:
    return scan(document(text))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("K\\'f6se\\'92s", "Köse’s"),
        ("K\\u246?se", "Köse"),
        ("K\\u246\\'f6se", "Köse"),
        ("\\uc2\\u246oe x", "ö x"),
        ("\\uc0\\u246 x", "öx"),
        ("a\\u-10179?\\u-8704?b", "a😀b"),
        ("a\\emdash b\\~c\\-d\\_e", "a—b\u00a0cd-e"),
        ("\\{a\\}\\\\b", "{a}\\b"),
        ("a\\par b\\line c\\tab d", "a\n\nb\nc\td"),
        ("a\\\nb", "a\n\nb"),
        ("a\nb", "ab"),
        ("{\\fonttbl{\\f0 Times;}}{\\*\\generator X;}{\\info{\\title X}}{\\*\\unknown{x}}a", "a"),
        ("\\bin3 }}}a", "a"),
        ("{\\b a}{\\i b}", "ab"),
    ],
)
def test_words_signs_and_groups(written: str, shown: str) -> None:
    assert document(written).text == shown


def test_raised_numbers_are_markers() -> None:
    found = document("Pain is common.{\\super 1,}{\\super 2} It is treated\\super 3\\nosupersub .")
    assert found.spans == (Span(15, 18, "superscript"), Span(32, 33, "superscript"))
    assert [one.numbers for one in scan(found)] == [(1, 2), (3,)]


def test_links_lead_somewhere() -> None:
    text = 'See {\\field{\\*\\fldinst{HYPERLINK "https://doi.org/10.1000/a"}}{\\fldrslt{\\ul here}}}.'
    assert document(text).spans == (Span(4, 8, "link", "https://doi.org/10.1000/a"),)
    assert [one.ids.keys() for one in cited(text)] == [("doi:10.1000/a",)]


def test_notes_stand_behind_the_text_under_their_number() -> None:
    first = "It hurts{\\super\\chftn}{\\footnote {\\super\\chftn} PMID: 17.}.\\par "
    text = f"{first}It is treated\\chftn{{\\footnote PMID: 5}}."
    read = document(text)
    assert read.text == "It hurts1.\n\nIt is treated2.\n\nFootnotes\n\n1.  PMID: 17.\n\n2. PMID: 5"
    assert [span for span in read.spans if span.kind != "superscript"] == [
        Span(8, 9, "link", "#footnote-1"),
        Span(25, 26, "link", "#footnote-2"),
        Span(40, 53, "anchor", "footnote-1"),
        Span(55, 65, "anchor", "footnote-2"),
    ]
    assert [(one.ids.keys(), one.place) for one in cited(text) if one.ids] == [
        (("pmid:17",), Place(note="footnote 1")),
        (("pmid:5",), Place(note="footnote 2")),
    ]


LIST = "References\\par 1. Isu T. Nerves. Pain. 2001;1:2-3.\\par 2. Kim K. Backs. Pain. 2002;1:2-3.\\par "


def test_a_note_is_no_entry_of_the_list_of_its_number() -> None:
    note = "{\\super\\chftn}{\\footnote {\\super\\chftn} Talu G. Notes. Pain. 2003;1:2-3.}"
    first, second, *_ = found = cited(f"It hurts.{note} It is treated {{\\super 1}}.\\par {LIST}")
    entries = {one.id: one.fields.title for one in found}
    assert [(one.raw, [entries[each] for each in one.cites]) for one in (first, second)] == [
        ("1", ["Notes"]),
        ("1", ["Nerves"]),
    ]


def test_a_note_with_a_mark_of_its_own_takes_no_number() -> None:
    text = "It hurts{\\super *{\\footnote * PMID: 17}} and{\\super\\chftn{\\footnote\\chftn PMID: 5}}."
    assert document(text).text == "It hurts* and1.\n\nFootnotes\n\n* PMID: 17\n\n1. PMID: 5"


def test_a_note_whose_destination_may_be_passed_over_is_read() -> None:
    text = "It hurts.{\\super\\chftn}{\\*\\footnote\\chftn\\~\\plain\\pard {\\pard \\ql \\f0 PMID: 17.\\par}}\\par"
    assert [(one.ids.keys(), one.place) for one in cited(text) if one.ids] == [(("pmid:17",), Place(note="footnote 1"))]


def test_what_is_deleted_or_hidden_is_no_text() -> None:
    assert [one.ids.keys() for one in cited("{\\deleted PMID: 6} and {\\v PMID: 7} and PMID: 8")] == [("pmid:8",)]


def test_plain_is_neither_raised_nor_hidden_and_data_may_hold_any_byte() -> None:
    (one,) = cited("{\\v PMID: 6\\plain  and PMID: 7}")
    assert one.ids.keys() == ("pmid:7",)
    assert read("a.rtf", b"{\\rtf1 {\\pict\\bin600 " + bytes(range(1, 7)) * 100 + b"}pain}").text == "pain"
    document = read("a.rtf", "{\\rtf1\\ansicpg1251 \u0431\u043e\u043b\u044c}".encode("cp1251"))
    assert (document.text, document.findings) == ("\u0431\u043e\u043b\u044c", ())
    assert read("a.rtf", b"{\\rtf1 \\uc-3 \\u246 Nerves}").text == "\u00f6Nerves"


def test_rows_of_a_table_are_lines() -> None:
    text = "Text\\par\\trowd Study\\cell PMID\\cell\\row Isu\\cell 11097678\\cell\\row"
    assert [(one.ids.keys(), one.place) for one in cited(text)] == [(("pmid:11097678",), Place(paragraph=3))]


def test_paragraphs_of_cells_do_not_part_a_row() -> None:
    row = r"{\trowd\cellx9\intbl{{{\pard\intbl %s\par}\cell}{{\pard %s\par}" + "\n" + r"\cell}}\intbl\row}" + "\n"
    rows = row % ("Study", "PMID") + row % ("Isu", "11097678")
    assert document(f"Text\\par {rows}").text == "Text\n\nStudy\tPMID\t\nIsu\t11097678\t\n"
    assert [one.ids.keys() for one in cited(f"Text\\par {rows}")] == [("pmid:11097678",)]


@given(st.text(alphabet="{}\\'*u1f6 \n;supervfootnotefieldfldinstfldrslt", max_size=80))
def test_whatever_is_written_there_is_a_document(text: str) -> None:
    scan(document(text))


def test_what_was_put_in_the_place_of_deleted_text_goes_on_with_what_stands_before() -> None:
    assert document("doi:10.1000/{\\deleted old}{\\revised new}").text == "doi:10.1000/new"


def test_endnotes_are_counted_apart_and_comments_are_read() -> None:
    note = r"{\super\chftn{\*\footnote%s {\super\chftn} %s}}"
    end, foot = note % (r"\ftnalt", "See PMID: 17."), note % ("", "Of course.")
    comment = r"{\*\atnid AB}{\*\atnauthor B}\chatn{\*\annotation{\*\atndate 1}\chatn Cite PMID: 18.}"
    document = read("a.rtf", rf"{{\rtf1 It hurts.{foot} It heals.{end} So it is.{comment}\par}}".encode())
    assert (
        document.text.split()
        == (
            "It hurts.1 It heals.1 So it is. Footnotes 1. Of course. Endnotes 1. See PMID: 17. Comments Cite PMID: 18."
        ).split()
    )
    links = [(span.target, document.text[span.start]) for span in document.spans if span.kind == "link"]
    assert links == [("#footnote-1", "1"), ("#endnote-1", "1")]
    assert [(one.ids.pmid, one.place.note) for one in scan(document)] == [("17", "endnote 1"), ("18", "comment 1")]


def test_a_note_without_any_mark_is_led_to_from_where_it_stands() -> None:
    text = "It hurts.{\\footnote Talu G. Notes. Pain. 2003;1:2-3.}\\par It is treated."
    marker, entry = cited(text)
    assert [(one.raw, one.number) for one in (marker, entry)] == [("1", None), ("Talu G. Notes. Pain. 2003;1:2-3.", 1)]
    assert marker.cites == (entry.id,)
