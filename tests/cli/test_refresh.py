"""`refresh`: what of it is asked, how far it is, and when it opens no connection; every work is invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cluneal_lit.cli.progress import lines
from tests.cli.project import FINE, answer, call
from tests.services import Loopback


def aged(project: Path, name: str) -> None:
    """As if a record had been asked for in 2001."""
    path = project / "references" / "lock.jsonl"
    old = [json.loads(line) for line in path.read_text().splitlines()]
    for line in old:
        line["day"] = "2001-01-01" if line["id"] == name else line["day"]
    path.write_text("".join(json.dumps(line, separators=(",", ":")) + "\n" for line in old))


def test_without_flags_what_is_missing_or_stale_is_asked_about(project: Path, service: Loopback) -> None:
    assert answer(project, "refresh")["asked"] == 7
    assert answer(project, "refresh")["asked"] == 0
    aged(project, "pmid:90000001")
    assert answer(project, "refresh")["asked"] == 1


def test_only_stale_asks_about_nothing_new(project: Path, service: Loopback) -> None:
    said = call(project, "refresh", "--only-stale").stdout
    assert (said, service.requests) == (
        "nothing that was asked about before is too old; no service had to be asked\n",
        [],
    )
    call(project, "refresh")
    aged(project, "pmid:90000001")
    document = project / "references" / "documents" / "more.md"
    document.write_text("PMID: 90000077")
    assert answer(project, "refresh", "--only-stale")["asked"] == 1
    assert service.asked("pubmed")[-1].params["id"] == "90000001"


@pytest.mark.parametrize(
    "wanted", ["quimby2019", "@quimby2019", "90000001", "PMC9900001", "https://doi.org/10.5555/Invented.1"]
)
def test_named_works_are_asked_about_alone_however_recent(project: Path, service: Loopback, wanted: str) -> None:
    call(project, "run")
    service.requests.clear()
    assert answer(project, "refresh", wanted)["asked"] == 2
    assert service.asked("pubmed")[0].params["id"] == FINE.pmid
    assert service.asked("crossref")[0].path.endswith("invented.1")


def test_a_name_that_nothing_has_is_one_line(project: Path, service: Loopback) -> None:
    said = call(project, "refresh", "nobody2001")
    assert (said.returncode, said.stdout, service.requests) == (2, "", [])
    assert said.stderr == (
        "cluneal-lit: nobody2001: is neither cited nor known here; name a citation key, or an identifier that is\n"
    )


@pytest.mark.parametrize("verb", ["run", "refresh"])
def test_frozen_fails_where_the_lock_does_not_cover_the_citations(project: Path, service: Loopback, verb: str) -> None:
    said = call(project, verb, "--frozen")
    assert (said.returncode, said.stdout, service.requests) == (2, "", [])
    assert said.stderr == (
        "cluneal-lit: frozen: lock.jsonl holds no answer about doi:10.5555/invented.1, pmid:90000001, pmid:90000002 "
        "and 3 more; run `cluneal-lit refresh` and commit what it writes\n"
    )


def test_frozen_is_content_with_old_answers_and_not_with_a_record_that_was_edited(
    project: Path, service: Loopback
) -> None:
    call(project, "run")
    aged(project, "pmid:90000001")
    service.requests.clear()
    said = call(project, "run", "--frozen")
    assert (said.returncode, service.requests) == (1, [])
    assert "  frozen: the store covers all that is cited; no service was asked\n" in said.stdout
    record = project / "references" / "records" / "pubmed" / "90000001.json"
    record.write_text(record.read_text().replace("nerve block", "nervous block"))
    said = call(project, "run", "--frozen")
    assert (said.returncode, service.requests) == (2, [])
    assert "what was received about pmid:90000001 is missing or was changed" in said.stderr


@pytest.mark.parametrize("pair", [("--all", "--only-stale"), ("--offline", "--frozen")])
def test_flags_that_exclude_each_other_are_one_line(project: Path, pair: tuple[str, str]) -> None:
    said = call(project, "refresh", *pair)
    assert (said.returncode, len(said.stderr.splitlines())) == (2, 1)
    assert "not allowed with" in said.stderr


def test_where_no_terminal_is_the_progress_is_lines(project: Path) -> None:
    said = call(project, "refresh")
    assert "asking the services about 5 identifiers\n" in said.stderr
    assert "\x1b" not in said.stderr


def test_a_long_asking_says_now_and_then_how_far_it_is() -> None:
    said: list[str] = []
    clock = iter([0.0, 0.0, 5.0, 10.0, 12.0, 20.0])
    told = lines(said.append, lambda: next(clock))
    for answered, total in ((0, 100), (10, 150), (30, 300), (40, 300), (60, 300)):
        told("identifiers", answered, total)
    assert said == [
        "asking the services about 100 identifiers",
        "30 of 300 identifiers, 3.0 a second, about 90 s left",
        "60 of 300 identifiers, 3.0 a second, about 80 s left",
    ]


@pytest.mark.parametrize("address", ["http://user:hunter2@127.0.0.1:9/x", "http://127.0.0.1:9/x?key=hunter2"])
def test_what_may_be_secret_in_a_configured_address_is_refused_and_not_told(project: Path, address: str) -> None:
    said = call(project, "refresh", CLUNEAL_LIT_PUBMED=address)
    assert (said.returncode, said.stdout) == (2, "")
    assert "holds a user's name, password or parameters, which are not sent" in said.stderr
    assert "hunter" not in said.stderr
