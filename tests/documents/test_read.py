"""Bytes become documents. The texts are invented."""

from __future__ import annotations

import pickle
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.documents import READERS, kinds, names, read
from cluneal_lit.errors import DocumentError
from cluneal_lit.model import Anchor, Document, Finding, Place


def test_plain_text_has_an_anchor_at_each_line() -> None:
    document = read("a.txt", b"ab\ncd")
    assert (document.kind, document.text) == ("text", "ab\ncd")
    assert [document.place(offset) for offset in (0, 1, 3, 4)] == [
        Place(1, 1),
        Place(1, 2),
        Place(2, 1),
        Place(2, 2),
    ]
    assert tuple(document.anchors) == (Anchor(0, Place(1, 1)), Anchor(3, Place(2, 1)))


def test_a_document_is_the_same_after_a_journey_to_another_process() -> None:
    for document in (read("a.html", b"<p>a\n <b>b"), read("a.txt", b"a\nb")):
        document.place(1)
        again = pickle.loads(pickle.dumps(document))
        assert again == document and again.place(2) == document.place(2)


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
        ("a.zip", b"PK\x03\x04rest", "a ZIP archive of another kind"),
        ("a.html", b"\x89PNG\r\n", "a picture"),
        ("a.xml", b"<?xml version='1.0'?><catalog/>", "XML of another kind"),
    ],
)
def test_a_format_that_is_not_read_is_named(path: str, content: bytes, kind: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read(path, content)
    assert str(caught.value) == f"{path}: is {kind}, which is not read; read are {names()}"


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("a.html", b"<p>x"),
        ("a.HTM", b"x"),
        ("a.xhtml", b"<p>x</p>"),
        ("page", b" <!DOCTYPE html><p>x"),
        ("a.txt", b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- saved -->\n<html><p>x</p></html>"),
        ("a.xml", b"<html lang=en><p>x"),
        ("page", "<!doctype HTML><p>x".encode("utf-16")),
    ],
)
def test_html_is_known_by_its_suffix_and_by_how_it_begins(path: str, content: bytes) -> None:
    document = read(path, content)
    assert (document.kind, document.text) == ("html", "x")


NAMES = "<p>Yürük D, Köse Güven S: naïve"


@pytest.mark.parametrize(
    ("head", "encoding", "findings"),
    [
        ("<meta charset=utf-8>", "utf-8", ()),
        ("<meta charset=iso-8859-1>", "utf-8", ()),
        ("<meta charset='windows-1252'>", "cp1252", ("WINDOWS-1252",)),
        ('<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-9">', "cp1254", ("WINDOWS-1254",)),
        ('<?xml version="1.0" encoding="ISO-8859-1"?><html>', "latin-1", ("WINDOWS-1252",)),
        ("<!-- <meta charset=koi8-r> --><meta charset=macintosh>", "mac-roman", ("MACINTOSH",)),
        ("<meta charset=utf-8>", "cp1252", ("WINDOWS-1252",)),
        ("<meta charset=rot13>", "cp1252", ("WINDOWS-1252",)),
        ("", "cp1252", ("WINDOWS-1252",)),
        ("<meta charset=utf-8>", "utf-16", ("UTF-16-LE",)),
    ],
)
def test_a_page_is_read_as_it_declares_unless_that_cannot_be(
    head: str, encoding: str, findings: tuple[str, ...]
) -> None:
    document = read("a.html", (head + NAMES).encode(encoding))
    assert document.text == "Yürük D, Köse Güven S: naïve"
    assert document.findings == tuple(Finding("LIT102", "a.html", values={"encoding": name}) for name in findings)


@pytest.mark.parametrize("encoding", ["iso-2022-jp", "shift_jis", "euc-jp"])
def test_a_japanese_page_is_read_as_it_declares_and_says_so(encoding: str) -> None:
    page = f"<meta charset={encoding}><p>上殿皮神経の絞扼性障害"
    document = read("a.html", page.encode(encoding))
    assert document.text == "上殿皮神経の絞扼性障害"
    assert document.findings == (Finding("LIT102", "a.html", values={"encoding": encoding.upper()}),)


def test_a_page_of_ascii_is_utf8_whatever_it_declares() -> None:
    assert read("a.html", b"<meta charset=shift_jis><p>x").findings == ()


