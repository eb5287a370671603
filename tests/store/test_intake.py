"""Taking in replies."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from cluneal_lit.model import Asked, Reply
from cluneal_lit.store import files, intake, lock, records
from tests.made import fields, record

RECORD = record(doi="10.5555/a")


def take(folder: Path, reply: Reply, day: str = "2026-11-20", source: str = "pubmed") -> tuple[str, ...]:
    known = lock.read(folder / "lock.jsonl")
    return intake.take(folder, known, source, reply, day)


def test_a_record_is_stored_with_its_line_and_a_second_time_nothing_changes(tmp_path: Path) -> None:
    assert take(tmp_path, Reply(records=(RECORD,))) == ("pubmed/pmid:90000001",)
    assert take(tmp_path, Reply(records=(RECORD,))) == ()
    assert records.read(tmp_path / "records") == ((RECORD,), ())
    written = (tmp_path / "records" / "pubmed" / "90000001.json").read_bytes()
    line = Asked("pubmed", "pmid:90000001", "2026-11-20", "here", files.digest(written))
    assert lock.read(tmp_path / "lock.jsonl") == {line.key: line}
    assert not (tmp_path / "changes.jsonl").exists()


def test_what_changed_in_a_record_is_told_field_by_field(tmp_path: Path) -> None:
    take(tmp_path, Reply(records=(RECORD,)))
    take(tmp_path, Reply(records=(replace(RECORD, fields=fields(volume="13"), status="retracted"),)), "2026-12-24")
    assert (tmp_path / "changes.jsonl").read_text() == (
        '{"day":"2026-12-24","work":"pubmed/pmid:90000001","field":"status","old":"","new":"retracted"}\n'
        '{"day":"2026-12-24","work":"pubmed/pmid:90000001","field":"volume","old":"12","new":"13"}\n'
    )


def test_a_record_that_is_gone_stays_and_its_line_says_absent(tmp_path: Path) -> None:
    take(tmp_path, Reply(records=(RECORD,)))
    take(tmp_path, Reply(absent=("pmid:90000001", "pmid:90000009")), "2026-12-24")
    states = {line.id: line.state for line in lock.read(tmp_path / "lock.jsonl").values()}
    assert states == {"pmid:90000001": "absent", "pmid:90000009": "absent"}
    assert records.read(tmp_path / "records")[0] == (RECORD,)
    assert (tmp_path / "changes.jsonl").read_text().count("\n") == 1


def test_links_say_where_it_is_instead(tmp_path: Path) -> None:
    take(tmp_path, Reply(links=(("pmid:1", "pmid:90000001"),), records=(RECORD,)))
    take(tmp_path, Reply(links=(("doi:10.5555/z", "DataCite"),)), source="agency")
    found = lock.read(tmp_path / "lock.jsonl")
    assert found["pubmed/pmid:1"] == Asked("pubmed", "pmid:1", "2026-11-20", "merged-into", to="pmid:90000001")
    assert found["agency/doi:10.5555/z"] == Asked("agency", "doi:10.5555/z", "2026-11-20", "elsewhere", to="DataCite")


def test_a_record_file_that_does_not_read_is_a_finding(tmp_path: Path) -> None:
    take(tmp_path, Reply(records=(RECORD,)))
    (tmp_path / "records" / "pubmed" / "90000001.json").write_text("{")
    found, (finding,) = records.read(tmp_path / "records")
    assert (found, finding.code, finding.document.endswith("records/pubmed/90000001.json")) == ((), "LIT303", True)
