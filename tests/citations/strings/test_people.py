"""People and groups of author parts. The names are invented, but for those of organisations."""

from __future__ import annotations

import pytest

from cluneal_lit.citations.parse import parse
from cluneal_lit.citations.strings.people import people
from cluneal_lit.model import Name
from cluneal_lit.names import nlm


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quimby A, Orlov BC, et al", ["Quimby|A", "Orlov|BC"]),
        ("Quimby A, Orlov BC et coll.", ["Quimby|A", "Orlov|BC"]),
        ("Quimby A, Orlov BC y cols", ["Quimby|A", "Orlov|BC"]),
        ("E Col, A Quimby", ["Col|E", "Quimby|A"]),
        ("Quimby, A., Orlov, B.-C., & van der Berg, J. P.", ["Quimby|A.", "Orlov|B.-C.", "van der Berg|J. P."]),
        ("QUIMBY, A. B.; DE PAULA, L.; LI, X.", ["QUIMBY|A. B.", "DE PAULA|L.", "LI|X."]),
        ("A. Quimby, B. C. Orlov and J.-P. Sorel", ["Quimby|A.", "Orlov|B. C.", "Sorel|J.-P."]),
        ("Quimby, A. B., C. D. Orlov, and E. Sorel", ["Quimby|A. B.", "Orlov|C. D.", "Sorel|E."]),
        ("Quimby A, Berg JP van der, Orlov B de la", ["Quimby|A", "Berg|JP van der", "Orlov|B de la"]),
        ("Quimby, Anna Maria", ["Quimby|Anna Maria"]),
        ("Anna Quimby and Boris Orlov", ["Quimby|Anna", "Orlov|Boris"]),
        ("Quimby A, Orlov B, Sorel MVJr, Xu C", ["Quimby|A", "Orlov|B", "Sorel|MV|Jr", "Xu|C"]),
        ("Quimby, W. R., Jr.", ["Quimby|W. R.|Jr"]),
        ("Quimby OL Neto", ["Quimby|OL|Neto"]),
        ("Sorel I GB, Quimby DS-C", ["Sorel I|GB", "Quimby|DS-C"]),
        ("WEISS TF, ROSE C", ["WEISS|TF", "ROSE|C"]),
        ("Quimby A Orlov BC", ["Quimby|A", "Orlov|BC"]),
        ("M. Quimby e E.J. Orlov", ["Quimby|M.", "Orlov|E.J."]),
        ("Quimby Ab, Orlov B, Kim C, Sorel JStBT", ["Quimby|AB", "Orlov|B", "Kim|C", "Sorel|JSTB"]),
        ("Quimby, A., ... & Orlov, B.", ["Quimby|A.", "Orlov|B."]),
        ("Centers for Disease Control and Prevention", ["=Centers for Disease Control and Prevention"]),
        ("Instituto Brasileiro de Geografia e Estatística", ["=Instituto Brasileiro de Geografia e Estatística"]),
        ("WORLD BANK", ["=WORLD BANK"]),
        ("WHO", ["=WHO"]),
        ("US Food and Drug Administration", ["=US Food and Drug Administration"]),
        ("Instituto do Joelho (IJ) & Clube do Remo (CR)", ["=Instituto do Joelho (IJ)", "=Clube do Remo (CR)"]),
        ("Quimby, PB, Orlov, JR, Sorel, U", ["Quimby|PB", "Orlov|JR", "Sorel|U"]),
        ("Quimby C, Orlov Sorel JR, Kim SR", ["Quimby|C", "Orlov Sorel|JR", "Kim|SR"]),
        ("K.C. Quimby, F. Orlov and U.A. Sorel", ["Quimby|K.C.", "Orlov|F.", "Sorel|U.A."]),
        ("Quimby A u.a.", ["Quimby|A"]),
        ("MARTÍN GARCÍA, J. A.", ["MARTÍN GARCÍA|J. A."]),
        ("GABRIEL JÚNIOR, R. F.; SOUSA, A. T. de", ["GABRIEL JÚNIOR|R. F.", "SOUSA|A. T. de"]),
        ("Quimby JS de, Orlov R de CP", ["Quimby|JS de", "Orlov|R de CP"]),
        ("QUIMBY, A./ SOREL, R.", ["QUIMBY|A.", "SOREL|R."]),
        ("Haute Autorité de santé", ["=Haute Autorité de santé"]),
        ("Quimby, A. / Schäfer, K.", ["Quimby|A.", "Schäfer|K."]),
        ("QuimbyA,OrlovBC", ["Quimby|A", "Orlov|BC"]),
        ("OpenMD", ["=OpenMD"]),
        ("Mayo Clinic", ["=Mayo Clinic"]),
        ("Massachusetts General Hospital", ["=Massachusetts General Hospital"]),
        ("Johns Hopkins Medicine", ["=Johns Hopkins Medicine"]),
        ("ClinicalTrials.gov", ["=ClinicalTrials.gov"]),
        ("EudraCT", ["=EudraCT"]),
        ("McDONALD", ["McDONALD"]),
        ("Clinic M, Hospital J, L'Hospital G", ["Clinic|M", "Hospital|J", "L'Hospital|G"]),
        ("Quimby BN, inventor; KneeTech Inc, assignee", ["Quimby|BN", "=KneeTech Inc"]),
        ("Quimby BN, inventor; R&D Inc., assignee", ["Quimby|BN", "=R&D Inc"]),
        ("Quimby BN, Orlov C, R&amp;D Inc., assignee", ["Quimby|BN", "Orlov|C", "=R&D Inc."]),
        ("Quimby BN, inventor; Oars & Sons, Inc., assignee", ["Quimby|BN", "=Oars & Sons, Inc"]),
        ("Quimby BN, inventor; Oars & Sons, Kneetech AG, assignees", ["Quimby|BN", "=Oars & Sons", "=Kneetech AG"]),
        ("Quimby BN, inventor, assignee", ["Quimby|BN"]),
        ("K&H Knee Laboratories", ["=K&H Knee Laboratories"]),
        ("QUIMBY B&ROS C", ["QUIMBY|B", "ROS|C"]),
        ("Quimby B&Orlov C", ["Quimby|B", "Orlov|C"]),
        ("Quimby A in Orlov P", ["Quimby|A", "Orlov|P"]),  # Slovene
        ("Quimby A, COHERE in EuroKnee", ["Quimby|A", "COHERE in EuroKnee"]),
        ("QUIMBY, A., T. C. SOR, Y. LI", ["QUIMBY|A.", "SOR|T. C.", "LI|Y."]),
        ("QUIMBY, Anna P., Jay H. RYU a OTHERS", ["QUIMBY|Anna P.", "RYU|Jay H."]),
        ("ORLOV Borya, QUIMBY Anna-Maria", ["ORLOV|Borya", "QUIMBY|Anna-Maria"]),
        ("ZHAO XiaoHua et DE QUIMBY Anna", ["ZHAO|XiaoHua", "DE QUIMBY|Anna"]),
        ("UNICEF Office", ["=UNICEF Office"]),
        ("M. K.Quimby, P.Kroll ,B .A .Kim,and D. W.Orlov", ["Quimby|M. K.", "Kroll|P.", "Kim|B.A.", "Orlov|D. W."]),
        ("Ramón y Cajal, Santiago", ["Ramón y Cajal|Santiago"]),
        ("Ortega y Gasset J, Quimby A", ["Ortega y Gasset|J", "Quimby|A"]),
        ("Costa e Silva J", ["Costa e Silva|J"]),
        ("Puig i Cadafalch J", ["Puig i Cadafalch|J"]),
        ("Nederlandse Vereniging voor Heup en Knie", ["=Nederlandse Vereniging voor Heup en Knie"]),
        ("Türk Kalça ve Diz Derneği", ["=Türk Kalça ve Diz Derneği"]),
        ("Российское общество по изучению боли", ["=Российское общество по изучению боли"]),
        ("日本膝関節学会", ["=日本膝関節学会"]),
        ("Socialstyrelsen", ["=Socialstyrelsen"]),
        ("Quimby A; Hip Pain Study Group", ["Quimby|A", "=Hip Pain Study Group"]),
        ("Quimby A, on behalf of the Hip Pain Study Group", ["Quimby|A", "=Hip Pain Study Group"]),
        ("Brown C, Green D, editors", ["Brown|C", "Green|D"]),
        ("赵某,钱某,等", ["赵某", "钱某"]),
        ("山本太郎、鈴木花子ほか", ["山本太郎", "鈴木花子"]),
        ("Орлов И.И., Ершов П.П. и др.", ["Орлов|И.И.", "Ершов|П.П."]),
        ("et al.", []),
        ("…, &", []),
    ],
)
def test_people_are_told_apart(text: str, expected: list[str]) -> None:
    assert [_shown(one) for one in people(text)] == expected


