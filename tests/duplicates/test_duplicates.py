"""Which records are one work, whole: joined, asked or apart. The records are invented."""

from __future__ import annotations

import random
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from cluneal_lit.duplicates import Duplicates, duplicates
from cluneal_lit.model import Fields, Ids, Record
from tests.duplicates.invented import SAID, record

RECORD = record()
OTHER = record(
    title="Rowers and what their ankles are told",
    author="Nakamura H; Silva D",
    volume="44",
    issue="7",
    page="901-910",
    year=2009,
    container_title="Annals of Imagined Rheumatology",
)


def clusters(*records: Record) -> tuple[tuple[int, ...], ...]:
    return duplicates(records).clusters


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"container_title": "J Invent Med", "author": "Quimby, Anna; Orlov, Boris; Petrova, Clara"},
        {"title": "Entrapment of invented nerves in rowers with pain of the low back. [German]"},
        {"title": "Entrapment of invented nervs in rowers with pain of the low back", "issue": ""},
        {"year": 2019, "issue": "", "volume": ""},
        {"page": "25"},
        {"page": "S25-S32"},
        {"author": "Quimby A"},
        {"title": "Einklemmung erfundener Nerven bei Ruderern"},
        {"year": None, "volume": "", "issue": "", "page": ""},
    ],
)
def test_one_work_in_other_words_is_joined(said: dict[str, object]) -> None:
    assert clusters(RECORD, record("b", **said), OTHER) == ((0, 1),)


@pytest.mark.parametrize(
    "said",
    [
        {"title": f"{SAID['title']} - reply", "author": "Nakamura H", "page": "33"},
        {"title": f"Erratum: {SAID['title']}", "page": "410", "issue": "3"},
        {"title": f"{SAID['title']}: part 2", "page": "33-40"},
        {"volume": "44", "page": "901-910", "container_title": "Annals of Imagined Rheumatology", "issue": "7"},
        {"year": 2009, "volume": "", "issue": "", "page": "", "container_title": ""},
    ],
)
def test_a_work_with_the_title_of_another_is_not_joined(said: dict[str, object]) -> None:
    assert clusters(RECORD, record("b", **said)) == ()


def test_two_parts_of_one_work_stay_two() -> None:
    title = str(SAID["title"])
    assert clusters(record(title=f"{title}: part I"), record("b", title=f"{title}: part II", page="33-40")) == ()


def test_a_common_identifier_joins_what_little_else_does() -> None:
    bare = replace(record("b", Ids(pmid="90000001")), fields=Fields(title="Entrapment of nerves in rowers"))
    assert clusters(record(ids=Ids(pmid="90000001")), bare) == ((0, 1),)


def test_two_records_of_pubmed_are_two_works() -> None:
    pair = [record(name, Ids(pmid=f"9000000{name}"), page=page) for name, page in (("1", "25-32"), ("2", "33-40"))]
    assert clusters(*pair) == ()


def test_no_third_record_welds_two_works() -> None:
    """A record without pages is like both the paper and its second part, which contradict each other."""
    title = str(SAID["title"])
    first = record("a", Ids(doi="10.5555/one"), title=f"{title}: part 1")
    second = record("b", Ids(doi="10.5555/two"), title=f"{title}: part 2", page="33-40")
    between = record("c", title=title, page="", issue="")
    found = duplicates([first, second, between])
    assert all(not {0, 1} <= set(cluster) for cluster in found.clusters)


def test_the_titles_of_a_series_are_no_evidence() -> None:
    series = [record(str(issue), title="Editorial comment", issue=str(issue), page="") for issue in range(1, 9)]
    assert clusters(*series) == ()


def test_records_that_say_the_same_are_joined_and_each_has_its_reason() -> None:
    found = duplicates([RECORD, OTHER, record("c"), record("d")])
    assert found.clusters == ((0, 2, 3),)
    assert [(tie.one, tie.other, tie.rule) for tie in found.joins] == [(0, 2, "pages"), (0, 3, "pages")]


def test_records_that_say_nothing_are_never_one() -> None:
    assert clusters(*(replace(RECORD, id=f"a#{name}", fields=Fields()) for name in "abc")) == ()


def test_a_person_decides() -> None:
    found = duplicates([RECORD, record("b"), OTHER], together=[(0, 2)], apart=[(1, 0)])
    assert found.clusters == ((0, 2),)
    assert [(tie.one, tie.other, tie.rule) for tie in found.joins] == [(0, 2, "decision")]
    assert found.questions == ()


def test_what_a_person_joined_is_one_though_one_is_surely_another_that_is_kept_from_the_first() -> None:
    third = record("c", title="Zur Einklemmung erfundener Nerven", page="", year=2010)
    pair = (RECORD, record("b"), third)
    for order in permutations(range(3)):
        place = {one: at for at, one in enumerate(order)}
        found = duplicates([pair[one] for one in order], [(place[0], place[2])], [(place[1], place[2])])
        assert found.clusters == (tuple(sorted((place[0], place[2]))),)


