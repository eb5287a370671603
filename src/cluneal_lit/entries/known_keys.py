"""Which work each citation key was given for: it is known again by the handles that the key file remembers.

Handles are the identifiers of a work, the names of its library records, their keys with what they say, and what they
say alone, which are the same in every file and place: a key stays with its work when another's record takes the name,
be it that it stands before it in the file, in a file that is called so now, or that all have new names. Two works may
say the same, and then identifiers part them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from cluneal_lit.entries.library_keys import fit, given_keys
from cluneal_lit.entries.library_names import LIBRARY, Handles, Known, content, is_content, without_file
from cluneal_lit.entries.works import Group
from cluneal_lit.formats import brought

Fit = tuple[tuple[float, ...], str, int]  # how well a group fits a key, the least best; the key and the group


def handles(group: Group) -> Handles:
    """The names by which a work is known again: its identifiers, and the names of its records in libraries, each with
    what it says, too."""
    those = [record for record in group.records if record.source == "library"]
    contents = (brought.content_key(record) for record in those if not brought.is_made(brought.key(record)))
    alone = (said for record in those if (said := content(record)) and not brought.key(record).startswith(said))
    return (*group.ids.keys(), *group.also, *(record.key for record in those), *dict.fromkeys((*contents, *alone)))


def known_again(
    groups: Sequence[Group],
    named: Sequence[Handles],
    known: Known,
    links: Mapping[str, str],
    aliases: Mapping[str, str],
) -> tuple[dict[str, int], dict[str, str]]:
    """The group of each key that is known again, and the keys that became aliases of others; `named`: their handles,
    `aliases`: those until now."""
    keyed: dict[str, int] = {}
    primary: dict[int, str] = {}
    merged: dict[str, str] = {}
    turned = _of_aliases(known, aliases, links)
    borne, others = _borne(groups, named, known, links, turned)
    fits = sorted(fit for fit in _fits(groups, named, known, links, turned) if fit[2] in borne.get(fit[1], (fit[2],)))
    for _, key, index in fits:
        if key not in keyed and index not in primary:
            keyed[key] = index
            primary[index] = key
    for _, key, index in fits:
        if key not in keyed and index in primary:
            merged.setdefault(key, primary[index])
    for key, index in ((key, index) for those in (borne, others) for key, places in those.items() for index in places):
        if key not in keyed and key not in merged and index not in primary:
            keyed[key] = index
            primary[index] = key
    return _as_before(keyed, merged, aliases)


def _as_before(
    keyed: Mapping[str, int], merged: Mapping[str, str], aliases: Mapping[str, str]
) -> tuple[dict[str, int], dict[str, str]]:
    """The keys and the aliases, where what was an alias of another key of the same work is so still."""
    turned = {key: aliases[key] for key in keyed if merged.get(aliases.get(key, "")) == key}
    kept = {old: turned.get(key, key) for old, key in merged.items() if old not in turned.values()}
    return {turned.get(key, key): index for key, index in keyed.items()}, kept | turned


def _of_aliases(known: Known, aliases: Mapping[str, str], links: Mapping[str, str]) -> Mapping[str, set[str]]:
    """What the keys stood for that became aliases of each: it is not what that one stood for itself."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for old, key in aliases.items():
        found[key].update(without_file(links.get(name, name)) for name in known.get(old, ()))
    return found


def _is_of_alias(shared: Collection[str], turned: Collection[str], group: Group) -> bool:
    """Whether what a work shares with a key is what an alias of that stood for; its keys with what they say are anew
    where the keys are."""
    alone = {*shared}.difference(brought.content_key(record) for record in group.records)
    return bool(alone) and alone.issubset(turned)


def _fits(
    groups: Sequence[Group],
    named: Sequence[Handles],
    known: Known,
    links: Mapping[str, str],
    turned: Mapping[str, Collection[str]],
) -> Iterator[Fit]:
    """The keys that each group may have had; `turned`: what keys stood for that became aliases.

    What is only that of an alias comes last; else the library's own keys count most, in their order, so that the
    key before a parting is that after its end; then the names of its records, then how much of what the key stood
    for is there, and what of it.
    """
    meant = {key: {without_file(links.get(name, name)) for name in names} for key, names in known.items()}
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(known):
        for name in meant[key]:
            holders[name].append(key)
    for index, (group, mine) in enumerate(zip(groups, named, strict=True)):
        own = given_keys(untaken(group, links))
        names = [*dict.fromkeys(map(without_file, mine))]
        for key in sorted({key for name in names for key in holders.get(name, ())}):
            shared = meant[key].intersection(names)
            if not _is_another(shared, meant[key], names):
                entries = sum(name.startswith(LIBRARY) for name in shared)
                rank = own.index(key) if key in own else len(own)
                here = len(set(known[key]).intersection(mine))
                share = len(shared) / len(meant[key])
                of_alias = _is_of_alias(shared, turned.get(key, ()), group)
                yield (of_alias, rank, -entries, -share, min(map(names.index, shared)), -here), key, index


def _is_another(shared: Iterable[str], theirs: Iterable[str], ours: Iterable[str]) -> bool:
    """Whether two works say the same, and no more: their identifiers of one kind are others."""
    if not all(map(is_content, shared)):
        return False
    one, other = (_by_kind(names) for names in (theirs, ours))
    return any(one[kind].isdisjoint(other[kind]) for kind in one.keys() & other.keys())


def _by_kind(names: Iterable[str]) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        if not name.startswith(LIBRARY) and not is_content(name):
            found[name.partition(":")[0]].add(name)
    return found


def _borne(
    groups: Sequence[Group],
    named: Sequence[Handles],
    known: Known,
    links: Mapping[str, str],
    turned: Mapping[str, Collection[str]],
) -> tuple[dict[str, list[int]], dict[str, list[int]]]:
    """The groups to which people's files give a key today, by each key that such a file gave before, but for names that
    were taken from another: those for which it stood, no other work's though that has an identifier for which it stood;
    and others, without the numbers of records, which are nobody's."""
    borne: defaultdict[str, list[int]] = defaultdict(list)
    others: defaultdict[str, list[int]] = defaultdict(list)
    for index, group in enumerate(groups):
        for key in given_keys(untaken(group, links)):
            names = {name for name in known.get(key, ()) if name.startswith(LIBRARY)}
            if any(fit(name.partition("#")[2]) == key for name in names):
                contents = {*filter(is_content, map(without_file, known[key]))}  # older key files have none
                stood = {links.get(name, name) for name in names} | contents
                shared = stood.intersection(named[index])
                if (shared or not contents) and not _is_of_alias(shared, turned.get(key, ()), group):
                    borne[key].append(index)
                elif not brought.is_number(key):
                    others[key].append(index)
    return borne, others


def untaken(group: Group, links: Container[str]) -> Group:
    """The work without the records whose names were taken from others."""
    return replace(group, records=tuple(record for record in group.records if record.key not in links))
