"""`diff`: what changed in the literature since a day."""

from __future__ import annotations

import argparse
from itertools import groupby

import msgspec

from cluneal_lit.cli import answers, terminal, work
from cluneal_lit.folding import shortened
from cluneal_lit.outputs import words
from cluneal_lit.pipeline import diff, news
from cluneal_lit.pipeline.diff import Event
from cluneal_lit.registries import spoken

SCHEMA = "cluneal-lit/diff/1"
_TITLE = 80
_HEADINGS = {
    "retracted": ("newly retracted or withdrawn", "error"),
    "concern": ("newly with an expression of concern", "warning"),
    "lifted": ("no longer retracted, or no longer in doubt", "warning"),
    "corrected": ("newly corrected", "warning"),
    "published": ("newly published", "good"),
    "updated": ("newly updated", "warning"),
    "details": ("details", "faint"),
}


def main(options: argparse.Namespace) -> int:
    """Print what changed, or that nothing did."""
    project = work.project(options)
    found = diff.since(project, options.since or "")
    if not (found or project.file) and work.is_idle(project, work.scan(project)):
        return work.idle(project, options, {})
    if options.json:
        counts = {kind: sum(one.kind == kind for one in found) for kind in news.KINDS}
        events = [_event(one) for one in found]
        terminal.answer({"schema": SCHEMA, "since": options.since, "counts": counts, "changes": events})
        return 0
    for kind, those in groupby(found, lambda one: one.kind):
        terminal.say(terminal.styled(*_HEADINGS[kind]))
        for key, told in groupby(sorted(those, key=lambda one: one.key), lambda one: one.key):
            _work(key, list(told))
    since = f" since {options.since}" if options.since else ""
    works = words.counted(len({one.key for one in found}), "work")
    terminal.say(f"{words.counted(len(found), 'change')} of {works}{since}" if found else f"nothing changed{since}")
    return 0


def _work(key: str, told: list[Event]) -> None:
    entry = told[0].entry
    title = f" {shortened(entry.fields.title, _TITLE)}" if entry else ""
    cited = "" if entry and entry.cited_in else terminal.styled(" (not cited)", "faint")
    for line in terminal.wrapped(f"{terminal.styled(key, 'bold')}{title}{cited}", 2):
        terminal.say(f"  {line}")
    for one in told:
        by = ", ".join(map(spoken, one.sources))
        for line in terminal.wrapped(f"{one.day} {one.what} ({by})", 4):
            terminal.say(f"    {line}")


def _event(one: Event) -> answers.Json:
    entry = one.entry
    return {
        "kind": one.kind,
        "day": one.day,
        "key": entry.key if entry else None,
        "ids": answers.ids(entry.ids) if entry else None,
        "title": entry.fields.title or None if entry else None,
        "status": entry.status.name if entry else None,
        "cited_in": list(dict.fromkeys(cited.document for cited in entry.cited_in)) if entry else [],
        "what": one.what,
        "sources": list(one.sources),
        "changes": [msgspec.to_builtins(change) for change in one.changes],
    }
