"""Text on one line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.folding import one_line

BLANKS = st.text(st.sampled_from("ab é\t\n\r\x0b\x1c\x85\xa0\u2009\u2028\u3000\u00ad"))


@given(st.text() | BLANKS)
def test_every_run_of_white_space_becomes_one_blank(text: str) -> None:
    assert one_line(text) == " ".join(text.split())
