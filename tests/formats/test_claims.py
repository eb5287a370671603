"""The status that files claim, in our form and in those of others. The works and notices are invented."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from cluneal_lit.entries import merge
from cluneal_lit.entries.status import status
from cluneal_lit.formats import exchange, notices, published, writers
from cluneal_lit.model import STATUSES, Date, Entry, Ids, Record, Relation, Status
from cluneal_lit.store import bibliographies
from tests.formats.invented import article
from tests.made import record, work
from tests.outputs.test_exchanged import EXCHANGED, rendered, said

NOTICE = Ids(pmid="99999902", doi="10.5555/s0140-6736(20)31324-6_a")
KINDS = [name for name in STATUSES if name not in ("none", "unchecked")]
NAMED = Status("retracted", Date(((2020, 5, 4),)), NOTICE, "J Invent. 2020;7(5):99-101")
READ = {
    "bib": "@article{a, title = {Nerves}, note = {%s}}",
    "ris": "TY  - JOUR\nTI  - Nerves\nN1  - %s\nER  - \n",
    "nbib": "PMID- 99999901\nTI  - Nerves\nGN  - %s\n",
    "json": '[{"id": "a", "type": "article-journal", "title": "Nerves", "note": "%s"}]',
}


def read(text: str, name: str) -> exchange.Reading:
    return bibliographies.read(text.encode(), name)


def stated(text: str, name: str) -> list[tuple[str, Date | None, Ids]]:
    """Name, day and notice of the status of each work of a file, heard alone."""
    records, told = read(text, name)
    assert told == ()
    return [(one.name, one.date, one.notice) for one in (status((record,)) for record in records)]


@pytest.mark.parametrize("name", EXCHANGED)
@pytest.mark.parametrize("whole", [NAMED, replace(NAMED, text=""), Status("x", date=NAMED.date), Status("x")])
def test_every_status_that_we_write_is_read_back(name: str, whole: Status) -> None:
    works = [article(kind.replace("-", "_"), status=replace(whole, name=kind), ids=Ids()) for kind in KINDS]
    text = rendered(*works, only=(name,))[name]
    assert sorted(stated(text, name)) == [(kind, whole.date, whole.notice) for kind in sorted(KINDS)]
    assert [one.ids for one in read(text, name)[0]] == [Ids()] * len(KINDS)  # the notice's are not the work's


def again(entries: tuple[Entry, ...], name: str) -> tuple[Entry, ...]:
    """The entries of a collection whose library is our export of these, known by their titles, with their keys."""
    by_title = {record.fields.title: record for record in read(rendered(*entries, only=(name,))[name], name)[0]}
    works = [(entry.key, by_title[entry.fields.title]) for entry in entries]
    return tuple(merge.entry(replace(work(one, keys=(key,)), ids=one.ids), (), (), {}) for key, one in works)


def printed(entries: tuple[Entry, ...]) -> list[dict[str, object]]:
    """What every format prints of them."""
    return [
        said(one) | {"words": published.keywords(one), "status": (one.status.name, notices.sentence(one.status))}
        for one in entries
    ]


@pytest.mark.parametrize("second", EXCHANGED)
@pytest.mark.parametrize("first", EXCHANGED)
def test_entries_are_the_same_after_any_two_formats_whatever_became_of_them(first: str, second: str) -> None:
    told = (NAMED, replace(NAMED, text=""), Status("x", date=NAMED.date), Status("x"))
    entries = tuple(
        article(
            f"{kind.replace('-', '')}{place}",
            fields=replace(article().fields, title=f"Invented nerves: {kind} {place}"),
            status=replace(whole, name=kind, sources=("library",), provisional=kind not in ("retracted", "withdrawn")),
            ids=Ids(doi=f"10.5555/invented.{kind}.{place}"),
            note=None,
            dates=None,
        )
        for kind in KINDS
        for place, whole in enumerate(told)
    )
    once = again(entries, first)
    assert printed(once) == printed(entries)
    assert printed(again(once, second)) == printed(entries)


def test_a_keyword_of_a_topic_is_no_word_of_a_status() -> None:
    entry = article(keywords=("concern", "corrected", "nerves"), note=None)
    assert published.keywords(entry) == ("concern", "corrected", "nerves")
    stale = replace(entry, status=Status("retracted"), stated=(Status("concern", sources=("library",)),))
    assert published.keywords(stale) == ("corrected", "nerves", "retracted")


@pytest.mark.parametrize("name", EXCHANGED)
def test_what_is_read_back_is_told_in_the_same_sentence(name: str) -> None:
    entry = article("a", status=NAMED)
    back = status(read(rendered(entry, only=(name,))[name], name)[0])
    first, second = (rendered(replace(entry, status=one), only=(name,))[name] for one in (NAMED, back))
    assert first == second


def test_a_work_that_was_corrected_and_republished_stays_one() -> None:
    said = Status("corrected", NAMED.date, NOTICE, NAMED.text, kind="corrected-republication")
    for name in EXCHANGED:
        (back,) = read(rendered(article("a", status=said), only=(name,))[name], name)[0]
        assert (status((back,)).name, status((back,)).kind) == ("corrected", "corrected-republication"), name


@pytest.mark.parametrize("form", READ)
@pytest.mark.parametrize(
    ("note", "name", "day", "notice"),
    [
        (
            "RETRACTED 12 Mar 2024. Retraction in: J Invent 2024;1:2. PMID 99999902",
            "retracted",
            (2024, 3, 12),
            Ids(pmid="99999902"),
        ),
        ("RETRACTED ARTICLE (2024-03-12)", "retracted", (2024, 3, 12), Ids()),
        ("RETRACTED: see https://doi.org/10.5555/notice", "retracted", (), Ids(doi="10.5555/notice")),
        ("Retracted article", "retracted", (), Ids()),
        ("[Withdrawn]", "withdrawn", (), Ids()),
        ("Status: retracted", "retracted", (), Ids()),
        ("It was retracted later", "unchecked", (), Ids()),
        ("Retracted works were left out", "unchecked", (), Ids()),
        ("RETRACTED WORKS were left out", "unchecked", (), Ids()),
        ("CORRECTED PROOF", "unchecked", (), Ids()),
        ("CORRECTED, see there", "unchecked", (), Ids()),
    ],
)
def test_notes_of_others(form: str, note: str, name: str, day: tuple[int, ...], notice: Ids) -> None:
    assert stated(READ[form] % note, f"a.{form}") == [(name, Date((day,)) if day else None, notice)]


@pytest.mark.parametrize(
    ("name", "text", "wanted"),
    [
        ("a.bib", "@article{a, title={Nerves}, keywords={nerves, Retracted}}", "retracted"),
        ("a.bib", "@article{a, title={Nerves}, keywords={retracted, retractors}, pubstate={inpress}}", "retracted"),
        ("a.bib", "@article{a, title={Nerves}, pubstate={retracted}}", "retracted"),
        ("a.bib", "@article{a, title={Nerves}, keywords={nerves, {\\#}retracted}}", "retracted"),
        ("a.bib", "@article{a, title={Nerves}, keywords={retractors, withdrawn}}", "unchecked"),
        ("a.ris", "TY  - JOUR\nTI  - Nerves\nKW  - Retracted Publication\nER  - \n", "retracted"),
        ("a.ris", "TY  - JOUR\nTI  - Nerves\nM3  - Article; Retracted Publication\nER  - \n", "retracted"),
        ("a.nbib", "PMID- 99999901\nTI  - Nerves\nPT  - Retracted Publication\n", "retracted"),
        ("a.nbib", "PMID- 99999901\nTI  - Nerves\nOT  - retracted\nPT  - Retraction Notice\n", "unchecked"),
        ("a.csv", "Title,Document Type,Year\nNerves,Retracted,2020\n", "retracted"),
        ("a.json", '[{"id": "a", "title": "Nerves", "status": "Retracted"}]', "retracted"),
        ("a.json", '[{"id": "a", "title": "Nerves", "status": "in press"}]', "unchecked"),
    ],
)
def test_keywords_types_and_states_of_others(name: str, text: str, wanted: str) -> None:
    assert [one for one, _, _ in stated(text, name)] == [wanted]


def test_a_sentence_that_another_program_wrapped_is_whole() -> None:
    note = "RETRACTED 2020 May 4. Retraction in: J Invent. 2020;7:99.\n\t\tPMID: 99999902."
    assert stated(READ["bib"] % note, "a.bib") == [("retracted", Date(((2020, 5, 4),)), Ids(pmid="99999902"))]


@pytest.mark.parametrize("form", writers.WRITERS)
def test_the_status_of_a_file_is_that_of_what_it_is_converted_to(form: str) -> None:
    for name in EXCHANGED:
        records, _ = read(rendered(article("a", status=NAMED), only=(name,))[name], name)
        made = writers.written(records, form).decode()
        wanted = ("retracted", NAMED.date, NAMED.notice)
        assert "RIN: " not in made, name  # the notice is told in a sentence already
        assert stated(made, f"a{writers.WRITERS[form].suffix}") == [wanted], name


def claimed(note: str) -> Record:
    (found,), _ = read(READ["bib"] % note, "a.bib")
    return found


@pytest.mark.parametrize(
    ("kind", "year", "claim", "name", "sources"),
    [
        ("reinstatement", 2015, "RETRACTED 2010.", "reinstated", ("publisher",)),
        ("reinstatement", 2015, "RETRACTED.", "reinstated", ("publisher",)),
        ("correction", 2015, "RETRACTED.", "retracted", ("library",)),
        ("correction", 2015, "EXPRESSION OF CONCERN 2019.", "corrected", ("publisher",)),
        ("retraction", 2015, "RETRACTED 2019.", "retracted", ("library", "publisher")),
        ("retraction", 2015, "REINSTATED 2019.", "retracted", ("publisher",)),
    ],
)
def test_a_service_stands_above_a_claim(kind: str, year: int, claim: str, name: str, sources: tuple[str, ...]) -> None:
    tie = Relation(kind, "in", Ids(pmid="99999903"), Date(((year,),)), source="publisher")
    found = status((replace(record("crossref", "doi:10.5555/a"), relations=(tie,)), claimed(claim)))
    assert (found.name, found.sources) == (name, sources)
    assert found.date == (Date(((year,),)) if "publisher" in sources else None)


def test_a_keyword_that_is_true_no_more_is_not_written_again() -> None:
    entry: Entry = article(keywords=("nerves", "Retracted"), note=None, status=Status("reinstated"))
    assert published.keywords(entry) == ("nerves", "reinstated")
    assert published.keywords(replace(entry, status=Status("retracted"))) == ("nerves", "retracted")
    assert (
        json.loads(rendered(entry, only=("references.json",))["references.json"])[0]["keyword"] == "nerves; reinstated"
    )
