"""The people and groups who made a DataCite work."""

from __future__ import annotations

import re

from cluneal_lit import names
from cluneal_lit.json_values import mappings, text
from cluneal_lit.model import Author, Name
from cluneal_lit.sources import datacite_beyond, markup

# Standard words for a value that is not known, and the like (schema, appendix 3).
_UNKNOWN = re.compile(r"\(:(?:un\w\w|none|null|tba|etal)\)|unknown|anonymous|n/?a", re.IGNORECASE)
_AFFILIATION = re.compile(r"\s*\([^()]*\)$")


def people(value: object) -> tuple[tuple[Name, Author], ...]:
    """The people and groups of a list, without what stands for nobody, each with what is said beyond the name."""
    found = ((_name(person), person) for person in mappings(value))
    return tuple((name, datacite_beyond.author(person)) for name, person in found if name != Name())


def creators(value: object) -> tuple[Name, ...]:
    """The names alone."""
    return tuple(name for name, _ in people(value))


def _name(person: dict[str, object]) -> Name:
    whole, family, given = (
        known(_AFFILIATION.sub("", markup.plain(text(person.get(key))))) for key in ("name", "familyName", "givenName")
    )
    if text(person.get("nameType")) == "Organizational":
        return Name(literal=known(markup.plain(text(person.get("name")))))
    if family:
        return Name(family=family, given=given)
    if "," in whole and ";" not in whole:
        return names.parse(whole)
    if text(person.get("nameType")) == "Personal" or given:
        return Name(family=whole or given)
    return Name(literal=known(markup.plain(text(person.get("name")))))


def known(value: str) -> str:
    """The value, empty for a word that says that there is none."""
    return "" if _UNKNOWN.fullmatch(value.strip()) else value
