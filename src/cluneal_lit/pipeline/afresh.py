"""Asking everything anew, beside the store: what the services say now, and where the store says otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.config import Project
from cluneal_lit.model import Finding, Record
from cluneal_lit.pipeline import check, differences, scope, stored
from cluneal_lit.pipeline.exchange import Connect, Progress
from cluneal_lit.pipeline.refresh import Refreshed, refresh
from cluneal_lit.pipeline.scan import Scanned
from cluneal_lit.registries import spoken
from cluneal_lit.sources.questions import Due
from cluneal_lit.store import aside, intake, records


class Afresh(Struct, frozen=True):
    """The store with today's answers in place of its own where there are some, what came of asking, how many of its
    records were answered about, and a finding for each field of these that is another now."""

    store: stored.Stored
    asked: Refreshed
    answered: int
    findings: tuple[Finding, ...]


def afresh(
    project: Project, scanned: Scanned, store: stored.Stored, connect: Connect, today: date, progress: Progress
) -> Afresh:
    """Ask about all that is cited or stored, however recent, into a store that is thrown away.

    The project's own store is only read. What nobody answers about stays as it is stored.
    """
    due = Due(today, 0)
    about = scope.everything(project, scanned, store, check.resolved(scanned, store), due)
    with aside.unasked(project.root, project.config.library) as folder:
        elsewhere = replace(project, root=folder)
        asked = refresh(elsewhere, about, connect, due, progress)
        answers = stored.read(elsewhere)
    known = {record.key: record for record in store.records}
    now = {record.key: record for record in answers.records}
    merged = replace(store, records=tuple((known | now).values()), lock={**store.lock, **answers.lock})
    differing = tuple(
        finding for key in sorted(known.keys() & now.keys()) for finding in _differences(known[key], now[key])
    )
    return Afresh(merged, asked, len(known.keys() & now.keys()), differing)


def _differences(stored: Record, now: Record) -> Iterator[Finding]:
    """A finding for each field that is another; that `pages`, which are read from `page`, are so too says no more."""
    changes = {change.field: change for change in intake.differences(stored, now, "")}
    if "page" in changes:
        changes.pop("pages", None)
    for change in changes.values():
        old, new = differences.sides(change)
        values = {
            "source": spoken(now.source),
            "id": now.id,
            "field": differences.field(change),
            "old": old,
            "new": new,
        }
        document = records.place(Path("references/records"), now.source, now.id).as_posix()
        yield Finding("LIT315", document, key=now.id, values=values)
