"""How a text is made ready for the finders."""

from __future__ import annotations

from cluneal_lit.citations.hits import prepared


def test_the_lower_case_has_the_length_of_the_text_for_every_character() -> None:
    every = "".join(chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    assert len(prepared(every).lower) == len(every)
    assert [char for char in every if len(char.replace("İ", "I").lower()) != 1] == []
