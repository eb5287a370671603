"""The table of the names of journals."""

from __future__ import annotations

import pytest

from cluneal_lit.known_journals import are_one, are_others
from tests.training.test_training import SHARED
from training import known_journals


@pytest.mark.skipif(not (SHARED / "journals").is_dir(), reason="the public lists of journals are not here")
def test_the_table_is_what_the_lists_give() -> None:
    assert known_journals.TABLE.read_bytes() == known_journals.written(SHARED / "journals")


def test_names_are_one_journals_anothers_or_nobodys() -> None:
    assert are_one("Nitric Oxide", "Nitric oxide : biology and chemistry")
    assert are_others("Nutr Res", "Nutrition reviews")
    assert not are_others("Clin Orthop", "Clinical orthopaedics and related research")  # which one began as the other
    assert not are_one("Vet Clin North Am Equine Pract", "Vet Clin North Am Small Anim Pract")  # which share a name
    assert not are_one("Journal of Invented Golf", "J Invent Golf")
    assert not are_others("Journal of Invented Golf", "Nutr Res")
