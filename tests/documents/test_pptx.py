"""What stands on slides and in their notes. The files are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.documents import read
from cluneal_lit.errors import DocumentError
from cluneal_lit.model import Document, Place, Span
from tests.documents.office_files import archive, element, relations


def shape(*paragraphs: str, kind: str = "") -> str:
    holder = f'<p:nvSpPr><p:nvPr><p:ph type="{kind}"/></p:nvPr></p:nvSpPr>' if kind else ""
    return f"<p:sp>{holder}<p:txBody>{''.join(map(paragraph, paragraphs))}</p:txBody></p:sp>"


def paragraph(content: str) -> str:
    return f"<a:p>{content if content.startswith('<') else run(content)}</a:p>"


def run(text: str, properties: str = "<a:rPr/>") -> str:
    return f"<a:r>{properties}<a:t>{text}</a:t></a:r>"


def slides(first: str, second: str = "", notes: str = "") -> Document:
    """A presentation whose second slide is stored as the first; the notes are those of the first."""
    order = '<p:sldIdLst><p:sldId id="257" r:id="rId2"/><p:sldId id="256" r:id="rId1"/></p:sldIdLst>'
    links = {
        "rId9": ("hyperlink", "https://doi.org/10.1000/a"),
        "rId8": ("notesSlide", "../notesSlides/notesSlide1.xml"),
    }
    parts = {
        "ppt/presentation.xml": element("p:presentation", order),
        "ppt/_rels/presentation.xml.rels": relations(
            rId1=("slide", "slides/slide1.xml"), rId2=("slide", "slides/slide2.xml")
        ),
        "ppt/slides/slide2.xml": element("p:sld", f"<p:cSld><p:spTree>{first}</p:spTree></p:cSld>"),
        "ppt/slides/slide1.xml": element("p:sld", f"<p:cSld><p:spTree>{second}</p:spTree></p:cSld>"),
        "ppt/slides/_rels/slide2.xml.rels": relations(**links),
        "ppt/notesSlides/notesSlide1.xml": element("p:notes", f"<p:cSld><p:spTree>{notes}</p:spTree></p:cSld>"),
    }
    return read("a.pptx", archive(parts))


def test_slides_stand_in_their_order_with_their_notes() -> None:
    found = slides(shape("Nerves", "of the elbow"), shape("Thanks"), shape("Say hello") + shape("7", kind="sldNum"))
    assert found.text == "Nerves\n\nof the elbow\n\nSay hello\n\nThanks"
    assert [found.place(found.text.index(word)) for word in ("of", "Say", "Thanks")] == [
        Place(slide=1),
        Place(slide=1, note="notes"),
        Place(slide=2),
    ]


def test_tables_groups_breaks_and_numbers_are_read() -> None:
    cells = "".join(f"<a:tc><a:txBody>{paragraph(word)}</a:txBody></a:tc>" for word in ("n", "study"))
    table = f"<p:graphicFrame><a:graphicData><a:tbl><a:tr>{cells}</a:tr></a:tbl></a:graphicData></p:graphicFrame>"
    numbered = '<a:pPr><a:buAutoNum type="arabicPeriod" startAt="3"/></a:pPr>'
    listed = shape(numbered + run("Isu"), numbered + run("Talu"), run("a") + "<a:br/>" + run("b"))
    found = slides(table + f"<p:grpSp>{listed}</p:grpSp>")
    assert found.text == "n\tstudy\n\n3. Isu\n\n4. Talu\n\na\nb"
    assert found.place(found.text.index("study")) == Place(slide=1, cell="B1")


def test_links_and_raised_numbers_are_marked() -> None:
    link = run("here", '<a:rPr><a:hlinkClick r:id="rId9"/></a:rPr>')
    found = slides(
        shape(run("it") + run("1", '<a:rPr baseline="30000"/>') + run("2", '<a:rPr baseline="-25000"/>') + link)
    )
    assert found.spans == (Span(2, 3, "superscript"), Span(4, 8, "link", "https://doi.org/10.1000/a"))


def test_a_file_without_slides_is_refused() -> None:
    with pytest.raises(DocumentError) as caught:
        read("a.pptx", archive({"ppt/presentation.xml": ""}))
    assert str(caught.value) == "a.pptx: has no slides in it (ppt/presentation.xml is missing); save it again"
