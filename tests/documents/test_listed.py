"""Files that are lists of works, as documents: CSL-JSON and EndNote's. The works are invented."""

from __future__ import annotations

import json

import pytest

from cluneal_lit.citations import scan
from cluneal_lit.documents import read
from cluneal_lit.errors import DocumentError

WRIST = {
    "id": "orlov2014",
    "type": "article-journal",
    "title": "Stiffness of an invented wrist",
    "author": [{"family": "Orlov", "given": "Boris"}],
    "DOI": "10.5555/wrist.1",
    "abstract": "As doi:10.5555/other said, PMID: 90000001",
}
ELBOW = {"id": "zabel", "type": "book", "title": "Invented elbows"}
XML = """<?xml version="1.0" encoding="UTF-8"?><xml><records><record><ref-type name="Journal Article">17</ref-type>
<titles><title>Stiffness of an invented wrist</title></titles><abstract>doi:10.5555/other</abstract>
<electronic-resource-num>10.5555/wrist.1</electronic-resource-num></record>
  <record><ref-type name="Book">6</ref-type><titles><title>Invented elbows</title></titles></record></records></xml>"""
EMPTY = "<xml><records></records></xml>"
TAGS = """%0 Journal Article
%T Stiffness of an invented wrist
%R 10.5555/wrist.1
%X doi:10.5555/other

%0 Book
%T Invented elbows
"""
REFER = "%T Stiffness of an invented wrist\n%R 10.5555/wrist.1\n\n%T Invented elbows\n"


@pytest.mark.parametrize(
    ("path", "text", "places"),
    [
        ("a.json", json.dumps([WRIST, ELBOW], indent=1), [(2, 2), (15, 2)]),
        ("a.json", json.dumps({"total": [1], "items": [WRIST, ELBOW]}), [(1, 26), (1, 251)]),
        ("a.txt", f"\ufeff  {json.dumps(WRIST)}\n\n {json.dumps(ELBOW)}\n", [(1, 3), (3, 2)]),
        ("a.xml", XML, [(1, 53), (4, 3)]),
        ("a", XML, [(1, 53), (4, 3)]),
        ("a.enw", TAGS, [(1, 1), (6, 1)]),
        ("a", TAGS, [(1, 1), (6, 1)]),
        ("a.refer", REFER, [(1, 1), (4, 1)]),
    ],
)
def test_each_entry_is_a_work_at_its_line_and_column_and_nothing_else_is(
    path: str, text: str, places: list[tuple[int, int]]
) -> None:
    document = read(path, text.encode())
    found = scan(document)
    assert [(one.form, one.fields.title, one.ids.doi) for one in found] == [
        ("reference", "Stiffness of an invented wrist", "10.5555/wrist.1"),
        ("reference", "Invented elbows", ""),
    ]
    assert [(one.place.line, one.place.column) for one in found] == places
    assert document.findings == ()


def test_keys_may_be_numbers_or_missing_and_a_list_may_be_empty() -> None:
    text = json.dumps([{"id": 5, "type": "book", "title": "Invented elbows"}, {"id": "", "type": "book", "title": ""}])
    document = read("a.json", text.encode())
    assert [(one.key, one.fields.title) for one in document.embedded] == [("5", "Invented elbows")]
    assert [one.code for one in document.findings] == ["LIT106"]
    assert [read(path, text.encode()).embedded for path, text in (("a.json", "[]\n"), ("a.xml", EMPTY))] == [(), ()]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (f"{json.dumps(ELBOW)}\n\u00a0\n{json.dumps(ELBOW)}", [(1, 1), (3, 1)]),
        (f"{json.dumps(ELBOW)}\n\ufeff", [(1, 1)]),
        (f'{{"items": [], "items": [{json.dumps(ELBOW)}]}}', [(1, 25)]),
    ],
)
def test_entries_stand_at_their_places_beside_blank_lines_and_names_said_twice(
    text: str, places: list[tuple[int, int]]
) -> None:
    document = read("a.json", text.encode())
    assert [(one.place.line, one.place.column) for one in scan(document)] == places


def test_another_name_of_a_work_is_no_further_work() -> None:
    text = json.dumps([{**ELBOW, "id": "old", "custom": {"same as": "zabel"}}, ELBOW])
    assert [one.key for one in read("a.json", text.encode()).embedded] == ["zabel"]


def test_what_is_wrong_in_an_entry_is_told_where_it_begins() -> None:
    text = json.dumps([{**WRIST, "PMID": "x9"}, {"type": "book"}, 3, {**ELBOW, "author": "Zabel"}], indent=0)
    told = [(one.code, one.place.line if one.place else 0, one.key) for one in read("a.json", text.encode()).findings]
    assert told == [("LIT201", 2, "orlov2014"), ("LIT106", 16, ""), ("LIT106", 19, ""), ("LIT106", 20, "zabel")]
    (cut,) = read("a.xml", XML[: XML.rindex("</title>")].encode()).findings
    assert (cut.code, cut.place and cut.place.line) == ("LIT106", 4)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"name": "invented", "version": "1.0"}', "a.json: is JSON of another kind, which is not read; read are"),
        ('[{"type": "book", "author": []}]', "a.json: holds no entry of CSL-JSON; export the bibliography again"),
        ('[{"id": "a", "type": "book", }]', "a.json: line 1, column 3"),
    ],
)
def test_json_that_is_no_csl_is_one_clear_line(text: str, said: str) -> None:
    with pytest.raises(DocumentError) as error:
        read("a.json", text.encode())
    assert str(error.value).startswith(said) and "\n" not in str(error.value)
