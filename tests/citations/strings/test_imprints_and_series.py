"""Imprints, versions, journals behind `In:` and makers: what parse says of them, whole. All but SPSS is invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations.parse import parse
from tests.citations.strings.test_rarer_forms import shown

ARTICLE = {"author": "MÜLLER Karl", "type": "article-journal", "title": "Knie der Ruderer", "date": "2012"}
PLACED = {**ARTICLE, "volume": "14", "issue": "5", "page": "261-270"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "IBM Corp. Released 2017. IBM SPSS Statistics for Windows, Version 25.0. Armonk, NY: IBM Corp.",
            {
                "author": "IBM Corp.",
                "type": "software",
                "title": "IBM SPSS Statistics for Windows, Version 25.0",
                "place": "Armonk, NY",
                "publisher": "IBM Corp",
                "date": "2017",
            },
        ),
        (
            "World Hip Organization. Obesity. WHO: Geneva; 2000.",
            {
                "author": "World Hip Organization",
                "type": "book",
                "title": "Obesity",
                "place": "Geneva",
                "publisher": "WHO",
                "date": "2000",
            },
        ),
        (
            "StataCorp. 2019. Knee Statistical Software: Release 16. College Station, TX: StataCorp LLC.",
            {
                "author": "StataCorp",
                "type": "software",
                "title": "Knee Statistical Software: Release 16",
                "place": "College Station, TX",
                "publisher": "StataCorp LLC",
                "date": "2019",
            },
        ),
        (
            "Quimby AE, Orlov VT: Using and Understanding Knees, ed 3, revised. Basel, Karger, 1996.",
            {
                "author": "Quimby AE; Orlov VT",
                "type": "book",
                "title": "Using and Understanding Knees",
                "place": "Basel",
                "publisher": "Karger",
                "date": "1996",
            },
        ),
        (
            "Quimby, Alan. The Pleasures of Rowing in an Age of Distraction. Oxford UP, 2011.",
            {
                "author": "Quimby Alan",
                "type": "book",
                "title": "The Pleasures of Rowing in an Age of Distraction",
                "publisher": "Oxford UP",
                "date": "2011",
            },
        ),
        (
            "MÜLLER, Karl. Knie der Ruderer. In: Pflegewissenschaft, 2012, 14(5), S. 261-270.",
            PLACED | {"in": "Pflegewissenschaft"},
        ),
        (
            "MÜLLER, Karl. Knie der Ruderer. In: Pflegezeitschrift, 14. Jg. (2012), Heft 5, S. 261-270.",
            PLACED | {"in": "Pflegezeitschrift"},
        ),
        (
            "MÜLLER, Karl. Knie der Ruderer. In: Zeitschrift für Knie 14 (2012), Nr. 5, S. 261-270.",
            PLACED | {"in": "Zeitschrift für Knie"},
        ),
        (
            "Орлов, И. И. Колени гребцов зимой / И. И. Орлов, П. С. Гребцов // Вестник гребли. – 2016. – Т. 12, № 3. "
            "– С. 45–52.",
            {
                "author": "Орлов И. И.; Гребцов П. С.",
                "type": "article-journal",
                "title": "Колени гребцов зимой",
                "in": "Вестник гребли",
                "date": "2016",
                "volume": "12",
                "issue": "3",
                "page": "45–52",
            },
        ),
        (
            "Lorenz, T., Vogt, S.: Nerven am Beckenkamm. Der Ruderer 63, 10 (2014), S. 755–762.",
            {
                "author": "Lorenz T.; Vogt S.",
                "type": "article-journal",
                "title": "Nerven am Beckenkamm",
                "in": "Der Ruderer",
                "date": "2014",
                "volume": "63",
                "issue": "10",
                "page": "755–762",
            },
        ),
        (
            "Steiner, B.: Das Knie. In: Weber, K.; Lang, M. (Hrsg.): Handbuch der Knie. Bd. 2. Springer, Berlin 2004, "
            "S. 122–145.",
            {
                "author": "Steiner B",
                "editor": "Weber K.; Lang M.",
                "type": "chapter",
                "title": "Das Knie",
                "in": "Handbuch der Knie",
                "place": "Berlin",
                "publisher": "Springer",
                "date": "2004",
                "volume": "2",
                "page": "122–145",
            },
        ),
        (
            "S. Marin, P. Vale, Lumbar loads in crews, figshare, 2018, https://doi.org/10.6084/m9.figshare.9999999.v2.",
            {
                "author": "Marin S.; Vale P.",
                "type": "dataset",
                "title": "Lumbar loads in crews",
                "publisher": "figshare",
                "date": "2018",
            },
        ),
        (
            "Hale, M. T. (2015). Pain at sea: Oarsmen (K. Byrne, Ed.; 3rd ed., Vol. 2). Harbor Press.",
            {
                "author": "Hale M. T.",
                "type": "book",
                "title": "Pain at sea: Oarsmen",
                "publisher": "Harbor Press",
                "edition": "3",
                "date": "2015",
                "volume": "2",
            },
        ),
        (
            "Hoffman L, inventor; Oar Devices Ltd, assignee. Lock for an oar. European patent EP 2345678. 2014 Jun 4.",
            {
                "author": "Hoffman L; Oar Devices Ltd",
                "type": "patent",
                "title": "Lock for an oar",
                "date": "2014 Jun 4",
                "number": "EP 2345678",
            },
        ),
        (
            "Knee pain: early management of persistent knee pain. NICE clinical guideline 88. 2009.",
            {
                "type": "report",
                "title": "Knee pain: early management of persistent knee pain",
                "date": "2009",
                "number": "88",
            },
        ),
        (
            "Gesellschaft für Knie. S2k-Leitlinie Kniesyndrome. AWMF-Registernummer 030/999. Version 2.0, 2021.",
            {
                "author": "Gesellschaft für Knie",
                "type": "report",
                "title": "S2k-Leitlinie Kniesyndrome",
                "date": "2021",
                "number": "030/999",
            },
        ),
        (
            "K. Quimby and R. Orlov, “Sensing of knees,” in Proc. 41st Annu. Int. Conf. IEEE Eng. Med. Biol. Soc., "
            "Berlin, Germany, Jul. 2019, pp. 2210–2213.",
            {
                "author": "Quimby K.; Orlov R.",
                "type": "paper-conference",
                "title": "Sensing of knees",
                "in": "Proc. 41st Annu. Int. Conf. IEEE Eng. Med. Biol. Soc",
                "place": "Berlin, Germany",
                "date": "2019 Jul",
                "page": "2210–2213",
            },
        ),
    ],
)
def test_a_reference_is_read_whole(text: str, expected: dict[str, str]) -> None:
    assert shown(parse(text).fields) == expected


@pytest.mark.parametrize(
    "degree",
    [
        "Praha, 2015. Diplomová práce. Univerzita Karlova.",
        "Praca magisterska. Warszawa: Uniwersytet Warszawski; 2015.",
        "Proefschrift, Universiteit Leiden, 2015.",
        "Doktorsavhandling, Uppsala universitet, 2015.",
        "Tesi di laurea, Università di Padova, 2015.",
    ],
)
def test_a_thesis_is_told_in_more_languages(degree: str) -> None:
    assert parse(f"Quimby, Jan. Knees of rowers in winter. {degree}").fields.type == "thesis"


def test_criteria_and_guidelines_with_a_version_are_no_programs() -> None:
    text = "Patella Institute. Common Criteria for Knees, Version 4.0. Oslo: Patella Press; 2009."
    assert parse(text).fields.type == "book"
    assert parse(text.replace("Criteria", "Counter")).fields.type == "software"


def test_a_number_behind_the_whole_place_of_an_article_is_none_of_its_pages() -> None:
    fields = parse("C. S. Boat, Knees of rowers, Acta Orthop. 74, 53 (2006). 1750137-9").fields
    assert (fields.volume, fields.issue, fields.page) == ("74", "", "53")
