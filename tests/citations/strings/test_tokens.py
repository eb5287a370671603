"""The tokens of reference strings. The strings are invented."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.citations.strings.phrases import decoded, encoded, listed
from cluneal_lit.citations.strings.reading import cut
from cluneal_lit.citations.strings.tokens import tokens


def test_words_numbers_and_marks_are_tokens() -> None:
    found = tokens("O'Hara K. Lancet2006;12(3):e10-\n36")
    assert found.texts == [*"O'Hara K . Lancet 2006 ; 12 ( 3 ) : e 10 - 36".split()]
    assert found.spaced == [False, True, *[False] * 1, True, *[False] * 10, True]


def test_a_word_broken_at_the_end_of_a_line_is_one() -> None:
    text = "Entrap-\nment of nerves"
    found = tokens(text)
    assert (found.texts, text[found.starts[0] : found.ends[0]]) == (["Entrapment", "of", "nerves"], "Entrap-\nment")


def test_identifiers_addresses_and_line_numbers_are_one_token_each() -> None:
    text = "A hip.\n12.\nSpine. https://example.org/a?b=c. doi:10.5555/x.1. PMID: 29656623"
    found = cut(text)
    assert [one for one in found.tokens.texts if one[0] == "<"] == ["<line>", "<url>", "<doi>", "<pmid>"]
    assert (found.addresses, [hit.value for hit in found.hits]) == (
        ["https://example.org/a?b=c"],
        ["10.5555/x.1", "29656623"],
    )


@given(st.text(max_size=120))
def test_tokens_stand_in_order_and_apart(text: str) -> None:
    found = cut(text).tokens
    edges = [edge for pair in zip(found.starts, found.ends, strict=True) for edge in pair]
    assert edges == sorted(edges) and all(start < end for start, end in zip(found.starts, found.ends, strict=True))


def test_the_longest_name_of_a_list_is_found_at_each_place() -> None:
    names = listed([("spine",), ("j", "hip"), ("j", "hip", "surg")])
    words = ["the", "j", "", "hip", "", "surg", "", "", "j", "hip", "spine"]
    assert names.found(words) == [(1, 6), (8, 10), (10, 11)]
    assert decoded(encoded(names)).found(words) == names.found(words)
    assert names.begun(["j", "hip"]) == [0]
    assert words[1:6] in names and words[1:5] not in names and [] not in names
