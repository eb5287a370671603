"""Names between which an export lost its signs. The people are invented."""

from __future__ import annotations

import pytest

from cluneal_lit import names
from cluneal_lit.formats import bibtex_names, exchange, people


@pytest.mark.parametrize("written", ["Quimby A.Orlov B.Zabel C.", "Quimby, A.Orlov, B.Zabel, C."])
def test_glued_names_are_read_apart_in_every_format(written: str) -> None:
    expected = ["Quimby A", "Orlov B", "Zabel C"]
    assert [names.nlm(one) for one in people.people(written)] == expected
    assert [names.nlm(one) for one in bibtex_names.people(written)] == expected


@pytest.mark.parametrize("written", ["Quimby, J.Peter", "Quimby J.Peter", "Quimby, A.B.", "St. James Group, The"])
def test_a_name_that_only_looks_so_stays_whole(written: str) -> None:
    assert people.unglued(written) == [written]


@pytest.mark.parametrize(
    "text",
    [
        f'title,authors,year\nA,"Isu T{" " * 80_000}K",2001\n',
        f"@article{{a, title = {{A}}, author = {{Isu T{' ' * 80_000}K}}}}",
        f"TY  - JOUR\nTI  - A\nAU  - Isu T, Kim{' ' * 80_000}K\nER  -\n",
        f"PMID- 1\nTI  - A\nLID - {'a' * 80_000}\n",
        f"title,doi,{'x,' * 8000}\nA,10.5555/a,{'y,' * 8000}\n",
        f"title,doi,{','.join(map(str, range(8000)))}\nA,10.5555/a,{'y,' * 8000}\n",
    ],
    ids=["csv", "bibtex", "ris", "nbib", "equal heads", "many heads"],
)
def test_a_long_value_is_read(text: str) -> None:
    (record,) = exchange.read(text, "a.txt")[0]
    assert record.fields.title == "A"
