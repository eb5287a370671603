"""Two records that are alike but for what one says before or behind its title; all of them are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.duplicates import duplicates
from tests.duplicates.invented import SAID, record

TITLE = str(SAID["title"])
NOWHERE = {"volume": "", "issue": "", "page": ""}
VOLUME, ISSUE, PAGES = {"issue": "", "page": ""}, {"page": ""}, dict[str, str]()
TEXTS = [
    *(": study protocol", ": protocol for a randomised trial", ": rationale and design", ": statistical analysis plan"),
    *(": a rebuttal", ": our response to Orlov et al", ": authors' reply", ": a commentary", ": letter to the editor"),
    *(": erratum", ": an addendum", ": expression of concern", ": Studienprotokoll", ": réponse des auteurs"),
    *(": Stellungnahme", ": carta al director", ": resposta dos autores", ": rettifica"),
]
PARTS = [": second part", ": II. Treatment", ". Part Two", ": 2. Results", ". Zweiter Teil", ": segunda parte"]
FRONTS = ["A rebuttal to ", "Study protocol of ", "Addendum to ", "Erwiderung zu ", "Leserbrief zu: "]
SUBTITLES = [
    *(": a prospective cohort", ": a systematic review", ": a report of invented cases", " – does it help?"),
    *(": immune response in adults", ": response to treatment", ": correction of gait", ": protocol violations"),
    *(": a crossover design", ": eine randomisierte Studie", ": étude rétrospective", ": una revisión sistemática"),
    *(": trials at the age of 5, 10, and 15 years", ": what was known on Sept. 15, 2001"),
]
# What a journal prints over a text, or behind its title: one database has it, and another leaves it out.
PRINTED = [": book review", ": guest editors' foreword", ": Geleitwort", ": an update", ": summary"]


def answers(title: str, place: dict[str, str], other: dict[str, str]) -> set[str]:
    """What is said of it and the work of TITLE, each of the two in the one place and in the other."""
    found = set()
    for one, two in ((title, TITLE), (TITLE, title)):
        said = duplicates([record("a", **{"title": one, **place}), record("b", **{"title": two, **other})])
        found.add("one" if said.clusters else "asked" if said.questions else "two")
    return found


@pytest.mark.parametrize("title", [*(TITLE + end for end in (*TEXTS, *PARTS)), *(front + TITLE for front in FRONTS)])
def test_what_names_another_text_or_part_is_another_work(title: str) -> None:
    for place, other in ((NOWHERE, NOWHERE), (NOWHERE, PAGES), (VOLUME, VOLUME)):
        assert answers(title, place, other) == {"two"}
        assert answers(title, place, other | {"container_title": ""}) == {"two"}


@pytest.mark.parametrize("title", [*(TITLE + end for end in TEXTS), *(front + TITLE for front in FRONTS)])
def test_another_text_is_another_work_in_the_same_issue_too(title: str) -> None:
    assert answers(title, ISSUE, ISSUE) == {"two"}


@pytest.mark.parametrize("end", [*PARTS, *PRINTED, " 2", "? 1"])
def test_in_one_issue_a_number_or_what_is_printed_with_a_text_parts_nothing(end: str) -> None:
    assert answers(TITLE + end, ISSUE, ISSUE) == {"one"}


@pytest.mark.parametrize("end", SUBTITLES)
def test_a_subtitle_that_names_no_other_text_is_one(end: str) -> None:
    for place, other in ((NOWHERE, NOWHERE), (NOWHERE, PAGES), (VOLUME, VOLUME), (ISSUE, ISSUE), (PAGES, PAGES)):
        assert answers(TITLE + end, place, other) == {"one"}


@pytest.mark.parametrize("end", PRINTED)
def test_what_is_printed_with_a_text_parts_only_volumes(end: str) -> None:
    assert answers(TITLE + end, NOWHERE, NOWHERE) <= {"one", "asked"}
    assert answers(TITLE + end, NOWHERE, {**NOWHERE, "container_title": ""}) == {"two"}


REVIEWS = [
    *(": book review", " [Book review]", " (a book review)", ": book and media reviews", ": review of the book"),
    *(": Buchbesprechung", " [Rezension]", ": compte rendu", " (note de lecture)", ": reseña", " [Reseña de libro]"),
    *(": recensione", ": resenha de livros"),
]


@pytest.mark.parametrize("end", REVIEWS)
@pytest.mark.parametrize("author", ["Muster A", ""])
def test_the_review_of_a_book_by_others_is_another_work_than_what_bears_its_title(end: str, author: str) -> None:
    for place in (NOWHERE, VOLUME, ISSUE):
        pair = [record("a", title=TITLE + end, author=author, **place), record("b", **place)]
        said = duplicates(pair)
        assert (said.clusters, said.questions) == ((), ())
        assert [(kin.one, kin.kind, kin.other) for kin in said.related] == [(0, "review", 1)]


@pytest.mark.parametrize("end", [*REVIEWS, ": Leitartikel", ": guest editorial"])
def test_on_another_page_of_the_volume_what_is_printed_over_a_text_is_another_work(end: str) -> None:
    other = record("a", title=TITLE + end, page="99-100")
    assert (duplicates([other, record("b")]).clusters, duplicates([other, record("b")]).questions) == ((), ())


@pytest.mark.parametrize("end", REVIEWS)
def test_the_review_of_a_book_by_one_reviewer_is_one_work_whether_a_database_says_so_or_not(end: str) -> None:
    assert answers(TITLE + end, ISSUE, ISSUE) == {"one"}
    pair = [record("a", title=TITLE + end, author="Muster A"), record("b", author="")]
    assert duplicates(pair).clusters == ((0, 1),)  # on one page


@pytest.mark.parametrize("label", [" [Letter]", " (editorial)", " [Comment].", " [multiple letters] [3]"])
def test_a_label_in_brackets_is_another_text_by_other_people(label: str) -> None:
    for place in (NOWHERE, ISSUE):
        other = record("a", title=TITLE + label, author="Muster A", **place)
        assert duplicates([other, record("b", **place)]).clusters == ()
        same = record("a", title=TITLE + label, **place)
        assert duplicates([same, record("b", **place)]).clusters == ((0, 1),)


@pytest.mark.parametrize("end", [": a media review of agar", ": a review", ": review of the literature"])
def test_a_review_that_is_none_of_a_book_is_a_subtitle(end: str) -> None:
    assert answers(TITLE + end, ISSUE, ISSUE) == {"one"}


@pytest.mark.parametrize("end", [": study protocol", ": a rebuttal", ". Part Two", ": an update"])
def test_on_the_same_pages_it_is_one_work(end: str) -> None:
    assert answers(TITLE + end, PAGES, PAGES) == {"one"}


@pytest.mark.parametrize("end", [": a reply", ": Part II", ": STUDY PROTOCOL."])
def test_what_both_titles_say_parts_nothing(end: str) -> None:
    pair = [record("a", title=TITLE + end, **NOWHERE), record("b", title=f"{TITLE.upper()} - {end[2:]}", **NOWHERE)]
    assert duplicates(pair).clusters == ((0, 1),)
