"""Rules about what people keep: notes to be read again, library entries that nothing uses or that programs refuse."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from cluneal_lit import dates, days
from cluneal_lit.checks.case import Case
from cluneal_lit.checks.since import changed, iso
from cluneal_lit.formats import brought
from cluneal_lit.model import Finding, Record

_NAMED = 3  # entries that are named; of more only the number is told
# What ends a key for BibTeX (https://tug.ctan.org/info/bibtex/tamethebeast/ttb_en.pdf, section 3.1) or for LaTeX.
_NO_KEY = re.compile(r"[\s\"#%'(),={}~\\]")
_AGAIN = " (again)"  # behind the name of a field that an entry has twice, in `custom`


def read_again(case: Case) -> Iterator[Finding]:
    """Notes whose work changed its status after the day on which the note was last held against it."""
    for entry in case.entries.values():
        note = entry.note
        reviewed = dates.parse(note.reviewed) if note else None
        if note is None or reviewed is None or not reviewed.year:
            continue
        asked = max((source.day for source in entry.sources), default="")
        if what := changed(entry, iso(days.latest(reviewed)), case.seen, asked):
            values = {"reviewed": note.reviewed, "key": entry.key, "changed": what}
            yield Finding("LIT611", f"references/notes/{note.key}.md", key=entry.key, values=values)


def unused(case: Case) -> Iterator[Finding]:
    """Files of the library with entries that nothing uses, one finding a file; none where nothing cites anything."""
    if not case.resolutions:
        return
    listed = {item.key for reading_list in case.lists for item in reading_list.items}
    idle: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    total: defaultdict[str, int] = defaultdict(int)
    homes = {key: entry.key for entry in case.entries.values() for key in (entry.key, *entry.aliases)}
    for entry in case.entries.values():
        used = bool(entry.cited_in or entry.note) or not listed.isdisjoint((entry.key, *entry.aliases))
        written: defaultdict[str, list[str]] = defaultdict(list)
        for record in _brought(case, entry.key):
            file, _, key = record.id.partition("#")
            total[file] += 1
            written[file].append(key)
        for file, keys in written.items() if not used else ():
            is_plain = len(keys) == 1 and homes.get(brought.without_digest(keys[0]), entry.key) == entry.key
            name = keys[0] if is_plain else f"{entry.key} ({', '.join(sorted(keys))} in the file)"
            idle[file].append((name, len(keys)))
    for file in sorted(idle):
        those = sorted(idle[file])
        number, rest = (sum(count for _, count in some) for some in (those, those[_NAMED:]))
        said = ", ".join(name for name, _ in those[:_NAMED]) + (f" and {rest} more" if rest else "")
        yield Finding(
            "LIT612", _document(file), values={"number": f"{number} of {total[file]}", "keys": said, "id": file}
        )


def refused(case: Case) -> Iterator[Finding]:
    """Entries of BibTeX files with a key or fields of which BibTeX or managers take only a part."""
    for record in brought_in(case):
        file, _, key = record.id.partition("#")
        if file.lower().endswith(".bib"):
            if found := _NO_KEY.search(brought.without_digest(key)):
                sign = "a blank" if found[0].isspace() else found[0]
                yield told(record, "LIT613", reason=f"its key holds {sign}, where BibTeX or LaTeX ends it")
            for field in (name.removesuffix(_AGAIN) for name in record.custom if name.endswith(_AGAIN)):
                yield told(
                    record, "LIT613", reason=f"it has two fields {field}, of which programs take one", field=field
                )


def clashing(case: Case) -> Iterator[Finding]:
    """Entries of the library, of different works, whose keys differ by capitals alone."""
    first: dict[str, tuple[str, Record]] = {}
    for citation_key, work in case.works.items():
        for record in (one for one in work.records if one.source == "library"):
            key = _key(record)
            owner, other = first.setdefault(key.lower(), (citation_key, record))
            if owner != citation_key and _key(other) != key:
                where = _document(other.id.partition("#")[0])
                yield told(record, "LIT614", other=_key(other), where=where)


def _brought(case: Case, key: str) -> Iterator[Record]:
    return (record for record in case.works[key].records if record.source == "library")


def brought_in(case: Case) -> Iterator[Record]:
    """The records of the library."""
    return (record for key in case.works for record in _brought(case, key))


def _key(record: Record) -> str:
    return record.id.partition("#")[2]


def told(record: Record, code: str, **values: str) -> Finding:
    """A finding about a record of the library, at its file and key."""
    key = _key(record)
    return Finding(code, _document(record.id.partition("#")[0]), key=key, values={"key": key, **values})


def _document(file: str) -> str:
    """The path in the project of a library file that records are named after."""
    return file.removeprefix("./") if file.startswith("./") else f"references/library/{file}"
