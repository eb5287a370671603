"""Tables become records. The works are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.formats.csv_read import read
from cluneal_lit.formats.databases import database
from cluneal_lit.model import Date, Fields, Ids, Name, Pages, Record, Section


def test_a_row_is_read_whole() -> None:
    text = (
        "id,entrytype,author,title,year,journal,volume,number,pages,doi,pmid,isbn,abstract,url,language,source\n"
        'r1,article,"Muster, Anna B. and Example, J. and Group, A","Nerves, invented.",2019,J Invent Find,7,2,25--32,'
        '10.5555/A,99999901,"0000-0019 (Print)0000-0027","What was\nfound.",https://example.org/a,en,crossref\n'
    )
    assert read(text, "a.csv") == (
        (
            Record(
                format=1,
                source="library",
                id="a.csv#r1",
                ids=Ids(pmid="99999901", doi="10.5555/a"),
                fields=Fields(
                    type="article-journal",
                    title="Nerves, invented",
                    author=(
                        Name(family="Muster", given="Anna B."),
                        Name(family="Example", given="J."),
                        Name(family="Group", given="A"),
                    ),
                    container_title="J Invent Find",
                    issued=Date(((2019,),)),
                    volume="7",
                    issue="2",
                    page="25--32",
                    language="en",
                    url="https://example.org/a",
                ),
                pages=Pages("25--32", "25", "32"),
                issn=("0000-0019", "0000-0027"),
                abstract=(Section("What was found."),),
                custom={"entrytype": "article", "source": "crossref"},
            ),
        ),
        (),
    )


def test_scopus_is_read_with_its_columns() -> None:
    text = (
        '"Authors","Author full names","Title","Year","Source title","Volume","Issue","Art. No.","Page start",'
        '"Page end","DOI","Document Type","Source","EID"\n'
        '"Muster A.; Example J.","Muster, Anna (57000000001); Example, John (57000000002)","Nerves","2019",'
        '"Journal of Invented Findings","7","2","e12","","","10.5555/a","Review","Scopus","2-s2.0-1"\n'
    )
    (record,) = read(text, "scopus.csv")[0]
    assert record.fields == Fields(
        type="article-journal",
        title="Nerves",
        author=(Name(family="Muster", given="A."), Name(family="Example", given="J.")),
        container_title="Journal of Invented Findings",
        issued=Date(((2019,),)),
        volume="7",
        issue="2",
        number="e12",
    )
    assert record.custom == {
        "Author full names": "Muster, Anna (57000000001); Example, John (57000000002)",
        "Document Type": "Review",
        "Source": "Scopus",
        "EID": "2-s2.0-1",
    }


def test_pubmed_is_read_with_its_columns() -> None:
    text = (
        "PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI\n"
        '99999901,Nerves.,"Muster A, Example J.",J Invent Find. 2019;7:25.,Muster A,J Invent Find,2019,2019/03/28,'
        "PMC9999901,,10.5555/a\n"
    )
    (record,) = read(text, "csv-set.csv")[0]
    assert (record.id, record.ids) == (
        "csv-set.csv#99999901",
        Ids(pmid="99999901", pmcid="PMC9999901", doi="10.5555/a"),
    )
    assert record.fields.author == (Name(family="Muster", given="A"), Name(family="Example", given="J"))
    assert record.custom == {
        "Citation": "J Invent Find. 2019;7:25.",
        "First Author": "Muster A",
        "Create Date": "2019/03/28",
    }


def test_what_is_no_identifier_or_date_is_kept_as_written() -> None:
    (record,) = read("title;doi;year;publication date;note\nNerves;in press;2019;2018-03-28;n;more\n", "a.csv")[0]
    assert record.fields.issued == Date(((2019,),))
    assert record.custom == {
        "doi": "in press",
        "publication date": "2018-03-28",
        "note": "n",
        "column 6": "more",
    }


def test_a_quote_that_is_never_closed_costs_its_row_alone() -> None:
    text = 'id,title,year\n1,"Nerves, invented",2019\n2,"Pain,2020\n3,Third,2021\n'
    assert [(record.id, record.fields.title) for record in read(text, "a.csv")[0]] == [
        ("a.csv#1", "Nerves, invented"),
        ("a.csv#2", '"Pain'),
        ("a.csv#3", "Third"),
    ]


@pytest.mark.parametrize(
    ("author", "given"),
    [
        ("Adler K.Lehn G. F.", ["K.", "G.F."]),
        ("Adler, K. and Lehn, Gustav F. F.", ["K.", "Gustav F. F."]),
        ("Adler K, Lehn GF", ["K", "GF"]),
        ("Adler, K.; Lehn, Gustav", ["K.", "Gustav"]),
        ("Karl Adler and Gustav Lehn", ["Karl", "Gustav"]),
        ("K Adler, GF Lehn", ["K", "GF"]),
    ],
)
def test_authors_are_parted_as_they_are_written(author: str, given: list[str]) -> None:
    (record,) = read(f'title,author,year\nNerves,"{author}",2019\n', "a.csv")[0]
    families = ("Adler", "Lehn")
    assert record.fields.author == tuple(map(Name, families, given))


def test_web_of_science_has_keywords_in_its_column_of_ids() -> None:
    text = "PT\tAU\tTI\tSO\tID\tPY\tUT\nJ\tAdler, K\tNerves\tJ INVENT FIND\tPAIN\t2019\tWOS:000999990000001\n"
    (record,) = read(text, "a.tsv")[0]
    assert (record.id, database(record)) == ("a.tsv#WOS:000999990000001", "Web of Science")
    assert record.custom == {"PT": "J", "ID": "PAIN", "UT": "WOS:000999990000001"}


def test_where_a_work_stands_is_no_database() -> None:
    text = (
        "Title,Source title,Source,Publication Year,Date of Publication,Embase Accession ID\n"
        "Nerves,Invented Journal,Invented Journal (2019) 7:2 (25-32),2019,1 April 2019,L699990001\n"
    )
    (record,) = read(text, "a.csv")[0]
    assert (record.fields.container_title, database(record)) == ("Invented Journal", "Embase")
    assert record.fields.issued == Date(((2019, 4, 1),))


def test_what_a_program_writes_where_it_has_no_number_is_none() -> None:
    text = "Title,Authors,Source,Year,Volume,Issue,StartPage,EndPage\nNerves,K Adler,Invented J,2019,0,0,0,0\n"
    (record,) = read(text, "pop.csv")[0]
    assert (record.fields.volume, record.fields.issue, record.fields.page, record.custom) == ("", "", "", {})


def test_zotero_keeps_numbers_in_extra() -> None:
    text = 'Key,Title,DOI,Extra\nABCD,Nerves,10.5555/a,"PMID: 99999901\nPMCID: PMC9999901\ntex.note: mine"\n'
    (record,) = read(text, "a.csv")[0]
    assert record.ids == Ids(doi="10.5555/a", pmid="99999901", pmcid="PMC9999901")
    assert record.custom == {"Extra": "PMID: 99999901\nPMCID: PMC9999901\ntex.note: mine"}


@pytest.mark.parametrize(
    ("text", "key", "url"),
    [
        (
            "NCT Number,Study Title,Study URL\nNCT99999901,Nerves,https://clinicaltrials.gov/study/NCT99999901\n",
            "NCT99999901",
            "https://clinicaltrials.gov/study/NCT99999901",
        ),
        ("TrialID,Public title,url\nISRCTN99999901,Nerves,https://x.org/\n", "ISRCTN99999901", "https://x.org/"),
    ],
)
def test_registers_of_trials_are_read(text: str, key: str, url: str) -> None:
    (record,) = read(text, "a.csv")[0]
    assert (record.id, record.fields.title, record.fields.url) == (f"a.csv#{key}", "Nerves", url)


def test_heads_may_be_of_other_languages() -> None:
    text = "Titel;Autoren;Zeitschrift;Jahr;Band;Heft;Seiten\nNerven;Adler K;Erfundene Zeitung;2019;7;2;25-32\n"
    (record,) = read(text, "a.csv")[0]
    said = record.fields
    assert (said.container_title, said.volume, said.issue, said.page) == ("Erfundene Zeitung", "7", "2", "25-32")


def test_a_word_of_another_format_is_no_field() -> None:
    text = "id,title,author,year,source,UT,SO,read as\na,Nerves,K Adler,2019,Scopus,WOS:1,Else,bibtex\n"
    (record,) = read(text, "a.csv")[0]
    assert (record.id, record.fields.container_title) == ("a.csv#a", "")
    assert record.custom == {"source": "Scopus", "UT": "WOS:1", "SO": "Else", "read as": "bibtex"}


def test_editors_keep_their_dots_as_authors_do() -> None:
    (record,), _ = read('title,author,editor\nNerves,"Roe, A.","Doe, E."\n', "a.csv")
    assert (record.fields.author, record.fields.editor) == ((Name("Roe", "A."),), (Name("Doe", "E."),))
