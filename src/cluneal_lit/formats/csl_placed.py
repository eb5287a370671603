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
    told = list(csl_file.entries(text, file))
    start = _behind(_BLANK, text, 0)
    if any(number for number, _ in told):
        lines = list(_lines(text))
        places = [lines[number - 1] for number, _ in told if number]
    elif text.startswith("[", start):
        places = list(_elements(text, start + 1))
    else:
        places = _of_one(text, start) if told else []
    return tuple(Placed(*place, value) for place, (_, value) in zip(places, told, strict=True))


def _of_one(text: str, start: int) -> list[tuple[int, int]]:
    """The place of one value, or of each of the `items` of an object, which as in all JSON are the last so called."""
    _, end = _JSON.raw_decode(text, start)
    items = end
    at = start + 1 if text.startswith("{", start) else end
    while text.startswith('"', at := _behind(_BETWEEN, text, at)):
        name, at = _JSON.raw_decode(text, at)
        at = _behind(_BLANK, text, text.index(":", at) + 1)
        items = at if name == "items" else items
        _, at = _JSON.raw_decode(text, at)
    return list(_elements(text, items + 1)) if text.startswith("[", items) else [(start, end)]


def _elements(text: str, at: int) -> Iterator[tuple[int, int]]:
    while not text.startswith("]", at := _behind(_BETWEEN, text, at)):
        _, end = _JSON.raw_decode(text, at)
        yield at, end
        at = end


def _lines(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        yield start + _behind(_BLANK, line, 0), start + len(line.rstrip())
        start += len(line) + 1


def _behind(what: re.Pattern[str], text: str, at: int) -> int:
    match = what.match(text, at)
    return match.end() if match else at
