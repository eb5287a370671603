"""EndNote's tagged export becomes records. The entries are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.formats import endnote, writers
from cluneal_lit.formats.carried import READ_AS
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
        ("a.txt#muster1999~797847", "One"),
        ("a.txt#muster2001~5a308e", "Two"),
    ]
    assert told == ()


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Muster, Anna", Name("Muster", "Anna")),
        ("Anna Muster", Name("Muster", "Anna")),
        ("Anna B. Muster", Name("Muster", "Anna B.")),
        ("Muster AB", Name("Muster", "AB")),
        ("Öz ÖT", Name("Öz", "ÖT")),
        ("van der Berg, Jan", Name("Berg", "Jan", "van der")),
        ("Jan van der Berg", Name("Berg", "Jan", "van der")),
        ("Petri, William A., Jr", Name("Petri", "William A.", suffix="Jr")),
        ("World Health Organization,", Name(literal="World Health Organization")),
        ("World Health Organization", Name(literal="World Health Organization")),
        ("Deutsche Gesellschaft für Chirurgie", Name(literal="Deutsche Gesellschaft für Chirurgie")),
        ("张 小华", Name("张 小华")),
    ],
)
def test_a_name_is_a_persons_whichever_part_of_it_is_first_or_a_groups(written: str, name: Name) -> None:
    (tagged,), _ = read(f"%0 Journal Article\n%A {written}\n%T Nerves\n", "a.enw")
    author = f"<contributors><authors><author>{written}</author></authors></contributors>"
    (element,), _ = endnote.read(f"<xml><records><record>{author}</record></records></xml>", "a.xml")
    assert (tagged.fields.author, element.fields.author) == ((name,), (name,))


NOTE = "  a list:\n  - one  item\n\tanother\n\n%T no title\n    def code():\nlast"


@pytest.mark.parametrize("form", ["endnote", "enw"])
def test_the_lines_of_a_note_stay_as_they_are(form: str) -> None:
    given = Record(1, "library", "a#b", Ids(), Fields(title="Nerves"), custom={"notes": NOTE, READ_AS: "endnote"})
    text = writers.written([given], form).decode()
    ((back,), _) = (endnote.read if form == "endnote" else read)(text, "a")
    assert back.custom["notes"] == (NOTE if form == "endnote" else NOTE.replace("%T", " %T"))
    assert writers.written([back], form).decode() == text


@pytest.mark.parametrize("form", ["endnote", "enw"])
@pytest.mark.parametrize(
    "fields",
    [
        Fields(type="article", genre="Preprint", title="Nerves", container_title="medRxiv", publisher="Invented Press"),
        Fields(type="speech", title="Nerves", event_title="Days of Nerves"),
        Fields(type="document", title="Nerves", original_title="Nerven"),
        Fields(type="manuscript", title="Nerves"),
    ],
)
def test_what_endnote_has_no_type_or_place_for_comes_back(fields: Fields, form: str) -> None:
    text = writers.written([Record(1, "library", "a#b", Ids(), fields)], form).decode()
    ((back,), _) = (endnote.read if form == "endnote" else read)(text, "a")
    assert back.fields == fields
    assert writers.written([back], form).decode() == text
