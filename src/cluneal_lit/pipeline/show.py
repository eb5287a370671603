"""What is known of one work: its records side by side, where it is cited, what became of it."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct

from cluneal_lit import identifiers
from cluneal_lit.citations import scan
from cluneal_lit.config import Project
from cluneal_lit.documents import read
from cluneal_lit.entries.sayings import Known, known
from cluneal_lit.entries.works import joining
from cluneal_lit.model import Asked, Citation, Decision, Entry, Finding, ListItem, ReadingList, Record, Verdict
from cluneal_lit.pipeline import check, moved, stored
from cluneal_lit.pipeline.scan import project_documents
from cluneal_lit.registries import SPOKEN, replacements
from cluneal_lit.store import changes


class Citing(Struct, frozen=True):
    """A citation, the works it means, its verdict (a marker has none), the findings at its place, what was decided."""

    citation: Citation
    works: tuple[str, ...]
    verdict: Verdict | None
    findings: tuple[Finding, ...]
    decisions: tuple[Decision, ...]


class Sheet(Struct, frozen=True):
    """All that is known of one work. `findings` are those that stand at none of its citations, `contested` are its
    identifiers that records of other works claim, and no service's of it."""

    entry: Entry
    records: tuple[Record, ...]
    known: tuple[Known, ...]
    citing: tuple[Citing, ...]
    findings: tuple[Finding, ...]
    changes: tuple[changes.Change, ...]
    lists: tuple[tuple[ReadingList, ListItem], ...]
    contested: frozenset[str] = frozenset()

    @property
    def names(self) -> tuple[str, ...]:
        """The names by which a note can be about this work and no other."""
        borne = joining(self.entry.ids, self.entry.fields.type)
        own = tuple(name for name in borne if name not in self.contested)
        return own or tuple(moved.name(record) for record in self.records if record.source == "library")


class Shown(Struct, frozen=True):
    """The works that a text names: one, several under one identifier, or none.

    `name` is the key or identifier as it is understood. Where there is no work: the citations of it, what registries
    answered, and else `near`, the nearest names that are known, each with the keys of its works.
    """

    name: str
    sheets: tuple[Sheet, ...] = ()
    citing: tuple[Citing, ...] = ()
    answers: tuple[Asked, ...] = ()
    near: tuple[tuple[str, str], ...] = ()


def shown(project: Project, wanted: str) -> Shown:
    """What the store and the documents know under a citation key or an identifier in any usual form."""
    store = stored.read(project)
    checked = check.checked(project, project_documents(project), store)
    records = {record.key: record for record in (*store.records, *store.library)}
    links = replacements(store.lock)
    keys = _keys(checked.collection.entries)
    ids = _ids(checked.collection.entries, records)
    citing = tuple(_citing(checked))
    for name in names(wanted):
        if found := _found(name, keys, ids, links):
            return Shown(name, tuple(_sheet(one, records, citing, checked, store.changes, ids) for one in found))
    for name in names(wanted):
        here = tuple(one for one in citing if name in (*one.citation.ids.keys(), one.citation.cited_as))
        if here and name:
            return Shown(name, citing=here, answers=_answers(name, store.lock))
    return Shown(names(wanted)[-1], near=_near(names(wanted), keys, ids))


def _answers(name: str, lines: Mapping[str, Asked]) -> tuple[Asked, ...]:
    """What was answered about an identifier; that it was not deleted says nothing."""
    asked = (lines.get(f"{source}/{name}") for source in SPOKEN)
    return tuple(line for line in asked if line and (line.source, line.state) != ("deleted", "absent"))


def names(wanted: str) -> tuple[str, ...]:
    """What a text may name: first the key, then identifiers, read as they are in a document where they are no other."""
    key = wanted.strip().removeprefix("[").removesuffix("]").removeprefix("@")
    found = [key, identifiers.key(wanted)]
    found += [f"isbn:{isbn}"] if (isbn := identifiers.isbn(wanted)) else []
    found += [name for citation in scan(read("", wanted.encode())) for name in citation.ids.keys()]
    return tuple(dict.fromkeys(name for name in found if name)) or (wanted,)


