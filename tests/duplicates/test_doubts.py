"""What is a question and what is not: abstracts beside articles, and identifiers that several works have."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from msgspec.structs import replace

from cluneal_lit.duplicates import duplicates
from cluneal_lit.model import Ids, Record
from tests.duplicates.invented import SAID, record
from tests.duplicates.judged import outcome

TITLE = str(SAID["title"])
DOI, PMID = Ids(doi="10.5555/supplement"), Ids(pmid="90000001")
SUPPLEMENT = {"volume": "12", "issue": "Supplement 3", "page": ""}


def of(thing: str, ids: Ids = DOI, **said: Any) -> Record:
    """An abstract of a supplement about this thing."""
    return record(ids=ids, title=f"{thing} in patients with primary ciliary dyskinesia", **(SUPPLEMENT | said))


def labelled(words: str, **said: Any) -> Record:
    return replace(record(**said), custom={"M3": words})


@pytest.mark.parametrize("ids", [DOI, PMID], ids=["doi", "pmid"])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Prevalence of anxiety", "Prevalence of depression"),
        ("Prevalence of anxiety", "Determinants of fatigue"),
        ("Beat frequency before azithromycin", "Beat frequency after azithromycin"),
        ("The physiotherapist's view of clearance", "The parent's view of clearance"),
    ],
)
@pytest.mark.parametrize("page", ["", "17"])
def test_titles_that_tell_of_other_things_are_asked_about_though_an_identifier_is_shared(
    one: str, other: str, page: str, ids: Ids
) -> None:
    assert outcome(of(one, ids, page=page), of(other, ids, page=page)) == "shared"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {"title": f"{TITLE}: a cohort of three clubs", "page": ""}),  # without its subtitle
        ({"title": f"{TITLE} from two clubs"}, {"title": f"{TITLE} of two clubs", "page": ""}),  # joints
        ({"page": "e71569"}, {"page": "e71569", "title": TITLE.replace("Entrapment", "Compression")}),
        ({"page": "25-32"}, {"page": "25", "title": TITLE.replace("Entrapment", "Compression")}),
    ],
)
def test_one_work_of_one_identifier_is_joined_as_its_databases_write_it(one: Any, other: Any) -> None:
    assert outcome(record(ids=DOI, **one), record(ids=DOI, **other)) == "join"


def test_an_identifier_of_many_titles_is_no_evidence() -> None:
    of_whom = ("gout", "nerve pain", "asthma", "anaemia", "deafness")
    many = [of(f"{what.capitalize()} of an invented kind", author=f"Person{at} A") for at, what in enumerate(of_whom)]
    twice = replace(many[0], id="b.ris#twice")
    long = of("Gout of an invented kind and its cost", author="Other B")
    found = duplicates([*many, twice, long])
    assert (found.clusters, found.questions) == (((0, 5),), ())
    assert duplicates([many[0], long]).clusters == ((0, 1),)  # of two works the DOI speaks for one


@pytest.mark.parametrize(
    ("issue", "page"),
    [
        *(("S2", "257"), ("Suppl 2", "257-258"), ("suppl_1", "B4"), ("2 Suppl", "A257"), ("15_suppl", "e16514")),
        *(("Supplement", "S257"), ("Abstract Supplement", "257A"), ("Supl 3", ""), ("S1", "")),
        *(("", "257A"), ("", "F-OR104")),  # by the page alone
        ("10", "2100"),  # abstracts of a meeting in an issue with a number
    ],
)
def test_an_abstract_in_the_volume_of_its_article_is_asked_about(issue: str, page: str) -> None:
    assert outcome(record(), record(issue=issue, page=page)) == "places"


def test_what_begins_each_issue_on_the_first_page_is_asked_about() -> None:
    reports = [
        record(title=f"Births and deaths: final data for {TITLE}", issue=issue, page=f"1-{last}")
        for issue, last in (("1", 69), ("9", 87))
    ]
    assert outcome(*reports) == "places"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"issue": "1", "page": ""}, {"issue": "1 SUPPL", "page": "88-96"}),  # one leaves the word and the page out
        ({"issue": "22 SUPPL. 1", "page": ""}, {"issue": "22", "page": ""}),
        ({"issue": "Suppl 2", "page": "S25-32"}, {"issue": "2", "page": "S25-S32"}),
        ({"issue": "8", "page": "25-32"}, {"issue": "8-9", "page": "25"}),
        ({"issue": "8", "page": "1-7"}, {"issue": "8", "page": "1"}),
    ],
)
def test_a_supplement_that_one_names_otherwise_is_no_question(one: Any, other: Any) -> None:
    assert outcome(record(**one), record(**other)) == "join"


@pytest.mark.parametrize(
    ("label", "said", "expected"),
    [
        ("Conference Abstract", {"page": "", "issue": ""}, "meeting"),
        ("Journal: Conference Abstract", {"page": "", "issue": "", "volume": "", "year": 2017}, "meeting"),
        ("Journal article; Conference proceeding", {"page": "", "issue": ""}, "meeting"),
        ("Conference proceeding", {"page": "257", "issue": ""}, "meeting"),
        ("Conference Review", {"page": "257", "issue": ""}, "meeting"),
        ("Abstract", {"page": "257", "issue": ""}, "apart"),
        ("Conference Abstract", {"page": ""}, "join"),  # in the same issue
        ("Article; Proceedings Paper", {"page": "", "issue": ""}, "join"),
        ("Conference Paper", {"page": "", "issue": ""}, "join"),
        ("No abstract", {"page": "", "issue": ""}, "join"),
    ],
)
def test_a_label_tells_of_a_meeting(label: str, said: dict[str, Any], expected: str) -> None:
    assert outcome(record(), labelled(label, **said)) == expected


def test_what_has_the_type_of_a_conference_is_asked_about_on_another_page_only() -> None:
    paper = record(issue="", page="S15")
    typed = replace(paper, fields=replace(paper.fields, type="paper-conference"))
    no_page = replace(typed, fields=replace(typed.fields, page=""))
    assert [outcome(record(), one) for one in (typed, no_page)] == ["meeting", "join"]


def test_two_abstracts_that_are_labelled_alike_are_no_question() -> None:
    ours = [labelled(label, page="", issue="") for label in ("Conference Abstract", "Conference proceeding")]
    assert outcome(*ours) == "join"


def test_pieces_of_one_supplement_are_asked_about_where_titles_differ_and_no_page_is_named() -> None:
    those = [of(what, Ids()) for what in ("Prevalence of anxiety", "Prevalence of depression")]
    articles = [of(what, Ids(), issue="3") for what in ("Prevalance of anxiety", "Prevalence of anxiety")]
    assert [outcome(*pair) for pair in (those, articles)] == ["others", "join"]


def test_what_bears_but_the_heading_of_letters_is_asked_about() -> None:
    letters = [record(title="Letter to the editor", author=who, issue="", page="") for who in ("Smith J", "Smith J A")]
    assert outcome(*letters) == "short"
    assert outcome(*(replace(one, fields=replace(one.fields, issue="7")) for one in letters)) == "join"


def test_three_titles_of_one_identifier_are_questions() -> None:
    those = [of(what) for what in ("Prevalence of anxiety", "Prevalence of depression", "Nasal nitric oxide")]
    found = duplicates(those)
    assert not found.clusters
    assert {(tie.one, tie.other) for tie in found.questions} == {*combinations(range(3), 2)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({}, {"page": "25"}),  # without the last page
        ({"page": "151-153"}, {"page": "151-153"}),  # of three pages
        ({"page": "S10-S18", "volume": "15 Suppl 1", "issue": ""}, {"page": "S10-8", "issue": ""}),
        ({"issue": "8", "page": "417-24"}, {"issue": "8-9", "page": "417-&"}),
        ({}, {"container_title": "Erfundene Umschau"}),  # all four pages or more are the same
    ],
)
def test_a_title_in_another_language_is_asked_about_where_the_place_is_the_same(one: Any, other: Any) -> None:
    assert outcome(record(**one), record(title="Einklemmung bei Ruderern", **{**one, **other})) in ("place", "asked")


@pytest.mark.parametrize(
    "said",
    [
        {"page": "25-26"},  # on which several may begin
        {"page": "25", "author": "Other B"},
        {"page": "25", "volume": "16"},
        {"page": "25", "issue": "7"},
        {"page": "25", "container_title": "Annals of Botany"},
    ],
)
def test_another_work_of_one_page_is_none_of_these(said: dict[str, Any]) -> None:
    ours = record(page="25-26") if said == {"page": "25-26"} else record()
    assert outcome(ours, record(title="Einklemmung bei Ruderern", **said)) == "apart"


@pytest.mark.parametrize(
    ("journal", "expected"),
    [
        ("Neurology", "journal"),
        ("European Journal of Invented Medicine", "journal"),
        ("Medical Journal of Asia", "journal"),
        ("J Inv Med", "join"),
        ("Journal of Invented Medicine. Conference: 70th Sessions. Orlando", "join"),
    ],
)
def test_a_record_with_little_more_than_another_journal_is_asked_about(journal: str, expected: str) -> None:
    assert outcome(record(), record(container_title=journal, volume="", issue="", page="")) == expected


@pytest.mark.parametrize(
    "said", [{"container_title": "Neurology"}, {"author": "Other B"}, {"title": "Report"}, {"year": 2014}]
)
def test_a_paper_in_press_is_of_the_same_journal_people_and_title_two_years_before(said: dict[str, Any]) -> None:
    before = {"year": 2016, "volume": "", "issue": "", "page": ""}
    assert outcome(record(), record(**before)) == "press"
    assert outcome(record(), record(**(before | said))) != "press"


GERMAN = "Einklemmung erfundener Nerven bei Ruderern"


@pytest.mark.parametrize("ids", [DOI, PMID], ids=["doi", "pmid"])
@pytest.mark.parametrize("author", [str(SAID["author"]), "井須, 豊彦"])
def test_one_identifier_and_the_same_pages_join_titles_in_two_languages(ids: Ids, author: str) -> None:
    assert outcome(record(ids=ids), record(ids=ids, title=GERMAN, author=author)) == "join"
    assert outcome(record(ids=ids), record(ids=ids, title=GERMAN, author=author, page="301-309")) != "join"


def test_the_original_title_of_one_is_held_against_the_title_of_the_other() -> None:
    translated = record(page="")
    said = replace(translated, fields=replace(translated.fields, original_title=GERMAN))
    for ids in (Ids(), DOI):
        other = record(ids=ids, title=GERMAN, page="")
        assert outcome(replace(said, ids=ids), other) == outcome(other, replace(said, ids=ids)) == "join"
        assert outcome(replace(translated, ids=ids), other) != "join"


def test_one_id_of_arxiv_is_one_preprint_whichever_year_it_names_and_no_paper_of_a_journal() -> None:
    nowhere: dict[str, Any] = {"volume": "", "issue": "", "page": ""}
    arxiv = record(ids=Ids(arxiv="2101.01234"), container_title="CoRR", year=2021, **nowhere)
    later = record(ids=Ids(arxiv="2101.01234"), container_title="arXiv", year=2023, **nowhere)
    by_doi = record(ids=Ids(doi="10.48550/arxiv.2101.01234"), container_title="arXiv", year=2023, **nowhere)
    another = record(ids=Ids(arxiv="2101.04321"), container_title="arXiv", year=2023, **nowhere)
    assert outcome(arxiv, later) == outcome(arxiv, by_doi) == "join"
    assert outcome(arxiv, another) != "join"
    assert outcome(record(ids=Ids(arxiv="2101.01234")), later) == "apart"


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("S571", "places"),
        ("571", "places"),
        ("71-79", "join"),  # a whole article of a supplement
    ],
)
def test_an_abstract_of_a_supplement_beside_an_article_in_press_is_asked_about(page: str, found: str) -> None:
    nowhere: dict[str, Any] = {"volume": "", "issue": "", "page": ""}
    abstract = record(issue="6 Suppl. 1", page=page)
    assert outcome(abstract, record(ids=Ids(doi="10.5555/article"), **nowhere)) == found
    assert outcome(abstract, record(**nowhere)) == "join"  # as somebody cites it by hand


def test_a_paper_of_a_meeting_and_one_of_a_journal_are_asked_about_where_no_place_agrees() -> None:
    nowhere: dict[str, Any] = {"volume": "", "issue": "", "page": ""}
    meeting = record(
        container_title="Proceedings of the Conference on Invented Medicine", **(nowhere | {"page": "1-9"})
    )
    assert outcome(meeting, record(**nowhere)) == "journal"
