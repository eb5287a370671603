"""What programs refuse in BibTeX that can be read. Every entry is invented."""

from __future__ import annotations

import pytest

from cluneal_lit.formats.bibtex_refused import findings


def told(fields: str, before: str = "") -> list[tuple[int | None, str]]:
    text = f"{before}@article{{quimby, title = {{Invented}}, {fields}}}\n"
    return [(one.place.line, one.values["reason"]) for one in findings(text, "a.bib")]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ("journal = jinv", "its journal is the macro jinv, which no @string above defines"),
        ("journal = {Knees & Hips}", "its journal has a bare &, at which LaTeX stops; write \\&"),
        ("booktitle = {50% of knees}", "its booktitle has a bare %, at which LaTeX stops; write \\%"),
        ("author = {Quimby, A; Orlov, B}", "its author parts names by “;”, where BibTeX wants “and”"),
        ("author = {Quimby, A and and Orlov, B}", "its author has an “and” without a name beside it"),
        ("author = {Quimby, A and }", "its author has an “and” without a name beside it"),
        (
            "author = {Orlov, B and Quimby, A, B, C}",
            "its author has more than two commas in one name: Quimby, A, B, C",
        ),
    ],
)
def test_what_is_refused_is_told_with_its_line(fields: str, reason: str) -> None:
    assert told(fields, "% a comment\n") == [(2, reason)]


@pytest.mark.parametrize(
    "fields",
    [
        "journal = jinv, month = jan, year = 2019",
        r"journal = {Knees \& Hips}, note = {a & b}, url = {https://example.org/a%20b#c}",
        r"subtitle = {On $a & b$}, howpublished = {\url{https://example.org/#a}}",
        "author = {{Knees, Hips; and Others, A, B} and Quimby, Jr, A and others}",
    ],
)
def test_what_is_taken_is_not(fields: str) -> None:
    assert told(fields, '@string{JINV = "Journal of Invention"}\n') == []


def test_a_broken_entry_is_told_by_its_reader_alone() -> None:
    assert list(findings("@article{a, title = {Open & wide\n", "a.bib")) == []
