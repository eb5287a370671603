"""Taking in replies, and what of the store is believed."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from cluneal_lit.model import Asked, Finding, Record, Reply
from cluneal_lit.store import files, intake, lock, records
from tests.made import fields, record

RECORD = record(doi="10.5555/a")
LATER = replace(RECORD, fields=fields(volume="13"), status="retracted")
CHANGES = (
    '{"day":"2026-12-24","work":"pubmed/pmid:90000001","field":"status","old":"","new":"retracted"}\n'
    '{"day":"2026-12-24","work":"pubmed/pmid:90000001","field":"volume","old":"12","new":"13"}\n'
)


class Killed(Exception):
    """What stands for a kill in these tests."""


def take(folder: Path, reply: Reply, day: str = "2026-11-20", source: str = "pubmed") -> tuple[str, ...]:
    known = lock.read(folder / "lock.jsonl")
    return intake.take(folder, known, source, reply, day)


def believed(folder: Path) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    return records.read(folder / "records", lock.read(folder / "lock.jsonl"))


def stored(folder: Path) -> Path:
    return folder / "records" / "pubmed" / "90000001.json"


def left_aside(reason: str) -> Finding:
    name = "records/pubmed/90000001.json"
    return Finding("LIT306", name, values={"id": "pmid:90000001", "reason": reason})


def test_a_record_is_stored_with_its_line_and_a_second_time_nothing_changes(tmp_path: Path) -> None:
    assert take(tmp_path, Reply(records=(RECORD,))) == ("pubmed/pmid:90000001",)
    assert take(tmp_path, Reply(records=(RECORD,))) == ()
    assert believed(tmp_path) == ((RECORD,), ())
    line = Asked("pubmed", "pmid:90000001", "2026-11-20", "here", files.digest(stored(tmp_path).read_bytes()))
    assert lock.read(tmp_path / "lock.jsonl") == {line.key: line}
    assert not (tmp_path / "changes.jsonl").exists()


def test_what_changed_in_a_record_is_told_field_by_field(tmp_path: Path) -> None:
    take(tmp_path, Reply(records=(RECORD,)))
    take(tmp_path, Reply(records=(LATER,)), "2026-12-24")
    assert (tmp_path / "changes.jsonl").read_text() == CHANGES


@pytest.mark.parametrize("step", ["records.write", "lock.append"])
def test_a_kill_behind_any_step_loses_no_change_and_tells_none_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    take(tmp_path, Reply(records=(RECORD,)))
    module, function = step.split(".")

    def killed(*_: object) -> None:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr({"records": records, "lock": lock}[module], function, killed)
        with pytest.raises(Killed):
            take(tmp_path, Reply(records=(LATER,)), "2026-12-24")
    assert (tmp_path / "changes.jsonl").read_text() == CHANGES
    take(tmp_path, Reply(records=(LATER,)), "2026-12-24")
    assert (tmp_path / "changes.jsonl").read_text() == CHANGES
    assert believed(tmp_path) == ((LATER,), ())


def test_a_change_behind_a_line_that_was_cut_off_has_a_line_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "changes.jsonl").write_text('{"day":"2026-1')
    take(tmp_path, Reply(records=(RECORD,)))
    take(tmp_path, Reply(records=(LATER,)), "2026-12-24")
    assert (tmp_path / "changes.jsonl").read_text() == '{"day":"2026-1\n' + CHANGES


def test_a_record_that_is_gone_stays_believed_and_its_line_says_absent(tmp_path: Path) -> None:
    take(tmp_path, Reply(records=(RECORD,)))
    take(tmp_path, Reply(absent=("pmid:90000001", "pmid:90000009")), "2026-12-24")
    states = {line.id: line.state for line in lock.read(tmp_path / "lock.jsonl").values()}
    assert states == {"pmid:90000001": "absent", "pmid:90000009": "absent"}
    assert believed(tmp_path) == ((RECORD,), ())
    assert (tmp_path / "changes.jsonl").read_text() == (
        '{"day":"2026-12-24","work":"pubmed/pmid:90000001","field":"state","old":"here","new":"absent"}\n'
    )


def test_links_say_where_it_is_instead(tmp_path: Path) -> None:
    take(tmp_path, Reply(links=(("pmid:1", "pmid:90000001"),), records=(RECORD,)))
    take(tmp_path, Reply(links=(("doi:10.5555/z", "DataCite"),)), source="agency")
    found = lock.read(tmp_path / "lock.jsonl")
    assert found["pubmed/pmid:1"] == Asked("pubmed", "pmid:1", "2026-11-20", "merged-into", to="pmid:90000001")
    assert found["agency/doi:10.5555/z"] == Asked("agency", "doi:10.5555/z", "2026-11-20", "elsewhere", to="DataCite")


def test_that_pubmed_has_a_work_by_now_is_a_line_and_no_change_of_the_work(tmp_path: Path) -> None:
    take(tmp_path, Reply(absent=("doi:10.5555/a",)), "2026-11-20", "pubmed-doi")
    take(tmp_path, Reply(links=(("doi:10.5555/a", "pmid:1"),)), "2026-11-21", "pubmed-doi")
    line = Asked("pubmed-doi", "doi:10.5555/a", "2026-11-21", "elsewhere", to="pmid:1")
    assert lock.read(tmp_path / "lock.jsonl") == {line.key: line}
    assert not (tmp_path / "changes.jsonl").exists()


def test_a_record_that_was_merged_is_told_as_a_change_of_state(tmp_path: Path) -> None:
    take(tmp_path, Reply(records=(RECORD,)))
    take(tmp_path, Reply(links=(("pmid:90000001", "pmid:2"),)), "2026-12-24")
    assert (tmp_path / "changes.jsonl").read_text() == (
        '{"day":"2026-12-24","work":"pubmed/pmid:90000001","field":"state","old":"here","new":"merged-into pmid:2"}\n'
    )
    assert believed(tmp_path) == ((RECORD,), ())


def test_a_record_file_that_does_not_read_is_a_finding(tmp_path: Path) -> None:
    take(tmp_path, Reply(records=(RECORD,)))
    stored(tmp_path).write_text("{")
    found, (finding,) = believed(tmp_path)
    assert (found, finding.code, finding.document.endswith("records/pubmed/90000001.json")) == ((), "LIT303", True)


def test_a_record_changed_by_hand_is_left_aside_and_its_change_is_nobodys_news(tmp_path: Path) -> None:
    take(tmp_path, Reply(records=(RECORD,)))
    received = stored(tmp_path).read_bytes()
    stored(tmp_path).write_bytes(received.replace(b'"12"', b'"99"'))
    reason = "its file is not what PubMed answered, by lock.jsonl on 2026-11-20"
    found, (finding,) = believed(tmp_path)
    assert (found, replace(finding, document=finding.document[-28:])) == ((), left_aside(reason))
    take(tmp_path, Reply(records=(RECORD,)))
    assert (stored(tmp_path).read_bytes(), (tmp_path / "changes.jsonl").exists()) == (received, False)


def test_a_record_without_a_line_is_left_aside(tmp_path: Path) -> None:
    records.write(tmp_path / "records", RECORD, records.content(RECORD))
    found, (finding,) = believed(tmp_path)
    reason = "lock.jsonl does not know that PubMed answered it"
    assert (found, replace(finding, document=finding.document[-28:])) == ((), left_aside(reason))


def test_a_record_under_another_records_name_is_left_aside(tmp_path: Path) -> None:
    take(tmp_path, Reply(records=(RECORD,)))
    stored(tmp_path).rename(stored(tmp_path).with_name("1.json"))
    found, (finding,) = believed(tmp_path)
    assert (found, finding.values["reason"]) == ((), "its name is not that of its id")


def test_other_line_ends_of_a_checkout_are_no_forgery(tmp_path: Path) -> None:
    take(tmp_path, Reply(records=(RECORD,)))
    stored(tmp_path).write_bytes(stored(tmp_path).read_bytes().replace(b"\n", b"\r\n"))
    assert believed(tmp_path) == ((RECORD,), ())
    assert take(tmp_path, Reply(records=(RECORD,))) == ()


def test_a_deleted_pmid_is_a_line_of_the_lock(tmp_path: Path) -> None:
    known: lock.Lock = {}
    intake.take(tmp_path, known, "deleted", Reply(deleted=("pmid:1",), absent=("pmid:2",)), "2026-11-20")
    assert [(line.key, line.state) for line in lock.read(tmp_path / "lock.jsonl").values()] == [
        ("deleted/pmid:2", "absent"),
        ("deleted/pmid:1", "deleted"),
    ]
