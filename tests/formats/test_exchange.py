"""Which format a text is of is told by the text. The works are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.errors import StoreError
from cluneal_lit.formats import exchange
from cluneal_lit.formats.databases import database
from cluneal_lit.model import Fields, Ids, Record

SAMPLES = {
    "ris": "TY  - JOUR\nTI  - An invented work\nAB  - One\n@article{no, title={x}}\nER  - \n",
    "nbib": "\nPMID- 17\nTI  - An invented work\n",
    "bibtex": "% own\n@article{a, title={An invented work}}\n",
    "csl": '[{"id": "a", "title": "An invented work"}]',
    "endnote": '<?xml version="1.0"?><xml><records><record><titles><title>A</title></titles></record></records></xml>',
    "pubmed": '<?xml version="1.0"?>\n<!DOCTYPE PubmedArticleSet SYSTEM "y">\n<PubmedArticleSet></PubmedArticleSet>',
    "enw": "%0 Journal Article\n%T An invented work\n",
    "wos": "\ufeffFN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nTI An invented work\nER\n\nEF",
    "csv": "id;author;title;year\n1;Muster A;An invented work;2019\n",
}


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("file", ["export.txt", "export", "export.xml"])
def test_the_content_tells_the_format(name: str, file: str) -> None:
    assert exchange.kind(SAMPLES[name], file) == name


def test_a_cell_of_a_table_may_begin_its_lines_as_tags_do() -> None:
    text = 'title,abstract,year\nA,"One\nPMID- 17\nTY  - JOUR\n@article{x,",2019\n'
    assert exchange.kind(text, "a.txt") == "csv"


def test_a_name_counts_where_the_text_does_not_say() -> None:
    assert exchange.kind("TI  - An invented work\n", "mine.ris") == "ris"
    assert exchange.kind("\ufeff \n", "mine.txt") == ""


@pytest.mark.parametrize(
    ("text", "file"),
    [("Only words.", "a.txt"), ("a,b\n1,2\n", "a.csv"), ("<html></html>", "a.html"), ("<article/>", "a.xml")],
)
def test_what_is_no_bibliography_is_told(text: str, file: str) -> None:
    with pytest.raises(StoreError, match=rf"^{file}: is no bibliography that is read; export it as one of BibTeX, RIS"):
        exchange.read(text, file)


@pytest.mark.parametrize("suffix", [suffix for form in exchange.FORMATS.values() for suffix in form.suffixes])
@pytest.mark.parametrize("text", ["hello world, this is a note\n", "\x89PNG\n\x1a\n"])
def test_a_suffix_alone_makes_no_bibliography(suffix: str, text: str) -> None:
    with pytest.raises(StoreError, match=f"^a{suffix}: "):
        exchange.read(text, f"a{suffix}")


@pytest.mark.parametrize(
    ("text", "file"),
    [
        ("% Encoding: UTF-8\n\n% mine\n", "a.bib"),
        ("@comment{x}\n", "a.bib"),
        ("[]", "a.json"),
        ('{"items": []}', "a.json"),
    ],
)
def test_a_bibliography_may_be_empty(text: str, file: str) -> None:
    assert exchange.read(text, file) == ((), ())


@pytest.mark.parametrize("text", ['{"a": 1}', "[1, 2]", "7"])
def test_other_json_is_told(text: str) -> None:
    with pytest.raises(StoreError, match=r"^a\.json: .*is no bibliography that is read"):
        exchange.read(text, "a.json")


def test_pubmeds_xml_is_not_read_as_nothing() -> None:
    with pytest.raises(StoreError):
        exchange.read(SAMPLES["pubmed"], "a.xml")


@pytest.mark.parametrize(
    ("custom", "name"),
    [
        ({"DB": "Ovid MEDLINE(R)", "DP": "Ovid Technologies"}, "Ovid MEDLINE(R)"),
        ({"DP": "Ovid Technologies"}, "Ovid Technologies"),
        ({"DB": ["Embase", "Medline"]}, "Embase"),
        ({"remote-database-name": "Scopus"}, "Scopus"),
        ({"UT": "WOS:000430002200004"}, "Web of Science"),
        ({"UT": "MEDLINE:17"}, "MEDLINE"),
        ({"EID": "2-s2.0-1"}, "Scopus"),
        ({"OWN": "NLM"}, "PubMed"),
        ({"OWN": "ERIC"}, "ERIC"),
        ({"OWN": "NLM", "GN": ["kept", "database: Embase"]}, "Embase"),
        ({"database": "50\\% of mine.ris\nEmbase", "read as": "bibtex"}, "50% of mine.ris"),
        ({"N1": "none"}, ""),
    ],
)
def test_the_database_is_that_which_the_file_names(custom: dict[str, object], name: str) -> None:
    assert database(Record(1, "library", "a#b", Ids(), Fields(), custom=custom)) == name


NOBODY = (
    ("csv", "Authors,Title,Abstract\n{0},An invented work,{1}\n", "Authors", "Abstract"),
    ("ris", "TY  - JOUR\nTI  - An invented work\nAU  - {0}\nAB  - {1}\nER  - \n", "AU", "AB"),
    ("bibtex", "@article{{a, title={{An invented work}}, author={{{0}}}, abstract={{{1}}}}}", "author", "abstract"),
)


@pytest.mark.parametrize(("name", "text", "author", "abstract"), NOBODY)
def test_what_says_that_there_is_none_is_no_author_and_no_abstract(
    name: str, text: str, author: str, abstract: str
) -> None:
    said = ("[No author name available]", "[No abstract available]")
    ((record,), _) = exchange.read(text.format(*said), "a.txt")
    assert (record.fields.author, record.abstract) == ((), ())
    assert (record.custom[author], record.custom[abstract]) == said
