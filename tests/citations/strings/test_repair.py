"""What rules put right behind the model. The strings are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cluneal_lit.citations.parse import parse
from cluneal_lit.citations.strings import repair_books as books
from cluneal_lit.citations.strings import repair_editions as editions
from cluneal_lit.citations.strings import repair_gaps as gaps
from cluneal_lit.citations.strings import repair_issues as issues
from cluneal_lit.citations.strings import repair_journals as journals
from cluneal_lit.citations.strings import repair_places as places
from cluneal_lit.citations.strings import repair_titles as titles
from cluneal_lit.citations.strings.phrases import Phrases
from cluneal_lit.citations.strings.reading import cut
from cluneal_lit.citations.strings.repair import RULES, repaired
from cluneal_lit.citations.strings.segments import Segment, Segments, segments
from cluneal_lit.citations.strings.tokens import Tokens, tokens

PIECES = (
    "Smith J, ",
    "Brown K. ",
    "In: ",
    "“",
    "”",
    "12(",
    "²",
    "Jr ",
    "2011,May ",
    "(Pavia)",
    "10.1016/x",
    "e!",
    "\u200d",
)


# What rules ask for, and how a model may mark it, however wrongly.
ASKED = tuple(
    "in In : , . ; ( ) [ ] “ ” - 12 2019 3 May pp abstr Released Oslo St Press eds GBD Knee Investigators on behalf of"
    " for the Group Journal Rev 2nd edition Thesis PII S R package version 1 & Siglo Erratum Advance online publication"
    " Report No M ! 李 A B v U.S. Pub. L. vol of see Poster presented at Series Elsevier Press Univ Anais DO JOELHO М"
    " Association issue bis März Auflage überarb [M] / Reply Chapter Unit p Trichotillomania IEEE Proc ii".split()
)
MARKED = ("O", *(f"{sign}-{label}" for label in ("author", "title", "journal", "booktitle", "editor") for sign in "BI"))
MARKED += tuple(f"B-{label}" for label in ("publisher", "location", "year", "volume", "issue", "pages", "edition"))


def said(text: str) -> dict[str, str]:
    """The parts of a string by their fields; the first of each."""
    found: dict[str, str] = {}
    for part in parse(text).parts:
        found.setdefault(part.field, text[part.start : part.end])
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quimby A. Knees of rowers. Oslo: Patella Press; 2011. 302 p.", {"page": None, "publisher": "Patella Press"}),
        ("Quimby A. Rowing hurts. El Remo, 12 mar. 2017.", {"volume": None, "page": None}),
        ("Quimby A, Orlov B. Knees of rowers in winter. J Bone Joint Surg. 2008; (22):3168-70.", {"issue": "22"}),
        ("Quimby A. The rower. Alfred A. Knopf; 1995.", {"title": "The rower", "publisher": "Alfred A. Knopf"}),
        (
            "Quimby A. Knees of rowers. In: Orlov B, editor. Book of knees. 2nd ed. London: Hip Press; 2010. p. 11-20.",
            {"title": "Knees of rowers", "editor": "Orlov B", "container-title": "Book of knees"},
        ),
        (
            "1. Quimby A, Orlov B. Knees of rowers. Spine. 2018;15:25-32. 2. Strong C. Hips. Pain. 1957;26:417-29.",
            {"author": "Quimby A, Orlov B", "title": "Knees of rowers", "volume": "15"},
        ),
        (
            "KNEES Research Group, Quimby A, Orlov B. A trial of rowing. N Engl J Med. 2015;373(22):2103-16.",
            {"author": "KNEES Research Group, Quimby A, Orlov B", "publisher": None},
        ),
        (
            "Quimby A. Knees of rowers. Last accessed: Jan. 14, 2024.",
            {"title": "Knees of rowers", "volume": None, "page": None},
        ),
        (
            "Quimby A, Orlov B. Knees of rowers. Acta Remi 5(supl. 2): 387-389, 2007.",
            {"volume": "5", "issue": "supl. 2"},
        ),
        ("Quimby A. Knees of rowers. Acta Remi. 15. März 2012;109(11):200-5.", {"volume": "109", "issue": "11"}),
        (
            "Janet L. Nelson, The rowers of Oslo, London, Patella Press, 1996.",
            {"author": "Janet L. Nelson", "title": "The rowers of Oslo"},
        ),
        (
            "Quimby, A. B.; Orlov, C.; Strong, D. Vitamin D: an overview of its role. Acta Remi 2012, 70, 52-53.",
            {"title": "Vitamin D: an overview of its role"},
        ),
        (
            "Quimby, A. Lesões em remadores. 2011. Tese (Doutorado) – Universidade de Remo, Remo, 2011.",
            {"title": "Lesões em remadores"},
        ),
        (
            "Quimby A. Knees of rowers. In Sports injuries, edited by Boris Orlov. Oslo: Patella Press, 2012.",
            {"title": "Knees of rowers", "container-title": "Sports injuries", "editor": "Boris Orlov"},
        ),
        (
            "赵某,钱某,等.划船者的膝关节[J].中国运动杂志,2005,18(3):145-147.",
            {"author": "赵某,钱某,等", "title": "划船者的膝关节", "container-title": "中国运动杂志", "page": "145-147"},
        ),
        (
            "赵某, 钱某, 等. 2005. 划船者的膝关节[J]. 中国运动杂志, 18(3): 145-147.",
            {"author": "赵某, 钱某, 等", "issued": "2005", "title": "划船者的膝关节", "volume": "18"},
        ),
        (
            "赵某，钱某（2005）．划船者的膝关节［J］．中国运动杂志，18（3）：145-147．",
            {"author": "赵某，钱某", "issued": "2005", "title": "划船者的膝关节", "container-title": "中国运动杂志"},
        ),
        ("赵某, 钱某. 2005a. 划船[J]. 中国运动杂志, 18(3): 145-147.", {"author": "赵某, 钱某", "issued": "2005"}),
        (
            "赵某, 钱某. 2016-03-01. 划船[EB/OL]. [2018-01-01]. https://remi.example/knees.",
            {"author": "赵某, 钱某", "issued": "2016", "title": "划船"},
        ),
        (
            "赵某. 划船者的膝关节[M]. 北京: 膝出版社, 2003: 12-15.",
            {"title": "划船者的膝关节", "publisher-place": "北京", "publisher": "膝出版社", "container-title": None},
        ),
        (
            "赵某. 膝关节的诊断[C]//划船大会论文集. 北京: 膝出版社, 2010: 12-15.",
            {"title": "膝关节的诊断", "container-title": "划船大会论文集"},
        ),
        (
            "山本太郎，鈴木花子：膝の診断と治療．膝の雑誌 66：345–350，2015",
            {"author": "山本太郎，鈴木花子", "title": "膝の診断と治療"},
        ),
        (
            "Орлов И.И., Ершов П.П. Колени гребцов / И.И. Орлов // Журнал гребли. 2012. Т. 17, № 2. С. 25–30.",
            {"title": "Колени гребцов", "container-title": "Журнал гребли", "volume": "17", "issue": "2"},
        ),
        (
            "Quimby A. Knees. In: Orlov B, editor. Book of knees. 41st ed. London: Hip Press; 2010. p. 11-20.",
            {"container-title": "Book of knees", "edition": "41", "publisher-place": "London"},
        ),
        (
            "Quimby A (2012). Textbook of knees (4th ed.). Oslo: Hip Press.",
            {"title": "Textbook of knees", "edition": "4"},
        ),
        ("Boris C. Quimbyson, Phys. Rev. Lett. 90, 252501 (2003)", {"author": "Boris C. Quimbyson", "title": None}),
        (
            "Anna L. Quimby and Boris L. White. How to row accurately. In ACM Conference on Rowing, 25(6):112-6, 1990.",
            {"author": "Anna L. Quimby and Boris L. White", "title": "How to row accurately"},
        ),
        (
            "A. Quimby and B. C. Orlov, High Energy Phys. Nucl. Phys. 30, 591 (2006).",
            {"title": None, "container-title": "High Energy Phys. Nucl. Phys", "volume": "30"},
        ),
        ("Quimby P (2011) Knees of rowers. Vaccine 29S: D104–D110.", {"volume": "29S", "page": "D104–D110"}),
        ("Quimby A. Vitamin [D] in knees. Bone. 2011;3:4-5.", {"title": "Vitamin [D] in knees"}),
        (
            "Quimby A. Knees of rowers. Acta Remi. https://remi.example//knees. 2011;3:4-5.",
            {"title": "Knees of rowers", "container-title": "Acta Remi"},
        ),
    ],
)
def test_the_form_of_a_reference_is_kept(text: str, expected: dict[str, str | None]) -> None:
    found = said(text)
    assert {field: found.get(field) for field in expected} == expected


@pytest.mark.parametrize(
    ("rule", "text", "given", "mended"),
    [
        (
            books.university_of_a_thesis,
            "Quimby A. Knees. PhD thesis, Patella University, Oslo, 2012",
            [("author", "Quimby A"), ("title", "Knees"), ("year", "2012")],
            [("publisher", "Patella University")],
        ),
        (
            editions.place_behind_edition,
            "Quimby A. Knees. 3rd ed. Upper River (NJ): Patella Press; 2012",
            [("title", "Knees"), ("editor", "Upper River")],
            [("location", "Upper River")],
        ),
        (
            books.book_within_title,
            "Dogs, in The Origins of pets, eds Orlov B. (Oslo: Patella Press)",
            [("title", "Dogs, in The Origins of pets"), ("editor", "Orlov B"), ("publisher", "Patella Press")],
            [("title", "Dogs"), ("booktitle", "The Origins of pets")],
        ),
        (
            books.book_within_title,
            "Dogs. Pages 457–481 in Origins of pets. Patella Press",
            [("title", "Dogs. Pages 457–481 in Origins of pets"), ("publisher", "Patella Press")],
            [("title", "Dogs"), ("pages", "457–481"), ("booktitle", "Origins of pets")],
        ),
        (places.volume_behind_journal, "Knees. Hum Geogr 25, no. 4", [("journal", "Hum Geogr 25")], [("volume", "25")]),
        (issues.issue_behind_volume, "Acta Remi 26, n° 1-2 (2004)", [("volume", "26")], [("issue", "1-2")]),
        (
            places.volume_behind_year,
            "JAMA 2010, 303:235-41",
            [("volume", "2010"), ("issue", "303"), ("pages", "235-41")],
            [("year", "2010"), ("volume", "303"), ("pages", "235-41")],
        ),
        (places.year_behind_journal, "Ageing Soc 2000, 20(6)", [("journal", "Ageing Soc 2000")], [("year", "2000")]),
        (
            titles.brackets_of_titles,
            "[NiFe]-hydrogenases of it",
            [("title", "-hydrogenases of it")],
            [("title", "[NiFe]-hydrogenases of it")],
        ),
        (
            journals.place_of_journal,
            "Spine (Phila Pa 1976) 2004, 29",
            [("journal", "Spine"), ("year", "1976"), ("volume", "29")],
            [("journal", "Spine (Phila Pa 1976)"), ("volume", "29")],
        ),
        (places.volume_apart, "PLOS 8(6): 65", [("volume", "8(6)")], [("volume", "8"), ("issue", "6")]),
        (
            places.volume_apart,
            "Proc ECCV: 418",
            [("journal", "Proc"), ("volume", "ECCV"), ("pages", "418")],
            [("journal", "Proc ECCV"), ("pages", "418")],
        ),
        (places.volume_without_issue, "Phys Rev E. 85, 0411", [("issue", "85"), ("pages", "0411")], [("volume", "85")]),
        (places.volume_without_issue, "Acta, vol. 15, p. 2", [("volume", "15"), ("issue", "2")], [("pages", "2")]),
        (places.pages_behind_colon, "Acta Remi 1: 4, 2012", [("volume", "1"), ("issue", "4")], [("pages", "4")]),
        (
            journals.place_of_journal,
            "Knees. J Pharm Assoc (2003). 2021;61(1)",
            [("journal", "J Pharm Assoc"), ("year", "2003"), ("volume", "61")],
            [("journal", "J Pharm Assoc (2003)"), ("volume", "61")],
        ),
        (
            journals.place_of_journal,
            "Knees. Methods (Clifton, NJ). 2007;1",
            [("journal", "Methods")],
            [("journal", "Methods (Clifton, NJ)")],
        ),
        (
            journals.place_of_journal,
            "Knees. Acta Remi (2003), 61, 4",
            [("journal", "Acta Remi"), ("year", "2003")],
            [("year", "2003")],
        ),
    ],
)
def test_a_rule_mends_what_is_marked(
    rule: Callable[[Tokens, Segments], Segments],
    text: str,
    given: list[tuple[str, str]],
    mended: list[tuple[str, str]],
) -> None:
    found = cut(text).tokens
    after = rule(found, [stretch(found, text, label, part) for label, part in given])
    assert {*(stretch(found, text, *one) for one in mended)} <= {*after}
    assert len(after) == len({one.start for one in after})


def stretch(found: Tokens, text: str, label: str, part: str) -> Segment:
    start, end = text.index(part), text.index(part) + len(part)
    return Segment(label, found.starts.index(start), found.ends.index(end) + 1)


def test_an_identifier_that_is_cut_off_is_no_other() -> None:
    text = f"{'Quimby A. ' + 'Knees of rowers. ' * 233} 10.1016/j.spinee.2018.01.001"
    assert parse(text + " " * 10).ids.doi in ("", "10.1016/j.spinee.2018.01.001")


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@example("Jr " * 1333)
@example(', doi:\u200d"\x01Smith J, "\u200d\udc80\x15´}')
@example("e!e!")
def test_parts_stand_apart_whatever_the_text(text: str) -> None:
    edges = [edge for part in parse(text).parts for edge in (part.start, part.end)]
    assert edges == sorted(edges)


NO_NAMES = Phrases((), ())


def one_by_one(found: Tokens, marked: Segments) -> Segments:
    """What rules make of segments when each is asked in turn."""
    mended = journals.journal_found(found, marked, NO_NAMES)
    for rule in RULES:
        mended = sorted(rule(found, mended), key=lambda one: one.start)
    return gaps.own_journal(found, mended, NO_NAMES)


@settings(max_examples=300)
@given(st.lists(st.tuples(st.sampled_from(ASKED), st.sampled_from(MARKED)), min_size=1, max_size=14))
@example([("Hips", "B-title"), (":", "O"), ("in", "B-editor")])
@example([("2019", "B-year"), (":", "O"), ("3", "B-volume")])
@example([(".", "O"), ("[M]", "O"), (".", "O")])
@example([("2019", "B-year"), (":", "O"), ("12", "B-title"), ("pp", "I-title")])
@example([("in", "B-author"), ("PII", "B-journal")])
def test_rules_keep_fields_apart_whatever_is_marked(marked: list[tuple[str, str]]) -> None:
    found = tokens(" ".join(text for text, _ in marked))
    labels = [label for (text, label) in marked for _ in tokens(text).texts]
    mended = repaired(found, segments(labels), NO_NAMES)
    assert mended == one_by_one(found, segments(labels))
    edges = [edge for one in mended for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    assert all(0 <= one.start < one.end <= len(found.texts) for one in mended)
