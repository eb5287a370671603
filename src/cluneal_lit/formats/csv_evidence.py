"""The table of evidence that is written here, read again: the status of a work, and who edited it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from cluneal_lit import dates
from cluneal_lit.formats import carried, notices
from cluneal_lit.late import late

# Heads of its columns by which it is known.
HEADS = frozenset(("evidence level", "bottom line", "status", "cited in"))
_LABELS = "|".join(sorted(notices.LABELS.values(), key=len, reverse=True))
_STATUS = late(rf"(?P<name>{_LABELS})(?:, (?P<day>[^();]+?))?(?: \([^()]*\))?(?:; .*)?")
_QUIET = re.compile(r"(?:No notice of retraction|Not checked for retractions)\b.*")  # of our asking, not of the work
_EDITORS = re.compile(r"(.+?) \(eds?\)")


def is_one(heads: Collection[str]) -> bool:
    """Whether a table with these heads is one of evidence, as we write it."""
    return HEADS.issubset(heads)


def people(cells: Mapping[str, str]) -> dict[str, str]:
    """The cells of a row by their fields, with editors (`Rossi, Anna (ed)`) as such; a lone name of several words is
    that of a group."""
    written = cells.get("author", "")
    match = _EDITORS.fullmatch(written)
    role, named = ("editor", match[1]) if match else ("author", written)
    is_group = " " in named and not {",", ";"} & set(named)
    others = {name: cell for name, cell in cells.items() if name != "author"}
    return others | {role: f"{named}," if is_group else named}


def told(custom: Mapping[str, object]) -> dict[str, object]:
    """What the other columns say, the status as the sentence by which a file claims it."""
    said = str(custom.get("status", ""))
    others = {word: value for word, value in custom.items() if word != "status"}
    if match := _STATUS.fullmatch(said):
        day = dates.parse(match["day"] or "")
        when = f" {match['day']}" if day and dates.is_understood(day) else ""
        return others | {carried.NOTICE: f"{match['name'].upper()}{when}."}
    return others if _QUIET.fullmatch(said) else dict(custom)
