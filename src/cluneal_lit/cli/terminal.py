"""Printing for people: data on standard output, progress on standard error, colour only on a terminal."""

from __future__ import annotations

import os
import re
import sys
import textwrap
from collections.abc import Iterable

import msgspec

from cluneal_lit import findings
from cluneal_lit.cli import streams
from cluneal_lit.folding import one_line
from cluneal_lit.late import late
from cluneal_lit.model import Finding
from cluneal_lit.outputs import words

_INDENT = 4
READABLE = 100  # columns; longer lines are hard to read
_COLOURS = {
    **{"error": "31;1", "warning": "33", "note": "36", "good": "32", "faint": "2", "bold": "1"},
    **{"red": "31", "blue": "34", "magenta": "35", "underlined": "4"},
}
# Where a style begins and ends, until it is printed: surrogates, which no text from outside holds.
_BEGIN = {style: chr(0xD800 + place) for place, style in enumerate(_COLOURS)}
_END = "\ud8ff"
_ESCAPES = {code: f"\\u{code:04x}" for code in streams.OBEYED}
_OBEYED = late(f"[{re.escape(''.join(map(chr, _ESCAPES)))}]")
_MARKS = {ord(_END): "\033[0m", **{ord(_BEGIN[style]): f"\033[{colour}m" for style, colour in _COLOURS.items()}}
_COLOURED = {**streams.OBEYED, **_MARKS}
_PLAIN = {**streams.OBEYED, **dict.fromkeys(_MARKS)}


def styled(text: str, style: str) -> str:
    """The text, in a colour when it is printed where standard output is a terminal that wants colours."""
    return f"{_BEGIN[style]}{text}{_END}"


def changed(old: str, new: str) -> str:
    """What stands in one text in place of what stands in the other: in colours where there are some, else marked."""
    if wants_colours():
        return " ".join(styled(text, style) for text, style in ((old, "error"), (new, "good")) if text)
    return (old and f"[-{old}-]") + (new and f"{{+{new}+}}")


def say(text: str = "") -> None:
    """Print lines of the answer, without what a terminal would obey and not print."""
    streams.say(text.translate(_COLOURED if wants_colours() else _PLAIN))


def answer(answer: object) -> None:
    """Print an answer as JSON, indented for people; what a terminal would obey is escaped, so that it says the same."""
    streams.say(_escaped(msgspec.json.format(msgspec.json.encode(answer), indent=2).decode()))


def answer_line(answer: object) -> None:
    """Print an answer as one line of JSON, at once: who reads it may be waiting."""
    streams.say(_escaped(msgspec.json.encode(answer).decode()))
    streams.flush()


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES) if _OBEYED.search(text) else text  # to look takes a tenth of the time


def progress(text: str) -> None:
    """Print a line about what is going on, or why nothing is."""
    streams.tell(text)


def tell(finding: Finding, document: str = "") -> None:
    """Say a finding in one line on standard error; `document` in the place of its own."""
    where = words.address(document or finding.document, finding.place)
    progress(f"{where}: {finding.code} {findings.message(finding)}")


def show(told: Iterable[Finding]) -> None:
    """Print findings: what and where in one line, what to do in the next."""
    for finding in told:
        level = findings.rule(finding).level
        where = words.address(finding.document, finding.place)
        what = f"{finding.code} {styled(level, level)} {findings.message(finding)}"
        say_wrapped(f"{where and styled(where, 'bold') + ' '}{what}")
        for line in wrapped(findings.advice(finding), _INDENT):
            say(f"{' ' * _INDENT}{styled(line, 'faint')}")


def say_wrapped(text: str) -> None:
    """Print a text in lines that fit the terminal, all but the first indented."""
    first, *further = wrapped(text, _INDENT)
    say(first)
    for line in further:
        say(f"{' ' * _INDENT}{line}")


def wrapped(text: str, indent: int = 0) -> list[str]:
    """The text in lines that fit the terminal behind an indent of so many blanks; in one line where there is none."""
    plain = one_line(text)
    return [plain[start:end] for start, end in spans(plain, indent)]


def spans(text: str, indent: int = 0) -> list[tuple[int, int]]:
    """Where the lines begin and end of a text that holds no white space but blanks, as `wrapped` makes them."""
    columns = _columns()
    if not columns:
        return [(0, len(text))]
    width = max(20, min(columns, READABLE) - indent)
    found, at = [], 0
    for line in textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]:
        at = text.index(line, at)
        found.append((at, at + len(line)))
        at += len(line)
    return found


def wants_colours() -> bool:
    """Whether standard output is a terminal for colours (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _columns() -> int:
    """The width of the terminal; 0 where standard output is none. `COLUMNS` is believed before it."""
    said = os.environ.get("COLUMNS", "")
    if said.isascii() and said.isdigit():
        return int(said)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns if sys.stdout.isatty() else 0
    except (OSError, ValueError):
        return 0
