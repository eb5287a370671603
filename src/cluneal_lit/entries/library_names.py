"""The names of library records, `library/FILE#KEY`, that other records have today than those for which the key file
remembers them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Mapping

from cluneal_lit import identifiers
from cluneal_lit.entries.works import joining
from cluneal_lit.formats import brought
from cluneal_lit.model import Record

Handles = tuple[str, ...]
Known = Mapping[str, Handles]
LIBRARY = "library/"


def content(record: Record) -> str:
    """What a record says, whatever its key; empty for one without a title, which many may say."""
    return brought.made_key(record.fields) if record.fields.title else ""


def without_file(name: str) -> str:
    """The handle without the file of a record whose key was made."""
    key = name.partition("#")[2] if name.startswith(LIBRARY) else ""
    return key if brought.is_made(key) else name


def is_content(name: str) -> bool:
    """Whether a handle `without_file` is a key with what its record says, as two works may have; the end of a DOI may
    look like one."""
    return name.partition(":")[0] not in identifiers.NORMAL and brought.is_made(name)


def saying(records: Iterable[Record]) -> dict[str, list[Record]]:
    """The records by what they say, whatever their keys, and by the identifiers that are one work's alone."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        for handle in filter(None, (content(record), *joining(record.ids, record.fields.type))):
            found[handle].append(record)
    return found


def taken(records: Iterable[Record], known: Known) -> dict[str, str]:
    """The names of library records under which another record stands today than the one for which `known` has them,
    each with the name that this one has today.

    A name is its record's that says, under its key, what `known` has beside it; else one's with an identifier or
    content of the work. Where no record is that, it may have been corrected, and is the one that stands there.
    """
    here = [record for record in records if record.source == "library"]
    meant = _meant(known)
    named = [(record, meant[record.key]) for record in here if record.key in meant]
    unsure = [(record, names) for record, names in named if brought.content_key(record) not in names]
    if not unsure:
        return {}
    sure = {record.key for record, names in named if brought.content_key(record) in names}
    keyed: defaultdict[str, list[Record]] = defaultdict(list)
    for record in here:
        keyed[brought.without_digest(brought.key(record))].append(record)
    said = saying(here)
    contents = {name for names in known.values() for name in names if is_content(name)}
    found: dict[str, str] = {}
    for record, names in unsure:
        those = [one for one in keyed[brought.key(record)] if _is_meant(one, names)]
        those += (one for name in names for one in said.get(name, ()))
        best = min((_fit(record.key, one, names, sure) for one in those), default=None)
        if best and (not _is_meant(record, names) or best[:2] == (False, False)):
            found[record.key] = best[-1]
        elif not those and content(record) in contents and (gone := _gone(record.key, names)):
            found[record.key] = gone
    return {name: now for name, now in found.items() if name != now}


def _meant(known: Known) -> dict[str, set[str]]:
    """What the key file has beside each name of a library record."""
    meant: defaultdict[str, set[str]] = defaultdict(set)
    for names in known.values():
        contents = {without_file(name) for name in names}
        for name in names:
            if name.startswith(LIBRARY):
                meant[name] |= contents
    return meant


def _is_meant(record: Record, names: Container[str]) -> bool:
    if any(name in names for name in record.ids.keys()):
        return True
    return brought.content_key(record) in names or content(record) in names


def _fit(
    name: str, record: Record, names: Collection[str], sure: Container[str]
) -> tuple[bool, bool, bool, bool, bool, str]:
    """How well a record of a work fits one of its names, the least best: the work may be joined of several, of which
    each had its own."""
    file, _, key = name.partition("#")
    plain = brought.without_digest(key)
    return (
        brought.again(plain, record.fields) not in names,
        not record.key.startswith(f"{file}#"),
        record.key in sure,
        brought.without_digest(brought.key(record)) != plain,
        not any(one in names for one in record.ids.keys()),
        record.key,
    )


def _gone(name: str, meant: Iterable[str]) -> str:
    """The name with the content for which it stood, best under its key; empty where none is known."""
    file, _, key = name.partition("#")
    contents = sorted(filter(is_content, meant), key=lambda content: (brought.without_digest(content) != key, content))
    return f"{file}#{contents[0]}" if contents else ""
