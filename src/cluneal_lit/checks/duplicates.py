"""Rules about works that are alike: those that were joined for it, and those on which a person has to decide."""

from __future__ import annotations

import shlex
from collections.abc import Iterator

from cluneal_lit.checks.case import Case
from cluneal_lit.compare import Comparison, compared
from cluneal_lit.model import Alike, Finding


def joined(case: Case) -> Iterator[Finding]:
    """Works whose records no identifier and no decision joins."""
    keys = _keys(case)
    for one in case.alike:
        if one.joined:
            yield _told("LIT608", one, keys[one.one[0].key], one.names)


def asked(case: Case) -> Iterator[Finding]:
    """Works of which it is not certain whether they are one or two."""
    keys = _keys(case)
    for one in case.alike:
        if not one.joined:
            both = (keys[one.one[0].key], keys[one.other[0].key])
            yield _told("LIT609", one, both[0], both)


def _keys(case: Case) -> dict[str, str]:
    """The citation key of each record's work."""
    return {record.key: work.keys[0] for work in case.works.values() for record in work.records}


def _told(code: str, alike: Alike, key: str, called: tuple[str, str]) -> Finding:
    one, other = called
    values = {"one": one, "other": other, "how": _how(alike)}
    return Finding(code, key=key, values={**values, "about": shlex.join(alike.names), "id": " ".join(alike.names)})


def _how(alike: Alike) -> str:
    """What decided, what both say, and what they say otherwise, side by side. How sure it is depends on all other works
    a little, and would change what is told of these."""
    said = [one for one in compared(alike.one[0].fields, alike.other[0].fields) if one.field != "author"]
    same = ", ".join(one.field for one in said if _is_same(one))
    differing = (
        f"{one.field} {_quoted(one.left)} | {_quoted(one.right)}"
        for one in said
        if not _is_same(one) and one.left != one.right
    )
    parts = (alike.why, same and f"the same {same}", *differing)
    return "; ".join(filter(None, parts))


def _is_same(one: Comparison) -> bool:
    """Whether both say the same; of authors also by their initials, as far as both name them."""
    pairs = zip(one.left.split(", "), one.right.split(", "), strict=False) if one.field == "authors" else ()
    return one.relation == "equal" and all(left.startswith(right) or right.startswith(left) for left, right in pairs)


def _quoted(said: str) -> str:
    return f"“{said}”" if said else "nothing"
