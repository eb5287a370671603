"""`scan`: the citations of documents."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from cluneal_lit import config
from cluneal_lit.cli import answers, terminal
from cluneal_lit.errors import StoreError
from cluneal_lit.findings import rule
from cluneal_lit.folding import shortened
from cluneal_lit.model import Citation, Finding
from cluneal_lit.outputs import words
from cluneal_lit.pipeline import check
from cluneal_lit.pipeline.scan import Scanned, given_documents, project_documents

WIDTH = 96  # of a citation's text on the screen


def main(options: argparse.Namespace) -> int:
    """Print the citations; 2 if a document cannot be read."""
    project = config.load(Path(options.project))
    found = given_documents(options.paths) if options.paths else project_documents(project)
    keys, told = _keys(project, found)
    told = (*found.findings, *told)
    if options.json:
        citations = [answers.citation(citation, keys.get(id(citation))) for citation in found.citations]
        findings = [answers.finding(finding) for finding in told]
        terminal.answer({"schema": "cluneal-lit/scan/1", "citations": citations, "findings": findings})
    else:
        _show(found.citations, keys, told, len(found.documents))
    return 2 if any(rule(finding).level == "error" for finding in found.findings) else 0


def _keys(project: config.Project, found: Scanned) -> tuple[dict[int, str], tuple[Finding, ...]]:
    """The citation keys of citations, by the object's id; none, and a finding, where the project's store is broken."""
    try:
        store = check.stored(project)
    except StoreError as error:
        return {}, (Finding("LIT303", values={"reason": str(error)}),)
    resolved = check.checked(project, found, store).resolutions
    return {id(one.citation): one.works[0] for one in resolved if len(one.works) == 1 and one.how != "list"}, ()


def _show(citations: tuple[Citation, ...], keys: Mapping[int, str], told: tuple[Finding, ...], documents: int) -> None:
    for citation in citations:
        place = words.address(citation.document, citation.place)
        read_as = " ".join((citation.form, *citation.ids.keys()))
        key = keys.get(id(citation))
        terminal.say(f"{terminal.styled(place, 'bold')} {read_as}{f' = {key}' if key else ''}")
        terminal.say(f"    {terminal.styled(shortened(citation.raw, WIDTH), 'faint')}")
    terminal.show(told)
    terminal.say(f"{words.counted(len(citations), 'citation')} in {words.counted(documents, 'document')}")
