"""`show`: what is known of a work, from whom, and where it is cited."""

from __future__ import annotations

import argparse

import msgspec

from cluneal_lit import identifiers
from cluneal_lit.cli import answers, sheet, terminal, work
from cluneal_lit.config import Project
from cluneal_lit.errors import ConfigError
from cluneal_lit.formats import bibtex, csl_entry
from cluneal_lit.model import Asked, Entry, Record
from cluneal_lit.outputs import styles
from cluneal_lit.outputs.escapes import as_json
from cluneal_lit.pipeline.show import Citing, Sheet, Shown, names, shown
from cluneal_lit.pipeline.unkept import unkept


def main(options: argparse.Namespace) -> int:
    """Print what is known of a work, or with `--format` its entry and nothing else."""
    if options.json and options.format:
        raise ConfigError("--json and --format are two answers; leave one of them out (--json holds every format)")
    project = work.project(options)
    found = shown(project, options.work)
    if not found.sheets and not found.citing:
        raise elsewhere(project, options.work) or unknown(options.work, found, project)
    if options.json:
        terminal.answer(_answer(options.work, found, project))
    elif options.format:
        _format(options.format, found, project)
    elif found.sheets:
        sheet.works(found)
    else:
        sheet.citations(found)
    return 0


def elsewhere(project: Project, wanted: str) -> ConfigError | None:
    """What to say of a work that nothing here knows but a bibliography beside the documents; None where none does."""
    held = unkept(project, names(wanted))
    if held is None:
        return None
    where = "into references/library/" if project.file else "in references/library/ of a project (`cluneal-lit init`)"
    return ConfigError(f"{held.key} stands only in {held.path}: {held.cited} For more, put that file {where}")


def unknown(wanted: str, found: Shown, project: Project) -> ConfigError:
    """What to say of a key or identifier that nothing here has."""
    near = [key if name == key else f"{name} ({key})" for name, key in found.near]
    meant = near and f"did you mean {' or '.join(near)}?"
    if found.name.partition(":")[0] in identifiers.NORMAL:
        hint = "cite it in a document, or add it to references/library/"
        return ConfigError(f"{found.name} is no work's, and no document cites it; {meant or hint}")
    listed = project.output / "references.bib"
    where = f"all keys stand in output/{listed.name}" if listed.is_file() else "name the project's folder with -C"
    return ConfigError(f"no work has the key {wanted!r}; {meant or where}")


def _format(name: str, found: Shown, project: Project) -> None:
    if not found.sheets:
        raise ConfigError(f"{found.name} is cited, but nothing is known of the work; run `cluneal-lit refresh`")
    if len(found.sheets) > 1:
        terminal.progress(sheet.several(found))
    entries = [one.entry for one in found.sheets]
    abstract = project.config.publish_abstracts
    if name == "csl":  # an array, which is what Pandoc and Zotero take
        terminal.say(as_json([csl_entry.item(entry, abstract=abstract) for entry in entries]))
    else:
        terminal.say(_formatted(name, entries, abstract))


def _formatted(name: str, entries: list[Entry], abstract: bool) -> str:
    """The entries as the outputs have them."""
    if name == "bibtex":
        return "\n".join(bibtex.written(entry, abstract=abstract) for entry in entries).rstrip("\n")
    return "\n".join(styles.vancouver(entry) for entry in entries)


def _answer(wanted: str, found: Shown, project: Project) -> answers.Json:
    return {
        "schema": "cluneal-lit/show/1",
        "asked_for": wanted,
        "name": found.name,
        "works": [_work(one, project) for one in found.sheets],
        "cited_in": [_citing(one) for one in found.citing],
        "answers": [_asked(line) for line in found.answers],
    }


def _work(one: Sheet, project: Project) -> answers.Json:
    entry, abstract = one.entry, project.config.publish_abstracts
    return {
        "key": entry.key,
        "aliases": list(entry.aliases),
        "verdict": entry.verdict,
        "status": msgspec.to_builtins(entry.status) | {"notice": answers.ids(entry.status.notice)},
        "ids": answers.ids(entry.ids),
        "links": {name: identifiers.url(name) for name in entry.ids.keys() if identifiers.url(name)},
        "sources": [_asked(source) for source in entry.sources],
        "fields": {
            known.field.replace("_", "-"): {
                "printed": known.printed,
                "rule": known.rule,
                "said": [{**_asked(one.source), "value": one.said, "agrees": one.agrees} for one in known.said],
            }
            for known in one.known
        },
        "beside": [said for record in one.records if (said := _beside(record, one))],
        **{name: msgspec.to_builtins(getattr(entry, name)) for name in ("dates", "types", "mesh", "keywords")},
        **{name: msgspec.to_builtins(getattr(entry, name)) for name in ("abstract", "relations", "basis")},
        "changes": [msgspec.to_builtins(change) for change in one.changes],
        "note": _note(entry),
        "lists": [
            {"name": named.name, "title": named.title, "importance": item.importance, "reason": item.reason}
            for named, item in one.lists
        ],
        "cited_in": [_citing(citing) for citing in one.citing],
        "findings": [answers.finding(finding) for finding in one.findings],
        "cite": {name: _formatted(name, [entry], abstract) for name in ("bibtex", "vancouver")}
        | {"markdown": f"[@{entry.key}]", "csl": csl_entry.item(entry, abstract=abstract)},
    }


def _beside(record: Record, one: Sheet) -> answers.Json | None:
    """What a record says besides the fields: its keywords, abstract, notes and files; nothing where it says no more."""
    source = next((each for each in one.entry.sources if each.key == record.key), Asked(record.source, record.id))
    said = {name: msgspec.to_builtins(getattr(record, name)) for name in ("keywords", "abstract", "custom")}
    held = {name: value for name, value in said.items() if value}
    return {**_asked(source), **held} if held else None


def _note(entry: Entry) -> answers.Json | None:
    if entry.note is None:
        return None
    said = msgspec.to_builtins(entry.note)
    return {"path": f"references/notes/{entry.note.key}.md", **said}


def _citing(one: Citing) -> answers.Json:
    citation, verdict = one.citation, one.verdict
    return {
        "id": citation.id,
        "document": citation.document,
        **answers.place(citation.place),
        "raw": citation.raw,
        "sentence": citation.sentence,
        "works": list(one.works),
        "verdict": verdict.name if verdict else None,
        "against": [_asked(source) for source in verdict.against] if verdict else [],
        "evidence": list(verdict.evidence) if verdict else [],
        "decisions": [answers.decision(decision) for decision in one.decisions],
        "findings": [answers.finding(finding) for finding in one.findings],
    }


def _asked(source: Asked) -> answers.Json:
    return {"source": source.source, "id": source.id, "day": source.day or None, "state": source.state or None}
