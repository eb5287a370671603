"""Names, dates and other structures of CSL-JSON are words in the notes of other formats, as a person writes them."""

from __future__ import annotations

import json

import pytest

from cluneal_lit.formats import csl_noted, writers
from cluneal_lit.store import bibliographies

MUELLER = {"family": "Müller", "given": "Jörg"}
ITEM: dict[str, object] = {
    "id": "a",
    "type": "chapter",
    "title": "A chapter",
    "author": [{"family": "Doe", "given": "Jane", "sequence": "first", "affiliation": []}],
    "issued": {"date-parts": [[2018]], "date-time": "2018-01-01T00:00:00Z"},
    "collection-editor": [
        MUELLER,
        {"family": "Berg", "given": "A", "non-dropping-particle": "van der", "suffix": "Jr"},
    ],
    "container-author": [{"literal": "The Group"}],
    "original-date": {"date-parts": [[1950]]},
    "event-date": {"date-parts": [[2017, 5, 2], [2017, 5, 4]]},
    "link": [{"URL": "https://example.org/a", "content-type": "text/html"}],
    "content-domain": {"domain": [], "crossmark-restriction": False},
    "references": "",
}
LINES = (
    "collection-editor: Müller, Jörg; van der Berg, A, Jr",
    "container-author: The Group",
    "original-date: 1950",
    "event-date: 2017 May 2-4",
    "link: URL: https://example.org/a; content-type: text/html",
    "content-domain: crossmark-restriction: false",
)


@pytest.mark.parametrize("form", ["bibtex", "ris", "nbib", "endnote", "enw"])
def test_what_stands_in_a_note_is_no_json(form: str) -> None:
    records, _ = bibliographies.read(json.dumps([ITEM]).encode(), "a.json")
    written = writers.written(records, form).decode()
    for line in LINES:
        assert line in written
    for mark in ("date-parts", "family", "[{", "author: Doe", "issued:"):
        assert mark not in written, written


def test_behind_a_table_they_are_words_too() -> None:
    records, _ = bibliographies.read(json.dumps([ITEM]).encode(), "a.json")
    records, _ = bibliographies.read(writers.written(records, "csv"), "a.csv")
    written = writers.written(records, "ris").decode()
    assert all(line in written for line in LINES[:4])


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (
            [{**MUELLER, "ORCID": "0", "affiliation": [{"name": "Ulm"}]}],
            "Müller, Jörg (ORCID: 0; affiliation: name: Ulm)",
        ),
        (["Müller, Jörg", "Berg, A"], "Müller, Jörg; Berg, A"),
        ({"raw": "2018-05"}, "2018-05"),
        ({"date-parts": [[2018]], "season": 2}, "2018 Summer"),
        ({"date-parts": [[None]]}, ""),
        ({"date-parts": [[2018, 3]], "season": 1}, "2018-03 (season: 1)"),
        ({"date-parts": [[2018, 2, 30]]}, "2018-2-30"),
        ({"date-parts": [[2018]], "timestamp": 1, "by": "them"}, "2018 (by: them)"),
        ({"issue": "3", "published-print": {"date-parts": [[2018, 3]]}}, "issue: 3; published-print: (2018-03)"),
        ([None, {}, []], ""),
        (True, "true"),
        (3.0, "3"),
    ],
)
def test_each_structure_has_its_words(value: object, said: str) -> None:
    assert csl_noted.said(value) == said


@pytest.mark.parametrize("role", ["translator", "chair"])
@pytest.mark.parametrize("form", ["bibtex", "ris", "nbib", "endnote", "enw", "csv"])
def test_what_a_translator_or_chair_has_beyond_a_name_stands_beside_the_field(form: str, role: str) -> None:
    item = {"id": "a", "type": "book", "title": "T", role: [{"family": "Berg", "given": "A", "ORCID": "0000-0002"}]}
    records, _ = bibliographies.read(json.dumps([item]).encode(), "a.json")
    text = writers.written(records, form).decode()
    assert f"{role}, further" in text and "0000-0002" in text
    plain = {**item, role: [{"family": "Berg", "given": "A", "sequence": "first", "affiliation": []}]}
    records, _ = bibliographies.read(json.dumps([plain]).encode(), "a.json")
    text = writers.written(records, form).decode()
    assert "further" not in text and "[{" not in text and "Berg, A" in text
