"""Which work each citation key was given for: it is known again by the handles that the key file remembers.

Handles are the identifiers of a work, the names of its library records, their keys with what they say, and what they
say alone, which are the same in every file and place: a key stays with its work when another's record takes the name,
be it that it stands before it in the file, in a file that is called so now, or that all have new names. Two works may
say the same, and then identifiers part them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from cluneal_lit import identifiers
from cluneal_lit.entries.library_keys import fit, given_keys
from cluneal_lit.entries.works import Group
from cluneal_lit.formats import brought
from cluneal_lit.model import Record

Handles = tuple[str, ...]
Known = Mapping[str, Handles]
_LIBRARY = "library/"
Fit = tuple[tuple[float, ...], str, int]  # how well a group fits a key, the least best; the key and the group


def handles(group: Group) -> Handles:
    """The names by which a work is known again: its identifiers, and the names of its records in libraries, each with
    what it says, too."""
    those = [record for record in group.records if record.source == "library"]
    contents = (brought.content_key(record) for record in those if not brought.is_made(brought.key(record)))
    alone = (said for record in those if (said := _content(record)) and not brought.key(record).startswith(said))
    return (*group.ids.keys(), *group.also, *(record.key for record in those), *dict.fromkeys((*contents, *alone)))


def _content(record: Record) -> str:
    """What a record says, whatever its key; empty for one without a title, which many may say."""
    return brought.made_key(record.fields) if record.fields.title else ""


def without_file(name: str) -> str:
    """The handle without the file of a record whose key was made."""
    key = name.partition("#")[2] if name.startswith(_LIBRARY) else ""
    return key if brought.is_made(key) else name


def taken(records: Iterable[Record], known: Known) -> dict[str, str]:
    """The names of library records under which another work's record stands today than the one for which `known` has
    them, each with the name that this one has today.

    A name is its record's whose identifier or content `known` has beside it, first that of one with the same key; where
    no record is that, it may have been corrected, and is the one that stands there.
    """
    meant: defaultdict[str, set[str]] = defaultdict(set)
    for names in known.values():
        contents = {without_file(name) for name in names}
        for name in names:
            if name.startswith(_LIBRARY):
                meant[name] |= contents
    keyed: defaultdict[str, list[Record]] = defaultdict(list)
    here = [record for record in records if record.source == "library"]
    for record in here:
        keyed[brought.without_digest(brought.key(record))].append(record)
    others = [record for record in here if record.key in meant and not _is_meant(record, meant[record.key])]
    saying = _saying(here) if others else {}
    contents = {name for names in known.values() for name in names if is_content(name)} if others else set()
    found: dict[str, str] = {}
    for record in others:
        those = [one for one in keyed[brought.key(record)] if _is_meant(one, meant[record.key])]
        those = those or [one for name in meant[record.key] for one in saying.get(name, ())]
        if len(those) == 1:
            found[record.key] = those[0].key
        elif not those and _content(record) in contents and (gone := _gone(record.key, meant[record.key])):
            found[record.key] = gone
    return found


def _gone(name: str, meant: Iterable[str]) -> str:
    """The name with the content for which it stood, best under its key; empty where none is known."""
    file, _, key = name.partition("#")
    contents = sorted(filter(is_content, meant), key=lambda content: (brought.without_digest(content) != key, content))
    return f"{file}#{contents[0]}" if contents else ""


def _saying(records: Iterable[Record]) -> dict[str, list[Record]]:
    """The records by what they say, whatever their keys."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        if said := _content(record):
            found[said].append(record)
    return found


def _is_meant(record: Record, names: Container[str]) -> bool:
    if any(name in names for name in record.ids.keys()):
        return True
    return brought.content_key(record) in names or _content(record) in names


def known_again(
    groups: Sequence[Group], named: Sequence[Handles], known: Known, links: Mapping[str, str]
) -> tuple[dict[str, int], dict[str, str]]:
    """The group of each key that is known again, and the keys that became aliases of others; `named`: their handles."""
    keyed: dict[str, int] = {}
    primary: dict[int, str] = {}
    merged: dict[str, str] = {}
    borne = _borne(groups, known, links)
    fits = sorted(fit for fit in _fits(groups, named, known, links) if fit[2] in borne.get(fit[1], (fit[2],)))
    for _, key, index in fits:
        if key not in keyed and index not in primary:
            keyed[key] = index
            primary[index] = key
    for _, key, index in fits:
        if key not in keyed and index in primary:
            merged.setdefault(key, primary[index])
    for key, index in ((key, index) for key, those in borne.items() for index in those):
        if key not in keyed and key not in merged and index not in primary:
            keyed[key] = index
            primary[index] = key
    return keyed, merged


def _fits(groups: Sequence[Group], named: Sequence[Handles], known: Known, links: Mapping[str, str]) -> Iterator[Fit]:
    """The keys that each group may have had.

    The library's own keys count most, in their order, so that the key before a parting is that after its end; then
    the names of its records, then how much of what the key stood for is there, and what of it.
    """
    meant = {key: {without_file(links.get(name, name)) for name in names} for key, names in known.items()}
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(known):
        for name in meant[key]:
            holders[name].append(key)
    for index, (group, mine) in enumerate(zip(groups, named, strict=True)):
        own = given_keys(group)
        names = [*dict.fromkeys(map(without_file, mine))]
        for key in sorted({key for name in names for key in holders.get(name, ())}):
            shared = meant[key].intersection(names)
            if not _is_another(shared, meant[key], names):
                entries = sum(name.startswith(_LIBRARY) for name in shared)
                rank = own.index(key) if key in own else len(own)
                here = len(set(known[key]).intersection(mine))
                share = len(shared) / len(meant[key])
                yield (rank, -entries, -share, min(map(names.index, shared)), -here), key, index


def _is_another(shared: Iterable[str], theirs: Iterable[str], ours: Iterable[str]) -> bool:
    """Whether two works say the same, and no more: their identifiers of one kind are others."""
    if not all(map(is_content, shared)):
        return False
    one, other = (_by_kind(names) for names in (theirs, ours))
    return any(one[kind].isdisjoint(other[kind]) for kind in one.keys() & other.keys())


def _by_kind(names: Iterable[str]) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name in names:
        if not name.startswith(_LIBRARY) and not is_content(name):
            found[name.partition(":")[0]].add(name)
    return found


def is_content(name: str) -> bool:
    """Whether a handle `without_file` is a key with what its record says, as two works may have; the end of a DOI may
    look like one."""
    return name.partition(":")[0] not in identifiers.NORMAL and brought.is_made(name)


def _borne(groups: Sequence[Group], known: Known, links: Container[str]) -> dict[str, list[int]]:
    """The groups to which people's files give a key today, by each key that such a file gave before: it is no other
    work's, though that has an identifier for which the key stood; but for names that were taken from another."""
    borne: defaultdict[str, list[int]] = defaultdict(list)
    for index, group in enumerate(groups):
        own = tuple(record for record in group.records if record.key not in links)
        for key in given_keys(replace(group, records=own)):
            names = (name for name in known.get(key, ()) if name.startswith(_LIBRARY))
            if any(fit(name.partition("#")[2]) == key for name in names):
                borne[key].append(index)
    return borne
