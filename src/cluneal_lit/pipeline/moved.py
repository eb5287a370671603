"""Library records that have another name since a note or a decision named them, `library/FILE#KEY`: their file is
called otherwise, or stands in another order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit import decided
from cluneal_lit.entries.library_names import Known, saying, taken
from cluneal_lit.formats import brought
from cluneal_lit.model import Finding, Note, Record

Keyed = Mapping[str, Sequence[Record]]


class Libraries(Struct, frozen=True):
    """The records of libraries: `here`, by their names; `keyed`, by the keys that they have in their files, and by
    those with what they say; `written`, by the keys that the files write; `said`, by what they say and by identifiers.
    `past` are names that others have now, as `taken` gives them; `known`, the handles for which keys were given."""

    here: Mapping[str, Record]
    keyed: Keyed
    written: Keyed
    said: Keyed
    past: Mapping[str, str]
    known: Known

    def followed(self, name: str) -> Record | None:
        """The record that a name without one is about: the only one with that key in any file; None where there is
        none, or several."""
        found = () if decided.identifier(name) else self.keyed.get(name.partition("#")[2], ())
        return found[0] if len(found) == 1 else None

    def renamed(self, name: str) -> Record | None:
        """The record that says what the one of a name with its content said, under another key: the only one, in its
        file or else in any."""
        file, _, content = name.partition("#")
        plain = brought.without_digest(content)
        if plain == content:
            return None
        found = [record for record in self.here.values() if brought.again(plain, record.fields) == content]
        found = [record for record in found if record.key.startswith(f"{file}#")] or found
        return found[0] if len(found) == 1 else None

    def corrected(self, name: str) -> Record | None:
        """The record of a name with what it said when that was written, if it now says something else: the only one
        with that key, in its file or else in any. A number is no key to follow: it may be any work's; nor is a key that
        another took since."""
        plain = brought.without_digest(name)
        file, _, key = plain.partition("#")
        if plain == name or brought.is_number(key) or plain in self.past:
            return None
        there = self.written.get(key, ())
        found = [record for record in there if record.key.startswith(f"{file}#")] or there
        return found[0] if len(found) == 1 and brought.key(found[0]) == key else None

    def remembered(self, name: str) -> Record | None:
        """The record of the work for which the key file remembers the content of a name: of several the first."""
        content = name.partition("#")[2]
        handles = (names for names in self.known.values() if brought.is_made(content) and content in names)
        found = (record.key for names in handles for handle in names for record in self.said.get(handle, ()))
        return self.here.get(min(found, default=""))


def libraries(records: Iterable[Record], known: Known) -> Libraries:
    """The records of libraries by all that names them; `known` are the handles for which keys were given."""
    there = [record for record in records if record.source == "library"]
    keyed: defaultdict[str, list[Record]] = defaultdict(list)
    written: defaultdict[str, list[Record]] = defaultdict(list)
    for record in there:
        written[brought.without_digest(brought.key(record))].append(record)
        for key in {brought.key(record), brought.content_key(record)}:
            keyed[key].append(record)
    here = {record.key: record for record in there}
    return Libraries(here, keyed, written, saying(there), taken(there, known), known)


def name(record: Record) -> str:
    """The name by which a note is about a record, wherever it will stand."""
    file = record.key.partition("#")[0]
    return f"{file}#{brought.content_key(record)}"


def notes(
    those: Sequence[Note], records: Collection[Record], known: Known
) -> tuple[tuple[Note, ...], tuple[Finding, ...]]:
    """The notes with the names that the records have today, and a finding for each that names what may be another."""
    if not any("#" in name for note in those for name in note.works):
        return tuple(those), ()
    there = libraries(records, known)
    found = {name: _now(name, there) for note in those for name in note.works}
    told = (
        _told(note, name, there.here[found[name][0]]) for note in those for name in note.works if not found[name][1]
    )
    return tuple(replace(note, works=tuple(found[name][0] for name in note.works)) for note in those), tuple(told)


def _now(name: str, there: Libraries) -> tuple[str, bool]:
    """What a record is called today, and whether it is surely the one that the name was given."""
    if "#" not in name:
        return name, True
    if name in there.past:
        return there.past[name], there.past[name] not in there.here
    record = there.here.get(name) or there.followed(name)
    if record and (record.key == name or brought.is_made(name) or not brought.is_number(brought.key(record))):
        return record.key, True
    if renamed := there.renamed(name):
        return renamed.key, True
    corrected = there.corrected(name) or there.remembered(name)
    return (corrected.key, False) if corrected else (name, True)


def _told(note: Note, was: str, record: Record) -> Finding:
    values = {"name": was, "now": name(record), "id": was}
    return Finding("LIT616", f"references/notes/{note.key}.md", key=note.key, values=values)
