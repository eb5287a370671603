"""The store as it is read: what services said, what people wrote, and what the program remembers."""

from __future__ import annotations

from msgspec import Struct, field

from cluneal_lit.config import Project
from cluneal_lit.model import Decision, Finding, Note, ReadingList, Record
from cluneal_lit.pipeline import moved
from cluneal_lit.registries import replacements
from cluneal_lit.store import changes, decisions, found, library, lock, people, records, remembered
from cluneal_lit.store.understood import Understood

_OF_ONE = ("references/records/", "references/notes/", "references/lists/")  # where a file is of one record or text


class Stored(Struct, frozen=True):
    """What the store holds: the service records, people's library, notes, lists and decisions, the lock, the keys given
    so far, and what refreshes saw change."""

    records: tuple[Record, ...]
    library: tuple[Record, ...]
    notes: tuple[Note, ...]
    lists: tuple[ReadingList, ...]
    lock: lock.Lock
    keys: remembered.Keys
    findings: tuple[Finding, ...]
    decisions: tuple[Decision, ...] = ()
    changes: tuple[changes.Change, ...] = ()
    understood: Understood = field(default_factory=Understood)

    @property
    def current(self) -> tuple[Record, ...]:
        """The records of works: without those of a service whose identifier was replaced."""
        links = replacements(self.lock)
        return (*(record for record in self.records if record.id not in links), *self.library)

    @property
    def unread(self) -> tuple[Finding, ...]:
        """What says that a file cannot be read, so that what stands in it is in no output."""
        told = (one for one in self.findings if one.code == "LIT303")
        return tuple(one for one in told if "file" in one.values or one.document.startswith(_OF_ONE))

    @property
    def knows_library(self) -> bool:
        """Whether every file of the library was read, so that a work that none has is not there."""
        return not any("file" in one.values for one in self.unread)

    @property
    def lost(self) -> frozenset[str]:
        """The names of the records that are not there, or not what was received, by the lock; and of those that lie
        there though their source had none: it may have one by now, and the run that got it have been killed."""
        here = {record.key for record in self.records}
        doubted = {finding.values["id"] for finding in self.findings if finding.code == "LIT306"}
        return frozenset(
            key
            for key, line in self.lock.items()
            if (line.state == "here" and key not in here) or (line.state == "absent" and line.id in doubted)
        )


def read(project: Project, *, keep: bool = False) -> Stored:
    """The store as it is, without records that are not what was received.

    With `keep`, for who holds the writer's lock, what is understood of it is put into the cache when all is `checked`.
    """
    references = project.references
    understood = Understood(project.cache, keep=keep)
    lines = lock.read(references / "lock.jsonl")
    from_services, left_aside = records.read(found.folder(references / "records"), lines)
    brought, told = library.read(project.root, project.config.library, understood)
    notes, note_findings = people.notes(found.folder(references / "notes"), understood)
    lists, list_findings = people.lists(found.folder(references / "lists"))
    keys = remembered.followed(remembered.read(references / "keys.json"), brought)
    notes, moved_findings = moved.notes(notes, brought, keys.entries)
    return Stored(
        from_services,
        brought,
        notes,
        lists,
        lines,
        keys,
        (*left_aside, *told, *note_findings, *moved_findings, *list_findings),
        decisions.read(references / decisions.FILE),
        changes.read(references / "changes.jsonl"),
        understood,
    )
