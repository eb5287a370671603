"""`check`: what is wrong with the citations, from what the store holds."""

from __future__ import annotations

import argparse

from cluneal_lit.cli import answers, checking, terminal, work
from cluneal_lit.config import Project
from cluneal_lit.findings import order
from cluneal_lit.model import Collection
from cluneal_lit.outputs import words
from cluneal_lit.pipeline import check
from cluneal_lit.store.audit import audited

SCHEMA = "cluneal-lit/check/1"
STORE = "cluneal-lit/check-store/1"


def main(options: argparse.Namespace) -> int:
    """Print the findings; 1 if one is at or above `--fail-on`."""
    project = work.project(options)
    if options.store:
        return _store(project, options)
    if not (options.files or options.catalogue):
        found = work.scan(project)
        if work.is_idle(project, found):
            return work.idle(project, options, {"schema": SCHEMA, "citations": [], "findings": []})
        return _told(project, options, check.checked(project, found, check.stored(project)))
    seen = checking.checked(project, options)
    code = _told(project, options, seen.checked, incomplete=seen.incomplete)
    return checking.UNREAD if seen.unread else code


def _told(project: Project, options: argparse.Namespace, checked: check.Checked, *, incomplete: bool = False) -> int:
    """Print what was found; the exit code."""
    collection = checked.collection
    if options.json:
        terminal.answer(_answer(checked))
    else:
        terminal.show(collection.findings)
        _count(collection)
    return work.exit_code(project, options, collection.findings, incomplete)


def _store(project: Project, options: argparse.Namespace) -> int:
    """Print what is wrong with the store; documents and network are not needed."""
    audit = audited(project.root)
    told = sorted(audit.findings, key=order)
    if options.json:
        counts: answers.Json = {"records": audit.records, "agree": audit.agree}
        terminal.answer({"schema": STORE, **counts, "findings": [answers.finding(finding) for finding in told]})
    else:
        terminal.show(told)
        agree = f"{audit.agree} of {words.counted(audit.records, 'record')} {'agrees' if audit.agree == 1 else 'agree'}"
        terminal.say(f"{agree} with lock.jsonl; {words.counted(len(told), 'finding')} about the store")
    return work.exit_code(project, options, told, incomplete=False)


def _count(collection: Collection) -> None:
    told = words.counted(len(collection.findings), "finding")
    cited = words.counted(len(collection.citations), "citation")
    terminal.say(f"{told} about {cited} in {words.counted(len(collection.documents), 'document')}")


def _answer(checked: check.Checked) -> answers.Json:
    verdicts = iter(checked.collection.verdicts)
    status = {entry.key: entry.status for entry in checked.collection.entries}
    citations = []
    for resolution in checked.resolutions:
        citation = resolution.citation
        verdict = None if citation.form == "marker" else next(verdicts)
        key = resolution.works[0] if len(resolution.works) == 1 else None
        citations.append(
            {
                "id": citation.id,
                "document": citation.document,
                **answers.place(citation.place),
                "raw": citation.raw,
                "cited_as": citation.cited_as or None,
                "key": key,
                "verdict": verdict.name if verdict else None,
                "status": status[key].name if key else None,
                "provisional": status[key].provisional if key else None,
                "against": [{"source": one.source, "id": one.id, "day": one.day or None} for one in verdict.against]
                if verdict
                else [],
                "evidence": list(verdict.evidence) if verdict else [],
            }
        )
    return {
        "schema": SCHEMA,
        "citations": citations,
        "findings": [answers.finding(finding) for finding in checked.collection.findings],
    }
