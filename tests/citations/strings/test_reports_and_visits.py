"""Visits, reports, registers, groups and editors: what parse says of them, whole. Every work here is invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations.parse import parse
from tests.citations.strings.test_rarer_forms import shown

PAGE = {"author": "Rowing Institute", "title": "Knees of rowers", "type": "webpage"}
TRIAL = {"title": "Rowing in winter", "type": "webpage"}
BOOK = {"title": "Handbook of rowing", "type": "book", "place": "Oslo", "publisher": "Patella Press"}


@pytest.mark.parametrize(
    "visit",
    [
        "Accessed March 3, 2021. https://knees.example.org",
        "https://knees.example.org. Accessed 12 Feb 2021.",
        "Consultado el 4 de abril de 2021. https://knees.example.org",
        "Last accessed: Jan. 14, 2024. https://knees.example.org",
        "Zugriff am 3.5.2018. http://knees.example.org",
        "Retrieved June 5, 2019, from https://knees.example.org",
        "https://knees.example.org. Consulté le 5 mai 2020.",
        "https://knees.example.org. Accessed: 2021-03-04.",
        "Accessed at https://knees.example.org on 4 March 2021.",
    ],
)
def test_the_day_of_a_visit_is_no_date_of_publication(visit: str) -> None:
    assert shown(parse(f"Rowing Institute. Knees of rowers. {visit}").fields) == PAGE


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Rowing Institute. Knees of rowers. 2018. https://knees.example.org. Accessed May 5, 2020.", "2018"),
        ("Orlov B, Strong C. Knees in networks. IEEE Access. 2019;7:12-9.", "2019"),
    ],
)
def test_the_own_year_stays_beside_a_visit(text: str, date: str) -> None:
    assert shown(parse(text).fields)["date"] == date


@pytest.mark.parametrize(
    ("series", "expected"),
    [
        ("OWC Data Brief, No. 28.", {"in": "OWC Data Brief", "number": "28"}),
        ("OWC/600/R-15/350.", {"number": "OWC/600/R-15/350"}),
        ("NICE guideline NG599.", {"number": "NG599"}),
        ("OWC Technical Report Series, No. 85.", {"number": "85"}),
    ],
)
def test_the_number_of_a_report_is_kept(series: str, expected: dict[str, str]) -> None:
    assert shown(parse(f"Orlov B, Strong C. Knees of rowers. {series} Oslo: Rowing Institute; 2015.").fields) == {
        "author": "Orlov B; Strong C",
        "title": "Knees of rowers",
        "type": "report",
        "place": "Oslo",
        "publisher": "Rowing Institute",
        "date": "2015",
        **expected,
    }


def test_the_number_of_a_report_in_brackets_is_kept() -> None:
    fields = parse("Orlov B, Strong C. Knees of rowers (Tech. Rep. No. 45). Oslo: Rowing Institute; 1998.").fields
    assert (fields.type, fields.title, fields.number, fields.issue) == ("report", "Knees of rowers", "45", "")


@pytest.mark.parametrize(
    ("number", "register"),
    [
        ("UMIN000012345", "UMIN Clinical Trials Registry"),
        ("ACTRN12605000123456", "Australian New Zealand Clinical Trials Registry"),
        ("ChiCTR2000029308", "Chinese Clinical Trial Registry"),
        ("ChiCTR-IOR-15006789", "Chinese Clinical Trial Registry"),
        ("IRCT20120101001234N5", "Iranian Registry of Clinical Trials"),
        ("CTRI/2019/05/012345", "Clinical Trials Registry India"),
    ],
)
def test_the_number_of_a_trial_at_first_is_no_author(number: str, register: str) -> None:
    expected = {**TRIAL, "publisher": register, "number": number, "date": "2014"}
    assert shown(parse(f"{number}. Rowing in winter. {register}; 2014.").fields) == expected


def test_a_register_before_its_number_is_the_author() -> None:
    text = "EU Clinical Trials Register. EudraCT 2015-002931-12. A phase 3 study of knee gel in adults with arthritis."
    assert shown(parse(text).fields) == {
        "author": "EU Clinical Trials Register",
        "title": "A phase 3 study of knee gel in adults with arthritis",
        "type": "webpage",
        "number": "2015-002931-12",
    }


@pytest.mark.parametrize(
    ("text", "author", "title"),
    [
        ("Centers for Hip Control and Prevention. HIP Tracker. Atlanta, GA: CHCP.", None, "HIP Tracker"),
        ("Deutsche Gesellschaft für Knie. Leitlinie Rücken. 2015.", None, "Leitlinie Rücken"),
        ("Bundesärztekammer. Leitlinie Kreuzschmerz. 2017. https://knie.example.org", None, "Leitlinie Kreuzschmerz"),
        ("Knee Research UK. Statistics of knees. 2019. https://knees.example.org", None, "Statistics of knees"),
        ("StataCorp. Stata Statistical Software: Release 15. Oslo: Patella; 2017.", "StataCorp", None),
    ],
)
def test_a_group_before_a_sentence_is_the_author(text: str, author: str | None, title: str | None) -> None:
    fields = parse(text).fields
    assert [one.literal for one in fields.author] == [author or text.partition(".")[0]]
    assert title is None or fields.title == title


@pytest.mark.parametrize(
    ("date", "parts"),
    [
        ("maio 2010", ((2010, 5),)),
        ("maio/jun. 2010", ((2010, 5), (2010, 6))),
        ("12 mar. 2010", ((2010, 3, 12),)),
        ("marzo 2010", ((2010, 3),)),
        ("août 2010", ((2010, 8),)),
        ("Dez. 2010", ((2010, 12),)),
        ("luglio 2010", ((2010, 7),)),
    ],
)
def test_months_are_read_in_the_languages_of_references(date: str, parts: tuple[tuple[int, ...], ...]) -> None:
    text = f"SILVA, J. A. Dor lombar em remadores. Revista do Joelho, São Paulo, v. 45, n. 2, p. 123-130, {date}."
    fields = parse(text).fields
    assert fields.issued is not None
    assert (fields.issued.date_parts, fields.page) == (parts, "123-130")


@pytest.mark.parametrize("behind", [", editors.", " (Hrsg).", ", éds.", " (Eds.)."])
def test_who_edited_a_book_did_not_write_it(behind: str) -> None:
    fields = parse(f"Orlov B, Strong C{behind} Handbook of rowing. Oslo: Patella Press; 2019.").fields
    assert shown(fields) == {**BOOK, "editor": "Orlov B; Strong C", "date": "2019"}


def test_a_title_about_editors_makes_nobody_one() -> None:
    fields = parse("Orlov B, Strong C. Editors of winter. Oslo: Patella Press; 2019.").fields
    assert ([one.family for one in fields.author], fields.editor) == (["Orlov", "Strong"], ())


@pytest.mark.parametrize("text", ["not a reference at all, just words", "We thank all rowers for their time and help."])
def test_prose_is_hardly_believed(text: str) -> None:
    assert parse(text).confidence < 0.2
