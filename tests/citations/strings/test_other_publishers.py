"""Forms of publishers that no labelled string has: what parse says of them, whole. Every work here is invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations.parse import parse
from cluneal_lit.names import nlm
from tests.citations.strings.test_rarer_forms import shown

Case = tuple[str, dict[str, str]]

IMPRINTS: list[Case] = [
    (
        "Quimby A. Knees of rowers. 2nd ed. Elsevier: Amsterdam; 2012.",
        {
            "author": "Quimby A",
            "type": "book",
            "title": "Knees of rowers",
            "place": "Amsterdam",
            "publisher": "Elsevier",
            "edition": "2",
            "date": "2012",
        },
    ),
    (
        "Quimby, A. (2012). Knees of rowers. Elsevier: Amsterdam.",
        {
            "author": "Quimby A",
            "type": "book",
            "title": "Knees of rowers",
            "place": "Amsterdam",
            "publisher": "Elsevier",
            "date": "2012",
        },
    ),
    (
        "Quimby A. Knees of rowers. 3rd ed. W.B. Saunders: Philadelphia; 2012.",
        {
            "author": "Quimby A",
            "type": "book",
            "title": "Knees of rowers",
            "place": "Philadelphia",
            "publisher": "W.B. Saunders",
            "edition": "3",
            "date": "2012",
        },
    ),
    (
        "Quimby A. Knees of rowers. Humana Press: Totowa, NJ, USA, 2012; pp. 33-40.",
        {
            "author": "Quimby A",
            "type": "book",
            "title": "Knees of rowers",
            "place": "Totowa, NJ, USA",
            "publisher": "Humana Press",
            "date": "2012",
            "page": "33-40",
        },
    ),
    (
        "Quimby A. The knee. In: Orlov B, editor. The rower's body. Oxford University Press: Oxford; 2012. p. 33-40.",
        {
            "author": "Quimby A",
            "editor": "Orlov B",
            "type": "chapter",
            "title": "The knee",
            "in": "The rower's body",
            "place": "Oxford",
            "publisher": "Oxford University Press",
            "date": "2012",
            "page": "33-40",
        },
    ),
    (
        "Quimby A. Knees of rowers. Karger, Basel, 2012.",
        {
            "author": "Quimby A",
            "type": "book",
            "title": "Knees of rowers",
            "place": "Basel",
            "publisher": "Karger",
            "date": "2012",
        },
    ),
    (
        "Quimby, A.; Orlov, B. In The Rower's Body; Strong, C., Ed.; Patella Symposium Series 12; Patella "
        "Press: Oslo, 2014; Vol. 2, pp 33–40.",
        {
            "author": "Quimby A.; Orlov B.",
            "editor": "Strong C",
            "type": "chapter",
            "in": "The Rower's Body",
            "place": "Oslo",
            "publisher": "Patella Press",
            "date": "2014",
            "volume": "2",
            "page": "33–40",
        },
    ),
    (
        "Орлов А. Б. Колени гребца: монография. – М.: Колено, 2014. – 320 с.",
        {
            "author": "Орлов А. Б.",
            "type": "book",
            "title": "Колени гребца: монография",
            "place": "М.",
            "publisher": "Колено",
            "date": "2014",
        },
    ),
    (
        "QUIMBY, Anna, 2014. Das Knie des Ruderers. 2., überarb. Aufl. Köln: Knie-Verlag.",
        {
            "author": "QUIMBY Anna",
            "type": "book",
            "title": "Das Knie des Ruderers",
            "place": "Köln",
            "publisher": "Knie-Verlag",
            "edition": "2",
            "date": "2014",
        },
    ),
    (
        "QUIMBY A. Knees of rowers[M]. 2nd ed. Oslo: Patella Press, 2014: 33-40.",
        {
            "author": "QUIMBY A",
            "type": "book",
            "title": "Knees of rowers",
            "place": "Oslo",
            "publisher": "Patella Press",
            "edition": "2",
            "date": "2014",
            "page": "33-40",
        },
    ),
    (
        "A. Quimby, Knee Mechanics, Wiley-VCH, Weinheim, 2014, pp. 33–40.",
        {
            "author": "Quimby A.",
            "type": "book",
            "title": "Knee Mechanics",
            "place": "Weinheim",
            "publisher": "Wiley-VCH",
            "date": "2014",
            "page": "33–40",
        },
    ),
    (
        "Quimby A. (Hrsg.): Das Knie des Ruderers. 3. Aufl. Thieme, Stuttgart 2014, S. 33–40.",
        {
            "editor": "Quimby A",
            "type": "book",
            "title": "Das Knie des Ruderers",
            "place": "Stuttgart",
            "publisher": "Thieme",
            "edition": "3",
            "date": "2014",
            "page": "33–40",
        },
    ),
    (
        "Anna Quimby and Boris Orlov. 2014. Knees of rowers. In Proceedings of the 12th ACM Conference on "
        "Rowing (ROW '14). Association for Computing Machinery, New York, NY, USA, 33–40.",
        {
            "author": "Quimby Anna; Orlov Boris",
            "type": "paper-conference",
            "title": "Knees of rowers",
            "in": "Proceedings of the 12th ACM Conference on Rowing (ROW '14)",
            "place": "New York, NY, USA",
            "publisher": "Association for Computing Machinery",
            "date": "2014",
            "page": "33–40",
        },
    ),
]

THESES: list[Case] = [
    (
        "Quimby, A. (2014). Knees of rowers on one leg [Doctoral dissertation, University of Oslo]. Oslo "
        "Research Archive. https://www.example.org/handle/123",
        {
            "author": "Quimby A",
            "type": "thesis",
            "title": "Knees of rowers on one leg",
            "publisher": "University of Oslo",
            "date": "2014",
        },
    ),
    (
        "Quimby, A. Das Knie. Diss. Univ. Köln 2014.",
        {"author": "Quimby A", "type": "thesis", "title": "Das Knie", "publisher": "Univ. Köln", "date": "2014"},
    ),
]

MEETINGS: list[Case] = [
    (
        "Quimby A, Orlov B. Knees of rowers. Poster presented at: 12th Annual Meeting of the Rowing Society; "
        "March 12-14, 2014; Oslo, Norway.",
        {
            "author": "Quimby A; Orlov B",
            "type": "paper-conference",
            "title": "Knees of rowers",
            "in": "12th Annual Meeting of the Rowing Society",
            "place": "Oslo, Norway",
            "date": "2014",
        },
    ),
    (
        "Quimby A. Knie und Rücken. Vortrag, Tagung für Rudermedizin, Köln, 1./2. März 2019.",
        {
            "author": "Quimby A",
            "type": "paper-conference",
            "title": "Knie und Rücken",
            "in": "Tagung für Rudermedizin",
            "place": "Köln",
            "date": "2019 Mar",
        },
    ),
    (
        "Quimby A. Knie und Rücken. In: Tagungsband der Tagung für Rudermedizin, 1./2. März 2019, Köln. S. 33-40.",
        {
            "author": "Quimby A",
            "type": "paper-conference",
            "title": "Knie und Rücken",
            "in": "Tagungsband der Tagung für Rudermedizin",
            "date": "2019 Mar",
            "page": "33-40",
        },
    ),
    (
        "QUIMBY, A.; ORLOV, B. Joelhos de remadores. In: CONGRESSO BRASILEIRO DE REMO, 12., 2014, Curitiba. "
        "Anais [...]. Curitiba: SBR, 2014. p. 33-40.",
        {
            "author": "QUIMBY A.; ORLOV B.",
            "type": "paper-conference",
            "title": "Joelhos de remadores",
            "in": "CONGRESSO BRASILEIRO DE REMO",
            "place": "Curitiba",
            "publisher": "SBR",
            "date": "2014",
            "page": "33-40",
        },
    ),
]

COURTS: list[Case] = [
    (
        "Quimby v. Orlov, 123 U.S. 456 (1987).",
        {
            "type": "legal_case",
            "title": "Quimby v. Orlov",
            "in": "U.S.",
            "date": "1987",
            "volume": "123",
            "page": "456",
        },
    ),
    (
        "Quimby v Rowing Board [2014] EWCA Civ 123.",
        {"type": "legal_case", "title": "Quimby v Rowing Board", "in": "EWCA Civ", "date": "2014", "page": "123"},
    ),
    (
        "Quimby v Orlov (2014) 12 ABC 123.",
        {"type": "legal_case", "title": "Quimby v Orlov", "in": "ABC", "date": "2014", "volume": "12", "page": "123"},
    ),
    (
        "Rowing Safety Act of 2014, Pub. L. No. 113-12, 128 Stat. 345 (2014).",
        {
            "type": "legislation",
            "title": "Rowing Safety Act of 2014",
            "in": "Stat.",
            "date": "2014",
            "volume": "128",
            "page": "345",
            "number": "113-12",
        },
    ),
]

NUMBERS: list[Case] = [
    (
        "Quimby A, Orlov B. Exercises for knees. Cochrane Database of Systematic Reviews 2014, Issue 3. Art. "
        "No.: CD099999.",
        {
            "author": "Quimby A; Orlov B",
            "type": "article-journal",
            "title": "Exercises for knees",
            "in": "Cochrane Database of Systematic Reviews",
            "date": "2014",
            "issue": "3",
            "page": "CD099999",
        },
    ),
    (
        "Quimby, A., & Orlov, B. (2021). Knees of rowers. PsyArXiv. https://doi.org/10.31234/osf.io/abcde",
        {
            "author": "Quimby A.; Orlov B.",
            "type": "article",
            "title": "Knees of rowers",
            "in": "PsyArXiv",
            "date": "2021",
        },
    ),
    (
        "Silva, J. Dor. Rev Bras Danca. 2014;12(3):101-10.",
        {
            "author": "Silva J",
            "type": "article-journal",
            "title": "Dor",
            "in": "Rev Bras Danca",
            "date": "2014",
            "volume": "12",
            "issue": "3",
            "page": "101-10",
        },
    ),
    (
        'Quimby, A. Maria. 2014. "Knees of Rowers." Acta Orthop 12 (3): 101–10.',
        {
            "author": "Quimby A. Maria",
            "type": "article-journal",
            "title": "Knees of Rowers",
            "in": "Acta Orthop",
            "date": "2014",
            "volume": "12",
            "issue": "3",
            "page": "101–10",
        },
    ),
]

CORRECTED: list[Case] = [
    (
        "Quimby A, Orlov B. Knees of rowers (Retraction of vol 3, pg 100, 2018). Acta Orthop. 2019;5:77.",
        {
            "author": "Quimby A; Orlov B",
            "type": "article-journal",
            "title": "Knees of rowers",
            "in": "Acta Orthop",
            "date": "2019",
            "volume": "5",
            "page": "77",
        },
    ),
    (
        "Quimby A, Orlov B. Knees of rowers (vol 12, 300, 2018). Acta Orthop. 2019;5(2):77.",
        {
            "author": "Quimby A; Orlov B",
            "type": "article-journal",
            "title": "Knees of rowers",
            "in": "Acta Orthop",
            "date": "2019",
            "volume": "5",
            "issue": "2",
            "page": "77",
        },
    ),
    (
        "Quimby A, Orlov B. Knees of rowers (Retracted article. See vol. 14, pg. 200, 2021). Acta Orthop. "
        "2019;5(2):77-80.",
        {
            "author": "Quimby A; Orlov B",
            "type": "article-journal",
            "title": "Knees of rowers",
            "in": "Acta Orthop",
            "date": "2019",
            "volume": "5",
            "issue": "2",
            "page": "77-80",
        },
    ),
    (
        "Quimby A, Orlov B. Knees of rowers. Acta Orthop. 2019;5:77 (Retraction of Acta Orthop 2018;3:100).",
        {
            "author": "Quimby A; Orlov B",
            "type": "article-journal",
            "title": "Knees of rowers",
            "in": "Acta Orthop",
            "date": "2019",
            "volume": "5",
            "page": "77",
        },
    ),
    (
        "Quimby A, Orlov B. Knees of rowers (volume 2). Acta Orthop. 2019;5(2):77-80.",
        {
            "author": "Quimby A; Orlov B",
            "type": "article-journal",
            "title": "Knees of rowers (volume 2)",
            "in": "Acta Orthop",
            "date": "2019",
            "volume": "5",
            "issue": "2",
            "page": "77-80",
        },
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*IMPRINTS, *THESES, *MEETINGS, *COURTS, *NUMBERS, *CORRECTED])
def test_each_field_is_taken_apart(text: str, expected: dict[str, str]) -> None:
    assert shown(parse(text).fields) == expected


REST = "Quimby A, Orlov B. Knees of rowers. Acta Orthop. 2014;12(3):101-10."
LEADS = "See|see|See also|see also:|See, e.g.,|e.g.,|E.g.|Cf.|cf.|Vgl.|Siehe auch|Voir|[12] See|vide|Ibid.,".split("|")
LEADS += (
    "See Table 2 in|Adapted from|as in|i.e.|i.e.,|Source:|Quelle:|Recent review:|Cp.|For details see"
    "|For details, see|[@quimby2019]|s. a.|In particular, see|Reprinted from:|As cited in|Data from"
    "|*Quimby 2019* —|_Quimby 2019_:|Quimby19 —|@quimby2019:|**[Quimby 2019]**|See Quimby 2019:|Note:"
    "|Based on|Quoted from|Zit. nach|Citado en:|Quimby (2019):|Quimby & Orlov 2019 –"
).split("|")


@pytest.mark.parametrize("lead", LEADS)
def test_what_sends_to_a_reference_is_no_author(lead: str) -> None:
    said, plain = parse(f"{lead} {REST}"), parse(REST)
    assert (said.fields, said.confidence) == (plain.fields, plain.confidence)
    assert said.parts[0].start == len(lead) + 1


@pytest.mark.parametrize(
    "name", ["See A", "See, A.", "See Toh W", "Seeger A", "Ver A", "Ver Eecke W", "Cf A", "Source A"]
)
def test_somebody_who_is_called_so_is_an_author(name: str) -> None:
    assert nlm(parse(f"{name}, Orlov B. Knees of rowers. Acta Orthop. 2014;12:3.").fields.author[0]) == name.replace(
        ",", ""
    ).rstrip(".")


@pytest.mark.parametrize("end", [", and", " and", ", &", ", et al, and", ", und"])
def test_an_and_before_nobody_names_nobody(end: str) -> None:
    found = parse(f"Quimby A, Orlov B{end}. Knees of rowers. Acta Orthop. 2014;12(3):101-10.").fields
    assert found.author == parse(REST).fields.author


def test_family_names_in_capitals_stand_behind_given_names() -> None:
    found = parse("QUIMBY, Anna, Boris ORLOV und Carl STRONG, 2014. Knie der Ruderer. Acta Orthop. 12(3), S. 101-110.")
    assert [(one.family, one.given) for one in found.fields.author] == [
        ("QUIMBY", "Anna"),
        ("ORLOV", "Boris"),
        ("STRONG", "Carl"),
    ]
