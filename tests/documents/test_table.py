"""CSV and its kin become documents. The tables are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.citations import scan
from cluneal_lit.documents import read
from cluneal_lit.documents.table import parting
from cluneal_lit.model import Citation, Date, Fields, Ids, Name, Place


def cited(table: str, path: str = "a.csv") -> tuple[Citation, ...]:
    return scan(read(path, table.encode()))


def places(table: str, path: str = "a.csv") -> list[tuple[tuple[str, ...], Place]]:
    return [(one.ids.keys(), one.place) for one in cited(table, path)]


@pytest.mark.parametrize("sign", ["\t", ";", ",", "|"])
def test_the_sign_that_parts_is_told(sign: str) -> None:
    table = sign.join(("Study", "Doses, mg; day", "PMID")) + "\n" + sign.join(("Isu", '"1, 2; 3|4"', "29656623")) + "\n"
    if sign != "\t":
        table = table.replace("Doses, mg; day", '"Doses, mg; day"')
    assert parting(table) == sign
    assert [ids for ids, _ in places(table)] == [("pmid:29656623",)]


def test_the_sign_is_told_also_from_a_first_line_without_end() -> None:
    document = read("a.csv", f"PMID,{'x' * 100_001}\n29656623,y\n".encode())
    assert document.text == f"PMID\t{'x' * 100_001}\n29656623\ty\n"


def test_a_sign_that_is_named_counts() -> None:
    assert places("sep=;\na,b;PMID\n1,2;29656623\n") == [(("pmid:29656623",), Place(3, 5))]


def test_text_and_places_of_quoted_cells() -> None:
    table = 'Note,PMID,"n"\n"two\nlines, ""quoted"" doi:10.1000/a",29656623,1\nx,11097678,2\n'
    document = read("a.csv", table.encode())
    assert document.text == 'Note\tPMID\tn\ntwo lines, "quoted" doi:10.1000/a\t29656623\t1\nx\t11097678\t2\n'
    at = document.text.index
    assert [document.place(at(word)) for word in ("two", "lines", "29656623", "11097678", "2\n")] == [
        Place(2, 2),
        Place(3, 1),
        Place(3, 34),
        Place(4, 3),
        Place(4, 12),
    ]


def test_a_quote_that_is_never_closed_is_a_sign_like_others() -> None:
    assert places('Width,PMID\n"5 in,29656623\n6 in,11097678\n') == [
        (("pmid:29656623",), Place(2, 7)),
        (("pmid:11097678",), Place(3, 6)),
    ]


@pytest.mark.parametrize("path", ["pmids.csv", "pmids.txt"])
def test_a_list_of_one_column_is_read_below_its_head(path: str) -> None:
    assert places("PMID\n29656623\n11097678\n", path) == [
        (("pmid:29656623",), Place(2, 1)),
        (("pmid:11097678",), Place(3, 1)),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "29656623\n11097678\n",
        "Order,Telephone\n29656623,11097678\n",
        "Number\n29656623\n",
        "PMID,n\nnone,12345678\n",
        "Title,Year,Director\nThe Nerve,2018,T. Isu\n",
        "Title,Price\nCluneal nerves,29656623\n",
    ],
)
def test_numbers_without_a_head_that_says_so_are_nothing(table: str) -> None:
    assert cited(table) == ()


def test_what_a_spreadsheet_made_of_numbers_is_read_where_it_is_exact() -> None:
    found = cited("Study,PMID\na,29656623.0\nb,2.9656623E+07\nc,2.97E+07\nd,\ne,123456789\n")
    assert [(one.ids.keys(), one.malformed) for one in found] == [
        (("pmid:29656623",), ()),
        (("pmid:29656623",), ()),
        ((), ("PMID 2.97E+07",)),
        ((), ("123456789",)),
    ]


def test_columns_of_other_identifiers_are_read() -> None:
    rows = "a;5944640;;;NCT01234567\nb;;1806.05726v2;;\nc;;;9780306406157;\nd;;;9780306406158;\n"
    found = cited(f"Study;PMC ID;arXiv;ISBN;Trial\n{rows}")
    assert [(one.ids.keys(), one.malformed) for one in found] == [
        (("pmcid:PMC5944640", "nct:NCT01234567"), ()),
        (("arxiv:1806.05726",), ()),
        (("isbn:9780306406157",), ()),
        ((), ("ISBN 9780306406158",)),
    ]


def test_a_whole_reference_is_its_cell_and_what_stands_beside_it_its_identifier() -> None:
    isu = '"Isu T, Kim K. Nerves. Neurospine. 2018;15:25-32."'
    found = cited(f"Ref,Reason,Date,DOI\n{isu},old,2020-01-01,10.1000/isu\nKim 2019,new,2020-01-02,10.1000/kim.19\n")
    assert [(one.raw, one.form, one.in_list, one.ids.keys(), one.place) for one in found] == [
        ("Isu T, Kim K. Nerves. Neurospine. 2018;15:25-32.", "reference", True, ("doi:10.1000/isu",), Place(2, 2)),
        ("10.1000/kim.19", "doi", False, ("doi:10.1000/kim.19",), Place(3, 25)),
    ]
    assert (found[0].fields.title, found[0].fields.container_title) == ("Nerves", "Neurospine")


@pytest.mark.parametrize(
    ("row", "ids"),
    [
        (
            '"29656623, 11097678; 17","10.1000/a; 10.1000/b"',
            ["pmid:29656623", "pmid:11097678", "pmid:17", "doi:10.1000/a", "doi:10.1000/b"],
        ),
        ('"29656623, 11097678",10.1000/a;10.1000/b', ["pmid:29656623 doi:10.1000/a", "pmid:11097678 doi:10.1000/b"]),
        ("29656623,https://doi.org/10.1000/a", ["pmid:29656623 doi:10.1000/a"]),
        ('"29,656,623",-', [""]),
    ],
)
def test_several_identifiers_in_a_cell_are_as_many_works(row: str, ids: list[str]) -> None:
    assert [" ".join(one.ids.keys()) for one in cited(f"PMIDs,DOI link\n{row}\n")] == ids


def test_the_title_of_a_row_is_that_of_the_identifiers_that_stand_alone() -> None:
    found = cited('Title,PMID,DOI\nNerves,"29656623; 11097678",10.1000/a\n')
    assert [(one.fields.title, one.ids.keys()) for one in found] == [
        ("Nerves", ("doi:10.1000/a",)),
        ("", ("pmid:29656623",)),
        ("", ("pmid:11097678",)),
    ]


def test_a_number_whose_digits_are_grouped_is_told() -> None:
    assert [one.malformed for one in cited('n,PMID\n1,"31,234,572"\n')] == [("PMID 31,234,572",)]


def test_the_number_below_a_head_at_the_lines_end_is_no_pmcid() -> None:
    assert places("Row,n,PMCID\n29656623,1,PMC5944640\n") == [(("pmcid:PMC5944640",), Place(2, 12))]


ISU = Fields(
    title="Superior and middle cluneal nerve entrapment",
    author=(Name(family="Isu", given="T"), Name(family="Kim", given="K")),
    container_title="Neurospine",
    issued=Date(((2018,),)),
    volume="15",
    page="25-32",
)
PUBMED = """PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,Create Date,PMCID,NIHMS ID,DOI
"29656623","Superior and middle cluneal nerve entrapment.","Isu T, Kim K.","Neurospine. 2018","Isu T","Neurospine",\
"2018","2018/04/17","PMC5944640","","10.14245/ns.1836024.012"
"""
SCOPUS = """"Authors","Title","Year","Source title","Volume","Page start","Page end","Cited by","DOI","PubMed ID"
"Isu, T.; Kim, K.","Superior and middle cluneal nerve entrapment",2018,"Neurospine","15","25","32",54,\
"10.14245/ns.1836024.012",29656623
"""
SCIENCE = (
    "PT\tAU\tTI\tSO\tCR\tPY\tVL\tBP\tEP\tDI\tPM\n"
    "J\tIsu, T; Kim, K\tSuperior and middle cluneal nerve entrapment\tNeurospine\tTalu GK, 2000, DOI 10.1000/other"
    "\t2018\t15\t25\t32\t10.14245/ns.1836024.012\t29656623\n"
)


def test_rows_of_pubmeds_export_are_works() -> None:
    one, *others = cited(PUBMED)
    assert not others and (one.form, one.in_list, one.place) == ("reference", True, Place(2, 2))
    assert one.ids == Ids("29656623", "PMC5944640", "10.14245/ns.1836024.012")
    assert (one.fields.title, one.fields.author, one.fields.issued) == (ISU.title, ISU.author, ISU.issued)


def test_rows_of_scopus_are_works() -> None:
    found = [(one.ids, one.fields) for one in cited(SCOPUS)]
    spelt = tuple(Name(family=name.family, given=f"{name.given}.") for name in ISU.author)
    assert found == [
        (Ids(pmid="29656623", doi="10.14245/ns.1836024.012"), Fields(**{**fields(ISU), "author": spelt})),
    ]


def test_what_a_work_of_a_list_cites_is_no_citation_of_the_list() -> None:
    found = [(one.ids, one.fields) for one in cited(SCIENCE, "savedrecs.txt")]
    assert found == [(Ids(pmid="29656623", doi="10.14245/ns.1836024.012"), ISU)]


def fields(one: Fields) -> dict[str, object]:
    return {name: getattr(one, name) for name in one.__struct_fields__}


@given(st.text(alphabet='a1,;\t|"\n \x85', max_size=60))
def test_whatever_the_text_every_value_stands_where_its_place_says(table: str) -> None:
    document = read("a.csv", table.encode())
    lines = table.split("\n")
    for offset, sign in enumerate(document.text):
        if sign in "a1":
            place = document.place(offset)
            assert place.line and place.column
            assert '"' in lines[place.line - 1] or lines[place.line - 1][place.column - 1] == sign


@pytest.mark.parametrize("head", ["DOI,Title", "DOI,PMID"])
@pytest.mark.parametrize(
    "cell",
    [
        "doi: 10.1016/j.jpain.2020.01.002.",
        "10.1016/j.jpain.2020.01.002.",
        '"10.1016/j.jpain.2020.01.002,"',
        "DOI 10.1016/j.jpain.2020.01.002;",
        "https://doi.org/10.1016/j.jpain.2020.01.002/",
        "https://doi.org/10.1016/j.jpain.2020.01.002?via=x",
        "(10.1016/j.jpain.2020.01.002)",
        "(doi: 10.1016/j.jpain.2020.01.002).",
        "<https://doi.org/10.1016/j.jpain.2020.01.002>.",
    ],
)
def test_the_doi_of_a_cell_ends_as_one_does_in_a_text(cell: str, head: str) -> None:
    found = cited(f"{head}\n{cell},{'T' if 'Title' in head else ''}\n")
    assert [(one.ids.keys(), one.malformed) for one in found] == [(("doi:10.1016/j.jpain.2020.01.002",), ())]


def test_dois_of_a_cell_end_as_they_do_in_a_text() -> None:
    found = cited('PMID,DOI\n,"doi:10.1000/abc.12; 10.1000/abc.13."\n')
    assert [one.ids.keys() for one in found] == [("doi:10.1000/abc.12",), ("doi:10.1000/abc.13",)]


@pytest.mark.parametrize("head", ["Identifiant PubMed", "Numéro PubMed", "PMID号", "Identificador PubMed (PMID)"])
def test_heads_say_what_stands_below_in_other_languages(head: str) -> None:
    assert [one.ids.keys() for one in cited(f"Name;{head}\na;29656623\n")] == [("pmid:29656623",)]


@pytest.mark.parametrize("head", ["PubMed", "PubMed hits", "PMID count", "Number", "PMC", "Medline"])
def test_heads_that_only_speak_of_a_database_say_nothing(head: str) -> None:
    assert cited(f"Name;{head}\na;29656623\n") == ()


def test_a_number_with_a_decimal_comma_is_one_number() -> None:
    table = "PMID;DOI\n2,9656623E7;10.1000/walk.2011.04\n2,97E+07;10.1000/walk.2011.05\n"
    assert [one.ids.keys() for one in cited(table)] == [
        ("pmid:29656623", "doi:10.1000/walk.2011.04"),
        ("doi:10.1000/walk.2011.05",),
    ]


def test_the_number_in_the_row_below_a_head_is_none_of_its() -> None:
    assert [(one.ids.keys(), one.malformed) for one in cited("No;ISBN-13\n21999998;9780306406157\n")] == [
        (("isbn:9780306406157",), ())
    ]


def test_a_doi_at_the_end_of_a_row_does_not_go_on_in_the_next() -> None:
    found = cited("No;DOI\n23;10.1016/j.walk.2018.04.\n24;10.1000/walk.2011.05\n")
    assert [one.ids.keys() for one in found] == [("doi:10.1016/j.walk.2018.04",), ("doi:10.1000/walk.2011.05",)]


def test_a_doi_that_is_cut_off_takes_no_number_of_the_next_row() -> None:
    found = cited("PMID,Notes\n21999998,https://doi.org/10.1016/j.walk.\n21999997\n")
    assert [(one.ids.keys(), one.malformed) for one in found] == [
        (("pmid:21999998",), ()),
        ((), ("https://doi.org/10.1016/j.walk",)),
        (("pmid:21999997",), ()),
    ]


def test_a_row_of_a_table_of_ours_cites_its_work_and_none_that_its_notices_name() -> None:
    ties = "retraction 2016-04-02 doi:10.5555/wrist.9 (publisher),has-preprint doi:10.5555/wrist.2 (subject)"
    row = f"o,Invented wrists,10.5555/wrist.1,RETRACTED. Retraction in: PMID: 90000009.,{ties},see PMID 90000008"
    heads = "id,title,doi,notice,updated-by,relation,note"
    assert [one.ids.keys() for one in cited(f"{heads},read as\n{row},csl\n")] == [("doi:10.5555/wrist.1",)]
    assert [one.ids.keys() for one in cited(f"{heads}\n{row}\n")] == [
        ("pmid:90000008", "doi:10.5555/wrist.1"),
        ("doi:10.5555/wrist.2",),
    ]
    assert [one.malformed for one in cited(f"{heads},read as\no,Invented wrists,10.5555,,,,,csl\n")] == [("10.5555",)]
