"""Which work a reference without identifiers means."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit.citations.matching.match import Index, Match
from cluneal_lit.citations.parse import parse
from cluneal_lit.model import Fields, Ids
from tests.made import fields, record

TITLE = "Entrapment of an invented nerve"
GOLFERS = "Entrapment of an invented nerve in elderly invented golfers"
LONGER = "Entrapment of an invented nerve eight years after an invented operation"


def answer(cited: Fields, **works: Fields) -> tuple[str, str]:
    found = Index({key: [record(said=said)] for key, said in works.items()}).match(cited)
    return found.answer, found.candidate


def test_a_misspelt_reference_finds_its_work() -> None:
    cited = fields(title="Entrapmet of an invented nerve", authors="Qimby A", volume="11", journal="J Invent Med")
    assert answer(cited, right=fields(title=TITLE), other=fields(title=LONGER)) == ("match", "right")


def test_a_title_that_begins_another_draws_in_no_other() -> None:
    assert answer(fields(title=TITLE), other=fields(title=LONGER))[0] == "none"


def test_of_two_at_one_place_the_one_with_the_title_to_the_letter_is_meant() -> None:
    men, women = fields(title=f"{GOLFERS}: men"), fields(title=f"{GOLFERS}: women")
    assert answer(women, first=men, second=women) == ("match", "second")
    assert answer(women, first=women, second=women)[0] == "unsure"


def test_a_notice_is_found_by_its_own_title() -> None:
    notice = fields(title=f"Retraction: {GOLFERS}", page="5", volume="13", year="2020")
    raw = f"Quimby A, Orlov B. Retraction: {GOLFERS}. Journal of Invented Medicine. 2020;13(3):5."
    found = Index({"paper": [record(said=fields(title=GOLFERS))], "notice": [record(said=notice)]}).match(notice, raw)
    assert (found.answer, found.candidate) == ("match", "notice")


def test_a_title_alone_is_not_enough() -> None:
    assert answer(Fields(title=TITLE), right=fields(title=TITLE)) == ("unsure", "right")
    assert answer(Fields(title="Editorial"), right=fields(title="Editorial")) == ("none", "right")


def test_a_title_and_its_first_author_are_enough() -> None:
    cited = fields(title=TITLE, year="", journal="", volume="", page="", issue="")
    assert answer(cited, right=fields(title=TITLE)) == ("match", "right")


def test_numbers_of_a_real_work_under_an_invented_title_are_refused() -> None:
    assert answer(fields(title="Nothing that anybody ever wrote about"), right=fields())[0] == "none"


def test_a_title_in_its_own_language_finds_the_work_that_is_known_by_a_translated_one() -> None:
    translated = fields(title="[The invented nerve: an overlooked cause of golf]")
    own = fields(title="Der erfundene Nerv: eine übersehene Ursache", journal="J Invent Med")
    assert answer(own, right=translated, other=fields()) == ("match", "right")
    assert answer(replace(own, page="110-9", volume=""), right=translated)[0] != "match"
    assert answer(replace(own, title="A review of the knee"), right=translated)[0] == "none"


def test_the_title_of_a_work_under_another_first_author_is_refused() -> None:
    assert answer(fields(authors="Zabel C", volume="3", page="7"), right=fields())[0] == "none"


def test_another_first_author_is_a_question_where_the_place_agrees() -> None:
    assert answer(fields(authors="Zabel C"), right=fields()) == ("unsure", "right")


def test_a_work_is_found_without_its_subtitle_on_either_side() -> None:
    longer = fields(title=f"{TITLE} in golfers: a report of three invented cases")
    shorter = fields(title=f"{TITLE} in golfers")
    assert answer(shorter, right=longer) == ("match", "right")
    assert answer(longer, right=shorter) == ("match", "right")
    assert answer(fields(title=shorter.title, page="201-209"), other=longer)[0] == "unsure"


SHORTENED = "Invented guidance for blocks of nerves"
WITHOUT_SUBTITLE = [
    (SHORTENED, "12", "", "match"),
    (SHORTENED, "12", "101-109", "match"),
    (SHORTENED, "", "", "unsure"),
    (SHORTENED, "21", "", "unsure"),
    (SHORTENED, "12", "201-209", "unsure"),
    ("Guided nerve block", "12", "", "unsure"),
    (GOLFERS, "", "", "match"),
    (GOLFERS, "21", "", "unsure"),
]


@pytest.mark.parametrize(("title", "volume", "page", "expected"), WITHOUT_SUBTITLE)
def test_a_title_without_its_subtitle_is_judged_alike_by_fields_and_by_string(
    title: str, volume: str, page: str, expected: str
) -> None:
    index = Index({"right": [record(said=fields(title=f"{title}: a prospective invented cohort"))]})
    said = fields(title=title, volume=volume, issue="", page=page)
    raw = f"Quimby A, Orlov B. {title}. J Invent Med. 2019{volume and f';{volume}'}{page and f':{page}'}."
    assert index.match(said).answer == expected
    assert index.match(parse(raw).fields, raw).answer == expected
    assert index.match(said, raw).answer == expected


BRIEF = "Balance in dance"
REVIEW = f"{BRIEF}: an invented survey of many schools"
AT_ITS_PLACE = [
    (BRIEF, REVIEW, {}, "match"),
    (REVIEW, BRIEF, {}, "match"),
    (REVIEW, f"{BRIEF}: a trial that nobody ever made at all", {}, "none"),
    (BRIEF, f"{BRIEF}: authors' reply to all the others", {}, "unsure"),
    (BRIEF, f"{BRIEF}: authors' reply to all the others", {"page": "201-209"}, "none"),
    ("The schools survey", f"{GOLFERS}: the schools survey", {}, "match"),
    ("The schools survey", f"{GOLFERS}: the schools survey", {"volume": ""}, "none"),
    (BRIEF, f"{BRIEF}: protocol of an invented survey", {}, "unsure"),
    (BRIEF, f"{BRIEF}: part II of an invented survey", {}, "unsure"),
    (f"{BRIEF} and song in schools", f"{BRIEF} and song in schools: protocol of a survey", {}, "unsure"),
    (BRIEF, f"{BRIEF} of the northern invented schools", {}, "none"),
    ("Balance in choirs", REVIEW, {}, "none"),
    (BRIEF, REVIEW, {"page": "201-209"}, "none"),
    (BRIEF, REVIEW, {"page": ""}, "unsure"),
    (BRIEF, REVIEW, {"volume": ""}, "unsure"),
    (BRIEF, REVIEW, {"journal": "", "volume": "", "page": ""}, "unsure"),
    (BRIEF, REVIEW, {"year": "2011"}, "none"),
    (BRIEF, REVIEW, {"authors": "Zabel C"}, "none"),
    (BRIEF, REVIEW, {"authors": "", "year": "", "volume": "", "page": ""}, "none"),
]


@pytest.mark.parametrize(("title", "other", "place", "expected"), AT_ITS_PLACE)
def test_a_brief_title_without_its_subtitle_is_the_work_only_at_its_place(
    title: str, other: str, place: dict[str, str], expected: str
) -> None:
    assert answer(fields(title=title, **place), other=fields(title=other))[0] == expected


OTHER_WORDS = [
    ("Pain of male rowers in clubs", "Pain of female rowers in clubs"),
    ("Score of the knee in Spanish rowers", "Score of the knee in Turkish rowers"),
    ("Entrapment of the superior nerve in rowers", "Entrapment of the inferior nerve in rowers"),
    (f"{GOLFERS}: men of the northern clubs", f"{GOLFERS}: women of the southern towns"),
    ("Rest for rowers with pain of the knee", "Rest for rowers without pain of the knee"),
]


@pytest.mark.parametrize(("title", "other"), OTHER_WORDS)
@pytest.mark.parametrize("place", [{"page": ""}, {"page": "", "volume": ""}, {"page": "", "year": "2020"}])
def test_another_paper_of_one_author_on_the_same_matter_is_never_certain(
    title: str, other: str, place: dict[str, str]
) -> None:
    said = fields(title=title, **place)
    index = Index({"other": [record(said=fields(title=other))]})
    raw = f"Quimby A, Orlov B. {title}. J Invent Med. {said.issued.year if said.issued else ''}."
    assert index.match(said).answer == "unsure"
    assert index.match(said, raw).answer == "unsure"


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Entrapmnet of an invnted nerve", TITLE),
        ("Entrapment of an inventednerve", TITLE),
        ("Hypertenson of golfers in towns", "Hypertension of golfers in towns"),
        ("Behandlung eines erfundenen Nervs", "Treatment of an invented nerve"),
    ],
)
def test_misspelt_and_translated_words_are_no_others(title: str, other: str) -> None:
    own = fields(title=other)
    right = replace(own, original_title=title) if title.startswith("Behandlung") else own
    assert answer(fields(title=title, page=""), right=right) == ("match", "right")


OWN_PLACE = [
    (
        "Knee pain in rowers: the Oslo study of 400 invented men over twelve years",
        "Knee pain in rowers: the Oslo survey",
        "match",
    ),
    ("Knees: a trial of rest in rowers with pain for twelve weeks and more", "Knees: a trial of rest", "match"),
    (
        "Knee pain in rowers: the reply of 400 invented men to the other authors",
        "Knee pain in rowers: the Oslo survey",
        "unsure",
    ),
]


@pytest.mark.parametrize(("title", "other", "expected"), OWN_PLACE)
def test_at_its_own_place_another_subtitle_is_the_work(title: str, other: str, expected: str) -> None:
    assert answer(fields(title=title), other=fields(title=other))[0] == expected
    assert answer(fields(title=other), other=fields(title=title))[0] == expected
    for place in ({"page": "201-209"}, {"volume": "21"}, {"journal": "Acta of Hips"}, {"year": "2011"}):
        assert answer(fields(title=title, **place), other=fields(title=other))[0] != "match"


REVIEW_NUMBER = {"journal": "Cochrane Database of Systematic Reviews", "volume": "", "page": "CD001234"}


@pytest.mark.parametrize(
    ("year", "issue", "expected"),
    [
        ("2019", "3", "match"),
        ("2019", "", "match"),
        ("2018", "3", "match"),
        ("2018", "1", "unsure"),
        ("2015", "3", "unsure"),
    ],
)
def test_another_version_of_a_cochrane_review_is_never_certain(year: str, issue: str, expected: str) -> None:
    cited = fields(title=GOLFERS, year=year, issue=issue, **REVIEW_NUMBER)
    for label in ("", "WITHDRAWN: "):
        assert answer(cited, right=fields(title=f"{label}{GOLFERS}", **REVIEW_NUMBER))[0] == expected


def test_the_doi_of_another_version_tells_it() -> None:
    stem = "10.1002/14651858.cd001234"
    index = Index({"third": [record(name=f"doi:{stem}.pub3", said=fields(title=GOLFERS, **REVIEW_NUMBER))]})
    cited = fields(title=GOLFERS, **REVIEW_NUMBER)
    assert [index.match(cited, ids=Ids(doi=f"{stem}{end}")).answer for end in (".pub3", ".pub2", "")] == [
        "match",
        "unsure",
        "unsure",
    ]


def test_a_misspelt_title_without_its_subtitle_is_none_with_the_journal_and_numbers() -> None:
    index = Index({"right": [record(said=fields(title=f"{GOLFERS}: a prospective invented cohort of many towns"))]})
    title = GOLFERS.replace("Entrapment", "Entrapement")
    for place, expected in (("12:101-109", "match"), ("21:101-109", "match"), ("21:110-119", "unsure")):
        raw = f"Qimby A, Orlov B. {title}. J Invent Med 2019;{place}"
        found = index.match(parse(raw).fields, raw)
        assert (found.answer, [line for line in found.why if "only one title" in line]) == (expected, [])


def test_the_version_of_a_program_is_no_end_of_its_title() -> None:
    said = replace(
        fields(title="kneefor: knee analysis for R", journal="", volume="", page="", issue=""), type="software"
    )
    index = Index({"right": [record(said=said)]})
    raw = "Quimby A, Orlov B. kneefor: knee analysis for R. R package version 3.0-2. 2019."
    assert index.match(parse(raw).fields, raw).answer == "match"


@pytest.mark.parametrize("cited", ["", "[version 2; peer review: 2 approved]", "(version 1; referees: 1 approved)"])
@pytest.mark.parametrize("known", ["", "[version 1; peer review: 2 approved]"])
def test_how_far_its_review_is_belongs_to_no_title(cited: str, known: str) -> None:
    title = "Mapping invented clinics in invented hills"
    read = parse(f"Quimby A, Orlov B. {title} {cited}. F1000Research 2020, 9:123.").fields
    works = {"one": replace(fields(f"{title} {known}".strip(), "Quimby A, Orlov B"), issued=read.issued)}
    works["one"] = replace(works["one"], container_title="F1000Research", volume="9", issue="", page="123")
    assert answer(read, **works)[0] == "match"


def test_a_label_before_a_title_is_nobody() -> None:
    index = Index({"right": [record(said=fields(title=GOLFERS))]})
    raw = f"Withdrawn: {GOLFERS}. J Invent Med. 2019;12:101-109."
    assert index.match(parse(raw).fields, raw).answer == "match"


def test_a_number_that_stands_in_a_missing_subtitle_is_no_contradiction() -> None:
    results, year = (
        fields(title=f"{GOLFERS}: results 2011", page=""),
        fields(title=f"{GOLFERS}: a 12-month study", page=""),
    )
    assert answer(fields(title=GOLFERS, page=""), right=results) == ("match", "right")
    assert answer(fields(title=GOLFERS, page=""), right=year) == ("match", "right")
    assert answer(year, right=fields(title=GOLFERS, page="")) == ("match", "right")
    assert answer(results, other=fields(title=f"{GOLFERS}: results 2012", page=""))[0] == "unsure"
    assert answer(fields(title=GOLFERS, page=""), other=fields(title=f"{GOLFERS}: part 2", page=""))[0] == "unsure"
    phases = [fields(title=f"{GOLFERS}: a phase {number} trial", page="") for number in (2, 3)]
    assert answer(phases[0], other=phases[1])[0] == "unsure"


def test_a_string_whose_title_lacks_a_subtitle_with_numbers_finds_its_work() -> None:
    longer = fields(title=f"{GOLFERS}: a 12-month prospective study", page="")
    raw = f"Quimby A, Orlov B. {GOLFERS}. J Invent Med 2019;12"
    index = Index({"right": [record(said=longer)]})
    assert index.match(parse(raw).fields, raw).answer == "match"


@pytest.mark.parametrize(
    "names", ["et al.", "Quimby A, i in.", "Quimby A i in.", "Quimby A, in sod.", "Quimby A und andere."]
)
def test_that_others_wrote_it_too_is_no_first_author_and_no_part_of_a_title(names: str) -> None:
    raw = f"{names} {TITLE}. J Invent Med 2019;12:101-109."
    index = Index({"right": [record(said=fields(title=TITLE))]})
    assert index.match(parse(raw).fields, raw).answer == "match"


def test_an_identifier_is_a_witness_and_no_proof() -> None:
    index = Index({"right": [record(said=fields())]})
    ids = Ids(pmid="90000001")
    bare = Fields(title=fields().title)
    assert (index.match(bare).answer, index.match(bare, ids=ids).answer) == ("unsure", "match")
    other = fields(title="A guideline on something else entirely", authors="Zabel C")
    assert index.match(other, ids=ids).answer == "unsure"


def test_of_two_that_fit_as_well_neither_is_sure() -> None:
    found = Index({"one": [record(said=fields())], "two": [record(said=fields())]}).match(fields())
    assert (found.answer, found.candidate, found.why[-1]) == ("unsure", "one", "two fits as well")


def test_nothing_shared_is_no_match() -> None:
    assert Index({}).match(fields()) == Match("none")


LIKE = f"{TITLE} of the knee"


@pytest.mark.parametrize(
    ("ours", "theirs", "by_fields", "by_string"),
    [
        (
            f"{LIKE}, part II",
            f"{LIKE}, part I",
            "title: close (0.99), but their numbers differ (2 | 1): {ours} | {theirs}",
            "title: equal, but their numbers differ (2 | 1)",
        ),
        (
            f"{LIKE}. II. Methods in mice",
            f"{LIKE}. I. Results",
            "title: close (0.84), but their numbers differ (2 | 1): {ours} | {theirs}",
            "title: close (1.00), but their numbers differ (2 | 1): {ours} | {theirs}",
        ),
        (f"{LIKE}: part 2", LIKE, *["title: equal, but their numbers differ (2 | none)"] * 2),
        (f"{LIKE} in 40 men", f"{LIKE} in 40 men", "title: equal", "title: equal"),
        (LIKE, f"{LIKE}: a trial of 40 men", *["title: close (1.00): {ours} | {theirs}"] * 2),
    ],
)
def test_titles_that_differ_in_the_part_are_not_told_as_alike(
    ours: str, theirs: str, by_fields: str, by_string: str
) -> None:
    index, cited = Index({"one": [record(said=fields(title=theirs))]}), fields(title=ours)
    raw = f"Quimby A, Orlov B. {ours}. J Invent Med. 2019;12(3):101-9."
    told = [index.match(cited, string).why[0] for string in ("", raw)]
    assert told == [line.format(ours=ours, theirs=theirs) for line in (by_fields, by_string)]


def test_the_reasons_name_each_field() -> None:
    cited = fields(title=TITLE, volume="11", journal="")
    found = Index({"right": [record(said=fields(title=TITLE))]}).match(cited)
    assert found.why == (
        "title: equal",
        "author: equal",
        "year: equal",
        "journal: missing",
        "volume: contradicting (0.00): 11 | 12",
        "pages: equal",
    )
    assert found.score == 8.0
