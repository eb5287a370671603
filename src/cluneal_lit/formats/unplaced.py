"""The fields of a work for which a format has no place, as lines of its notes, and read from these again."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from msgspec.structs import replace

from cluneal_lit.formats import suffixed
from cluneal_lit.model import Fields, Name
from cluneal_lit.names import parted

# What RIS and EndNote have a place for.
HELD = frozenset(
    "type title title_short author editor container_title container_title_short collection_title publisher"
    " publisher_place edition issued volume issue page number language url".split()
)
_TEXTS = frozenset(name for name in Fields.__struct_fields__ if isinstance(getattr(Fields(), name), str))
PEOPLE = frozenset(("translator", "chair"))


def beside(fields: Fields, held: Iterable[str]) -> list[str]:
    """The fields for which a format has no place, as lines of its note; `held` are those for which it has one."""
    left = (name for name in fields.__struct_fields__ if name not in held)
    said = ((name, getattr(fields, name)) for name in left)
    return [f"{name.replace('_', ' ')}: {_shown(value)}" for name, value in said if value]


def noted(notes: Iterable[str], fields: Fields, held: Collection[str]) -> Fields:
    """The fields with those texts and people that a note says in lines of `beside`; what is known already stays."""
    found: dict[str, object] = {}
    for note in notes:
        word, sign, value = note.partition(": ")
        name = word.replace(" ", "_")
        if sign and value and name in _TEXTS | PEOPLE and name not in held and not getattr(fields, name):
            found.setdefault(name, value if name in _TEXTS else tuple(map(_person, value.split("; "))))
    return replace(fields, **found) if found else fields


def _person(written: str) -> Name:
    is_group = "," not in written and " " in written
    return Name(literal=written) if is_group else parted(suffixed.parse(written))


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(suffixed.inverted, value))
    return str(value)
