"""The services started alone, as a person starts them."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

ROOT = Path(__file__).resolve().parents[2]
WORK = {"id": "a", "type": "article-journal", "title": "An invented work", "PMID": "101", "DOI": "10.5555/a"}


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    file = tmp_path / "works.json"
    file.write_text(json.dumps([WORK]))
    return file


@contextmanager
def started(*options: str) -> Iterator[tuple[subprocess.Popen[str], dict[str, str], list[str]]]:
    """The process, the settings and the remarks that it prints; it is stopped by Ctrl-C."""
    call = [sys.executable, "-m", "tests.services", *options]
    with subprocess.Popen(call, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = process.stdout.read().splitlines()  # ends while the services still run
        exports = [line.removeprefix("export ") for line in lines if not line.startswith("#")]
        try:
            yield process, dict(line.split("=", 1) for line in exports), [one for one in lines if one.startswith("#")]
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(10)


def test_the_printed_settings_lead_to_services_that_know_the_works(catalogue: Path) -> None:
    with started("--catalogue", str(catalogue)) as (process, settings, remarks):
        crossref = requests.get(f"{settings['CLUNEAL_LIT_CROSSREF']}/works/10.5555%2Fa", timeout=5).json()
        pubmed = requests.post(
            f"{settings['CLUNEAL_LIT_PUBMED']}/efetch.fcgi", {"db": "pubmed", "id": "101"}, timeout=5
        ).text
        agency = requests.get(f"{settings['CLUNEAL_LIT_DOI']}/doiRA/10.5555%2Fb", timeout=5).json()
    assert (crossref["message"]["title"], "<PMID" in pubmed) == (["An invented work"], True)
    assert agency == [{"DOI": "10.5555/b", "status": "DOI does not exist"}]
    assert remarks == ["# 1 articles of PubMed, 1 works of Crossref"]
    assert settings["SERVICES"] == f"{process.pid}  # they serve until Ctrl-C, or: kill $SERVICES"
    assert (settings["NO_PROXY"], settings["no_proxy"]) == ("127.0.0.1", "127.0.0.1")


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_signal_ends_them_quietly(catalogue: Path, name: str) -> None:
    with started("--catalogue", str(catalogue)) as (process, _, _):
        process.send_signal(getattr(signal, name))
        _, said = process.communicate(timeout=10)
    assert (process.returncode, said) == (0, "")


def test_a_scripted_outage_begins_and_ends_by_the_number_of_requests(catalogue: Path) -> None:
    options = ("--outage", "crossref", "--after", "1", "--requests", "2")
    with started("--catalogue", str(catalogue), *options) as (_, settings, _):
        address = f"{settings['CLUNEAL_LIT_CROSSREF']}/works/10.5555%2Fa"
        found = [requests.get(address, timeout=5).status_code for _ in range(4)]
    assert found == [200, 503, 503, 200]


def test_an_outage_of_no_seconds_is_over(catalogue: Path) -> None:
    with started("--catalogue", str(catalogue), "--outage", "doi", "--for", "0") as (_, settings, _):
        assert requests.get(f"{settings['CLUNEAL_LIT_DOI']}/doiRA/10.5555%2Fa", timeout=5).status_code == 200


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
def test_a_shell_takes_the_settings_over_and_goes_on(catalogue: Path) -> None:
    serve = shlex.join([sys.executable, "-m", "tests.services", "--catalogue", str(catalogue)])
    script = f'eval "$({serve} &)"; echo "$CLUNEAL_LIT_CROSSREF"; kill $SERVICES'
    told = subprocess.run(["sh", "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=20, check=False)
    assert (told.returncode, told.stdout.startswith("http://127.0.0.1:"), told.stderr) == (0, True, "")


def test_what_is_no_catalogue_is_one_line_and_exit_code_2(tmp_path: Path) -> None:
    file = tmp_path / "works.bib"
    file.write_text("@article{a}")
    call = [sys.executable, "-m", "tests.services", "--catalogue", str(file)]
    told = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, timeout=20, check=False)
    reason = "is no catalogue; it must be PubMed XML, Crossref JSON or CSL-JSON (array or JSON Lines)"
    assert (told.returncode, told.stdout, told.stderr) == (2, "", f"tests.services: {file}: {reason}\n")


def test_searches_are_answered_from_the_catalogue(catalogue: Path) -> None:
    with started("--catalogue", str(catalogue)) as (_, settings, _):
        term = {"db": "pubmed", "retmode": "json", "term": "invented[ti]"}
        pubmed = requests.get(f"{settings['CLUNEAL_LIT_PUBMED']}/esearch.fcgi", params=term, timeout=5).json()
        query = {"query.bibliographic": "An invented work"}
        crossref = requests.get(f"{settings['CLUNEAL_LIT_CROSSREF']}/works", params=query, timeout=5).json()
    found = [one["DOI"] for one in crossref["message"]["items"]]
    assert (pubmed["esearchresult"]["idlist"], found) == (["101"], ["10.5555/a"])
