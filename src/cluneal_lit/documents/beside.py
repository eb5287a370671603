"""The texts of files beside a document."""

from __future__ import annotations

from collections.abc import Callable

from cluneal_lit.documents import decoding


def text(beside: Callable[[str], bytes | None], name: str) -> str:
    """The text of a file by its path relative to the document's folder; empty where there is none or it is no text."""
    return text_of(beside(name))


def text_of(content: bytes | None) -> str:
    """The text that a file holds; empty where there is none or it is no text."""
    decoded = decoding.decoded(content, "") if content else None
    return decoded[0] if decoded else ""
