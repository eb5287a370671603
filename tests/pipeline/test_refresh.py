"""Asking until nothing is left to ask; every work is invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from cluneal_lit.config import Config, Project
from cluneal_lit.http import Http
from cluneal_lit.http.call import Patience
from cluneal_lit.model import Asked, Ids
from cluneal_lit.pipeline import exchange
from cluneal_lit.pipeline.refresh import Refreshed, Scope, refresh
from cluneal_lit.sources.questions import Due
from cluneal_lit.store import lock
from tests.cli.project import FINE, OTHER, RETRACTED
from tests.services import ADDRESSES, Work, loopback

TODAY = date(2026, 11, 20)
DATASET = Work(title="An invented dataset", pmid="90000021", doi="10.5555/invented.21", agency="DataCite")


def refreshed(folder: Path, service: Any, *names: Ids) -> Refreshed:
    there = service.services
    project = Project(folder, Config(**{name: getattr(there, name) for name in ADDRESSES}))
    known = [(one, 2001) for one in names]
    return refresh(project, Scope(known), lambda: Http(there), Due(TODAY), lambda *_: None)


def asked(service: Any) -> list[str]:
    return [one.service for one in service.requests]


def states(folder: Path) -> dict[str, str]:
    lines = lock.read(folder / "references" / "lock.jsonl").values()
    return {line.key: f"{line.state} {line.to}".rstrip() for line in lines}


def test_a_pmid_brings_a_doi_and_crossrefs_404_its_agency(tmp_path: Path) -> None:
    with loopback(DATASET) as service:
        told = refreshed(tmp_path, service, Ids(pmid=DATASET.pmid))
        order = asked(service)
    changed = ("pubmed/pmid:90000021", "datacite/doi:10.5555/invented.21")
    assert (told, order) == (Refreshed(2, 2, changed=changed), ["pubmed", "crossref", "agency", "datacite"])
    assert states(tmp_path) == {
        "datacite/doi:10.5555/invented.21": "here",
        "agency/doi:10.5555/invented.21": "elsewhere DataCite",
        "crossref/doi:10.5555/invented.21": "absent",
        "pubmed/pmid:90000021": "here",
    }


def test_merged_and_dead_pmids_of_one_batch_are_asked_about_one_at_a_time(tmp_path: Path) -> None:
    works = [replace(work, doi="") for work in (FINE, RETRACTED, OTHER)]
    with loopback(*works, merged={"80000001": FINE.pmid, "80000002": RETRACTED.pmid}) as service:
        names = [Ids(pmid=pmid) for pmid in ("80000001", "80000002", "80000009", OTHER.pmid)]
        told = refreshed(tmp_path, service, *names)
        batches = [asked.params["id"] for asked in service.asked("pubmed")]
    assert told.findings == ()
    assert sorted(batches) == ["80000001", "80000001,80000002,80000009,90000003", "80000002", "80000009"]
    assert states(tmp_path) == {
        "pubmed/pmid:80000001": "merged-into pmid:90000001",
        "pubmed/pmid:80000002": "merged-into pmid:90000002",
        "deleted/pmid:80000009": "absent",
        "pubmed/pmid:80000009": "absent",
        "pubmed/pmid:90000001": "here",
        "pubmed/pmid:90000002": "here",
        "pubmed/pmid:90000003": "here",
    }


def test_what_was_not_answered_is_counted(tmp_path: Path) -> None:
    with loopback(FINE, OTHER) as service:
        service.fault("pubmed", "html")
        (told,) = refreshed(tmp_path, service, Ids(pmid=FINE.pmid), Ids(pmid=OTHER.pmid)).findings
    assert (told.code, told.values["source"]) == ("LIT301", "PubMed")
    assert "web page" in told.values["reason"]
    assert told.values["reason"].endswith("(2 identifiers were not answered)")


def test_where_nothing_can_be_looked_up_nothing_is_known_and_nothing_asked(tmp_path: Path) -> None:
    with loopback() as service:
        assert refreshed(tmp_path, service, Ids(nct="NCT01234567")) == Refreshed(known=0)
        assert service.requests == []


def test_changes_are_sorted_in_whatever_order_the_answers_came(tmp_path: Path) -> None:
    old = [Asked("pubmed", f"pmid:{FINE.pmid}", "2026-01-01", "absent")]
    old += [Asked("crossref", f"doi:{FINE.doi}", "2026-01-01", "absent")]
    lock.write(tmp_path / "references" / "lock.jsonl", {line.key: line for line in old})
    path = tmp_path / "references" / "changes.jsonl"
    path.write_text("by hand\n")
    with loopback(FINE) as service:
        refreshed(tmp_path, service, Ids(pmid=FINE.pmid))
        assert next(asked.service for asked in service.requests) == "pubmed"
    assert path.read_text() == "by hand\n" + "".join(
        f'{{"day":"2026-11-20","work":"{work}","field":"state","old":"absent","new":"here"}}\n'
        for work in (f"crossref/doi:{FINE.doi}", f"pubmed/pmid:{FINE.pmid}")
    )


def test_a_pmcid_brings_a_pmid_and_that_its_doi(tmp_path: Path) -> None:
    with loopback(FINE) as service:
        refreshed(tmp_path, service, Ids(pmcid=FINE.pmcid))
        order = asked(service)
    assert (order[0], sorted(order[1:])) == ("idconv", ["crossref", "pubmed"])
    assert states(tmp_path) == {
        f"crossref/doi:{FINE.doi}": "here",
        f"idconv/pmcid:{FINE.pmcid}": "here",
        f"pubmed/pmid:{FINE.pmid}": "here",
    }


def test_an_arxiv_id_and_its_doi_are_asked_about_once_and_at_datacite_alone(tmp_path: Path) -> None:
    paper = Work(title="An invented preprint", doi="10.48550/arXiv.2101.00001", types=("Preprint",), agency="DataCite")
    with loopback(paper) as service:
        refreshed(tmp_path, service, Ids(arxiv="2101.00001"), Ids(doi="10.48550/arxiv.2101.00001"))
        order = asked(service)
    assert (order, states(tmp_path)) == (["datacite"], {"datacite/doi:10.48550/arxiv.2101.00001": "here"})


def test_the_list_of_deleted_pmids_is_fetched_once_though_pubmed_answers_in_two_rounds(tmp_path: Path) -> None:
    works = [replace(work, doi="") for work in (FINE, RETRACTED)]
    lost = {"PMC9": {"pmid": "80000007", "doi": ""}}
    merged = {"80000001": FINE.pmid, "80000002": RETRACTED.pmid}
    with loopback(*works, merged=merged, converted=lost, deleted=("80000009", "80000007")) as service:
        names = [Ids(pmid=pmid) for pmid in ("80000001", "80000002", "80000009", "80000008")]
        refreshed(tmp_path, service, *names, Ids(pmcid="PMC9"))
        order = asked(service)
    assert (order.count("deleted"), order[-1]) == (1, "deleted")
    found = {name: state for name, state in states(tmp_path).items() if name.startswith("deleted/")}
    assert found == {
        "deleted/pmid:80000007": "deleted",
        "deleted/pmid:80000008": "absent",
        "deleted/pmid:80000009": "deleted",
    }


def test_what_a_list_leaves_out_is_asked_about_alone_and_an_alias_found(tmp_path: Path) -> None:
    with loopback(FINE, OTHER, aliases={"10.5555/old": OTHER.doi}) as service:
        refreshed(tmp_path, service, Ids(doi=FINE.doi), Ids(doi="10.5555/none"), Ids(doi="10.5555/old"))
        paths = [one.path for one in service.asked("crossref")]
    assert (paths[0], sorted(paths[1:])) == (
        "/works",
        ["/works/10.5555%2F" + name for name in ("invented.3", "none", "old")],
    )
    assert states(tmp_path) == {
        "agency/doi:10.5555/none": "absent",
        f"crossref/doi:{FINE.doi}": "here",
        f"crossref/doi:{OTHER.doi}": "here",
        "crossref/doi:10.5555/none": "absent",
        "crossref/doi:10.5555/old": f"merged-into doi:{OTHER.doi}",
        f"pubmed-doi/doi:{FINE.doi}": f"elsewhere pmid:{FINE.pmid}",
        f"pubmed-doi/doi:{OTHER.doi}": f"elsewhere pmid:{OTHER.pmid}",
        "pubmed-doi/doi:10.5555/old": "absent",
        f"pubmed/pmid:{FINE.pmid}": "here",
        f"pubmed/pmid:{OTHER.pmid}": "here",
    }


def test_a_list_that_is_refused_is_halved_until_what_spoils_it_is_alone(tmp_path: Path) -> None:
    works = [Work(f"Invented work {number}", doi=f"10.5555/{number}") for number in range(8)]
    with loopback(*works) as service:
        service.spoil("crossref", "10.5555/3")
        told = refreshed(tmp_path, service, *(Ids(doi=work.doi) for work in works))
        sizes = [len(one.params.get("filter", "alone").split(",")) for one in service.asked("crossref")]
    found = {state for name, state in states(tmp_path).items() if name.startswith("crossref")}
    assert (told.findings, sorted(sizes), found) == ((), [1, 1, 2, 2, 4, 4, 8], {"here"})


def test_a_refused_list_of_pmcids_is_halved_too(tmp_path: Path) -> None:
    converted = {f"PMC{number}": {"pmid": "", "doi": ""} for number in range(1, 5)}
    with loopback(converted=converted) as service:
        service.spoil("idconv", "PMC2")
        (told,) = refreshed(tmp_path, service, *(Ids(pmcid=name) for name in converted)).findings
    assert told.values["reason"].endswith("HTTP 400, it holds what cannot be read; run again later (1 identifier was "
        "not answered)")  # fmt: skip
    assert states(tmp_path) == {f"idconv/pmcid:PMC{number}": "here" for number in (1, 3, 4)}


def test_a_merged_pmid_beside_the_one_that_it_is_now_is_no_absent_one(tmp_path: Path) -> None:
    with loopback(FINE, replace(OTHER, doi=""), merged={"80000001": FINE.pmid}) as service:
        told = refreshed(tmp_path, service, *(Ids(pmid=pmid) for pmid in ("80000001", FINE.pmid, OTHER.pmid)))
        batches = [asked.params["id"] for asked in service.asked("pubmed")]
    assert (told.findings, batches) == ((), [f"80000001,{FINE.pmid},{OTHER.pmid}", "80000001"])
    assert states(tmp_path)["pubmed/pmid:80000001"] == f"merged-into pmid:{FINE.pmid}"


def test_a_slow_service_keeps_no_other_waiting_for_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "_PATIENCE", 0.3)
    with loopback(FINE, OTHER, latency=0.0) as service:
        service.fault("pubmed", "drip")
        there = service.services
        project = Project(tmp_path, Config(**{name: getattr(there, name) for name in ADDRESSES}))
        known = [(Ids(pmid=FINE.pmid), 2019), (Ids(doi=OTHER.doi), 2001)]
        told = refresh(
            project, Scope(known), lambda: Http(there, patience=Patience(whole=1)), Due(TODAY), lambda *_: None
        )
    assert [finding.values["source"] for finding in told.findings] == ["PubMed", "PubMed's search by DOI"]
    assert states(tmp_path) == {f"crossref/doi:{OTHER.doi}": "here"}
    assert asked(service).index("crossref") < asked(service).count("pubmed") + 1


def test_a_lock_that_was_left_unsorted_is_sorted_though_nothing_is_to_be_asked(tmp_path: Path) -> None:
    path = tmp_path / "references" / "lock.jsonl"
    with loopback(FINE, OTHER) as service:
        names = (Ids(pmid=FINE.pmid), Ids(doi=OTHER.doi))
        refreshed(tmp_path, service, *names)
        whole = path.read_bytes()
        path.write_bytes(b"".join(reversed(whole.splitlines(keepends=True))))
        refreshed(tmp_path, service, *names)
    assert path.read_bytes() == whole


def test_a_work_that_is_known_by_its_doi_alone_is_searched_for_at_pubmed(tmp_path: Path) -> None:
    alone = Work(title="An invented work that PubMed has not", doi="10.5555/invented.41")
    with loopback(RETRACTED, alone) as service:
        told = refreshed(tmp_path, service, Ids(doi=RETRACTED.doi), Ids(doi=alone.doi))
        again = refreshed(tmp_path, service, Ids(doi=RETRACTED.doi), Ids(doi=alone.doi))
        order, terms = asked(service), [one.params.get("term") for one in service.asked("pubmed")]
    assert (told.findings, order) == ((), ["crossref", "pubmed", "pubmed"])
    assert terms == [f'"{RETRACTED.doi}"[doi] OR "{alone.doi}"[doi]', None]
    assert states(tmp_path) == {
        f"crossref/doi:{RETRACTED.doi}": "here",
        f"crossref/doi:{alone.doi}": "here",
        f"pubmed-doi/doi:{RETRACTED.doi}": f"elsewhere pmid:{RETRACTED.pmid}",
        f"pubmed-doi/doi:{alone.doi}": "absent",
        f"pubmed/pmid:{RETRACTED.pmid}": "here",
    }
    assert (again.asked, again.changed) == (0, ())


def test_a_search_by_doi_that_failed_leaves_no_line_and_is_repeated(tmp_path: Path) -> None:
    with loopback(OTHER) as service:
        service.fault("pubmed", "json", said="Search Backend failed")
        (told,) = refreshed(tmp_path, service, Ids(doi=OTHER.doi)).findings
        assert states(tmp_path) == {f"crossref/doi:{OTHER.doi}": "here"}
        service.mend("pubmed")
        assert refreshed(tmp_path, service, Ids(doi=OTHER.doi)).findings == ()
    assert (told.code, told.values["source"]) == ("LIT301", "PubMed's search by DOI")
    assert states(tmp_path)[f"pubmed-doi/doi:{OTHER.doi}"] == f"elsewhere pmid:{OTHER.pmid}"


def test_a_record_that_a_search_by_doi_found_and_could_not_be_fetched_leaves_no_line(tmp_path: Path) -> None:
    with loopback(OTHER) as service:
        service.fault("pubmed", "html", after=1)
        (told,) = refreshed(tmp_path, service, Ids(doi=OTHER.doi)).findings
    assert (told.values["source"], states(tmp_path)) == ("PubMed", {f"crossref/doi:{OTHER.doi}": "here"})


def test_old_dois_with_brackets_semicolons_and_angles_are_found(tmp_path: Path) -> None:
    doi = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-X968>3.0.CO;2-2"
    old = Work(title="An invented work of an old journal", pmid="90000051", doi=doi)
    with loopback(old, OTHER) as service:
        refreshed(tmp_path, service, Ids(doi=doi.lower()), Ids(doi=OTHER.doi))
    found = {name: state for name, state in states(tmp_path).items() if name.startswith("pubmed-doi")}
    assert found == {
        f"pubmed-doi/doi:{doi.lower()}": "elsewhere pmid:90000051",
        f"pubmed-doi/doi:{OTHER.doi}": f"elsewhere pmid:{OTHER.pmid}",
    }


def test_a_record_that_claims_the_doi_as_its_second_is_not_taken_for_the_work(tmp_path: Path) -> None:
    other = Work(title="An invented comment", pmid="90000061", doi="10.5555/invented.61")
    work = Work(title="What it is about", doi="10.5555/invented.62")
    second = '<ArticleId IdType="doi">10.5555/invented.62</ArticleId></ArticleIdList>'
    with loopback(other, work) as service:
        service.articles[other.pmid] = service.articles[other.pmid].replace("</ArticleIdList>", second)
        refreshed(tmp_path, service, Ids(doi=work.doi))
        assert [one.path.rpartition("/")[2] for one in service.asked("pubmed")] == ["esearch.fcgi", "efetch.fcgi"]
    assert states(tmp_path) == {f"crossref/doi:{work.doi}": "here", f"pubmed-doi/doi:{work.doi}": "absent"}
    assert not (tmp_path / "references" / "records" / "pubmed").exists()


def test_a_thousand_dois_cost_twenty_searches_and_the_records_five_requests(tmp_path: Path) -> None:
    works = [Work(f"Invented work {n}", pmid=str(91_000_000 + n), doi=f"10.5555/{n}") for n in range(1000)]
    with loopback(*works) as service:
        refreshed(tmp_path, service, *(Ids(doi=work.doi) for work in works))
        calls = [one.path.rpartition("/")[2] for one in service.asked("pubmed")]
    assert (calls.count("esearch.fcgi") <= 21, calls.count("efetch.fcgi") <= 7) == (True, True)
