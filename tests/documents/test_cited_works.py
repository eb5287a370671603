"""The works that reference managers put into citation fields. All of them are invented."""

from __future__ import annotations

import base64
import json

import pytest

from cluneal_lit.citations import scan
from cluneal_lit.documents import read
from cluneal_lit.documents.cited_works import CitedWorks
from cluneal_lit.model import Date, Document, Embedded, Fields, Ids, Name
from tests.documents.office_files import docx, field, p, r, raised

ITEM = {
    "id": 12,
    "type": "article-journal",
    "title": "The olecranal nerve.",
    "container-title": "J Elbows",
    "volume": "7",
    "page": "1-9",
    "DOI": "10.5555/Olec.7",
    "note": "PMID: 99000001\nPMCID: PMC9900001",
    "author": [{"family": "Adeyemi", "given": "Tunde"}],
    "issued": {"date-parts": [["2016", 6, 1]]},
}
ADEYEMI = Fields(
    type="article-journal",
    title="The olecranal nerve",
    author=(Name("Adeyemi", "Tunde"),),
    container_title="J Elbows",
    issued=Date(((2016, 6, 1),)),
    volume="7",
    page="1-9",
)
IDS = Ids(pmid="99000001", pmcid="PMC9900001", doi="10.5555/olec.7")
CSL = json.dumps({"citationID": "x", "citationItems": [{"id": 12, "itemData": ITEM}, {"id": 13}]})
ENDNOTE = (
    "<EndNote><Cite><Author>Adeyemi</Author><Year>2016</Year><RecNum>3</RecNum><DisplayText>1, 2</DisplayText><record>"
    '<ref-type name="Journal Article">17</ref-type><contributors><authors><author>Adeyemi, Tunde</author></authors>'
    "</contributors><titles><title><style face='normal'>The olecranal </style><style>nerve.</style></title>"
    "<secondary-title>J Elbows</secondary-title></titles><pages>1-9</pages><volume>7</volume><number>2</number><dates>"
    "<year>2016</year></dates><isbn>1234-5678</isbn><accession-num>99000001</accession-num><urls/>"
    "<custom2>PMC9900001</custom2><electronic-resource-num>10.5555/Olec.7 [pii]</electronic-resource-num>"
    "<remote-database-provider>NLM</remote-database-provider></record></Cite>"
    "<Cite><Author>Okoye</Author><Year>2020</Year></Cite></EndNote>"
)
OKOYE = Fields(author=(Name("Okoye"),), issued=Date(((2020,),)))


