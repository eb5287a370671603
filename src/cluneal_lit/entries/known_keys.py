"""Which work each citation key was given for: it is known again by the handles that the key file remembers.

Handles are the identifiers of a work and the names of its library records, as they are today; those for which a key was
given first stand first, so that it stays with them when the work is parted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence

from cluneal_lit.entries.library_keys import given_keys, library_keys
from cluneal_lit.entries.remembering import LIBRARY, Handles, Known
from cluneal_lit.entries.works import Group
from cluneal_lit.formats import brought


def citable(known: Iterable[str], aliases: Iterable[str]) -> frozenset[str]:
    """The keys and aliases of the key file by which a text may name a work in passing; not the numbers that programs
    give."""
    return frozenset(key for key in (*known, *aliases) if not brought.is_number(key))


def handles(group: Group) -> Handles:
    """The names by which a work is known again: its identifiers, and the names of its records in libraries."""
    return (*group.ids.keys(), *group.also, *(one.key for one in group.records if one.source == "library"))


def today(name: str, theirs: Container[str], links: Mapping[str, str]) -> str:
    """What a handle is now: itself where it is one of `theirs`, even if it was replaced, for two works whose sources
    contradict each other are not joined by that; else what replaced it."""
    return name if name in theirs else links.get(name, name)


def known_again(
    groups: Sequence[Group], known: Known, aliases: Mapping[str, str], links: Mapping[str, str]
) -> tuple[dict[str, int], dict[str, str]]:
    """The group of each key that is known again and no alias, and each alias with the key of which it is one; those
    until now are `aliases`, `links` lead from a replaced identifier to the one it is now."""
    owners = {name: index for index, group in enumerate(groups) for name in handles(group)}
    meant: defaultdict[int, list[str]] = defaultdict(list)
    for key, names in known.items():
        those = (owners.get(today(name, owners, links)) for name in names)
        if (index := next((one for one in those if one is not None), None)) is not None:
            meant[index].append(key)
    keyed: dict[str, int] = {}
    found = dict(aliases)
    for index, keys in meant.items():
        others = sorted(keys, key=lambda key: _place(key, keys, groups[index], known, aliases, links))
        first = others.pop(0)
        keyed[first] = index
        found.pop(first, None)
        found |= {key: first for key in others if aliases.get(key) not in keys}
    return keyed, found


def _place(
    key: str,
    keys: Container[str],
    group: Group,
    known: Known,
    aliases: Mapping[str, str],
    links: Mapping[str, str],
) -> tuple[bool, int, bool, int, str]:
    """The place of a key among the `keys` of one work, the least that of the one that is printed: no alias of another,
    then the first that its libraries give it, one of a library, the one that was given for the first of its handles."""
    own, mine = given_keys(group), handles(group)
    here = [name for name in (today(name, mine, links) for name in known[key]) if name in mine]
    is_library = any(name.startswith(LIBRARY) for name in here)
    rank = own.index(key) if key in own else len(own)
    return aliases.get(key) in keys, rank, not is_library, min(map(mine.index, here)), key


def root(record: str, known: Known, aliases: Mapping[str, str], keys: Iterable[str]) -> str:
    """The key that was given first for the entry with this name, of these `keys` of its work; empty for none."""
    mine = {key for key in keys if known.get(key, ())[:1] == (record,)}
    return min((key for key in mine if aliases.get(key) not in mine), default="")


def remembered(group: Group, key: str, before: Handles, links: Mapping[str, str]) -> Handles:
    """The handles of a work, those first for which its key was given before; of a new key those of the record that
    gives it, or else of services, which are surer than what a file calls a record."""
    mine = handles(group)
    if kept := tuple(name for name in (today(name, mine, links) for name in before) if name in mine):
        return tuple(dict.fromkeys((*kept, *mine)))
    giving = [record.key for record in group.records if key in library_keys(Group((record,), group.ids))]
    from_service = any(one.source != "library" for one in group.records)
    names = () if from_service else mine[-len(group.records) :]
    return tuple(dict.fromkeys((*giving, *names, *mine)))


def end(key: str, aliases: Mapping[str, str]) -> str:
    """Where a chain of aliases ends."""
    seen = {key}
    while key in aliases and aliases[key] not in seen:
        key = aliases[key]
        seen.add(key)
    return key
