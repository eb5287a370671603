"""Tables whose column says that its numbers are PMIDs. The tables are invented."""

from __future__ import annotations

import pytest

from tests.citations.found import cited, ids

ISU = "Isu T, Kim K. Cluneal nerve entrapment. Neurospine. 2018;15:25-32."
TALU = "Talu GK, Talu U. Superior cluneal nerve entrapment. Reg Anesth Pain Med. 2000;25:648-50."


@pytest.mark.parametrize(
    ("path", "table"),
    [
        (
            "a.html",
            "<table><tr><th>Study<th>PMID<th>n<tr><td>Isu<td>29656623<td>54<tr><td>Talu<td>11097678<td>1</table>",
        ),
        (
            "a.html",
            "<table><tr><td>Study</td><td><p>PubMed ID</p></td></tr><tr><td>Isu</td><td><p>29656623</p></td></tr>"
            "<tr><td>Talu</td><td><p>11097678</p></td></tr></table><p>12345678",
        ),
        (
            "a.md",
            "| Study | **PMID** |\n|---|---|\n| Isu | 29656623 |\n| None | - |\n| Talu | 11097678 |\n\n12345678\n",
        ),
        (
            "a.md",
            "<table>\n<tr><th rowspan=2>No</th><th colspan='2'>Found</th></tr>\n<tr><th>n</th><th>PMID</th></tr>\n"
            "<tr><td rowspan=2>200001</td><td>300001</td><td><a href='x'>29656623</a></td></tr>\n"
            "<tr><td>300002</td><td>**11097678**</td></tr>\n<tr><td>1</td><td>300003</td><td>n = 12345"
            "</td></tr>\n</table>\n\n<table><tr><td>1</td><td>1</td><td>12345678</td></tr></table>\n",
        ),
        (
            "a.md",
            "<TABLE><TR><TD>PMID</TD><TD>n</TD></TR><TR><TD></TD><TD>123456</TD></TR>"
            "<TR><TD>29656623</TD><TD>54</TD></TR><TR><TD>11097678</TD><TD>1</TD></TR></TABLE>\n",
        ),
        ("a.html", "<table><tr><th><th>PMID<tr><th>0<td>29656623<tr><th><td>11097678</table>"),
        ("a.txt", "Study\tPMIDs\nIsu\t29656623; 11097678\nNone\tn = 12345\n"),
    ],
)
def test_numbers_below_the_head_are_pmids(path: str, table: str) -> None:
    assert ids(table, path) == [("pmid:29656623",), ("pmid:11097678",)]


def test_a_table_of_references_has_their_pmids() -> None:
    rows = f"<tr><td>1<td>{ISU}<td>29656623<tr><td>2<td>{TALU}<td><a href=x>11097678</a>"
    found = cited(f"<table><tr><th>#<th>Reference<th>PMID{rows}</table>", "a.html")
    assert [(one.form, one.number, one.ids.keys()) for one in found] == [
        ("reference", 1, ("pmid:29656623",)),
        ("reference", 2, ("pmid:11097678",)),
    ]


@pytest.mark.parametrize(
    "table",
    [
        "Database\tPubMed\tEmbase\nHits\t12345\t23456\n",
        "Study\tPMID\n1\tnone\n",
        "Study\tPMID\nIsu\t1234\n\nThe trial had 12345678 cells.\tand 23456789\n".replace("\tand", " and"),
        "PMID stands here\n12345678\n",
    ],
)
def test_other_numbers_are_none(table: str) -> None:
    assert [each for each in ids(table) if each] == []


def test_what_stands_in_the_column_of_dois_and_is_none_is_malformed() -> None:
    table = "title,doi,pmid\nNerves,10.1016/,29656623\nOthers,10.10O2/abc,29656624\nBacks,10.1000/354626,\n"
    found = [(one.malformed, one.ids.keys()) for one in cited(table, "a.csv")]
    assert found == [
        (("10.1016/",), ("pmid:29656623",)),
        (("10.10O2/abc",), ("pmid:29656624",)),
        ((), ("doi:10.1000/354626",)),
    ]


@pytest.mark.parametrize(
    "below",
    [
        "\nPhone,Name\n5551234,Anna\n",
        "Order number,Item\n31222333,x\n",
        "\nName,Phone\n31222333,5551234\n",
        "\nPhone\n5551234\n",
        "\nPhone,Name,Place\n5551234,Anna,Bern\n31222333,Bob,Bern\n",
    ],
)
def test_a_head_holds_up_to_the_heads_of_another_table(below: str) -> None:
    found = cited(f"PMID,Title\n31234567,A\n{below}", "a.csv")
    assert [(one.form, one.ids.keys()) for one in found] == [("reference", ("pmid:31234567",))]
    assert ids(f"PMID,n\n31234567,A\n{below}", "a.csv") == [("pmid:31234567",)]


