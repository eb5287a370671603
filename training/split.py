"""The split of the labelled sets, as their scorer defines it: whole documents, one in five for the test."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

_BLOCK = 50  # strings of a set that names one document only


def in_test(sources: Sequence[str]) -> list[bool]:
    """Whether each string of a set, given by its source (`document#number`), is kept for the test."""
    return [number % 5 == 0 for number in _numbers(sources)]


def judges(sources: Sequence[str]) -> list[bool]:
    """Whether each string is one by which a model is judged for its confidence: whole documents, one in three."""
    return [number // 5 % 3 == 0 for number in _numbers(sources)]


def _numbers(sources: Sequence[str]) -> list[int]:
    """A number for each string that is the same throughout a document."""
    places = [source.split("#") for source in sources]
    single = len({document for document, _ in places}) == 1
    names = [f"{document}#{int(number) // _BLOCK}" if single else document for document, number in places]
    return [int(hashlib.sha1(name.encode()).hexdigest(), 16) for name in names]
