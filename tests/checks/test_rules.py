"""Each rule: what it finds, in which words."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from cluneal_lit import dates, findings
from cluneal_lit.checks import RULES
from cluneal_lit.checks import findings as found_by_all
from cluneal_lit.checks.case import Case
from cluneal_lit.checks.differing import disagreements
from cluneal_lit.citations.matching.resolve import resolutions
from cluneal_lit.entries import merge
from cluneal_lit.model import (
    Asked,
    Citation,
    Date,
    Dates,
    Fields,
    Finding,
    Ids,
    ListItem,
    Mention,
    Name,
    Note,
    Place,
    ReadingList,
    Relation,
    Work,
)
from tests.made import answers, citation, fields, record, work

PUBMED = record(doi="10.5555/a")
CROSSREF = record("crossref", "doi:10.5555/a")
LIBRARY = replace(record("library", "mine.json#quimby2019"), custom={"basis": "seed"})
OTHER = work(record(name="pmid:90000002", said=fields("Of other things", "Zabel C", "2001")), keys=("zabel2001",))


def found(
    *citations: Citation,
    works: tuple[Work, ...] = (work(PUBMED),),
    lock: tuple[Asked, ...] = (),
    notes: tuple[Note, ...] = (),
    lists: tuple[ReadingList, ...] = (),
) -> tuple[Finding, ...]:
    """Everything that the rules find."""
    served = [one for one in works if any(record.source != "library" for record in one.records)]
    lines = answers(*served) | {line.key: line for line in lock}
    links = {line.id: line.to for line in lock if line.state == "merged-into"}
    resolved = resolutions(citations, works, links)
    by_key = {work.keys[0]: work for work in works}
    disagreeing = tuple(disagreements(resolution, by_key, lines) for resolution in resolved)
    entries = {
        key: merge.entry(work, [one.citation for one in resolved if key in one.works], [], lines)
        for key, work in by_key.items()
    }
    case = Case(resolved, disagreeing, by_key, entries, lines, notes, lists)
    for code, rule in RULES:
        assert {finding.code for finding in rule(case)} <= {code}
    return tuple(found_by_all(case))


def told(*citations: Citation, **known: Any) -> list[tuple[str, int | None, str]]:
    """Code, line and message of everything that the rules find."""
    return [(one.code, one.place.line, findings.message(one)) for one in found(*citations, **known)]


def test_what_is_right_is_not_told() -> None:
    assert told(citation(said=fields(), ids=Ids(pmid="90000001"))) == []


def test_a_malformed_identifier() -> None:
    message = "PMID: 123456789 looks like a PMID but is none: a PMID has one to eight digits, this has 9"
    assert told(citation(form="malformed", malformed=("PMID: 123456789",))) == [("LIT201", 1, message)]


def test_an_unknown_identifier() -> None:
    gone = Asked("pubmed", "pmid:81234567", "2026-11-20", "absent")
    message = "pmid:81234567 does not exist: PubMed answered on 2026-11-20 that it has no such record"
    assert told(citation(ids=Ids(pmid="81234567")), lock=(gone,)) == [("LIT202", 1, message)]


def test_identifiers_of_two_works() -> None:
    works = (work(PUBMED), OTHER)
    message = (
        "pmid:90000002 and doi:10.5555/a are different works: Zabel C 2001, Of other things | "
        "Quimby A 2019, An invented trial of invented nerves in 40 invented patients"
    )
    ids = Ids(pmid="90000002", doi="10.5555/a")
    assert told(citation(ids=ids), works=works) == [("LIT203", 1, message)]
    described = citation(said=fields(), ids=ids)
    assert told(described, works=works) == [("LIT203", 1, f"{message}; the text is that of doi:10.5555/a")]
    unlike = citation(said=fields(title="A third thing, of which nobody knows", volume="7", page="9"), ids=ids)
    assert told(unlike, works=works) == [("LIT203", 1, message)]


def test_a_doi_of_another_agency() -> None:
    lock = (
        Asked("crossref", "doi:10.5555/z", "2026-11-20", "absent"),
        Asked("agency", "doi:10.5555/z", "2026-11-20", "elsewhere", to="mEDRA"),
    )
    message = "doi:10.5555/z is registered with mEDRA, which is not asked"
    assert told(citation(ids=Ids(doi="10.5555/z")), lock=lock) == [("LIT204", 1, message)]


def test_a_replaced_identifier() -> None:
    lock = (Asked("pubmed", "pmid:80000000", "2026-11-20", "merged-into", to="pmid:90000001"),)
    assert told(citation(ids=Ids(pmid="80000000")), lock=lock) == [("LIT205", 1, "pmid:80000000 is now pmid:90000001")]


def test_a_record_that_is_gone() -> None:
    lock = (Asked("pubmed", "pmid:90000001", "2026-12-24", "absent", "ab"),)
    assert told(citation(said=fields(), line=4), lock=lock) == [
        ("LIT302", 4, "PubMed no longer has pmid:90000001 (asked 2026-12-24); what it said before is kept")
    ]


def test_an_identifier_of_the_library_that_a_registry_denies_was_answered() -> None:
    lock = (Asked("pubmed", "pmid:90000001", "2026-12-24", "absent"),)
    held = work(record("library", "my.bib#mine", fields(), pmid="90000001"))
    found = told(citation(said=fields(), line=4), works=(held,), lock=lock)
    assert [code for code, _, _ in found] == ["LIT202"]


def test_what_no_service_was_asked_about_is_told_once_a_work() -> None:
    cited = [citation(said=fields(), line=line) for line in (2, 5)]
    message = "quimby2019: no service has answered about it; what is printed rests on the library"
    assert told(*cited, works=(work(LIBRARY),)) == [("LIT304", 2, message)]
    unknown = "pmid:7: no service has answered about it; nothing is known of the work"
    assert told(citation(ids=Ids(pmid="7")), works=()) == [("LIT304", 1, unknown)]


def test_a_record_with_a_second_identifier() -> None:
    other = Relation("other-id", "of", Ids(doi="10.5555/second"), source="pubmed")
    works = (work(replace(PUBMED, relations=(other,))),)
    message = "PubMed gives the work pmid:90000001, doi:10.5555/a a second one, doi:10.5555/second"
    assert told(citation(said=fields()), works=works) == [("LIT305", 1, message)]


def test_what_is_not_looked_up_is_told_as_that() -> None:
    trial = "nct:NCT01234567: registers of trials are not asked, so nothing is known of the work"
    book = "isbn:9780306406157: catalogues of libraries are not asked, so nothing is known of the work"
    both = (
        "nct:NCT01234567 isbn:9780306406157: registers of trials and catalogues of libraries are not asked, so nothing "
    )
    cited = [Ids(nct="NCT01234567"), Ids(isbn=("9780306406157",)), Ids(nct="NCT01234567", isbn=("9780306406157",))]
    assert [told(citation(ids=ids), works=()) for ids in cited] == [
        [("LIT206", 1, trial)],
        [("LIT206", 1, book)],
        [("LIT206", 1, f"{both}is known of the work")],
    ]


@pytest.mark.parametrize("agency", ["Crossref", "DataCite"])
def test_a_doi_without_a_record_at_its_own_agency(agency: str) -> None:
    lock = (
        Asked("crossref", "doi:10.5555/new", "2026-11-20", "absent"),
        Asked("agency", "doi:10.5555/new", "2026-11-20", "elsewhere", to=agency),
        Asked("datacite", "doi:10.5555/new", "2026-11-20", "absent"),
    )
    message = f"doi:10.5555/new is one of {agency}'s, but {agency} has no record of it (asked 2026-11-20)"
    assert told(citation(ids=Ids(doi="10.5555/new")), lock=lock) == [("LIT207", 1, message)]


def test_a_doi_of_datacite_that_datacite_has_not_answered_about_is_not_verified() -> None:
    lock = (
        Asked("crossref", "doi:10.5555/new", "2026-11-20", "absent"),
        Asked("agency", "doi:10.5555/new", "2026-11-20", "elsewhere", to="DataCite"),
    )
    message = "doi:10.5555/new: no service has answered about it; nothing is known of the work"
    assert told(citation(ids=Ids(doi="10.5555/new")), lock=lock) == [("LIT304", 1, message)]


GONE = Asked("pubmed", "pmid:90000009", "2026-11-20", "absent")


def test_a_deleted_pmid_is_no_unknown_one() -> None:
    lock = (GONE, Asked("deleted", "pmid:90000009", "2026-11-21", "deleted"))
    message = "pmid:90000009 was deleted from PubMed: it stands in NCBI's list of deleted PMIDs (asked 2026-11-21)"
    assert told(citation(ids=Ids(pmid="90000009")), lock=lock) == [("LIT208", 1, message)]


def test_a_pmid_that_is_in_the_list_and_in_pubmed_is_there() -> None:
    lock = (
        Asked("pubmed", "pmid:90000001", "2026-11-22", "here", "ab"),
        Asked("deleted", "pmid:90000001", "2026-11-21", "deleted"),
    )
    assert told(citation(said=fields(), ids=Ids(pmid="90000001")), lock=lock) == []


@pytest.mark.parametrize(
    ("year", "code"), [(2024, "LIT202"), (2025, "LIT209"), (2026, "LIT209"), (2027, "LIT209"), (2062, "LIT202")]
)
def test_what_was_new_on_the_day_of_asking_is_not_there_yet(year: int, code: str) -> None:
    said = Fields(title="An invented title", issued=Date(date_parts=((year,),)))
    found = told(citation(said=said, ids=Ids(pmid="90000009")), lock=(GONE,))
    assert [name for name, _, _ in found] == [code]
    if code == "LIT209":
        message = "pmid:90000009 is not there yet: PubMed had no such record on 2026-11-20, and the citation says "
        assert found == [("LIT209", 1, f"{message}{year}")]


@pytest.mark.parametrize(
    ("ids", "line", "source"),
    [
        (Ids(pmcid="PMC7"), Asked("idconv", "pmcid:PMC7", "2026-11-20", "absent"), "PubMed Central"),
        (
            Ids(arxiv="2101.00001"),
            Asked("datacite", "doi:10.48550/arxiv.2101.00001", "2026-11-20", "absent"),
            "DataCite",
        ),
    ],
)
def test_a_pmcid_and_an_arxiv_id_that_do_not_exist(ids: Ids, line: Asked, source: str) -> None:
    (name,) = ids.keys()
    message = f"{name} does not exist: {source} answered on 2026-11-20 that it has no such record"
    assert told(citation(ids=ids), lock=(line,)) == [("LIT202", 1, message)]


def test_an_identifier_about_which_nobody_answered_though_its_work_is_known() -> None:
    lock = (Asked("crossref", "doi:10.5555/a", "", ""),)
    message = "doi:10.5555/a: no service has answered about it; the rest of the citation was checked"
    assert told(citation(ids=Ids(doi="10.5555/a")), lock=lock) == [("LIT304", 1, message)]


def test_a_record_that_was_lost_leaves_its_citation_told() -> None:
    lock = (Asked("pubmed", "pmid:90000001", "2026-11-20", "here"),)
    message = "pmid:90000001: no service has answered about it; nothing is known of the work"
    assert told(citation(ids=Ids(pmid="90000001")), works=(), lock=lock) == [("LIT304", 1, message)]


def test_a_correction_in_the_note_is_as_good_as_a_record() -> None:
    note = Note("mine", ("pmid:90000001",), corrections=Fields(volume="21"))
    works = (work(PUBMED, note=note),)
    assert told(citation(said=fields(volume="21")), works=works) == []
    assert [code for code, _, _ in told(citation(said=fields(volume="7")), works=works)] == ["LIT404"]


def test_an_unresolved_reference_and_what_came_nearest() -> None:
    message = "no work in the library or the records matches this reference"
    assert told(citation(said=fields("Never written by anybody", "Nobody N", page="7"))) == [("LIT401", 1, message)]
    near = fields(year="", journal="", volume="", page="", issue="", authors="Quimbi A")
    ((code, _, words),) = told(citation(said=replace(near, title=near.title[:-12])))
    nearest = f"Quimby A 2019, {near.title} (pmid:90000001): nearly the same title, author"
    assert (code, words.partition("; nearest: ")[2]) == ("LIT401", nearest)


@pytest.mark.parametrize(
    ("said", "near"),
    [
        (fields("Never written by anybody"), "same author, year, journal, volume, pages; other title"),
        (fields("", page="110-9"), "same author, year, journal, volume; other pages"),
    ],
)
def test_a_work_whose_place_an_invented_reference_has_is_told(said: Fields, near: str) -> None:
    ((code, _, words),) = told(citation("", said))
    assert (code, words.partition("; nearest: ")[2]) == (
        "LIT401",
        f"Quimby A 2019, {fields().title} (pmid:90000001): {near}",
    )


def test_of_parts_of_several_works_the_one_with_the_title_is_told() -> None:
    said = fields(authors="Nobody N", volume="31", page="e5", issue="", year="2011")
    ((code, _, words),) = told(citation(f"Nobody N. {said.title}.", said))
    other = "same title, journal; other author, year, volume, pages"
    nearest = f"Quimby A 2019, {said.title} (pmid:90000001): {other}"
    assert (code, words.partition("; nearest: ")[2]) == ("LIT401", nearest)


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        ("2018", ["LIT416 the reference has 2018, the year of the electronic version; the volume is of 2019 (PubMed)"]),
        ("2019", []),
    ],
)
def test_the_year_of_the_electronic_version_beside_the_volume_of_another(year: str, expected: list[str]) -> None:
    online = replace(PUBMED, dates=Dates(print=dates.parse("2019"), electronic=dates.parse("2018 Nov")))
    found = told(citation(said=fields(year=year), ids=Ids(pmid="90000001")), works=(work(online),))
    assert [f"{code} {words}" for code, _, words in found] == expected
    alone = replace(fields(year=year), volume="", page="", issue="")
    assert [code for code, _, _ in told(citation(said=alone), works=(work(online),))] == []


def test_a_marker_that_no_list_answers() -> None:
    listed = citation(said=fields(), in_list=True, number=1, line=9)
    markers = [citation("(1,2)", form="marker", numbers=(1, 2)), citation("(1)", form="marker", numbers=(1,), line=2)]
    message = "(1,2) points at reference 2, but no numbered list in this document answers it"
    assert told(*markers, listed) == [("LIT402", 1, message)]


def test_the_mark_of_a_note_that_names_a_work_again_is_answered() -> None:
    note = citation("Ibid., 45.", form="marker", number=2, line=9)
    assert told(citation("2", form="marker", numbers=(2,)), note) == []


def test_an_author_and_year_that_no_entry_answers() -> None:
    marker = citation("(Orlov, 2021)", form="marker", names=("Orlov 2021",), missing=("Orlov 2021",))
    message = "(Orlov, 2021) cites Orlov 2021, but no list in this document has such an entry"
    assert told(marker) == [("LIT409", 1, message)]


def test_what_only_stands_as_the_citations_do_is_told_as_a_guess() -> None:
    marker = citation(
        "(Trondheim, 2009)", form="marker", names=("Trondheim 2009",), missing=("Trondheim 2009",), confidence=0.55
    )
    message = (
        "(Trondheim, 2009) is written as the citations of this document are; if it is one, no list has an entry"
        " Trondheim 2009"
    )
    assert told(marker) == [("LIT418", 1, message)]


def test_entries_that_nothing_cites_are_told_where_most_of_their_list_is_cited() -> None:
    cited = citation(said=fields(), in_list=True, number=1, line=8, cited_at=(Mention(Place(1, 5)),))
    alone = citation("Quimby A, Orlov B. Again.", fields(), in_list=True, number=2, line=9)
    other = citation("Quimby A, Orlov B. Further reading.", fields(), in_list=True, line=20)
    assert told(cited, alone, other) == [
        ("LIT410", 9, "nothing in this document cites entry 2, “Quimby A, Orlov B. Again.”")
    ]
    assert told(replace(cited, cited_at=()), alone, other) == []
    assert told(*(replace(one, document="refs.bib") for one in (cited, alone, other))) == []


def test_a_marker_has_the_works_of_the_entries_that_it_is_joined_to() -> None:
    listed = citation(said=fields(), in_list=True, id="entry")
    marker = citation("(Quimby 2019)", form="marker", names=("Quimby 2019",), cites=("entry",), line=2)
    assert [one.works for one in resolutions((listed, marker), (work(PUBMED),), {})] == [("quimby2019",)] * 2


def test_a_notice_cited_for_its_paper_is_told_with_the_paper_that_was_retracted() -> None:
    title = f"Retraction: {fields().title}"
    retracts = Relation("retraction", "of", Ids(doi="10.5555/paper"), source="publisher")
    notice = replace(record("crossref", "doi:10.5555/notice", fields(title)), relations=(retracts,))
    cited = citation(said=fields(), ids=Ids(doi="10.5555/notice"))
    message = (
        f"the text cites Quimby A 2019, {fields().title}, but doi:10.5555/notice is the notice that doi:10.5555/paper "
        f"was retracted: Quimby A 2019, {title} (Crossref)"
    )
    assert told(cited, works=(work(notice),)) == [("LIT403", 1, message)]
    assert told(replace(cited, fields=fields(title)), works=(work(notice),)) == []


def test_a_paper_that_sources_name_by_one_identifier_and_by_two_is_named_once() -> None:
    title = f"Retraction: {fields().title}"
    ties = (
        Relation("retraction", "of", Ids(doi="10.5555/paper"), source="publisher"),
        Relation("retraction", "of", Ids(doi="10.5555/other"), source="publisher"),
        Relation("retraction", "of", Ids(pmid="90000008", doi="10.5555/paper"), source="publisher"),
    )
    notice = replace(record("crossref", "doi:10.5555/notice", fields(title)), relations=ties)
    ((_, _, message),) = told(citation(said=fields(), ids=Ids(doi="10.5555/notice")), works=(work(notice),))
    assert " is the notice that doi:10.5555/other and doi:10.5555/paper pmid:90000008 was retracted: " in message


def test_the_text_of_one_work_under_the_identifier_of_another() -> None:
    cited = citation(said=fields("Of other things", "Zabel C", "2001"), ids=Ids(pmid="90000001"))
    message = (
        "the text cites Zabel C 2001, Of other things, but pmid:90000001 is "
        "Quimby A 2019, An invented trial of invented nerves in 40 invented patients (PubMed)"
    )
    assert told(cited) == [("LIT403", 1, message)]


def test_a_text_without_title_under_the_identifier_of_another_is_told_by_its_journal() -> None:
    cited = citation(said=fields("", "Zabel C", "2001", "Golf Today", "3", "9-14"), ids=Ids(pmid="90000001"))
    ((code, _, words),) = told(cited)
    assert (code, words.partition(", but ")[0]) == ("LIT403", "the text cites Zabel C 2001, Golf Today 3")


def test_an_identifier_of_another_work_beside_the_right_text() -> None:
    cited = citation(said=fields(), ids=Ids(pmid="7"))
    gone = Asked("pubmed", "pmid:7", "2026-11-20", "absent")
    message = (
        "pmid:7 does not exist: PubMed answered on 2026-11-20 that it has no such record; "
        "did you mean pmid:90000001 (the text is that work's)?"
    )
    assert told(cited, lock=(gone,)) == [("LIT202", 1, message)]
    assert [code for code, _, _ in told(cited)] == ["LIT304"]  # as long as nobody was heard about PMID 7


def test_details_that_the_record_does_not_confirm() -> None:
    said = fields("An invented trail of invented nerves in 40 invented patients", "Quimby A, Orlow B", volume="21")
    assert told(citation(said=said)) == [
        ("LIT404", 1, "authors: the document has Quimby A, Orlow B, PubMed has Quimby A, Orlov B"),
        ("LIT404", 1, "title: the document has “trail”, PubMed has “trial”"),
        ("LIT404", 1, "volume: the document has 21, PubMed has 12"),
    ]


@pytest.mark.parametrize(
    ("cited", "message"),
    [
        ("invented nerves in 40 invented patients", "has no “An invented trial of”, PubMed has “An invented trial of”"),
        ("Note: An invented trial of invented nerves in 40 invented patients", "has “Note:”, PubMed has no “Note:”"),
        ("An invented trail of invented nerves in 40 patients", "has “trail”, PubMed has “trial … invented”"),
    ],
)
def test_words_that_one_title_lacks_are_told_as_lacking(cited: str, message: str) -> None:
    assert told(citation(said=fields(cited))) == [("LIT404", 1, f"title: the document {message}")]


def test_what_an_accepted_erratum_has_before_the_title_is_lacking_in_the_document() -> None:
    title = "An invented trial of invented nerves in 40 invented patients"
    works = (work(replace(PUBMED, fields=replace(PUBMED.fields, title=f"Erratum to: {title}"))),)
    cited = citation(said=fields(title), ids=Ids(pmid="90000001"))
    message = "title: the document has no “Erratum to:”, PubMed has “Erratum to:”"
    assert ("LIT404", 1, message) in told(cited, works=works)


def test_a_key_that_no_work_has() -> None:
    assert told(citation(form="key", cited_as="nobody1900")) == [("LIT405", 1, "no work has the key nobody1900")]
    assert told(citation(form="key", cited_as="url:https://example.org")) == []


def test_a_key_that_the_bibliography_of_the_document_answers_is_not_unknown() -> None:
    entry = citation(form="reference", cited_as="isu2018", said=fields(), in_list=True)
    known = replace(citation(form="key", cited_as="isu2018"), cites=(entry.id,))
    found = told(entry, known, citation(form="key", cited_as="isu2018", said=fields()))
    assert [code for code, _, _ in found if code == "LIT405"] == []


def test_sources_that_disagree() -> None:
    works = (work(PUBMED, replace(CROSSREF, fields=fields(issue="4"))),)
    assert told(citation(ids=Ids(pmid="90000001")), works=works) == [
        ("LIT406", 1, "issue: PubMed has 3, Crossref has 4")
    ]


def test_sources_that_disagree_are_not_told_once_the_note_says_what_is_right() -> None:
    records = (PUBMED, replace(CROSSREF, fields=fields(issue="4", volume="13")))
    note = Note("mine", ("pmid:90000001",), corrections=Fields(issue="4"))
    assert told(citation(ids=Ids(pmid="90000001")), works=(work(*records, note=note),)) == [
        ("LIT406", 1, "volume: PubMed has 12, Crossref has 13")
    ]


def test_a_reference_without_its_journal() -> None:
    message = "the reference names no journal; it is Journal of Invented Medicine"
    assert told(citation(said=fields(journal=""))) == [("LIT408", 1, message)]


def test_a_status_is_told_at_every_place_that_cites() -> None:
    for kind, code, word in (
        ("retraction", "LIT501", "was retracted"),
        ("partial-retraction", "LIT501", "was partially retracted"),
        ("concern", "LIT502", "there is an expression of concern about quimby2019"),
        ("correction", "LIT503", "was corrected"),
    ):
        notice = Relation(kind, "in", Ids(doi="10.5555/n"), Date(((2020, 5, 4),)), "publisher")
        works = (work(replace(CROSSREF, relations=(notice,))),)
        found = told(*(citation(said=fields(), line=line) for line in (1, 8)), works=works)
        assert [(one, line, word in words) for one, line, words in found] == [(code, 1, True), (code, 8, True)]
        assert found[0][2].endswith(" on 2020 May 4: doi:10.5555/n (publisher)")


def test_a_retracted_work_that_was_published_again_is_told_with_the_paper_to_cite() -> None:
    again = Relation("republication", "in", Ids(pmid="90000007"), Date(((2003,),)), text="J Invent. 2003;3:1-5.")
    retraction = Relation("retraction", "in", Ids(pmid="90000006"), Date(((2003,),)))
    place = "J Invent. 2003;3:1-5. PMID: 90000007"
    both = (again, retraction)
    earlier = replace(retraction, date=Date(((2002,),)))
    for ties, code, said in (
        ((again,), "LIT501", f"quimby2019 was retracted: republished as {place} (PubMed)"),
        (both, "LIT501", f"was retracted in 2003: pmid:90000006 (PubMed); republished as {place} (PubMed)"),
        ((again, earlier), "LIT503", "was republished in 2003: pmid:90000007 (PubMed)"),
    ):
        paper = replace(PUBMED, status="retracted", relations=ties)
        (finding,) = found(citation(said=fields()), works=(work(paper),))
        assert (finding.code, findings.message(finding).endswith(said)) == (code, True)
        assert findings.advice(finding) == f"Read the republished paper and cite it in this one's place: {place}."


def test_a_superseded_work_is_told_with_its_newer_version() -> None:
    newer = Relation("update", "in", Ids(pmid="7"), Date(((2021,),)), text="J Invent. 2021;1:2.")
    works = (work(replace(PUBMED, relations=(newer,))),)
    assert told(citation(said=fields()), works=works) == [
        ("LIT504", 1, "quimby2019 was superseded by J Invent. 2021;1:2. PMID: 7 (PubMed)")
    ]


def test_a_newer_version_is_told_though_a_later_correction_gives_the_status() -> None:
    newer = Relation("update", "in", Ids(doi="10.5555/b"), Date(((2021, 2, 3),)), "publisher")
    correction = Relation("correction", "in", Ids(doi="10.5555/n"), Date(((2022, 5, 4),)), "publisher")
    works = (work(replace(CROSSREF, relations=(newer, correction))),)
    assert told(citation(said=fields()), works=works) == [
        ("LIT503", 1, "quimby2019 was corrected on 2022 May 4: doi:10.5555/n (publisher)"),
        ("LIT504", 1, "quimby2019 was superseded on 2021 Feb 3 by doi: 10.5555/b (publisher)"),
    ]


def test_a_newer_version_that_only_the_library_knows_is_not_named() -> None:
    works = (work(PUBMED, replace(LIBRARY, ids=PUBMED.ids, status="superseded")),)
    assert told(citation(said=fields()), works=works) == [
        ("LIT504", 1, "quimby2019 was superseded by a version that is not named (the library)")
    ]


def test_a_preprint_that_was_published_is_told_once_with_what_both_services_say() -> None:
    preprint = replace(fields(), type="article")
    by_pubmed = Relation("preprint", "of", Ids(pmid="7"), Date(((2021,),)), text="J Invent. 2021;1:2.")
    by_crossref = Relation("preprint", "of", Ids(doi="10.5555/paper"))
    works = (
        work(
            replace(PUBMED, fields=preprint, relations=(by_pubmed,)),
            replace(CROSSREF, fields=preprint, relations=(by_crossref,)),
        ),
    )
    published = "J Invent. 2021;1:2. doi: 10.5555/paper. PMID: 7 (Crossref, PubMed)"
    assert told(citation(said=fields()), works=works) == [
        ("LIT505", 1, f"the preprint quimby2019 has since been published: {published}")
    ]


def test_a_paper_that_has_a_preprint_is_not_told() -> None:
    works = (work(replace(CROSSREF, relations=(Relation("preprint", "in", Ids(doi="10.5555/p")),))),)
    assert told(citation(said=fields()), works=works) == []


def test_a_cited_work_without_what_a_reader_needs() -> None:
    bare = record(said=Fields(type="article-journal", title="Only a title"))
    assert told(citation(ids=Ids(pmid="90000001")), works=(work(bare, keys=("only",)),)) == [
        ("LIT601", 1, "only has no author, year, journal or book title")
    ]


def test_a_book_that_editors_made_lacks_no_author_and_a_chapter_does() -> None:
    editor = (Name("Quimby", "A"),)
    book = record(said=Fields(type="book", title="Only a title", editor=editor))
    chapter = replace(book, fields=replace(book.fields, type="chapter", container_title="A book"))
    for one, lacking in ((book, "year"), (chapter, "author, year")):
        assert told(citation(ids=Ids(pmid="90000001")), works=(work(one, keys=("only",)),)) == [
            ("LIT601", 1, f"only has no {lacking}")
        ]


def test_a_law_lacks_no_author() -> None:
    law = record(said=Fields(type="legislation", title="Only a title"))
    assert told(citation(ids=Ids(pmid="90000001")), works=(work(law, keys=("only",)),)) == [
        ("LIT601", 1, "only has no year")
    ]


def test_a_list_that_names_a_work_nobody_knows() -> None:
    items = (ListItem("quimby2019", line=5), ListItem("nobody", line=6))
    assert told(lists=(ReadingList("start", "Start", items=items),)) == [("LIT602", 6, "no work has the key nobody")]


def test_a_note_whose_work_is_nowhere() -> None:
    message = "no cited work and no record has pmid:7"
    assert told(notes=(Note("mine", ("pmid:7",)),)) == [("LIT603", None, message)]


def test_a_note_and_a_list_item_about_a_work_whose_answer_is_awaited_are_not_told() -> None:
    items = (ListItem("pmid:7", line=5), ListItem("mine", line=6))
    message = "pmid:7: no service has answered about it; nothing is known of the work"
    assert told(
        citation(ids=Ids(pmid="7")),
        notes=(Note("mine", ("pmid:7",)),),
        lists=(ReadingList("start", "Start", "", items),),
    ) == [("LIT304", 1, message)]


def test_a_second_note_on_a_work() -> None:
    one, other = (Note(key, ("pmid:90000001",)) for key in ("one", "other"))
    assert told(works=(work(PUBMED, note=one),), notes=(one, other)) == [
        ("LIT605", None, "one.md speaks for this work already")
    ]


def test_a_note_that_names_no_work() -> None:
    assert told(notes=(Note("mine", ()),)) == [("LIT606", None, "says nowhere which work it is about")]


def test_every_rule_is_in_the_catalogue_once() -> None:
    codes = [code for code, _ in RULES]
    assert sorted(set(codes)) == sorted(codes) and set(codes) <= set(findings.CATALOGUE)
    others = set(
        "LIT101 LIT102 LIT103 LIT104 LIT105 LIT106 LIT109 LIT110 LIT301 LIT303 LIT306 LIT617 LIT618 LIT211"
        " LIT311 LIT312 LIT313 LIT314 LIT315 LIT407 LIT412 LIT417 LIT421 LIT422 LIT423 LIT604 LIT607 LIT616".split()
    )  # told where documents, files and waivers are read
    assert set(findings.CATALOGUE) - set(codes) == others | set(findings.ON_REQUEST)


def test_a_finding_keeps_its_name_when_a_line_is_inserted_above() -> None:
    one = Finding("LIT404", "a.md", Place(line=3), "x", "c1")
    moved = replace(one, place=Place(line=9))
    other = replace(one, citation="c2")
    assert findings.identity(one) == findings.identity(moved) != findings.identity(other)
