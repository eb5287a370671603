"""The people in a cell of a table, who are written in many ways."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from cluneal_lit import names
from cluneal_lit.folding import one_line
from cluneal_lit.formats import brought, suffixed
from cluneal_lit.formats.people import GLUED, is_cut_off, of_line, person, with_and
from cluneal_lit.formats.people import people as listed
from cluneal_lit.model import Name

_AND = re.compile(r"(?<!\s)\s+and\s+")
_MARKED = re.compile(r"(?<!\s)\s*\(\d{6,12}\)")  # Scopus' numbers of authors
_INITIALS = re.compile(r"(?<=\b[A-Z]\.) (?=[A-Z]\.)")


def people(written: str, in_order: bool) -> tuple[Name, ...]:
    """The people of a cell; `in_order` says that its table writes them as `surnames_first` tells."""
    parts = _AND.split(one_line(written)) if in_order and ";" not in written else []
    if any("," in part for part in parts) and not with_and(written):
        return tuple(_person(part, person) for part in parts)
    parts = [part for part in written.split(";") if part.strip()]
    alone = one_line(written)
    if len(parts) == 1 and (group := brought.group(alone)):
        return (group,)
    if brought.is_one(alone) and not (with_and(alone) or is_cut_off(alone)) and not GLUED.search(alone):
        return (suffixed.parse(alone),)
    if len(parts) > 1 and any("," in part for part in parts) and not _MARKED.search(written):
        return tuple(name for part in parts for name in _of_part(one_line(part)))
    return listed(_INITIALS.sub("", GLUED.sub("; ", _MARKED.sub("", written))))


def _of_part(written: str) -> tuple[Name, ...]:
    """The people of a part of a cell, mostly one."""
    joined = " and " in written or " & " in written
    return of_line(written) if joined and not brought.group(written) else (_person(written, _group),)


def _person(written: str, without_comma: Callable[[str], Name]) -> Name:
    """One of several people that are parted by a sign of their own."""
    if (one := person(written)) == names.ET_AL:
        return one
    return (brought.group(written) or person(written)) if "," in written else without_comma(written)


def _group(written: str) -> Name:
    """What stands without a comma among people with one: a group, or a family name."""
    alone = " " not in written or names.is_initials(written.rpartition(" ")[2])
    return names.parse(written) if alone else Name(literal=written)


def surnames_first(rows: Sequence[Sequence[str]], column: int) -> bool:
    """Whether authors are written as in BibTeX, `Isu, Toyohiko and Kim, Kyongsong`: then a lone one is, too."""
    lists = [_AND.split(row[column]) for row in rows if 0 <= column < len(row) and ";" not in row[column]]
    several = [parts for parts in lists if len(parts) > 1]
    turned = sum(all(part.count(",") in (1, 2) for part in parts) for parts in several)
    return 2 * turned > len(several)
