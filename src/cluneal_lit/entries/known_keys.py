"""Which work each citation key was given for: it is known again by the handles that the key file remembers.

Handles are the identifiers of a work and the names of its library records. The name of a record to which its file gives
no key is made of what it says, so it is the same in every file; but two works may say the same, and then identifiers
part them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cluneal_lit import identifiers
from cluneal_lit.entries.library_keys import fit, library_keys, repeated_keys
from cluneal_lit.entries.works import Group
from cluneal_lit.formats import brought

Known = Mapping[str, tuple[str, ...]]
Again = Sequence[Mapping[str, str]]  # of each group, names of records by those of today
_LIBRARY = "library/"
Fit = tuple[tuple[float, ...], str, int]  # how well a group fits a key, the least best; the key and the group


def handles(group: Group) -> tuple[str, ...]:
    """The names by which a work is known again: its identifiers, and the names of its records in libraries."""
    return (*group.ids.keys(), *group.also, *(record.key for record in group.records if record.source == "library"))


def without_file(name: str) -> str:
    """The handle without the file of a record whose key was made."""
    key = name.partition("#")[2] if name.startswith(_LIBRARY) else ""
    return key if brought.is_made(key) else name


def by_content(groups: Sequence[Group], known: Known) -> Again:
    """Of each group the library records that `known` has by a name made of what they say, since their file gave their
    key to one before them, and that are the first with it today: that name by the one of today."""
    made = {made for names in known.values() for name in names if _is_made(made := without_file(name))}
    stems = {name.partition("~")[0] for name in made}
    found: list[dict[str, str]] = []
    for group in groups:
        first = (record for record in group.records if record.source == "library" and brought.key(record) in stems)
        names = {record.key: brought.again(brought.key(record), record.fields) for record in first}
        found.append({name: again for name, again in names.items() if again in made})
    return found


def known_again(
    groups: Sequence[Group], known: Known, links: Mapping[str, str], again: Again
) -> tuple[dict[str, int], dict[str, str]]:
    """The group of each key that is known again, and the keys that became aliases of others; `again` as `by_content`
    gives it."""
    keyed: dict[str, int] = {}
    primary: dict[int, str] = {}
    merged: dict[str, str] = {}
    borne = _borne(groups, known)
    fits = sorted(fit for fit in _fits(groups, known, links, again) if fit[2] in borne.get(fit[1], (fit[2],)))
    for _, key, index in fits:
        if key not in keyed and index not in primary:
            keyed[key] = index
            primary[index] = key
    for _, key, index in fits:
        if key not in keyed and index in primary:
            merged.setdefault(key, primary[index])
    for key, index in ((key, index) for key, those in borne.items() for index in those):
        if key not in keyed and index not in primary:
            keyed[key] = index
            primary[index] = key
    return keyed, merged


def _fits(groups: Sequence[Group], known: Known, links: Mapping[str, str], again: Again) -> Iterator[Fit]:
    """The keys that each group may have had.

    The library's own keys count most, in their order, so that the key before a parting is that after its end; then
    the names of its records, then how much of what the key stood for is there, and what of it.
    """
    meant = {key: {without_file(links.get(name, name)) for name in names} for key, names in known.items()}
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(known):
        for name in meant[key]:
            holders[name].append(key)
    for index, (group, made) in enumerate(zip(groups, again, strict=True)):
        mine, own = tuple(made.get(name, name) for name in handles(group)), library_keys(group)
        names = [*dict.fromkeys(map(without_file, mine))]
        for key in sorted({key for name in names for key in holders.get(name, ())}):
            shared = meant[key].intersection(names)
            if not _is_another(shared, meant[key], names):
                named = sum(name.startswith(_LIBRARY) for name in shared)
                rank = own.index(key) if key in own else len(own)
                here = len(set(known[key]).intersection(mine))
                share = len(shared) / len(meant[key])
                yield (rank, -named, -share, min(map(names.index, shared)), -here), key, index


def _is_another(shared: Iterable[str], theirs: Iterable[str], ours: Iterable[str]) -> bool:
    """Whether two works say the same, and no more: their identifiers of one kind are others."""
    if not all(map(_is_made, shared)):
        return False
    one, other = (_by_kind(names) for names in (theirs, ours))
    return any(one[kind].isdisjoint(other[kind]) for kind in one.keys() & other.keys())


def _by_kind(names: Iterable[str]) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        if not name.startswith(_LIBRARY) and not _is_made(name):
            found[name.partition(":")[0]].add(name)
    return found


def _is_made(name: str) -> bool:
    """Whether a handle `without_file` is a key that was made; the end of a DOI may look like one."""
    return name.partition(":")[0] not in identifiers.NORMAL and brought.is_made(name)


def _borne(groups: Sequence[Group], known: Known) -> dict[str, list[int]]:
    """The groups to which people's files give a key today, by each key that such a file gave before: it is no other
    work's, though that has an identifier for which the key stood."""
    borne: defaultdict[str, list[int]] = defaultdict(list)
    for index, group in enumerate(groups):
        for key in (*library_keys(group), *repeated_keys(group)):
            names = (name for name in known.get(key, ()) if name.startswith(_LIBRARY))
            if any(fit(name.partition("#")[2]) == key for name in names):
                borne[key].append(index)
    return borne
