"""Titles that are one but for a word, or a character."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from cluneal_lit.duplicates.slips import is_slip, own_words
from tests.duplicates.invented import SAID, record
from tests.duplicates.judged import outcome

TITLE = str(SAID["title"])
UNPAGED: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"page": ""}, {"page": ""}),
    ({"volume": "", "issue": "", "page": ""}, {"volume": "", "issue": "", "page": ""}),
    ({}, {"issue": "", "page": ""}),
]


@pytest.mark.parametrize(("one", "other"), UNPAGED)
@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        *(("Afferent signals", "Efferent signals"), ("Malaria of Niger", "Malaria of Nigeria")),
        *(("Prednisone and pain", "Prednisolone and pain"), ("Citalopram effects", "Escitalopram effects")),
        *(("Abduction of legs", "Adduction of legs"), ("Perineal nerves", "Peroneal nerves")),
        *(("Infliximab effects", "Adalimumab effects"), ("Fathers", "Mothers"), ("Summer rows", "Winter rows")),
        *(("Schmerzen des rechten Beins", "Schmerzen des linken Beins"), ("CYP2C9 effects", "CYP2C19 effects")),
        ("Kniegelenksendoprothese", "Hüftgelenksendoprothese"),
    ],
)
def test_titles_that_differ_in_one_word_are_not_joined(
    ours: str, theirs: str, one: dict[str, Any], other: dict[str, Any]
) -> None:
    titles = (f"{what} in rowers" for what in (ours, theirs))
    pair = [record(title=title, **said) for title, said in zip(titles, (one, other), strict=True)]
    assert outcome(*pair) != "join"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("膝関節置換術後の疼痛", "股関節置換術後の疼痛"),
        ("高血压患者的护理研究", "低血压患者的护理研究"),
        ("神経の解剖 第1報", "神経の解剖 第2報"),
    ],
)
def test_one_character_makes_another_word_where_no_blank_parts_words(ours: str, theirs: str) -> None:
    assert outcome(record(title=ours, page=""), record(title=theirs, page="")) != "join"
    assert outcome(record(title=ours, page=""), record(title=ours, page="25")) == "join"


@pytest.mark.parametrize(
    "front",
    [
        *("Fe de errores de: ", "Fe de errores: ", "Retificação: ", "Rettelse: ", "Rättelse: ", "Korrigendum: "),
        *(
            "Rectificatie: ",
            "Исправление: ",
            "更正：",
            "Plain language summary: ",
            "Non-",
            "Some unknown words: ",
        ),
    ],
)
def test_what_one_title_has_before_the_other_may_say_that_it_is_another_text(front: str) -> None:
    notice = record(title=f"{front}{TITLE}", issue="", page="")
    assert outcome(record(), notice) not in ("join", "")
    assert outcome(record(), record(title=f"{front}{TITLE}")) == "join"  # on the same pages


COMPANIONS = [
    ("Management of back pain", "Nonsurgical management of back pain"),
    ("Diagnosis of joint pain", "Diagnosis and treatment of joint pain"),
    ("Back pain in invented nurses", "Back pain in invented hospital nurses"),
    ("Invented trial of rowing: effectiveness of oars", "Invented trial of rowing: cost effectiveness of oars"),
]
NOWHERE = {"volume": "", "issue": "", "page": ""}


@pytest.mark.parametrize(("one", "other"), COMPANIONS)
@pytest.mark.parametrize("said", [NOWHERE, {"issue": "", "page": ""}, {"page": ""}])
def test_one_title_within_another_is_asked_about_where_neither_has_a_page(
    one: str, other: str, said: dict[str, Any]
) -> None:
    assert outcome(record(title=one, **said), record(title=other, **said)) in ("within", "asked")


@pytest.mark.parametrize(("one", "other"), COMPANIONS[:2])
def test_one_title_of_a_book_within_another_is_asked_about(one: str, other: str) -> None:
    pair = [record(title=title, **NOWHERE, container_title="") for title in (one, other)]
    books = [replace(each, fields=replace(each.fields, type="book", publisher="Invented Press")) for each in pair]
    assert outcome(*books) in ("within", "asked")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Oars for pain in older rowers", "Oars for pain in healthy young rowers"),
        ("Pain of invented rowers: the views of oarsmen", "Pain of invented rowers: the views of coaches and doctors"),
    ],
)
@pytest.mark.parametrize("said", [NOWHERE, {"issue": "", "page": ""}])
def test_titles_that_differ_in_some_words_each_are_not_joined(one: str, other: str, said: dict[str, Any]) -> None:
    assert outcome(record(title=one, issue="", page=""), record(title=other, **said)) != "join"


@pytest.mark.parametrize(
    "title",
    [
        *(f"{what}: {TITLE}" for what in ("Fe de errores", "Plain language summary", "Oprava", "Executive summary")),
        *(f"{TITLE}{what}" for what in (": Leitlinienreport", " - evidence tables", ". Information for patients")),
    ],
)
@pytest.mark.parametrize("said", [NOWHERE, {"issue": "", "page": ""}, {"page": ""}])
def test_a_summary_appendix_or_correction_by_its_name_is_asked_about_wherever_no_page_agrees(
    title: str, said: dict[str, Any]
) -> None:
    assert outcome(record(**said), record(title=title, **said)) == "within"


@pytest.mark.parametrize(
    "title",
    [
        f"Special issue: {TITLE}",
        f"Competition paper - {TITLE}",
        f"Tutorial: {TITLE}",
        TITLE.replace("pain of", "pain atthe").replace("low back", "lo wback"),
        TITLE.replace("invented nerves", "invented peripheral nerves"),
    ],
)
def test_what_stands_over_a_text_and_a_word_left_out_of_a_long_title_are_no_other_work(title: str) -> None:
    assert outcome(record(page=""), record(title=title, page="")) == "join"


@pytest.mark.parametrize("said", [NOWHERE, {"issue": "", "page": ""}])
def test_a_word_left_out_of_a_long_title_or_misread_letters_are_no_other_work_out_of_an_issue(
    said: dict[str, Any],
) -> None:
    left_out = TITLE.replace("invented nerves", "invented peripheral nerves")
    assert outcome(record(**said), record(title=left_out, **said)) == "join"
    long = f"{TITLE}: a cohort of de jure standards and of invented clubs of the rivers"
    misread = record(title=long.replace("de jure", "dej re"), **said)
    assert outcome(record(title=long, issue="", page=""), misread) == ("join" if "volume" not in said else "apart")


@pytest.mark.parametrize("behind", ["正誤表", " 訂正"])
def test_a_notice_is_known_behind_a_title_too(behind: str) -> None:
    title = "臀上皮神経障害による腰痛の手術"
    assert outcome(record(title=title), record(title=f"{title}{behind}", issue="", page="")) != "join"


@pytest.mark.parametrize(
    "title",
    [
        TITLE.replace("Entrapment", "Entrapement"),
        TITLE.replace("Entrapment", "Entrapmnet"),
        f"{TITLE}: a cohort of three clubs",
        TITLE.replace("nerves", "nerve"),
        TITLE.replace("low back", "lowback"),
        f"The {TITLE}",
        TITLE.replace("of the low", "ofthelow").replace("invented nerves", "inventednerves"),
    ],
)
def test_a_slip_and_a_subtitle_are_no_other_work(title: str) -> None:
    assert outcome(record(), record(title=title, page="")) == "join"


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        *(("haemorrhage", "hemorrhage", True), ("randomised", "randomized", True), ("tumour", "tumor", True)),
        *(("neuropathies", "neuropathy", True), ("centre", "center", True), ("leucocyte", "leukocyte", True)),
        *(("processes", "process", True), ("managment", "management", True), ("recieve", "receive", True)),
        *(("symptomatic", "asymptomatic", False), ("ileal", "ilial", False), ("austria", "australia", False)),
        *(("1990", "1991", False), ("il6", "il8", False), ("ear", "era", False)),
    ],
)
def test_a_slip_is_told_from_another_word(one: str, other: str, found: bool) -> None:
    assert is_slip(one, other) == is_slip(other, one) == found


def test_a_wrong_letter_is_a_slip_where_only_the_other_word_is_known() -> None:
    both = (("association", "rules"), ("accociation", "rules"))
    assert own_words(*both, {"association": 0.6, "accociation": 1.0}) == (set(), set())
    assert own_words(*both, {"association": 0.6, "accociation": 0.8}) == ({"association"}, {"accociation"})


def test_a_word_that_lost_its_first_letter_is_a_slip_but_for_one_that_says_the_contrary() -> None:
    known = {"impact": 0.5, "mpact": 1.0, "atypical": 0.5, "typical": 1.0}
    assert own_words(("mpact", "rows"), ("impact", "rows"), known) == (set(), set())
    assert own_words(("typical", "rows"), ("atypical", "rows"), known) == ({"typical"}, {"atypical"})


def test_two_words_without_a_blank_are_those_words_misspelt_or_not() -> None:
    assert own_words(("medicalmysterie",), ("medical", "mysteries"), {}) == (set(), set())
    assert own_words(("medicalmystery",), ("medical", "histories"), {}) != (set(), set())


def test_the_heading_of_a_text_before_its_title_is_no_other_text_in_one_volume() -> None:
    assert outcome(record(issue=""), record(title=f"Editorial - {TITLE}", page="")) == "join"
