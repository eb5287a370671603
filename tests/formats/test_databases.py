"""The database of a record, and the company through which it was searched: every record is invented."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit.formats.carried import READ_AS
from cluneal_lit.formats.databases import database
from cluneal_lit.formats.exchange import read
from cluneal_lit.formats.writers import named, written
from cluneal_lit.model import Ids

RIS = "TY  - JOUR\nTI  - Of invented trees\n{}ER  - \n"
ENDNOTE = (
    "<xml><records><record><ref-type name='Journal Article'>17</ref-type><titles><title>Of invented trees</title>"
    "</titles>{}</record></records></xml>"
)
NAME, PROVIDER = (
    "<remote-database-name>{}</remote-database-name>",
    "<remote-database-provider>{}</remote-database-provider>",
)
NBIB = "VN  - Ovid Technologies\n{}TI  - Of invented trees\nAU  - Quimby A\n"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.ris", RIS.format("DP  - Ovid Technologies\nDB  - Embase\n"), "Embase"),
        ("a.ris", RIS.format("DB  - Ovid Technologies, Inc.\nDP  - Embase\n"), "Embase"),
        ("a.ris", RIS.format("DB  - ProQuest\nUT  - WOS:000123456700001\n"), "Web of Science"),
        ("a.ris", RIS.format("DP  - EBSCOhost\n"), "EBSCOhost"),
        ("a.ris", RIS.format("DB  - ProQuest Central\nDP  - ProQuest LLC\n"), "ProQuest Central"),
        ("a.ris", RIS.format("DP  - PsycInfo\n"), "PsycInfo"),
        ("a.xml", ENDNOTE.format(PROVIDER.format("Ovid Technologies") + NAME.format("Embase")), "Embase"),
        ("a.xml", ENDNOTE.format(PROVIDER.format("Ovid Technologies")), "Ovid Technologies"),
        ("a.xml", ENDNOTE.format(PROVIDER.format("Ovid") + NAME.format("Ovid MEDLINE(R) ALL")), "Ovid MEDLINE(R) ALL"),
        ("a.nbib", NBIB.format("DB  - Embase\n"), "Embase"),
        ("a.nbib", NBIB.format(""), ""),
    ],
)
def test_a_record_is_from_the_database_and_from_who_hosts_it_only_where_no_more_is_said(
    name: str, content: str, said: str
) -> None:
    assert [database(one) for one in read(content, name)[0]] == [said]


@pytest.mark.parametrize("number", ["2000025", "WOS:000100000000025", "{}"])
def test_a_merged_entry_keeps_its_pmid_beside_the_number_that_another_database_gave_it(number: str) -> None:
    entry = "@article{{rocks,\n title = {{Rocks}},\n pmid = {{90000025}},\n unique-id = {{{}}},\n"
    entry += " database = {{PubMed\nEmbase}}\n}}\n"
    ((bare,), *_) = read(entry.format(number), "merged.bib")
    record = replace(bare, custom={**bare.custom, READ_AS: "bibtex"})
    nameless = replace(record, ids=Ids())
    for name in ("a.ris", "a.xml", "a.enw", "a.nbib", "a.json", "a.csv"):
        (again,) = read(written([record], named(name)).decode(), name)[0]
        assert (again.ids.pmid, name) == ("90000025", name)
        assert number in str(again.custom) or number == "{}"
        assert [one.ids for one in read(written([nameless], named(name)).decode(), name)[0]] == [Ids()]
