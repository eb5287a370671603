"""Every identifier of a document ends as a work or as a finding that says why not; each work here is invented."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cli.project import FINE, answer, call, files, make
from tests.services import Loopback, Work, loopback

YEAR = datetime.now(UTC).year
CENTRAL = Work(title="An invented paper of an archive", pmid="90000051", pmcid="PMC9900051")
PREPRINT = Work(
    title="An invented preprint on blocks",
    doi="10.48550/arXiv.2101.00001",
    authors=("Quimby, Ada",),
    year=2021,
    types=("Preprint",),
    agency="DataCite",
)
DATASET = Work(
    title="Invented measurements",
    doi="10.5281/zenodo.9999999",
    authors=("Orlov, Boris",),
    year=2022,
    types=("Dataset",),
    agency="DataCite",
)
COMMA = Work(title="An invented paper with a comma in its DOI", doi="10.5555/invented(1,2)3", authors=("Zabel, Carla",))
ITALIAN = Work(title="Known to mEDRA alone", doi="10.1400/123456", agency="mEDRA")

DOCUMENT = f"""# Invented identifiers (no work in this file exists)

An archive holds one paper (PMC9900051).
A preprint: arXiv:2101.00001v3.
Its DOI: https://doi.org/10.48550/arXiv.2101.00001.
Measurements: doi:10.5281/zenodo.9999999.
Deleted: PMID: 80000001.
Merged: PMID: 80000002.
Registered in Italy: doi:10.1400/123456.
Nobody has it: doi:10.5555/nobody.1.
With a comma: <https://doi.org/10.5555/invented(1,2)3>.
A trial: NCT01234567.
Not in the archive: PMC9900099.
Not deposited: doi:10.5555/undeposited.
A book: ISBN 978-0-306-40615-7.

References

