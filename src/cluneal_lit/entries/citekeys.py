"""Citation keys: given once, never lettered anew, the same for every order of input.

The key file remembers each key with the handles of its work: its identifiers and the names of its library records. A
work is known again by them. When two works become one, one key stays and the other becomes its alias, with its handles
kept, so that it comes back when the works part again.
"""

from __future__ import annotations

import re
import string
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from itertools import chain, product

from msgspec import Struct

from cluneal_lit import names
from cluneal_lit.entries.known_keys import handles, known_again, untaken
from cluneal_lit.entries.library_keys import fit, given_keys, library_keys, record_keys
from cluneal_lit.entries.library_names import Handles, Known, taken, without_file
from cluneal_lit.entries.remembering import remembered
from cluneal_lit.entries.strangers import strangers
from cluneal_lit.entries.works import Group
from cluneal_lit.folding import folded, words
from cluneal_lit.model import Note, Work


class Assigned(Struct, frozen=True):
    """The works under their keys, sorted by key, and the key file's content: `works` and `aliases`."""

    works: tuple[Work, ...]
    known: dict[str, tuple[str, ...]]
    aliases: dict[str, str]


def assigned(
    groups: Iterable[Group],
    notes: Sequence[Note],
    known: Known,
    aliases: Mapping[str, str],
    links: Mapping[str, str] | None = None,
) -> Assigned:
    """A key for every work: the one it has, else its library's, else its note's file name, else author and year.

    `known` and `aliases` are those of the key file, `links` lead from a replaced identifier to the one it is now; notes
    name records as they are called today. A key that no work has any more stays taken.
    """
    ordered = sorted(groups, key=_order)
    past = taken(chain.from_iterable(group.records for group in ordered), known)
    strange = strangers(chain.from_iterable(group.records for group in ordered), known)
    before: defaultdict[str, list[str]] = defaultdict(list)
    for old, now in past.items():
        before[now].append(old)
    named = [*map(handles, ordered)]
    noted = _noted(ordered, named, notes, links or {})
    keyed, merged = known_again(ordered, named, known, {**(links or {}), **past}, aliases)
    ends = _ends({old: key for old, key in aliases.items() if old not in keyed} | merged, ordered, keyed, past)
    freed = aliases.keys() - ends.keys() - keyed.keys()
    given = {key.lower() for key in {*known, *aliases} - freed}  # BibTeX and some file systems know no case
    new = sorted(set(range(len(ordered))) - set(keyed.values()))
    for wanted in (library_keys, lambda group: noted.get(_name(group), ())):
        new = _given(new, ordered, wanted, keyed, given)
    _given(new, ordered, lambda group: _free(_author_year(group)), keyed, given)
    besides = _besides(ends, ordered, keyed)
    by_name = {fit(note.key): note for note in reversed(notes)}
    return Assigned(
        works=tuple(_work(key, ordered[keyed[key]], besides[key], by_name, noted) for key in sorted(keyed)),
        known={
            **known,
            **{key: remembered(ordered[index], named[index], past, before, strange) for key, index in keyed.items()},
        },
        aliases=ends,
    )


def _given(
    indexes: Iterable[int],
    groups: Sequence[Group],
    wanted: Callable[[Group], Iterable[str]],
    keyed: dict[str, int],
    taken: set[str],
) -> list[int]:
    """Give each group the first key it wants that is free; the groups that want none of the free ones."""
    rest: list[int] = []
    for index in indexes:
        key = next((key for key in wanted(groups[index]) if key.lower() not in taken), "")
        if key:
            keyed[key] = index
            taken.add(key.lower())
        else:
            rest.append(index)
    return rest


def _noted(
    groups: Sequence[Group], named: Sequence[Handles], notes: Sequence[Note], links: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """The keys of the notes of each group that has any, by the group's name."""
    by_handle: defaultdict[str, list[str]] = defaultdict(list)
    for note in notes:
        for name in note.works:
            by_handle[without_file(links.get(name, name))].append(note.key)
    found = {
        _name(group): tuple(sorted({key for name in mine for key in by_handle.get(without_file(name), ())}))
        for group, mine in zip(groups, named, strict=True)
    }
    return {name: tuple(map(fit, keys)) for name, keys in found.items() if keys}


def _work(
    key: str,
    group: Group,
    besides: Sequence[str],
    notes: Mapping[str, Note],
    noted: Mapping[str, tuple[str, ...]],
) -> Work:
    mine = noted.get(_name(group), ())
    chosen = key if key in mine else next(iter(mine), "")
    return Work((key, *besides), group.records, notes.get(chosen), group.ids, group.also)


def _ends(
    aliases: Mapping[str, str], groups: Sequence[Group], keyed: Mapping[str, int], past: Container[str]
) -> dict[str, str]:
    """Each alias with the key to which it leads in the end; none that a library gives to other works alone, but by
    names that these took."""
    bearers: defaultdict[str, set[int]] = defaultdict(set)
    for index, group in enumerate(groups):
        for name in _written(untaken(group, past)):
            bearers[name].add(index)
    ends = {old: _end(key, aliases) for old, key in aliases.items()}
    return {old: key for old, key in ends.items() if old not in bearers or keyed.get(key) in bearers[old]}


def _besides(ends: Mapping[str, str], groups: Sequence[Group], keyed: Mapping[str, int]) -> dict[str, list[str]]:
    """The other names of each key's work, aliases first, then what libraries write; each is one work's alone."""
    owners = {old: ends[old] for old in sorted(ends)}
    for key in sorted(keyed):
        for name in _written(groups[keyed[key]]):
            owners.setdefault(name, key)
    found: dict[str, list[str]] = {key: [] for key in keyed}
    for name, key in owners.items():
        if name not in keyed and key in found:
            found[key].append(name)
    return found


def _written(group: Group) -> Iterable[str]:
    """The keys that libraries write for the records of a work."""
    return chain(chain.from_iterable(map(record_keys, group.records)), given_keys(group))


def _end(key: str, aliases: Mapping[str, str]) -> str:
    """Where a chain of aliases ends."""
    seen = {key}
    while key in aliases and aliases[key] not in seen:
        key = aliases[key]
        seen.add(key)
    return key


def _name(group: Group) -> str:
    return group.records[0].key


def _author_year(group: Group) -> str:
    fields = [record.fields for record in group.records]
    author = next((found.author[0] for found in fields if found.author), None)
    year = next((found.issued.year for found in fields if found.issued and found.issued.year), None)
    title = next((found.title for found in fields if found.title), "")
    name = names.surname(author) if author else next((word for word in words(title) if len(word) > 3), "")
    return f"{re.sub('[^a-z0-9]', '', name) or 'work'}{year or ''}"


def _free(stem: str) -> Iterable[str]:
    letters = chain.from_iterable(product(string.ascii_lowercase, repeat=length) for length in (1, 2, 3))
    return chain([stem], (stem + "".join(letter) for letter in letters))


def _order(group: Group) -> tuple[object, ...]:
    fields = group.records[0].fields
    year = fields.issued.year if fields.issued and fields.issued.year else 9999
    return (year, folded(fields.title), _name(group))