def _shown(name: Name) -> str:
    return f"={name.literal}" if name.literal else "|".join(filter(None, (name.family, name.given, name.suffix)))


@pytest.mark.parametrize(
    "group",
    [
        "China Novel Coronavirus Investigating and Research Team",
        "Bethesda 2001 Workshop",
        "Food and Drug Administration Task Force",
        "GBD 2019 Diseases and Injuries Collaborators",
        "UK Hearts and Minds Trialists",
        "Swiss HIV Cohort",
    ],
)
def test_the_name_of_a_group_behind_people_with_initials_is_one(group: str) -> None:
    for between in ("; ", ", "):
        found = people(f"Zhu N, Zhang D{between}{group}")
        assert [one.family or one.literal for one in found] == ["Zhu", "Zhang", group]


def test_and_before_a_group_parts_it_from_people() -> None:
    joined = people("Zhu N, Zhang D and the Knee and Hip Group")
    assert [bool(one.literal) for one in joined] == [False, False, True]
    joined = people("Zhu N, Zhang D and Knee Study Group")
    assert [one.family or one.literal for one in joined] == ["Zhu", "Zhang", "Knee Study Group"]
    listed = "Zhu N; Expert Panel on Detection, Evaluation, and Treatment of Pain"
    assert len(people(listed)) == 2


