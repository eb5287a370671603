"""PMIDs of tables whose columns only blanks part. All are invented."""

from __future__ import annotations

import pytest

from tests.citations.found import ids

FOUND = [("pmid:21000001",), ("pmid:21000002",)]


@pytest.mark.parametrize(
    "table",
    [
        "Study PMID Design Result Kim 2012 21000001 RCT effective Lee 2013 21000002 Cohort none",
        "Study PMID Design\nKim 2012 21000001 RCT\nLee 2013 21000002 Cohort\n",
        "Study\tPMID\tCost Kim 2012 21000001 12345678 Lee 2013 21000002 23",
        "Study n PMID Kim 2012 12345678 21000001 Lee 2013 23 21000002",
        "PMID 21000001 21000002\n\nFurther text below.",
        # as a page of PDF gives them whose heads alone stand far apart
        "Study\tPMID\tResult Kim 2012 21000001 better pain at six weeks\n\nLee 2013 21000002 none\n\nBelow 31000001.",
        # printed by programs
        "       PMID     Title\n0  21000001  Superior\n1  21000002    Cohort\n\n2  31000001  x",
        "study     pmid      n\nKim   21000001 123456\nLee   21000002     23\n",
        "Name    PMID\nKim     21000001\nLee     21000002\n",
        "PubMed IDs: 21000001 21000002",
        "See PMID: 21000001 (Lee), 21000002 (Kim).",
    ],
)
def test_numbers_of_rows_are_pmids(table: str) -> None:
    assert ids(f"Evidence of the panel.\n\n{table}") == FOUND


@pytest.mark.parametrize(
    "text",
    [
        "The PMID of Kim was unclear. In 21000001 and for Lee 21000002 it was not.",
        "Order PMID Bed 12 costs what the other beds cost here: 21000001 and Lamp 21000002.",
        "Study PMID Kim 2012 21000001",
    ],
)
def test_numbers_of_prose_and_one_alone_are_none(text: str) -> None:
    assert ids(text) == []


def test_numbers_beside_a_printed_column_are_none() -> None:
    assert ids("   n      pmid  size\n0  1  31000001x  31000002\n1  2         -  31000003\n") == []


def test_a_number_of_other_things_behind_a_pmid_is_none() -> None:
    assert ids("PMID: 21000001 12345678 patients") == [("pmid:21000001",)]


def test_rows_whose_cells_tabs_part_are_none() -> None:
    assert ids("PMID\tTitle\n21000001\tA\nOrder number\tItem\n21000002\tB\n") == [("pmid:21000001",)]
