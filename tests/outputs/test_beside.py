"""Sentences beside the abstracts that they cite; every work is invented."""

from __future__ import annotations

import json

from msgspec.structs import replace

from cluneal_lit.entries import merge
from cluneal_lit.model import Mention, Place, Resolution, Section
from cluneal_lit.outputs import beside
from tests.made import answers, citation, record, work

WORK = work(replace(record(), abstract=(Section("We asked *40* patients.", "METHODS"), Section("It helped."))))
BARE = work(record(name="pmid:90000002"), keys=("zabel2018",))
ENTRIES = {one.keys[0]: merge.entry(one, (), (), answers(one)) for one in (WORK, BARE)}
SAID = citation(line=3, form="pmid", sentence="A block helps (PMID: 90000001).")
LISTED = citation(line=9, in_list=True, cited_at=(Mention(Place(line=5, column=7), "So do others [1]."),))
UNCITED = citation(line=10, in_list=True)
FOUND = beside.beside(
    [
        Resolution(LISTED, ("quimby2019",)),
        Resolution(UNCITED, ("quimby2019",)),
        Resolution(SAID, ("quimby2019", "zabel2018")),
        Resolution(replace(SAID, start=999), ("quimby2019",)),
        Resolution(citation(line=1, form="doi")),
    ],
    ENTRIES,
)


def test_each_sentence_stands_once_beside_each_work_and_lists_are_no_sentences() -> None:
    assert [(one.place.line, one.sentence, one.entry.key) for one in FOUND] == [
        (3, "A block helps (PMID: 90000001).", "quimby2019"),
        (3, "A block helps (PMID: 90000001).", "zabel2018"),
        (5, "So do others [1].", "quimby2019"),
    ]


def test_lines_hold_place_sentence_work_and_abstract_or_null() -> None:
    first, second, _ = map(json.loads, beside.lines(FOUND).splitlines())
    assert first == {
        "schema": "cluneal-lit/pairs/1",
        "document": "notes.md",
        "line": 3,
        "column": 1,
        "sentence": "A block helps (PMID: 90000001).",
        "key": "quimby2019",
        "ids": ["pmid:90000001"],
        "title": "An invented trial of invented nerves in 40 invented patients",
        "status": "none",
        "abstract": [{"label": "METHODS", "text": "We asked *40* patients."}, {"label": "", "text": "It helped."}],
    }
    assert (second["key"], second["abstract"]) == ("zabel2018", None)


def test_the_page_shows_text_as_it_is_written_and_says_where_no_abstract_is_stored() -> None:
    said = beside.page(FOUND)
    assert "## `notes.md:3:1`\n\n> A block helps (PMID: 90000001).\n\n`quimby2019`: Quimby A, Orlov B. " in said
    assert "**METHODS:** We asked \\*40\\* patients.\n\nIt helped.\n" in said
    assert said.count("*No abstract is stored.*") == 1
