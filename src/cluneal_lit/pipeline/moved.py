"""Library records that have another name since a note or a decision named them, `library/FILE#KEY`: their file is
called otherwise, or stands in another order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit import decided
from cluneal_lit.entries.library_names import Known, saying, taken, without_file
from cluneal_lit.entries.strangers import strangers
from cluneal_lit.formats import brought
from cluneal_lit.model import Finding, Note, Record

Keyed = Mapping[str, Sequence[Record]]


class Libraries(Struct, frozen=True):
    """The records of libraries: `here`, by their names; `keyed`, by the keys that they have in their files, and by
    those with what they say; `written`, by the keys that the files write; `said`, by what they say and by
    identifiers; `stated`, by that statement alone; `files` are those in which they stand. `past` are names that
    others have now, as `taken` gives them; `strange` those with what another record said that had the name before;
    `contents`, for each key with what a record said the other handles of its work."""

    here: Mapping[str, Record]
    keyed: Keyed
    written: Keyed
    said: Keyed
    stated: Keyed
    files: Collection[str]
    past: Mapping[str, str]
    strange: Collection[str]
    contents: Mapping[str, Sequence[str]]

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
        found = self.said.get(content) or [
            record
            for stated in self._statements(content)
            if brought.again_with(plain, stated) == content
            for record in self.stated[stated]
        ]
        found = [record for record in found if record.key.startswith(f"{file}#")] or found
        return found[0] if len(found) == 1 else None

    def _statements(self, content: str) -> Iterable[str]:
        """What records say among which that of a content is: those of its work, if it is known, else all."""
        if content not in self.contents:
            return self.stated
        those = (record for handle in self.contents[content] for record in self.said.get(handle, ()))
        return dict.fromkeys(brought.statement(record.fields) for record in those)

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
        handles = self.contents.get(name.partition("#")[2], ())
        found = (record.key for handle in handles for record in self.said.get(handle, ()))
        return self.here.get(min(found, default=""))


def libraries(records: Iterable[Record], known: Known) -> Libraries:
    """The records of libraries by all that names them; `known` are the handles for which keys were given."""
    there = [record for record in records if record.source == "library"]
    keyed: defaultdict[str, list[Record]] = defaultdict(list)
    written: defaultdict[str, list[Record]] = defaultdict(list)
    stated: defaultdict[str, list[Record]] = defaultdict(list)
    for record in there:
        written[brought.without_digest(brought.key(record))].append(record)
        stated[brought.statement(record.fields)].append(record)
        for key in {brought.key(record), brought.content_key(record)}:
            keyed[key].append(record)
    here = {record.key: record for record in there}
    files = {name.partition("#")[0] for name in here}
    strange = {*chain.from_iterable(strangers(there, known).values())}
    past = taken(there, known)
    return Libraries(here, keyed, written, saying(there), stated, files, past, strange, _contents(known))


def _contents(known: Known) -> Mapping[str, Sequence[str]]:
    """The handles of works by each of these that says what a record said."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for handles in known.values():
        for handle in filter(brought.is_made, handles):
            found[without_file(handle)] += handles
    return found


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
    says = brought.without_digest(name) != name
    if says and (record := there.here.get(name) or there.followed(name) or there.renamed(name)):
        return record.key, True
    if name in there.strange:
        return name, True
    if name in there.past:
        return there.past[name], there.past[name] not in there.here
    record = there.here.get(name) or there.followed(name)
    if record and (record.key == name or not brought.is_number(brought.key(record))):
        return record.key, True
    gone = brought.without_digest(name)
    if gone in there.past and there.past[gone] in there.here and gone not in there.here:
        return there.past[gone], False
    corrected = there.corrected(name) or there.remembered(name)
    return (corrected.key, False) if corrected else (name, True)


def _told(note: Note, was: str, record: Record) -> Finding:
    values = {"name": was, "now": name(record), "id": was}
    return Finding("LIT616", f"references/notes/{note.key}.md", key=note.key, values=values)
