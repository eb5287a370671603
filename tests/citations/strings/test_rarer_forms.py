"""Forms of references that few strings have: what parse says of them, whole. Every work here is invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations.parse import parse
from cluneal_lit.dates import words
from cluneal_lit.model import Fields

KNEES = "Quimby A, Orlov B. Knees of rowers in winter. "


def shown(fields: Fields) -> dict[str, str]:
    """The fields that are there, in words."""
    people = {"author": fields.author, "editor": fields.editor}
    named = {
        role: "; ".join(one.literal or f"{one.family} {one.given}".strip() for one in who)
        for role, who in people.items()
    }
    plain = {
        "type": fields.type,
        "title": fields.title,
        "in": fields.container_title,
        "place": fields.publisher_place,
        "publisher": fields.publisher,
        "edition": fields.edition,
        "date": words(fields.issued) if fields.issued else "",
        "volume": fields.volume,
        "issue": fields.issue,
        "page": fields.page,
        "number": fields.number,
    }
    return {name: value for name, value in {**named, **plain}.items() if value}


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ("84 (2003), S. 2033.", {"volume": "84", "page": "2033"}),
        ("84 (2003), Nr. 3, S. 2011.", {"volume": "84", "issue": "3", "page": "2011"}),
        ("84, S57 (2003).", {"volume": "84", "page": "S57"}),
        ("2003;84(4 Pt 1):493-5.", {"volume": "84", "issue": "4 Pt 1", "page": "493-5"}),
        ("2003;8(3 Suppl):S12-9.", {"volume": "8", "issue": "3 Suppl", "page": "S12-9"}),
        ("2003;12:Article 1234.", {"volume": "12", "page": "1234"}),
        ("2003;7(1).", {"volume": "7", "issue": "1"}),
        ("2003;12(4):12-9.", {"volume": "12", "issue": "4", "page": "12-9"}),
    ],
)
def test_the_place_in_a_journal_is_whole(place: str, expected: dict[str, str]) -> None:
    fields = parse(f"{KNEES}Acta Orthop. {place}").fields
    assert shown(fields) == {
        "author": "Quimby A; Orlov B",
        "type": "article-journal",
        "title": "Knees of rowers in winter",
        "in": "Acta Orthop",
        "date": "2003",
        **expected,
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Quimby, A. B., & Orlov, C. (2021). Knees of rowers. Journal of Knees, 12, Article 1234.",
            {
                "author": "Quimby A. B.; Orlov C.",
                "type": "article-journal",
                "title": "Knees of rowers",
                "in": "Journal of Knees",
                "date": "2021",
                "volume": "12",
                "page": "1234",
            },
        ),
        (
            "Quimby PP, Orlov SS. [Rower's knee]. Vestnik sporta. 2015;16(3):12-20. Russian.",
            {
                "author": "Quimby PP; Orlov SS",
                "type": "article-journal",
                "title": "Rower's knee",
                "in": "Vestnik sporta",
                "date": "2015",
                "volume": "16",
                "issue": "3",
                "page": "12-20",
            },
        ),
        (
            "Quimby, A. / Schäfer, K.: Kniebeschwerden beim Rudern. In: Der Ruderer 29 (2015), H. 3, S. 123–130.",
            {
                "author": "Quimby A.; Schäfer K.",
                "type": "article-journal",
                "title": "Kniebeschwerden beim Rudern",
                "in": "Der Ruderer",
                "date": "2015",
                "volume": "29",
                "issue": "3",
                "page": "123–130",
            },
        ),
        (
            "Quimby B.N., Orlov S. Knees of rowers // Eur. J. Rowing. – 2018. – Vol. 16, No. 3. – P. 12–20.",
            {
                "author": "Quimby B.N.; Orlov S.",
                "type": "article-journal",
                "title": "Knees of rowers",
                "in": "Eur. J. Rowing",
                "date": "2018",
                "volume": "16",
                "issue": "3",
                "page": "12–20",
            },
        ),
        (
            "山本太郎, 鈴木花子: 膝の診断と治療. 膝の雑誌 2015; 66: 12-20",
            {
                "author": "山本太郎; 鈴木花子",
                "type": "article-journal",
                "title": "膝の診断と治療",
                "in": "膝の雑誌",
                "date": "2015",
                "volume": "66",
                "page": "12-20",
            },
        ),
        (
            "赵某. 划船者的膝关节[D]. 北京: 膝大学, 2016.",
            {
                "author": "赵某",
                "type": "thesis",
                "title": "划船者的膝关节",
                "place": "北京",
                "publisher": "膝大学",
                "date": "2016",
            },
        ),
        (
            "QUIMBY, A. B.; ORLOV, S. Manual do joelho. 2. ed. rev. e ampl. Porto Alegre: Rótula, 2019. 234 p.",
            {
                "author": "QUIMBY A. B.; ORLOV S.",
                "type": "book",
                "title": "Manual do joelho",
                "edition": "2",
                "place": "Porto Alegre",
                "publisher": "Rótula",
                "date": "2019",
            },
        ),
        (
            "[3] B. N. Quimby, Handbook of Knees, 2nd ed. New York, NY, USA: Wiley, 2019, ch. 3, pp. 12–34.",
            {
                "author": "Quimby B. N.",
                "type": "book",
                "title": "Handbook of Knees",
                "edition": "2",
                "place": "New York, NY, USA",
                "publisher": "Wiley",
                "date": "2019",
                "page": "12–34",
            },
        ),
        (
            "Quimby BN, inventor; KneeTech Inc, assignee. Knee needle. United States patent US 9,123,456. 2015 Sep 1.",
            {
                "author": "Quimby BN; KneeTech Inc",
                "type": "patent",
                "title": "Knee needle",
                "date": "2015 Sep 1",
                "number": "US 9,123,456",
            },
        ),
        (
            "Quimby AB, Orlov C. A cohort of rowers. medRxiv [Preprint]. 2022 Nov 3:2022.11.03.22281234.",
            {
                "author": "Quimby AB; Orlov C",
                "type": "article",
                "title": "A cohort of rowers",
                "in": "medRxiv",
                "date": "2022 Nov 3",
            },
        ),
        (
            "Universidade Federal de São Paulo. Manual do joelho. São Paulo; 2010.",
            {"author": "Universidade Federal de São Paulo", "title": "Manual do joelho", "date": "2010"},
        ),
        (
            "World Health Organization. (2018, February 5). Ageing and knees. https://www.who.example/ageing-and-knees",
            {
                "author": "World Health Organization",
                "type": "webpage",
                "title": "Ageing and knees",
                "date": "2018 Feb 5",
            },
        ),
    ],
)
def test_rarer_forms_are_read_whole(text: str, expected: dict[str, str]) -> None:
    assert shown(parse(text).fields) == expected


@pytest.mark.parametrize("title", ["Pain", "Migraine", "Pain in rowers"])
@pytest.mark.parametrize("people", ["A. Quimby", "A. Quimby, B. Orlov", "A. Quimby, B.-C. Orlov, D. Strong"])
def test_a_title_of_one_word_is_nobody_where_names_have_initials(title: str, people: str) -> None:
    said = parse(f"{people}, {title}, Lancet Neurology 26 (1986) 301-309.").fields
    assert (said.title, said.container_title, len(said.author)) == (title, "Lancet Neurology", people.count(",") + 1)


def test_a_surname_without_initials_beside_others_is_somebodys() -> None:
    said = parse("Quimby, Orlov, Strong, Lancet Neurology 26 (1986) 301-309.").fields
    assert "Strong" not in said.title


@pytest.mark.parametrize("journal", ["Chronique d'Egypte", "Chronique d’Égypte", "Annales de l'Est"])
def test_a_journal_behind_slashes_ends_with_its_apostrophe(journal: str) -> None:
    said = parse(f"Quimby A. Knees of rowers // {journal}. – 1986. – Vol. 26, № 3. – P. 301-309.").fields
    assert (said.title, said.container_title) == ("Knees of rowers", journal)


def test_thousands_may_have_signed_before_the_title() -> None:
    people = ", ".join(f"Q{'aeiou'[at % 5] * (1 + at // 5 % 7)}mby {'ABCDEFGHKL'[at % 10]}B" for at in range(900))
    said = parse(f"1. {people}; Invented Collaboration. Knees of rowers in winter. Spine. 2002;88(10):101-5.").fields
    assert len(people) > 9000 and len(said.author) >= 900
    assert (said.title, said.container_title, said.volume) == ("Knees of rowers in winter", "Spine", "88")


def test_the_remark_at_the_end_of_a_title_is_closed() -> None:
    string = "Quimby, A., & Orlov, B. (2015). Knie von Ruderern [Knees of rowers]. Pain, 68(4), 678–684."
    assert parse(string).fields.title == "Knie von Ruderern [Knees of rowers]"
