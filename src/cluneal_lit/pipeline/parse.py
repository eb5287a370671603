"""Reference strings in, their fields out, one for one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from cluneal_lit.citations.parse import Parsed, parse
from cluneal_lit.formats import csl_file, csl_values

NO_TEXT = "has no reference: an object is to hold it as text under `raw`"


class Understood(Struct, frozen=True):
    """A line of the input, counted from 1, the reference in it, and what that says.

    `id` is the one that its JSON object gives, else the number of the line; `fault` says why there is no reference.
    """

    line: int
    raw: str
    id: str
    parsed: Parsed = Parsed()
    fault: str = ""


def understood(lines: Iterable[str]) -> Iterator[Understood]:
    """What each line says, in their order; an empty line is a reference that says nothing."""
    for number, line in enumerate(lines, 1):
        yield _understood(number, line)


def _understood(number: int, line: str) -> Understood:
    """A line that is a JSON object holds its reference under `raw`; any other is one."""
    given = csl_file.parsed(line) if line.lstrip().startswith("{") else None
    if not isinstance(given, dict):
        return Understood(number, line, str(number), parse(line))
    name = csl_values.text(given.get("id")) or str(number)
    raw = given.get("raw")
    if not isinstance(raw, str):
        return Understood(number, line, name, fault=NO_TEXT)
    return Understood(number, raw, name, parse(raw))
