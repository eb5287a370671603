"""The members of a group named in its place, and the group in theirs. Every work is invented."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit.citations.matching.match import Index
from cluneal_lit.model import Fields, Name
from tests.checks.test_verdict import name
from tests.made import citation, fields, record

PERSONS = fields("An invented burden of 40 invented diseases in golfers", "Vos T, Lim S, Abbafati C", page="1204-1222")
GROUPS = replace(PERSONS, author=(Name(literal="Invented Burden Collaborators"),))
BOTH = replace(PERSONS, author=(*GROUPS.author, Name("Brown", "M"), Name("Ederle", "J")))


@pytest.mark.parametrize(("cited", "known"), [(PERSONS, GROUPS), (GROUPS, PERSONS)])
@pytest.mark.parametrize("slip", [{}, {"page": "1222"}, {"issue": "9", "volume": "13"}])
def test_members_for_their_group_are_inexact_beside_any_slip(
    cited: Fields, known: Fields, slip: dict[str, str]
) -> None:
    assert name(citation(said=replace(cited, **slip)), record(said=known)) == "inexact"


def test_another_work_stays_another_and_who_is_named_beside_the_group_counts() -> None:
    other = replace(PERSONS, title="Quite other knees of quite other people", page="17-20", volume="3")
    assert name(citation(said=other), record(said=GROUPS)) == "mismatch"
    assert name(citation(said=replace(PERSONS, page="17-20")), record(said=BOTH)) == "mismatch"


@pytest.mark.parametrize(("cited", "known"), [(PERSONS, GROUPS), (GROUPS, PERSONS)])
@pytest.mark.parametrize(
    "other", ["Quite other knees of quite other people", "A guideline on salt for invented adults"]
)
def test_another_title_by_others_is_another_work_though_the_year_agrees(
    cited: Fields, known: Fields, other: str
) -> None:
    bare = replace(cited, title=other, page="", volume="", issue="")
    assert name(citation(said=bare), record(said=known)) == "mismatch"
    assert name(citation(said=replace(bare, title="")), record(said=known)) == "inexact"


def test_a_reference_without_an_identifier_finds_the_work_of_the_group_where_all_else_agrees() -> None:
    raw = f"Vos T, Lim S, Abbafati C, et al. {PERSONS.title}. Journal of Invented Medicine 2019; 12: 1204-22."
    index = Index({"group": [record(said=GROUPS)], "both": [record(said=replace(BOTH, title="Other golfers"))]})
    assert index.match(PERSONS, raw).candidate == "group"
    assert index.match(PERSONS, raw).answer == "match"
    elsewhere = replace(PERSONS, page="17-20", volume="3")
    assert index.match(elsewhere, raw.replace("12: 1204-22", "3: 17-20")).answer != "match"
    assert Index({"both": [record(said=BOTH)]}).match(PERSONS, raw).answer != "match"
