"""`references/decisions.toml`: what people decided, one decision a line.

    accept."3f2a1b2c3d4e pmid:29656623" = { by = "Ada Quimby", on = 2026-11-29, text = "Isu T, Kim K, Morimoto D …" }

People write there too: a command adds one line or removes exactly one, and touches no other byte.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path

from cluneal_lit import decided
from cluneal_lit.errors import StoreError
from cluneal_lit.folding import CONTROLS, one_line
from cluneal_lit.model import Decision
from cluneal_lit.store import files
from cluneal_lit.store.lines import with_line, without_line
from cluneal_lit.store.spelt import from_here

FILE = "decisions.toml"
KINDS = (*decided.KINDS, *decided.PAIRS, "waive")
_SAID = ("by", "on", "reason", "text", "until", "also")
_DAYS = ("on", "until")
_ABOUT = {
    **dict.fromkeys(decided.KINDS, "CITATION WORK"),
    **dict.fromkeys(decided.PAIRS, "ONE OTHER"),
    "waive": "CODE KEY",
}
# Besides its own error tomllib raises ValueError for a number of too many digits, RecursionError for endless nesting.
_UNREADABLE = (ValueError, RecursionError)
_ESCAPES = {code: f"\\u{code:04x}" for code in CONTROLS}
_AT = re.compile(r"\s*\(at line (\d+), column \d+\)")


def read(path: Path) -> tuple[Decision, ...]:
    """The decisions, in the order of the file; none for a file that is not there.

    Raises StoreError, with the line, for what is no decision, and for two that contradict each other.
    """
    try:
        text = files.text(path)
    except StoreError as error:
        raise StoreError(f"{from_here(path)}: {str(error).removeprefix(f'{path}: ')}") from error
    _parsed(path, text, None)
    found = tuple(_each(path, text))
    _no_contradictions(path, found)
    return found


def add(path: Path, *those: Decision) -> bool:
    """Add a line behind all others for each decision that is new; say whether there was one. Only for who holds the
    writer's lock.

    Raises StoreError where another decision contradicts one, or where its line would not be read again.
    """
    known = list(read(path))
    text = files.content(path)
    for decision in those:
        if not any(is_same(one, decision) for one in known):
            known.append(decision)
            text = with_line(text, line(decision))
    _no_contradictions(path, known)
    tuple(_each(path, text.decode().removeprefix("\ufeff")))
    return files.written(path, text)


def remove(path: Path, *those: Decision) -> bool:
    """Remove the lines of decisions; say whether there was one. Only for who holds the writer's lock."""
    known = read(path)
    there = {next((one.line for one in known if is_same(one, decision)), 0) for decision in those} - {0}
    text = files.content(path)
    for number in sorted(there, reverse=True):
        text = without_line(text, number)
    return bool(there) and files.written(path, text)


def is_same(one: Decision, other: Decision) -> bool:
    """Whether two decisions say the same of the same, whoever took them and why."""
    return one.kind == other.kind and _subject(one) == _subject(other)


def line(decision: Decision) -> str:
    """The line of a decision, without its end."""
    said = {name: getattr(decision, name) for name in _SAID}
    values = (f"{name} = {value if name in _DAYS else _quoted(value)}" for name, value in said.items() if value)
    return f"{decision.kind}.{_quoted(decision.about)} = {{ {', '.join(values)} }}"


def _each(path: Path, text: str) -> Iterator[Decision]:
    for number, written in enumerate(text.replace("\r\n", "\n").split("\n"), 1):
        for kind, subjects in _parsed(path, written, number).items():
            if kind not in KINDS:
                raise _wrong(path, number, f"there is no decision {kind!r}, there are {', '.join(KINDS)}")
            each = [*subjects.items()] if isinstance(subjects, dict) else []
            if len(each) != 1 or not isinstance(each[0][1], dict):
                raise _wrong(path, number, "is no decision on one line", kind)
            ((about, said),) = each
            if fault := _fault(kind, one_line(about), said):
                raise _wrong(path, number, fault, kind)
            words = {name: str(value) for name, value in said.items()}
            yield Decision(kind, one_line(about), **words, line=number)


