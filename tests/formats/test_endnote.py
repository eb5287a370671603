"""EndNote's XML becomes records. The entries are invented."""

from __future__ import annotations

import re

from cluneal_lit.formats.databases import database
from cluneal_lit.formats.endnote import read
from cluneal_lit.formats.writers import WRITERS
from cluneal_lit.model import Date, Fields, Finding, Ids, Name, Pages, Record, Section
from cluneal_lit.store import bibliographies

STYLE = '<style face="normal" font="default" size="100%">'
ONE = f"""<record><database name="My.enl">My.enl</database>
<source-app name="EndNote" version="20.1">EndNote</source-app>
<rec-number>7</rec-number><foreign-keys><key app="EN" db-id="x" timestamp="1">7</key></foreign-keys>
<ref-type name="Journal Article">17</ref-type>
<contributors><authors><author>{STYLE}Muster, Anna</style></author>
<author>Invented Study Group,</author></authors></contributors>
<titles><title>{STYLE}Invented </style><style face="italic">nerves</style></title>
<secondary-title>J Invent Find</secondary-title></titles>
<periodical><full-title>Journal of Invented Findings</full-title><abbr-1>J Invent Find</abbr-1></periodical>
<pages>25-32</pages><volume>7</volume><number>2</number>
<keywords><keyword>nerves</keyword><keyword>pain</keyword></keywords>
<dates><year>2019</year><pub-dates><date>Mar</date></pub-dates></dates><isbn>0000-0019</isbn>
<accession-num>99999901</accession-num><abstract>What was found.</abstract><notes>first line&#xD;second line</notes>
<urls><related-urls><url>https://example.org/a</url></related-urls><pdf-urls><url>internal-pdf://1.pdf</url></pdf-urls></urls>
<electronic-resource-num>10.5555/invented.1</electronic-resource-num><custom2>PMC9999901</custom2>
<remote-database-name>PubMed</remote-database-name></record>"""
WHOLE = f'<?xml version="1.0" encoding="UTF-8" ?>\n<xml><records>{ONE}</records></xml>\n'


def test_an_entry_is_read_whole() -> None:
    (record,), told = read(WHOLE, "a.xml")
    assert told == ()
    assert record == Record(
        format=1,
        source="library",
        id="a.xml#7",
        ids=Ids(pmid="99999901", pmcid="PMC9999901", doi="10.5555/invented.1"),
        fields=Fields(
            type="article-journal",
            title="Invented nerves",
            author=(Name(family="Muster", given="Anna"), Name(literal="Invented Study Group")),
            container_title="J Invent Find",
            issued=Date(((2019, 3),)),
            volume="7",
            issue="2",
            page="25-32",
            url="https://example.org/a",
        ),
        pages=Pages("25-32", "25", "32"),
        issn=("0000-0019",),
        keywords=("nerves", "pain"),
        abstract=(Section("What was found."),),
        custom=record.custom,
    )
    assert record.custom == {
        "library": "My.enl",
        "source-app": "EndNote",
        "foreign-keys/key": "7",
        "periodical/full-title": "Journal of Invented Findings",
        "dates/pub-dates/date": "Mar",
        "accession-num": "99999901",
        "notes": "first line\nsecond line",
        "title with markup": "Invented <i>nerves</i>",
        "urls/pdf-urls/url": "internal-pdf://1.pdf",
        "custom2": "PMC9999901",
        "remote-database-name": "PubMed",
    }


def test_what_is_cut_off_is_read_as_far_as_it_goes_and_told() -> None:
    records, told = read(WHOLE.replace("</record>", "\x01</record>" + ONE.replace(">7<", ">8<"))[:-400], "a.xml")
    assert [record.id for record in records] == ["a.xml#7", "a.xml#8"]
    assert [(finding.code, finding.values["reason"].partition("(")[0]) for finding in told] == [
        ("LIT303", "line 29: its XML is cut off or broken ")
    ]


def test_entities_of_its_own_are_not_followed() -> None:
    bomb = '<!DOCTYPE xml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/hostname">]>'
    text = f"{bomb}<xml><records><record><titles><title>T&b;&f;</title></titles></record></records></xml>"
    assert [record.fields.title for record in read(text, "a.xml")[0]] == ["T&b;&f;"]


def test_the_file_of_a_library_is_no_database_and_goes_back() -> None:
    alone = WHOLE.replace("<remote-database-name>PubMed</remote-database-name>", "").replace(">My.enl</database>", "/>")
    records = [bibliographies.read(text.encode(), "a.xml")[0][0] for text in (WHOLE, alone)]
    assert [(database(one), one.custom["library"]) for one in records] == [("PubMed", "My.enl"), ("", "My.enl")]
    xml, ris, nbib = ("".join(WRITERS[form].write([("7", records[0])])) for form in ("endnote", "ris", "nbib"))
    assert "<database>My.enl</database>" in xml
    assert re.findall(r"^DB  - .*(?=\r)", ris, re.MULTILINE) == ["DB  - PubMed"]
    assert re.findall(r"^GN  - database: .*$", nbib, re.MULTILINE) == ["GN  - database: PubMed"]


def test_nothing_is_no_crash() -> None:
    assert read("<xml></xml>", "a.xml") == ((), ())
    assert [finding.code for finding in read("<", "a.xml")[1]] == ["LIT303"]
    assert isinstance(read("<", "a.xml")[1][0], Finding)
