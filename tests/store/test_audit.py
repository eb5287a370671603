"""What is wrong with a store, by its lock and its form; whatever lies there, there is no traceback."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from cluneal_lit.model import Asked, Finding, Reply
from cluneal_lit.store import audit, intake, lock, records, remembered
from tests.made import fields, record

PUBMED = record(doi="10.5555/a")
CROSSREF = record("crossref", "doi:10.5555/a")
FILE = "records/pubmed/90000001.json"


def filled(root: Path) -> Path:
    """A store with two records, an absent identifier, two keys and a change; its folder."""
    references = root / "references"
    known: lock.Lock = {}
    intake.take(references, known, "pubmed", Reply(records=(PUBMED,), absent=("pmid:9",)), "2026-11-19")
    changed = replace(PUBMED, fields=fields(volume="13"))
    intake.take(references, known, "pubmed", Reply(records=(changed,)), "2026-11-20")
    intake.take(references, known, "crossref", Reply(records=(CROSSREF,)), "2026-11-20")
    lock.write(references / "lock.jsonl", known)
    keys = remembered.Keys({"a": ("pmid:90000001", "doi:10.5555/a"), "old": ("doi:10.5555/a",)}, {"old": "a"})
    remembered.write(references / "keys.json", keys)
    return references


def interrupted(references: Path, name: str) -> None:
    """Write a record and no line, as a kill between the two leaves it."""
    one = record("pubmed", name)
    records.write(references / "records", one, records.content(one))


def told(root: Path) -> list[tuple[str, str, int | None]]:
    return [(one.code, one.document, one.place.line) for one in audit.audited(root).findings]


def test_a_store_as_it_was_written_is_right(tmp_path: Path) -> None:
    filled(tmp_path)
    assert audit.audited(tmp_path) == audit.Audit(2, 2, ())


def test_no_store_is_an_empty_one(tmp_path: Path) -> None:
    assert audit.audited(tmp_path) == audit.Audit(0, 0, ())


def test_a_record_that_was_edited_is_told(tmp_path: Path) -> None:
    path = filled(tmp_path) / FILE
    path.write_bytes(path.read_bytes().replace(b'"13"', b'"14"'))
    reason = "its file is not what PubMed answered, by lock.jsonl on 2026-11-20"
    finding = Finding("LIT311", f"references/{FILE}", values={"id": "pmid:90000001", "reason": reason})
    assert audit.audited(tmp_path) == audit.Audit(2, 1, (finding,))


def test_a_record_that_was_invented_is_no_interrupted_one(tmp_path: Path) -> None:
    references = filled(tmp_path)
    interrupted(references, "pmid:5")
    assert told(tmp_path) == [("LIT306", "references/records/pubmed/5.json", None)]
    (references / "records" / "pubmed" / "5.json").write_text(
        '{"format":1,"source":"pubmed","id":"pmid:5","ids":{},"fields":{"title":"Mine"}}'
    )
    assert told(tmp_path) == [("LIT311", "references/records/pubmed/5.json", None)]


def test_a_record_behind_which_a_run_was_killed_is_an_interrupted_one(tmp_path: Path) -> None:
    references = filled(tmp_path)
    interrupted(references, "pmid:8")
    assert told(tmp_path) == [("LIT306", "references/records/pubmed/8.json", None)]
    with (references / "lock.jsonl").open("ab") as file:
        file.write(b'{"source":"pubmed","id":"pm')
    assert told(tmp_path) == [("LIT306", "references/records/pubmed/8.json", None)]


def test_a_record_that_its_source_did_not_have_is_no_interrupted_one(tmp_path: Path) -> None:
    interrupted(filled(tmp_path), "pmid:9")  # the lock says that it is absent
    assert told(tmp_path) == [("LIT311", "references/records/pubmed/9.json", None)]


def test_other_line_ends_of_a_checkout_are_no_forgery(tmp_path: Path) -> None:
    for path in filled(tmp_path).rglob("*.json*"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert audit.audited(tmp_path) == audit.Audit(2, 2, ())


def _name(references: Path) -> None:
    (references / FILE).rename(references / "records" / "pubmed" / "1.json")


def _copy(references: Path) -> None:
    other = references / "records" / "crossref" / "90000001.json"
    other.write_bytes((references / FILE).read_bytes())


def _line(content: bytes) -> Callable[[Path], None]:
    def spoil(references: Path) -> None:
        path = references / "lock.jsonl"
        path.write_bytes(content + b"\n" + path.read_bytes())

    return spoil


def _file(name: str, content: bytes) -> Callable[[Path], None]:
    def spoil(references: Path) -> None:
        path = references / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    return spoil


def _folder(name: str) -> Callable[[Path], None]:
    def spoil(references: Path) -> None:
        (references / name).unlink(missing_ok=True)
        (references / name).mkdir()

    return spoil


def _pipe(references: Path) -> None:
    (references / FILE).unlink()
    os.mkfifo(references / FILE)


def _digest(references: Path) -> None:
    path = references / "lock.jsonl"
    lines = lock.read(path)
    line = lines["pubmed/pmid:90000001"]
    lock.write(path, lines | {line.key: Asked("pubmed", line.id, line.day, "here")})


DEEP = b"[" * 100_000 + b"]" * 100_000
SPOILT: dict[str, tuple[Callable[[Path], None], list[tuple[str, str, int | None]]]] = {
    "its file is gone": (lambda to: (to / FILE).unlink(), [("LIT312", "lock.jsonl", None)]),
    "another name": (_name, [("LIT311", "records/pubmed/1.json", None), ("LIT312", "lock.jsonl", None)]),
    "another source": (_copy, [("LIT311", "records/crossref/90000001.json", None)]),
    "no digest": (_digest, [("LIT306", FILE, None)]),
    "half of it": (_file(FILE, b'{"format": 1, "sou'), [("LIT303", FILE, None)]),
    "nothing": (_file(FILE, b""), [("LIT303", FILE, None)]),
    "no UTF-8": (_file(FILE, b'{"format":1,"source":"\xff","id":"","ids":{},"fields":{}}'), [("LIT303", FILE, None)]),
    "another format": (_file(FILE, b'{"format":2,"source":"","id":"","ids":{},"fields":{}}'), [("LIT303", FILE, None)]),
    "no end": (
        _file(FILE, b'{"format":1,"source":"","id":"","ids":{},"fields":{},"custom":{"a":' + DEEP + b"}}"),
        [("LIT303", FILE, None)],
    ),
    "a folder": (_folder(FILE), [("LIT303", FILE, None)]),
    "a pipe": (_pipe, [("LIT303", FILE, None)]),
    "a conflict in the lock": (_line(b"<<<<<<< HEAD"), [("LIT303", "lock.jsonl", 1)]),
    "no day in the lock": (
        _line(b'{"source":"pubmed","id":"pmid:9","day":"soon","state":"absent"}'),
        [("LIT303", "lock.jsonl", 1)],
    ),
    "bytes in the lock": (_line(b'{"source":"\xff","id":"pmid:9"}'), [("LIT303", "lock.jsonl", 1)]),
    "depth in the lock": (_line(b'{"a":' + DEEP + b"}"), [("LIT303", "lock.jsonl", 1)]),
    "the way out": (
        _line(b'{"source":"../../..","id":"x:/etc/passwd","day":"2026-11-20","state":"here","sha256":"00"}'),
        [("LIT312", "lock.jsonl", None)],
    ),
    "a later line": (
        lambda to: lock.append(to / "lock.jsonl", Asked("pubmed", "pmid:90000001", "2026-11-21", "here", "00")),
        [("LIT311", FILE, None)],
    ),
    "half written": (_file("records/.cluneal-lit-x1.part", b"{"), [("LIT313", "records/.cluneal-lit-x1.part", None)]),
    "half of the keys": (_file(".cluneal-lit-x1.part", b"{"), [("LIT313", ".cluneal-lit-x1.part", None)]),
    "a stray file": (_file("records/pubmed/notes.txt", b"mine"), [("LIT313", "records/pubmed/notes.txt", None)]),
    "a record in no folder": (_file("records/1.json", b"{}"), [("LIT313", "records/1.json", None)]),
    "keys in conflict": (_file("keys.json", b"<<<<<<< HEAD\n{}\n"), [("LIT303", "keys.json", None)]),
    "keys in bytes": (_file("keys.json", b'{"works":{"\xff":[]}}'), [("LIT303", "keys.json", None)]),
    "two keys": (
        _file("keys.json", b'{"works":{"a":["pmid:1","isbn:1"],"b":["pmid:1"],"c":["isbn:1"]},"aliases":{}}'),
        [("LIT314", "keys.json", None)],
    ),
    "an alias of nothing": (
        _file("keys.json", b'{"works":{"a":["pmid:1"]},"aliases":{"b":"no"}}'),
        [("LIT314", "keys.json", None)],
    ),
    "a folder of keys": (_folder("keys.json"), [("LIT303", "keys.json", None)]),
    "no change": (_file("changes.jsonl", b'{}\n{"day":"2026-11-20","work":"","field":"","old":"","new":""}\n\nx\nhal'),
        [("LIT303", "changes.jsonl", 1), ("LIT303", "changes.jsonl", 4)]),
    "no matches": (_file("matches.json", b"[{"), [("LIT303", "matches.json", None)]),
}  # fmt: skip


@pytest.mark.parametrize("spoilt", SPOILT)
def test_whatever_is_wrong_is_told_at_its_place(tmp_path: Path, spoilt: str) -> None:
    spoil, found = SPOILT[spoilt]
    spoil(filled(tmp_path))
    assert told(tmp_path) == [(code, f"references/{name}", line) for code, name, line in found]


@pytest.mark.parametrize("name", ["references", "references/records"])
def test_a_file_in_the_place_of_a_folder_is_told(tmp_path: Path, name: str) -> None:
    if name != "references":
        (filled(tmp_path) / "records").rename(tmp_path / "away")
    (tmp_path / name).write_bytes(b"")
    assert told(tmp_path)


@pytest.mark.parametrize("name", [FILE, "records/crossref/10.5555%2Fa.json", "lock.jsonl", "keys.json"])
def test_any_one_byte_that_is_another_is_seen(tmp_path: Path, name: str) -> None:
    path = filled(tmp_path) / name
    whole = path.read_bytes()
    for place in random.Random(1).sample(range(len(whole)), 40):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        seen = audit.audited(tmp_path)
        # Keys have no digest, nor have the days of asking: there only what does not read is seen.
        assert seen.findings or name in ("keys.json", "lock.jsonl")
    path.write_bytes(whole)
    assert audit.audited(tmp_path).findings == ()


@given(
    st.sampled_from([FILE, "records/pubmed/2.json", "lock.jsonl", "keys.json", "changes.jsonl", "matches.json"]),
    st.binary(max_size=60)
    | st.text(max_size=60).map(str.encode)
    | st.recursive(
        st.none() | st.integers() | st.floats() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["works", "id", "source"]), inner),
    ).map(lambda value: repr(value).replace("'", '"').encode()),
)
def test_nothing_that_lies_in_the_store_is_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, name: str, content: bytes
) -> None:
    root = tmp_path_factory.mktemp("store")
    (filled(root) / name).write_bytes(content)
    seen = audit.audited(root)
    assert seen.agree <= seen.records <= 3
