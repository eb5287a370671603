"""Titles that each have words of their own, of records on one page or in one issue."""

from __future__ import annotations

from typing import Any

import pytest

from cluneal_lit.duplicates import duplicates
from cluneal_lit.model import Ids
from tests.duplicates.invented import SAID, record
from tests.duplicates.judged import outcome

TITLE = str(SAID["title"])
PAGE, ARTICLES, UNPAGED = {"page": "12"}, {"page": "1-12"}, {"page": ""}
PIECES = {"page": "S212", "issue": "Suppl 1"}
TWO = [
    ("Rowers to get more money for invented oars", "Rowers to get more money for covered trips"),
    ("Prevalence of gout in invented rowers", "Prevalence of pain in invented rowers"),
    ("Invented study of milk yield in old cows", "Invented study of body weight in young chickens"),
    ("Treatment patterns of rowers with pain of the back", "Healthcare costs of rowers with pain of the back"),
    ("Invented trial: safety of oars in rowers", "Invented trial: dose response of oars in rowers"),
    ("Complete genome of Inventella prima strain K51", "Complete genome of Fabulosa secunda strain K52"),
]
DOIS = (Ids(doi="10.5555/one"), Ids(doi="10.5555/two"))


@pytest.mark.parametrize("said", [PAGE, ARTICLES, PIECES, UNPAGED])
@pytest.mark.parametrize(("one", "other"), TWO)
def test_titles_with_words_of_their_own_each_are_never_joined(one: str, other: str, said: dict[str, Any]) -> None:
    assert outcome(record(title=one, **said), record(title=other, **said)) != "join"
    assert outcome(record(title=one, **said), record(title=other, **(said | {"issue": ""}))) != "join"
    ours, theirs = (record(title=title, ids=ids, **said) for title, ids in zip((one, other), DOIS, strict=True))
    assert outcome(ours, theirs) != "join"
    ours, theirs = (record(title=title, abstract=text * 9, **said) for title, text in ((one, "Of it."), (other, "But")))
    assert outcome(ours, theirs) != "join"


@pytest.mark.parametrize("said", [PAGE, ARTICLES])
def test_it_is_asked_of_one_page_whatever_the_journal_is_called(said: dict[str, Any]) -> None:
    one, other = TWO[0]
    assert outcome(record(title=one, **said), record(title=other, **said)) == "own"
    assert outcome(record(title=one, **said), record(title=other, **(said | {"container_title": ""}))) != "join"


@pytest.mark.parametrize(
    "title",
    [
        TITLE.replace("Entrapment", "Entraprnent").replace("low", "1ow").replace("back", "hack"),
        TITLE.replace("rowers", "rovvers"),
        f"Competition paper - {TITLE}".replace("Entrapment of invented nerves", "Entrapmant of inventod nerves"),
        TITLE.replace("of the", "ofthe").replace("invented nerves", "inventednerves"),
    ],
)
@pytest.mark.parametrize("said", [PAGE, ARTICLES, UNPAGED])
def test_misread_letters_are_no_other_work(title: str, said: dict[str, Any]) -> None:
    assert outcome(record(**said), record(title=title, **said)) == "join"


@pytest.mark.parametrize("said", [PAGE, ARTICLES, UNPAGED])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Outcomes of knee surgery in rheumatoid arthritis of rowers",
            "Outcomes of knee surgery in RA of rowers (Editorial)",
        ),
        ("Rowers and the CEO/CIO relationship", "Rowers and the CEO/ClO relationship 1"),
        ("Rowing with business vision: the leadership of 3M1,2", "Rowing with business visions - the leadership of 3M"),
        ("An invented study of clubs: an exploration", "An invented study of clubs - an exploration1Research essays"),
        (f"Quimby/{TITLE}", f"{TITLE} in peculiar clubs"),
        (f"T MF: {TITLE}", f"Across the rivers - {TITLE}"),
        (f"Special paper: {TITLE}", f"{TITLE} anew"),
    ],
)
def test_headings_abbreviations_marks_and_authors_are_nobodys_own_words(
    one: str, other: str, said: dict[str, Any]
) -> None:
    assert outcome(record(title=one, **said), record(title=other, **said)) == "join"


def test_a_footnote_that_only_one_glues_to_its_word_is_no_other_work_in_one_issue() -> None:
    one, other = f"T MF: {TITLE} 1", f"Across the rivers - {TITLE}1"
    assert outcome(record(title=one, page=""), record(title=other, page="")) == "join"


def test_a_word_much_like_another_is_another_where_doi_or_supplement_say_so() -> None:
    one, other = (f"Effects of {what} in rowers with low back pain" for what in ("prednisone", "prednisolane"))
    assert outcome(record(title=one, **PAGE), record(title=other, **PAGE)) == "join"
    assert outcome(record(title=one, **PIECES), record(title=other, **PIECES)) == "own"
    pair = [record(title=title, ids=ids, **PAGE) for title, ids in zip((one, other), DOIS, strict=True)]
    assert outcome(*pair) == "own"


@pytest.mark.parametrize("page", ["25-32", "e102301", "102301"])
def test_four_pages_or_the_number_of_an_article_say_that_two_titles_are_one(page: str) -> None:
    other = TITLE.replace("Entrapment of invented nerves", "Einklemmung erfundener Nerven")
    assert outcome(record(page=page), record(page=page, title=other)) == "join"
    pair = [record(ids=ids, page=page, title=title) for title, ids in zip((TITLE, other), DOIS, strict=True)]
    assert outcome(*pair) != "join"


def test_no_third_record_welds_what_is_asked_of_one_page() -> None:
    one, other = TWO[3]
    found = duplicates(
        [record("a", title=one, **PAGE), record("b", title=other, **PAGE), record("c", title=one, **PAGE)]
    )
    assert (found.clusters, len(found.questions)) == (((0, 2),), 1)
