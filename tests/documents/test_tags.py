"""RIS and NBIB files become documents. The entries are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations import scan
from cluneal_lit.documents import read
from cluneal_lit.model import Ids, Place

RIS = """TY  - JOUR
TI  - Nerves
AU  - Isu, T
AB  - Unlike others (PMID: 5, doi:10.1000/other).
DO  - 10.1000/isu
N1  - PMID: 29656623
ER  -

TY  - BOOK
ID  - kim
TI  - More nerves
ER  -
"""
NBIB = """PMID- 29656623
TI  - Nerves
AU  - Isu T
CON - Neurospine. 2017;1:1. PMID: 5
LID - 10.1000/isu [doi]

PMID- 17
TI  - More nerves
"""


@pytest.mark.parametrize("tail", ["/full", "/pdf", "/abstract", ".full.pdf"])
@pytest.mark.parametrize("before", ["", "doi:", "https://doi.org/", "http://dx.doi.org/"])
def test_what_an_address_adds_to_a_doi_is_no_part_of_it(before: str, tail: str) -> None:
    (first, _) = scan(read("a.ris", RIS.replace("10.1000/isu", f"{before}10.1000/isu{tail}").encode()))
    assert first.ids == Ids(pmid="29656623", doi="10.1000/isu")


@pytest.mark.parametrize(
    ("path", "text", "keys", "ids"),
    [
        ("a.ris", RIS, ("isu", "kim"), (Ids(pmid="29656623", doi="10.1000/isu"), Ids())),
        ("a.nbib", NBIB, ("29656623", "17"), (Ids(pmid="29656623", doi="10.1000/isu"), Ids(pmid="17"))),
        ("citations.txt", NBIB, ("29656623", "17"), (Ids(pmid="29656623", doi="10.1000/isu"), Ids(pmid="17"))),
    ],
)
def test_entries_are_works_and_what_they_speak_of_is_not(
    path: str, text: str, keys: tuple[str, ...], ids: tuple[Ids, ...]
) -> None:
    found = scan(read(path, text.encode()))
    second = text[: text.index("\n\n") + 2].count("\n") + 1
    assert tuple(one.cited_as for one in found) == keys
    assert tuple(one.ids for one in found) == ids
    assert [(one.in_list, one.place, one.fields.title) for one in found] == [
        (True, Place(1, 1), "Nerves"),
        (True, Place(second, 1), "More nerves"),
    ]


DOI_IS = "a DOI begins with 10., four to nine digits, a slash and at least one more character"


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        ("a.ris", "TY  - JOUR\nTI  - Nerves\nDO  - doi:10.1/x\nER  - \n", [(3, "doi:10.1/x", "a DOI", DOI_IS)]),
        (
            "a.ris",
            "TY  - JOUR\nTI  - Nerves\nDO  - doi:10.1002/\nN1  - PMID: 123456789\nER  - \n",
            [
                (3, "doi:10.1002/", "a DOI", DOI_IS),
                (4, "PMID: 123456789", "a PMID", "a PMID has one to eight digits, this has 9"),
            ],
        ),
        (
            "a.ris",
            "TY  - BOOK\nTI  - Nerves\nSN  - 978-0-306-40615-8; 1533-4406\nER  - \n",
            [(3, "978-0-306-40615-8", "an ISBN", "its check digit is wrong")],
        ),
        ("a.nbib", "PMID- 17\nTI  - Nerves\nLID - 10.1002/ [doi]\n", [(3, "10.1002/", "a DOI", DOI_IS)]),
        (
            "a.nbib",
            "PMID- 123456789\nTI  - Nerves\nISBN- 9780306406158\n",
            [
                (1, "123456789", "a PMID", "a PMID has one to eight digits, this has 9"),
                (3, "9780306406158", "an ISBN", "its check digit is wrong"),
            ],
        ),
    ],
)
def test_what_is_no_identifier_is_told_where_it_stands_and_goes_on_in_no_other_line(
    path: str, text: str, told: list[tuple[int, str, str, str]]
) -> None:
    document = read(path, text.encode())
    (one,) = scan(document)
    assert one.ids in (Ids(), Ids(pmid="17"))
    assert [(each.code, each.place.line, *each.values.values()) for each in document.findings] == [
        ("LIT201", *each) for each in told
    ]


def test_an_address_goes_on_in_no_other_line() -> None:
    (one,) = scan(read("a.ris", b"TY  - JOUR\nTI  - Nerves\nUR  - https://doi.org/10.1002/\nN1  - 5\nER  - \n"))
    assert one.ids == Ids()
