"""References wholly in capitals, as some indexes and old lists have them. The works are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations.parse import parse
from cluneal_lit.citations.strings.capitals import eased
from cluneal_lit.names import nlm

_TITLE = "THE ORIGIN OF PAIN IN THE KNEES OF ROWERS"


@pytest.mark.parametrize(
    "form",
    [
        "QUIMBY, A, {title}, PHYSICAL THERAPY 73: 775 (1948).",
        "QUIMBY A. {title}. PHYSICAL THERAPY. 1948;73:775-9.",
        "QUIMBY, A. (1948). {title}. PHYSICAL THERAPY, 73, 775-779.",
        "QUIMBY, A. {title}. PHYSICAL THERAPY, V. 73, P. 775-779, 1948. https://doi.org/10.1234/a.b.c.d.e.f.g",
    ],
)
def test_names_and_titles_are_told_apart_and_stay_as_they_are_written(form: str) -> None:
    fields = parse(form.format(title=_TITLE)).fields
    assert [nlm(name) for name in fields.author] == ["QUIMBY A"]
    assert (fields.title, fields.container_title, fields.volume) == (_TITLE, "PHYSICAL THERAPY", "73")


@pytest.mark.parametrize(
    "text",
    [
        "QUIMBY, A. B.; ORLOV, C. Os joelhos dos remadores e a dor. Rev Remo, v. 3, p. 1-9, 2012.",
        "Quimby A. WHO, UNICEF and UNESCO. BMJ. 2012;3:1-9.",
        "WHO 2012",
    ],
)
def test_a_string_with_small_letters_is_left_alone(text: str) -> None:
    assert eased(text) == text


def test_it_keeps_its_length() -> None:
    text = "İSTANBUL ÜNİVERSİTESİ. STRASSE UND KNIE IM WINTER. DIE RUDERER 3 (2012) 1-9."
    assert len(eased(text)) == len(text) and eased(text) != text
