"""Notes that are only remarks, in every format that has notes. All are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations import scan
from cluneal_lit.documents import read
from tests.documents.office_files import docx

WORKS = ("Alda A, Berg B. On nerves. J Inv. 2001;1(2):3-4.", "Cruz C, Dunn D. On blocks. J Inv. 2002;1(3):5-6.")
LESS = (
    "Guide to Backs. Nowhere, 2015.",
    "“Walking on Backs.” Invented News. 3 March 2010.",
    "Office for Invented Health. Guide to feet. Nowhere: OIH; 2015.",
    "Counting Hands, Invented Site, accessed on 3 May 2019.",
    "Hände zählen, Erfundene Seite, abgerufen am 3.5.2019.",
    "Counting Feet. Invented Site. Retrieved 2019-05-03.",
)
REMARKS = (
    "Founded in Nowhere in 1847, closed 1901.",
    "Built 1901, burnt down 1945; rebuilt.",
    "The author thanks the Foundation (grant 12345, 2018-2021).",
    "Data from the Ministry, retrieved 2020-03-04; see also the annual report.",
    "A remark of 2019, no work; see 2020.",
    "Funded by the Invented Science Foundation, 2015-2019.",
    "The Ministry closed it in 1901, the Office in 1903.",
    "Own calculation, 2015.",
    "Thanks to Otto Berg, 2019.",
)
NOTES = (WORKS[0], *REMARKS, *LESS, WORKS[1])
LAID = {
    "a.md": ("It hurts.[^{0}]\n\n", "[^{0}]: {1}\n"),
    "b.md": ("It hurts.^[{1}]\n\n", ""),
    "a.rst": ("It hurts. [{0}]_\n\n", ".. [{0}] {1}\n"),
    "a.html": ("<p>It hurts.<sup><a href='#fn{0}'>{0}</a></sup></p>", "<p id='fn{0}'>{0}. {1}</p>"),
    "b.html": ("<p>It hurts.<sup><a href='#note-{0}'>{0}</a></sup></p>", "<p id='note-{0}'>{0}. {1}</p>"),
    "a.tex": ("It hurts.\\footnote{{{1}}}\n\n", ""),
    "a.typ": ("#let a = 1\nIt hurts.#footnote[{1}]\n\n", ""),
}


def laid(path: str) -> bytes:
    """A document of a format whose notes these are."""
    numbered = list(enumerate(NOTES, 1))
    if path == "a.docx":
        marks = "".join(
            f'<w:p><w:r><w:t>It hurts.</w:t></w:r><w:r><w:footnoteReference w:id="{number}"/></w:r></w:p>'
            for number, _ in numbered
        )
        notes = "".join(
            f'<w:footnote w:id="{number}"><w:p><w:r><w:t>{note}</w:t></w:r></w:p></w:footnote>'
            for number, note in numbered
        )
        return docx(marks, footnotes=notes)
    text = "".join(part.format(*each) for part in LAID[path] for each in numbered)
    return (f"\\documentclass{{article}}\n{text}" if path == "a.tex" else text).encode()


@pytest.mark.parametrize("path", [*LAID, "a.docx"])
def test_notes_of_every_format_are_told_from_remarks_alike(path: str) -> None:
    found = [one.raw for one in scan(read(path, laid(path))) if one.in_list]
    assert found == [WORKS[0], *LESS, WORKS[1]]
