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


def test_a_malformed_identifier_is_told() -> None:
    (one,) = scan(read("a.ris", b"TY  - JOUR\nTI  - Nerves\nDO  - doi:10.1/x\nER  - \n"))
    assert one.malformed == ("doi:10.1/x",)
