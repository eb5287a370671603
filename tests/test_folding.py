"""Text without what writers and databases do differently."""

from __future__ import annotations

import pytest

from cluneal_lit import folding


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("as  it\nis", "as it is"),
        ("as it is here", "as it is …"),
        ("as it is hereafter", "as it is …"),
        ("withoutanyblank", "withoutany …"),
    ],
)
def test_a_long_text_is_cut_behind_a_word_and_a_short_one_only_put_on_one_line(text: str, short: str) -> None:
    assert folding.shortened(text, 10) == short
