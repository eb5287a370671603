"""The table of journals whose name another's begins with."""

from __future__ import annotations

import pytest

from cluneal_lit.journals import are_sisters
from tests.training.test_training import SHARED
from training import sisters


@pytest.mark.skipif(not (SHARED / "journals").is_dir(), reason="the public lists of journals are not here")
def test_the_table_is_what_the_lists_give() -> None:
    assert sisters.TABLE.read_text(encoding="utf-8") == sisters.written(SHARED / "journals")


def test_a_journal_goes_on_as_another_does_and_not_otherwise() -> None:
    assert are_sisters(("j", "pediatr"), ("j", "pediatr", "urol"))
    assert are_sisters(("j", "pediatr"), ("journal", "pediatric", "urology"))
    assert not are_sisters(("j", "pediatr"), ("j", "pediatr", "golf"))
    assert not are_sisters(("clin", "orthop"), ("clin", "orthop", "relat", "res"))
    assert not are_sisters(("j", "pediatr", "urol"), ("j", "pediatr"))
    assert are_sisters(
        ("spine",), ("spine", "j")
    )  # though NLM writes `Circ J`, which does not begin with `Circulation`
    assert are_sisters(("circulation",), ("circulation", "journal"))
    assert not are_sisters(("circulation",), ("circulation", "japan"))
