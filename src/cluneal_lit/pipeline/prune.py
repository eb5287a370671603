"""Records that nothing needs any more: found, and removed with their lines.

Nothing is written into `changes.jsonl`, which tells what the services changed, and `keys.json` stays as it is: a
citation key once given is never given to another work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from cluneal_lit import findings, identifiers
from cluneal_lit.checks import meant
from cluneal_lit.citations.matching.match import Index, string
from cluneal_lit.config import Project
from cluneal_lit.entries.known_keys import end
from cluneal_lit.entries.needed import needed
from cluneal_lit.errors import StoreError
from cluneal_lit.model import Asked, Finding
from cluneal_lit.pipeline import check, hanging, stored
from cluneal_lit.pipeline.scan import UNREAD, Scanned, project_documents
from cluneal_lit.registries import absent, search_name
from cluneal_lit.store import decisions, files, lock, records

_MENTIONED = re.compile(r"\[@([^\]\s;,]+)\]|`([^`\n]+)`")  # a work, in what people write
_WORDS = re.compile(r"""[^\s"'\[\]{}=,;]+""")


class Gone(Struct, frozen=True):
    """A stored record that nothing needs: its name in the store, its file, its title, and when it was last asked about.

    An empty title or day: its file does not read, or has no line.
    """

    name: str
    file: str
    title: str = ""
    day: str = ""


class Unneeded(Struct, frozen=True):
    """What nothing needs any more: records with their files, and the lines of the lock, those of the records too."""

    records: tuple[Gone, ...] = ()
    lines: tuple[Asked, ...] = ()

    @property
    def answers(self) -> tuple[Asked, ...]:
        """The lines without a record."""
        names = {record.name for record in self.records}
        return tuple(line for line in self.lines if line.key not in names)


def unneeded(project: Project) -> Unneeded:
    """What of the store nothing needs. Raises StoreError where that cannot be known."""
    found = project_documents(project)
    store = _stored(project)
    _refuse((*found.findings, *store.findings))
    kept = needed_names(project, found, store)
    _refuse_unread(store, kept)
    going = Unneeded(
        tuple(_gone(project, store, kept)),
        tuple(store.lock[key] for key in sorted(store.lock) if store.lock[key].id not in kept),
    )
    if going != Unneeded() and not found.documents:
        raise StoreError("nothing was pruned: no document was read, so that nothing cites anything; see `documents`")
    return going


def needed_names(project: Project, found: Scanned, store: stored.Stored) -> frozenset[str]:
    """The identifiers and names of records that are needed; without the others no other work is printed otherwise.

    But how alike two works are is measured against all: with others gone, two may become a question or one.
    """
    given = {name for names in store.keys.works.values() for name in names}
    resolved = check.resolved(found, store)
    works = [work.records for work in resolved.assigned.works]
    works += [(one.one[0], one.other[0]) for one in resolved.alike]  # without the other nobody would be asked
    roots = _roots(project, found, store, resolved)
    return needed(roots, (*store.records, *store.library), store.lock, given, works)


def remove(project: Project, going: Unneeded) -> None:
    """Remove these lines and files; only for who holds the writer's lock.

    The lines first, all at once: from then on nobody believes the files, and those that a kill leaves are removed by
    the next time. Files first would leave lines of records that are then asked for again.
    """
    path = project.references / "lock.jsonl"
    names = {line.key for line in going.lines}
    lock.write(path, {key: line for key, line in lock.read(path).items() if key not in names})
    for record in going.records:
        files.remove(project.root / record.file)


def _roots(project: Project, found: Scanned, store: stored.Stored, resolved: check.Resolved) -> Iterator[str]:
    """The identifiers and records that documents, library, notes, reading lists and decisions name."""
    checked = check.checked(project, found, store, resolved)
    yield from (search_name(citation.id) for citation in found.citations)
    yield from hanging.names(found.citations, store.lock)
    yield from (record.key for record in store.library)
    yield from (name for note in store.notes for name in note.works)
    named = [item.key for one in store.lists for item in one.items] + _decided(project)
    yield from filter(None, map(identifiers.key, named))
    keys = {*named, *(resolution.citation.cited_as for resolution in checked.resolutions)}
    keys |= {key for resolution in checked.resolutions for key in (*resolution.works, resolution.near)}
    keys |= {*_mentioned(store), *_meant(checked, store)}
    yield from _of_keys(keys, checked)
    missing = (
        (name, one) for one in checked.resolutions for name in one.citation.ids.keys() if absent(name, store.lock)
    )
    yield from (other for name, one in missing for other in meant.near(name, one, store.lock))


