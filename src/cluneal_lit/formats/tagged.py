"""Files of lines that begin with a tag, as RIS and NBIB are: their entries, before anything is known about them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from msgspec import Struct

from cluneal_lit import identifiers
from cluneal_lit.folding import one_line

_LINE_END = re.compile(r"\n(?![ \t]+\S)")


class Tag(Struct, frozen=True):
    """A tag with its value on one line, and where in the source that stands, with the lines that go on with it.

    `lines`: the value with the lines that were meant: one that begins with a blank goes on with the line before.
    """

    name: str
    value: str
    start: int
    end: int
    lines: tuple[str, ...] = ()


class Tagged(Struct, frozen=True):
    """An entry: its tags, and where in the source they stand."""

    start: int
    end: int
    tags: tuple[Tag, ...]

    def every(self, *names: str) -> list[str]:
        """The values of these tags that are not empty: those of the first name first."""
        return [tag.value for name in names for tag in self.tags if tag.name == name and tag.value]

    def first(self, *names: str) -> str:
        """The first of these values; empty where there is none."""
        return next(iter(self.every(*names)), "")

    def rest(self, *known: str) -> dict[str, object]:
        """What the other tags say: a text, or the texts where a tag stands several times."""
        found: dict[str, list[str]] = {}
        for tag in self.tags:
            if tag.name not in known and tag.value:
                found.setdefault(tag.name, []).append("\n".join(tag.lines) or tag.value)
        return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


class Fault(Struct, frozen=True):
    """What pretends to be an identifier: its tag, and the values of a finding about it."""

    tag: Tag
    values: dict[str, str]


def fault(tag: Tag, written: str, kind: str) -> Fault:
    """What is written in a tag and is no identifier of the kind that it should be."""
    name, reason = identifiers.fault(f"{kind} {written}")
    return Fault(tag, {"raw": written, "kind": name, "reason": reason})


def entries(
    text: str, line: re.Pattern[str], opens: str, closes: str = "", *, kept: Collection[str] = ()
) -> Iterator[Tagged]:
    """The entries of a text, whose tagged lines `line` matches with groups for tag and value.

    An entry begins with the tag `opens`, or with any other behind the one that closes the last. Lines without a tag go
    on with the value before them; of the tags `kept` every line stays as it is written.
    """
    tags: list[Tag] = []
    begun = end = 0
    for match in line.finditer(text):
        if tags:
            tags[-1] = _going_on(text, tags[-1], match.start(), kept)
        if tags and (match[1] == opens or tags[-1].name == closes != ""):
            yield _entry(begun, tags)
            tags = []
        if not tags:
            begun = match.start(1)
        tags.append(Tag(match[1], "", match.start(2), match.end(2)))
        end = match.end(2)
    if tags and end:
        tags[-1] = _going_on(text, tags[-1], len(text), kept)
        yield _entry(begun, tags)


def _entry(start: int, tags: list[Tag]) -> Tagged:
    return Tagged(start, tags[-1].end, tuple(tags))


def _going_on(text: str, tag: Tag, stop: int, kept: Collection[str]) -> Tag:
    """The tag with the value that its line and those below it hold; behind a tag without value there is none."""
    written = text[tag.start : stop].rstrip()
    lines = tuple(map(one_line, _LINE_END.split(written))) if "\n" in written else ()
    if tag.name in kept:
        lines = _as_written(text, tag.start, stop)
    return Tag(tag.name, one_line(written), tag.start, tag.start + len(written), lines)


def _as_written(text: str, start: int, stop: int) -> tuple[str, ...]:
    """The lines of a value that begins there, with the indent of the first: all but one of the blanks before it."""
    while text[start - 1] in " \t":
        start -= 1
    return tuple(map(str.rstrip, text[start + text.startswith(" ", start) : stop].rstrip().split("\n")))


def parted(entries: Iterable[str]) -> Iterator[str]:
    """The entries, with an empty line before each but the first."""
    return (f"\n{entry}" if number else entry for number, entry in enumerate(entries))


def keyed(written: str, taken: dict[str, int], or_else: Callable[[], str]) -> str:
    """A key that no entry before has: the one written, or another, with a number behind it where it is taken.

    `taken`: the keys that were given, each with the last number that was tried behind it.
    """
    key = free = written or or_else()
    number = taken.get(key, 1)
    while free in taken:
        number += 1
        free = f"{key}-{number}"
    taken[key] = number
    taken.setdefault(free, 1)
    return free
