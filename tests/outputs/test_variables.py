"""What templates may use. The works are invented."""

from __future__ import annotations

import re

from cluneal_lit.model import Collection, Entry, Fields, Ids, Name, Relation, Status, Verdict
from cluneal_lit.outputs import fates, filters, variables, words
from cluneal_lit.outputs.site import Site
from tests.formats.invented import CLEAN, RETRACTED, article


def test_works_are_sorted_by_first_author_and_those_without_by_title_then_unknown_ones() -> None:
    def work(key: str, title: str, *people: Name) -> Entry:
        return Entry(key, Ids(), Fields(title=title, author=people), CLEAN, "unchecked")

    entries = (
        work("a", ""),
        work("b", "Middle nerves"),
        work("c", "A later one", Name("Öz", "T")),
        work("d", "Zebras", Name("Berg", "J", "van der")),
        work("e", "Ants", Name("Berg", "J")),
    )
    found = variables.variables(Collection("x", entries, (), (), (), (), ()))["bibliography"]
    assert isinstance(found, tuple)
    assert [entry.key for entry in found] == ["e", "d", "b", "c", "a"]


def test_counts_go_by_the_words_own_order_and_leave_out_what_is_not_there() -> None:
    entries = (article("a", verdict="unchecked"), article("b"), article("c", status=RETRACTED))
    collection = Collection("x", entries, (), (Verdict("1", "absent"), Verdict("2", "verified")), (), (), ())
    assert [(name, list(found.items())) for name, found in variables.counts(collection).items()] == [
        ("verdicts", [("verified", 2), ("unchecked", 1)]),
        ("statuses", [("retracted", 1), ("none", 2)]),
        ("provisional", []),
        ("preprints", []),
        ("citations", [("verified", 1), ("absent", 1)]),
        ("levels", []),
    ]


def test_a_provisional_status_counts_as_not_checked_and_is_told_beside_it() -> None:
    concern, unknown = Status("concern", provisional=True), Status("unchecked")
    entries = tuple(article(key, status=status) for key, status in (("a", concern), ("b", unknown), ("c", RETRACTED)))
    found = variables.counts(Collection("x", entries, (), (), (), (), ()))
    assert (found["statuses"], found["provisional"]) == ({"retracted": 1, "unchecked": 2}, {"concern": 1})
    told = "1 retracted, 2 not checked (1 with an expression of concern)"
    assert words.statuses(found["statuses"], found["provisional"]) == told


def test_preprints_that_have_since_been_published_are_counted() -> None:
    tie = Relation("preprint", "of", Ids(doi="10.5555/invented.9"), source="crossref")
    entries = (article("a", relations=(tie,)), article("b"))
    counted = variables.counts(Collection("x", entries, (), (), (), (), ()))["preprints"]
    assert (counted, fates.preprints(counted), fates.preprints({"published": 2}), fates.preprints({})) == (
        {"published": 1},
        "1 preprint since published",
        "2 preprints since published",
        "",
    )


def test_a_work_is_found_by_its_key_and_its_aliases() -> None:
    entry = article("new", aliases=("old",))
    assert variables.variables(Collection("x", (entry,), (), (), (), (), ()))["works"] == {"new": entry, "old": entry}


def test_every_variable_is_described_where_it_is_made() -> None:
    described = re.findall(r"^    (\w+)  ", variables.__doc__ or "", re.MULTILINE)
    assert sorted(variables.of_site(Collection("x", (), (), (), (), (), ()), Site(), (), {})) == sorted(described)


def test_every_filter_is_described_where_it_is_made() -> None:
    described = set(re.findall(r"\w+", filters.__doc__ or ""))
    made = {*filters.FILTERS, *(name for own in filters.BY_FORMAT.values() for name in own)}
    assert made - described == set()
