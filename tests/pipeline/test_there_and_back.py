"""What is hard to exchange comes through every pair of formats as it was. The works are invented."""

from __future__ import annotations

import itertools
from functools import partial

import pytest
from msgspec.structs import replace

from cluneal_lit.entries.status import status
from cluneal_lit.formats import editions, writers
from cluneal_lit.formats.writers import WRITERS
from cluneal_lit.model import Date, Fields, Ids, Record, Section
from cluneal_lit.pipeline import convert, dedupe
from cluneal_lit.store import bibliographies
from tests.formats.hard import HARD

FORMS = list(WRITERS)
Said = tuple[Fields, Ids, tuple[str, ...], tuple[Section, ...], tuple[str, ...], str]


def through(content: bytes, *forms: str) -> bytes:
    """A file in the first of these formats, as one of each of the others in turn."""
    for form, target in itertools.pairwise(forms):
        content = convert.converted([dedupe.File(f"a{WRITERS[form].suffix}", partial(bytes, content))], target).content
    return content


def said(content: bytes, form: str) -> list[Said]:
    records, told = bibliographies.read(content, f"a{WRITERS[form].suffix}")
    assert told == ()
    return [_said(record) for record in records]


def _said(record: Record) -> Said:
    words = tuple(word for word in record.keywords if word != "retracted")
    fields = replace(record.fields, edition=editions.number(record.fields))  # BibTeX has `Third` for `3`
    return fields, record.ids, words, record.abstract, record.issn, status((record,)).name


@pytest.mark.parametrize("form", FORMS)
def test_hard_works_are_read_as_they_were_written(form: str) -> None:
    dumb = [record for record in HARD if not record.status or form == "csl"]  # who tells a status is `convert`
    assert said(writers.written(dumb, form), form) == [_said(record) for record in dumb]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("first", FORMS)
def test_hard_works_come_back_from_every_format(first: str, form: str) -> None:
    given = through(writers.written(HARD, "csl"), "csl", first)
    assert said(through(given, first, form, first), first) == said(given, first) == [_said(one) for one in HARD]


MARKED = Record(1, "library", "a#b", Ids(), Fields(type="book", title="The <i>in vitro</i> effect of H<sub>2</sub>O"))


@pytest.mark.parametrize("form", [form for form in FORMS if form not in ("bibtex", "nbib", "csv")])
def test_markup_of_a_title_is_left_out(form: str) -> None:
    ((fields, *_),) = said(writers.written([MARKED], form), form)
    assert fields == Fields(type="book", title="The in vitro effect of H₂O")


@pytest.mark.parametrize("form", ["csl", "bibtex"])
def test_a_range_of_months_stays_one(form: str) -> None:
    months = Date(((2019, 5), (2019, 6)), literal="2019 May-Jun")
    work = replace(HARD[0], fields=replace(HARD[0].fields, issued=months))
    ((fields, *_),) = said(through(writers.written([work], form), form, "ris", "enw", form), form)
    assert fields.issued == months
