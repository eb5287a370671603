"""`scan`: the citations of documents."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from cluneal_lit import config, decided, identifiers
from cluneal_lit.cli import answers, given, pages, streams, terminal, work
from cluneal_lit.errors import ConfigError, StoreError
from cluneal_lit.folding import shortened
from cluneal_lit.model import Citation, Finding, Resolution
from cluneal_lit.outputs import scanned, words
from cluneal_lit.pipeline import check, current, stored
from cluneal_lit.pipeline.scan import Scanned, given_documents, project_documents
from cluneal_lit.store import templates

WIDTH = 160  # of a citation's text on the screen
_OF_THE_DOCUMENT = frozenset(("LIT201", "LIT402", "LIT409", "LIT410", "LIT418"))  # what a document alone tells

_UNKNOWN_KEY = "LIT405"  # told where the document has a bibliography: without one all its keys are unknown


def main(options: argparse.Namespace) -> int:
    """Print the citations; 2 if a document cannot be read."""
    if "" in options.paths:
        raise ConfigError("a path is empty; name a file, a folder or `-`")
    if options.html is not None:
        _refuse_page(options.html, options.json)
    project = config.load(Path(options.project))
    said = given.standard_input(options.paths)
    keep = options.html is not None
    found = (
        given_documents(options.paths, said, keep=keep, output=project.output)
        if options.paths
        else project_documents(project, keep=keep)
    )
    if not options.paths:
        work.refuse_idle(project, found)
    meant, seen = _resolved(project, found)
    if keep:
        _draw(project, found, meant, seen, options.html)
    if options.html != "-":
        _tell(found, meant, seen, as_json=options.json)
    return 2 if found.unread else 0


def _refuse_page(to: str, as_json: bool) -> None:
    """Raise ConfigError for a page that cannot be written there."""
    if to == "-" and as_json:
        raise ConfigError("`--html -` and `--json` both write to standard output; name a file for the page")
    if not to:
        raise ConfigError("the page has no name; name a file, or `-` for standard output")
    pages.refuse(to)


def _tell(found: Scanned, meant: Sequence[Resolution], seen: tuple[Finding, ...], *, as_json: bool) -> None:
    told = (*found.findings, *seen)
    if as_json:
        citations = [answers.citation(one.citation, _key(one), one.decisions) for one in meant]
        each = [answers.finding(finding) for finding in told]
        terminal.answer({"schema": "cluneal-lit/scan/1", "citations": citations, "findings": each})
    else:
        _show(meant, told, len(found.documents))


def _key(resolution: Resolution) -> str | None:
    """The key of the one work that a citation itself means."""
    return resolution.works[0] if len(resolution.works) == 1 and resolution.how != "list" else None


def _resolved(project: config.Project, found: Scanned) -> tuple[tuple[Resolution, ...], tuple[Finding, ...]]:
    """What the citations mean, in order, and what the documents alone tell about them; nothing, and a finding, where
    the project's store is broken."""
    try:
        store = stored.read(project)
    except StoreError as error:
        unknown = tuple(Resolution(citation) for citation in found.citations)
        return unknown, (Finding("LIT303", values={"reason": str(error)}),)
    seen = check.checked(project, found, store)
    before = {id(finding) for finding in (*found.findings, *store.findings)}
    told = {one.citation.document for one in seen.resolutions if one.how == "key" or _tells_keys(one.citation)}
    keys = told | found.with_bibliography
    of_documents = (
        one
        for one in seen.collection.findings
        if id(one) not in before
        and (one.code in _OF_THE_DOCUMENT or (one.code == _UNKNOWN_KEY and one.document in keys))
    )
    return seen.resolutions, tuple(of_documents)


def _tells_keys(citation: Citation) -> bool:
    """Whether the citation shows that its document has a list or bibliography with keys."""
    named = identifiers.key(citation.cited_as) or citation.cited_as.partition(":")[0].lower() in identifiers.NORMAL
    answered = citation.form == "key" and (citation.fields or citation.cites or (citation.ids and not named))
    return bool(answered or (citation.in_list and citation.cited_as))


def _draw(
    project: config.Project, found: Scanned, meant: Sequence[Resolution], seen: tuple[Finding, ...], to: str
) -> None:
    """Write the page of the documents; over one of its kind, but over no other file; `-` is the standard output."""
    by_document: dict[str, list[Citation]] = {}
    for one in meant:
        by_document.setdefault(one.citation.document, []).append(one.citation)
    documents = [(document, by_document.get(document.path, [])) for document in found.texts]
    page = scanned.page(documents, seen, templates.read(current.template_folders(project)))
    if to == "-":
        streams.prepare("utf-8")
        streams.say(page)
        for finding in found.findings:
            terminal.tell(finding)
        return
    out = Path(to)
    pages.write(out, page, (scanned.GENERATOR,), "page of `scan --html`")
    terminal.progress(f"{out}: {words.counted(len(meant), 'citation')} marked")


def _show(resolutions: Sequence[Resolution], told: tuple[Finding, ...], documents: int) -> None:
    for meant in resolutions:
        citation = meant.citation
        place = words.address(citation.document, citation.place)
        read_as = " ".join((citation.form, *citation.ids.keys()))
        key = _key(meant)
        besides = citation.malformed if citation.form != "malformed" else ()
        odd = f", malformed: {'; '.join(besides)}" if besides else ""
        terminal.say_wrapped(f"{terminal.styled(place, 'bold')} {read_as}{f' = {key}' if key else ''}{odd}")
        for line in terminal.wrapped(shortened(citation.raw, WIDTH), 4):
            terminal.say(f"    {line}")
        for decision in meant.decisions:
            for line in terminal.wrapped(decided.told(decision), 4):
                terminal.say(f"    {terminal.styled(line, 'faint')}")
        if citation.form != "reference" and citation.sentence and citation.sentence != citation.raw:
            for line in terminal.wrapped(shortened(citation.sentence, 2 * WIDTH), 4):
                terminal.say(f"    {terminal.styled(line, 'faint')}")
    terminal.show(told)
    terminal.say(f"{words.counted(len(resolutions), 'citation')} in {words.counted(documents, 'document')}")
