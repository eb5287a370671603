"""Brackets behind a title: another text's name, or a remark. Every work is invented."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit.checks.agreement import settled
from cluneal_lit.citations.parse import parse
from cluneal_lit.compare import Comparison
from cluneal_lit.model import Ids, Record, Relation
from tests.made import citation, fields, record

TITLE = "Vitamin Z and invented fractures of older golfers"
KNOWN = fields(TITLE, "Quimby P, Orlov B", "2020", "Pain", "12", "101-109", "3")
UNTYPED = record("crossref", "doi:10.5555/paper", KNOWN)
TYPED = replace(record(said=KNOWN), types=("Journal Article", "Randomized Controlled Trial"))


def title(bracket: str, known: Record = UNTYPED, *, in_string: bool = True) -> Comparison | None:
    """How the title of a reference with the brackets behind it disagrees with the record's."""
    raw = f"Quimby P, Orlov B. {TITLE} {bracket}. {known.fields.container_title}. 2020;12(3):{known.fields.page}."
    said = parse(raw).fields if in_string else replace(known.fields, title=f"{TITLE} {bracket}")
    return dict(settled(citation(raw if in_string else "@article{quimby2020}", said), known))["title"]


@pytest.mark.parametrize(
    "bracket",
    [
        "(protocol)",
        "[study protocol]",
        "(protocol for a randomised trial)",
        "(reply)",
        "[authors' reply]",
        "(reply to Zabel et al.)",
        "[commentary]",
        "[abstract]",
        "(part 2)",
        "(II)",
        "[Erratum]",
        "(retraction)",
        "(systematic review)",
        "(Teil 2)",
        "[Leserbrief]",
        "(réponse des auteurs)",
        "(protocolo)",
        "[resposta]",
        "(odpowiedź autorów)",
        "[часть 2]",
        "(2. rész)",
    ],
)
@pytest.mark.parametrize("known", [UNTYPED, TYPED])
def test_another_text_in_brackets_is_told_at_the_papers_own_place(bracket: str, known: Record) -> None:
    for in_string in (True, False):
        found = title(bracket, known, in_string=in_string)
        assert found and bracket in found.left


@pytest.mark.parametrize(
    "bracket",
    [
        "[Internet]",
        "[in German]",
        "(in Japanese with English abstract)",
        "[see comments]",
        "[published erratum appears in Pain 2021;13:7]",
        "[published correction appears in Pain. 2021;13(2):7]",
        "[retracted in: Pain. 2021;13(2):7]",
        "[erratum: Pain 2021;13:7]",
        "(see correction, Pain 2021;13:7)",
        "[Review]",
        "(Review)",
        "[Review] [60 refs]",
        "(clinical study)",
        "(with discussion)",
        "[corrected]",
        "[Vitamin Z und erfundene Brüche älterer Golfer]",
        "[Kommentar zu Vitamin Z und erfundenen Brüchen älterer Golfer]",
        "(GOLF-Z)",
        "[version 2; peer review: 2 approved]",
        "[version 1; peer review: awaiting peer review]",
        "[version 1; referees: 1 approved, 1 approved with reservations, 1 not approved]",
    ],
)
@pytest.mark.parametrize("known", [UNTYPED, TYPED])
def test_a_remark_in_brackets_is_no_part_of_a_title(bracket: str, known: Record) -> None:
    assert title(bracket, known) is None


@pytest.mark.parametrize("end", ["?", "!", "?”"])
def test_brackets_are_read_behind_a_title_that_ends_with_another_mark(end: str) -> None:
    asked = replace(UNTYPED, fields=replace(KNOWN, title="Do vitamins heal the invented fractures of golfers faster?"))
    written = f"{'“' * end.endswith('”')}{asked.fields.title.rstrip('?')}{end}"
    for bracket, same in (("(protocol)", False), ("[reply]", False), ("(Part 2)", False), ("[Review]", True)):
        raw = f"Quimby P, Orlov B. {written} {bracket}. Pain. 2020;12(3):101-109."
        found = dict(settled(citation(raw, parse(raw).fields), asked))["title"]
        assert (found is None) == same, bracket


@pytest.mark.parametrize(
    ("named", "others", "translated"),
    [
        ("Kommentar zur Lage: Brüche älterer Golfer", ["(Erratum)", "(protocol)", "(Teil II)"], "[Commentary]"),
        ("Protocolo de actuación en las fracturas", ["(fe de erratas)", "[reply]", "(parte 2)"], "[Study protocol]"),
        ("Letters to the editor in invented journals: a study", ["[Erratum]", "(study protocol)"], "[comment]"),
    ],
)
def test_what_a_title_names_itself_excuses_no_bracket_of_another_sort(
    named: str, others: list[str], translated: str
) -> None:
    known = replace(TYPED, fields=replace(KNOWN, title=named))
    for bracket, same in (*((one, False) for one in others), (translated, True)):
        raw = f"Quimby P, Orlov B. {named} {bracket}. Pain. 2020;12(3):101-109."
        assert (dict(settled(citation(raw, parse(raw).fields), known))["title"] is None) == same, bracket


def test_a_kind_of_article_is_no_other_text_where_the_record_is_one_or_cannot_say() -> None:
    letter = replace(TYPED, types=("Letter", "Comment"))
    assert [title(one, letter) for one in ("[letter]", "[comment]", "[reply]", "[letter; comment]")] == [None] * 4
    assert (title("[letter]"), title("[editorial]"), title("[Meta-Analysis]")) == (None, None, None)
    assert title("[letter]", TYPED) and title("[Meta-Analysis]", TYPED)
    assert title("(protocol)", letter)
    assert title("[Meta-Analysis]", replace(TYPED, types=("Journal Article", "Meta-Analysis"))) is None
    assert title("(protocol)", replace(TYPED, types=("Clinical Trial Protocol",))) is None


@pytest.mark.parametrize(
    ("page", "issue", "bracket", "same"),
    [
        ("101-109", "3", "[abstract]", False),
        ("101-102", "3", "[abstract]", True),
        ("A101", "3", "[abstract]", True),
        ("101-109", "Suppl 3", "[abstract]", True),
        ("c4521", "3", "[abstract]", False),
        ("101-103", "3", "[commentary]", True),
        ("101-109", "3", "[commentary]", False),
        ("101-103", "3", "(reply)", False),
    ],
)
def test_an_abstract_or_comment_without_a_type_is_known_by_its_length(
    page: str, issue: str, bracket: str, *, same: bool
) -> None:
    short = replace(UNTYPED, fields=replace(KNOWN, page=page, issue=issue))
    assert (title(bracket, short) is None) == same


def test_what_the_records_title_says_too_is_no_difference() -> None:
    part = replace(UNTYPED, fields=replace(KNOWN, title=f"{TITLE}. 2. Course"))
    assert title("(part 2)", part) is None
    assert title("(part 1)", part)
    plan = replace(UNTYPED, fields=replace(KNOWN, title=f"{TITLE}: study protocol"))
    assert title("(protocol)", plan) is None


def test_what_became_of_a_paper_may_stand_behind_its_title() -> None:
    tie = Relation("correction", "in", Ids(doi="10.5555/notice"), source="crossref")
    corrected = replace(UNTYPED, relations=(tie,))
    assert title("[Erratum]", corrected) is None
    assert title("[Retraction]", corrected)
    assert title("[Retraction]", replace(UNTYPED, status="retracted")) is None
