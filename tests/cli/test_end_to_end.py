"""A small invented project from end to end, as a user runs it; then again."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import bibtexparser
from msgspec.structs import replace

from tests.cli.project import WORKS, answer, call, files, make
from tests.services import ADDRESSES, Loopback, loopback


def found(answer: dict) -> list[tuple[str, int]]:
    return [(finding["code"], finding["line"]) for finding in answer["findings"]]


def test_a_run_finds_what_is_wrong_where(project: Path) -> None:
    told = answer(project, "run")
    assert told["schema"] == "cluneal-lit/run/1"
    assert found(told) == [
        ("LIT501", 3),  # the retracted work in the text
        ("LIT202", 3),  # the PMID that does not exist
        ("LIT402", 5),  # [7], which no list answers
        ("LIT404", 10),  # the volume
        ("LIT403", 11),  # another work's PMID
        ("LIT501", 12),  # the retracted work in the list, without an identifier
    ]
    assert told["counts"] == {
        "documents": 1,
        "citations": 8,
        "works": 3,
        "cited_works": 3,
        "verdicts": {"absent": 1, "inexact": 1, "mismatch": 1, "verified": 3},
        "status": {"none": 2, "retracted": 1},
        "findings": {"error": 4, "warning": 2, "note": 0},
    }
    entries = {entry["ids"]["pmid"]: (entry["key"], entry["status"], entry["verdict"]) for entry in told["entries"]}
    assert entries == {
        "90000001": ("quimby2019", "none", "inexact"),
        "90000002": ("zabel2018", "retracted", "verified"),
        "90000003": ("yarrow2001", "none", "mismatch"),
    }


def test_the_findings_set_the_exit_code(project: Path) -> None:
    assert [
        call(project, "run").returncode,
        call(project, "run", "--fail-on", "never").returncode,
        call(project, "check").returncode,
        call(project, "check", "--fail-on", "note").returncode,
    ] == [1, 0, 1, 1]


def test_a_second_run_asks_nothing_and_changes_no_byte(project: Path, service: Loopback) -> None:
    call(project, "run")
    before, asked = files(project), len(service.requests)
    told = answer(project, "run")
    assert (files(project), len(service.requests), told["written"]) == (before, asked, [])
    assert call(project, "build", "--check").returncode == 0


def test_without_its_cache_a_run_changes_no_byte(project: Path) -> None:
    call(project, "run")
    before = files(project)
    shutil.rmtree(project / ".cache")
    call(project, "run")
    assert files(project) == before


def test_an_output_that_somebody_changed_is_written_again(project: Path) -> None:
    call(project, "run")
    before = files(project)
    (project / "output" / "report.md").write_text("mine\n", encoding="utf-8")
    assert answer(project, "run")["written"] == ["report.md"]
    assert files(project) == before


def test_pubmed_is_asked_for_all_at_once_and_crossref_about_every_doi(project: Path, service: Loopback) -> None:
    call(project, "refresh")
    efetch, rest = service.asked("pubmed")
    assert (efetch.method, rest.params["id"]) == ("POST", "90000099")
    assert efetch.params["id"].split(",") == ["90000001", "90000002", "90000003", "90000099"]
    assert {asked.params["mailto"] for asked in service.asked("crossref")} == {"tests@example.org"}
    (works,) = service.asked("crossref")
    assert works.params["filter"] == "doi:10.5555/invented.1,doi:10.5555/invented.2,doi:10.5555/invented.3"


def test_the_bibliography_parses_back(project: Path) -> None:
    call(project, "run")
    library = bibtexparser.parse_file(str(project / "output" / "references.bib"))
    assert (library.failed_blocks, sorted(library.entries_dict)) == ([], ["quimby2019", "yarrow2001", "zabel2018"])
    entry = library.entries_dict["quimby2019"]
    assert (entry["pmid"], entry["pmcid"], entry["doi"]) == ("90000001", "PMC9900001", "10.5555/invented.1")
    items = json.loads((project / "output" / "references.json").read_text(encoding="utf-8"))
    assert sorted(item["id"] for item in items) == sorted(library.entries_dict)


def test_without_a_network_nothing_is_called_false(tmp_path: Path) -> None:
    told = answer(make(tmp_path), "run", "--offline")
    assert set(told["counts"]["verdicts"]) == {"unchecked"}
    assert call(tmp_path, "run", "--offline", "--fail-on", "error").returncode == 0


def test_an_outage_is_no_verdict_and_the_next_run_goes_on(project: Path, service: Loopback) -> None:
    service.fault("crossref", "html", times=1)
    service.fault("pubmed", "html", times=1)
    told = call(project, "run")
    assert told.returncode == 3
    assert "LIT301" in told.stdout and "Traceback" not in told.stderr
    assert "absent" not in answer(project, "check")["citations"][1]["verdict"]
    assert answer(project, "run")["counts"]["verdicts"] == {"absent": 1, "inexact": 1, "mismatch": 1, "verified": 3}


def test_services_that_refuse_leave_outputs_and_exit_code_3(project: Path, service: Loopback) -> None:
    for name in ("pubmed", "crossref", "agency"):
        service.fault(name, "refuse")
    told = call(project, "run")
    assert (told.returncode, (project / "output" / "report.md").exists()) == (3, True)
    assert [
        call(project, "run", "--incomplete", "ok", "--fail-on", level).returncode for level in ("error", "never")
    ] == [0, 0]


def test_a_refresh_that_is_incomplete_obeys_the_configuration(project: Path, service: Loopback) -> None:
    service.fault("pubmed", "html")
    assert call(project, "refresh").returncode == 3
    with (project / "cluneal-lit.toml").open("a") as config:
        config.write('fail_on = "never"\n')
    assert call(project, "refresh").returncode == 0


def test_the_summary_counts_every_citation(project: Path) -> None:
    said = call(project, "run").stdout.splitlines()
    start = next(place for place, line in enumerate(said) if line.startswith("Invented nerves"))
    assert said[start + 1 : start + 7] == [
        "  1 document with 8 citations of 3 works; 3 works in the collection",
        "     3 verified   the services confirm what is cited",
        "     1 inexact    the right work, but details of a citation are wrong",
        "     1 mismatch   a citation describes another work than the one its identifier names",
        "     1 absent     a cited identifier does not exist",
        "     2 numbered markers, 1 of them without a list",
    ]


def test_where_nothing_can_be_asked_nothing_is_called_recent(tmp_path: Path, service: Loopback) -> None:
    make(tmp_path, service.services, "Nobody cites anything here.\n")
    line = "no identifier to ask about, and no reference to search for\n"
    assert [line in call(tmp_path, verb).stdout for verb in ("run", "refresh")] == [True, True]


def test_offline_opens_no_socket(project: Path, service: Loopback) -> None:
    call(project, "run", "--offline")
    assert service.requests == []


def test_a_record_edited_by_hand_is_told_printed_nowhere_and_asked_again(project: Path) -> None:
    call(project, "run")
    path = project / "references" / "records" / "pubmed" / "90000001.json"
    received = path.read_bytes()
    path.write_bytes(received.replace(b'"12"', b'"13"'))
    told = [(finding["code"], finding["document"]) for finding in answer(project, "check")["findings"]]
    assert ("LIT306", "references/records/pubmed/90000001.json") in told
    call(project, "run", "--offline")
    assert "13(3)" not in (project / "output" / "annotated-bibliography.md").read_text(encoding="utf-8")
    assert answer(project, "refresh")["changed"] == ["pubmed/pmid:90000001"]
    assert (path.read_bytes(), (project / "references" / "changes.jsonl").exists()) == (received, False)


def test_a_record_that_is_no_longer_cited_is_asked_again_too(project: Path) -> None:
    call(project, "run")
    path = project / "references" / "records" / "pubmed" / "90000002.json"
    received = path.read_bytes()
    (project / "references" / "documents" / "notes.md").write_text("See PMID: 90000001.\n", encoding="utf-8")
    path.unlink()
    call(project, "refresh")
    assert path.read_bytes() == received


def test_a_record_that_changed_is_written_into_the_changes(project: Path) -> None:
    call(project, "run")
    config = (project / "cluneal-lit.toml").read_text(encoding="utf-8")
    changed = (replace(WORKS[0], volume="13"), *WORKS[1:])
    with loopback(*changed) as later:
        addresses = later.services
        lines = [line for line in config.splitlines() if not line.startswith(ADDRESSES)]
        lines += [f'{name} = "{getattr(addresses, name)}"' for name in ADDRESSES]
        (project / "cluneal-lit.toml").write_text("\n".join(lines), encoding="utf-8")
        assert call(project, "refresh", "--all").returncode == 0
    changes = [json.loads(line) for line in (project / "references" / "changes.jsonl").read_text().splitlines()]
    assert sorted(tuple(change[name] for name in ("work", "field", "old", "new")) for change in changes) == [
        ("crossref/doi:10.5555/invented.1", "volume", "12", "13"),
        ("pubmed/pmid:90000001", "volume", "12", "13"),
    ]
