"""Notices and relations in the cells of a table. The works are invented."""

from __future__ import annotations

import csv
import io
import json

from cluneal_lit.pipeline.dedupe import written
from cluneal_lit.store.bibliographies import read

TOLD = {"source": "publisher", "updated": {"date-parts": [[2016, 4, 2]]}}
WRIST = {
    "id": "orlov2014",
    "type": "article-journal",
    "title": "Stiffness of an invented wrist",
    "author": [{"family": "Orlov", "given": "Boris"}],
    "DOI": "10.5555/wrist.1",
    "updated-by": [
        {"DOI": "10.5555/wrist.9", "type": "retraction", **TOLD},
        {"DOI": "10.5555/wrist.8", "type": "expression_of_concern", **TOLD},
    ],
    "update-to": [{"type": "Expression of concern", **TOLD}],
    "relation": {"is-preprint-of": [{"id-type": "doi", "id": "10.5555/wrist.2", "asserted-by": "subject"}]},
}


def test_a_cell_holds_kind_day_and_identifier_and_is_read_back() -> None:
    brought = json.loads(json.dumps(WRIST))
    brought["updated-by"][0] |= {"label": "Retraction"}
    brought["updated-by"][0]["updated"] |= {"timestamp": 1459555200000}
    records, _ = read(json.dumps([brought]).encode(), "a.json")
    table = written(records, "csv")
    (row,) = csv.DictReader(io.StringIO(table.decode()))
    assert [row[word] for word in ("notice", "updated-by", "update-to", "relation")] == [
        "RETRACTED 2016 Apr 2. Retraction in: doi: 10.5555/wrist.9.",
        "retraction 2016-04-02 doi:10.5555/wrist.9 (publisher)\n\n"
        "expression_of_concern 2016-04-02 doi:10.5555/wrist.8 (publisher)",
        "Expression of concern 2016-04-02 (publisher)",
        "is-preprint-of doi:10.5555/wrist.2 (subject)",
    ]
    again, _ = read(table, "a.csv")
    told = [[(tie.kind, tie.ids, tie.date) for tie in one.relations] for one in (again[0], records[0])]
    assert again[0].status == "retracted" and told[0] == told[1]
    (item,) = json.loads(written(again, "csl"))
    ties = ("updated-by", "update-to", "relation", "status")
    assert {word: item[word] for word in ties} == {word: {**WRIST, "status": "retracted"}[word] for word in ties}


def test_in_a_table_of_other_people_such_columns_are_theirs() -> None:
    (record,), _ = read(b"title,doi,relation\nInvented wrists,10.5555/a,sister 2016\n", "a.csv")
    assert (record.relations, record.custom) == ((), {"relation": "sister 2016", "read as": "csv"})
