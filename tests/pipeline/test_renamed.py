"""Names that have another meaning, or none, since a library was edited; every work is invented."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit import findings
from cluneal_lit.checks.case import Case
from cluneal_lit.entries import merge
from cluneal_lit.entries.remembering import Print
from cluneal_lit.model import ListItem, Note, ReadingList, Record, Resolution
from cluneal_lit.pipeline import moved, renamed
from tests.made import citation, fields, record, work


def brought(name: str, title: str) -> Record:
    return record("library", name, fields(title))


def told(*entries: tuple[str, Record], cited: str, how: str = "key") -> list[tuple[str, str, str]]:
    """What is told where a document and a list cite a key that is the first work's, of works by their keys."""
    works = [replace(work(entry), keys=(key,)) for key, entry in entries]
    first = works[0].keys[0]
    one = Resolution(citation(form="key", cited_as=cited), (first,), how=how)
    lists = (ReadingList("list", "List", items=(ListItem(cited, line=3),)),)
    made = {each.keys[0]: merge.entry(each, [], [], {}) for each in works}
    case = Case((one,), ((),), {each.keys[0]: each for each in works}, made, {}, lists=lists)
    return [(found.document, found.key, findings.message(found)) for found in renamed.another(case)]


WHALES = ("whales", brought("a.bib#old", "Of whales"))
CRABS = ("doe2011", brought("a.bib#whales", "Of crabs"))
LIST = "references/lists/list.md"


def test_a_key_that_the_library_has_for_another_work_is_told_where_it_is_cited() -> None:
    said = "whales cites “Of whales”, whose key it was first; a.bib has it for “Of crabs”, whose key here is doe2011"
    assert told(WHALES, CRABS, cited="whales") == [(citation().document, "whales", said), (LIST, "whales", said)]


@pytest.mark.parametrize(
    "others",
    [
        (),
        (("doe2011", brought("a.bib#crabs", "Of crabs")),),
        (("doe2011", record("crossref", "10.5555/whales", fields("Of crabs"))),),
    ],
)
def test_a_key_that_no_other_entry_has_is_not(others: tuple[tuple[str, Record], ...]) -> None:
    assert told(WHALES, *others, cited="whales") == []


def test_a_key_that_two_files_have_is_told_otherwise() -> None:
    assert told(("whales", brought("b.bib#whales", "Of whales")), CRABS, cited="whales") == []


def test_a_citation_that_an_identifier_settles_is_no_citation_of_a_key() -> None:
    assert [document for document, _, _ in told(WHALES, CRABS, cited="whales", how="id")] == [LIST]


def test_a_note_of_an_entry_that_is_gone_keeps_the_name_that_it_gives() -> None:
    gone = {"library/b.ris#2": Print("kim2012~669c02", "of herons", once=("library/a.ris#2", "2~b73462"))}
    note = Note("mine", ("library/a.ris#2~b73462",))
    assert moved.notes((note,), (), gone) == ((note,), ())
