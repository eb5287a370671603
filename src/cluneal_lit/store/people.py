"""What people own in the store, and the program only reads: notes and reading lists."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec
import yaml

from cluneal_lit import identifiers
from cluneal_lit.errors import StoreError
from cluneal_lit.model import Fields, Finding, ListItem, Note, ReadingList
from cluneal_lit.store import files

IMPORTANCE = ("must", "should", "background")

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+\[?@([^\]\s:]+)\]?\s*(?:\(([^)]*)\))?\s*[:—–-]?\s*(.*)$")
_NOTE_KEYS = frozenset({"works", "title", "tags", "significance", "reviewed", "corrections"})


def notes(folder: Path) -> tuple[tuple[Note, ...], tuple[Finding, ...]]:
    """The notes, sorted by key (their files' names), and a finding for each file that is none."""
    return _all(folder, note)


def lists(folder: Path) -> tuple[tuple[ReadingList, ...], tuple[Finding, ...]]:
    """The reading lists, sorted by name, and a finding for each file that is none."""
    return _all(folder, reading_list)


def note(key: str, text: str) -> Note:
    """The note of a file's text. Raises StoreError, saying where, for front matter that does not read."""
    front, body = _parted(text)
    unknown = sorted(set(front) - _NOTE_KEYS)
    if unknown:
        raise StoreError(f"there is no field {unknown[0]} in a note; there are: {', '.join(sorted(_NOTE_KEYS))}")
    try:
        works = tuple(_work(name) for name in msgspec.convert(front.get("works", []), list[str]))
        return Note(
            key=key,
            works=works,
            text=body.strip(),
            title=msgspec.convert(front.get("title", ""), str),
            tags=msgspec.convert(front.get("tags", []), tuple[str, ...]),
            significance=msgspec.convert(front.get("significance", ""), str),
            reviewed=msgspec.convert(front.get("reviewed", ""), str),
            corrections=msgspec.convert(front.get("corrections", {}), Fields, strict=False),
        )
    except msgspec.ValidationError as error:
        raise StoreError(f"front matter: {error}; correct the value") from error


def reading_list(name: str, text: str) -> ReadingList:
    """The reading list of a file's text: front matter with a title, Markdown, then items `1. [@key] (must): reason`.

    An item's reason goes on in indented lines below it.
    """
    front, body = _parted(text)
    offset = text[: len(text) - len(body)].count("\n")
    intro: list[str] = []
    items: list[ListItem] = []
    for number, line in enumerate(body.split("\n"), offset + 1):
        if match := _ITEM.match(line):
            importance = (match[2] or "").strip().lower()
            if importance and importance not in IMPORTANCE:
                raise StoreError(f"line {number}: importance is {importance!r}; it may be {', '.join(IMPORTANCE)}")
            items.append(ListItem(match[1], importance, match[3].strip(), number))
        elif items and line.strip():
            items[-1] = msgspec.structs.replace(items[-1], reason=f"{items[-1].reason} {line.strip()}".strip())
        elif not items:
            intro.append(line)
    return ReadingList(name, str(front.get("title") or name), "\n".join(intro).strip(), tuple(items))


def _all(folder: Path, parse: Any) -> tuple[tuple[Any, ...], tuple[Finding, ...]]:
    found, findings = [], []
    for file in sorted(folder.glob("*.md")):
        try:
            found.append(parse(file.stem, files.content(file).decode("utf-8-sig")))
        except (StoreError, UnicodeDecodeError) as error:
            name = f"{folder.parent.name}/{folder.name}/{file.name}"
            findings.append(Finding("LIT303", document=name, values={"reason": " ".join(str(error).split())}))
    return tuple(found), tuple(findings)


def _parted(text: str) -> tuple[dict[str, Any], str]:
    """Front matter, every scalar a string (`no`, `010` and `2017-06-21` mean what they say), and the body."""
    text = text.replace("\r\n", "\n")
    match = _FRONT.match(text)
    if match is None:
        return {}, text
    try:
        front = yaml.load(match[1], Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 2}: " if mark else ""
        raise StoreError(f"{where}front matter is no YAML: {getattr(error, 'problem', error)}") from error
    if front in (None, ""):
        return {}, text[match.end() :]
    if not isinstance(front, dict):
        raise StoreError("front matter is no mapping; write `name: value` lines between the two `---`")
    return front, text[match.end() :]


def _work(text: str) -> str:
    key = identifiers.key(text)
    if not key:
        raise StoreError(f"`works` names {text!r}, which is no identifier; write pmid:29656623 or doi:10.…")
    return key
