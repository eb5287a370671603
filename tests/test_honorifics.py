"""Titles and degrees around names. Every work and person here is invented."""

from __future__ import annotations

import pytest

from cluneal_lit import honorifics
from cluneal_lit.citations.parse import parse
from cluneal_lit.names import nlm


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Quimby A, MD, Orlov BC, PhD", "Quimby A, Orlov BC"),
        ("Anna Quimby, M.D., Boris Orlov, Ph.D.", "Anna Quimby, Boris Orlov"),
        ("Anna Quimby MD PhD and Boris Orlov MSc", "Anna Quimby and Boris Orlov"),
        ("Dr. med. Quimby A, Prof. Dr. Orlov B", "Quimby A, Orlov B"),
        ("Prof. A. Quimby und PD Dr. B. Orlov", "A. Quimby und B. Orlov"),
        ("MUDr. Jan Orlov, Ph.D., prof. MUDr. Petr Quimby, CSc.", "Jan Orlov, Petr Quimby"),
        ("Quimby, Dr. A., & Orlov, Prof. B. C.", "Quimby, A., & Orlov, B. C."),
        ("Dra. Quimby M, Dr. van der Orlov P", "Quimby M, van der Orlov P"),
        ("Quimby A, FRCS (Orth), Orlov B, PT, DPT", "Quimby A, Orlov B"),
        # These are initials and names.
        ("Quimby MD, Orlov DO, Kim RN", "Quimby MD, Orlov DO, Kim RN"),
        ("Quimby, M.D., Orlov, M.S.", "Quimby, M.D., Orlov, M.S."),
        ("Garcia Quimby, M.D., Perez Orlov, M.A.", "Garcia Quimby, M.D., Perez Orlov, M.A."),
        ("Phillips K, Ing A, Docherty M, Drake P", "Phillips K, Ing A, Docherty M, Drake P"),
        ("Quimby, A. and BAL, M.S.", "Quimby, A. and BAL, M.S."),
        ("BAL, M.S., OTTO, M.A., MA, K.H.", "BAL, M.S., OTTO, M.A., MA, K.H."),
        ("Quimby, A., M.S. Orlov, and B. Kim", "Quimby, A., M.S. Orlov, and B. Kim"),
        ("LI J, MA XH, WU Y", "LI J, MA XH, WU Y"),
        ("LI J, MA X", "LI J, MA X"),
        ("SILVA JA, DO NASCIMENTO RM, DO T, BA A", "SILVA JA, DO NASCIMENTO RM, DO T, BA A"),
        ("Dr. Seuss", "Dr. Seuss"),
    ],
)
def test_titles_and_degrees_belong_to_no_name(written: str, kept: str) -> None:
    assert honorifics.without(written) == kept


@pytest.mark.parametrize(
    ("written", "people"),
    [
        ("Dr. med. Quimby A, Prof. Dr. Orlov B.", ["Quimby A", "Orlov B"]),
        ("MUDr. Jan Orlov, Ph.D., prof. MUDr. Petr Quimby, CSc.", ["Orlov J", "Quimby P"]),
        ("Quimby A, MD, Orlov BC, PhD.", ["Quimby A", "Orlov BC"]),
        ("Prof. Dr. med. A. Quimby, Dr. B. C. Orlov:", ["Quimby A", "Orlov BC"]),
    ],
)
def test_a_reference_whose_people_have_titles_is_read_as_any_other(written: str, people: list[str]) -> None:
    fields = parse(f"{written} Das Knie der Ruderer bei Nacht. Orthopäde. 2014;43(7):1234-9.").fields
    assert [nlm(name) for name in fields.author] == people
    assert (fields.title, fields.container_title) == ("Das Knie der Ruderer bei Nacht", "Orthopäde")


def test_the_degree_of_a_thesis_is_none_of_its_author() -> None:
    fields = parse("Orlov, B., Knees of rowers at night, Ph.D. Thesis, Uppsala University, 1990.").fields
    assert (fields.title, fields.type) == ("Knees of rowers at night", "thesis")


def test_degrees_in_a_title_stay() -> None:
    title = "Teachers of rowing: BSc, MSc and PhD courses compared"
    assert parse(f"Quimby A, Orlov B. {title}. Row Educ. 2014;14(7):1234-9.").fields.title == title
