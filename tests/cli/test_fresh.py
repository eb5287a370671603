"""`check --fresh`: what the services say now, beside the store. Every work is invented."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from cluneal_lit import cli
from cluneal_lit.store import lock, records
from tests.cli.project import FINE, RETRACTED, call, files, make
from tests.services import ADDRESSES, Notice, Work, loopback

DOCUMENT = "One (PMID: 90000001), and one more (PMID: 90000002).\n"
SOUND = replace(RETRACTED, notices=())
RECORD = "references/records/pubmed/90000001.json"


def fresh(folder: Path, *more: str) -> Any:
    told = call(folder, "check", "--fresh", "--json", *more)
    return {**json.loads(told.stdout), "code": told.returncode, "said": told.stderr}


def differing(answer: Any) -> list[tuple[str, str, str]]:
    return [
        (one["code"], one["document"], one["message"])
        for one in answer["findings"]
        if one["code"] in ("LIT315", "LIT302", "LIT301", "LIT501")
    ]


def store(folder: Path, *works: Work) -> None:
    """A project that was refreshed when the services knew these works."""
    with loopback(*works) as service:
        make(folder, service.services, DOCUMENT)
        assert call(folder, "run").returncode == 0


def asked_of(folder: Path, services: Any) -> None:
    """Let the project ask these services."""
    (folder / "cluneal-lit.toml").unlink()
    for name in (folder / "references" / "documents").iterdir():
        name.unlink()
    (folder / "references" / "documents").rmdir()
    make(folder, services, DOCUMENT)


def test_where_the_services_say_the_same_nothing_differs_and_nothing_is_written(tmp_path: Path) -> None:
    store(tmp_path, FINE, SOUND)
    with loopback(FINE, SOUND) as service:
        asked_of(tmp_path, service.services)
        before = files(tmp_path)
        answer = fresh(tmp_path)
        assert len(service.asked("pubmed")) == 1
    assert (differing(answer), answer["code"], files(tmp_path)) == ([], 0, before)
    assert {one["verdict"] for one in answer["citations"]} == {"verified"}
    assert "4 identifiers asked about anew, 4 stored records answered; 0 fields of them another" in answer["said"]


def test_what_differs_is_told_and_judged_by_what_is_said_now(tmp_path: Path) -> None:
    store(tmp_path, FINE, SOUND)
    with loopback(replace(FINE, volume="13"), RETRACTED) as service:
        asked_of(tmp_path, service.services)
        before = files(tmp_path)
        answer = fresh(tmp_path, "--fail-on", "warning")
    told = differing(answer)
    message = "PubMed's record pmid:90000001, volume: the store has 12, PubMed has 13"
    assert ("LIT315", RECORD, message) in told
    assert [code for code, _, _ in told].count("LIT501") == 1
    assert (answer["code"], files(tmp_path)) == (1, before)


def test_a_record_that_somebody_changed_together_with_its_digest_is_found(tmp_path: Path) -> None:
    store(tmp_path, FINE, SOUND)
    path, references = tmp_path / RECORD, tmp_path / "references"
    path.write_bytes(path.read_bytes().replace(b"An invented trial", b"A real trial"))
    lines = lock.read(references / "lock.jsonl")
    key = "pubmed/pmid:90000001"
    lines[key] = replace(lines[key], sha256=records.digest(path.read_bytes()))
    lock.write(references / "lock.jsonl", lines)
    assert call(tmp_path, "check", "--store").returncode == 0
    with loopback(FINE, SOUND) as service:
        asked_of(tmp_path, service.services)
        told = differing(fresh(tmp_path))
    title = "PubMed's record pmid:90000001, title: the store has A real trial of a nerve block, PubMed has "
    assert told == [("LIT315", RECORD, f"{title}An invented trial of a nerve block")]


def test_other_pages_are_told_once(tmp_path: Path) -> None:
    store(tmp_path, FINE, SOUND)
    with loopback(replace(FINE, pages="101-112"), SOUND) as service:
        asked_of(tmp_path, service.services)
        told = [message for _, _, message in differing(fresh(tmp_path)) if "PubMed's record" in message]
    assert told == ["PubMed's record pmid:90000001, page: the store has 101-109, PubMed has 101-112"]


def test_what_is_no_longer_there_is_told(tmp_path: Path) -> None:
    store(tmp_path, FINE, SOUND)
    with loopback(FINE) as service:
        asked_of(tmp_path, service.services)
        told = differing(fresh(tmp_path))
    assert [code for code, _, _ in told] == ["LIT302"] * 2  # PubMed and Crossref


@pytest.mark.parametrize("service", ["pubmed", "crossref"])
def test_an_outage_leaves_what_is_stored_and_is_told(tmp_path: Path, service: str) -> None:
    store(tmp_path, FINE, SOUND)
    with loopback(FINE, SOUND) as services:
        asked_of(tmp_path, services.services)
        services.fault(service, "status", status=503)
        answer = fresh(tmp_path)
    assert ([code for code, _, _ in differing(answer)], answer["code"]) == (["LIT301"], 3)
    assert {one["verdict"] for one in answer["citations"]} == {"verified"}


@pytest.mark.parametrize("other", [("--offline",), ("--store",), ("--catalogue", "x.json")])
def test_fresh_and_what_asks_nobody_are_two_answers(tmp_path: Path, other: tuple[str, ...]) -> None:
    make(tmp_path, document=DOCUMENT)
    told = call(tmp_path, "check", "--fresh", *other)
    assert (told.returncode, told.stderr) == (
        2,
        f"cluneal-lit: --fresh asks the services; leave {other[0]} out\n",
    )


def test_without_a_project_the_cache_is_what_is_compared(tmp_path: Path) -> None:
    notice = Notice("Retraction", "90000012", "10.5555/invented.12", (2020, 5, 4))
    (tmp_path / "page.md").write_text(DOCUMENT, encoding="utf-8")
    cache = {"XDG_CACHE_HOME": str(tmp_path / "cache")}

    def told(*works: Work) -> list[str]:
        with loopback(*works) as service:
            addresses = {f"CLUNEAL_LIT_{name.upper()}": getattr(service.services, name) for name in ADDRESSES}
            said = call(tmp_path, "check", "page.md", "--fresh", "--json", **cache, **addresses)
        return [one["code"] for one in json.loads(said.stdout)["findings"]]

    assert told(FINE, SOUND) == []
    assert told(FINE, replace(SOUND, notices=(notice,))) == ["LIT501"]


@pytest.mark.parametrize(("is_fresh", "says"), [(True, "interrupted"), (False, "what arrived is kept")])
def test_an_interrupt_promises_only_what_is_kept(
    is_fresh: bool, says: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(options: argparse.Namespace) -> int:
        raise KeyboardInterrupt

    options = argparse.Namespace(verb=interrupted, json=False, offline=False, fresh=is_fresh)
    monkeypatch.setattr(cli, "parsed", lambda arguments: options)
    assert cli.main(["check"]) == 130
    told = capsys.readouterr().err
    assert (says in told, "what arrived is kept" in told) == (True, not is_fresh)
