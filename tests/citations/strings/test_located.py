"""Where fields stand in a string. Every work here is invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations.parse import parse

NAMED = (("author", "Quimby A, Orlov B"), ("title", "Knees of rowers"))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "3. Quimby A, Orlov B. Knees of rowers. J Invent Med. 2018 Mar;15(1):25-32. PMID: 90000001",
            (
                *NAMED,
                ("container-title", "J Invent Med"),
                ("issued", "2018 Mar"),
                ("volume", "15"),
                ("issue", "1"),
                ("page", "25-32"),
                ("PMID", "PMID: 90000001"),
            ),
        ),
        (
            "Quimby A, Orlov B. Knees of rowers. J Invent Med 20, 17–18 (2018).",
            (*NAMED, ("container-title", "J Invent Med"), ("volume", "20"), ("page", "17–18"), ("issued", "2018")),
        ),
        (
            "Quimby A, Orlov B (2018) Knees of rowers. J Invent Med 8: 1-9",
            (
                NAMED[0],
                ("issued", "2018"),
                NAMED[1],
                ("container-title", "J Invent Med"),
                ("volume", "8"),
                ("page", "1-9"),
            ),
        ),
        (
            "Quimby A, Orlov B. Knees of rowers. Oslo: Patella Press; 2018.",
            (*NAMED, ("publisher-place", "Oslo"), ("publisher", "Patella Press"), ("issued", "2018")),
        ),
        ("", ()),
    ],
)
def test_each_field_has_its_place_in_the_text_given(text: str, parts: tuple[tuple[str, str], ...]) -> None:
    assert tuple((part.field, text[part.start : part.end]) for part in parse(text).parts) == parts
