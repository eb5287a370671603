"""Names between which an export lost its signs. The people are invented."""

from __future__ import annotations

import pytest

from cluneal_lit import names
from cluneal_lit.formats import bibtex_names, people


@pytest.mark.parametrize("written", ["Quimby A.Orlov B.Zabel C.", "Quimby, A.Orlov, B.Zabel, C."])
def test_glued_names_are_read_apart_in_every_format(written: str) -> None:
    expected = ["Quimby A", "Orlov B", "Zabel C"]
    assert [names.nlm(one) for one in people.people(written)] == expected
    assert [names.nlm(one) for one in bibtex_names.people(written)] == expected


@pytest.mark.parametrize("written", ["Quimby, J.Peter", "Quimby J.Peter", "Quimby, A.B.", "St. James Group, The"])
def test_a_name_that_only_looks_so_stays_whole(written: str) -> None:
    assert people.unglued(written) == [written]
