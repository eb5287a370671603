"""Standard output and error: how they are encoded, what they are spared, and what happens when one takes no more."""

from __future__ import annotations

import io
import os
import sys

from cluneal_lit.errors import StoreError
from cluneal_lit.folding import CONTROLS

# Lines and tabs stay.
_SEPARATORS = (11, 12, 13, 28, 29, 30, 31, 133, 0x2028, 0x2029)
OBEYED: dict[int, str | None] = {**dict.fromkeys(CONTROLS), **dict.fromkeys(_SEPARATORS, " ")}


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


def tell(text: str) -> None:
    """Print a line on standard error, without what a terminal would obey and not print."""
    print(f"cluneal-lit: {text}".translate(OBEYED), file=sys.stderr, flush=True)


def write(content: bytes) -> None:
    """Print bytes as they are. Raises StoreError where there is no room for them."""
    flush()
    try:
        sys.stdout.buffer.write(content)
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
