"""Documents in, citations out."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit.citations import scan_with_names
from cluneal_lit.citations.joining.across import together
from cluneal_lit.config import Config, Project
from cluneal_lit.documents import read
from cluneal_lit.documents.file import File
from cluneal_lit.errors import DocumentError, StoreError
from cluneal_lit.model import Citation, Document, Finding
from cluneal_lit.pipeline import held
from cluneal_lit.store import files, found
from cluneal_lit.store.understood import Understood

_OF_BIBLIOGRAPHY = ("LIT106", "LIT110", "LIT617")  # what is told of one that several documents may have
_CITED = tuple[tuple[Citation, ...], tuple[Citation, ...]]
UNREAD = ("LIT101", "LIT104")  # what says that a document cannot be read


class Scanned(Struct, frozen=True):
    """The paths of the documents that were read, their citations in order, and findings about the documents.

    `names` are citations too where a work has the key that they say (`cited`). `texts` are the documents themselves,
    where somebody wants to see them. `with_bibliography` are the paths of those that have one of their own,
    `with_unread` of those of which one, be it the document or its project that names it, is not there or does not read.
    """

    documents: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    findings: tuple[Finding, ...] = ()
    texts: tuple[Document, ...] = ()
    names: tuple[Citation, ...] = ()
    with_bibliography: frozenset[str] = frozenset()
    with_unread: frozenset[str] = frozenset()

    def cited(self, keys: Container[str]) -> tuple[Citation, ...]:
        """The citations in order, with the names among them that are keys."""
        known = [one for one in self.names if one.cited_as in keys]
        if not known:
            return self.citations
        places = {name: place for place, name in enumerate(self.documents)}
        return tuple(sorted([*self.citations, *known], key=lambda one: (places[one.document], one.start, one.end)))

    @property
    def unread(self) -> tuple[Finding, ...]:
        """What says that a document cannot be read."""
        return tuple(finding for finding in self.findings if finding.code in UNREAD)


def earlier(project: Project) -> Understood:
    """What earlier runs found in documents, to which this one adds; `remember` is for who holds the writer's lock."""
    return Understood(project.cache, "scanned", keep=True)


def project_documents(project: Project, *, keep: bool = False, understood: Understood | None = None) -> Scanned:
    """The citations of the documents that the configuration names; what it names and is not there is a finding, and
    so is what it calls public and is no document. What was found in them is not sought again: `understood`, or
    what earlier runs left. Raises StoreError for what stands in the place of their folder."""
    globs = project.config.documents
    found.folders(project.root, globs)
    paths, troubles = found.matched(project.root, globs, set(globs) - set(Config().documents))
    absent = tuple(Finding(_code(project, name), name, values={"reason": reason}) for name, reason in troubles)
    hidden = tuple(Finding("LIT109", name) for name in not_public(project, paths))
    named = ((file.relative_to(project.root).as_posix(), file) for file in paths)
    read = scanned(named, keep=keep, output=project.output, understood=understood or earlier(project))
    return replace(read, findings=(*absent, *hidden, *read.findings))


def not_public(project: Project, documents: Collection[Path]) -> tuple[str, ...]:
    """The globs of what is public that mean none of the project's documents."""
    return found.matching_none(project.root, project.config.public, frozenset(documents))


def given_documents(
    paths: Iterable[str],
    standard_input: bytes = b"",
    *,
    keep: bool = False,
    pages: Mapping[str, File | Finding] = MappingProxyType({}),
    output: Path | None = None,
) -> Scanned:
    """The citations of the documents that a person names: files as they are, folders with all that is in them, what
    wildcards mean; `-` is the standard input. `pages` are those of the web, or what is told of one; `output` is the
    folder into which the project writes."""
    named: list[tuple[str, Path | bytes | File]] = []
    absent: list[Finding] = []
    for path in dict.fromkeys(paths):
        if page := pages.get(path):
            if isinstance(page, File):
                named.append((path, page))
            else:
                absent.append(page)
            continue
        if path == "-":
            named.append((path, standard_input))
            continue
        folder, glob = found.parted(Path(path))
        if not glob:
            named.append((path, Path(path)))
            continue
        inside, troubles = found.matched(folder, (glob,))
        named += [(file.as_posix(), file) for file in inside]
        absent += [
            Finding("LIT101", files.shown((folder / name).as_posix()), values={"reason": reason})
            for name, reason in troubles
        ]
        if not inside and not troubles:
            reason = "no document is in this folder" if glob == found.ALL else "no file matches"
            absent.append(Finding("LIT101", files.shown(path), values={"reason": reason, "do": held.CHECK}))
    read = scanned(found.once(named), keep=keep, output=output)
    return replace(read, findings=(*absent, *read.findings))


def scanned(
    documents: Iterable[tuple[str, Path | bytes | File]],
    *,
    keep: bool = False,
    output: Path | None = None,
    understood: Understood | None = None,
) -> Scanned:
    """The citations of these documents, each a file or its content; one that cannot be read is a finding, and the
    others are still read. `keep`: the documents themselves too; `output`: the folder into which the project writes;
    `understood`: what earlier runs found in documents."""
    understood = understood or Understood()
    paths: list[str] = []
    citations: list[Citation] = []
    findings: list[Finding] = []
    texts: list[Document] = []
    names: list[Citation] = []
    with_bibliography, with_unread = set[str](), set[str]()
    elsewhere: list[Finding] = []
    for name, path in documents:
        try:
            inside = held.documents(name, path, output)
        except (DocumentError, StoreError) as error:
            findings.append(held.unread(name, path, error))
            continue
        own: list[Citation] = []
        for file in inside:
            try:
                document = read(file.path, file.content, file.beside, file.form)
            except DocumentError as error:
                findings.append(held.unread(file.path, path, error))
                continue
            paths.append(file.path)
            findings += _news(document, elsewhere)
            with_bibliography |= {file.path} if document.has_bibliography else set()
            with_unread |= {file.path} if any(map(_is_of_bibliography, document.findings)) else set()
            cited, named = understood.once(_CITED, document, partial(scan_with_names, document))
            own += cited
            names += named
            texts += [document] if keep else []
        citations += together(own) if len(inside) > 1 else own
    held_by = (frozenset(with_bibliography), frozenset(with_unread))
    return Scanned(tuple(paths), tuple(citations), tuple(findings), tuple(texts), tuple(names), *held_by)


def _is_of_bibliography(finding: Finding) -> bool:
    """Whether a finding tells of a bibliography of which nothing is known, and so not which keys it has."""
    return finding.code in _OF_BIBLIOGRAPHY and "file" in finding.values


def _news(document: Document, elsewhere: list[Finding]) -> Iterator[Finding]:
    """What a document tells, but for what others of its project told: of settings that are theirs too. These are put
    to those told `elsewhere`."""
    for finding in document.findings:
        if finding in elsewhere:
            continue
        if finding.code in _OF_BIBLIOGRAPHY:
            elsewhere.append(finding)
        yield finding


def _code(project: Project, name: str) -> str:
    return "LIT104" if name in project.config.documents else "LIT101"
