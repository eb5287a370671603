"""Asking until nothing is left to ask; every work is invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from cluneal_lit.config import Config, Project
from cluneal_lit.http import Http
from cluneal_lit.model import Asked, Ids
from cluneal_lit.pipeline.refresh import Refreshed, refresh
from cluneal_lit.store import lock
from tests.cli.project import FINE, OTHER, RETRACTED
from tests.services import Work, loopback

TODAY = date(2026, 11, 20)
DATASET = Work(title="An invented dataset", pmid="90000021", doi="10.5555/invented.21", year=2020)


def refreshed(folder: Path, service: Any, *names: Ids) -> Refreshed:
    there = service.services
    project = Project(folder, Config(pubmed=there.pubmed, crossref=there.crossref, doi=there.doi))
    return refresh(project, [(one, 2001) for one in names], (), lambda: Http(there), TODAY, 30, lambda _: None)


def states(folder: Path) -> dict[str, str]:
    lines = lock.read(folder / "references" / "lock.jsonl").values()
    return {line.key: f"{line.state} {line.to}".rstrip() for line in lines}


def test_a_pmid_brings_a_doi_and_crossrefs_404_its_agency(tmp_path: Path) -> None:
    with loopback(DATASET, messages={}, agencies={DATASET.doi: "DataCite"}) as service:
        del service.messages[DATASET.doi]
        told = refreshed(tmp_path, service, Ids(pmid=DATASET.pmid))
        order = [asked.service for asked in service.requests]
    assert (told, order) == (Refreshed(2, 3, ("pubmed/pmid:90000021",)), ["pubmed", "crossref", "agency"])
    assert states(tmp_path) == {
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
        "pubmed/pmid:80000009": "absent",
        "pubmed/pmid:90000001": "here",
        "pubmed/pmid:90000002": "here",
        "pubmed/pmid:90000003": "here",
    }


def test_what_was_not_answered_is_counted(tmp_path: Path) -> None:
    with loopback(FINE, OTHER) as service:
        service.fault("pubmed", "html")
        (told,) = refreshed(tmp_path, service, Ids(pmid=FINE.pmid), Ids(pmid=OTHER.pmid)).findings
    assert (told.code, told.values["source"]) == ("LIT301", "pubmed")
    assert "web page" in told.values["reason"]
    assert told.values["reason"].endswith("(2 identifiers were not answered)")


def test_where_there_is_no_pmid_and_no_doi_nothing_is_known_and_nothing_asked(tmp_path: Path) -> None:
    with loopback() as service:
        assert refreshed(tmp_path, service, Ids(pmcid="PMC1")) == Refreshed(known=0)
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
