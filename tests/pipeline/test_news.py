"""What the lines of changes.jsonl mean; every work is invented."""

from __future__ import annotations

import msgspec
import pytest

from cluneal_lit.model import Asked, Date, Entry, Fields, Ids, Relation, Status
from cluneal_lit.pipeline import diff, news
from cluneal_lit.store.changes import Change

NOTICE = Ids(pmid="90000012", doi="10.5555/invented.12")
DAY = Date(date_parts=((2026, 5, 4),))
RECORDS = (Asked("pubmed", "pmid:90000002"), Asked("crossref", "doi:10.5555/invented.2"))
ENTRY = Entry("zabel2018", Ids(), Fields(title="An invented result"), Status("retracted"), "verified", sources=RECORDS)


def change(field: str, old: object, new: object, work: str = "pubmed/pmid:90000002", day: str = "2026-11-28") -> Change:
    """A change as a refresh writes it."""
    shown = [value if isinstance(value, str) else msgspec.json.encode(value).decode() for value in (old, new)]
    return Change(day, work, field, *shown)


def told(*changes: Change) -> list[tuple[str, str]]:
    return [(one.kind, one.what) for one in news.news(changes)]


@pytest.mark.parametrize(
    ("kind", "direction", "expected"),
    [
        ("retraction", "in", "retracted"),
        ("withdrawal", "in", "retracted"),
        ("partial-retraction", "in", "retracted"),
        ("concern", "in", "concern"),
        ("correction", "in", "corrected"),
        ("reinstatement", "in", "corrected"),
        ("update", "in", "updated"),
        ("preprint", "of", "published"),
    ],
)
def test_a_new_tie_is_news_of_its_kind(kind: str, direction: str, expected: str) -> None:
    tie = Relation(kind, direction, NOTICE, DAY)  # type: ignore[arg-type]
    what = f"{kind}, 2026 May 4: doi: 10.5555/invented.12. PMID: 90000012"
    assert told(change("relations", [], [tie]), change("relations", "", [tie])) == [(expected, what)] * 2


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("WITHDRAWN: Invented blocks", "retracted"),
        ("Invented Blocks – RETIRED CHAPTER, FOR HISTORICAL REFERENCE ONLY", "corrected"),
    ],
)
def test_a_title_that_got_a_label_is_news(title: str, kind: str) -> None:
    ((found, what),) = told(change("title", "Invented blocks", title))
    assert (found, what.startswith("its title says so now: ")) == (kind, True)
    assert [found for found, _ in told(change("title", title.upper(), title))] == ["details"]


def test_a_retraction_that_is_told_no_longer_is_news_and_one_event() -> None:
    tie = Relation("retraction", "in", NOTICE, DAY)
    lines = (
        change("relations", [tie, Relation("correction", "in", Ids(pmid="90000011"))], []),
        change("types", '["Journal Article","Retracted Publication"]', '["Journal Article"]'),
        change("status", "retracted", ""),
        change("relations", [Relation("retraction", "in", Ids(doi=NOTICE.doi))], "", "crossref/doi:10.5555/invented.2"),
    )
    what = "no longer told: retraction, 2026 May 4: doi: 10.5555/invented.12. PMID: 90000012"
    assert told(*lines[:3]) == [
        ("lifted", what),
        ("lifted", "PubMed no longer calls it a retracted publication"),
        ("lifted", "no longer told: retracted"),
    ]
    found = [(one.kind, one.what, one.sources, len(one.changes)) for one in diff.events(lines, (ENTRY,), {})]
    assert found == [("lifted", what, ("crossref", "pubmed"), 4)]
    assert news.seen(lines, (ENTRY,), {}) == {"zabel2018": "2026-11-28"}


@pytest.mark.parametrize(
    ("field", "old", "new", "what"),
    [
        (
            "author",
            '[{"family":"Quimby","given":"Ada"}]',
            '[{"family":"Quimby","given":"Ada Maria"},{"literal":"Invented Group"}]',
            "author: Quimby A → Quimby AM, Invented Group",
        ),
        ("pages", '{"as_written":"101-9","first":"101","last":"109"}', "", "page: 101-9 → nothing"),
        ("issued", '{"date-parts":[[2019,3]]}', '{"date-parts":[[2019,4]]}', "issued: 2019 Mar → 2019 Apr"),
        ("types", '["Review"]', '["Journal Article","Review"]', "types: added Journal Article"),
        ("title", "[Invented blocks]", "[1]", "title: [Invented blocks] → [1]"),
        (
            "relations",
            [Relation("comment", "in", Ids(pmid="90000011"))],
            "by hand",
            "relations: comment: PMID: 90000011 → by hand",
        ),
    ],
)
def test_a_detail_is_told_in_words(field: str, old: object, new: object, what: str) -> None:
    assert told(change(field, old, new)) == [("details", what)]


