"""Printing for people: data on standard output, progress on standard error, colour only on a terminal."""

from __future__ import annotations

import os
import sys
import textwrap
from collections.abc import Iterable

from cluneal_lit import findings
from cluneal_lit.cli import streams
from cluneal_lit.folding import one_line
from cluneal_lit.model import Finding

READABLE = 100  # columns; longer lines are hard to read
_COLOURS = {"error": "31;1", "warning": "33", "note": "36", "good": "32", "faint": "2", "bold": "1"}


def styled(text: str, style: str) -> str:
    """The text in a colour where standard output is a terminal that wants colours (no-color.org)."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return text
    return f"\033[{_COLOURS[style]}m{text}\033[0m"


def say(text: str = "") -> None:
    """Print a line of the answer."""
    streams.say(text)


def progress(text: str) -> None:
    """Print a line about what is going on."""
    print(f"cluneal-lit: {text}", file=sys.stderr, flush=True)


def show(told: Iterable[Finding]) -> None:
    """Print findings: what and where in one line, what to do in the next."""
    for finding in told:
        level = findings.rule(finding).level
        where = styled(location(finding), "bold") + " " if location(finding) else ""
        say(f"{where}{finding.code} {styled(level, level)} {findings.message(finding)}")
        say(f"    {styled(findings.advice(finding), 'faint')}")


def location(finding: Finding) -> str:
    """`path:line:column`, as far as it is known."""
    place = finding.place
    parts = (finding.document, place.line, place.column if place.line else None)
    return ":".join(str(part) for part in parts if part)


def number(count: int, one: str, many: str = "") -> str:
    """`1 work`, `2 works`."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def wrapped(text: str, indent: int = 0) -> list[str]:
    """The text in lines that fit the terminal behind an indent of so many blanks; in one line where there is none.

    What a terminal would obey and not print is left out.
    """
    plain = "".join(char for char in one_line(text) if char.isprintable())
    columns = _columns()
    if not columns:
        return [plain]
    width = max(20, min(columns, READABLE) - indent)
    return textwrap.wrap(plain, width, break_long_words=False, break_on_hyphens=False) or [""]


def _columns() -> int:
    """The width of the terminal; 0 where standard output is none. `COLUMNS` is believed before it."""
    said = os.environ.get("COLUMNS", "")
    if said.isascii() and said.isdigit():
        return int(said)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns if sys.stdout.isatty() else 0
    except (OSError, ValueError):
        return 0
