"""Forms in which one field is easily taken for another: what parse says of them, whole. Every work is invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations.parse import parse
from tests.citations.strings.test_rarer_forms import shown

QUIMBY = {"author": "Quimby A", "title": "Knees of rowers"}
PAGE = {"author": "Quimby A", "type": "webpage", "title": "Knees of rowers"}
HIPS = {"author": "Nowak A", "type": "chapter", "title": "Leczenie kolana"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ISRCTN registry. ISRCTN09999999: Knees of rowers. 2018. https://doi.org/10.1186/ISRCTN09999999",
            {"author": "ISRCTN registry", "title": "Knees of rowers", "date": "2018", "number": "ISRCTN09999999"},
        ),
        (
            "EU Clinical Trials Register. Knees of rowers. EudraCT 2014-009999-12.",
            {"author": "EU Clinical Trials Register", "title": "Knees of rowers", "number": "2014-009999-12"},
        ),
        (
            "ClinicalTrials.gov. Knees of rowers. Identifier NCT09999999. 2019.",
            {"author": "ClinicalTrials.gov", "title": "Knees of rowers", "date": "2019"},
        ),
    ],
)
def test_a_register_of_trials_is_a_group_and_its_number_stays(text: str, expected: dict[str, str]) -> None:
    assert shown(parse(text).fields) == {"type": "webpage", **expected}


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("Oslo: Patella Institute; 2010. Report No.: 12.", {"number": "12"}),
        ("Report No.: WHO/12.3. Oslo: Patella Institute; 2010.", {"number": "WHO/12.3"}),
        ("(Report No. 12-EHC034). Oslo: Patella Institute; 2010.", {"number": "12-EHC034"}),
    ],
)
def test_the_number_of_a_report_stays(rest: str, expected: dict[str, str]) -> None:
    placed = {"type": "report", "place": "Oslo", "publisher": "Patella Institute", "date": "2010"}
    assert shown(parse(f"Quimby A. Knees of rowers. {rest}").fields) == {**QUIMBY, **placed, **expected}


@pytest.mark.parametrize(
    "rest",
    [
        "Dissertation, University of Remo, 2004.",
        "PhD thesis, University of Remo, 2004.",
        "Med. Diss., University of Remo 2004",
        "Inaugural-Dissertation. University of Remo; 2004.",
    ],
)
def test_the_word_for_a_thesis_is_in_no_other_field(rest: str) -> None:
    whole = {**QUIMBY, "type": "thesis", "publisher": "University of Remo", "date": "2004"}
    assert shown(parse(f"Quimby A. Knees of rowers. {rest}").fields) == whole


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("Accessed May 4, 2021. https://www.example.org/k. Published 2018.", {"date": "2018"}),
        ("https://www.example.org/k (last accessed 2021; first published 2014).", {"date": "2014"}),
        ("[Accessed 2021 May 4]. https://www.example.org/k 2014", {"date": "2014"}),
        ("n.d. [cited 2021 May 4]. Available from: https://www.example.org/k", {}),
        ("(s.d.). Disponible en: https://www.example.org/k. Consultado el 4 de mayo de 2021.", {}),
    ],
)
def test_the_day_of_a_visit_is_no_date_beside_another_or_none(rest: str, expected: dict[str, str]) -> None:
    assert shown(parse(f"Quimby A. Knees of rowers. {rest}").fields) == {**PAGE, **expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quimby A: Knees of rowers. Basel, Karger, 1998.", {**QUIMBY, "type": "book"}),
        (
            "Quimby A: Knees of rowers; in Strong B (ed): Rowing and Health. Med Sport Sci. Basel, Karger, 1998, "
            "vol 12, pp 12–34.",
            {
                **QUIMBY,
                **{"editor": "Strong B", "type": "chapter", "in": "Rowing and Health"},
                **{"volume": "12", "page": "12–34"},
            },
        ),
    ],
)
def test_a_house_behind_a_place_and_a_comma_is_the_publisher(text: str, expected: dict[str, str]) -> None:
    assert shown(parse(text).fields) == {**expected, "place": "Basel", "publisher": "Karger", "date": "1998"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nowak A. Leczenie kolana [w:] Kowal J. (red.), Ortopedia. PZWL, Warszawa 2010, s. 12-34.", "Kowal J."),
        ("Nowak A., Leczenie kolana, [w:] Ortopedia, red. J. Kowal, PZWL, Warszawa 2010, s. 12-34.", "Kowal J."),
        ("Nowak A. Leczenie kolana. W: Kowal J, red. Ortopedia. Warszawa: PZWL; 2010. s. 12-34.", "Kowal J"),
    ],
)
def test_polish_chapters_stand_in_their_books(text: str, expected: str) -> None:
    placed = {"in": "Ortopedia", "place": "Warszawa", "publisher": "PZWL", "date": "2010", "page": "12-34"}
    assert shown(parse(text).fields) == {**HIPS, "editor": expected, **placed}


@pytest.mark.parametrize(
    ("book", "expected"),
    [
        (
            "In: Rowing. Proceedings of the 12th Conference on Rowing. pp. 12–18. Springer, Oslo (2018)",
            {"publisher": "Springer"},
        ),
        (
            "In: Strong C, editor. Rowing. Proceedings of the 12th Conference on Rowing. Oslo: Patella; 2018. "
            "p. 12–18.",
            {"editor": "Strong C"},
        ),
    ],
)
def test_proceedings_of_two_sentences_are_one_book(book: str, expected: dict[str, str]) -> None:
    placed = {"in": "Rowing. Proceedings of the 12th Conference on Rowing", "place": "Oslo", "publisher": "Patella"}
    whole = {**QUIMBY, **placed, "type": "paper-conference", "date": "2018", "page": "12–18"}
    assert shown(parse(f"Quimby A. Knees of rowers. {book}").fields) == {**whole, **expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "RKD – Rowers' Knee Department. Knees of rowers. Oslo: RKD, 2012.",
            {
                "author": "RKD – Rowers' Knee Department",
                "title": "Knees of rowers",
                **{"type": "book", "place": "Oslo", "publisher": "RKD", "date": "2012"},
            },
        ),
        (
            "Quimby A (2002) Knees of rowers In: Strong CD. Hips of rowers. Oslo: Patella Press. pp. 5-32.",
            {
                **{**QUIMBY, "editor": "Strong CD", "type": "chapter", "in": "Hips of rowers", "place": "Oslo"},
                **{"publisher": "Patella Press", "date": "2002", "page": "5-32"},
            },
        ),
        (
            "Quimby A (2010) Knees of rowers in winter and in spring. Acta Orthop 86 (Suppl 2) ii28–ii34.",
            {
                **{"author": "Quimby A", "title": "Knees of rowers in winter and in spring", "type": "article-journal"},
                **{"in": "Acta Orthop", "date": "2010", "volume": "86", "issue": "Suppl 2", "page": "ii28–ii34"},
            },
        ),
    ],
)
def test_what_the_model_leaves_unmarked_is_found(text: str, expected: dict[str, str]) -> None:
    assert shown(parse(text).fields) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ROWER, A. Joelhos de remadores no inverno. Remo: teoria e prática, São Paulo, v. 23, n. 1, p. 33-42, "
            "2007.",
            {"title": "Joelhos de remadores no inverno", "in": "Remo: teoria e prática"},
        ),
        (
            "Rower A. Knees of rowers in winter. BOAT Public Health Surveill. 2007;23(1):33-42.",
            {"title": "Knees of rowers in winter", "in": "BOAT Public Health Surveill"},
        ),
        (
            "Rower A (2007) Knees of rowers caught off Oslo, Norway. 10. The knee Genu remigis (Rower 1818). "
            "Afr J Mar Sci 23(1): 33-42.",
            {
                "title": "Knees of rowers caught off Oslo, Norway. 10. The knee Genu remigis (Rower 1818)",
                "in": "Afr J Mar Sci",
            },
        ),
    ],
)
def test_titles_and_journals_are_whole(text: str, expected: dict[str, str]) -> None:
    fields = shown(parse(text).fields)
    place = {"date": "2007", "volume": "23", "issue": "1", "page": "33-42"}
    assert {**fields, "author": ""} == {**expected, **place, "author": "", "type": "article-journal"}
