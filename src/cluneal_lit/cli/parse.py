"""`parse`: what reference strings say, an answer a line."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

import msgspec

from cluneal_lit import dates
from cluneal_lit.citations.parse import Parsed, Part
from cluneal_lit.cli import given, terminal
from cluneal_lit.errors import DocumentError
from cluneal_lit.formats import csl_item
from cluneal_lit.model import Date, Fields
from cluneal_lit.pipeline.parse import Understood, understood

SCHEMA = "cluneal-lit/parse/1"
COLUMN = 15  # of the names of fields
DOUBTFUL = 0.5
# What a field is called and printed in, in the order in which fields are named.
_FIELDS = {
    "author": ("authors", "blue"),
    "title": ("title", "bold"),
    "editor": ("editors", "blue"),
    "container-title": ("journal or book", "good"),
    "collection-title": ("series", "good"),
    "edition": ("edition", "underlined"),
    "publisher-place": ("place", "underlined"),
    "publisher": ("publisher", "underlined"),
    "issued": ("date", "magenta"),
    "volume": ("volume", "warning"),
    "issue": ("issue", "red"),
    "page": ("pages", "note"),
    "URL": ("address", "faint"),
}
_OTHER = ("", "faint")  # identifiers, and what else there may be
_LEGEND = ("author", "title", "container-title", "issued", "volume", "issue", "page", "publisher")
_KINDS = frozenset(("type", "genre"))


def main(options: argparse.Namespace) -> int:
    """Print what each line says. Raises DocumentError behind the last where a line holds no reference."""
    faults: list[Understood] = []
    shown = _answered if options.json else _shown
    if not options.json and terminal.wants_colours():
        _legend()
    for one in understood(given.lines(options.path)):
        shown(one)
        faults += [one] if one.fault else []
    if faults:
        more = f"; so have {len(faults) - 1} more" if len(faults) > 1 else ""
        raise DocumentError(f"{given.name(options.path)}: line {faults[0].line} {faults[0].fault}{more}")
    return 0


def _answered(one: Understood) -> None:
    parsed = one.parsed
    terminal.answer_line(
        {
            "schema": SCHEMA,
            "raw": one.raw,
            "item": csl_item.item(one.id, parsed.fields, parsed.ids),
            "confidence": parsed.confidence,
            "malformed": list(parsed.malformed),
        }
    )


def _shown(one: Understood) -> None:
    """Print a string with its fields in colour; those that have no place in it, or no colour, as a table below."""
    if not one.raw.strip():
        return
    parsed = one.parsed
    parts = parsed.parts if terminal.wants_colours() else ()
    for line in _painted(one.raw, parts):
        terminal.say(line)
    of_kind = parsed.fields.genre or parsed.fields.type or "kind unknown"
    sure = f"confidence {parsed.confidence:.2f}"
    terminal.say(f"  {of_kind}, {terminal.styled(sure, 'warning') if parsed.confidence < DOUBTFUL else sure}")
    coloured = {part.field for part in parts}
    values = {field: value for field, value in _values(parsed) if field not in coloured}
    for field in sorted(values, key=lambda field: [*_FIELDS, field].index(field)):
        _row(_FIELDS.get(field, _OTHER)[0] or field, values[field])
    for written in parsed.malformed:
        _row("malformed", f"{written}: looks like an identifier and is none")
    terminal.say()


def _values(parsed: Parsed) -> Iterator[tuple[str, str]]:
    """Each field that is there, under its name in CSL-JSON, in words; then the identifiers."""
    for field in msgspec.structs.fields(Fields):
        value = getattr(parsed.fields, field.name)
        if isinstance(value, tuple):
            value = "; ".join(name.literal or f"{name.family} {name.given}".strip() for name in value)
        elif isinstance(value, Date):
            value = dates.words(value)
        if value and field.encode_name not in _KINDS:
            yield field.encode_name, value
    for kind, value in (key.split(":", 1) for key in parsed.ids.keys()):
        yield kind.upper(), value


def _row(label: str, value: str) -> None:
    for place, line in enumerate(terminal.wrapped(value, COLUMN + 3)):
        head = "" if place else label
        terminal.say(f"  {terminal.styled(f'{head:<{COLUMN}}', 'faint')} {line}")


def _legend() -> None:
    """Print the names of the fields, each in its colour."""
    text, parts = "", []
    for field, label in (*((field, _FIELDS[field][0]) for field in _LEGEND), ("DOI", "identifiers")):
        parts.append(Part(field, len(text), len(text) + len(label)))
        text += f"{label} · "
    for line in _painted(text.removesuffix(" · "), parts):
        terminal.say(line)
    terminal.say()


def _painted(text: str, parts: Sequence[Part]) -> Iterator[str]:
    """The text in lines that fit the terminal, its parts in their colours."""
    plain = "".join(" " if char.isspace() else char for char in text)
    for start, end in terminal.spans(plain):
        line, at = "", start
        for part in parts:
            first, last = max(part.start, at), min(part.end, end)
            if first < last:
                style = _FIELDS.get(part.field, _OTHER)[1]
                line += plain[at:first] + terminal.styled(plain[first:last], style)
                at = last
        yield line + plain[at:end]
