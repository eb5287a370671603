"""`check`: what is wrong with the citations, from what the store holds."""

from __future__ import annotations

import argparse
from pathlib import Path

from cluneal_lit.cli import answers, check_arguments, checking, deciding, fixing, listing, reporting, web, work
from cluneal_lit.config import Project
from cluneal_lit.findings import order
from cluneal_lit.model import Collection, Finding, Told
from cluneal_lit.outputs import words
from cluneal_lit.pipeline import check, stored, waiving
from cluneal_lit.store.audit import audited

SCHEMA = "cluneal-lit/check/1"
STORE = "cluneal-lit/check-store/1"


def main(options: argparse.Namespace) -> int:
    """Print the findings; 1 if one that counts is at or above `--fail-on`."""
    reporting.prepared(options)
    check_arguments.refuse(options)
    listing.refuse(options)
    fixing.refuse(options)
    project = work.project(options)
    if options.store:
        return _store(project, options)
    if options.files or options.catalogue or options.fresh:
        seen = checking.checked(project, options)
        links = web.links(project, options, seen.texts) if options.links else ()
        code = _told(project, options, seen.checked, seen.store, links, incomplete=seen.incomplete)
        return work.UNREAD if seen.unread else code
    found = work.scan(project, keep=options.links)
    plain = options.format in ("text", "json") and not options.list_retracted and not options.fix
    if (plain or not project.file) and work.is_idle(project, found):
        return work.idle(project, options, {"schema": SCHEMA, "citations": [], "findings": []})
    store = stored.read(project)
    links = web.links(project, options, found.texts) if options.links else ()
    return _told(project, options, check.checked(project, found, store), store, links)


def _told(
    project: Project,
    options: argparse.Namespace,
    checked: check.Checked,
    store: stored.Stored,
    links: tuple[Finding, ...],
    *,
    incomplete: bool = False,
) -> int:
    """Print what was found; the exit code."""
    if options.fix:
        return fixing.main(project, options, checked, store, links, incomplete=incomplete)
    if options.pairs:
        listing.write_pairs(checked, Path(options.pairs))
    told = waiving.told(checked, store, deciding.today(), links)
    reported = reporting.report(told, options, checked.collection.documents)
    if options.html:
        listing.write_page(project, checked, reported.told, Path(options.html))
    if options.list_retracted:
        listing.retracted(checked, json=options.json)
    else:
        reporting.show(reported, project, options, _answer(checked), reported.summary(_about(checked.collection)))
    return work.exit_code(project, options, reported.counting, incomplete=incomplete)


def _store(project: Project, options: argparse.Namespace) -> int:
    """Print what is wrong with the store; documents and network are not needed."""
    audit = audited(project.root)
    if not (audit.records or project.file):
        raise work.no_project(project)
    reported = reporting.report(map(Told, sorted(audit.findings, key=order)), options)
    agree = f"{audit.agree} of {words.counted(audit.records, 'record')} {'agrees' if audit.agree == 1 else 'agree'}"
    answer: answers.Json = {"schema": STORE, "records": audit.records, "agree": audit.agree}
    reporting.show(
        reported, project, options, answer, f"{agree} with lock.jsonl; {reported.summary('about the store')}"
    )
    return work.exit_code(project, options, reported.counting, incomplete=False)


def _about(collection: Collection) -> str:
    cited = words.counted(len(collection.citations), "citation")
    return f"about {cited} in {words.counted(len(collection.documents), 'document')}"


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
    return {"schema": SCHEMA, "citations": citations}
