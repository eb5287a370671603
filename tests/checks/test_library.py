"""Rules about what people keep; every work is invented."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit import findings
from cluneal_lit.checks import library
from cluneal_lit.checks.case import Case
from cluneal_lit.entries import merge
from cluneal_lit.model import Date, Finding, Ids, ListItem, Note, ReadingList, Record, Relation, Resolution, Work
from tests.made import answers, citation, fields, record, work

CORRECTION = Relation("correction", "in", Ids(pmid="90000012"), Date(date_parts=((2026, 5, 4),)), "pubmed")


def brought(name: str, title: str = "An invented trial", **said: object) -> Record:
    return replace(record("library", name, fields(title)), custom=said)


def case(*works: Work, cited: tuple[str, ...] = ("cited",), **others: object) -> Case:
    """A case in which a citation means these works; `cited`: by citation key."""
    found = tuple(Resolution(citation(line=number), (key,)) for number, key in enumerate(cited, 1))
    lock = answers(*works)
    entries = {
        one.keys[0]: merge.entry(one, [each.citation for each in found if one.keys[0] in each.works], [], lock)
        for one in works
    }
    return Case(found, ((),) * len(found), {one.keys[0]: one for one in works}, entries, lock, **others)  # type: ignore[arg-type]


def told(found: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(one.document, findings.message(one)) for one in found]


def reviewed(day: str, seen: dict[str, str] | None = None, tie: Relation = CORRECTION) -> list[tuple[str, str]]:
    note = Note("mine", ("pmid:90000001",), reviewed=day)
    own = work(replace(record(), relations=(tie,)), note=note)
    return told(tuple(library.read_again(case(own, seen=seen or {}))))


@pytest.mark.parametrize("day", ["2026-05-03", "2026 Apr", "2025", "3 May 2026"])
def test_a_note_that_was_reviewed_before_a_notice_is_to_be_read_again(day: str) -> None:
    message = f"was reviewed {day}, and the status of quimby2019 changed since (correction of 2026 May 4)"
    assert reviewed(day) == [("references/notes/mine.md", message)]


@pytest.mark.parametrize("day", ["2026-05-04", "2026-05", "2026", "", "lately"])
def test_a_note_that_was_or_may_have_been_reviewed_since_or_never_was_is_not(day: str) -> None:
    assert reviewed(day) == []


def test_what_a_refresh_saw_after_the_review_counts_and_a_notice_dated_ahead_of_the_asking_does_not() -> None:
    (found,) = reviewed("2026-06-01", {"quimby2019": "2026-06-02"})
    assert found[1].endswith("(seen 2026-06-02)")
    assert reviewed("2026-06-02", {"quimby2019": "2026-06-02"}) == []
    ahead = replace(CORRECTION, date=Date(date_parts=((2026, 12),)))  # the lock says asked in November
    assert reviewed("2026-11-20", tie=ahead) == []


def test_what_no_document_list_or_note_uses_is_counted_by_file() -> None:
    works = [work(brought(f"a.bib#{key}"), keys=(key,)) for key in ("cited", "listed", "one", "two", "three", "four")]
    works.append(work(brought("./b.ris#noted"), keys=("noted",), note=Note("noted", ("library/./b.ris#noted",))))
    works.append(work(brought("./b.ris#five"), keys=("five",)))
    found = tuple(library.unused(case(*works, lists=(ReadingList("l", "L", items=(ListItem("listed"),)),))))
    end = "entries are cited by no document, stand in no list and have no note"
    assert told(found) == [
        ("b.ris", f"1 of 2 {end}: five"),
        ("references/library/a.bib", f"4 of 6 {end}: four, one, three and 1 more"),
    ]
    fewer = tuple(library.unused(case(*works[1:], cited=("one",))))
    assert findings.identity(fewer[-1]) == findings.identity(found[-1])
    assert tuple(library.unused(case(*works, cited=()))) == ()


def test_an_unused_entry_whose_key_is_another_works_is_named_by_its_own() -> None:
    works = [work(brought("a.bib#salt~3fa91c"), keys=("salt",)), work(brought("a.bib#salt"), keys=("zhou2001",))]
    ((_, message),) = told(tuple(library.unused(case(*works, cited=("salt",)))))
    assert message.endswith(": zhou2001 (salt in the file)")


def test_an_unused_work_of_several_entries_is_named_once() -> None:
    both = (replace(brought(f"a.bib#{key}"), ids=Ids(doi="10.5555/a")) for key in "23")
    works = [work(*both, keys=("salt",)), work(brought("a.bib#1"), keys=("1",)), work(brought("a.bib#4"), keys=("4",))]
    ((_, message),) = told(tuple(library.unused(case(*works, cited=("1",)))))
    assert message.startswith("3 of 4 entries ")
    assert message.endswith(": 4, salt (2, 3 in the file)")


@pytest.mark.parametrize(
    ("name", "custom", "reasons"),
    [
        ("a.bib#a b", {}, ["a b: its key holds a blank, where BibTeX or LaTeX ends it"]),
        ("a.BIB#50%", {}, ["50%: its key holds %, where BibTeX or LaTeX ends it"]),
        ("a.bib#x", {"title (again)": "T"}, ["x: it has two fields title, of which programs take one"]),
        ("a.bib#müller:2018/a+b-c_d.e", {"entrytype": "online"}, []),
        ("a.ris#a b", {"title (again)": "T"}, []),
    ],
)
def test_what_bibtex_refuses_is_told_of_bibtex_files(name: str, custom: dict[str, str], reasons: list[str]) -> None:
    found = tuple(library.refused(case(work(brought(name, **custom), keys=("cited",)))))
    assert [message for _, message in told(found)] == reasons


def test_keys_of_two_works_that_differ_by_capitals_alone_clash_and_those_of_one_do_not() -> None:
    one, other = brought("a.bib#Isu2018", "On knees"), brought("b.bib#isu2018", "Of other matters")
    found = tuple(library.clashing(case(work(one, keys=("isu2018",)), work(other, keys=("isu2018a",)))))
    assert told(found) == [
        ("references/library/b.bib", "isu2018 and Isu2018 in references/library/a.bib are two works")
    ]
    same = [replace(each, ids=Ids(pmid="90000001"), fields=fields()) for each in (one, other)]
    assert tuple(library.clashing(case(work(*same, keys=("isu2018",))))) == ()
