"""What people own in the store, and the program only reads: notes and reading lists."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import yaml
from msgspec.structs import replace

from cluneal_lit import identifiers
from cluneal_lit.errors import StoreError
from cluneal_lit.model import Finding, Note, ReadingList
from cluneal_lit.store import files, reading
from cluneal_lit.store.corrections import corrections
from cluneal_lit.store.prompts import filled
from cluneal_lit.store.understood import Understood

Kept = TypeVar("Kept")
Told = tuple[Finding, ...]

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_ENTRY = re.compile(r"library/[^#]+#.+")
_HALF = re.compile("[\ud800-\udfff]")
_NOTE_KEYS = frozenset({"works", "title", "tags", "significance", "level", "by", "reviewed", "corrections", "quote"})


class _Front(yaml.BaseLoader):
    """Reads every scalar as a string: `no`, `010` and `2017-06-21` mean what they say."""

    def construct_scalar(self, node: yaml.ScalarNode) -> str:
        """The text. Raises ConstructorError for one with half of a character, which no file can hold."""
        text = str(super().construct_scalar(node))
        if _HALF.search(text):
            problem = "an escape stands for half of a character; write the character itself"
            raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark)
        return text


def notes(folder: Path, known: Understood | None = None) -> tuple[tuple[Note, ...], tuple[Finding, ...]]:
    """The notes, sorted by key (their files' names), and a finding for each file that is none.

    `known` has those that were understood before.
    """
    known = known or Understood()

    def parsed(key: str, content: bytes) -> tuple[Note, Told]:
        return known.once(Note, (key, content), lambda: note(key, files.decoded(content))), ()

    return _all(folder, parsed)


def lists(folder: Path) -> tuple[tuple[ReadingList, ...], tuple[Finding, ...]]:
    """The reading lists, those with an `order` first and by it, then by name, and a finding for each file or line of
    one that is none."""
    found, told = _all(folder, lambda name, content: reading_list(name, files.decoded(content)))
    return tuple(sorted(found, key=lambda one: (not one.order, one.order, one.name))), told


def note(key: str, text: str) -> Note:
    """The note of a file's text. Raises StoreError, saying where, for front matter that does not read."""
    front, body = _parted(text)
    _only(front, _NOTE_KEYS, "a note")
    for name in ("works", "quote"):
        if isinstance(front.get(name), str) and front[name]:
            front[name] = [front[name]]
    return Note(
        key=key,
        works=tuple(_work(name) for name in _texts(front, "works")),
        text=filled(body),
        title=_text(front, "title"),
        tags=_texts(front, "tags"),
        significance=_text(front, "significance"),
        level=_text(front, "level"),
        by=_text(front, "by"),
        reviewed=_text(front, "reviewed"),
        corrections=corrections(front.get("corrections")),
        quotes=_texts(front, "quote"),
    )


def reading_list(name: str, text: str) -> tuple[ReadingList, tuple[Finding, ...]]:
    """The reading list of a file's text, and a finding for each line among its items that is none.

    Its title is that of the front matter, else its first heading, else its name.
    """
    front, body = _parted(text)
    _only(front, frozenset({"title", "order"}), "a reading list")
    offset = text.replace("\r\n", "\n").removesuffix(body).count("\n") + 1
    lines = body.split("\n")
    title = _text(front, "title")
    if not title:
        title, lines = reading.title(lines)
    intro, items, findings = reading.read(lines, offset)
    return ReadingList(name, title or name, intro, items, _order(front)), findings


def _all(folder: Path, parse: Callable[[str, bytes], tuple[Kept, Told]]) -> tuple[tuple[Kept, ...], Told]:
    found: list[Kept] = []
    findings: list[Finding] = []
    for file in sorted(folder.glob("*.md")):
        name = files.shown(f"{folder.parent.name}/{folder.name}/{file.name}")
        try:
            if files.shown(file.stem) != file.stem:
                raise StoreError("its name is not UTF-8; rename it")
            if files.is_other(file):  # a pipe would never end
                raise StoreError("is no file; move it away")
            kept, told = parse(file.stem, files.content(file))
        except StoreError as error:
            reason = " ".join(str(error).removeprefix(f"{file}: cannot be read: ").split())
            findings.append(Finding("LIT303", document=name, values={"reason": reason}))
            continue
        found.append(kept)
        findings += [replace(finding, document=name) for finding in told]
    return tuple(found), tuple(findings)


def _parted(text: str) -> tuple[dict[str, Any], str]:
    """Front matter, every scalar a string, and the body."""
    text = text.replace("\r\n", "\n")
    match = _FRONT.match(text)
    if match is None:
        return {}, text
    try:
        front = yaml.load(match[1], Loader=_Front)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 2}: " if mark else ""
        raise StoreError(f"{where}front matter is no YAML: {getattr(error, 'problem', error)}") from error
    except (ValueError, OverflowError) as error:  # "\\U00110000"
        raise StoreError("front matter is no YAML: an escape stands for no character") from error
    except RecursionError as error:
        raise StoreError("front matter is nested too deeply for a note") from error
    if front in (None, ""):
        return {}, text[match.end() :]
    if not isinstance(front, dict):
        raise StoreError("front matter is no mapping; write `name: value` lines between the two `---`")
    return front, text[match.end() :]


def _only(front: Mapping[str, object], names: frozenset[str], where: str) -> None:
    unknown = sorted(set(front) - names)
    if unknown:
        near = difflib.get_close_matches(unknown[0], names, 1)
        hint = f"did you mean {near[0]}?" if near else f"there are: {', '.join(sorted(names))}"
        raise StoreError(f"there is no field {unknown[0]} in {where}; {hint}")


def _work(text: str) -> str:
    """The name of a work: an identifier, or for a work without one its entry in a library, `library/FILE#ID`."""
    if _ENTRY.fullmatch(text):
        return text
    key = identifiers.key(text)
    if not key:
        raise StoreError(f"`works` names {text!r}, which is no identifier; write pmid:29656623 or doi:10.…")
    return key


def _text(front: Mapping[str, object], name: str) -> str:
    value = front.get(name, "")
    if not isinstance(value, str):
        raise StoreError(f"`{name}` is a list or a mapping; write one text")
    return value


def _order(front: Mapping[str, object]) -> int:
    order = _text(front, "order")
    if order and not (order.isascii() and order.isdigit()):
        raise StoreError(f"`order` is {order!r}; write a number such as 1")
    return int(order or 0)


def _texts(front: Mapping[str, object], name: str) -> tuple[str, ...]:
    value = front.get(name) or []
    if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
        raise StoreError(f"`{name}` is no list of texts; write {name}: [one, other]")
    return tuple(value)
