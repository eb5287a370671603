"""Standard output: how it is encoded, and what happens when it takes no more."""

from __future__ import annotations

import io
import os
import sys

from cluneal_lit.errors import StoreError


def prepare(encoding: str | None = None) -> None:
    """Make standard output take every character; with an encoding, in that, whatever the locale says."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding=encoding or sys.stdout.encoding, errors="backslashreplace")


def say(text: str) -> None:
    """Print a line. Raises StoreError where there is no room for it."""
    try:
        print(text)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _full(error) from error


def flush() -> None:
    """Send what was printed on its way. Raises StoreError where there is no room for it."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _full(error) from error


def abandon() -> None:
    """Throw away whatever else is printed: who read it has enough, or it has no room; the exit would try it again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _full(error: OSError) -> StoreError:
    abandon()
    return StoreError(f"standard output: cannot be written: {(error.strerror or str(error)).lower()}")
