"""Where fields stand in the reference string from which they were read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from cluneal_lit.citations.locators import DATE
from cluneal_lit.model import Date, Fields, Name

_DATE = re.compile(DATE, re.IGNORECASE)

_NUMBERS = ("volume", "issue", "page")  # short, so that they are sought behind what they belong to
_NEAR = 4  # characters between a family name and what is given with it


def located(text: str, fields: Fields, ids: Iterable[tuple[str, str]]) -> list[tuple[str, int, int]]:
    """Field, start and end of what is found in the text as it was read, in order; of two that overlap the first.

    `ids`: the kind of each identifier, and how it is written.
    """
    return sorted(_apart(_found(text, fields, ids)), key=lambda part: part[1])


def _apart(parts: Iterable[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    kept: list[tuple[str, int, int]] = []
    for field, start, end in parts:
        if 0 <= start < end and all(end <= first or last <= start for _, first, last in kept):
            kept.append((field, start, end))
    return kept


def _found(text: str, fields: Fields, ids: Iterable[tuple[str, str]]) -> Iterator[tuple[str, int, int]]:
    for kind, written in ids:
        yield _at(kind.upper(), text, written)
    title = _at("title", text, fields.title)
    yield title
    author = _people(text, fields.author)
    yield ("author", *author)
    container = _at("container-title", text, fields.container_title, max(title[2], author[1], 0))
    yield container
    yield _at("publisher", text, fields.publisher, title[2])
    yield _at("publisher-place", text, fields.publisher_place, title[2])
    at = max(container[2], title[2], author[1], 0)
    issued = _dated(text, fields.issued, at)
    yield issued if issued[1] >= 0 else _dated(text, fields.issued, author[1])
    if text.find(fields.volume or fields.issue or fields.page, at, max(issued[1], at)) < 0:
        at = max(at, issued[2])
    for field in _NUMBERS:
        part = _at(field, text, getattr(fields, field), at)
        yield part
        at = max(at, part[2])


def _at(field: str, text: str, written: str, start: int = 0) -> tuple[str, int, int]:
    """Where it stands from an offset on; -1 twice where it does not."""
    at = text.find(written, max(start, 0)) if written else -1
    return (field, at, at + len(written)) if at >= 0 else (field, -1, -1)


def _dated(text: str, issued: Date | None, start: int) -> tuple[str, int, int]:
    """Where the date stands that begins with its year."""
    _, at, end = _at("", text, str(issued.year or "") if issued else "", start)
    match = _DATE.match(text, at) if at >= 0 and issued and len(issued.date_parts[0]) > 1 else None
    return "issued", at, match.end() if match else end


def _people(text: str, names: Sequence[Name]) -> tuple[int, int]:
    """From the first name to the end of the last."""
    spans = []
    at = 0
    for name in names:
        start, end = _name(text, name, at)
        if start >= 0:
            spans.append((start, end))
            at = end
    return (spans[0][0], spans[-1][1]) if spans else (-1, -1)


def _name(text: str, name: Name, at: int) -> tuple[int, int]:
    written = name.literal or name.family
    _, start, end = _at("", text, written, at)
    if start < 0 or not name.given:
        return start, end
    behind = text.find(name.given, end, end + _NEAR + len(name.given))
    before = text.rfind(name.given, max(at, start - _NEAR - len(name.given)), start)
    if behind >= 0:
        return start, behind + len(name.given)
    return (before, end) if before >= 0 else (start, end)
