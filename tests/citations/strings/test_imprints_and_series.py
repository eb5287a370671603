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
