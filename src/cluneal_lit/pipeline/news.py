"""What became of works since they were first asked about, from what refreshes saw change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from cluneal_lit.folding import shortened
from cluneal_lit.formats import notices
from cluneal_lit.formats.labelled import titled
from cluneal_lit.model import Entry, Relation
from cluneal_lit.pipeline import differences
from cluneal_lit.store.changes import Change

KINDS = ("retracted", "concern", "lifted", "corrected", "published", "updated", "details")  # the order of reports
_KINDS_OF_STATUS = {
    "retracted": "retracted",
    "withdrawn": "retracted",
    "partially-retracted": "retracted",
    "concern": "concern",
    "superseded": "updated",
}
_RETRACTED_TYPE = "Retracted Publication"  # PubMed's publication type
_WORDS = 60  # characters of a title that are told
_GRAVE = ("retracted", "concern")


class News(Struct, frozen=True):
    """Something that a refresh saw: its day, one of `KINDS`, the record's name in the store, and what in words.

    `change` is the line that says so; one line may tell several things. `notice`: the identifiers of the other work, a
    notice, newer version or published paper, where it is one that the record is tied to, or was.
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
        told = tuple(_fates(change)) or (
            News(change.day, "details", change.work, differences.difference(change), change),
        )
        yield from told


def homes(entries: Iterable[Entry], links: Mapping[str, str]) -> dict[str, Entry]:
    """The entry of each record that it was made from, by the record's name in the store, and by the name that the
    record had before its identifier was replaced; `links` lead from replaced identifiers to those that they are now."""
    found = {source.key: entry for entry in entries for source in entry.sources}
    sources = {name.partition("/")[0] for name in found}
    for old in links:
        was = {f"{source}/{old}": f"{source}/{_today(old, links)}" for source in sources}
        found |= {name: found[now] for name, now in was.items() if now in found and name not in found}
    return found


def _today(name: str, links: Mapping[str, str]) -> str:
    """The identifier that one is now, which may have been replaced several times."""
    for _ in links:
        name = links.get(name, name)
    return name


def seen(changes: Iterable[Change], entries: Iterable[Entry], links: Mapping[str, str]) -> Mapping[str, str]:
    """By citation key the last day on which a refresh saw the status of a work change; none where none ever did.

    `links` lead from replaced identifiers to those that they are now.
    """
    owners = homes(entries, links)
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
        before, after = differences.ties(change.old), differences.ties(change.new)
        for tie in after:
            if not any(_is_same(tie, other) for other in before) and (kind := _kind(tie)):
                yield said(kind, differences.notice(tie), tie.ids.keys())
        for tie in before:
            if not any(_is_same(tie, other) for other in after) and _kind(tie) in _GRAVE:
                yield said("lifted", f"no longer told: {differences.notice(tie)}", tie.ids.keys())
    elif change.field == "types" and (_RETRACTED_TYPE in change.new) != (_RETRACTED_TYPE in change.old):
        calls, kind = ("calls", "retracted") if _RETRACTED_TYPE in change.new else ("no longer calls", "lifted")
        yield said(kind, f"PubMed {calls} it a retracted publication")
    elif change.field == "status" and change.new in notices.KINDS:
        yield said(_of_status(change.new), change.new)
    elif change.field == "status" and not change.new and _of_status(change.old) in _GRAVE:
        yield said("lifted", f"no longer told: {change.old}")
    elif change.field == "title" and (label := titled(change.new)) and label != titled(change.old):
        yield said(_of_status(notices.NAMES[label]), f"its title says so now: {shortened(change.new, _WORDS)}")
    elif change.field == "state" and "aheadofprint" in change.old and "aheadofprint" not in change.new:
        yield said("published", "in an issue, after it was ahead of print")


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