@pytest.mark.parametrize(
    "between",
    [
        "\n",
        "Kim,not found\n",
        "\nKim,conference abstract\n",
        "Kim,abstract only\n",
        "Kim,-\n",
        "\nKim,none\n",
        "\nKim,\n",
    ],
)
def test_a_head_holds_over_blank_rows_and_rows_without_a_number(between: str) -> None:
    table = f"Study,PMID\nIsu,31234567\n{between}Talu,11097678\n"
    assert ids(table, "a.csv") == [("pmid:31234567",), ("pmid:11097678",)]


@pytest.mark.parametrize(
    "table",
    [
        "Study                  Year  PMID       Design\n"
        "--------------------  -----  ---------  ------\n"
        "Isu and others         2018  29656623   review\n"
        "None                   2001             cohort\n"
        "Talu                   2000  11097678   cohort\n\n12345678\n",
        "  Year       PMID\n------  ---------\n  2018   29656623\n  2000   11097678\n\nTable: Invented 12345678\n",
        "-----------------------------\n"
        " Year    PubMed\n         ID\n"
        "------- ---------------------\n"
        " 2018    29656623\n\n"
        " 2000    11097678\n"
        "-----------------------------\n\n12345678\n",
        "====  ========\nYear  PMID\n====  ========\n2018  29656623\n2000  11097678\n====  ========\n\n12345678\n",
    ],
)
def test_a_rule_below_the_heads_shows_the_columns(table: str) -> None:
    found = cited(f"All of them are invented.\n\n{table}", "a.md")
    assert [(one.ids.keys(), one.place.line) for one in found] == [
        (("pmid:29656623",), _line(table, "29656623")),
        (("pmid:11097678",), _line(table, "11097678")),
    ]


def _line(table: str, number: str) -> int:
    """The line of a number, two lines below the beginning."""
    return 3 + table[: table.index(number)].count("\n")


def test_a_number_of_another_column_is_not_that_of_the_head() -> None:
    assert ids("Year  PMC ID\n----  -------\n2018  5944640\n", "a.md") == [("pmcid:PMC5944640",)]


@pytest.mark.parametrize(
    "table",
    [
        "<tr><td>A<td>21000001<tr><td>B<br>2013<td>21000002<tr><td>C<td>21000003",
        "<tr><td>A<td>21000001<br>21000002<tr><td>C<td>21000003",
        "<tr><td>A<td><p>21000001<p>21000002<tr><td>C<td>21000003",
        "<tr><td>A<td>21000001<tr><td>None<td><tr><td>B<td>21000002<tr><td>C<td>21000003 (main)",
    ],
)
def test_cells_of_several_lines_and_empty_ones_end_no_column(table: str) -> None:
    page = f"<table><tr><th>Study<th>PMID{table}</table><p>It ends here.</p><p>12345678</p>"
    assert ids(page, "a.html")[:1] == [("pmid:21000001",)]
    assert {one for each in ids(page, "a.html") for one in each} >= {"pmid:21000001", "pmid:21000003"}
    assert "pmid:12345678" not in {one for each in ids(page, "a.html") for one in each}


def test_another_table_below_a_column_is_none_of_its_rows() -> None:
    text = "Study\tPMID\nA\t21000001\n\nWhat it cost\n\nThing\tPrice\nBed\t12345678\n"
    assert ids(text) == [("pmid:21000001",)]


@pytest.mark.parametrize(
    "cell",
    [
        "21000001; 21000002 and 21000003",
        "**21000001**, [21000002](https://example.org/x)<br>21000003",
        "21000001 (main), 21000002*; 21000003[^1]",
    ],
)
def test_numbers_with_words_signs_and_remarks_are_those_of_a_cell(cell: str) -> None:
    table = f"| Study | PMID |\n|---|---|\n| A | {cell} |\n\n[^1]: A note.\n"
    assert [each for each in ids(table, "a.md") if each] == [(f"pmid:2100000{number}",) for number in (1, 2, 3)]


def test_a_blank_line_ends_no_list_of_one_column() -> None:
    assert ids("pmid\n21000001\n\n21000002\n\n\n21000003\n") == [("pmid:21000001",), ("pmid:21000002",)]


@pytest.mark.parametrize("cell", ["20000153 RCT", "Kim 20000153"])
def test_a_number_that_ran_together_with_the_cell_beside_it_is_read(cell: str) -> None:
    assert ids(f"Study\tPMID\tDesign\nKim\t{cell}\nLee\t20000154\tcohort\n") == [("pmid:20000153",), ("pmid:20000154",)]


def test_numbers_among_others_are_no_cell() -> None:
    assert ids("Study\tPMID\nKim\t20000153 of 4 records\nLee\tsee 2 or 20000154 there\n") == []


@pytest.mark.parametrize("odd", ["2100000x", "2O000002", "210000021"])
def test_what_stands_in_the_column_of_pmids_and_is_none_is_malformed(odd: str) -> None:
    table = f"title,pmid\nNerves,21000001\nBlocks,{odd}\n"
    good, bad = cited(table, "a.csv")
    assert (good.malformed, good.ids.keys(), bad.ids.keys()) == ((), ("pmid:21000001",), ())
    assert [said.removeprefix("PMID ") for said in bad.malformed] == [odd]
