"""EndNote's tagged export becomes records. The entries are invented."""

from __future__ import annotations

from cluneal_lit.formats.enw import read
from cluneal_lit.model import Date, Fields, Ids, Name, Pages, Record, Section

WHOLE = """%0 Journal Article
%A Muster, Anna
%A Invented Study Group,
%T Invented nerves
 and their pain
%J Journal of Invented Findings
%D 2019
%8 Mar 28
%V 7
%N 2
%P 25-32
%@ 0000-0019
%R 10.5555/invented.1
%U https://example.org/a
%M 99999901
%~ PubMed
%K nerves
pain; chronic
%X What was found.
%Z RAYYAN-INCLUSION: {"Anna"=>"Included"}
second line
%> internal-pdf://1/Muster-2019.pdf
%F muster
%= unknown
"""


def test_an_entry_is_read_whole() -> None:
    assert read(WHOLE, "a.enw") == (
        (
            Record(
                format=1,
                source="library",
                id="a.enw#muster",
                ids=Ids(pmid="99999901", doi="10.5555/invented.1"),
                fields=Fields(
                    type="article-journal",
                    title="Invented nerves and their pain",
                    author=(Name(family="Muster", given="Anna"), Name(literal="Invented Study Group")),
                    container_title="Journal of Invented Findings",
                    issued=Date(((2019, 3, 28),)),
                    volume="7",
                    issue="2",
                    page="25-32",
                    url="https://example.org/a",
                ),
                pages=Pages("25-32", "25", "32"),
                issn=("0000-0019",),
                keywords=("nerves", "pain; chronic"),
                abstract=(Section("What was found."),),
                custom={
                    "dates/pub-dates/date": "Mar 28",
                    "accession-num": "99999901",
                    "remote-database-name": "PubMed",
                    "notes": 'RAYYAN-INCLUSION: {"Anna"=>"Included"}\nsecond line',
                    "urls/pdf-urls/url": "internal-pdf://1/Muster-2019.pdf",
                    "label": "muster",
                    "%=": "unknown",
                },
            ),
        ),
        (),
    )


def test_refer_has_a_blank_line_between_entries() -> None:
    text = "%A Anna Muster\n%T One\n%D 1999\n\n%A Muster, B.\n%T Two\n%D 2001\n%K a\n"
    records, told = read(text, "a.txt")
    assert [(record.id, record.fields.title) for record in records] == [
        ("a.txt#annamuster1999~797847", "One"),
        ("a.txt#muster2001~5a308e", "Two"),
    ]
    assert told == ()
