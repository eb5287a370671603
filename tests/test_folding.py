"""Text without what writers and databases do differently."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.folding import digest, one_line, shortened

BLANKS = st.text(st.sampled_from("ab é\t\n\r\x0b\x1c\x85\xa0\u2009\u2028\u3000\u00ad"))


@given(st.text() | BLANKS)
def test_every_run_of_white_space_becomes_one_blank(text: str) -> None:
    assert one_line(text) == " ".join(text.split())


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
    assert shortened(text, 10) == short


def test_a_digest_is_the_same_for_ever_and_takes_any_text() -> None:
    assert (digest("Rocks", 6), digest("a\ud83d", 16) == digest("a?", 16)) == ("7535db", True)
