"""RIS becomes records. The entries are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.formats.ris_read import entries, read
from cluneal_lit.model import Date, Fields, Finding, Ids, Name, Pages, Place, Record, Section

DOI_IS = "a DOI begins with 10., four to nine digits, a slash and at least one more character"

WHOLE = """TY  - JOUR
AU  - Isu, Toyohiko
A1  - Kim, Kyongsong
AU  - Cluneal Study Group,
TI  - Superior and middle cluneal nerve entrapment
 as a cause of pain.
T2  - Neurospine
JA  - Neurospine J
PY  - 2018
DA  - 2018/03/28/
VL  - 15
IS  - 1
SP  - 25
EP  - 32
SN  - 2586-6583
DO  - https://doi.org/10.1000/Isu
AN  - 29656623
DB  - PubMed
C2  - PMC5944640
AB  - Pain.

See PMID: 5.
KW  - pain
KW  - nerve; block
UR  - https://example.org/a
UR  - https://example.org/b
XX  - more
ER  -
"""


def one(*lines: str) -> Record:
    (record,) = read("\n".join(("TY  - JOUR", *lines, "ER  -")), "a.ris")[0]
    return record


def test_an_entry_is_read_whole() -> None:
    assert read(WHOLE, "a.ris") == (
        (
            Record(
                format=1,
                source="library",
                id="a.ris#isu2018~435dac",
                ids=Ids(pmid="29656623", pmcid="PMC5944640", doi="10.1000/isu"),
                fields=Fields(
                    type="article-journal",
                    title="Superior and middle cluneal nerve entrapment as a cause of pain",
                    author=(
                        Name(family="Isu", given="Toyohiko"),
                        Name(literal="Cluneal Study Group"),
                        Name(family="Kim", given="Kyongsong"),
                    ),
                    container_title="Neurospine",
                    container_title_short="Neurospine J",
                    issued=Date(((2018, 3, 28),)),
                    volume="15",
                    issue="1",
                    page="25-32",
                    url="https://example.org/a",
                ),
                pages=Pages("25-32", "25", "32"),
                issn=("2586-6583",),
                keywords=("pain", "nerve; block"),
                abstract=(Section("Pain. See PMID: 5."),),
                custom={
                    "DA": "2018/03/28/",
                    "AN": "29656623",
                    "DB": "PubMed",
                    "C2": "PMC5944640",
                    "UR": "https://example.org/b",
                    "XX": "more",
                },
            ),
        ),
        (),
    )


def test_entries_say_where_they_stand() -> None:
    text = f"\ufeffnote\n\n{WHOLE}\nTY - BOOK\nID- x\nT1 - Last\n"
    assert [(text[entry.start :][:4], record.id) for entry, record in entries(text)] == [
        ("TY  ", "#isu2018~435dac"),
        ("TY -", "#x"),
    ]
    assert text[: next(entries(text))[0].end].endswith("\nER  -")


def test_an_entry_without_end_ends_where_the_next_begins() -> None:
    found, _ = read("TY  - JOUR\nTI  - One\nTY  - JOUR\nTI  - Two\nER  - \nTI  - Three\nER  - \n", "a.ris")
    assert [record.fields.title for record in found] == ["One", "Two", "Three"]


def test_an_entry_with_the_key_of_another_gets_its_own() -> None:
    found, told = read("TY  - JOUR\nID  - a\nTY  - JOUR\nID  - a\nTY  - JOUR\nTI  - Nerves of\n", "a.ris")
    assert [record.id for record in found] == ["a.ris#a", "a.ris#a~acafff", "a.ris#nerves~23403b"]
    reason = "line 3: an entry JOUR: its ID a is that of an entry before it; give each its own"
    assert told == (Finding("LIT617", "a.ris", Place(line=3), "a", values={"reason": reason}),)


@pytest.mark.parametrize(
    ("lines", "ids"),
    [
        (("N1  - PMID: 29656623",), Ids(pmid="29656623")),
        (("M1  - PubMed 29656623",), Ids(pmid="29656623")),
        (("UR  - https://pubmed.ncbi.nlm.nih.gov/29656623/",), Ids(pmid="29656623")),
        (("AN  - 29656623", "DP  - NLM"), Ids(pmid="29656623")),
        (("AN  - 29656623", "DB  - Embase"), Ids()),
        (("AN  - 29656623",), Ids()),
        (("ID  - 29656623", "T1  - Nerves", "DB  - Ovid MEDLINE(R)"), Ids(pmid="29656623")),
        (("ID  - 29656623", "TI  - Nerves", "DB  - PubMed"), Ids()),  # a manager's number, or our key
        (("ID  - 31", "T1  - Nerves", "DB  - Ovid MEDLINE(R)"), Ids()),
        (
            ("ID  - 4031", "T1  - Nerves", "DB  - MEDLINE", "UR  - https://example.org/login?db=mdc&AN=4031&site=x"),
            Ids(pmid="4031"),
        ),
        (("M3  - doi: 10.1000/A",), Ids(doi="10.1000/a")),
        (("N1  - Comment in: PMID: 29656623",), Ids()),
        (("N1  - Corrected in doi:10.1000/a",), Ids()),
        (("AN  - 1", "DB  - PubMed", "N1  - Comment in: PMID: 29656623", "M1  - PMC9000001"), Ids("1", "PMC9000001")),
        (("N1  - Accession Number: 1. Language: English. PMID: 29656623.",), Ids(pmid="29656623")),
        (("N1  - Peer reviewed: yes. DOI: 10.1000/a.b. ",), Ids(doi="10.1000/a.b")),
        (("UR  - https://arxiv.org/abs/arXiv:1806.05726",), Ids(arxiv="1806.05726")),
        (("L3  - http://dx.doi.org/10.1000/A",), Ids(doi="10.1000/a")),
        (("SN  - 978-0-306-40615-7 (print); 1234-5678",), Ids(isbn=("9780306406157",))),
        (("C2  - 5944640",), Ids()),
    ],
)
def test_identifiers_stand_in_many_tags(lines: tuple[str, ...], ids: Ids) -> None:
    assert one(*lines).ids == ids


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        (("JF  - Journal of Nerves", "JO  - J Nerves"), ("Journal of Nerves", "J Nerves")),
        (("JO  - J Nerves",), ("J Nerves", "")),
        (("JA  - J Nerves",), ("J Nerves", "")),
        (("T2  - Journal of Nerves", "JA  - J Nerves"), ("Journal of Nerves", "J Nerves")),
    ],
)
def test_journals_stand_in_many_tags(lines: tuple[str, ...], fields: tuple[str, str]) -> None:
    found = one(*lines).fields
    assert (found.container_title, found.container_title_short) == fields


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("2018/03/28/", (2018, 3, 28)),
        ("2018///", (2018,)),
        ("2018//", (2018,)),
        ("2018/Mar", (2018, 3)),
        ("2018", (2018,)),
    ],
)
def test_dates(written: str, parts: tuple[int, ...]) -> None:
    assert one(f"Y1  - {written}").fields.issued == Date((parts,))


@pytest.mark.parametrize(
    ("lines", "page"),
    [(("SP  - 25-32",), "25-32"), (("SP  - 25", "EP  - 25-32"), "25-32"), (("SP  - e1",), "e1"), (("EP  - 3",), "3")],
)
def test_pages(lines: tuple[str, ...], page: str) -> None:
    assert one(*lines).fields.page == page


def test_a_doi_that_is_none_is_told_and_kept() -> None:
    records, findings = read("TY  - JOUR\nID  - a\nDO  - none\nER  - ", "a.ris")
    values = {"raw": "none", "kind": "a DOI", "reason": DOI_IS}
    assert findings == (Finding("LIT201", "a.ris", key="a", values=values),)
    assert records[0].custom == {"DO": "none"}


@given(st.text(alphabet="TYERDOAU  -\n1./;,", max_size=80))
def test_whatever_the_text_the_entries_follow_one_another(text: str) -> None:
    at = 0
    for entry, _ in entries(text):
        assert at <= entry.start <= entry.end <= len(text)
        at = entry.end


def test_what_is_unpublished_is_a_preprint_where_it_says_so() -> None:
    texts = [f"TY  - UNPB\nTI  - Invented\nM3  - {work}\nER  - \n" for work in ("Preprint", "preprint", "Draft")]
    (one,), (other,), (draft,) = (read(text, "f")[0] for text in texts)
    assert [record.fields.type for record in (one, other, draft)] == ["article", "article", "manuscript"]
    assert ("M3" in one.custom, draft.custom["M3"]) == (False, "Draft")


def test_a_book_stands_in_a_series_and_has_editors() -> None:
    text = "TY  - BOOK\nTI  - Invented\nA3  - Muster, Anna\nT2  - Invented Monographs\nER  - \n"
    ((record,), told) = read(text, "f")
    fields = record.fields
    assert (fields.collection_title, fields.container_title, told) == ("Invented Monographs", "", ())
    assert [name.family for name in fields.editor] == ["Muster"]
    assert record.custom == {}


def test_the_degree_of_a_thesis_stands_beside_its_type() -> None:
    ((known,), _) = read("TY  - THES\nTI  - An invented nerve\nM3  - Doctoral dissertation\nER  - \n", "a.ris")
    assert (known.fields.type, known.fields.genre, known.custom.get("M3")) == ("thesis", "Doctoral dissertation", None)


@pytest.mark.parametrize("tag", ["J2", "JA"])
def test_a_book_may_have_the_abbreviation_of_its_series(tag: str) -> None:
    text = f"TY  - BOOK\nTI  - A\nT2  - Invented Notes in Computing\n{tag}  - INC\nER  - \n"
    (book,) = read(text, "a.ris")[0]
    assert (book.fields.collection_title, book.fields.container_title_short, book.custom) == (
        "Invented Notes in Computing",
        "INC",
        {},
    )
