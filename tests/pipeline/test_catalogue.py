"""Which work of a closed catalogue each query means. All items and queries are invented."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from cluneal_lit.errors import StoreError
from cluneal_lit.formats import csl_judged
from cluneal_lit.pipeline.catalogue import Answer, answers

TITLE = "Entrapment of an invented nerve below the invented crest"
ITEM: dict[str, Any] = {
    "id": 7,
    "type": "article-journal",
    "title": f"<i>Entrapment</i>{TITLE[10:]}.",
    "author": [{"family": "Quimby", "given": "Anna"}, {"family": "Orlov", "given": "B"}],
    "container-title": "Journal of Invented Medicine",
    "issued": {"date-parts": [[2011]]},
    "volume": "24",
    "page": "137-144",
    "DOI": "10.9999/invented.7",
}
OTHER = {**ITEM, "id": "other", "title": "A history of golfers and their backs", "page": "1-9", "DOI": "10.9999/other"}
RAW = f"Quimby A, Orlov B. {TITLE}. J Invent Med. 2011;24:137-144."


def asked(folder: Path, queries: str, *items: dict[str, Any]) -> list[Answer]:
    (folder / "works.jsonl").write_text("".join(f"{json.dumps(item)}\n" for item in items or (ITEM, OTHER)))
    (folder / "queries").write_text(queries)
    return list(answers(folder / "works.jsonl", folder / "queries"))


def test_an_answer_has_the_id_of_the_item_the_score_and_the_reasons(tmp_path: Path) -> None:
    assert asked(tmp_path, RAW) == [
        Answer(
            "match",
            7,
            11.5,
            ("title: equal", "author: equal", "year: equal", "journal: equal", "volume: equal", "pages: equal"),
        )
    ]


def test_of_titles_in_a_list_the_first_counts_and_of_what_a_chapter_stands_in_the_last(tmp_path: Path) -> None:
    listed = {
        **ITEM,
        "title": [ITEM["title"]],
        "container-title": [ITEM["container-title"], "J Invent Med"],
        "DOI": None,
    }
    chapter = {**listed, "id": "chapter", "type": "book-chapter", "container-title": ["Series", "Backs of golfers"]}
    for item, container in ((listed, "Journal of Invented Medicine"), (chapter, "Backs of golfers")):
        read, *wrong = csl_judged.record(item, "x", "works.json")
        assert (read.fields.title, read.fields.container_title, wrong) == (TITLE, container, [(), ()])
        (found,) = asked(tmp_path, json.dumps({**item, "id": None}), item)
        assert (found.answer, found.id, found.why[3]) == ("match", item["id"], "journal: equal")


def test_a_reference_without_its_title_whose_volume_is_wrong_is_a_question(tmp_path: Path) -> None:
    raw = "Quimby A, Orlov B, … J Invent Med. 2011;4:137-144."
    assert [(one.answer, one.id) for one in asked(tmp_path, raw)] == [("unsure", 7)]
    assert [one.answer for one in asked(tmp_path, raw.replace("137-144", "237"))] == ["none"]


def test_an_end_that_only_one_title_has_does_not_part_what_one_identifier_names(tmp_path: Path) -> None:
    shorter = {key: ITEM[key] for key in ("title", "author", "issued", "DOI")}
    (found,) = asked(tmp_path, json.dumps(shorter), {**ITEM, "title": f"{TITLE}: study protocol"})
    assert (found.answer, found.id) == ("match", 7)


def test_a_short_title_of_a_book_is_a_question_with_its_reason(tmp_path: Path) -> None:
    book = {**{key: ITEM[key] for key in ("id", "author", "issued")}, "type": "book", "publisher": "Nowhere"}
    said = "Quimby A, Orlov B. Golfing. Nowhere; 2011."
    short, longer = ({**book, "title": title} for title in ("Golfing", "Golfing: an invented history of backs"))
    (of_short,), (of_longer,) = asked(tmp_path, said, short), asked(tmp_path, said, longer)
    assert (of_short.answer, of_longer.answer) == ("unsure", "unsure")
    assert of_short.why[-1] == "its title is short, and its place does not say that it is the one"


def test_a_separator_of_lines_within_a_query_does_not_end_it(tmp_path: Path) -> None:
    query = json.dumps({"raw": RAW.replace("below the", "below\u2028the\x0c")}, ensure_ascii=False)
    assert [(one.answer, one.id) for one in asked(tmp_path, f"{query}\r\n{query}\r\n")] == [("match", 7)] * 2


def test_queries_are_answered_in_their_order_in_every_form(tmp_path: Path) -> None:
    nothing = "Zabel C. Nothing that anybody ever wrote. Ann Nowhere. 1999;3:1-9."
    item = {key: value for key, value in OTHER.items() if key not in ("id", "DOI")}
    lines = f"{RAW}\n\n{json.dumps({'raw': RAW})}\n{nothing}\n{json.dumps(item)}\n"
    array = json.dumps([RAW, {"raw": RAW}, nothing, item])
    empty = Answer("none", why=("the line is empty",))
    assert asked(tmp_path, lines)[1] == empty
    for queries in (lines, array):
        assert [(one.answer, one.id) for one in asked(tmp_path, queries) if one != empty] == [
            ("match", 7),
            ("match", 7),
            ("none", None),
            ("match", "other"),
        ]


def test_a_catalogue_may_be_an_array_and_queries_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "works.json").write_text(json.dumps([ITEM, OTHER], indent=1))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"[1] {RAW}".encode())))
    assert [one.id for one in answers(tmp_path / "works.json", None)] == [7]


def test_fields_beside_a_string_count_before_what_it_is_read_as(tmp_path: Path) -> None:
    query = {"raw": "Quimby, nerve entrapment", "title": TITLE, "author": [{"family": "Quimby"}], "volume": 24}
    assert [one.answer for one in asked(tmp_path, json.dumps(query))] == ["match"]


def test_of_two_items_that_are_one_work_the_first_is_given_and_the_other_named(tmp_path: Path) -> None:
    (found,) = asked(tmp_path, RAW, {**ITEM, "id": "b", "DOI": "10.9999/b"}, ITEM)
    assert (found.answer, found.id, found.why[-1]) == ("match", "b", "7 is the same work")


def test_two_works_that_fit_as_well_are_unsure(tmp_path: Path) -> None:
    later = {
        **ITEM,
        "id": "later",
        "volume": "25",
        "page": "1-9",
        "issued": {"date-parts": [[2012]]},
        "DOI": "10.9999/l",
    }
    earlier = {**ITEM, "id": "earlier"}
    (found,) = asked(tmp_path, f"Quimby A, Orlov B. {TITLE}. J Invent Med.", earlier, later)
    assert (found.answer, found.id, found.why[-1]) == ("unsure", "earlier", "later fits as well")


def test_an_identifier_of_another_work_is_a_question(tmp_path: Path) -> None:
    (found,) = asked(tmp_path, f"{RAW} doi:10.9999/other")
    assert found.id == 7


@pytest.mark.parametrize(
    "query",
    [
        {"DOI": "10.9999/invented.7"},
        {"raw": "doi:10.9999/invented.7"},
        {"raw": "https://doi.org/10.9999/invented.7"},
        {"raw": "See DOI 10.9999/Invented.7."},
        {"raw": "[3] 10.9999/invented.7"},
    ],
)
def test_an_identifier_that_an_item_has_is_enough(tmp_path: Path, query: object) -> None:
    fields = ("title", "author", "year", "journal", "volume", "pages")
    why = ("doi:10.9999/invented.7: equal", *(f"{field}: missing" for field in fields))
    assert asked(tmp_path, json.dumps(query)) == [Answer("match", 7, 4.0, why)]


def test_an_identifier_is_not_enough_where_a_field_contradicts_it(tmp_path: Path) -> None:
    query = {"DOI": "10.9999/invented.7", "issued": {"date-parts": [[1999]]}}
    (found,) = asked(tmp_path, json.dumps(query))
    assert (found.answer, found.id, found.why[3]) == ("unsure", 7, "year: contradicting (0.08): 1999 | 2011")


def test_an_identifier_that_two_works_have_is_a_question(tmp_path: Path) -> None:
    found = asked(tmp_path, '{"DOI": "10.9999/invented.7"}', ITEM, {**OTHER, "DOI": ITEM["DOI"]})
    assert [(one.answer, one.id, one.why[-1]) for one in found] == [("unsure", 7, "other fits as well")]


def test_the_label_of_an_identifier_is_no_author(tmp_path: Path) -> None:
    (found,) = asked(tmp_path, f"doi:10.9999/invented.7 {TITLE}. 2011")
    assert (found.answer, found.id, found.why[2]) == ("match", 7, "author: missing")


@pytest.mark.parametrize(
    ("catalogue", "queries", "message"),
    [
        ("", RAW, "works: is empty or not there; name a catalogue, a CSL-JSON array or JSON Lines"),
        ('{"id": 1, "title": "A"}\n{"id": 2,\n', RAW, "works: line 2, column 10: no JSON: "),
        ('[{"title": "A"}]', RAW, "works: item 1: is no CSL-JSON item with an id; give it one"),
        ('{"id": "", "title": "A"}', RAW, "works: item 1: is no CSL-JSON item with an id; give it one"),
        (json.dumps(ITEM), f'[{{"raw": "{RAW}"}},\n{{]', "queries: line 2, column 2: no JSON: "),
    ],
)
def test_bad_input_is_told_in_one_line(tmp_path: Path, catalogue: str, queries: str, message: str) -> None:
    (tmp_path / "works").write_text(catalogue)
    (tmp_path / "queries").write_text(queries)
    with pytest.raises(StoreError) as told:
        list(answers(tmp_path / "works", tmp_path / "queries"))
    said = str(told.value)
    assert (said.startswith(f"{tmp_path}/{message}"), "\n" in said) == (True, False), said


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ('{"raw": 3}', "queries: query 1: `raw` is no text; "),
        (f'{RAW}\n{{"raw": "A"', "queries: line 2: column 12: no JSON: "),
        ("[7]", "queries: query 1: is no query; "),
        ("{}", "queries: query 1: says nothing about a work; "),
        ("null", "queries: line 1: is no query; "),
        (f"{RAW}\n[]", "queries: line 2: is no query; "),
        ('{"author": "x"}', "queries: query 1: `author` does not have the form that CSL-JSON gives it; "),
        ('{"DOI": "x"}', "queries: query 1: x is not a DOI: a DOI begins with 10., digits and a slash; "),
    ],
)
def test_a_query_that_is_none_is_told_and_the_others_are_answered(tmp_path: Path, query: str, message: str) -> None:
    *others, told = asked(tmp_path, query)
    assert all(one.answer == "match" and not one.fault for one in others)
    assert (told.answer, told.why) == ("none", (told.fault,))
    assert told.fault.startswith(f"{tmp_path}/{message}")


@pytest.mark.parametrize(
    ("item", "message"),
    [
        ({"author": "x"}, "`author` does not have the form that CSL-JSON gives it; mend it, it was left out"),
        ({"id": 7}, "its id 7 is that of an item before it; give each its own"),
    ],
)
def test_what_is_wrong_with_a_value_of_an_item_is_told_behind_the_answers(
    tmp_path: Path, item: dict[str, Any], message: str
) -> None:
    works, queries = tmp_path / "works.jsonl", tmp_path / "queries"
    works.write_text("".join(f"{json.dumps(one)}\n" for one in (ITEM, {**OTHER, **item})))
    queries.write_text(RAW)
    given = answers(works, queries)
    assert next(given).id == 7
    with pytest.raises(StoreError) as told:
        next(given)
    assert str(told.value) == f"{works}: line 2: {message}"


UNDATED: tuple[Any, ...] = (
    {"date-parts": [["x"]]},
    {"date-parts": [[None]]},
    {"date-parts": [[20180]]},
    {"date-parts": [[0]], "literal": "in press"},
    {"raw": "soon"},
    {"date-parts": [[""]]},
    {"date-parts": [None]},
    {"date-parts": {"year": 2018}},
    {"date-parts": [[[2018]]]},
    {"raw": ["2018"]},
    {"literal": ["2018"]},
    {"year": 2018},
    "soon",
    20180,
    [2018],
)
ISSUED = "`issued` does not have the form that CSL-JSON gives it; mend it, it was left out"


@pytest.mark.parametrize("parts", [[2011, 13], [2011, 2, 31], [2011, "Foo"], [2011, 0]])
def test_a_month_or_day_that_no_calendar_has_is_told_of_items_and_of_queries(tmp_path: Path, parts: object) -> None:
    told = "`issued` has a month or day that no calendar has; mend it, the year was taken"
    wrong = {**ITEM, "issued": {"date-parts": [parts]}}
    (found,) = asked(tmp_path, json.dumps(wrong))
    assert (found.answer, found.why[-1], "year: equal" in found.why) == ("match", told, True)
    assert csl_judged.record(wrong, "x", "works.json")[2] == (told,)
    for right in ([2011, "2", 28], [2011, "Feb"], [2011], ["2011", ""], [2012, 2, 29]):
        assert csl_judged.record({**ITEM, "issued": {"date-parts": [right]}}, "x", "works.json")[2] == ()


@pytest.mark.parametrize("issued", UNDATED)
def test_a_date_without_a_year_is_told_of_items_and_of_queries(tmp_path: Path, issued: object) -> None:
    query = {**ITEM, "issued": issued}
    found, alone = asked(tmp_path, f"{json.dumps(query)}\n{json.dumps({'issued': issued})}")
    assert (found.answer, found.why[3], found.why[-1]) == ("match", "year: missing", ISSUED)
    assert (alone.answer, alone.fault) == ("none", f"{tmp_path}/queries: line 2: {ISSUED}")
    with pytest.raises(StoreError, match=r"works\.jsonl: item 1: `issued` does not have the form"):
        asked(tmp_path, RAW, query)


@pytest.mark.parametrize(
    "issued",
    [
        *(None, "", {}, {"date-parts": [[]]}, {"literal": "in press"}),
        *(
            {"date-parts": [["2011", "3"]]},
            "March 2011",
            {"raw": "2011"},
            {"date-parts": [[2011]], "circa": True},
            2011,
        ),
    ],
)
def test_a_date_that_has_a_year_or_need_have_none_is_not_told(tmp_path: Path, issued: object) -> None:
    (found,) = asked(tmp_path, json.dumps({"title": TITLE, "issued": issued}), {**ITEM, "issued": issued})
    assert ISSUED not in found.why


@pytest.mark.parametrize(
    "issued",
    [
        *({"date-parts": parts} for parts in (["2011"], [2011, 3], ["2011-03-12"], "2011-03", 2011, [["2011-03"]])),
        *({"raw": "12 March 2011"}, {"raw": 2011}, {"literal": "Spring 2011"}, {"date-parts": [[""]], "raw": "2011"}),
        {"date-parts": [["c2011"]]},
    ],
)
def test_a_date_without_its_lists_is_read(tmp_path: Path, issued: object) -> None:
    item = {**ITEM, "issued": issued}
    (found,) = asked(tmp_path, json.dumps(item), ITEM)
    assert (found.answer, found.why[3], found.why[-1]) == ("match", "year: equal", "pages: equal")
    assert asked(tmp_path, json.dumps(ITEM), item) == [found]


def test_an_identifier_of_an_item_that_is_none_is_told_with_its_work(tmp_path: Path) -> None:
    (found,) = asked(tmp_path, RAW, OTHER, {**ITEM, "DOI": "10.1/x"})
    told = "10.1/x is not a DOI: a DOI begins with 10., digits and a slash; mend it, it was left out"
    assert (found.answer, found.why[-1]) == ("match", f"{tmp_path}/works.jsonl: line 2: {told}")


def test_a_null_says_nothing_and_what_is_not_judged_may_have_any_form(tmp_path: Path) -> None:
    (found,) = asked(tmp_path, RAW, {**ITEM, "issue": None, "original-title": [], "publisher": {}})
    assert (found.answer, found.id) == ("match", 7)


def test_why_nothing_is_meant_is_told_and_what_of_a_query_was_left_out(tmp_path: Path) -> None:
    left_out = "`author` does not have the form that CSL-JSON gives it; mend it, it was left out"
    item = {"title": TITLE, "volume": "24", "page": "137", "author": "Quimby"}
    far, near = asked(tmp_path, f'{{"title": "Of an invented comet"}}\n{json.dumps(item)}')
    assert far == Answer("none", why=("nothing in the catalogue comes near",))
    assert (near.answer, near.why[-1]) == ("match", left_out)


def test_other_encodings_are_read(tmp_path: Path) -> None:
    (tmp_path / "works").write_text(json.dumps(ITEM))
    (tmp_path / "queries").write_bytes(f"{RAW} Köln\n".encode("latin-1"))
    assert [one.answer for one in answers(tmp_path / "works", tmp_path / "queries")] == ["match"]
