"""Ovid's tagged export becomes records, and habits of databases in RIS. The entries are invented."""

from __future__ import annotations

import pytest

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


SOURCES = [
    (
        "Invented Open. 6 (7) (no pagination), 2016. Article Number: e010197. Date of Publication: 01 Jul 2016.",
        ("Invented Open", "6", "7", "e010197", (2016, 7, 1), ""),
    ),
    (
        "Invented Findings (Online). 79 (3) (pp 342-347), 2008. Date of Publication: September 2008.",
        ("Invented Findings (Online)", "79", "3", "342-347", (2008, 9), ""),
    ),
    (
        "Proc. Inv. Sci. 24 (6 SUPPL. 1) (pp S777), 2015.",
        ("Proc. Inv. Sci", "24", "6 SUPPL. 1", "S777", (2015,), ""),
    ),
    (
        "Invented Proceedings. Conference: 2nd NERVE Conference and 3rd School: Part 2. Spain. 12 (Supplement 3)"
        " (no pagination), 2018. Date of Publication: 2018.",
        (
            "Invented Proceedings",
            "12",
            "Supplement 3",
            "",
            (2018,),
            "2nd NERVE Conference and 3rd School: Part 2. Spain",
        ),
    ),
    (
        "Invented Blood. Conference: 56th Meeting. San Invento, CA. Conference Publication: (var.pagings). 124 (21)"
        " (pp 3513), 2014. Date of Publication: 06 Dec 2014.",
        ("Invented Blood", "124", "21", "3513", (2014, 12, 6), "56th Meeting. San Invento, CA"),
    ),
    ("Invented Heart. (no pagination), 2019. Date of Publication: 2019.", ("Invented Heart", "", "", "", (2019,), "")),
    ("Invented Reviews. (1):CD004366, 2004.", ("Invented Reviews", "", "1", "CD004366", (2004,), "")),
    (
        "Invented Psychology. Vol.95(3), May 2010, pp. 433-450.",
        ("Invented Psychology", "95", "3", "433-450", (2010, 5), ""),
    ),
    ("Invented Psychology. Vol.8, Nov 2013, ArtID e79475.", ("Invented Psychology", "8", "", "e79475", (2013, 11), "")),
]


@pytest.mark.parametrize(("source", "expected"), SOURCES, ids=[source[:30] for source, _ in SOURCES])
def test_the_line_of_the_source_is_read_as_each_database_writes_it(source: str, expected: tuple[object, ...]) -> None:
    entry = f"<1. >\nVN  - Ovid Technologies\nDB  - Embase\nUI  - 1\nTI  - One.\nSO  - {source}\nPG  - No Pagination\n"
    (record,), told = nbib.read(entry, "a.txt")
    fields = record.fields
    assert told == () and fields.issued
    said = (
        fields.container_title,
        fields.volume,
        fields.issue,
        fields.page,
        *fields.issued.date_parts,
        fields.event_title,
    )
    assert (said, record.custom["SO"]) == (expected, source)


def test_a_source_of_another_form_stays_as_it_is() -> None:
    entry = "<1. >\nVN  - Ovid Technologies\nDB  - X\nTI  - One.\nSO  - Somewhere in a box (pp 3)\nYR  - 2001\n"
    (record,), _ = nbib.read(entry, "a.txt")
    assert (record.fields.container_title, record.custom["SO"]) == ("", "Somewhere in a box (pp 3)")


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
