"""Ovid's tagged export becomes records, and habits of databases in RIS. The entries are invented."""

from __future__ import annotations

from cluneal_lit.formats import exchange, nbib, ris_read
from cluneal_lit.formats.databases import database
from cluneal_lit.model import Date, Fields, Ids, Name

OVID = """<1. >
VN  - Ovid Technologies
DB  - Ovid MEDLINE(R) ALL
UI  - 99999901
AU  - Muster A
AU  - Example J
FA  - Muster, Anna
FA  - Example, John
TI  - Invented nerves. [Review]
SO  - Journal of Invented Findings. 7(2):25-32, 2019 Mar 28.
AB  - What was found.
DO  - https://dx.doi.org/10.5555/invented.1
LG  - English
PT  - Journal Article
YR  - 2019

<241. >
VN  - Ovid Technologies
DB  - Embase
AN  - 2001234567
AU  - Muster, A. [Author, Reprint Author; E-mail: a@example.org]
TI  - Invented pain
SO  - Invented Ecology & Pain. 201(2-3):327-334, November 15, 2004.
YR  - 2004
"""


def test_ovids_tags_are_read() -> None:
    assert exchange.kind(OVID, "export.txt") == "nbib"
    records, told = nbib.read(OVID, "a.txt")
    assert told == ()
    assert [(record.id, record.ids, record.fields) for record in records] == [
        (
            "a.txt#99999901",
            Ids(pmid="99999901", doi="10.5555/invented.1"),
            Fields(
                type="article-journal",
                title="Invented nerves",
                author=(Name(family="Muster", given="Anna"), Name(family="Example", given="John")),
                container_title="Journal of Invented Findings",
                issued=Date(((2019, 3, 28),)),
                volume="7",
                issue="2",
                page="25-32",
                language="en",
            ),
        ),
        (
            "a.txt#muster2004~0aa299",
            Ids(),
            Fields(
                type="article-journal",
                title="Invented pain",
                author=(Name(family="Muster", given="A."),),
                container_title="Invented Ecology & Pain",
                issued=Date(((2004, 11, 15),)),
                volume="201",
                issue="2-3",
                page="327-334",
            ),
        ),
    ]
    assert [database(record) for record in records] == ["Ovid MEDLINE(R) ALL", "Embase"]


def test_ris_of_databases_has_their_habits() -> None:
    """Ovid's ID is a PMID in MEDLINE alone; Scopus lists references in a note; EndNote's keywords stand on lines."""
    text = (
        "TY  - JOUR\nDB  - Ovid MEDLINE(R) 1946-Present\nID  - 99999901\nT1  - One.\nY1  - 1993//\nER  - \n"
        "TY  - JOUR\nDB  - Embase\nID  - 99999902\nT1  - Two.\nER  - \n"
        "TY  - JOUR\nTI  - Three\nSN  - 00000019 (ISSN)\nDB  - Scopus\nN1  - References: Nobody N., (1999) 1, p. 1;\n"
        "PMID: 99999977, doi: 10.5555/cited\nER  - \n"
        "TY  - JOUR\nTI  - Four\nKW  - *Aged\nFemale\nHumans\nAN  - WOS:000000000000001\nER  - \n"
    )
    records, _ = ris_read.read(text, "a.ris")
    assert [(record.ids, database(record), record.issn, record.keywords) for record in records] == [
        (Ids(pmid="99999901"), "Ovid MEDLINE(R) 1946-Present", (), ()),
        (Ids(), "Embase", (), ()),
        (Ids(), "Scopus", ("0000-0019",), ()),
        (Ids(), "Web of Science", (), ("*Aged", "Female", "Humans")),
    ]
