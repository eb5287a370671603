"""The fields of a Word file: what stands behind what they show.

A field begins, has an instruction, often a result, and ends; each of these is a run of its own, and fields hold fields.
Instructions: ISO 29500-1, 17.16.5; `ADDIN` is what other programs keep theirs under.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from cluneal_lit.documents.cited_works import CitedWorks, Work
from cluneal_lit.documents.office import lists
from cluneal_lit.documents.office.text import Writer

_HYPERLINK = re.compile(r"HYPERLINK\b")
_SWITCH = re.compile(r"\\([a-z*])\s*(?:[\"“”]([^\"“”]*)[\"“”])?", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“”]([^\"“”]*)[\"“”]|(?<!\S)([^\s\\\"]+)")
_CROSS_REFERENCE = re.compile(r"REF\s+(\S{1,200})")
_CITATION = re.compile(r"CITATION\s+(\S+)(.*)", re.DOTALL)
_FURTHER = re.compile(r"\\m\s+(\S+)")
_UNSAID, _SAID = "code", "result"


class _Field:
    """An open field: in its `code` or `result`, and where the latter starts; `carried` are its bytes in base64."""

    __slots__ = ("carried", "code", "part", "start")

    def __init__(self, part: str, start: int) -> None:
        self.code: list[str] = []
        self.carried = ""
        self.part = part
        self.start = start


class Fields:
    """The open fields of a text. `unsaid` are those of them that are still in their instruction."""

    def __init__(self, writer: Writer, sources: Callable[[], Mapping[str, Work]]) -> None:
        self._writer = writer
        self._sources = sources
        self._open: list[_Field] = []
        self.cited = CitedWorks()
        self.unsaid: list[_Field] = []

    def begin(self, code: str = "") -> None:
        """Open a field; one whose instruction is known has nothing to come but its result."""
        field = _Field(_SAID if code else _UNSAID, self._writer.here)
        field.code.append(code)
        self._open.append(field)
        if not code:
            self.unsaid.append(field)

    def carry(self, packed: str) -> None:
        """Keep what the field carries; EndNote cuts it off in one field and has it whole in the one inside."""
        for field in self._open[-2:]:
            field.carried = max(field.carried, packed, key=len)

    def instruct(self, text: str) -> None:
        """Add to the instruction of the innermost field."""
        if self._open and self._open[-1].part == _UNSAID:
            self._open[-1].code.append(text)

    def separate(self) -> None:
        """Begin the result of the innermost field."""
        if self._open:
            self._say(self._open[-1])
            self._open[-1].start = self._writer.here

    def end(self, seen: bool = True) -> None:
        """Close the innermost field, and lay what it leads to or names over its result where that is to be `seen`."""
        if not self._open:
            return
        field = self._open.pop()
        self._say(field)
        if seen and not self.unsaid:
            self._understand("".join(field.code).strip(), field)

    def end_paragraph(self) -> None:
        """Show the text behind instructions that have not ended: they do not go on over paragraphs."""
        for field in self.unsaid:
            field.part = _SAID
        self.unsaid.clear()

    def abandon(self) -> None:
        """Forget the open fields, at the end of a text."""
        self._open.clear()
        self.unsaid.clear()

    def _say(self, innermost: _Field) -> None:
        """Let what comes be the result of the innermost field; of those in their instruction it is the last."""
        if innermost.part == _UNSAID:
            self.unsaid.pop()
        innermost.part = _SAID

    def _understand(self, code: str, field: _Field) -> None:
        if _HYPERLINK.match(code):
            if target := hyperlink(code):
                self._writer.lay("link", field.start, target)
        elif cross := _CROSS_REFERENCE.match(code):
            self._writer.lay("link", field.start, f"#{cross[1]}")
        elif code.startswith("CITATION"):
            known = self._sources()
            self._writer.name(field.start, [known[tag] for tag in tags(code) if tag in known])
        elif lists.is_code(code):
            self._writer.list_references(field.start)
        elif code.startswith("ADDIN") and field.start < self._writer.size:
            self._writer.name(field.start, self.cited.of_code(code, field.carried))


def hyperlink(code: str) -> str:
    """The target of `HYPERLINK "address" \\l "place"`."""
    rest = code[len("HYPERLINK") :]
    switches = dict(_SWITCH.findall(rest))
    first = _QUOTED.search(_SWITCH.sub(" ", rest))
    place = switches.get("l") or switches.get("L")
    return (first[1] or first[2] or "" if first else "") + (f"#{place}" if place else "")


def tags(code: str) -> list[str]:
    """The tags, in lower case, of Word's own `CITATION Isu18 \\m Talu00`."""
    citation = _CITATION.match(code)
    return [citation[1].lower(), *map(str.lower, _FURTHER.findall(citation[2]))] if citation else []
