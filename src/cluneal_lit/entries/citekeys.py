"""Citation keys: given once, never lettered anew, the same for every order of input."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, product

from msgspec import Struct

from cluneal_lit import names
from cluneal_lit.entries.works import Group, ids
from cluneal_lit.folding import folded, words
from cluneal_lit.model import Note, Work

_UNFIT = re.compile(r"[\s\"#%'(),=@{}~\\]+")


class Assigned(Struct, frozen=True):
    """The works under their keys, sorted by key, and the key file's content: `works` and `aliases`."""

    works: tuple[Work, ...]
    known: dict[str, tuple[str, ...]]
    aliases: dict[str, str]


def assigned(
    groups: Iterable[Group],
    notes: Sequence[Note],
    known: Mapping[str, tuple[str, ...]],
    aliases: Mapping[str, str],
) -> Assigned:
    """A key for every work: the one it has, else its library's, else its note's file name, else author and year.

    `known` and `aliases` are those of the key file. A key that no work has any more stays taken.
    """
    keyed: dict[str, Group] = {}
    new: list[Group] = []
    old_aliases = dict(aliases)
    holders = _holders(known)
    for group in sorted(groups, key=_order):
        mine = sorted({key for name in handles(group) for key in holders.get(name, ()) if key not in keyed})
        if not mine:
            new.append(group)
            continue
        key = next((key for key in library_keys(group) if key in mine), mine[0])
        keyed[key] = group
        old_aliases.update({other: key for other in mine if other != key})
    taken = set(known) | set(old_aliases) | set(keyed)
    for wanted in (library_keys, lambda group: _note_keys(group, notes)):
        new = _given(new, wanted, keyed, taken)
    _given(new, lambda group: _free(_author_year(group)), keyed, taken)
    kept = {key: names for key, names in known.items() if key not in old_aliases}
    return Assigned(
        works=tuple(_work(key, keyed[key], old_aliases, notes) for key in sorted(keyed)),
        known={**kept, **{key: handles(group) for key, group in keyed.items()}},
        aliases=old_aliases,
    )


def _given(
    groups: list[Group], wanted: Callable[[Group], Iterable[str]], keyed: dict[str, Group], taken: set[str]
) -> list[Group]:
    """Give each group the first key it wants that is free; the groups that want none of the free ones."""
    rest: list[Group] = []
    for group in groups:
        key = next((key for key in wanted(group) if key not in taken), "")
        if key:
            keyed[key] = group
            taken.add(key)
        else:
            rest.append(group)
    return rest


def handles(group: Group) -> tuple[str, ...]:
    """The names by which a work is known again: its identifiers, else those of its records."""
    return ids(group).keys() or tuple(record.key for record in group)


def library_keys(group: Group) -> list[str]:
    """The keys that people's libraries give a work, fit for every format."""
    return [_fit(record.id.partition("#")[2]) for record in group if record.source == "library"]


def _holders(known: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
    holders: dict[str, list[str]] = {}
    for key in sorted(known):
        for name in known[key]:
            holders.setdefault(name, []).append(key)
    return holders


def _work(key: str, group: Group, aliases: Mapping[str, str], notes: Sequence[Note]) -> Work:
    others = [other for other in sorted(aliases) if aliases[other] == key]
    others += [other for other in library_keys(group) if other != key and other not in others]
    return Work((key, *others), group, next((note for note in notes if set(note.works) & set(handles(group))), None))


def _note_keys(group: Group, notes: Sequence[Note]) -> list[str]:
    return [_fit(note.key) for note in notes if set(note.works) & set(handles(group))]


def _author_year(group: Group) -> str:
    fields = [record.fields for record in group]
    author = next((found.author[0] for found in fields if found.author), None)
    year = next((found.issued.year for found in fields if found.issued and found.issued.year), None)
    title = next((found.title for found in fields if found.title), "")
    name = names.surname(author) if author else next((word for word in words(title) if len(word) > 3), "")
    return f"{re.sub('[^a-z0-9]', '', name) or 'work'}{year or ''}"


def _free(stem: str) -> Iterable[str]:
    letters = chain.from_iterable(product(string.ascii_lowercase, repeat=length) for length in (1, 2, 3))
    return chain([stem], (stem + "".join(letter) for letter in letters))


def _fit(key: str) -> str:
    return _UNFIT.sub("-", key).strip("-") or "work"


def _order(group: Group) -> tuple[object, ...]:
    fields = group[0].fields
    year = fields.issued.year if fields.issued and fields.issued.year else 9999
    return (year, folded(fields.title), group[0].key)
