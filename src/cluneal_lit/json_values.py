"""Values out of JSON that may hold anything: each function gives an empty value for what is of another kind."""

from __future__ import annotations

import msgspec

from cluneal_lit import dates
from cluneal_lit.model import Date


def decoded(body: bytes) -> object:
    """The JSON of an answer; None for what is no JSON."""
    try:
        return msgspec.json.decode(body)
    except (ValueError, RecursionError):  # ValueError: msgspec's own, and the one of what is no UTF-8
        return None


def decoded_leniently(body: bytes) -> object:
    """The JSON of an answer, even if strings in it hold raw line ends and the like; None for what is no JSON."""
    return decoded(body) or decoded(body.translate(_BLANKED))


_BLANKED = bytes.maketrans(bytes(range(32)), b" " * 32)


def text(value: object) -> str:
    """The string, or a number as one."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def texts(value: object) -> tuple[str, ...]:
    """The strings of a list that are not blank; a lone string is a list of one."""
    found = value if isinstance(value, list) else [value]
    return tuple(string for one in found if (string := text(one)).strip())


def first(value: object) -> str:
    """The first string of a list that is not blank."""
    return next(iter(texts(value)), "")


def mapping(value: object) -> dict[str, object]:
    """The object."""
    return value if isinstance(value, dict) else {}


def mappings(value: object) -> tuple[dict[str, object], ...]:
    """The objects of a list."""
    return tuple(one for one in value if isinstance(one, dict)) if isinstance(value, list) else ()


def date(value: object) -> Date | None:
    """The date of `{"date-parts": [[2024, 3, 12]]}`; None for `[[null]]` and whatever else has no year."""
    listed = mapping(value).get("date-parts")
    parts = listed[0] if isinstance(listed, list) and listed and isinstance(listed[0], list) else []
    return dates.from_parts(*(text(part) or None for part in (*parts, None, None, None)[:3]))
