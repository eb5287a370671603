"""The notes of an RTF source: footnotes, endnotes and comments, each kind counted by itself and written together."""

from __future__ import annotations

import re

from cluneal_lit.documents.composed import Composed
from cluneal_lit.model import Place, Span

_HEADINGS = {"footnote": "Footnotes", "endnote": "Endnotes", "comment": "Comments"}
KINDS = frozenset(_HEADINGS)
_NOTE = re.compile(r"\\footnote(?![a-z])")
_ENDNOTE = re.compile(r"\s*\\ftnalt(?![a-z])")
_NEAR = 500  # how far behind its number in the text a note may begin


def kind_ahead(source: str, at: int) -> str:
    """The kind of the note to which a number leads that stands in the text before `at`."""
    note = _NOTE.search(source, at, at + _NEAR)
    return kind_at(source, note.end()) if note else "footnote"


def kind_at(source: str, at: int) -> str:
    """The kind of the note whose control word, `\\footnote`, ends at `at`."""
    return "endnote" if _ENDNOTE.match(source, at) else "footnote"


class Notes:
    """The notes so far, by kind."""

    def __init__(self) -> None:
        self.streams = {kind: Composed() for kind in _HEADINGS}
        self._counts = dict.fromkeys(_HEADINGS, 0)
        self._begun = (-1, "")  # where the note that is read begins, and its name as a place

    def count(self, kind: str) -> int:
        """The number of the next note of its kind, which from now on is taken."""
        self._counts[kind] += 1
        return self._counts[kind]

    def begin(self, kind: str, marked: bool) -> None:
        """Begin a note, with its number; without one where its author marked it otherwise."""
        number = str(self._counts[kind]) if marked else ""
        stream = self.streams[kind]
        stream.say("\n\n" if stream.size else "")
        shown = f"{number}. " if number and kind != "comment" else ""
        start = stream.say(shown, Place(note=f"{kind} {number}".strip()))
        self._begun = (start, f"{kind}-{number}")

    def end(self, kind: str) -> None:
        """End a note: what refers to it leads to all of it."""
        start, name = self._begun
        self.streams[kind].lay((Span(start, self.streams[kind].size, "anchor", name),))

    def write(self, text: Composed) -> None:
        """Write the notes behind the text, those of each kind below their heading."""
        for kind, stream in self.streams.items():
            if stream.size:
                text.say(f"\n\n{_HEADINGS[kind]}\n\n")
                text.put(stream.document("", ""))
