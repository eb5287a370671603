"""The work of a text whose identifier is that of another paper by the same people is searched for; all invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tests.cli.project import FINE, answer, call
from tests.pipeline.test_search import project
from tests.services import Loopback, Work, loopback

GLUTEAL = replace(
    FINE,
    title="Pain of the gluteal muscles in elderly inventors",
    pmid="90000077",
    pmcid="",
    doi="10.5555/invented.77",
    pages="177-180",
)
HORSES = replace(GLUTEAL, title=f"{FINE.title} in horses", pmid="90000078", doi="10.5555/invented.78", pages="201-207")
PLAN = replace(HORSES, title=f"{FINE.title}: a study protocol", pmid="90000079", doi="10.5555/invented.79")
OTHER_TITLE = f"Quimby A, Orlov B. {GLUTEAL.title}. J Invent Med. 2019. doi:10.5555/invented.1"
NEAR_TITLE = f"Quimby A, Orlov B. {HORSES.title}. J Invent Med. 2019;12(3):201-207. doi:10.5555/invented.1"
MORE_TITLE = f"Quimby A, Orlov B. {PLAN.title}. J Invent Med. 2019. doi:10.5555/invented.1"
SLIP = "Quimby A, Orlov B. An invented trial of a nervous block. J Invent Med. 2019;12(3):101-109. PMID: 90000001"


@pytest.fixture
def service() -> Iterator[Loopback]:
    with loopback(FINE, GLUTEAL, HORSES, PLAN) as running:
        yield running


def judged(folder: Path) -> tuple[str, list[str]]:
    told: dict[str, Any] = answer(folder, "check")
    (one,) = told["citations"]
    return one["verdict"], [found["message"] for found in told["findings"] if found["code"] == "LIT403"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [(OTHER_TITLE, GLUTEAL), (NEAR_TITLE, HORSES), (MORE_TITLE, PLAN)],
    ids=["another title", "a near one", "one that says more"],
)
def test_the_paper_that_is_meant_is_found_in_the_same_run(
    tmp_path: Path, service: Loopback, text: str, meant: Work
) -> None:
    folder = project(tmp_path, service, text)
    assert answer(folder, "refresh")["found"] == 1
    verdict, (message,) = judged(folder)
    assert verdict == "mismatch"
    assert f"did you mean doi:{meant.doi}" in message
    call(folder, "run")
    service.requests.clear()
    assert answer(folder, "run")["written"] == []
    assert service.requests == []


def test_a_title_that_no_search_finds_says_nothing_of_another_work(tmp_path: Path, service: Loopback) -> None:
    text = OTHER_TITLE.replace(GLUTEAL.title, "Of golf and sleep in towns that nobody has seen")
    folder = project(tmp_path, service, text)
    assert answer(folder, "refresh")["searched"] == 1
    assert judged(folder) == ("inexact", [])
    (told,) = answer(folder, "check")["findings"]
    assert (told["code"], told["do"].endswith("or the identifier if the title is that of another work.")) == (
        "LIT404",
        True,
    )
    call(folder, "run")
    service.requests.clear()
    assert answer(folder, "run")["written"] == []
    assert service.requests == []


def test_an_outage_of_the_searches_is_no_mismatch_and_they_are_made_again(tmp_path: Path, service: Loopback) -> None:
    folder = project(tmp_path, service, OTHER_TITLE)
    config = folder / "cluneal-lit.toml"
    said = config.read_text()
    config.write_text(f"search = false\n{said}")
    call(folder, "run")
    assert judged(folder) == ("inexact", [])
    config.write_text(said)
    service.fault("pubmed", status=503)
    service.fault("crossref", status=503)
    assert call(folder, "run").returncode == 3
    assert judged(folder) == ("inexact", [])
    service.mend("pubmed")
    service.mend("crossref")
    call(folder, "run")
    assert judged(folder)[0] == "mismatch"


def test_a_slip_in_the_title_at_the_right_place_is_not_searched_for(tmp_path: Path, service: Loopback) -> None:
    assert answer(project(tmp_path, service, SLIP), "refresh")["searched"] == 0


def test_the_verdict_does_not_depend_on_the_other_references(tmp_path: Path, service: Loopback) -> None:
    beside = f"Quimby A, Orlov B. {GLUTEAL.title}. J Invent Med. 2019;12(3):177-180. PMID: {GLUTEAL.pmid}"
    folder = project(tmp_path, service, OTHER_TITLE, beside)
    call(folder, "run")
    assert [one["verdict"] for one in answer(folder, "check")["citations"]] == ["mismatch", "verified"]
