"""Bytes become documents. The texts are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.documents import read
from cluneal_lit.errors import DocumentError
from cluneal_lit.model import Document, Finding, Place


def test_plain_text_has_an_anchor_at_each_line() -> None:
    document = read("a.txt", b"ab\ncd")
    assert (document.kind, document.text) == ("text", "ab\ncd")
    assert [document.place(offset) for offset in (0, 1, 3, 4)] == [
        Place(1, 1),
        Place(1, 2),
        Place(2, 1),
        Place(2, 2),
    ]


def test_every_line_end_is_one_line_end() -> None:
    document = read("a.txt", b"a\r\nb\rc\nd")
    assert document.text == "a\nb\nc\nd"
    assert document.place(document.text.index("d")) == Place(4, 1)


def test_a_byte_order_mark_counts_in_no_column() -> None:
    document = read("a.txt", b"\xef\xbb\xbfPMID: 1")
    assert (document.text, document.place(0), document.findings) == ("PMID: 1", Place(1, 1), ())


def test_columns_count_code_points() -> None:
    document = read("a.txt", "Yürük 𝛼 x".encode())
    assert document.place(document.text.index("x")) == Place(1, 9)


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        ("Isu T. Neurospine. 2018;15(1):25–32.", "cp1252", "WINDOWS-1252"),
        ("Yürük D, Köse Güven S. A naïve question", "cp1252", "WINDOWS-1252"),
        ("Йорданов П. Болка в кръста при пациенти", "cp1251", "WINDOWS-1251"),
        ("Isu T, Kim K", "utf-16-le", "UTF-16-LE"),
        ("\ufeffIsu T, Kim K", "utf-16-be", "UTF-16-BE"),
        ("\ufeffIsu T, Kim K", "utf-32-le", "UTF-32-LE"),
    ],
)
def test_a_text_that_is_not_utf8_is_read_and_says_so(text: str, encoding: str, named: str) -> None:
    document = read("a.txt", text.encode(encoding))
    assert document.text == text.removeprefix("\ufeff")
    assert document.findings == (Finding("LIT102", "a.txt", values={"encoding": named}),)


@pytest.mark.parametrize("content", [b"", b" \n\n"])
def test_an_empty_document_says_so(content: bytes) -> None:
    assert read("a.md", content).findings == (Finding("LIT103", "a.md"),)


@pytest.mark.parametrize(
    ("path", "content", "kind"),
    [
        ("a.pdf", b"%PDF-1.7\n", "a PDF"),
        ("a.docx", b"PK\x03\x04rest", "a Word file (DOCX)"),
        ("a.txt", b"PK\x03\x04rest", "a ZIP archive"),
        ("a.html", b"<p>x</p>", "HTML"),
        ("page", b"<!DOCTYPE html><p>x</p>", "HTML"),
    ],
)
def test_a_format_that_is_not_read_is_named(path: str, content: bytes, kind: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read(path, content)
    assert str(caught.value) == f"{path}: is {kind}, which is not read yet; read are plain text and Markdown"


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(DocumentError) as caught:
        read("a.txt", bytes(range(256)))
    assert str(caught.value) == "a.txt: is binary, of no known kind; read are plain text and Markdown"


@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.md", "a"]))
def test_whatever_the_bytes_there_is_a_document_or_one_clear_line(content: bytes, path: str) -> None:
    try:
        document = read(path, content)
    except DocumentError as error:
        assert str(error).startswith(f"{path}: is ") and "\n" not in str(error)
    else:
        assert isinstance(document, Document)
        assert document.anchors[0].offset == 0 and "\r" not in document.text
