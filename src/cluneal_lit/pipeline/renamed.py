"""Citation keys that a library gives to another work than the one that they cite."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from cluneal_lit.checks.case import Case, at
from cluneal_lit.entries.library_keys import record_keys
from cluneal_lit.folding import shortened
from cluneal_lit.model import Finding, Place, Record

CODE = "LIT417"
_TITLE = 60  # letters of a title that are told


def another(case: Case) -> Iterator[Finding]:
    """Keys that documents and reading lists cite, and that no entry of the work has today, but that of another."""
    given: defaultdict[str, dict[str, Record]] = defaultdict(dict)
    for owner, work in case.works.items():
        for record in work.records:
            for key in record_keys(record):
                given[key].setdefault(owner, record)
    owners = {key: entry.key for entry in case.entries.values() for key in (*entry.aliases, entry.key)}
    other = {
        key: _values(case, key, owners[key], *min(those.items(), key=lambda named: named[0]))
        for key, those in given.items()
        if key in owners and owners[key] not in those
    }
    for resolution in case.resolutions:
        if resolution.how == "key" and (values := other.get(resolution.citation.cited_as)):
            yield at(resolution.citation, CODE, resolution.works[0], **values)
    for reading_list in case.lists:
        for item in reading_list.items:
            if values := other.get(item.key):
                document, place = f"references/lists/{reading_list.name}.md", Place(line=item.line, column=1)
                yield Finding(CODE, document, place, owners[item.key], values=values)


def _values(case: Case, key: str, owner: str, other: str, record: Record) -> dict[str, str]:
    """What is told of a key that is the `owner`'s here, and that of an entry of the `other` work in its file."""
    titles = {name: shortened(case.entries[name].fields.title, _TITLE) for name in (owner, other)}
    file = record.id.partition("#")[0]
    return {"cited": key, "title": titles[owner], "file": file, "other": titles[other], "now": other}
