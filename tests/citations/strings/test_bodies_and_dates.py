"""Groups with their parts, dates of several months, edited books and registers. Every work is invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations.parse import parse
from tests.citations.strings.test_rarer_forms import shown

PRESS = "Oslo: Patella Press; 2010."


@pytest.mark.parametrize(
    "author",
    [
        "U.S. Department of Health and Human Services",
        "U.S. Food and Drug Administration",
        "National Institutes of Health, National Heart, Lung, and Blood Institute",
        "US Department of Agriculture, US Department of Health and Human Services",
        "Grupo de Trabajo de la Guía",
        "Groupe de travail de la SFR",
        "Arbeitsgruppe der Leitlinie",
        "BRASIL. Ministério da Saúde. Secretaria de Atenção à Saúde",
        "Portugal. Direção-Geral da Saúde",
        "SÃO PAULO (Estado). Secretaria da Saúde",
        "España. Ministerio de Sanidad",
    ],
)
def test_a_group_keeps_its_parts(author: str) -> None:
    fields = parse(f"{author}. Guia de joelhos de remadores. {PRESS}").fields
    assert [one.literal for one in fields.author] == [author]
    assert fields.title == "Guia de joelhos de remadores"


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        ("WHO, UNICEF", ["WHO", "UNICEF"]),
        ("FAO, IFAD, WFP", ["FAO", "IFAD", "WFP"]),
        ("UNAIDS and WHO", ["UNAIDS", "WHO"]),
        ("WHO; UNICEF; UNFPA", ["WHO", "UNICEF", "UNFPA"]),
    ],
)
def test_short_names_of_groups_are_groups(authors: str, expected: list[str]) -> None:
    assert [one.literal for one in parse(f"{authors}. Knees of rowers. {PRESS}").fields.author] == expected


def test_a_body_before_a_sentence_alone_is_the_author() -> None:
    assert shown(parse("U.S. Department of Health and Human Services. Healthy Knees 2020.").fields) == {
        "author": "U.S. Department of Health and Human Services",
        "title": "Healthy Knees 2020",
    }


def test_names_with_et_al_inside_are_whole() -> None:
    text = "Society for Maternal-Fetal Medicine, Bennet AL, Orlov BCet al. Knees of rowers. Spine. 2010;3:4-5."
    assert shown(parse(text).fields)["author"] == "Society for Maternal-Fetal Medicine; Bennet AL; Orlov BC"


@pytest.mark.parametrize(
    ("date", "parts"),
    [
        ("2015 janv", ((2015, 1),)),
        ("2015 janv.", ((2015, 1),)),
        ("2015 janv. 12", ((2015, 1, 12),)),
        ("2008 Set-Out", ((2008, 9), (2008, 10))),
        ("2010 Set/Out", ((2010, 9), (2010, 10))),
        ("2010 Abr-Jun", ((2010, 4), (2010, 6))),
        ("2010 Ene-Mar", ((2010, 1), (2010, 3))),
        ("2010 Jan.-Mar.", ((2010, 1), (2010, 3))),
        ("2010 févr.-mars", ((2010, 2), (2010, 3))),
        ("2010 Ocak-Mart", ((2010, 1), (2010, 3))),
        ("2010 mrt", ((2010, 3),)),
        ("12. März 2015", ((2015, 3, 12),)),
        ("12 mrt 2010", ((2010, 3, 12),)),
        ("2010 Jul 3-9", ((2010, 7, 3), (2010, 7, 9))),
        ("2010 Nov-2011 Jan", ((2010, 11), (2011, 1))),
        ("2010 Jul 31-Aug 6", ((2010, 7, 31), (2010, 8, 6))),
        ("2010 Dec 28-2011 Jan 3", ((2010, 12, 28), (2011, 1, 3))),
    ],
)
def test_dates_before_a_volume_are_whole(date: str, parts: tuple[tuple[int, ...], ...]) -> None:
    fields = parse(f"Quimby J. Back pain in rowers. Rev Prat. {date};11(455):12-5.").fields
    assert fields.issued is not None
    assert (fields.issued.date_parts, fields.volume, fields.issue) == (parts, "11", "455")


@pytest.mark.parametrize(("date", "parts"), [("Published May 2, 2018", (2018, 5, 2)), ("(2018, May 2)", (2018, 5, 2))])
def test_an_american_day_is_a_day(date: str, parts: tuple[int, ...]) -> None:
    issued = parse(f"Quimby J. Back pain of rowers. Patella Clinic. {date}. https://www.example.org/back").fields.issued
    assert issued is not None
    assert issued.date_parts == (parts,)


def test_a_volume_behind_a_month_is_no_day() -> None:
    fields = parse("Quimby J. Back pain in rowers. Spine. 2010 Mar 12(3):12-5.").fields
    assert shown(fields)["date"] == "2010 Mar"
    assert (fields.volume, fields.issue) == ("12", "3")


def test_months_of_two_years_are_a_date() -> None:
    text = "SILVA, J. Dor em remadores. Revista do Joelho, São Paulo, v. 43, n. 9, p. 12-5, dez. 2008/jan. 2009."
    issued = parse(text).fields.issued
    assert issued is not None
    assert issued.date_parts == ((2008, 12), (2009, 1))


def test_an_edited_book_named_like_a_journal_is_a_book() -> None:
    fields = parse("Quimby JD, Orlov JR, Sorel P, eds. Pain. Boca Raton: Patella Press; 2019.").fields
    assert shown(fields) == {
        "type": "book",
        "editor": "Quimby JD; Orlov JR; Sorel P",
        "title": "Pain",
        "place": "Boca Raton",
        "publisher": "Patella Press",
        "date": "2019",
    }


def test_the_book_before_its_editors_in_brackets_is_the_book() -> None:
    text = "Miller T. Rowing injuries. In: Sports medicine (Smith J, Brown K, eds), 3rd edn. Oslo: Remo, 2010; 12-20."
    expected = {"type": "chapter", "author": "Miller T", "title": "Rowing injuries", "in": "Sports medicine"}
    assert expected.items() <= shown(parse(text).fields).items()
    assert shown(parse(text).fields)["editor"] == "Smith J; Brown K"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Meyer P. Der Tanz. Orthopade. 2015 März;44(5):323-6.", "Der Tanz"),
        ("Smith J. Der Tanz. https://www.example.org/tanz (abgerufen am 12. März 2019).", "Der Tanz"),
        (
            "Anna Quimby, *Knees, Hips, and Backs, AD 990–1990* (Oslo: Remo, 1990).",
            "Knees, Hips, and Backs, AD 990–1990",
        ),
        ("Anna Quimby, Knees, Hips, and Rowing States (Oslo: Remo, 1990).", "Knees, Hips, and Rowing States"),
    ],
)
def test_a_title_begins_behind_the_name(text: str, title: str) -> None:
    fields = parse(text).fields
    assert (len(fields.author), fields.title) == (1, title)


@pytest.mark.parametrize("issue", ["1 supl 1", "3 supl.2", "3 Pt 1"])
def test_an_issue_keeps_its_supplement_or_part(issue: str) -> None:
    assert parse(f"Silva J. Dor lombar. Arq Bras Cardiol. 2010;95({issue}):1-51.").fields.issue == issue


@pytest.mark.parametrize(
    "text",
    [
        "Quimby A. Knees of rowers: a systematic review. PROSPERO 2018 CRD42018099999.",
        "Quimby A. Knees of rowers: a systematic review. PROSPERO: International prospective register of systematic"
        " reviews. CRD42018099999. 2018.",
    ],
)
def test_a_registered_review_has_its_number(text: str) -> None:
    assert shown(parse(text).fields) == {
        "author": "Quimby A",
        "type": "webpage",
        "title": "Knees of rowers: a systematic review",
        "date": "2018",
        "number": "CRD42018099999",
    }


def test_an_article_about_a_register_stays_one() -> None:
    fields = parse("Quimby A. PROSPERO at one year. Syst Rev. 2013;2:4.").fields
    assert (fields.type, fields.title) == ("article-journal", "PROSPERO at one year")


def test_the_trial_of_nlm_is_called_by_its_own_name() -> None:
    text = (
        "ClinicalTrials.gov [Internet]. Bethesda (MD): National Library of Medicine (US). 2000 - . Identifier"
        " NCT09999999, Knees of rowers; 2011 Mar 1 [cited 2019 May 2]. Available from: https://www.example.org/"
    )
    fields = parse(text).fields
    assert (fields.title, shown(fields)["date"], fields.genre) == (
        "Knees of rowers",
        "2011 Mar 1",
        "Clinical trial registration",
    )
