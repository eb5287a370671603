"""The names of library records, `library/FILE#KEY`, that other records have today than those for which the key file
remembers them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Mapping, Sequence

from cluneal_lit import identifiers
from cluneal_lit.entries.works import joining
from cluneal_lit.folding import digest
from cluneal_lit.formats import brought
from cluneal_lit.model import Record

Handles = tuple[str, ...]
Known = Mapping[str, Handles]
LIBRARY = "library/"
NO_LONGER = "not/"  # a name that a record has, with what another said that had it before
_ONCE = "once/"  # a name that a record had, with what it says under the key of that


def content(record: Record) -> str:
    """What a record says, whatever its key; empty for one without a title, which many may say."""
    return brought.made_key(record.fields) if record.fields.title else ""


def placed(record: Record) -> str:
    """By whom, when and on which pages a record says that its work is, whatever its title; empty for one that does not
    say all of it."""
    fields = record.fields
    if not (fields.author and fields.issued and fields.issued.year and fields.volume and fields.page):
        return ""
    return f"{brought.author_year(fields)}@{digest(brought.statement(fields).partition(chr(10))[2], 6)}"


def without_file(name: str) -> str:
    """The handle without the file of a record whose key was made, or that had another name."""
    key = name.partition("#")[2] if name.startswith((LIBRARY, _ONCE)) else ""
    return key if brought.is_made(key) else name


def said_by(name: str, record: Record) -> str:
    """The name that a record had, with what it says under its key."""
    file, _, key = name.removeprefix(LIBRARY).partition("#")
    return f"{_ONCE}{file}#{brought.again(key, record.fields)}"


def is_content(name: str) -> bool:
    """Whether a handle `without_file` is a key with what its record says, as two works may have; the end of a DOI may
    look like one."""
    is_name = name.partition(":")[0] in identifiers.NORMAL or name.startswith(NO_LONGER)
    return not is_name and brought.is_made(name)


def saying(records: Iterable[Record]) -> dict[str, list[Record]]:
    """The records by what they say, whatever their keys, and by the identifiers that are one work's alone."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        for handle in filter(None, (content(record), *joining(record.ids, record.fields.type))):
            found[handle].append(record)
    return found


def taken(records: Iterable[Record], known: Known) -> dict[str, str]:
    """The names of library records under which another record stands today than the one for which `known` has them, or
    none, if their key does not lead to it either; each with the name that this one has today.

    A name is its record's that says, under its key, what `known` has beside it; else one's with an identifier or
    content of the work. Where no record is that, it may have been corrected, and is the one that stands there, unless
    `_is_another`.
    """
    here = {record.key: record for record in records if record.source == "library"}
    keyed: defaultdict[str, list[Record]] = defaultdict(list)
    for one in here.values():
        keyed[brought.without_digest(brought.key(one))].append(one)
    meant, said_once = _meant(known)
    meant = {name: names for name, names in meant.items() if name in here or not brought.is_made(name)}
    stands = {name: there for name in meant if (there := here.get(name) or _alone(keyed, name))}
    unsure = {name: names for name, names in meant.items() if not _says(stands.get(name), said_once.get(name, names))}
    if not unsure:
        return {}
    sure = {one.key for name, one in stands.items() if name in here and name not in unsure}
    said = saying(here.values())
    contents = {name for names in known.values() for name in map(without_file, names) if is_content(name)}
    found: dict[str, str] = {}
    for name, names in unsure.items():
        record = stands.get(name)
        those = [one for one in keyed[_key(name)] if _is_meant(one, names)]
        those += (one for handle in names for one in said.get(handle, ()))
        standing = sure if name in here else ()
        best = min((_fit(name, one, names, said_once.get(name, names), standing) for one in those), default=None)
        if best and (record is None or not _is_meant(record, names) or _is_sure(best, name in here)):
            found[name] = best[-1]
        elif not those and not record and (new := _placed(name, names, here.values(), meant)):
            found[name] = new
        elif not those and record and _is_another(record, names, contents) and (gone := _gone(name, names)):
            found[name] = gone
    return {name: now for name, now in found.items() if name != now}


def _placed(name: str, names: Container[str], records: Iterable[Record], meant: Container[str]) -> str:
    """The name of the only record, of those in its file that are new, by whom of a name was, then and on its pages."""
    file = name.partition("#")[0]
    new = (one for one in records if one.key not in meant and one.key.startswith(f"{file}#"))
    those = [one.key for one in new if (place := placed(one)) and place in names]
    return those[0] if len(those) == 1 else ""


def _is_sure(fit: tuple[bool, bool, bool, bool, bool, str], is_here: bool) -> bool:
    """Whether a record said under a name's key what it says now, and the one with that name or key is another: it
    stands in the same file, or that file is gone or called otherwise."""
    return not fit[0] and not (fit[1] and is_here)


def _key(name: str) -> str:
    """The key in the name of a record, without what the record says."""
    return brought.without_digest(name.partition("#")[2])


def _alone(keyed: Mapping[str, Sequence[Record]], name: str) -> Record | None:
    """The only record with the key of a name, which is gone, in any file."""
    those = keyed.get(_key(name), ())
    return those[0] if len(those) == 1 else None


def _says(record: Record | None, names: Container[str]) -> bool:
    return record is not None and brought.content_key(record) in names


def _is_another(record: Record, names: Iterable[str], contents: Container[str]) -> bool:
    """Whether a record that says nothing of what a work said is no correction of it: it says what another work said;
    or it has a number, which may be any work's, and neither its author and year nor its title is that."""
    if content(record) in contents:
        return True
    those = [name for name in names if is_content(name)]
    ours = brought.made_key(record.fields).split("~")
    is_number = bool(those) and brought.is_number(_key(record.key))
    return is_number and all(set(name.split("~")).isdisjoint(ours) for name in those)


def _meant(known: Known) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """What the key file has beside each name of a library record; and of names that records had, as far as it is there,
    what these said under their keys."""
    meant: defaultdict[str, set[str]] = defaultdict(set)
    said: defaultdict[str, set[str]] = defaultdict(set)
    for names in known.values():
        stated = {name for name in names if name.startswith(_ONCE)}
        contents = {*map(without_file, {*names} - stated)}
        for name in stated:
            said[LIBRARY + brought.without_digest(name.removeprefix(_ONCE))].add(without_file(name))
        for name in names:
            if name.startswith(LIBRARY):
                meant[name] |= contents
    return meant, said


def _is_meant(record: Record, names: Container[str]) -> bool:
    if any(name in names for name in record.ids.keys()):
        return True
    return brought.content_key(record) in names or content(record) in names


def _fit(
    name: str, record: Record, names: Collection[str], said: Container[str], sure: Container[str]
) -> tuple[bool, bool, bool, bool, bool, str]:
    """How well a record of a work fits one of its names, under which it `said` this, the least best: the work may be
    joined of several, of which each had its own."""
    file, _, key = name.partition("#")
    plain = brought.without_digest(key)
    return (
        brought.again(plain, record.fields) not in said,
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