def _keys(entries: Iterable[Entry]) -> dict[str, Entry]:
    """The entries by their keys and aliases, and by these in lower case, as BibTeX knows no case."""
    entries = tuple(entries)
    found = {entry.key: entry for entry in entries}
    for fold in (str, str.lower):
        for entry in entries:
            for key in (entry.key, *entry.aliases):
                found.setdefault(fold(key), entry)
    return found


def _ids(entries: Iterable[Entry], records: Mapping[str, Record]) -> dict[str, list[Entry]]:
    """The entries of each identifier that is theirs or that one of their records claims."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        claimed = [name for record in _records(entry, records) for name in record.ids.keys()]
        for name in dict.fromkeys((*entry.ids.keys(), *claimed)):
            found.setdefault(name, []).append(entry)
    return found


def _found(
    name: str, keys: Mapping[str, Entry], ids: Mapping[str, list[Entry]], links: Mapping[str, str]
) -> list[Entry]:
    if entry := keys.get(name) or keys.get(name.lower()):
        return [entry]
    return ids.get(name) or ids.get(links.get(name, name), [])


def _near(
    wanted: tuple[str, ...], keys: Mapping[str, Entry], ids: Mapping[str, list[Entry]]
) -> tuple[tuple[str, str], ...]:
    """Up to three known names that look like one of these, the identifiers first where an identifier is wanted."""
    if any(name.partition(":")[0] in identifiers.NORMAL for name in wanted):
        alike = difflib.get_close_matches(wanted[-1], ids, 3, 0.8)
        return tuple((name, ", ".join(entry.key for entry in ids[name])) for name in alike)
    alike = difflib.get_close_matches(wanted[0].lower(), keys, 3, 0.6)
    return tuple(dict.fromkeys((keys[name].key, keys[name].key) for name in alike))


def _citing(checked: check.Checked) -> Iterator[Citing]:
    verdicts = iter(checked.collection.verdicts)
    placed: dict[tuple[object, ...], list[Finding]] = {}
    for finding in checked.collection.findings:
        placed.setdefault((finding.citation, finding.document, finding.place), []).append(finding)
    for resolution in checked.resolutions:
        citation = resolution.citation
        judgement = None if citation.form == "marker" else next(verdicts)
        findings = placed.get((citation.id, citation.document, citation.place), [])
        yield Citing(citation, resolution.works, judgement, tuple(findings), resolution.decisions)


def _sheet(
    entry: Entry,
    records: Mapping[str, Record],
    citing: Iterable[Citing],
    checked: check.Checked,
    told: Iterable[changes.Change],
    ids: Mapping[str, Collection[Entry]],
) -> Sheet:
    mine = _records(entry, records)
    stated = {name for record in mine if record.source != "library" for name in record.ids.keys()}
    here = tuple(one for one in citing if entry.key in one.works)
    placed = {finding for one in here for finding in map(_name, one.findings)}
    lists = [(one, item) for one in checked.collection.lists for item in one.items]
    return Sheet(
        entry=entry,
        records=mine,
        known=tuple(known(entry, mine)),
        citing=here,
        findings=tuple(
            finding
            for finding in checked.collection.findings
            if finding.key in (entry.key, *entry.ids.keys()) and _name(finding) not in placed
        ),
        changes=tuple(change for change in told if change.work in {record.key for record in mine}),
        lists=tuple((one, item) for one, item in lists if item.key in (entry.key, *entry.aliases)),
        contested=frozenset(
            name for name in joining(entry.ids, entry.fields.type) if name not in stated and len(ids.get(name, ())) > 1
        ),
    )


def _name(finding: Finding) -> tuple[object, ...]:
    return (finding.code, finding.document, finding.place, finding.citation, tuple(finding.values.items()))


def _records(entry: Entry, records: Mapping[str, Record]) -> tuple[Record, ...]:
    return tuple(records[source.key] for source in entry.sources if source.key in records)