1. Zabel C. An invented paper that nobody knows. J Invent Med. 2001;1(1):1-2. PMID: 80000003.
2. Zabel C. An invented paper of this year. J Invent Med. {YEAR};1(1):3-4. PMID: 80000004.
"""


@pytest.fixture
def service() -> Iterator[Loopback]:
    works = (FINE, CENTRAL, PREPRINT, DATASET, COMMA, ITALIAN)
    told = {"merged": {"80000002": FINE.pmid}, "agencies": {"10.5555/undeposited": "Crossref"}}
    with loopback(*works, **told, deleted=("80000001",)) as running:
        yield running


@pytest.fixture
def project(tmp_path: Path, service: Loopback) -> Path:
    return make(tmp_path, service.services, DOCUMENT)


def told(project: Path, *arguments: str) -> list[tuple[int, str]]:
    return sorted((one["line"], one["code"]) for one in answer(project, *arguments)["findings"] if one["line"])


# Line, verdict, and the finding that says why no work is known.
LINES = {
    3: ("verified", ""),
    4: ("verified", ""),
    5: ("verified", ""),
    6: ("verified", ""),
    7: ("absent", "LIT208"),
    8: ("verified", "LIT205"),
    9: ("unchecked", "LIT204"),
    10: ("absent", "LIT202"),
    11: ("verified", ""),
    12: ("unchecked", "LIT206"),
    13: ("absent", "LIT202"),
    14: ("unchecked", "LIT207"),
    15: ("unchecked", "LIT206"),
    19: ("absent", "LIT202"),
    20: ("absent", "LIT209"),
}


def verdicts(project: Path, *arguments: str) -> dict[int, str]:
    return {one["line"]: one["verdict"] for one in answer(project, *arguments)["citations"]}


def test_each_kind_of_identifier_ends_as_it_should(project: Path) -> None:
    found = [(line, code) for line, code in told(project, "run") if code.startswith("LIT2")]
    assert found == [(line, code) for line, (_, code) in LINES.items() if code]
    assert verdicts(project, "check") == {line: verdict for line, (verdict, _) in LINES.items()}


def test_the_works_have_what_their_registries_say(project: Path) -> None:
    ids = {entry["key"]: entry["ids"] for entry in answer(project, "run")["entries"]}
    items = json.loads((project / "output" / "references.json").read_text(encoding="utf-8"))
    entries = {item["title"]: {kind: one for kind, one in ids[item["id"]].items() if one} for item in items}
    assert entries == {
        CENTRAL.title: {"pmid": "90000051", "pmcid": "PMC9900051"},
        PREPRINT.title: {"doi": "10.48550/arxiv.2101.00001", "arxiv": "2101.00001"},
        DATASET.title: {"doi": "10.5281/zenodo.9999999"},
        COMMA.title: {"doi": "10.5555/invented(1,2)3"},
        FINE.title: {"pmid": FINE.pmid, "pmcid": FINE.pmcid, "doi": FINE.doi},
    }


def test_a_second_run_asks_nothing_and_changes_nothing(project: Path, service: Loopback) -> None:
    call(project, "run")
    before, asked = files(project), len(service.requests)
    call(project, "run")
    assert (files(project), len(service.requests)) == (before, asked)


# What each service has the word on, and which lines are then without a verdict; the list of deleted PMIDs has none.
OUTAGES = {
    "pubmed": {3, 7, 8, 19, 20},
    "crossref": {6, 9, 10, 11, 14},
    "agency": {6, 9, 10, 14},
    "datacite": {4, 5, 6},
    "idconv": {3, 13},
    "deleted": set(),
}


@pytest.mark.parametrize(("name", "lines"), OUTAGES.items())
def test_an_outage_is_no_verdict_and_the_next_run_goes_on(
    project: Path, service: Loopback, name: str, lines: set[int]
) -> None:
    service.fault(name, "html")
    assert call(project, "run").returncode == 3
    unheard = {line: "unchecked" if line in lines else verdict for line, (verdict, _) in LINES.items()}
    assert verdicts(project, "check") == unheard
    codes = dict(told(project, "check"))
    assert all(codes.get(line) in ("LIT304", "LIT204", None) for line in lines)
    if name == "deleted":
        assert codes[7] == "LIT202"
    service.mend(name)
    assert call(project, "run").returncode == 1
    assert verdicts(project, "check") == {line: verdict for line, (verdict, _) in LINES.items()}


def test_show_tells_who_has_deleted_a_pmid(project: Path) -> None:
    call(project, "run")
    said = call(project, "show", "80000001").stdout.splitlines()
    assert [line.partition(",")[0] for line in said[:3]] == [
        "pmid:80000001  cited",
        "PubMed     has no such record",
        "NCBI       has deleted it",
    ]
    nobody = call(project, "show", "80000003").stdout
    assert ("NCBI" in nobody, "LIT202" in nobody) == (False, True)


TRIAL_AND_BOOK = {
    "notes.txt": "A trial: NCT01234567.\nA book: ISBN 978-0-306-40615-7.\n",
    "notes.md": "A trial: [it](https://clinicaltrials.gov/study/NCT01234567).\nA book: *ISBN-10: 0-306-40615-2*.\n",
    "page.html": "<p>A trial: <a href='https://clinicaltrials.gov/ct2/show/NCT01234567'>it</a>.\n"
    "<p>A book: ISBN&nbsp;9780306406157.\n",
}


@pytest.mark.parametrize("name", TRIAL_AND_BOOK)
def test_a_trial_and_a_book_say_why_they_are_no_works_in_every_kind_of_document(
    tmp_path: Path, service: Loopback, name: str
) -> None:
    folder = make(tmp_path, service.services, "")
    (folder / "references/documents/notes.md").unlink()
    (folder / "references/documents" / name).write_text(TRIAL_AND_BOOK[name], encoding="utf-8")
    told = {one["line"]: one for one in answer(folder, "run")["findings"] if one["line"]}
    assert {line: one["code"] for line, one in told.items()} == {1: "LIT206", 2: "LIT206"}
    assert ("nct:NCT01234567" in told[1]["message"], "isbn:9780306406157" in told[2]["message"]) == (True, True)
    assert not service.asked("pubmed") and not service.asked("crossref")
