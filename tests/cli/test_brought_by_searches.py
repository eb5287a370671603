"""What a search brings is asked about as if it had been cited: the first run says what the second does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tests.cli.project import FINE, answer, call, files, make
from tests.services import Loopback, Notice, Work, loopback, settings
from tests.services.works import message

# In PubMed in English and without a notice's DOI, at Crossref in French and without a notice.
FRENCH = Work(
    "Percutaneous neurolysis of invented nerves in an invented pain",
    pmid="90000081",
    doi="10.5555/invented.81",
    authors=("Quimby, Ada", "Orlov, Boris", "Zabel, Carla"),
    journal="Invented medicine (Nowhere, Mass.)",
    year=2015,
    volume="16",
    pages="700-708",
    notices=(Notice("Retraction", "90000082", date=(2020, 5, 4)),),
)
AT_CROSSREF = {
    "title": ["Neurolyse percutanée des nerfs inventés dans la douleur inventée de l'adulte"],
    "container-title": ["Annales inventées de la douleur"],
    "volume": "",
    "page": "",
}
BOOK = Work("Invented nerve entrapments: diagnosis and management", doi="10.5555/invented.83", authors=("Ng, Eve",))
SET = replace(FINE, doi="10.5555/invented.84", agency="DataCite", title="Invented measurements of an invented nerve")
# PubMed knows nothing of its retraction, which Crossref states.
TOLD_ONCE = replace(FINE, notices=(Notice("Retraction", "", "10.5555/invented.85", (2020, 5, 4)),))

REFERENCES = {
    "crossref-search": f"Quimby A, Orlov B, Zabel C. {AT_CROSSREF['title'][0]}. Annales inventées de la douleur. 2015.",
    "book": "Ng E. Invented nerve entrapments: diagnosis and management. 2020.",
    "ecitmatch": "Quimby A, Orlov B. An invented trial of a nerve block. J Invent Med. 2019;12(3):101-109.",
    "pubmed-search": "Quimby A, Orlow B. An invented trial of nerve blocks. J Invent Med. 2019;21:101-109.",
    "datacite": "Quimby A, Orlov B. Invented measurements of an invented nerve. J Invent Med. 2019;12(3):101-109.",
}
STATUSES = {
    "crossref-search": "retracted",
    "book": "none",
    "ecitmatch": "retracted",
    "pubmed-search": "retracted",
    "datacite": "none",
}
kinds = pytest.mark.parametrize("kind", REFERENCES)


@pytest.fixture
def service(kind: str) -> Iterator[Loopback]:
    """The services; those of the last kind know one work more, which has the place of another."""
    with loopback(FRENCH, BOOK, SET if kind == "datacite" else FINE) as running:
        running.messages[FRENCH.doi] |= AT_CROSSREF
        if kind != "datacite":
            running.messages[FINE.doi] = message(TOLD_ONCE)
        yield running


def document(kind: str) -> str:
    return f"# Notes\n\nReferences\n\n1. {REFERENCES[kind]}\n"


def without_project(folder: Path, service: Loopback, kind: str) -> Any:
    (folder / "page.md").write_text(document(kind), encoding="utf-8")
    where = settings(service.services) | {"XDG_CACHE_HOME": str(folder / "cache")}
    told = call(folder, "check", "page.md", "--json", **where)
    return told.returncode, json.loads(told.stdout)


def status(told: Any) -> str:
    (one,) = told["citations"]
    return str(one["status"])


@kinds
def test_in_a_project_the_second_run_changes_nothing(tmp_path: Path, service: Loopback, kind: str) -> None:
    make(tmp_path, service.services, document(kind))
    first = answer(tmp_path, "run")
    assert (first["complete"], status(answer(tmp_path, "check"))) == (True, STATUSES[kind])
    before, asked = files(tmp_path), len(service.requests)
    again = answer(tmp_path, "run")
    assert (again["written"], len(service.requests) - asked, files(tmp_path)) == ([], 0, before)
    assert call(tmp_path, "run", "--frozen").stderr == ""


@kinds
def test_without_a_project_the_second_check_says_the_same(tmp_path: Path, service: Loopback, kind: str) -> None:
    first = without_project(tmp_path, service, kind)
    asked = len(service.requests)
    assert (first[0], status(first[1])) == (STATUSES[kind] == "retracted", STATUSES[kind])
    assert (without_project(tmp_path, service, kind), len(service.requests)) == (first, asked)


@kinds
@pytest.mark.parametrize("down", ["pubmed", "crossref", "datacite"])
def test_after_an_outage_the_next_run_says_what_it_would_have(
    tmp_path: Path, service: Loopback, kind: str, down: str
) -> None:
    folders = [tmp_path / "spared", tmp_path / "struck"]
    for folder in folders:
        make(folder, service.services, document(kind))
    call(folders[0], "run")
    service.fault(down, "status", status=500)
    struck = answer(folders[1], "run")
    told = status(answer(folders[1], "check"))
    assert struck["complete"] or told != "none"
    service.mend(down)
    call(folders[1], "run")
    told, other = (answer(folder, "check")["citations"] for folder in folders)
    assert [(one["verdict"], one["status"]) for one in other] == [(one["verdict"], one["status"]) for one in told]


def test_what_a_search_brings_may_show_that_another_text_means_something_else(tmp_path: Path) -> None:
    """A text that fits the one work that is known is searched for when a second one fits as well."""
    second = replace(
        FINE, pmid="90000086", doi="10.5555/invented.86", pmcid="", journal="Annals of Nowhere", volume="3"
    )
    second = replace(second, journal_short="Ann Nowhere", pages="7-9", issue="")
    texts = (
        "Quimby A, Orlov B. An invented trial of a nerve block. 2019.",
        "Quimby A, Orlov B. An invented trial of a nerve block. Ann Nowhere. 2019;3:7-9.",
    )
    listed = "".join(f"{number}. {text}\n" for number, text in enumerate(texts, 1))
    with loopback(FINE, second) as service:
        make(tmp_path, service.services, f"As shown (PMID: {FINE.pmid}).\n\nReferences\n\n{listed}")
        call(tmp_path, "run")
        before, asked = files(tmp_path), len(service.requests)
        call(tmp_path, "run")
        assert (files(tmp_path), len(service.requests) - asked) == (before, 0)
