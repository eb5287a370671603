"""Files of the formats that are made, with so many of what they hold. All is invented."""

from __future__ import annotations

import json
from collections.abc import Callable

from tests.documents import office_files, pdf_made, test_jats, test_odt, test_pptx, test_xlsx
from tests.documents.test_epub import MEMBERS
from tests.documents.zipped import zipped

# A file of so many of each.
SLIDE = "ppt/slides/slide1.xml"
MADE: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "paragraphs": ("a.docx", lambda n: office_files.docx(office_files.p(office_files.r("a")) * n)),
    "runs": ("a.docx", lambda n: office_files.docx(office_files.p(office_files.r("a") * n))),
    "raised": ("a.docx", lambda n: office_files.docx(office_files.p(office_files.raised("1") * n))),
    "paragraphs of ODT": ("a.odt", lambda n: test_odt.odt(test_odt.p("a") * n)),
    "blanks": ("a.odt", lambda n: test_odt.odt(test_odt.p('<text:s text:c="9"/>' * n))),
    "cells": ("a.xlsx", lambda n: test_xlsx.workbook(test_xlsx.row(1, '<c t="s"><v>0</v></c>' * n), "", ("<t>x</t>",))),
    "references": ("a.xml", lambda n: test_jats.article("<p>a</p>", test_jats.TALU * (n // 4))),
    "markers": ("a.xml", lambda n: test_jats.article(f"<p>{test_jats.xref('R1', '1') * n}</p>")),
    "items": ("a.xml", lambda n: test_jats.article(f'<list list-type="order">{"<list-item/>" * n}</list>')),
    "chapters": ("a.epub", lambda n: zipped({**MEMBERS, "OEBPS/text/two.xhtml": "<p>a</p>" * n})),
    "shapes": ("a.pptx", lambda n: slides(test_pptx.shape("a") * n)),
    "outputs": ("a.ipynb", lambda n: notebook([{"text": "\x1b[m"}] * n)),
    "lines": ("a.pdf", lambda n: pdf_made.pdf(columns(n // 2))),
    "pages": ("a.pdf", lambda n: pdf_made.pdf(*[columns(40)] * (n // 40))),
}


def columns(count: int) -> list[pdf_made.Text]:
    """Lines below and beside one another: pdfium drops those of a page that lie over others or outside of it."""
    return [pdf_made.Text(20 + 11 * (at // 90), 830 - 9 * (at % 90), "ab", size=6) for at in range(count)]


def slides(shapes: str) -> bytes:
    listed = '<p:sldIdLst><p:sldId id="256" r:id="rId1"/></p:sldIdLst>'
    return office_files.archive(
        {
            "ppt/presentation.xml": office_files.element("p:presentation", listed),
            "ppt/_rels/presentation.xml.rels": office_files.relations(rId1=("slide", "slides/slide1.xml")),
            SLIDE: office_files.element("p:sld", f"<p:cSld><p:spTree>{shapes}</p:spTree></p:cSld>"),
        }
    )


def notebook(outputs: list[dict[str, str]]) -> bytes:
    return json.dumps({"nbformat": 4, "cells": [{"cell_type": "code", "source": "", "outputs": outputs}]}).encode()
