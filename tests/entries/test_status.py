"""The editorial status of a work."""

from __future__ import annotations

import json
from pathlib import Path

from msgspec.structs import replace

from cluneal_lit.entries.status import relations, status
from cluneal_lit.model import Answer, Date, Ids, Record, Relation, Request, Status
from cluneal_lit.sources import crossref
from tests.made import record

CROSSREF = record("crossref", "doi:10.5555/a")


def day(*parts: int) -> Date:
    return Date(date_parts=(parts,))


def with_relations(*relations: Relation, source: Record = CROSSREF) -> Record:
    return replace(source, relations=relations)


def notice(kind: str, date: Date | None = None, doi: str = "10.5555/n", direction: str = "in") -> Relation:
    return Relation(kind, direction, Ids(doi=doi), date, "publisher")  # type: ignore[arg-type]


def test_without_a_service_the_status_is_unchecked() -> None:
    assert status((record("library", "mine.json#x"),)) == Status("unchecked")
    assert status((record("library", "mine.json#x"), CROSSREF)) == Status("none")


def test_a_retraction_stands_though_a_correction_came_later() -> None:
    found = status((with_relations(notice("retraction", day(2020, 1)), notice("correction", day(2021), "10.5555/c")),))
    assert found == Status("retracted", day(2020, 1), Ids(doi="10.5555/n"), "", ("publisher",))


def test_a_later_reinstatement_lifts_a_retraction() -> None:
    found = status(
        (with_relations(notice("retraction", day(2020)), notice("reinstatement", day(2021, 5), "10.5555/r")),)
    )
    assert found.name == "reinstated"


def test_of_concern_and_correction_the_later_counts_and_of_one_day_the_graver() -> None:
    concern, correction = notice("concern", day(2020, 3, 1)), notice("correction", day(2021), "10.5555/c")
    assert status((with_relations(concern, correction),)).name == "corrected"
    same_day = notice("correction", day(2020, 3, 1), "10.5555/c")
    assert status((with_relations(concern, same_day),)).name == "concern"


def test_the_notice_is_not_the_paper() -> None:
    assert status((with_relations(notice("retraction", direction="of")),)) == Status("none")


def test_both_sources_are_named_and_the_date_is_kept() -> None:
    pubmed = replace(record(doi="10.5555/a"), status="retracted")
    found = status((pubmed, with_relations(notice("retraction", day(2020, 1, 2)))))
    assert found == Status("retracted", day(2020, 1, 2), Ids(doi="10.5555/n"), "", ("publisher", "pubmed"))


def test_one_notice_stated_twice_is_one_relation() -> None:
    one, other = notice("retraction"), replace(notice("retraction", day(2020)), source="retraction-watch")
    wanted = Relation("retraction", "in", Ids(doi="10.5555/n"), day(2020), "publisher, retraction-watch")
    assert relations((with_relations(one, other),)) == (wanted,)


def test_a_reinstatement_before_the_retraction_lifts_nothing() -> None:
    notices = (notice("reinstatement", day(2019), "10.5555/r"), notice("retraction", day(2020)))
    assert status((with_relations(*notices),)).name == "retracted"


def test_a_notice_on_which_the_publisher_deposited_both_directions_is_not_retracted() -> None:
    of = replace(notice("retraction", direction="of"), source="retraction-watch")
    assert status((with_relations(notice("retraction"), of),)) == Status("none")
    paper = replace(notice("retraction"), source="retraction-watch")
    assert status((with_relations(paper, notice("retraction", direction="of")),)).name == "retracted"


def test_a_notice_by_its_publication_type_is_not_retracted() -> None:
    pubmed = replace(record(doi="10.5555/a"), types=("Retraction Notice",))
    assert status((pubmed, with_relations(notice("retraction")))) == Status("none")


def test_recorded_answers_tell_paper_and_notice_apart(shared: Path) -> None:
    names = {}
    for file in ("retraction_notice", "retracted_paper"):
        text = (shared / "recorded" / "crossref" / f"bibaudit_crossref_reciprocal_{file}.json").read_text()
        doi = json.loads(text)["DOI"]
        body = f'{{"status":"ok","message-type":"work","message":{text}}}'.encode()
        request = Request("crossref", f"https://api.crossref.org/works/{doi}", (f"doi:{doi}",))
        names[file] = status(crossref.parse(request, Answer(200, body, "application/json")).records).name
    assert names == {"retraction_notice": "none", "retracted_paper": "retracted"}


def test_silence_of_a_service_that_was_not_heard_is_no_clean_status() -> None:
    assert status((record(doi="10.5555/a"),), complete=False) == Status("unchecked")
    assert status((with_relations(notice("retraction")),), complete=False).name == "retracted"


def test_a_library_that_says_nothing_is_wrong_hides_no_notice() -> None:
    for said in ("none", "unchecked"):
        library = replace(record("library", "mine.json#x"), status=said)
        assert status((library, with_relations(notice("concern", day(2020))))).name == "concern"
