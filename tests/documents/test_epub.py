"""E-books become documents. The books are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.citations import scan
from cluneal_lit.documents import read
from cluneal_lit.errors import DocumentError
from cluneal_lit.model import Document, Place
from tests.documents.zipped import zipped

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/content.opf"/></rootfiles></container>'
)
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf"><manifest>
<item id="a" href="text/one%20a.xhtml" media-type="application/xhtml+xml"/>
<item id="b" href="text/two.xhtml" media-type="application/xhtml+xml"/>
<item id="c" href="cover.jpg" media-type="image/jpeg"/>
</manifest><spine><itemref idref="c"/><itemref idref="b"/><itemref idref="a"/><itemref idref="gone"/>
</spine></package>"""
MEMBERS: dict[str, str | bytes] = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": CONTAINER,
    "OEBPS/content.opf": PACKAGE,
    "OEBPS/text/one a.xhtml": "<html><body><p>See PMID: 17.</p></body></html>",
    "OEBPS/text/two.xhtml": '<html><body><h1>Pain</h1><p>It hurts.<a href="#n1"><sup>1</sup></a></p>'
    '<ol><li id="n1">Isu T, Kim K. Cluneal nerve entrapment. Neurospine. 2018;15:25-32.</li></ol></body></html>',
}


NOTES: dict[str, str | bytes] = MEMBERS | {
    "OEBPS/text/two.xhtml": '<html><body><h1>Pain</h1><p>It hurts.<a href="one%20a.xhtml#n1">1</a></p></body></html>',
    "OEBPS/text/one a.xhtml": "<html><body><h1>Notes</h1><aside id='n1'>1. Isu T, Kim K. Cluneal nerve entrapment."
    " Neurospine. 2018;15:25-32.</aside></body></html>",
}


def test_a_note_may_stand_in_another_file_than_its_mark() -> None:
    mark, note = scan(read("a.epub", zipped(NOTES)))
    assert (mark.numbers, mark.cites, note.number) == ((1,), (note.id,), 1)


def test_a_number_that_several_chapters_have_means_the_note_to_which_it_leads() -> None:
    page = '<html><body><p>It hurts.<a href="n.xhtml#a1"><sup>1</sup></a></p><p>So.<a href="n.xhtml#b1">1</a></p>'
    notes = "".join(
        f"<h2>{chapter}</h2><p id='{chapter}1'>1. Isu T. Nerves of the {chapter} back. J Invent. 2018;1:2-3.</p>{more}"
        for chapter, more in (("a", "<p id='a2'>2. Kim K. Nerves of the hip. J Invent. 2019;1:4-5.</p>"), ("b", ""))
    )
    package = PACKAGE.replace("one%20a", "n").replace('"cover.jpg"', '"x.jpg"')
    found = scan(
        read(
            "a.epub",
            zipped(
                {
                    **{name: MEMBERS[name] for name in ("mimetype", "META-INF/container.xml")},
                    "OEBPS/content.opf": package,
                    "OEBPS/text/two.xhtml": page,
                    "OEBPS/text/n.xhtml": f"<html><body><h1>Notes</h1>{notes}</body></html>",
                }
            ),
        )
    )
    cited = [[one.raw[:26] for one in found if one.id in mark.cites] for mark in found if mark.numbers]
    assert cited == [["Isu T. Nerves of the a bac"], ["Isu T. Nerves of the b bac"]]


def test_the_numbers_of_a_list_mean_no_notes_of_the_chapter_before_it() -> None:
    book = "J. Brewson, <i>Invented Sinews</i> (Nowhere: Fictive, 1989)"
    more = "See C. Tillson, <i>Invented Coercion</i> (Nowhere: Fictive, 1990)"
    works = ("Alda A, Berg B. On nerves. J Inv. 2001;1(2):3-4.", "Cruz C. On blocks. J Inv. 2002;1(3):5-6.")
    marks = "<a href='#fn1'>1</a> It rests.<a href='#fn2'>2</a>"
    notes = f"<ol><li id='fn1'>{book}.</li><li id='fn2'>{more}; {book}.</li></ol>"
    pages: dict[str, str | bytes] = {
        "OEBPS/text/two.xhtml": f"<html><body><p>It hurts [1]. It helps [2]. It ends.{marks}</p>{notes}</body></html>",
        "OEBPS/text/one a.xhtml": f"<html><body><h1>References</h1><ol><li>{works[0]}</li><li>{works[1]}</li></ol>"
        "</body></html>",
    }
    found = [one for one in scan(read("a.epub", zipped(MEMBERS | pages))) if one.in_list]
    plain = [written.replace("<i>", "").replace("</i>", "") for written in (f"{book}.", more, f"{book}.")]
    assert [(one.number, one.raw, len(one.cited_at)) for one in found] == [
        (number, work, 1) for number, work in zip((1, 2, 2, 1, 2), (*plain, *works), strict=True)
    ]


def test_chapters_are_read_in_the_order_of_the_book() -> None:
    found = scan(read("a.epub", zipped(MEMBERS)))
    assert [(one.form, one.number, one.numbers, one.ids.keys(), one.place) for one in found] == [
        ("marker", None, (1,), (), Place(paragraph=2, note="two.xhtml")),
        ("reference", 1, (), (), Place(paragraph=3, note="two.xhtml")),
        ("pmid", None, (), ("pmid:17",), Place(paragraph=4, note="one a.xhtml")),
    ]


@pytest.mark.parametrize(
    ("members", "reason"),
    [
        ({"mimetype": "application/epub+zip"}, "is a broken e-book; get it again"),
        ({**MEMBERS, "META-INF/rights.xml": ""}, "is protected against copying, and cannot be read"),
    ],
)
def test_a_book_that_cannot_be_read_says_why(members: dict[str, str | bytes], reason: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read("a.epub", zipped(members))
    assert str(caught.value) == f"a.epub: {reason}"


WHOLE = zipped(MEMBERS)


@given(st.integers(0, len(WHOLE) - 1), st.binary(max_size=8))
def test_whatever_is_broken_there_is_a_document_or_one_clear_line(at: int, between: bytes) -> None:
    try:
        document = read("a.epub", WHOLE[:at] + between + WHOLE[at + len(between) :])
    except DocumentError as error:
        assert str(error).startswith("a.epub: is ") and "\n" not in str(error)
    else:
        assert isinstance(document, Document)
        scan(document)


RAISED: dict[str, str | bytes] = MEMBERS | {
    "OEBPS/styles/a.css": ".span1 { color: red; top: 0 }\n.span2 {\n  position: relative;\n  top: -0.33em;\n}\n"
    "p .up, span.T3 { vertical-align: super }\n",
    "OEBPS/text/two.xhtml": "<html><body><p><span class='span1'>It hurts adults</span><span class=\"span2\">1</span>"
    " <span class='style1 up'>2</span>.</p></body></html>",
}


def test_what_a_class_raises_is_raised() -> None:
    document = read("a.epub", zipped(RAISED))
    assert [document.text[span.start : span.end] for span in document.spans if span.kind == "superscript"] == ["1", "2"]
