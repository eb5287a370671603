"""The split of the labelled sets, as their scorer defines it: whole documents, one in five for the test."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

THIRDS = 3
_BLOCK = 50  # strings of a set that names one document only


def in_test(sources: Sequence[str]) -> list[bool]:
    """Whether each string of a set, given by its source (`document#number`), is kept for the test."""
    return [number % 5 == 0 for number in _numbers(sources)]


def thirds(sources: Sequence[str]) -> list[int]:
    """The third to which each string belongs, 0 to 2, by which a model that did not learn it is judged for its
    confidence: whole documents."""
    return [number // 5 % THIRDS for number in _numbers(sources)]


def _numbers(sources: Sequence[str]) -> list[int]:
    """A number for each string that is the same throughout a document."""
    places = [source.split("#") for source in sources]
    single = len({document for document, _ in places}) == 1
    names = [f"{document}#{int(number) // _BLOCK}" if single else document for document, number in places]
    return [int(hashlib.sha1(name.encode()).hexdigest(), 16) for name in names]
