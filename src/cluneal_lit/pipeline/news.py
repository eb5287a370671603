"""What became of works since they were first asked about, from what refreshes saw change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec
from msgspec import Struct

from cluneal_lit import dates
from cluneal_lit.entries.labelled import titled
from cluneal_lit.folding import shortened
from cluneal_lit.formats import notices
from cluneal_lit.model import Entry, Relation
from cluneal_lit.store import files
from cluneal_lit.store.changes import Change

KINDS = ("retracted", "concern", "corrected", "published", "updated", "details")  # the order of reports
_KINDS_OF_STATUS = {
    "retracted": "retracted",
    "withdrawn": "retracted",
    "partially-retracted": "retracted",
    "concern": "concern",
    "superseded": "updated",
}
_RETRACTED_TYPE = "Retracted Publication"  # PubMed's publication type
_WORDS = 60  # characters of a value that are told


class News(Struct, frozen=True):
    """Something that a refresh saw: its day, one of `KINDS`, the record's name in the store, and what in words.

    `change` is the line that says so; one line may tell several things. `notice`: the identifiers of the other work, a
    notice, newer version or published paper, where it is one that the record is tied to now.
    """

    day: str
    kind: str
    work: str
    what: str
    change: Change
    notice: tuple[str, ...] = ()


def news(changes: Iterable[Change]) -> Iterator[News]:
    """What the changes tell, in their order."""
    for change in changes:
        told = tuple(_fates(change)) or (News(change.day, "details", change.work, _difference(change), change),)
        yield from told


def homes(entries: Iterable[Entry]) -> dict[str, Entry]:
    """The entry of each record that it was made from, by the record's name in the store."""
    return {source.key: entry for entry in entries for source in entry.sources}


def seen(changes: Iterable[Change], entries: Iterable[Entry]) -> Mapping[str, str]:
    """By citation key the last day on which a refresh saw the status of a work change; none where none ever did."""
    owners = homes(entries)
    found: dict[str, str] = {}
    for one in news(changes):
        if one.kind != "details" and one.work in owners:
            key = owners[one.work].key
            found[key] = max(found.get(key, ""), one.day)
    return found


def _fates(change: Change) -> Iterator[News]:
    """What a change says about the fate of a work; nothing for a detail."""

    def said(kind: str, what: str, notice: tuple[str, ...] = ()) -> News:
        return News(change.day, kind, change.work, what, change, notice)

    if change.field == "relations":
        before = _ties(change.old)
        for tie in _ties(change.new):
            if not any(_is_same(tie, other) for other in before) and (kind := _kind(tie)):
                yield said(kind, _notice(tie), tie.ids.keys())
    elif change.field == "types" and _RETRACTED_TYPE in change.new and _RETRACTED_TYPE not in change.old:
        yield said("retracted", "PubMed calls it a retracted publication")
    elif change.field == "status" and change.new in notices.KINDS:
        yield said(_of_status(change.new), change.new)
    elif change.field == "title" and (label := titled(change.new)) and label != titled(change.old):
        yield said(_of_status(notices.NAMES[label]), f"its title says so now: {shortened(change.new, _WORDS)}")
    elif change.field == "state" and "aheadofprint" in change.old and "aheadofprint" not in change.new:
        yield said("published", "in an issue, after it was ahead of print")


def _ties(text: str) -> tuple[Relation, ...]:
    try:
        return msgspec.json.decode(text, type=tuple[Relation, ...]) if text else ()
    except files.UNREADABLE:  # a line of people
        return ()


def _is_same(one: Relation, other: Relation) -> bool:
    """Whether two ties are to one work; what a source says of it besides may have changed."""
    if (one.kind, one.direction) != (other.kind, other.direction):
        return False
    shared = set(one.ids.keys()) & set(other.ids.keys())
    return bool(shared) or (one.ids, one.text) == (other.ids, other.text)


def _kind(tie: Relation) -> str:
    """Which news a new tie is; empty for one that says nothing about the fate of the work."""
    if (tie.kind, tie.direction) == ("preprint", "of"):
        return "published"
    return _of_status(notices.NAMES[tie.kind]) if tie.direction == "in" and tie.kind in notices.NAMES else ""


def _of_status(status: str) -> str:
    return _KINDS_OF_STATUS.get(status, "corrected")


def _notice(tie: Relation) -> str:
    """`correction, 2026 May 4: PMID: 90000012`."""
    day = dates.words(tie.date)
    where = notices.place(tie.text, tie.ids) or "no notice is named"
    return f"{tie.kind}{day and f', {day}'}: {where}"


def _difference(change: Change) -> str:
    old, new = (shortened(value, _WORDS) or "nothing" for value in (change.old, change.new))
    return f"{change.field}: {old} → {new}"
