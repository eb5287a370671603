"""What a reader is given."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct


def nothing_beside(_: str) -> bytes | None:
    """Answer that there is no such file."""
    return None


class File(Struct, frozen=True):
    """A file that may cite.

    `text` is its decoded content, with `\\n` for every line end; empty for formats that are no text. `beside` gives the
    content of a file by its path relative to this one's folder (`refs.bib`), or None where there is none. `form` is the
    format of a page of the web, empty for a file.
    """

    path: str
    content: bytes
    text: str = ""
    beside: Callable[[str], bytes | None] = nothing_beside
    form: str = ""
