"""`run`: the whole job, and its summary."""

from __future__ import annotations

import argparse
from collections import Counter

from cluneal_lit import __version__, findings
from cluneal_lit.cli import answers, building, deciding, terminal, work
from cluneal_lit.config import Project
from cluneal_lit.model import VERDICTS, Collection, Finding, Told
from cluneal_lit.outputs import counting, fates, words
from cluneal_lit.pipeline import check, stored, waiving
from cluneal_lit.pipeline.refresh import Refreshed
from cluneal_lit.pipeline.scan import earlier
from cluneal_lit.store import outputs
from cluneal_lit.store.writer import writer

FEW = 4  # files of a folder that are named; of more only the number is told


def main(options: argparse.Namespace) -> int:
    """Scan, refresh, check, build, and say what came of it."""
    project = work.project(options)
    understood = earlier(project)
    found = work.scan(project, understood=understood)
    if work.is_idle(project, found):
        nothing = Collection(project.config.title, (), (), (), (), (), ())
        return work.idle(project, options, _answer(nothing, (), Refreshed(), outputs.Published()))
    with writer(project.root, terminal.progress):
        store = stored.read(project, keep=True)
        resolved = check.resolved(found, store)
        asked = work.refreshed(project, found, store, resolved, options)
        if asked.asked or asked.searched:
            store = stored.read(project, keep=True)
            resolved = check.resolved(found, store)
        checked = check.checked(project, found, store, resolved)
        understood.remember()
        published, trouble = building.built(project, checked)
    collection = checked.collection
    told = waiving.told(checked, store, deciding.today(), asked.findings)
    if options.json:
        terminal.answer(_answer(collection, told, asked, published))
    else:
        _summary(project, collection, told, asked, published, options)
    if trouble:
        raise trouble
    counting = [one.finding for one in told if one.counts]
    return work.exit_code(project, options, counting, bool(asked.findings))


def _answer(
    collection: Collection, told: tuple[Told, ...], asked: Refreshed, published: outputs.Published
) -> answers.Json:
    return {
        "schema": "cluneal-lit/run/1",
        "complete": not asked.findings,
        "counts": answers.counts(collection, [one.finding for one in told if one.counts]),
        "entries": [answers.entry(entry) for entry in collection.entries],
        "findings": [answers.told(one) for one in told],
        "written": list(published.written),
        "removed": list(published.removed),
    }


def _summary(
    project: Project,
    collection: Collection,
    told: tuple[Told, ...],
    asked: Refreshed,
    published: outputs.Published,
    options: argparse.Namespace,
) -> None:
    counting = tuple(one.finding for one in told if one.counts)
    grave = [finding for finding in counting if findings.rule(finding).level != "note"]
    terminal.show(grave)
    if grave:
        terminal.say()
    terminal.say(terminal.styled(" · ".join(filter(None, (collection.title, f"cluneal-lit {__version__}"))), "bold"))
    _counts(collection)
    _verdicts(collection)
    _markers(collection)
    _statuses(collection)
    _asked(asked, options)
    _notes(counting)
    if waived := len(told) - len(counting):
        terminal.say(f"  {words.counted(waived, 'finding')} waived: see `cluneal-lit check`")
    _published(project, published)


def _counts(collection: Collection) -> None:
    documents = words.counted(len(collection.documents), "document")
    citations = words.counted(len(collection.citations), "citation")
    cited = words.counted(sum(1 for entry in collection.entries if entry.cited_in), "work")
    known = words.counted(len(collection.entries), "work")
    works = f" of {cited}; {known} in the collection" if collection.entries else "; no work is known yet"
    terminal.say(f"  {documents} with {citations}{works}")


def _verdicts(collection: Collection) -> None:
    count = Counter(verdict.name for verdict in collection.verdicts)
    for name in VERDICTS:
        if count[name]:
            style = "good" if name == "verified" else "error" if name in ("mismatch", "absent") else "warning"
            terminal.say(f"  {count[name]:>4} {terminal.styled(f'{name:<10}', style)} {words.meaning(name)}")


def _markers(collection: Collection) -> None:
    markers = sum(1 for citation in collection.citations if citation.form == "marker")
    alone = sum(1 for finding in collection.findings if finding.code == "LIT402")
    if markers:
        without = f", {alone} of them without a list" if alone else ""
        terminal.say(f"  {markers:>4} {'numbered marker' if markers == 1 else 'numbered markers'}{without}")


def _statuses(collection: Collection) -> None:
    cited = [entry for entry in collection.entries if entry.cited_in]
    count = {name: number for name, number in counting.statuses(cited).items() if name != "none"}
    told = (
        words.statuses(count, counting.provisional(cited)) if count else "",
        fates.preprints(counting.preprints(cited)),
    )
    if any(told):
        terminal.say(f"  editorial status of the cited works: {', '.join(filter(None, told))}")


def _asked(asked: Refreshed, options: argparse.Namespace) -> None:
    if options.offline:
        terminal.say("  offline: no service was asked; what is printed rests on earlier answers and your library")
    elif asked.findings:
        terminal.say(
            "  incomplete: a service gave no answer (LIT301, above); nothing is called false for that, run again later"
        )
    else:
        terminal.say(f"  {work.answered(asked, options)}")


def _notes(told: tuple[Finding, ...]) -> None:
    count = Counter(finding.code for finding in told if findings.rule(finding).level == "note")
    for code in sorted(count):
        title = findings.CATALOGUE[code].title
        terminal.say(f"  {words.counted(count[code], 'note')} {code} ({title}): see `cluneal-lit check`")


def _published(project: Project, published: outputs.Published) -> None:
    folder = project.output.name
    for verb, names in (("wrote", published.written), ("removed", published.removed)):
        below = Counter(name.rpartition("/")[0] for name in names if "/" in name)
        for name in names:
            if "/" not in name or below[name.rpartition("/")[0]] <= FEW:
                terminal.say(f"  {verb} {folder}/{name}")
        for name in sorted(name for name in below if below[name] > FEW):
            terminal.say(f"  {verb} {folder}/{name}/: {below[name]} files")
    if not published.written and not published.removed and published.unchanged:
        current = words.counted(len(published.unchanged), "file")
        terminal.say(f"  {folder}/ was current: {current}, nothing written")
