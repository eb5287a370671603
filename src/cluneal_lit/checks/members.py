"""Persons who are named in the place of their group, or the group in theirs."""

from __future__ import annotations

from cluneal_lit import names
from cluneal_lit.checks import people
from cluneal_lit.model import Fields


def may_be(one: Fields, other: Fields) -> bool:
    """Whether of two lists the one names groups alone and the other persons, who may be their members."""
    if not (_named(one) and _named(other)):
        return False
    return bool(people.individuals(one.author)) != bool(people.individuals(other.author))


def _named(fields: Fields) -> bool:
    return any(name != names.ET_AL for name in fields.author)
