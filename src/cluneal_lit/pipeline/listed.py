"""Reading lists by the keys of their works."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from cluneal_lit import identifiers
from cluneal_lit.model import ReadingList, Work


def listed(lists: Iterable[ReadingList], works: Iterable[Work]) -> tuple[ReadingList, ...]:
    """The reading lists with citation keys where they name works by identifiers."""
    by_id = {name: work.keys[0] for work in works for name in work.names}
    return tuple(
        replace(
            one, items=tuple(replace(item, key=by_id.get(identifiers.key(item.key), item.key)) for item in one.items)
        )
        for one in lists
    )
