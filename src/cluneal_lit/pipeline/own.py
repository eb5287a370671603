"""What of a store is a check's own: where there is no project, the answers to other checks lie in the same place.

What they brought stays there, so that nobody is asked twice, but says nothing about what this check is about.
"""

from __future__ import annotations

from msgspec.structs import replace

from cluneal_lit.config import Project
from cluneal_lit.entries.needed import led_to
from cluneal_lit.pipeline import hanging, stored
from cluneal_lit.pipeline.scan import Scanned
from cluneal_lit.pipeline.stored import Stored
from cluneal_lit.registries import search_name
from cluneal_lit.store.remembered import Keys


def read(project: Project, scanned: Scanned) -> Stored:
    """The store of a project; of the place without one what the documents lead to, as if nothing else were there."""
    store = stored.read(project)
    return store if project.file else _own(scanned, store)


def _own(scanned: Scanned, store: Stored) -> Stored:
    searched = (search_name(one.id) for one in scanned.citations)
    names = led_to((*searched, *hanging.names(scanned.citations, store.lock)), store.records, store.lock)
    named = {"", None, *names}  # a finding may be about no work
    return replace(
        store,
        records=tuple(record for record in store.records if record.key in names),
        lock={key: line for key, line in store.lock.items() if line.id in names},
        keys=Keys(),
        findings=tuple(finding for finding in store.findings if finding.values.get("id") in named),
    )
