"""What a reader of an OpenDocument text sees, and what lies over it. The files are invented."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.documents import read
from cluneal_lit.errors import DocumentError
from cluneal_lit.model import Document, Embedded, Fields, Ids, Place
from tests.documents.office_files import archive

_URN = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = " ".join(
    [f'xmlns:{name}="{_URN}:{long}:1.0"' for name, long in {"office": "office", "text": "text", "table": "table",
     "draw": "drawing", "style": "style", "svg": "svg-compatible"}.items()]
    + ['xmlns:xlink="http://www.w3.org/1999/xlink"', 'xmlns:dc="http://purl.org/dc/elements/1.1/"',
       'xmlns:field="urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0"']
)  # fmt: skip
STYLES = (
    '<style:style style:name="T1"><style:text-properties style:text-position="super 58%"/></style:style>'
    '<style:style style:name="T2" style:parent-style-name="T1"/>'
    '<style:style style:name="T3"><style:text-properties text:display="none"/></style:style>'
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-prefix="["'
    ' style:num-suffix="]" style:num-format="1"/><text:list-level-style-bullet text:level="2"/></text:list-style>'
)


def odt(body: str) -> bytes:
    content = (
        f"<office:document-content {_SPACES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    return archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def document(body: str) -> Document:
    return read("a.odt", odt(body))


def p(content: str) -> str:
    return f"<text:p>{content}</text:p>"


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        (p("One <text:span>two</text:span>\n  three") + p("") + "<text:h>four</text:h>", "One two three\n\nfour"),
        (p('a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d'), "a   b\tc\nd"),
        (p('a<text:span text:style-name="T3">hidden</text:span>b'), "ab"),
        ("<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>" + p("a"), "a"),
        ("<text:section><text:index-body>" + p("a") + "</text:index-body></text:section>", "a"),
        (p(f"a<draw:frame><draw:text-box>{p('box')}</draw:text-box><svg:title/></draw:frame>b"), "ab\n\nbox"),
    ],
)  # fmt: skip
def test_text_is_what_a_reader_sees(body: str, seen: str) -> None:
    assert document(body).text == seen


def item(content: str) -> str:
    return f"<text:list-item>{content}</text:list-item>"


def test_items_carry_their_numbers() -> None:
    inner = f"<text:list>{item(p('x'))}</text:list>"
    first = f'<text:list text:style-name="L1">{item(p("a") + inner)}{item(p("b") + p("more"))}</text:list>'
    goes_on = f'<text:list text:style-name="L1" text:continue-numbering="true">{item(p("c"))}</text:list>'
    anew = f'<text:list text:style-name="L1">{item(p("d"))}</text:list>'
    assert document(first + goes_on + anew).text == "[1] a\n\n   • x\n\n[2] b\n\nmore\n\n[3] c\n\n[1] d"


def test_tables_are_read_with_their_places() -> None:
    cells = f"<table:table-cell>{p('n')}</table:table-cell><table:table-cell>{p('study')}</table:table-cell>"
    row = f"<table:table-row>{cells}</table:table-row>"
    found = document(
        f"<table:table><table:table-header-rows>{row}</table:table-header-rows>{row}</table:table>{p('b')}"
    )
    assert found.text == "n\tstudy\n\nn\tstudy\n\nb"
    assert found.place(found.text.rindex("study")) == Place(paragraph=4, cell="B2")


def test_notes_links_and_raised_text_are_marked() -> None:
    body = f"<text:note-citation>1</text:note-citation><text:note-body>{p('Isu')}</text:note-body>"
    note = f'<text:note text:note-class="footnote">{body}</text:note>'
    comment = f"<office:annotation><dc:creator>me</dc:creator>{p('why?')}</office:annotation>"
    link = '<text:a xlink:href="https://doi.org/10.1000/a">here</text:a>'
    found = document(p(f'it{note} is {comment}{link}<text:span text:style-name="T2">2</text:span>'))
    assert found.text == "it1 is here2\n\nFootnotes\n\n1. Isu\n\nComments\n\n1. why?"
    assert [(one.kind, found.text[one.start : one.end], one.target) for one in found.spans] == [
        ("link", "1", "#footnote-1"),
        ("superscript", "1", ""),
        ("link", "here", "https://doi.org/10.1000/a"),
        ("superscript", "2", ""),
        ("anchor", "1. Isu", "footnote-1"),
    ]
    assert [found.place(found.text.index(word)).note for word in ("Isu", "why")] == ["footnote 1", "comment 1"]


CODE = "ZOTERO_ITEM CSL_CITATION " + json.dumps(
    {"citationItems": [{"itemData": {"id": 1, "type": "book", "title": "Elbows", "DOI": "10.5555/b"}}]}
)
QUOTED = CODE.replace('"', "&quot;")


@pytest.mark.parametrize(
    "marked",
    [
        f'<text:reference-mark-start text:name="{QUOTED}"/>(1)<text:reference-mark-end text:name="{QUOTED}"/>',
        f'<field:fieldmark-start><field:param field:value="ADDIN {QUOTED}"/></field:fieldmark-start>(1)'
        "<field:fieldmark-end/>",
    ],
)
def test_a_mark_of_zotero_gives_its_works(marked: str) -> None:
    found = document(p(f"So it is {marked}."))
    assert found.text == "So it is (1)."
    assert found.embedded == (Embedded(9, 12, "field", Ids(doi="10.5555/b"), Fields(type="book", title="Elbows")),)


@pytest.mark.parametrize(
    "listed",
    [
        '<text:section text:name=" ZOTERO_BIBL {} CSL_BIBLIOGRAPHY RNDx">{}</text:section>',
        "<text:bibliography><text:index-body>{}</text:index-body></text:bibliography>",
    ],
)
def test_the_list_of_a_reference_manager_needs_no_heading(listed: str) -> None:
    entry = "Isu T. Nerves of the invented back. J Invent. 2018;1:2-3."
    found = document(p("It hurts.") + listed.replace(">{}", ">" + p(f"[7] {entry}")))
    assert [(found.text[one.start : one.end], one.form, one.number) for one in found.embedded] == [(entry, "entry", 7)]


def test_a_file_without_text_is_refused() -> None:
    content = archive({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"})
    with pytest.raises(DocumentError) as caught:
        read("a.odt", content)
    assert str(caught.value) == "a.odt: has no text in it (content.xml is missing or of another kind)"


WHOLE = odt(p("Isu T"))


@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=4))
def test_whatever_is_damaged_there_is_a_document_or_one_clear_line(at: int, put: bytes) -> None:
    try:
        found = read("a.odt", WHOLE[:at] + put + WHOLE[at + len(put) :])
    except DocumentError as error:
        assert str(error).startswith("a.odt: ")
    else:
        assert found.anchors[0].offset == 0
