"""Entries of the hard kinds through every format: read again they are equal, and written again byte for byte the same.

The entries are made, from a seed: what people, numbers and identifiers may hold is drawn by lot.
"""

from __future__ import annotations

import json
import random

import pytest
from msgspec.structs import replace

from cluneal_lit.formats.writers import written
from cluneal_lit.model import Record
from cluneal_lit.store import bibliographies

FILES = {
    "bibtex": "a.bib",
    "ris": "a.ris",
    "nbib": "a.nbib",
    "csl": "a.json",
    "endnote": "a.xml",
    "enw": "a.enw",
    "csv": "a.csv",
}
_FAMILIES = ("Smith", "Müller", "O'Neil", "Smith-Jones", "Yürük", "Li")
_SUFFIXES = (
    "",
    "",
    "Jr",
    "Sr",
    "III",
    "V",
    "2nd",
    "5th",
    "MD",
    "PhD",
    "MD, PhD",
    "Filho",
    "Junior",
    "Esq.",
    "SJ",
    "MPH",
)
_MORE: tuple[dict[str, object], ...] = (
    {},
    {"sequence": "first", "affiliation": []},
    {"ORCID": "https://orcid.org/0000-0002-1825-0097"},
    {"affiliation": [{"name": "Kushiro Hospital"}]},
)
_NUMBERS = ("CD-001", "12-13", "S1-S4", "2020-15", "e1001-2", "e18777", "")
_DAYS = (
    "2018.03.05",
    "2018.12.11",
    "2018. 3. 5.",
    "Mar 2018/19",
    "2018/19 Mar",
    "2018/2019 Mar",
    "2018/10-12",
    "2018-03",
)
_ROLES = ("author", "editor", "translator", "chair")
SEEDS = range(40)


def _people(lot: random.Random, role: str) -> list[dict[str, object]]:
    return [
        {
            "family": lot.choice(_FAMILIES),
            "given": lot.choice(("Ann", "Jörg", "A. B.", "Anna-Maria")),
            **({"suffix": suffix} if (suffix := lot.choice(_SUFFIXES)) else {}),
            **(lot.choice(_MORE) if role in ("translator", "chair") else {}),
        }
        for _ in range(lot.randint(1, 3))
    ]


def _made(seed: int) -> Record:
    lot = random.Random(seed)
    deep: object = "end"
    for _ in range(lot.randint(0, 20)):
        deep = {"a": deep} if lot.random() < 0.5 else [deep, "b"]
    item = {
        "id": "a1",
        "type": lot.choice(("article-journal", "book", "report", "chapter")),
        "title": f"An invented title {seed}",
        "issued": {"raw": lot.choice(_DAYS)},
        "number": lot.choice(_NUMBERS),
        "of-its-own": {"x": deep},
        **{role: _people(lot, role) for role in _ROLES if role == "author" or lot.random() < 0.4},
    }
    (record,), findings = bibliographies.read(json.dumps([item]).encode(), "a.json")
    assert not findings
    ids = replace(record.ids, nct=lot.choice(("", "NCT06240000")), shortdoi=lot.choice(("", "10/gdb8dm")))
    return replace(record, ids=ids)


def _said(record: Record) -> dict[str, object]:
    fields = record.fields
    people = {role: getattr(fields, role) for role in _ROLES}
    number = fields.number or fields.page  # an article's number is its pages to BibTeX and Zotero
    return {**people, "issued": fields.issued, "number": number.replace("–", "-"), "ids": record.ids}


@pytest.mark.parametrize("form", FILES)
@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_hard_comes_back_equal_and_is_written_the_same_again(seed: int, form: str) -> None:
    record = _made(seed)
    first = written([record], form)
    again, _ = bibliographies.read(first, FILES[form])
    assert len(again) == 1
    assert _said(again[0]) == _said(record)
    assert written(again, form) == first


@pytest.mark.parametrize("form", FILES)
def test_a_suffix_that_no_reader_knows_makes_one_person_still(form: str) -> None:
    item = {"id": "a", "type": "book", "title": "T", "author": [{"family": "Smith", "given": "Ann", "suffix": "Xyz"}]}
    records, _ = bibliographies.read(json.dumps([item]).encode(), "a.json")
    again, _ = bibliographies.read(written(records, form), FILES[form])
    assert [name.family for name in again[0].fields.author] == ["Smith"]


def test_a_third_part_that_is_no_suffix_is_a_person() -> None:
    text = "TY  - JOUR\nTI  - T\nAU  - {}\nER  - \n"
    families = {
        written: [
            name.family for name in bibliographies.read(text.format(written).encode(), "a.ris")[0][0].fields.author
        ]
        for written in ("Isu, Kim, Lee", "Smith, John, MD", "Isu, Kim, Ma")
    }
    assert families == {
        "Isu, Kim, Lee": ["Isu", "Kim", "Lee"],
        "Smith, John, MD": ["Smith"],
        "Isu, Kim, Ma": ["Isu", "Kim", "Ma"],
    }


@pytest.mark.parametrize("form", FILES)
def test_a_short_journal_with_tags_grows_at_no_pass(form: str) -> None:
    item = {
        "id": "a1",
        "type": "article-journal",
        "title": "T",
        "container-title": "Journal of Halves",
        "container-title-short": "J <sup>2</sup> Halves",
    }
    records, _ = bibliographies.read(json.dumps([item]).encode(), "a.json")
    first = written(records, form)
    again, _ = bibliographies.read(first, FILES[form])
    assert again[0].fields.container_title_short == records[0].fields.container_title_short
    assert written(again, form) == first


@pytest.mark.parametrize("form", ["ris", "endnote", "enw"])
@pytest.mark.parametrize("said", [{"edition": "2"}, {"version": "1.2"}, {"edition": "2", "version": "1.2"}])
def test_the_edition_of_a_data_set_is_no_version(form: str, said: dict[str, str]) -> None:
    item = {"id": "a1", "type": "dataset", "title": "T", **said}
    records, _ = bibliographies.read(json.dumps([item]).encode(), "a.json")
    first = written(records, form)
    again, _ = bibliographies.read(first, FILES[form])
    assert (again[0].fields.edition, again[0].fields.version) == (records[0].fields.edition, records[0].fields.version)
    assert written(again, form) == first