def test_only_the_new_one_of_several_ties_is_news() -> None:
    before = Relation("correction", "in", Ids(pmid="90000011"))
    fuller = Relation("correction", "in", Ids(pmid="90000011", doi="10.5555/invented.11"), DAY)
    after = [fuller, Relation("concern", "in", NOTICE)]
    assert told(change("relations", [before], after)) == [
        ("concern", "concern: doi: 10.5555/invented.12. PMID: 90000012")
    ]


@pytest.mark.parametrize(
    ("field", "old", "new"),
    [
        ("relations", [], [Relation("comment", "in", NOTICE)]),
        ("relations", [], [Relation("retraction", "of", NOTICE)]),
        ("relations", "by hand", "[1]"),
        ("types", '["Review"]', '["Journal Article"]'),
        ("volume", "12", "13"),
        ("state", "here", "absent"),
    ],
)
def test_what_says_nothing_about_the_fate_of_a_work_is_a_detail(field: str, old: object, new: object) -> None:
    assert [kind for kind, _ in told(change(field, old, new))] == ["details"]


def test_pubmed_says_by_a_type_and_a_state_too_what_became_of_a_work() -> None:
    assert told(
        change("types", '["Journal Article"]', '["Journal Article","Retracted Publication"]'),
        change("state", '{"publication":"aheadofprint"}', '{"publication":"ppublish"}'),
        change("volume", "", "13"),
    ) == [
        ("retracted", "PubMed calls it a retracted publication"),
        ("published", "in an issue, after it was ahead of print"),
        ("details", "volume: nothing → 13"),
    ]


def test_what_two_records_of_a_work_say_is_told_once_and_what_is_grave_first() -> None:
    lines = (
        change("volume", "12", "13"),
        change("volume", "12", "13", "crossref/doi:10.5555/invented.2", "2026-11-27"),
        change("types", "", "Retracted Publication"),
        change("issue", "1", "2", "pubmed/pmid:90000009"),
    )
    found = [(one.kind, one.day, one.key, one.sources) for one in diff.events(lines, (ENTRY,), {})]
    assert found == [
        ("retracted", "2026-11-28", "zabel2018", ("pubmed",)),
        ("details", "2026-11-27", "zabel2018", ("crossref", "pubmed")),
        ("details", "2026-11-28", "pmid:90000009", ("pubmed",)),
    ]


def test_a_retraction_that_is_told_by_notice_type_and_status_is_one_event() -> None:
    tie = Relation("retraction", "in", NOTICE, DAY)
    lines = (
        change("types", "", "Retracted Publication"),
        change("status", "", "retracted"),
        change("relations", "", [tie]),
        change("relations", "", [Relation("retraction", "in", Ids(doi=NOTICE.doi))], "crossref/doi:10.5555/invented.2"),
        change("relations", "", [Relation("correction", "in", Ids(pmid="90000013"))]),
    )
    assert [(one.kind, one.what, one.sources, len(one.changes)) for one in diff.events(lines, (ENTRY,), {})] == [
        ("retracted", "retraction, 2026 May 4: doi: 10.5555/invented.12. PMID: 90000012", ("crossref", "pubmed"), 4),
        ("corrected", "correction: PMID: 90000013", ("pubmed",), 1),
    ]


def test_the_last_day_on_which_a_status_changed_is_known_by_key_and_details_are_none() -> None:
    lines = (
        change("types", "", "Retracted Publication", day="2026-11-20"),
        change("volume", "12", "13", day="2026-11-28"),
    )
    assert news.seen(lines, (ENTRY,), {}) == {"zabel2018": "2026-11-20"}


def test_what_was_seen_under_a_replaced_identifier_is_news_of_the_work() -> None:
    links = {"doi:10.5555/old": "doi:10.5555/older", "doi:10.5555/older": "doi:10.5555/invented.2"}
    lines = (change("title", "A", "RETRACTED: A", "crossref/doi:10.5555/old"),)
    assert [one.key for one in diff.events(lines, (ENTRY,), links)] == ["zabel2018"]
    assert [one.key for one in diff.events(lines, (ENTRY,), {})] == ["doi:10.5555/old"]
    assert news.seen(lines, (ENTRY,), links) == {"zabel2018": "2026-11-28"}