@pytest.mark.parametrize("word", "and & und u. et y e i en og och ve oraz ja és și dan và un ir и та και a".split())
@pytest.mark.parametrize(
    "people",
    [
        "Quimby A {} Orlov P",
        "Quimby A, Dvořák K {} Orlov P",
        "Quimby A. {} Orlov P",
        "Quimby, A. {} Orlov, P",
        "QUIMBY, A., K. DVOŘÁK {} P. ORLOV",
        "A. Quimby {} P. Orlov",
        "QUIMBY, Anna {} Petr ORLOV",
        "Quimby, Anna {} Orlov, Petr",
    ],
)
def test_the_last_of_several_people_stands_behind_and_in_any_language(word: str, people: str) -> None:
    fields = parse(
        f"{people.format(word)}. Stereology of the knee in elderly rowers. Spine J. 2014;14(7):1234-9."
    ).fields
    expected = ["quimby", *(["dvořák"] if "vořák" in people or "VOŘÁK" in people else []), "orlov"]
    assert [name.family.casefold() for name in fields.author] == expected
    assert fields.title == "Stereology of the knee in elderly rowers"


@pytest.mark.parametrize(
    ("reference", "author", "title"),
    [
        (
            "Polskie Towarzystwo Bioder i Kolan. Rekomendacje dotyczące kolan. Wioślarz Pol. 2015;86:77-80.",
            "Polskie Towarzystwo Bioder i Kolan",
            "Rekomendacje dotyczące kolan",
        ),
        (
            "Svensk förening för höft och knä. Roddknä. Stockholm: SFHK; 2018.",
            "Svensk förening för höft och knä",
            "Roddknä",
        ),
        ("Kowalski J. Towarzystwo a kolano. Med Pracy. 2010;12:1-5.", "Kowalski J", "Towarzystwo a kolano"),
    ],
)
def test_a_society_that_stands_first_wrote_what_stands_behind_it(reference: str, author: str, title: str) -> None:
    fields = parse(reference).fields
    assert [nlm(name) for name in fields.author] == [author]
    assert fields.title == title


@pytest.mark.parametrize(
    ("people", "expected"),
    [
        ("A. Quimby, B. C. Orlov:", ["Quimby A", "Orlov BC"]),
        ("Quimby A u. Orlov BC:", ["Quimby A", "Orlov BC"]),
        ("Quimby, Anna u. Orlov, Boris:", ["Quimby A", "Orlov B"]),
    ],
)
def test_people_stand_before_a_colon_in_german_lists(people: str, expected: list[str]) -> None:
    fields = parse(f"{people} Das Knie der Ruderer bei Nacht. Orthopäde 43 (2014), S. 1234-1239.").fields
    assert [nlm(name) for name in fields.author] == expected
    assert fields.title == "Das Knie der Ruderer bei Nacht"
