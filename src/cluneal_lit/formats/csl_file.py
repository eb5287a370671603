"""The entries of a CSL-JSON file, before anything is known about them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from cluneal_lit.errors import StoreError
from cluneal_lit.late import late

_LONE_SURROGATE = late("[\ud800-\udfff]")
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_DEEPEST = 50  # levels of brackets; Crossref's records have seven
_TOO_DEEP = "brackets are nested too deeply for a bibliography"


class _DeepError(Exception):
    """Brackets are nested more deeply than anything reads them."""


class Broken(str):
    """Why one line of a JSON Lines file is no JSON."""


def entries(text: str, file: str) -> Iterator[tuple[int | None, object]]:
    """Each entry of an array, one object, `{"items": […]}` or JSON Lines; with its line where lines are entries.

    A line of JSON Lines that is no JSON gives `Broken`. Raises StoreError, with line and column, for a text of which
    nothing is JSON.
    """
    text = text.removeprefix("\ufeff")
    try:
        whole = _loaded(text) if text.strip() else []
    except _DeepError as error:
        raise StoreError(f"{file}: {_TOO_DEEP}; export it again as CSL-JSON") from error
    except ValueError as error:
        split = () if text.lstrip().startswith("[") else enumerate(text.split("\n"), 1)
        lines = [(number, parsed(line)) for number, line in split if line.strip()]
        if not any(isinstance(value, dict) for _, value in lines):
            raise StoreError(f"{file}: {_place(error)}; mend it, or export it again as CSL-JSON") from error
        yield from lines
        return
    if isinstance(whole, dict) and isinstance(whole.get("items"), list):
        whole = whole["items"]  # what Zotero's web interface gives
    yield from ((None, value) for value in (whole if isinstance(whole, list) else [whole]))


def parsed(line: str) -> object:
    """The value of a line of JSON Lines; `Broken` for one that is no JSON."""
    try:
        return _loaded(line)
    except _DeepError:
        return Broken(_TOO_DEEP)
    except ValueError as error:
        return Broken(_place(error, whole=False))


def _loaded(text: str) -> object:
    """The value of a JSON text; a lone surrogate can only stand there escaped."""
    try:
        value = json.loads(text)
    except RecursionError as error:
        raise _DeepError from error
    if _is_deep(value):
        raise _DeepError
    return _clean(value) if _ESCAPED_SURROGATE.search(text) else value


def _is_deep(value: object) -> bool:
    """Whether brackets are nested deeper than any bibliography has them; level by level, whatever their number."""
    level = [value]
    for _ in range(_DEEPEST + 1):
        level = [
            part
            for one in level
            if isinstance(one, dict | list)
            for part in (one.values() if isinstance(one, dict) else one)
            if isinstance(part, dict | list)
        ]
        if not level:
            return False
    return True


def _place(error: ValueError, *, whole: bool = True) -> str:
    if not isinstance(error, json.JSONDecodeError):
        return f"no JSON: {error}"  # a number of thousands of digits
    where = f"line {error.lineno}, column {error.colno}" if whole else f"column {error.colno}"
    return f"{where}: no JSON: {error.msg}"


def _clean(value: object) -> object:
    """The value with lone surrogates, which JSON can spell and UTF-8 cannot, made replacement characters."""
    if isinstance(value, str) and not value.isascii():
        return _LONE_SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_clean(part) for part in value]
    if isinstance(value, dict):
        return {str(_clean(name)): _clean(part) for name, part in value.items()}
    return value
