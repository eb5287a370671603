"""Texts of documents by the libraries that read them: `python text.py LIBRARY TURNS FILE…` prints the seconds.

Each is called as its documentation shows it, for the text of the whole document and nothing else.
"""

from __future__ import annotations

import statistics
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path


def pypdfium2() -> Callable[[Path], object]:
    """The text of each page of a PDF."""
    import pypdfium2

    def read(file: Path) -> object:
        document = pypdfium2.PdfDocument(file.read_bytes())
        return [page.get_textpage().get_text_range() for page in document]

    return read


def pypdf() -> Callable[[Path], object]:
    """The text of each page of a PDF."""
    import pypdf

    return lambda file: [page.extract_text() for page in pypdf.PdfReader(file).pages]


def lxml() -> Callable[[Path], object]:
    """The text of the main part of a Word file, a line a paragraph."""
    from lxml import etree

    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

    def read(file: Path) -> object:
        with zipfile.ZipFile(file) as archive:
            root = etree.fromstring(archive.read("word/document.xml"))
        return "\n".join("".join(text.text or "" for text in one.iter(f"{w}t")) for one in root.iter(f"{w}p"))

    return read


def docx() -> Callable[[Path], object]:
    """The text of the paragraphs of a Word file."""
    import docx

    return lambda file: "\n".join(one.text for one in docx.Document(str(file)).paragraphs)


def selectolax() -> Callable[[Path], object]:
    """The text of a page's body."""
    from selectolax.lexbor import LexborHTMLParser

    def read(file: Path) -> object:
        body = LexborHTMLParser(file.read_bytes()).body
        return body.text(separator="\n") if body else ""

    return read


def beautifulsoup() -> Callable[[Path], object]:
    """The text of a page, by the parser of the standard library."""
    from bs4 import BeautifulSoup

    return lambda file: BeautifulSoup(file.read_bytes(), "html.parser").get_text("\n")


READERS = (pypdfium2, pypdf, lxml, docx, selectolax, beautifulsoup)


def main() -> None:
    """Print the median seconds that the files take."""
    name, turns, *files = sys.argv[1:]
    read = next(reader for reader in READERS if reader.__name__ == name)()
    seconds = []
    for _ in range(int(turns)):
        start = time.perf_counter()
        for file in files:
            read(Path(file))
        seconds.append(time.perf_counter() - start)
    print(statistics.median(seconds))


if __name__ == "__main__":
    main()