def packed(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def embedded(*runs: str, **parts: str) -> tuple[Document, tuple[Embedded, ...]]:
    document = read("a.docx", docx(p("So it is ", *runs, "."), **parts))
    return document, document.embedded


@pytest.mark.parametrize(
    "code", [f" ADDIN ZOTERO_ITEM CSL_CITATION {CSL} ", f"ADDIN CSL_CITATION {CSL}", f"ADDIN Mendeley Citation{CSL}"]
)
def test_a_field_of_zotero_or_mendeley_gives_its_works(code: str) -> None:
    document, works = embedded(field(escaped(code), raised("1")))
    assert (document.text, works) == ("So it is 1.", (Embedded(9, 10, "field", IDS, ADEYEMI),))


def test_a_content_control_of_mendeley_gives_its_works() -> None:
    tag = f'<w:tag w:val="MENDELEY_CITATION_v3_{packed(CSL)}"/>'
    control = f"<w:sdt><w:sdtPr>{tag}</w:sdtPr><w:sdtContent>{r('(Adeyemi, 2016)')}</w:sdtContent></w:sdt>"
    assert embedded(control)[1] == (Embedded(9, 24, "field", IDS, ADEYEMI),)


def endnote(issue: str) -> Fields:
    return Fields(
        type="article-journal",
        title="The olecranal nerve",
        author=ADEYEMI.author,
        container_title="J Elbows",
        issued=Date(((2016,),)),
        volume="7",
        issue=issue,
        page="1-9",
    )


def test_a_field_of_endnote_gives_its_works_from_its_code_or_from_what_it_carries() -> None:
    expected = (Embedded(9, 13, "field", IDS, endnote("2")), Embedded(9, 13, "field", Ids(), OKOYE))
    assert embedded(field(escaped(f" ADDIN EN.CITE {ENDNOTE}"), "1, 2"))[1] == expected
    whole, part = packed(ENDNOTE), packed(ENDNOTE)[:100]
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:fldData>{part}</w:fldData></w:fldChar></w:r>'
    code = "<w:r><w:instrText> ADDIN EN.CITE </w:instrText></w:r>" + field(" ADDIN EN.CITE.DATA ", "", whole)
    end = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("1, 2")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    document, works = embedded(begin + code + end)
    assert (document.text, works) == ("So it is 1, 2.", expected)


def test_a_work_that_is_cited_again_is_the_same_and_one_that_differs_is_another() -> None:
    later = ENDNOTE.replace("Olec.7", "Olec.8")
    cited = CitedWorks()
    works = [cited.of_code(f"ADDIN EN.CITE {code}", "")[0] for code in (ENDNOTE, later, ENDNOTE)]
    assert [ids.doi for ids, _ in works] == ["10.5555/olec.7", "10.5555/olec.8", "10.5555/olec.7"]
    items = [cited.of_code(f"ADDIN CSL_CITATION {code}", "") for code in (CSL, CSL.replace("Olec.7", "Olec.8"), CSL)]
    assert [[ids.doi for ids, _ in item] for item in items] == [
        ["10.5555/olec.7"],
        ["10.5555/olec.8"],
        ["10.5555/olec.7"],
    ]


def test_an_accession_number_of_another_database_is_no_pmid() -> None:
    other = ENDNOTE.replace("NLM", "Ovid").replace("<urls/>", "")
    assert CitedWorks().of_code(f"ADDIN EN.CITE {other}", "")[0][0] == Ids(pmcid="PMC9900001", doi="10.5555/olec.7")
    address = "<urls><related-urls><url>https://www.ncbi.nlm.nih.gov/pubmed/99000002</url></related-urls></urls>"
    assert CitedWorks().of_code(f"ADDIN EN.CITE {other.replace('<pages>', address + '<pages>')}", "")[0][0].pmid == (
        "99000002"
    )


def test_a_citation_of_word_gives_the_works_of_its_sources() -> None:
    sources = (
        "<b:Source><b:Tag>Ade16</b:Tag><b:Title>The olecranal nerve</b:Title><b:Year>2016</b:Year>"
        "<b:Volume>7</b:Volume>"
        "<b:JournalName>J Elbows</b:JournalName><b:Pages>1-9</b:Pages>"
        "<b:StandardNumber>10.5555/Olec.7</b:StandardNumber>"
        "<b:Author><b:Author><b:NameList><b:Person><b:Last>Adeyemi</b:Last><b:First>Tunde</b:First></b:Person>"
        "</b:NameList></b:Author></b:Author></b:Source><b:Source><b:Tag>WHO</b:Tag><b:Author><b:Author>"
        "<b:Corporate>World Elbow Organisation</b:Corporate></b:Author></b:Author></b:Source>"
    )
    _, works = embedded(field(r"CITATION Ade16 \l 1033 \m WHO \m Unknown", "(1, 2)"), sources=sources)
    first = Fields(
        title="The olecranal nerve",
        author=ADEYEMI.author,
        container_title="J Elbows",
        issued=Date(((2016,),)),
        volume="7",
        page="1-9",
    )
    assert [(work.ids, work.fields.title, work.fields.author) for work in works] == [
        (Ids(doi="10.5555/olec.7"), first.title, first.author),
        (Ids(), "", works[1].fields.author),
    ]
    assert works[0].fields == first
    assert works[1].fields.author != ()


def test_a_placeholder_of_citavi_gives_its_works() -> None:
    reference = {
        "Title": "The olecranal nerve",
        "Authors": [{"FirstName": "Tunde", "LastName": "Adeyemi"}],
        "Periodical": {"Name": "J Elbows"},
        "Year": "2016",
        "Volume": "7",
        "Doi": "10.5555/Olec.7",
        "PubMedId": "99000001",
    }
    code = "ADDIN CitaviPlaceholder{" + packed(json.dumps({"Entries": [{"Reference": reference}, {}]})) + "}"
    fields = Fields(
        title="The olecranal nerve",
        author=ADEYEMI.author,
        container_title="J Elbows",
        issued=Date(((2016,),)),
        volume="7",
    )
    assert CitedWorks().of_code(code, "") == [(Ids(pmid="99000001", doi="10.5555/olec.7"), fields)]


@pytest.mark.parametrize(
    "code",
    [
        "ADDIN ZOTERO_ITEM CSL_CITATION",
        'ADDIN CSL_CITATION {"citationItems": 3}',
        'ADDIN CSL_CITATION {"citationItems": [3, {"itemData": 3}, {"itemData": {"DOI": [1]}}]',
        "ADDIN CSL_CITATION " + '{"a":' * 5000,
        "ADDIN EN.CITE <EndNote><Cite></EndNote>",
        "ADDIN CitaviPlaceholder{abc}",
        'ADDIN CitaviPlaceholder{' + packed('{"Entries": [1]}') + "}",
        "ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY",
    ],
)  # fmt: skip
def test_a_code_that_is_broken_names_nothing(code: str) -> None:
    assert [work for work in CitedWorks().of_code(code, "not base64 é") if work != (Ids(), Fields())] == []


def test_a_deleted_field_names_nothing_and_a_field_is_one_citation_with_the_number_it_shows() -> None:
    code = escaped(f"ADDIN ZOTERO_ITEM CSL_CITATION {CSL}")
    gone = f"<w:del>{field(code, '').replace('instrText', 'delInstrText')}</w:del>"
    document, works = embedded("word ", gone, field(code, raised("3")))
    assert len(works) == 1
    found = scan(document)
    assert [(one.form, one.ids, one.numbers) for one in found] == [("field", IDS, (3,))]


NOTES = (
    '<w:endnote w:id="2"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:endnote>'
    '<w:endnote w:id="3"><w:p><w:r><w:t>Dunn O. Steps in winter. J Knees. 2021;6:21-29.</w:t></w:r></w:p></w:endnote>'
)


@pytest.mark.parametrize(
    ("note", "numbers"),
    [
        ("Berg J. Walking and resting. J Knees. 2020;5:11-19.", []),
        ("Adeyemi T. The olecranal nerve. J Elbows. 2016;7:1-9.", [1]),
    ],
)
def test_a_field_means_the_entry_of_its_number_only_where_that_may_be_its_work(note: str, numbers: list[int]) -> None:
    marks = "".join(f'<w:r><w:endnoteReference w:id="{each}"/></w:r>' for each in (2, 3))
    code = escaped(f"ADDIN ZOTERO_ITEM CSL_CITATION {CSL}")
    file = docx(p("It is so", field(code, "[1,2]"), " and so", marks), endnotes=NOTES.format(note))
    found = scan(read("a.docx", file))
    entries = {one.id: one.number for one in found if one.in_list}
    assert [[entries[each] for each in one.cites] for one in found if one.form == "field"] == [numbers]
