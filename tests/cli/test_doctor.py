"""`doctor`: this machine, this project, and with `--probe` the services."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cluneal_lit.sources.probes import PROBES
from tests.cli.project import answer, call, files, make
from tests.services import Loopback, settings
from tests.services.probed import knowing

EMAIL, KEY = "who.asks@example.org", "0123456789abcdef0123456789abcdef0123"


def states(folder: Path, **environment: str) -> dict[str, Any]:
    said = json.loads(call(folder, "doctor", "--json", **environment).stdout)
    assert (said["schema"], said["probe"]) == ("cluneal-lit/doctor/1", None)
    return {one["name"]: one for one in said["checks"]}


def test_a_project_in_order_has_nothing_to_do_but_the_e_mail_address(tmp_path: Path) -> None:
    before = files(make(tmp_path, cache=False))
    done = call(tmp_path, "doctor")
    assert (done.returncode, done.stderr) == (0, "")
    found = states(tmp_path)
    assert [name for name, one in found.items() if one["state"] != "ok"] == ["e-mail"]
    assert "email =" in found["e-mail"]["do"] and found["e-mail"]["do"] in done.stdout
    assert found["documents"]["said"].startswith("1 document by ")
    assert files(tmp_path) == before and not (tmp_path / ".cache").exists()


def test_what_is_called_public_and_is_no_document_is_told(tmp_path: Path) -> None:
    config = make(tmp_path) / "cluneal-lit.toml"
    before = config.read_text()
    config.write_text(f'{before}public = ["references/documents"]\n')
    assert (states(tmp_path)["public"]["state"], states(tmp_path)["public"]["said"][:10]) == ("ok", "1 document")
    config.write_text(f'{before}public = ["*.md"]\n')
    found = states(tmp_path)["public"]
    assert (found["state"], found["said"]) == ("todo", "0 documents by *.md; *.md: no document is meant by it")
    told = [one for one in answer(tmp_path, "check")["findings"] if one["code"] == "LIT109"]
    assert [one["document"] for one in told] == ["*.md"]


def test_it_says_that_secrets_are_set_and_never_which(tmp_path: Path) -> None:
    make(tmp_path)
    environment = {"CLUNEAL_LIT_EMAIL": EMAIL, "NCBI_API_KEY": KEY, "CLUNEAL_LIT_DOI": "https://example.org"}
    found = states(tmp_path, **environment)
    assert [found[name]["said"] for name in ("e-mail", "NCBI key")] == ["set", "set"]
    for arguments in (("doctor",), ("doctor", "--json")):
        done = call(tmp_path, *arguments, **environment)
        assert EMAIL not in done.stdout + done.stderr and KEY not in done.stdout + done.stderr
    assert found["addresses"]["said"] == "doi = https://example.org"


def test_outside_of_a_project_it_says_how_to_make_one(tmp_path: Path) -> None:
    found = states(tmp_path)
    assert (found["project"]["state"], "cluneal-lit init" in found["project"]["do"]) == ("todo", True)
    assert "store" not in found
    done = call(tmp_path, "doctor", "--probe")
    assert (done.returncode, "cluneal-lit init" in done.stderr) == (2, True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "spoil", "code"),
    [
        ("cache", lambda root: (root / ".cache").write_text("in the way"), 1),
        ("store", lambda root: (root / "references" / "lock.jsonl").mkdir(), 1),
        ("documents", lambda root: (root / "references" / "documents" / "notes.md").unlink(), 0),
        ("library", lambda root: (root / "cluneal-lit.toml").write_text('library = ["mine.json"]'), 0),
    ],
)
def test_what_is_not_in_order_is_told_with_what_to_do(tmp_path: Path, name: str, spoil: Any, code: int) -> None:
    spoil(make(tmp_path, cache=False))
    done = call(tmp_path, "doctor")
    one = states(tmp_path)[name]
    assert (done.returncode, one["state"]) == (code, "wrong" if code else "todo")
    assert one["do"] and one["do"] in done.stdout


def probed(folder: Path, service: Loopback, *arguments: str) -> Any:
    return call(folder, "doctor", "--probe", *arguments, CLUNEAL_LIT_EMAIL=EMAIL, NCBI_API_KEY=KEY)


def test_a_statement_that_no_longer_holds_makes_the_exit_code_1(tmp_path: Path) -> None:
    with knowing() as service:
        service.fault("idconv", status=404)
        done = probed(make(tmp_path, service.services), service)
        said = json.loads(probed(tmp_path, service, "--json").stdout)
    lines = done.stdout.splitlines()
    assert done.returncode == 1
    assert any(line.startswith("S20  no longer holds: The ID Converter") for line in lines)
    assert any(line.startswith("S30  holds: ") for line in lines)
    assert lines[-1].endswith("for a report: " + next(f".cache/probe/{one.name}" for one in folders(tmp_path)))
    broken = {one["number"]: one for one in said["probe"]["statements"] if one["verdict"] == "no longer holds"}
    assert "HTTP 404" in broken["S20"]["came"]
    assert said["probe"]["folder"] == folders(tmp_path)[1].as_posix()


def folders(root: Path) -> list[Path]:
    return sorted((root / ".cache" / "probe").iterdir())


def test_services_that_do_not_answer_make_it_3(tmp_path: Path) -> None:
    with knowing() as service:
        for name in ("pubmed", "crossref", "agency", "datacite", "idconv"):
            service.fault(name, "refuse")
        done = probed(make(tmp_path, service.services), service)
    assert done.returncode == 3
    assert "no longer holds" not in done.stdout
    assert done.stdout.splitlines()[-2].endswith(f"statements: {len(PROBES)} could not be asked")


def test_when_all_holds_it_is_0_and_no_secret_is_told(tmp_path: Path) -> None:
    with knowing() as service:
        done = probed(make(tmp_path, service.services), service)
        sent = str([asked.params for asked in service.requests])
    assert EMAIL in sent and KEY in sent
    told = done.stdout + done.stderr + "".join(file.read_text("utf-8") for file in folders(tmp_path)[0].iterdir())
    assert EMAIL not in told and KEY not in told
    assert f"crossref is asked at {service.services.crossref}" in done.stderr.lower()
    assert done.returncode == 0


def test_settings_of_the_environment_reach_the_probes(tmp_path: Path) -> None:
    make(tmp_path)
    with knowing() as service:
        said = json.loads(call(tmp_path, "doctor", "--probe", "--json", **settings(service.services)).stdout)
        assert len(service.requests) >= said["probe"]["asked"]
    assert said["checks"] and answer(tmp_path, "doctor")["probe"] is None
