"""What people decided, a line each; every work and person is invented."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from cluneal_lit.errors import StoreError
from cluneal_lit.model import Decision
from cluneal_lit.store import decisions

ACCEPTED = Decision("accept", "3f2a1b2c3d4e pmid:90000001", "Ada Quimby", "2026-11-29", "a slip", "Orlov B. On knees")
LINE = (
    'accept."3f2a1b2c3d4e pmid:90000001" = { by = "Ada Quimby", on = 2026-11-29, reason = "a slip",'
    ' text = "Orlov B. On knees" }'
)


def read(folder: Path, text: str) -> tuple[Decision, ...]:
    path = folder / "decisions.toml"
    path.write_text(text, encoding="utf-8", newline="")
    return decisions.read(path)


def test_no_file_is_no_decision(tmp_path: Path) -> None:
    assert decisions.read(tmp_path / "decisions.toml") == ()


def test_a_decision_is_a_line(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    assert decisions.add(path, ACCEPTED)
    assert path.read_text(encoding="utf-8") == f"{LINE}\n"
    (found,) = decisions.read(path)
    assert found == replace(ACCEPTED, line=1)


def test_people_write_decisions_of_every_kind_among_comments(tmp_path: Path) -> None:
    text = (
        "\ufeff# ours\r\n\r\nwaive.\"LIT501 zabel2018\" = { reason = 'known', until = 2027-01-01 } # the one\r\n"
        'join."pmid:90000001 mine" = {}\r\nreject."3f2a1b2c3d4e  PMID: 90000002" = {}'
    )
    assert read(tmp_path, text) == (
        Decision("waive", "LIT501 zabel2018", reason="known", until="2027-01-01", line=3),
        Decision("join", "pmid:90000001 mine", line=4),
        Decision("reject", "3f2a1b2c3d4e PMID: 90000002", line=5),
    )


def test_the_same_decision_is_not_added_twice_and_undone_whoever_took_it(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    path.write_text('accept."3f2a1b2c3d4e PMID:090000001" = {}\n')
    assert not decisions.add(path, ACCEPTED)
    assert decisions.remove(path, ACCEPTED) and not decisions.remove(path, ACCEPTED)
    assert path.read_bytes() == b""


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ('\naccept."a pmid:1" = { by = "Ada }\n', 2, ""),
        ('accept."a pmid:1" = {', 1, ""),
        ('# x\n[accept]\n"a pmid:1" = {}\n', 2, "is no decision on one line"),
        ("accept = 1\n", 1, "is no decision on one line"),
        ('accept."a pmid:1" = true\n', 1, "is no decision on one line"),
        ('accept."a pmid:1" = { reason = """two\nlines""" }\n', 1, ""),
        ('acept."a pmid:1" = {}\n', 1, "there is no decision 'acept', there are accept, reject, join, apart, waive"),
        ('accept."pmid:1" = {}\n', 1, "'pmid:1' names no citation and work"),
        ('join."pmid:1" = {}\n', 1, "'pmid:1' names no two works, with one blank between them and %20 for any other"),
        ('waive."LIT501" = { reason = "x" }\n', 1, "'LIT501' names no finding: neither its id nor a code, a blank"),
        ('waive."LIT501 x" = { reason = "x }\n', 1, ""),
        ('waive."LIT501 x" = { reason = "x", untill = 2027-01-01 }\n', 1, "there is no 'untill', there are by, on"),
        ('waive."LIT501 x" = {}\n', 1, "a waiver needs a reason, for those who read it later"),
        (
            'waive."LIT501 x" = { by = "Ada", reason = " " }\n',
            1,
            "a waiver needs a reason, for those who read it later",
        ),
        ('accept."a pmid:1" = { why = "x" }\n', 1, "there is no 'why', there are by, on, reason, text, until"),
        ('accept."a pmid:1" = { on = "2026-11-29" }\n', 1, "'on' is no day such as 2026-11-29, without quotes"),
        ('accept."a pmid:1" = { on = 2026-11-29T10:00:00 }\n', 1, "'on' is no day such as 2026-11-29, without quotes"),
        ('accept."a pmid:1" = { by = 1 }\n', 1, "'by' is no text in quotes"),
        ("\nx = " + "[" * 5000, 2, ""),
        ("x = " + "9" * 5000, 1, ""),
    ],
)
def test_what_is_no_decision_is_told_with_its_line(tmp_path: Path, text: str, line: int, told: str) -> None:
    with pytest.raises(StoreError) as error:
        read(tmp_path, text)
    said = str(error.value)
    assert said.startswith(f"{tmp_path}/decisions.toml:{line}: {told}") and "\n" not in said
    kind = text.strip().partition(".")[0]
    about = {"join": "ONE OTHER", "waive": "CODE KEY"}.get(kind, "CITATION WORK")
    form = f'{kind if kind in ("join", "waive") else "accept"}."{about}" = {{ by = "…", reason = "…" }}'
    assert said.endswith(f"; write `{form}`, each on one line, without [headings]")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ('accept."a pmid:1"', 'accept."a pmid:2"'),
        ('accept."a pmid:1"', 'reject."a PMID:1"'),
        ('reject."a pmid:1"', 'reject."a pmid:01"'),
        ('waive."LIT501 x"', 'waive."LIT501  x"'),
    ],
)
def test_decisions_that_contradict_each_other_are_told_with_both_lines(tmp_path: Path, first: str, second: str) -> None:
    with pytest.raises(StoreError, match=r"decisions\.toml:2: .* stands against .* in line 4; remove one of them$"):
        read(tmp_path, f"\n{first} = {{reason = 'r'}}\n\n{second} = {{reason = 'r'}}\n")


def test_a_file_below_the_current_folder_is_named_as_one_types_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "references" / "decisions.toml"
    path.parent.mkdir()
    path.write_text('accept."a pmid:1" = {}\naccept."a pmid:2" = {}\n')
    with pytest.raises(StoreError) as told:
        decisions.read(path)
    assert str(told.value) == (
        "references/decisions.toml:1: accept 'a pmid:1' stands against accept 'a pmid:2' in line 2; remove one of them"
    )
    path.write_text("nothing\n")
    with pytest.raises(StoreError, match=r"^references/decisions\.toml:1: "):
        decisions.read(path)
    path.write_bytes(b"\xff")
    with pytest.raises(StoreError, match=r"^references/decisions\.toml: is not UTF-8; save it as UTF-8$"):
        decisions.read(path)


def test_two_works_are_named_in_either_order_and_only_their_records_tell_a_contradiction(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    path.write_text('join."mine PMID:01" = {}\napart."pmid:1 mine" = {}\n')
    assert not decisions.add(path, Decision("join", "pmid:1 mine"))
    assert decisions.remove(path, Decision("join", "pmid:1 mine"))
    assert path.read_text() == 'apart."pmid:1 mine" = {}\n'


def test_a_decision_against_another_is_not_added_and_the_way_out_is_told(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    decisions.add(path, ACCEPTED)
    with pytest.raises(StoreError, match=r"first: `cluneal-lit match --accept 3f2a1b2c3d4e pmid:90000001 --undo`$"):
        decisions.add(path, Decision("accept", "3f2a1b2c3d4e pmid:90000002"))
    assert path.read_text(encoding="utf-8") == f"{LINE}\n"


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(StoreError, match=f"^{re.escape(str(path))}: is not UTF-8; save it as UTF-8$"):
        decisions.read(path)
    path.unlink()
    path.mkdir()
    with pytest.raises(StoreError, match=f"^{re.escape(str(path))}: cannot be read: is a directory"):
        decisions.read(path)


ENDS = st.sampled_from(("\n", "\r\n"))
WRITTEN = st.sampled_from(
    (
        "",
        "  ",
        "# what people think about it: äöü",
        'waive."LIT501 x" = { reason = "a \\"quote\\" and \u2028 more" } # and why',
        "reject.'b c' = {}",
        'apart."pmid:1 pmid:2" = { on = 2026-01-02 }',
    )
)


@given(st.lists(WRITTEN, unique=True), st.lists(ENDS, min_size=7, max_size=7), st.booleans(), st.booleans())
@example(["# a", "# b"], ["\r\n"] * 7, False, False)
def test_a_line_that_was_added_and_undone_leaves_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str], ends: list[str], ended: bool, marked: bool
) -> None:
    path = tmp_path_factory.mktemp("decisions") / "decisions.toml"
    text = "".join(line + end for line, end in zip(lines, ends, strict=False))
    text = text if ended or not text else text.removesuffix("\n").removesuffix("\r")
    before = ("\ufeff" * marked + text).encode()
    path.write_bytes(before)
    kept = decisions.read(path)
    assert decisions.add(path, ACCEPTED)
    assert path.read_bytes().startswith(before)
    assert [(one.kind, one.about) for one in decisions.read(path)] == [
        *((one.kind, one.about) for one in kept),
        ("accept", ACCEPTED.about),
    ]
    assert decisions.remove(path, ACCEPTED)
    assert path.read_bytes() == before


@given(st.text(), st.text(), st.text())
def test_whatever_is_said_stands_on_one_line_and_is_read_back(by: str, reason: str, text: str) -> None:
    line = decisions.line(Decision("accept", '3f2a1b2c3d4e doi:10.5555/a"b\\c', by, "2026-11-29", reason, text))
    assert len(line.splitlines()) == 1
    said = tomllib.loads(line)["accept"]['3f2a1b2c3d4e doi:10.5555/a"b\\c']
    assert [said.get(name, "") for name in ("by", "reason", "text")] == [
        " ".join(one.split()) for one in (by, reason, text)
    ]


def test_no_line_is_written_that_would_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    path.write_bytes(b"# ours\n")
    with pytest.raises(StoreError, match=r"decisions.toml:3: 'my export.ris:1 b.ris:2' names no two works"):
        decisions.add(path, ACCEPTED, Decision("join", "my export.ris:1 b.ris:2"))
    assert path.read_bytes() == b"# ours\n"


def test_several_lines_are_added_and_removed_at_once(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    path.write_bytes(b"# ours\r\n# more\r\n")
    those = (
        Decision("join", "a.ris:1 b.ris:2"),
        Decision("apart", "a.ris:1 b.ris:3"),
        Decision("join", "b.ris:2 a.ris:1"),
    )
    assert decisions.add(path, *those)
    assert path.read_bytes() == (
        b'# ours\r\n# more\r\njoin."a.ris:1 b.ris:2" = {  }\r\napart."a.ris:1 b.ris:3" = {  }\r\n'
    )
    assert decisions.remove(path, *those) and not decisions.remove(path, *those)
    assert path.read_bytes() == b"# ours\r\n# more\r\n"
