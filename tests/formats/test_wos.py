"""Web of Science's tagged export becomes records. The entries are invented."""

from __future__ import annotations

from cluneal_lit.formats import exchange
from cluneal_lit.formats.wos import read
from cluneal_lit.model import Date, Fields, Ids, Name, Pages, Record, Section

WHOLE = """\ufeffFN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Muster, A
   Example, J
AF Muster, Anna
   Example, John
TI Invented nerves
   and their pain
SO JOURNAL OF INVENTED FINDINGS
J9 J INVENT FIND
JI J. Invent. Find.
LA English
DT Article
DE nerves; pain
ID ENTRAPMENT
AB What was found.
SN 0000-0019
EI 0000-0027
PD MAR
PY 2019
VL 7
IS 2
BP 25
EP 32
DI 10.5555/invented.1
UT WOS:000000000000001
PM 99999901
CR Nobody N, 1999, NOWHERE, V1, P1
   Nobody N, 2000, NOWHERE, V2, P1
ER

EF"""


def test_an_entry_is_read_whole() -> None:
    assert read(WHOLE, "savedrecs.txt") == (
        (
            Record(
                format=1,
                source="library",
                id="savedrecs.txt#WOS:000000000000001",
                ids=Ids(pmid="99999901", doi="10.5555/invented.1"),
                fields=Fields(
                    type="article-journal",
                    title="Invented nerves and their pain",
                    author=(Name(family="Muster", given="Anna"), Name(family="Example", given="John")),
                    container_title="JOURNAL OF INVENTED FINDINGS",
                    container_title_short="J. Invent. Find.",
                    issued=Date(((2019, 3),)),
                    volume="7",
                    issue="2",
                    page="25-32",
                    language="en",
                ),
                pages=Pages("25-32", "25", "32"),
                issn=("0000-0019", "0000-0027"),
                keywords=("nerves", "pain"),
                abstract=(Section("What was found."),),
                custom={
                    "J9": "J INVENT FIND",
                    "DT": "Article",
                    "ID": "ENTRAPMENT",
                    "UT": "WOS:000000000000001",
                    "CR": ["Nobody N, 1999, NOWHERE, V1, P1", "Nobody N, 2000, NOWHERE, V2, P1"],
                    "AU": ["Muster, A", "Example, J"],
                },
            ),
        ),
        (),
    )


def test_a_file_that_is_cut_off_gives_what_is_there() -> None:
    records, told = read(WHOLE[: WHOLE.index("DI 10")], "a.ciw")
    assert [(record.id, record.fields.title, record.ids) for record in records] == [
        ("a.ciw#muster2019~c6a8c8", "Invented nerves and their pain", Ids())
    ]
    assert told == ()


def test_what_bibutils_writes_is_read() -> None:
    text = "\ufeffPT Chapter\nAU Muster, A\nTI Invented nerves\nBT Invented limbs\nPY 2019\nBP 1\nEP 9\nPU House\nER\n"
    ((record,), findings) = exchange.read(text, "a.txt")
    assert (record.fields, record.custom, findings) == (
        Fields(
            type="chapter",
            title="Invented nerves",
            author=(Name("Muster", "A"),),
            container_title="Invented limbs",
            publisher="House",
            issued=Date(((2019,),)),
            page="1-9",
        ),
        {},
        (),
    )