def _stored(project: Project) -> stored.Stored:
    try:
        return stored.read(project)
    except StoreError as error:
        raise StoreError(f"nothing was pruned: {error}") from error


def _decided(project: Project) -> list[str]:
    """The words of the decisions, comments too: whatever of them is an identifier or a key."""
    return _WORDS.findall(files.text(project.references / decisions.FILE))


def _of_keys(keys: Iterable[str], checked: check.Checked) -> Iterator[str]:
    """What citation keys stand for, by what is known of their works now and by what they were given for."""
    entries = {name: entry for entry in checked.collection.entries for name in (*entry.aliases, entry.key)}
    for key in keys:
        if entry := entries.get(key):
            yield from (*entry.ids.keys(), *(source.key for source in entry.sources))
        yield from checked.keys.works.get(end(key, checked.keys.aliases), ())


def _mentioned(store: stored.Stored) -> Iterator[str]:
    """What may be keys in the text of notes and lists, which outputs make into links."""
    texts = [note.text for note in store.notes]
    texts += [text for one in store.lists for text in (one.text, *(item.reason for item in one.items))]
    for match in (match for text in texts for match in _MENTIONED.finditer(text)):
        yield match[1] or match[2]


def _meant(checked: check.Checked, store: stored.Stored) -> Iterator[str]:
    """The works that texts may mean, sure or not, where no identifier names a work that fits: one rival less is another
    verdict."""
    known = {record.key: record for record in (*store.records, *store.library)}
    works = {
        entry.key: [known[source.key] for source in entry.sources if source.key in known]
        for entry in checked.collection.entries
    }
    index = Index(works)
    for resolution in checked.resolutions:
        if resolution.how in ("", "text", "id") and resolution.citation.fields:
            near = index.near(resolution.citation.fields, string(resolution.citation), resolution.refused)
            yield from near if resolution.how != "id" or set(near).isdisjoint(resolution.works) else ()


def _gone(project: Project, store: stored.Stored, kept: frozenset[str]) -> Iterator[Gone]:
    """The records' files, believed or not, whose ids are not kept; those in no record's place are left to people."""
    folder = project.references / "records"
    placed = {records.place(folder, line.source, line.id): line for line in store.lock.values()}
    for file in sorted(folder.glob("*/*.json")):
        title, line = "", placed.get(file)
        name, key = (line.id, line.key) if line else ("", "")
        try:
            _, record = records.at(file)
            if records.path(folder, record) == file:
                name, key, title = record.id, record.key, record.fields.title
        except StoreError:
            pass
        if name and name not in kept:
            path = file.relative_to(project.root).as_posix()
            yield Gone(key, path, title, line.day if line else "")


def _refuse(told: Iterable[Finding]) -> None:
    """Raises StoreError for what people brought and could not be read: who knows what it cites."""
    unread = [
        finding
        for finding in told
        if finding.code in UNREAD
        or (finding.code == "LIT303" and not finding.document.startswith("references/records/"))
    ]
    if unread:
        more = f" (and {len(unread) - 1} more)" if len(unread) > 1 else ""
        reason = f"{unread[0].document} {findings.message(unread[0])}{more}"
        raise StoreError(f"nothing was pruned: {reason}; what it cites is not known")


def _refuse_unread(store: stored.Stored, kept: frozenset[str]) -> None:
    """Raises StoreError for a needed record that is not what was received, or not there: who knows what it leads to."""
    lost = [key for key in sorted(store.lost) if store.lock[key].id in kept]
    if lost:
        more = f" (and {len(lost) - 1} more)" if len(lost) > 1 else ""
        reason = f"the record {lost[0]}{more} is missing or not what was received"
        raise StoreError(f"nothing was pruned: {reason}, so what it leads to is not known; run `cluneal-lit refresh`")