def test_a_person_decides_in_a_large_cluster_too() -> None:
    records = [
        record(str(number), year=2018 if number % 2 else None, issue="", abstract=f"{number}" * 50)
        for number in range(30)
    ]
    assert duplicates(records).clusters == (tuple(range(30)),)
    for pair in [(1, 2), (20, 29), (28, 29)]:
        assert all(not set(pair) <= set(cluster) for cluster in duplicates(records, apart=[pair]).clusters)


def test_equal_records_that_say_little_are_asked_about_once() -> None:
    bare = [
        record(str(number), author="", year=None, container_title="", volume="", issue="", page="")
        for number in range(3)
    ]
    found = duplicates([*bare, RECORD])
    assert (found.clusters, [(tie.one, tie.other) for tie in found.questions]) == ((), [(0, 1), (0, 2), (0, 3)])


def test_pages_of_any_length_are_compared() -> None:
    pages = f"{'1' * 4400}-{'2' * 4400}"
    assert clusters(record(page=pages), record("b", page=pages, year=2019)) == ((0, 1),)


def test_what_is_neither_sure_nor_ruled_out_is_asked() -> None:
    doubtful = record("b", author="", volume="", issue="", page="", year=None, container_title="")
    found = duplicates([RECORD, doubtful, OTHER])
    assert (found.clusters, [(tie.one, tie.other) for tie in found.questions]) == ((), [(0, 1)])


@given(st.randoms(use_true_random=False))
def test_the_order_of_records_changes_nothing(random: random.Random) -> None:
    records = [
        record(f"{number}{form}", **said)
        for number in range(6)
        for form, said in (
            ("a", {"title": f"{SAID['title']} {number % 3} of the county", "page": f"{number}5-{number}9"}),
            ("b", {"title": f"{SAID['title']} {number % 3} of the county", "page": "", "issue": ""}),
            ("c", {"title": "", "page": f"{number}5-{number}9"}),
        )
    ]
    shuffled = random.sample(records, len(records))
    assert _named(duplicates(shuffled), shuffled) == _named(duplicates(records), records)


def _named(found: Duplicates, records: list[Record]) -> tuple[set[frozenset[str]], set[object]]:
    works = {place: frozenset(records[each].id for each in cluster) for cluster in found.clusters for place in cluster}
    asked = {
        frozenset(works.get(place, records[place].id) for place in (tie.one, tie.other)) for tie in found.questions
    }
    return set(works.values()), asked


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)])
def test_a_join_by_hand_undoes_no_join_that_is_sure(order: tuple[int, ...]) -> None:
    those = (RECORD, replace(OTHER, ids=Ids(pmid="2")), replace(RECORD, ids=Ids(doi="10.5555/same")))
    records = [those[place] for place in order]
    first, second = sorted((order.index(0), order.index(1)))
    found = duplicates(records, together=[(first, second)])
    assert (found.clusters, found.questions) == (((0, 1, 2),), ())
    parted = duplicates(records, [(first, second)], apart=[(order.index(1), order.index(2))])
    assert [len(one) for one in parted.clusters] == [2]


def test_what_is_surely_one_with_either_of_two_that_people_joined_is_one_with_both_though_both_have_such() -> None:
    """A paper in two languages, on other pages each, in two libraries that hold both."""
    german = {"title": "Einklemmung erfundener Nerven bei Ruderern", "page": "801-808", "volume": "115"}
    those = [record("a"), record("b", **german), record("c", issue=""), record("d", **german, author="Quimby A")]
    assert clusters(*those) == ((0, 2), (1, 3))
    for order in permutations(range(4)):
        records, (one, other) = [those[place] for place in order], sorted((order.index(0), order.index(1)))
        found = duplicates(records, together=[(one, other)])
        assert (found.clusters, found.questions) == (((0, 1, 2, 3),), ())
        kept = duplicates(records, [(one, other)], apart=[(order.index(1), order.index(3))])
        assert [len(cluster) for cluster in kept.clusters] == [3]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_one_doi_with_two_pmids_is_asked_about_and_no_third_record_welds_them(order: tuple[int, ...]) -> None:
    doi = "10.5555/one"
    several = [record("a", Ids(doi=doi, pmid="11")), record("b", Ids(doi=doi)), record("c", Ids(doi=doi, pmid="12"))]
    records = [several[place] for place in order]
    found = duplicates(records)
    ((one, other, rule),) = [(tie.one, tie.other, tie.rule) for tie in found.questions]
    assert ({records[one].id, records[other].id}, rule) == ({"a.ris#a", "a.ris#c"}, "numbered")
    assert [len(cluster) for cluster in found.clusters] == [2]
    joined = duplicates(records, together=[(one, other)])
    assert (joined.clusters, joined.questions) == (((0, 1, 2),), ())


def test_two_books_with_one_isbn_and_other_titles_are_asked_about_until_a_person_decides() -> None:
    one, other = (replace(book, fields=replace(book.fields, type="book"), ids=Ids(isbn=("9783161484100",)))
                  for book in (RECORD, OTHER))  # fmt: skip
    found = duplicates([one, other])
    assert (found.clusters, [(tie.one, tie.other, tie.points, tie.rule) for tie in found.questions]) == (
        (),
        [(0, 1, 0.0, "shared")],
    )
    assert duplicates([one, other], apart=[(0, 1)]).questions == ()
    assert duplicates([replace(one, fields=RECORD.fields), other]).questions == ()