@pytest.mark.parametrize("content", [bytes(range(256)), b"\0\1\xff", b"a\0b"])
def test_bytes_that_are_no_text_are_refused(content: bytes) -> None:
    with pytest.raises(DocumentError) as caught:
        read("a.txt", content)
    assert str(caught.value) == f"a.txt: is binary, of no known kind; read are {names()}"


@given(
    st.binary(max_size=300),
    st.sampled_from(["a.txt", "a.md", "a.html", "a", "a.csv", "a.ipynb", "a.rst", "a.ris", "a.nbib", "a.rtf", "a.xml"]),
)
def test_whatever_the_bytes_there_is_a_document_or_one_clear_line(content: bytes, path: str) -> None:
    try:
        document = read(path, content)
    except DocumentError as error:
        assert str(error).startswith(f"{path}: is ") and "\n" not in str(error)
    else:
        assert isinstance(document, Document)
        assert next(iter(document.anchors)).offset == 0 and "\r" not in document.text


def test_every_format_that_is_read_has_a_reader() -> None:
    assert all(callable(import_module(f"cluneal_lit.documents.{name}").read) for name in READERS.values())
    assert set(READERS) <= set(kinds.NAMES)


@pytest.mark.parametrize(
    ("path", "content", "kind"),
    [
        ("-", b"Author,Year,PMID\nKim,2012,21000001\n", "csv"),
        ("list.txt", b'"Title";"DOI"\r\n"Nerves";"10.5555/inv.1"\r\n', "csv"),
        ("-", b"PMID, DOI and ISBN\nare identifiers of works.\n", "text"),
        ("-", b"---\ntitle: Nerves\n---\n\nText [@kim2012].\n", "markdown"),
        ("notes", b"# Nerves\n\nText\n", "markdown"),
        ("notes", b"Text\n\n```r\nx <- 1\n```\n", "markdown"),
        ("notes.txt", b"# Nerves\n\nText\n", "text"),
        ("-", b"Pain hurts.[^isu]\n\n[^isu]: Isu T. Nerves.\n", "markdown"),
        ("notes", b"Pain hurts.[^1] " + b"It does so. " * 900, "markdown"),
        ("-", b"Pain hurts.^[Isu T. Nerves. J Inv. 2001.] It does.\n", "markdown"),
        ("-", b"Pain hurts, see [Isu](https://isu.example/nerves).\n", "markdown"),
        ("-", b"Pain hurts [see @isu2018, p. 3; -@berg2011].\n", "markdown"),
        ("-", "Pain hurts [@isu2018].\n".encode("utf-16"), "markdown"),
        ("notes.mkd", b"Pain hurts.\n", "markdown"),
        ("-", b"Pain hurts [1], [2-4].\n\n[1] Isu T. Nerves. J Inv. 2001;1:2-3.\n", "text"),
        ("-", b"Ask [t.isu@isu.example] or [@ the desk] for [^a-z]+ and x^[12], [2](see p. 3).\n", "text"),
        ("-", b"\x1b^[[31m red words ^[[0m\nreg ^[^x] and [^0-9] here\n", "text"),
        ("-", b'{"text": "see [Isu](https://isu.example/nerves)"}\n', "text"),
        ("-", b"From: T\nContent-Transfer-Encoding: 8bit\n\nsee [Isu](https://isu.example/n)\n", "text"),
        ("notes.txt", b"Pain hurts.[^1]\n\n[^1]: Isu T. Nerves.\n", "text"),
        ("-", b"#!/bin/sh\n# Nerves\n\necho\n", "text"),
        ("-", b"Text\n---\nmore\n", "text"),
    ],
)
def test_what_has_no_telling_name_is_told_by_its_content(path: str, content: bytes, kind: str) -> None:
    assert read(path, content).kind == kind


@pytest.mark.parametrize("path", ["a.ipynb", "a.xml", "a.docx", "a.bib", "a.json"])
def test_a_file_without_anything_in_it_says_so_whatever_its_name(path: str) -> None:
    assert read(path, b"").findings == (Finding("LIT103", path),)


def test_an_office_file_with_a_password_says_so() -> None:
    content = b"\xd0\xcf\x11\xe0" + bytes(508) + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(DocumentError, match=r"^a\.docx: is locked with a password: save it without one$"):
        read("a.docx", content)