def _fault(kind: str, about: str, said: dict[str, object]) -> str:
    """What is wrong with a decision; empty where nothing is."""
    if kind in decided.KINDS and " " not in about:
        return f"{about!r} names no citation and work"
    if kind in decided.PAIRS and about.count(" ") != 1:
        return f"{about!r} names no two works, with one blank between them and %20 for any other"
    if kind == "waive" and not decided.WAIVER.fullmatch(about):
        return f"{about!r} names no finding: neither its id nor a code, a blank and a citation key"
    for name, value in said.items():
        if name not in _SAID:
            return f"there is no {name!r}, there are {', '.join(_SAID)}"
        if name in _DAYS and (isinstance(value, datetime) or not isinstance(value, date)):
            return f"{name!r} is no day such as 2026-11-29, without quotes"
        if name not in _DAYS and not isinstance(value, str):
            return f"{name!r} is no text in quotes"
    if kind == "waive" and not str(said.get("reason", "")).strip():
        return "a waiver needs a reason, for those who read it later"
    return ""


def _parsed(path: Path, text: str, number: int | None) -> dict[str, object]:
    """What the text says; `number`: it is this line of the file. Raises StoreError with the line."""
    try:
        return tomllib.loads(text)
    except _UNREADABLE as error:
        at = _AT.search(str(error))
        lines = text.rstrip("\n").count("\n") + 1  # an end that came too soon is told without a line
        reason = _AT.sub("", str(error)) or "nested too deeply"
        line = number or (int(at[1]) if at else lines)
        begun = text.split("\n")[0 if number else line - 1].strip().partition(".")[0]
        raise _wrong(path, line, one_line(reason), begun) from error


def _no_contradictions(path: Path, found: Iterable[Decision]) -> None:
    said: dict[tuple[str, str], Decision] = {}
    for one in found:
        for claim in _claims(one):
            first = said.setdefault(claim, one)
            if first is not one:
                raise contradiction(path, first, one)


def _claims(decision: Decision) -> tuple[tuple[str, str], ...]:
    """What only one decision may say: a citation is one work at most, and is or is not a work.

    Whether decisions about two works contradict each other, only the records tell that the works have.
    """
    if decision.kind in decided.PAIRS:
        return ()
    if decision.kind not in decided.KINDS:
        return ((decision.kind, decision.about),)
    pair = ("", _subject(decision))
    return (pair, ("accept", decided.citation(decision))) if decision.kind == "accept" else (pair,)


def contradiction(path: Path, first: Decision, second: Decision) -> StoreError:
    """What to say of two decisions of which only one can hold, the first of them in the file."""
    there = (
        f"{from_here(path)}:{first.line}: {first.kind} {first.about!r} stands against {second.kind} {second.about!r}"
    )
    where = f" in line {second.line}" if second.line else ""
    under_two_names = first.kind != second.kind and _subject(first) != _subject(second)
    same = ", which is the same work" if under_two_names else ""
    undo = f"take it back first: `cluneal-lit match --{first.kind} {first.about} --undo`"
    return StoreError(f"{there}{where}{same}; {'remove one of them' if second.line else undo}")


def _subject(decision: Decision) -> str:
    if decision.kind in decided.KINDS:
        return f"{decided.citation(decision)} {decided.work(decision)}"
    if decision.kind in decided.PAIRS:
        return " ".join(sorted(decided.pair(decision)))
    return decision.about


def _quoted(text: str) -> str:
    """The text as a string of TOML, on one line (https://toml.io/en/v1.0.0#string)."""
    plain = one_line(text).encode("utf-8", "backslashreplace").decode()
    escaped = plain.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped.translate(_ESCAPES)}"'


def _wrong(path: Path, number: int, what: str, kind: str = "") -> StoreError:
    """What is wrong in a line, and how a decision of its kind is written."""
    kind = kind if kind in KINDS else KINDS[0]
    form = f'{kind}."{_ABOUT[kind]}" = {{ by = "…", reason = "…" }}'
    return StoreError(f"{from_here(path)}:{number}: {what}; write `{form}`, each on one line, without [headings]")
