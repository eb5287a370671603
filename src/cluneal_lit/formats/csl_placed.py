"""The entries of a CSL-JSON file where they stand in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from msgspec import Struct

from cluneal_lit.formats import csl_file

_JSON = json.JSONDecoder()
_BLANK = re.compile(r"[\s\ufeff]*")
_BETWEEN = re.compile(r"[\s,]*")


class Placed(Struct, frozen=True):
    """An entry, and where in the text it begins and ends."""

    start: int
    end: int
    value: object


def entries(text: str, file: str) -> tuple[Placed, ...]:
    """Each entry of an array, one object, `{"items": […]}` or JSON Lines; a line that is no JSON is `Broken`.

    Raises StoreError, with line and column, for a text of which nothing is JSON.
    """
    told = [value for _, value in csl_file.entries(text, file)]
    start = _behind(_BLANK, text, 0)
    if text.startswith("[", start):
        places = list(_elements(text, start + 1))
    elif not _is_one(text, start):
        places = list(_lines(text))
    else:
        places = _of_object(text, start)
    return tuple(Placed(*place, value) for place, value in zip(places, told, strict=True))


def _is_one(text: str, start: int) -> bool:
    """Whether the text is one value and nothing more."""
    try:
        _, end = _JSON.raw_decode(text, start)
    except ValueError:
        return False
    return _behind(_BLANK, text, end) == len(text)


def _of_object(text: str, start: int) -> list[tuple[int, int]]:
    """The place of one object, or of each of its `items`."""
    at = start + 1
    while text.startswith('"', at := _behind(_BETWEEN, text, at)):
        name, at = _JSON.raw_decode(text, at)
        at = _behind(_BLANK, text, text.index(":", at) + 1)
        if name == "items" and text.startswith("[", at):
            return list(_elements(text, at + 1))
        _, at = _JSON.raw_decode(text, at)
    return [(start, _JSON.raw_decode(text, start)[1])]


def _elements(text: str, at: int) -> Iterator[tuple[int, int]]:
    while not text.startswith("]", at := _behind(_BETWEEN, text, at)):
        _, end = _JSON.raw_decode(text, at)
        yield at, end
        at = end


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        if line.strip("\ufeff \t\r\n"):
            yield start + _behind(_BLANK, line, 0), start + len(line.rstrip())
        start += len(line) + 1


def _behind(what: re.Pattern[str], text: str, at: int) -> int:
    match = what.match(text, at)
    return match.end() if match else at
