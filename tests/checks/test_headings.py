"""What journals set over a title: their sections, and other texts. Every work is invented."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit.checks.agreement import settled
from cluneal_lit.citations.parse import parse
from cluneal_lit.model import Fields
from tests.made import citation, fields, record

TITLE = "Vitamin Z and invented fractures of older golfers"
KNOWN = fields(TITLE, "Quimby P, Orlov B", "2020", "Pain", "12", "101-109", "3")


def is_title(before: str, known: Fields = KNOWN) -> list[bool]:
    """Whether a title with this before it is the record's: read from a string, and in a field."""
    raw = f"Quimby P, Orlov B. {before}{TITLE}. Pain. 2020;12(3):101-109."
    both = (raw, parse(raw).fields), ("@article{quimby2020}", replace(known, title=f"{before}{TITLE}"))
    return [dict(settled(citation(text, said), record(said=known)))["title"] is None for text, said in both]


@pytest.mark.parametrize(
    "section",
    [
        "Research: ",
        "Original Investigation: ",
        "ORIGINAL RESEARCH—",
        "Original contribution. ",
        "Clinical review: ",
        "Review: ",
        "Research letter: ",
        "CLINICAL TRIAL - ",
        "Originalarbeit: ",
        "Übersicht – ",
        "Article original : ",
        "Mise au point. ",
        "Original: ",
        "Artículo de revisión: ",
        "Artigo original: ",
        "Articolo originale: ",
        "Praca oryginalna: ",
        "Оригинальная статья. ",
        "Araştırma: ",
    ],
)
def test_the_section_of_a_journal_is_no_other_text(section: str) -> None:
    assert is_title(section) == [True, True]
    assert is_title("", replace(KNOWN, title=f"{section}{TITLE}")) == [True, True]


@pytest.mark.parametrize(
    "other",
    [
        "Comment: ",
        "Commentary: ",
        "Reply: ",
        "Study protocol: ",
        "Journal club: ",
        "Editorial: ",
        "Book review: ",
        "Systematic review: ",
        "Research on ",
        "Review of ",
        "Kommentar: ",
        "Respuesta: ",
    ],
)
def test_another_text_or_other_words_before_a_title_make_another(other: str) -> None:
    assert is_title(other) == [False, False]
