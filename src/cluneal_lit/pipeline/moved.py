"""Library records that have another name since a note or a decision named them, `library/FILE#KEY`: their file is
called otherwise, or stands in another order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit import decided
from cluneal_lit.entries.remembering import LIBRARY, Prints
from cluneal_lit.formats import brought
from cluneal_lit.model import Finding, Note, Record

Keyed = Mapping[str, Sequence[Record]]


class Libraries(Struct, frozen=True):
    """The records of libraries: `here`, by their names; `keyed`, by the keys that they have in their files, and by
    those with what they say; `written`, by the keys that the files write. `files` are those in which they stand;
    `once`, by all that entries were called and said, their names today or those that they had last."""

    here: Mapping[str, Record]
    keyed: Keyed
    written: Keyed
    files: Collection[str]
    once: Mapping[str, Sequence[str]]

    def first(self, name: str) -> str:
        """The name today of the entry that had this one first; the name itself where no other had it."""
        if brought.is_made(name):
            return name if name in self.here else self.remembered(name) or name
        return self.once[name][0] if name in self.once else name

    def followed(self, name: str) -> Record | None:
        """The record that a name without one is about: the only one with that key in any file; None where there is
        none, or several."""
        found = () if decided.identifier(name) else self.keyed.get(name.partition("#")[2], ())
        return found[0] if len(found) == 1 else None

    def remembered(self, name: str) -> str:
        """The name today of the only entry that said what a name has behind its key, in its file or else in any; empty
        for none."""
        file, _, content = name.partition("#")
        found = self.once.get(content, ())
        for those in (
            [one for one in found if one in self.here and one.startswith(f"{file}#")],
            [one for one in found if one in self.here],
            found,
        ):
            if len(those) == 1:
                return those[0]
        return ""

    def renamed(self, name: str) -> Record | None:
        """The record that says what the one of a name with its content said, under another key: the only one, in its
        file or else in any."""
        file, _, content = name.partition("#")
        plain = brought.without_digest(content)
        those = [one for one in self.here.values() if brought.again(plain, one.fields) == content]
        found = [record for record in those if record.key.startswith(f"{file}#")] or those
        return found[0] if len(found) == 1 else None

    def corrected(self, name: str) -> Record | None:
        """The record of a name with what it said when that was written, if it now says something else: the only one
        with that key, in its file or else in any. A number is no key to follow: it may be any work's; nor is a key that
        another had before."""
        plain = brought.without_digest(name)
        file, _, key = plain.partition("#")
        if plain in self.once:
            return None if plain in self.here else self.here.get(self.first(plain))
        if brought.is_number(key):
            return None
        there = self.written.get(key, ())
        found = [record for record in there if record.key.startswith(f"{file}#")] or there
        return found[0] if len(found) == 1 and brought.key(found[0]) == key else None


def libraries(records: Iterable[Record], entries: Prints) -> Libraries:
    """The records of libraries by all that names them; `entries` are those that are remembered, as they are today."""
    there = [record for record in records if record.source == "library"]
    keyed: defaultdict[str, list[Record]] = defaultdict(list)
    written: defaultdict[str, list[Record]] = defaultdict(list)
    for record in there:
        written[brought.without_digest(brought.key(record))].append(record)
        for key in {brought.key(record), brought.content_key(record)}:
            keyed[key].append(record)
    once: defaultdict[str, list[str]] = defaultdict(list)
    for name, said in sorted(entries.items()):
        for one in filter(None, dict.fromkeys((*said.once, said.says))):
            once[one].append(name)
    here = {record.key: record for record in there}
    return Libraries(here, keyed, written, {name.partition("#")[0] for name in here}, once)


def name(record: Record) -> str:
    """The name by which a note is about a record, wherever it will stand."""
    file = record.key.partition("#")[0]
    return f"{file}#{brought.content_key(record)}"


def notes(
    those: Sequence[Note], records: Collection[Record], entries: Prints
) -> tuple[tuple[Note, ...], tuple[Finding, ...]]:
    """The notes with the names that the records have today, and a finding for each that names what may be another."""
    if not any(name.startswith(LIBRARY) for note in those for name in note.works):
        return tuple(those), ()
    there = libraries(records, entries)
    found = {name: _now(name, there) for note in those for name in note.works}
    told = (
        _told(note, name, there.here[found[name][0]]) for note in those for name in note.works if not found[name][1]
    )
    return tuple(replace(note, works=tuple(found[name][0] for name in note.works)) for note in those), tuple(told)


def _now(name: str, there: Libraries) -> tuple[str, bool]:
    """What a record is called today, and whether it is surely the one that the name was given."""
    if not name.startswith(LIBRARY):
        return name, True
    plain = brought.without_digest(name)
    if plain == name:
        return _of_key(name, there)
    if record := there.here.get(name) or there.followed(name):
        return record.key, True
    if now := there.remembered(name):
        record = there.here.get(now)
        return (now, _says(record, name)) if record else (name, True)
    if record := there.renamed(name):
        return record.key, True
    corrected = there.corrected(name)
    return (corrected.key, False) if corrected else (name, True)


def _of_key(name: str, there: Libraries) -> tuple[str, bool]:
    """The same of a name that says nothing of the record."""
    if (first := there.first(name)) != name:
        return first, first not in there.here
    record = there.here.get(name) or there.followed(name)
    is_meant = record and (record.key == name or not brought.is_number(brought.key(record)))
    return (record.key if record and is_meant else name), True


def _says(record: Record, name: str) -> bool:
    """Whether a record says what the one of the name said, be its key another since."""
    content = name.partition("#")[2]
    again = brought.again(brought.without_digest(content), record.fields)
    return content in (again, brought.made_key(record.fields))


def _told(note: Note, was: str, record: Record) -> Finding:
    values = {"name": was, "now": name(record), "id": was}
    return Finding("LIT616", f"references/notes/{note.key}.md", key=note.key, values=values)
