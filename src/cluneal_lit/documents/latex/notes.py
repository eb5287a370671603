"""The notes of a LaTeX source: counted by their kinds, written behind the text; their marks lead there.

(https://ctan.org/pkg/latex-base, `ltfloat.dtx`; https://ctan.org/pkg/endnotes)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from cluneal_lit import scripts
from cluneal_lit.documents.latex import commands
from cluneal_lit.documents.latex.source import Source
from cluneal_lit.documents.latex.text import BLANK, PARAGRAPH, Writer

_HEADINGS = {"": "", "endnote": "Endnotes", "footnote": "Footnotes"}
_LABEL = re.compile(r"\\label\s*\{([^{}]{1,200})\}")
_NAMED = re.compile(r"\s*(\d{1,3})\s*|\s*\\ref\s*\{([^{}]{1,200})\}\s*", re.ASCII)
_REACH = 300


class _Note(Struct, frozen=True):
    """The content of a note in the source; one without a number has no mark."""

    kind: str
    number: int | None
    start: int
    end: int


class Notes:
    """The notes so far that are not written yet, and the numbers given."""

    def __init__(self, source: Source, writer: Writer) -> None:
        self._source, self._writer = source, writer
        self._counts = dict.fromkeys(_HEADINGS, 0)
        self._marked: dict[str, list[int]] = {kind: [] for kind in _HEADINGS}  # by `\\footnotemark`, without text
        self._labels: dict[str, int] = {}
        self._waiting: list[_Note] = []

    def command(self, name: str, at: int, end: int) -> int:
        """Put off the note that a command, whose name ends at `end`, holds, and write its mark; where the reading goes
        on, or -1 where it is no such command."""
        if kind := commands.MARKS.get(name):
            if self._own(end) is None:
                self._marked[kind].append(self._counts[kind] + 1)
            self._mark(kind, at, end)
            return self._source.behind_options(end)
        if name == "footref" and (group := self._source.group(end)):
            self._refer("footnote", self._labels.get(self._source.text[group[0] : group[1]].strip()), at)
            return group[1] + 1
        if name not in commands.NOTES or not (group := self._source.group(self._source.behind_options(end))):
            return -1
        self._put_off(name, group, at, end)
        return group[1] + 1

    def _put_off(self, name: str, group: tuple[int, int], at: int, end: int) -> None:
        kind, number = commands.NOTES[name], None
        if name.endswith("text"):
            number = self._text(kind, end)
        elif kind:
            number = self._mark(kind, at, end)
        if number is not None:
            self._label(number, *group)
        self._waiting.append(_Note(kind, number, *group))

    def _label(self, number: int, start: int, end: int) -> None:
        """Keep the names that a note has at its beginning or end."""
        for first, last in ((start, min(end, start + _REACH)), (max(start, end - _REACH), end)):
            for label in _LABEL.finditer(self._source.text, first, last):
                self._labels.setdefault(label[1], number)

    def written(self) -> Iterator[tuple[int, int]]:
        """The stretches of the source that are to be written next: one note after another, each kind below its heading;
        also those within notes."""
        while self._waiting:
            every, self._waiting = self._waiting, []
            for kind, heading in _HEADINGS.items():
                notes = sorted((note for note in every if note.kind == kind), key=lambda note: note.number or 0)
                if heading and notes:
                    self._writer.part(PARAGRAPH)
                    self._writer.say(heading, notes[0].start)
                for note in notes:
                    yield from self._written(note)
        self._writer.note = None

    def _written(self, note: _Note) -> Iterator[tuple[int, int]]:
        writer = self._writer
        writer.part(PARAGRAPH)
        writer.note = f"{note.kind or 'note'} {note.number or ''}".strip()
        here = writer.here
        if note.number is not None:
            writer.say(f"{note.number}.", note.start)
            writer.part(BLANK)
        yield note.start, note.end
        if note.number is not None:
            writer.span(here, "anchor", f"{note.kind}-{note.number}")

    def _mark(self, kind: str, at: int, end: int) -> int:
        """Write a mark and give its number: its own, `\\footnotemark[3]`, else the next."""
        number = self._own(end)
        if number is None:
            self._counts[kind] += 1
            number = self._counts[kind]
        self._refer(kind, number, at)
        return number

    def _refer(self, kind: str, number: int | None, at: int) -> None:
        if number is not None:
            here = self._writer.here
            self._writer.say(scripts.raised(str(number)), at)
            self._writer.span(here, "link", f"#{kind}-{number}")

    def _text(self, kind: str, end: int) -> int | None:
        """The number of a note that stands apart from its mark: its own, else that of the first mark without a note."""
        marked, own = self._marked[kind], self._own(end)
        if own is None and marked:
            return marked.pop(0)
        if own in marked:
            marked.remove(own)
        return own

    def _own(self, end: int) -> int | None:
        """The number that a command has for its own, `[3]`, or that of the note whose label it names, `[\\ref{x}]`."""
        option = self._source.option(end)
        named = _NAMED.fullmatch(self._source.text, *option) if option else None
        return (int(named[1]) if named[1] else self._labels.get(named[2])) if named else None
