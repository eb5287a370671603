"""The lines of a file or of standard input, one at a time, for verbs that answer a line for a line."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from cluneal_lit.cli import terminal
from cluneal_lit.documents import kinds
from cluneal_lit.documents.decoding import decoded
from cluneal_lit.errors import ConfigError, DocumentError
from cluneal_lit.store import files

LONGEST = 1_000_000  # characters of a line; so that what has no lines is not held whole
_HEAD = 4096
_LINES = frozenset(("text", "markdown", "csv", "json", "csl", "latex", "typst", "rst"))
_ARRAY = re.compile(r"\s*\[\s*\{")
_STRAY = re.compile("[\udc80-\udcff]")  # what a byte that is not UTF-8 is read as


def lines(path: str) -> Iterator[str]:
    """The lines of the file, or for `-` and nothing of standard input, without their ends.

    UTF-8, or what its byte-order mark says; a line that is not UTF-8 is read as what it most likely is. Raises
    ConfigError for a path that leads to no file, DocumentError for a file without lines of text.
    """
    if path == "-" and sys.stdin is None:
        raise ConfigError("standard input is closed; name a file")
    if path == "-" and sys.stdin.isatty():
        terminal.progress("one reference a line; Ctrl-D ends")
    called = name(path)
    with _opened(path) as file:
        text = io.TextIOWrapper(file, _encoding(file.peek(_HEAD)[:_HEAD], called), "surrogateescape")
        try:
            yield from _lines(text, called)
        except OSError as error:
            raise _unread(path, error) from error


def standard_input(paths: Sequence[str]) -> bytes:
    """What standard input holds, if `-` is among the paths. Raises ConfigError where it cannot be read."""
    if "-" not in paths:
        return b""
    if sys.stdin is None:
        raise ConfigError("standard input is closed; name a file")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise _unread("-", error) from error


def name(path: str) -> str:
    """What the file is called in a message."""
    return "standard input" if path == "-" else files.shown(path) or "an empty path"


def _opened(path: str) -> io.BufferedReader:
    try:
        return os.fdopen(0, "rb", closefd=False) if path == "-" else Path(path).open("rb")
    except (OSError, ValueError) as error:
        raise _unread(path, error) from error


def _unread(path: str, error: Exception) -> ConfigError:
    reason = getattr(error, "strerror", None) or str(error)
    return ConfigError(f"{name(path)}: cannot be read: {reason.lower()}; name a file, or `-`")


def _encoding(head: bytes, called: str) -> str:
    """How the text is encoded. Raises DocumentError for what is no text, or an array where lines are wanted."""
    wide = (decoded(head[: len(head) // 4 * 4]) or ("", ""))[1] if b"\0" in head else ""
    kind = kinds.kind(called, head)
    if kind not in _LINES or (b"\0" in head and not wide.startswith("UTF-")):
        known = kinds.NAMES[kind] if kind not in _LINES else "no text"
        raise DocumentError(f"{called}: is {known}, and no lines of text; `cluneal-lit scan` reads documents")
    if _ARRAY.match(head.decode("utf-8-sig", "replace")):
        raise DocumentError(f"{called}: is a JSON array; write each of its objects on a line of its own (JSON Lines)")
    return wide or "utf-8"


def _lines(text: io.TextIOWrapper, called: str) -> Iterator[str]:
    number = 0
    while line := text.readline(LONGEST):
        number += 1
        if len(line) == LONGEST and not line.endswith("\n"):
            raise DocumentError(
                f"{called}: line {number} has {LONGEST:,} characters and more; write one reference a line"
            )
        yield _repaired(line.rstrip("\r\n").removeprefix("\ufeff"))


def _repaired(line: str) -> str:
    if line.isascii() or not _STRAY.search(line):
        return line
    written = line.encode("utf-8", "surrogateescape")
    return (decoded(written) or (written.decode("utf-8", "replace"), ""))[0]
