"""The editorial status of a work."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path

import pytest
from msgspec.structs import replace

from cluneal_lit.entries.status import relations, status
from cluneal_lit.formats.notices import label, newer_version, printed
from cluneal_lit.formats.notices import notice as heading
from cluneal_lit.model import Answer, Date, Ids, Record, Relation, Request, Status
from cluneal_lit.preprints import stem
from cluneal_lit.sources import crossref
from tests.formats.invented import article
from tests.made import fields, record
from tests.sources.recorded import SAMPLE, article_set, pubmed_record, pubmed_reply, recorded_work

CROSSREF = record("crossref", "doi:10.5555/a")


def day(*parts: int) -> Date:
    return Date(date_parts=(parts,))


def with_relations(*relations: Relation, source: Record = CROSSREF) -> Record:
    return replace(source, relations=relations)


def notice(kind: str, date: Date | None = None, doi: str = "10.5555/n", direction: str = "in") -> Relation:
    return Relation(kind, direction, Ids(doi=doi), date, "publisher")  # type: ignore[arg-type]


def with_links(*links: tuple[str, str]) -> Record:
    """An invented record of PubMed with these links: RefType and RefSource."""
    made = (
        f"<CommentsCorrections RefType='{kind}'><RefSource>{text}</RefSource></CommentsCorrections>"
        for kind, text in links
    )
    listed = f"<CommentsCorrectionsList>{''.join(made)}</CommentsCorrectionsList>"
    citation = f"<PMID>1</PMID><Article PubModel='Print'/>{listed}"
    xml = article_set(f"<PubmedArticle><MedlineCitation>{citation}</MedlineCitation></PubmedArticle>")
    return pubmed_reply(xml, "1").records[0]


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


@pytest.mark.parametrize("kind", ["reinstatement", "republication"])
@pytest.mark.parametrize("lifted", [None, day(2020), day(2020, 2)])
def test_a_lifting_that_is_not_certainly_later_lifts_no_retraction(kind: str, lifted: Date | None) -> None:
    notices = (notice("retraction", day(2020, 2, 6)), notice(kind, lifted, "10.5555/r"))
    assert status((with_relations(*notices),)).name == "retracted"


def test_of_concern_and_correction_the_later_counts_and_of_one_day_the_graver() -> None:
    concern, correction = notice("concern", day(2020, 3, 1)), notice("correction", day(2021), "10.5555/c")
    assert status((with_relations(concern, correction),)).name == "corrected"
    same_day = notice("correction", day(2020, 3, 1), "10.5555/c")
    assert status((with_relations(concern, same_day),)).name == "concern"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("RetractionIn", "Retracted"),
        ("RetractedandRepublishedIn", "Retracted and republished"),
        ("ExpressionOfConcernIn", "Expression of concern"),
        ("ErratumIn", "Corrected"),
        ("CorrectedandRepublishedIn", "Corrected"),
        ("UpdateIn", "Superseded"),
        ("RepublishedIn", ""),
        ("ReprintIn", ""),
        ("CommentIn", ""),
        ("SummaryForPatientsIn", ""),
    ],
)
def test_what_pubmed_calls_a_link_is_told_in_these_words(kind: str, words: str) -> None:
    assert label(status((with_links((kind, "J Invent. 2020 Jan 2;1:3.")),))) == words


@pytest.mark.parametrize("turn", [1, -1])
def test_a_corrected_paper_that_is_republished_has_its_own_heading_and_is_one_with_its_doi(turn: int) -> None:
    by_pubmed = with_links(("CorrectedandRepublishedIn", "J Invent. 2020 Jan 2;1:3. doi: 10.5555/n."))
    records = (by_pubmed, with_relations(notice("correction", day(2020, 1, 2))))[::turn]
    wanted = ("Corrected and republished in: J Invent. 2020 Jan 2;1:3. doi: 10.5555/n.",)
    assert (heading(status(records)), len(relations(records))) == (*wanted, 1)
    assert printed(article(status=status(records), relations=relations(records))) == wanted


def test_a_paper_that_is_printed_again_stays_retracted() -> None:
    retracted, again = ("RetractionIn", "J Invent. 2010;1:3."), ("RepublishedIn", "J Other. 2012;1:3.")
    assert status((with_links(retracted, again),)).name == "retracted"


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


@pytest.mark.parametrize("kind", ["partial-retraction", "concern", "retired", "update", "correction", "reinstatement"])
def test_what_is_stated_while_not_everybody_was_heard_is_provisional(kind: str) -> None:
    works = (with_relations(notice(kind)),)
    heard, unheard = status(works), status(works, complete=False)
    assert (heard.checked, unheard) == (True, replace(heard, provisional=True))
    assert not unheard.checked


def test_a_notice_that_only_the_library_or_another_work_tells_is_provisional() -> None:
    library = replace(record("library", "mine.json#x"), status="corrected")
    assert status((library,)) == Status("corrected", sources=("library",), provisional=True)
    update = Relation("update", "in", Ids(doi=NEW), day(2019), "doi")
    wanted = Status("superseded", day(2019), Ids(doi=NEW), sources=("doi",), provisional=True)
    assert status((record("library", "mine.json#y"),), told=(update,)) == wanted


@pytest.mark.parametrize(("kind", "name"), [("retraction", "retracted"), ("withdrawal", "withdrawn")])
def test_what_could_not_be_graver_is_never_provisional(kind: str, name: str) -> None:
    found = status((with_relations(notice(kind)),), complete=False)
    assert (found.name, found.provisional, found.checked) == (name, False, True)


def test_a_library_that_says_nothing_is_wrong_hides_no_notice() -> None:
    for said in ("none", "unchecked"):
        library = replace(record("library", "mine.json#x"), status=said)
        assert status((library, with_relations(notice("concern", day(2020))))).name == "concern"


NEW = "10.5555/a.2"
FUNDERS = "rcrossref_cr_funders_with_cursor_and_progress_bar_1.json"
PREPRINT = record("crossref", "doi:10.5555/p/v1", replace(fields(volume="", page=""), type="article"))


def test_an_update_supersedes_and_its_notice_date_and_source_are_told() -> None:
    found = status((with_relations(notice("update", day(2021), NEW)),))
    assert found == Status("superseded", day(2021), Ids(doi=NEW), "", ("publisher",))


def test_of_several_updates_the_newest_is_told() -> None:
    updates = (
        notice("update", day(2019), "10.5555/b"),
        notice("update", day(2023), NEW),
        notice("update", None, "10.5555/c"),
    )
    found = status((with_relations(*updates),))
    assert (found.date, found.notice) == (day(2023), Ids(doi=NEW))


@pytest.mark.parametrize("kind", ["correction", "concern", "partial-retraction", "retired", "update"])
def test_of_several_notices_of_one_kind_the_latest_is_told(kind: str) -> None:
    notices = (notice(kind, day(2011), "10.5555/b"), notice(kind, day(2020), NEW), notice(kind, None, "10.5555/c"))
    found = [status((with_relations(*order),)) for order in permutations(notices)]
    assert {(one.date, one.notice) for one in found} == {(day(2020), Ids(doi=NEW))}


def test_a_work_that_was_retracted_again_tells_the_last_retraction() -> None:
    first, lifted = notice("retraction", day(2010), "10.5555/b"), notice("reinstatement", day(2011), "10.5555/c")
    found = status((with_relations(first, lifted, notice("retraction", day(2012), NEW)),))
    assert (found.name, found.date, found.notice) == ("retracted", day(2012), Ids(doi=NEW))


def test_day_and_notice_of_a_correction_come_from_one_notice() -> None:
    erratum = Relation("correction", "in", Ids(pmid="55"), text="J Invent.")
    found = status((with_relations(erratum, source=record()), with_relations(notice("correction", day(2020), NEW))))
    assert found == Status("corrected", day(2020), Ids(doi=NEW), "", ("publisher", "pubmed"))
    unnamed = Relation("correction", "in", date=day(2020), source="publisher")
    found = status((with_relations(erratum, source=record()), with_relations(unnamed)))
    assert found == Status("corrected", None, Ids(pmid="55"), "J Invent.", ("publisher", "pubmed"))


def test_a_retraction_without_a_day_takes_that_of_another_source() -> None:
    pubmed = with_relations(Relation("retraction", "in", Ids(pmid="55")), source=record())
    unnamed = Relation("retraction", "in", date=day(2010), source="publisher")
    found = status((pubmed, with_relations(unnamed)))
    assert found == Status("retracted", day(2010), Ids(pmid="55"), "", ("publisher", "pubmed"))


@pytest.mark.parametrize("other", [day(2018), day(2018, 5), day(2018, 1, 1), day(2017, 12, 31), None])
def test_the_newest_version_is_the_same_one_in_the_status_and_in_the_finding(other: Date | None) -> None:
    updates = (Relation("update", "in", Ids(pmid="8"), day(2018), text="A"), notice("update", other, NEW))
    for ties in (updates, updates[::-1]):
        works = (with_relations(*ties),)
        tie = newer_version(article(relations=relations(works)))
        assert tie
        assert status(works) == Status("superseded", tie.date, tie.ids, tie.text, ("crossref", "publisher"))


@pytest.mark.parametrize("update", [None, day(2019), day(2020)])
def test_an_update_that_is_not_certainly_later_hides_no_concern(update: Date | None) -> None:
    both = (notice("concern", day(2020, 3, 1)), notice("update", update, NEW))
    assert status((with_relations(*both),)).name == "concern"


def test_a_later_update_stands_over_a_concern_and_a_retraction_over_every_update() -> None:
    update = notice("update", day(2021), NEW)
    assert status((with_relations(notice("concern", day(2020)), update),)).name == "superseded"
    assert status((with_relations(notice("retraction", day(2020)), update),)).name == "retracted"


def test_a_work_that_updates_itself_or_is_updated_by_what_it_updates_is_not_superseded() -> None:
    itself = notice("update", day(2021), "10.5555/a")
    both = (notice("update", day(2021), NEW), notice("update", day(2021), NEW, "of"))
    assert (status((with_relations(itself),)), status((with_relations(*both),))) == (Status("none"), Status("none"))


def test_an_article_that_names_a_preprint_both_ways_is_no_preprint() -> None:
    both = (notice("preprint", doi=NEW), notice("preprint", doi=NEW, direction="of"))
    assert relations((with_relations(*both),)) == both[:1]
    assert relations((with_relations(*both, source=PREPRINT),)) == both


def test_the_next_version_of_a_preprint_is_not_its_publication() -> None:
    ties = [notice("preprint", doi=doi, direction="of") for doi in ("10.5555/p", "10.5555/p/v2", "10.5555/paper")]
    assert relations((with_relations(*ties, source=PREPRINT),)) == (ties[2],)


@pytest.mark.parametrize(
    ("doi", "same"),
    [
        ("10.5555/rs.3.rs-1800050/v1", "10.5555/rs.3.rs-1800050"),
        ("10.5555/preprints202001.0001.v12", "10.5555/preprints202001.0001"),
        ("10.5555/2021.08.15.21262067v2", "10.5555/2021.08.15.21262067"),
        ("10.5555/journal.v2", "10.5555/journal.v2"),
        ("10.5555/a", "10.5555/a"),
    ],
)
def test_the_version_of_a_preprint_is_told_from_its_doi(doi: str, same: str) -> None:
    assert stem(doi) == same


def test_one_notice_by_pmid_and_by_both_identifiers_is_one_with_all_that_is_said() -> None:
    by_pmid = Relation("update", "in", Ids(pmid="2"), day(2021), text="J Invent. 2021;1:2.")
    by_both = Relation("update", "in", Ids(pmid="2", doi=NEW), day(2021, 5), "pubmed")
    wanted = Relation("update", "in", Ids(pmid="2", doi=NEW), day(2021), "crossref, pubmed", "J Invent. 2021;1:2.")
    assert relations((with_relations(by_pmid),), (by_both,)) == (wanted,)


def test_a_recorded_cochrane_review_is_superseded_in_the_year_of_its_update(shared: Path) -> None:
    assert status((pubmed_record(shared, SAMPLE, "11034741"),)) == Status(
        "superseded",
        day(2001),
        Ids(pmid="11406024"),
        "Cochrane Database Syst Rev. 2001;(2):CD002020",
        ("pubmed",),
    )


def test_recorded_preprints_keep_their_status_and_name_their_papers(shared: Path) -> None:
    by_crossref = recorded_work(shared, FUNDERS, "10.5194/acp-2021-781")
    by_pubmed = pubmed_record(shared, "translators_36798302.xml", "36798302")
    assert [status((one,)) for one in (by_crossref, by_pubmed)] == [Status("none")] * 2
    ties = [tie for one in (by_crossref, by_pubmed) for tie in relations((one,)) if tie.direction == "of"]
    assert [(tie.kind, tie.direction, tie.ids.doi) for tie in ties] == [
        ("preprint", "of", "10.5194/acp-22-2365-2022"),
        ("preprint", "of", "10.1016/j.cell.2023.05.044"),
    ]


def test_a_recorded_paper_that_has_a_preprint_is_clean(shared: Path) -> None:
    by_crossref = recorded_work(shared, "colrev_10.2196_22081.json", "10.2196/22081")
    by_pubmed = pubmed_record(shared, "metapub_36156117.xml", "36156117")
    assert [status((one,)) for one in (by_crossref, by_pubmed)] == [Status("none")] * 2
