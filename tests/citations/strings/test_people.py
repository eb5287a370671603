"""People and groups of author parts. The names are invented, but for those of organisations."""

from __future__ import annotations

import pytest

from cluneal_lit.citations.strings.people import people
from cluneal_lit.model import Name


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
