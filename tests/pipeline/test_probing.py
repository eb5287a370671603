"""The probes against loopback services: asked once each, judged, and kept without secrets."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from cluneal_lit.config import Config, Project
from cluneal_lit.errors import SourceError
from cluneal_lit.http import Http
from cluneal_lit.http.host import Persistence
from cluneal_lit.model import Answer, Request
from cluneal_lit.pipeline.probing import Probing, probe
from cluneal_lit.sources.probes import PROBES
from tests.pipeline.network import Waiting
from tests.services import ADDRESSES, Loopback
from tests.services.probed import knowing
from tests.sources.test_probes import fetched

DAY = "2026-11-28"
EMAIL, KEY = "who.asks+lit@example.org", "0123456789abcdef0123456789abcdef0123"


class Plain(Waiting):
    """A network that waits for nothing and gives the headers of every answer."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Request] = []

    def next(self, patience: float) -> tuple[Request, Answer | SourceError]:
        request = self.waiting.pop(0)
        self.asked.append(request)
        return request, fetched(request)


def project(folder: Path, service: Loopback) -> Project:
    found = {name: getattr(service.services, name) for name in (*ADDRESSES, "email", "ncbi_api_key")}
    return Project(folder, Config(**found), folder / "cluneal-lit.toml")


def index(probed: Probing) -> Any:
    return json.loads((probed.folder / "index.json").read_text(encoding="utf-8"))


def verdicts(probed: Probing) -> Counter[str]:
    return Counter(one.verdict for one in probed.statements)


@contextmanager
def plain(network: Plain) -> Iterator[Plain]:
    yield network


@pytest.mark.parametrize(("email", "key"), [("", ""), (EMAIL, KEY)], ids=["nobody", "somebody"])
def test_every_statement_that_the_services_speak_of_holds(tmp_path: Path, email: str, key: str) -> None:
    network = Plain()
    with knowing(email, key) as service:
        found = probe(project(tmp_path, service), lambda: plain(network), DAY)
    assert [(one.number, one.came) for one in found.statements if one.verdict != "holds"] == []
    assert (len(network.asked), len(set(network.asked))) == (found.asked, found.asked)


def test_answers_are_kept_with_an_index_of_what_was_asked(tmp_path: Path) -> None:
    with knowing() as service:
        found = probe(project(tmp_path, service), lambda: plain(Plain()), DAY)
    kept = index(found)
    assert found.folder == tmp_path / ".cache" / "probe" / DAY
    assert sorted(file.name for file in found.folder.iterdir()) == sorted(
        ("index.json", *(one["file"] for one in kept["requests"]))
    )
    first, crossref = kept["requests"][0], next(one for one in kept["requests"] if one["source"] == "crossref")
    assert (first["method"], first["status"], first["headers"]["x-ratelimit-limit"]) == ("POST", 200, "3")
    assert first["parameters"]["id"] == "23193287,9500320,99999999"
    assert b"<PubmedArticleSet>" in (found.folder / first["file"]).read_bytes()
    assert crossref["headers"]["x-api-pool"] == "public-single"
    assert [one["number"] for one in kept["statements"]] == [one.number for one in PROBES]
    assert kept["statements"][0]["requests"] == [1]


def test_a_second_time_on_a_day_has_a_folder_of_its_own(tmp_path: Path) -> None:
    with knowing() as service:
        folders = [probe(project(tmp_path, service), lambda: plain(Plain()), DAY, PROBES[:1]).folder for _ in "ab"]
    assert [folder.name for folder in folders] == [DAY, f"{DAY}-2"]


def test_no_secret_is_kept_or_told(tmp_path: Path) -> None:
    with knowing(EMAIL, KEY) as service:
        for name in ("pubmed", "datacite", "idconv"):
            service.fault(name, status=400, said=f"who is {EMAIL.upper()} with {KEY}?")
        found = probe(project(tmp_path, service), lambda: Http(service.services), DAY)
        told = "".join(one.came for one in found.statements)
        sent = str([asked.params for asked in service.requests])
    kept = "".join(file.read_text(encoding="utf-8") for file in found.folder.iterdir())
    assert EMAIL in sent and KEY in sent
    assert "who is … with …?" in kept
    for secret in (EMAIL, KEY, "who.asks"):
        assert secret.lower() not in (told + kept).lower()


def test_an_outage_of_one_service_is_told_of_its_statements_alone(tmp_path: Path) -> None:
    with knowing() as service:
        service.fault("datacite", status=503)
        lines = Http(service.services, persistence=Persistence(tries=1))
        found = probe(project(tmp_path, service), lambda: lines, DAY)
    silent = {one.number: one.came for one in found.statements if one.verdict == "could not be asked"}
    assert set(silent) == {"S60", "S61", "S62"}
    assert all("gave no answer: HTTP 503" in came for came in silent.values())
    assert ["error" in one for one in index(found)["requests"] if one["source"] == "datacite"] == [True, True, True]


def test_when_nobody_answers_nothing_is_said_of_any_statement(tmp_path: Path) -> None:
    with knowing() as service:
        for name in ("pubmed", "crossref", "agency", "datacite", "idconv"):
            service.fault(name, "refuse")
        found = probe(project(tmp_path, service), lambda: Http(service.services), DAY)
    assert verdicts(found) == {"could not be asked": len(PROBES)}
    assert [file.name for file in found.folder.iterdir()] == ["index.json"]


def test_through_http_the_limits_of_the_services_are_kept(tmp_path: Path) -> None:
    with knowing(EMAIL, limited=True) as service:
        found = probe(project(tmp_path, service), lambda: Http(service.services), DAY)
        assert service.refused == {}
    assert [(one.number, one.came) for one in found.statements if one.verdict != "holds"] == []
