"""How a text is made ready for the finders."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.citations.identifiers.hits import Text, url_start

PIECES = st.sampled_from(["PMID", "pmid ", "1", "7\n", "@", "İ", "ſ", "鏈", "🦜", " x" * 40, "\t", "a" * 70, "\u212a"])


@given(st.lists(PIECES).map("".join))
def test_a_cue_is_found_where_it_stands_when_a_digit_is_near(text: str) -> None:
    found = list(Text(text).positions("pmid"))
    every = [at for at in range(len(text)) if text[at : at + 4] in ("PMID", "pmid")]
    near = [at for at in every if any(char in "17@\t" for char in text[at : at + 65])]
    assert set(near) <= set(found) <= set(every)
    assert found == sorted(found)


def test_prose_without_digits_holds_no_cue() -> None:
    assert list(Text("The PMID is a number of PubMed. " * 9).positions("pmid")) == []


def test_a_web_address_begins_behind_what_it_cannot_hold() -> None:
    text = 'see "https://example.org/a?b=10.1000/x"'
    assert url_start(text, text.index("10.")) == 5
    assert url_start("see 10.1000/x", 4) == -1
