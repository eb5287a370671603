"""The time to read a document grows with its length and no faster, whatever stands in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from time import process_time

import pytest

from cluneal_lit.documents import read
from cluneal_lit.errors import DocumentError
from tests.documents import office_files, pdf_made, test_jats, test_odt, test_pptx, test_xlsx
from tests.documents.test_epub import MEMBERS
from tests.documents.zipped import zipped

SIZES = (10_000, 80_000)
# So many that looking over all that is written, at each of them, takes seconds: with a hundred it took none.
MANY = 2_000
# What a hostile text repeats, by the name of the file; some behind a head that stands once.
REPEATED = {
    "a.txt": ["(", "[1] ", "\n", " "],
    "a.md": [
        "> ",
        "[",
        "[](",
        "[a](b \"'",
        "[a]( ",
        "[^1]",
        "[@a",
        "`",
        "``` ",
        "~~~\n",
        "<!--",
        "[[",
        " %%a",
        "\n ",
        "- ",
    ],
    "a.html": ["<", "<a ", "<!--", "<li>", "<ol><li>", "</p>", "<svg>", "&", "<table><tr><td>", "<b><i>", "<script>"],
    "a.tex": [
        "{",
        "}",
        "[",
        "\\bibitem",
        "\\bibitem ",
        "\\bibitem[{",
        "\\bibliography  ",
        "\\cite{",
        "\\verb|",
        "%\n",
        "\\footnote{a}",
        "\\begin{itemize}\\item ",
        "\\begin  ",
        "\\newcommand{\\a}",
        "$",
        "\\iffalse",
        "\\url{",
        "  ",
    ],
    "a.bbl": ["\\entry{a}{b}{\n", "\\entry{a}{b}{", "\\bibitem[", "{", "\\field{"],
    "a.rst": ["`", ".. ", ".. [a] x\n", ".. [#] x\n", ":a:`", "*", "::\n", "|", "a::\n\n b\n", " "],
    "a.typ": ["/*", "`", "@a", "#link(", "#cite(<", "[", "#let ", "bibliography(", "#footnote[", "#footnote[]<a> @a"],
    "a.bib": ["@", "@a{", "@article{a, b={", '"', "@string{a=a#a}\n", "@a{b,c=d", "a and ", "#", "{"],
    "a.ris": ["TY  - JOUR\n", "ER  - \n", " ", "\n", "AB  - a\n"],
    "a.nbib": ["PMID- 1\n", "      a\n", "\n", " "],
    "a.csv": ['"a",', '"', '""', '",', ",", '"a\n', "\t", ";"],
    "a.xml": ["<?xml?>", "<!-- a -->\n", "<!DOCTYPE a [", "<a>"],
    "b.xml": ["<a>", "<p>", "&a;", "&#0", "&#xD800;"],
    "a.rtf": [
        "{",
        "}",
        "\\'e9",
        "\\u246?",
        "{\\footnote a}",
        "{\\super a}\\par ",
        "{\\field{\\*\\fldinst ",
        "\\bin1 a",
    ],
}
HEADS = {
    "b.xml": "<article><body>",
    "a.rtf": "{\\rtf1 ",
    "a.html": "<html><body>",
    "a.ris": "TY  - JOUR\nAB  - ",
    "a.nbib": "PMID- 1\nAB  - ",
}
# What hostile files of the other formats hold so many times.
Made = Callable[[int], bytes]
SLIDE = "ppt/slides/slide1.xml"
MADE: dict[str, tuple[str, Made]] = {
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


def grows(path: str, few: bytes, many: bytes) -> bool:
    """Whether eight times as much takes no more than 24 times as long; tenths of seconds do not count."""
    seconds = []
    for content in (few, many):
        begun = process_time()
        with suppress(DocumentError):
            read(path, content)
        seconds.append(process_time() - begun)
    return seconds[1] < 0.3 + 24 * seconds[0]


@pytest.mark.parametrize(("path", "repeated"), [(path, one) for path, several in REPEATED.items() for one in several])
def test_the_time_to_read_a_text_grows_as_it_does(path: str, repeated: str) -> None:
    few, many = ((HEADS.get(path, "") + repeated * (size // len(repeated))).encode() for size in SIZES)
    assert grows(path, few, many)


@pytest.mark.parametrize("text", ["[a]({}", "\\bibitem{}", "\\bibliography{}", "- {}", "\\entry{{a}}{{b}}{{{}"])
@pytest.mark.parametrize("path", ["a.md", "a.tex", "a.bbl"])
def test_blanks_without_end_are_passed_once(path: str, text: str) -> None:
    few, many = (text.format(" " * size).encode() for size in SIZES)
    assert grows(path, few, many)


def test_the_target_of_a_link_is_passed_once() -> None:
    few, many = (f'<html><a href="#{"fnref" * (size // 5)}!">a</a>'.encode() for size in SIZES)
    assert grows("a.html", few, many)


@pytest.mark.parametrize("made", MADE)
def test_the_time_to_read_other_files_grows_as_they_do(made: str) -> None:
    path, make = MADE[made]
    assert grows(path, make(MANY), make(8 * MANY))


def test_every_line_of_the_pages_that_are_timed_is_read() -> None:
    assert read("a.pdf", pdf_made.pdf(columns(4 * MANY))).text.count("ab") == 4 * MANY
