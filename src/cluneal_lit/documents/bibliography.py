"""Bibliographies beside a document, which say what works its keys stand for."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from posixpath import dirname, isabs, join, normpath, relpath

from msgspec.structs import replace

from cluneal_lit.documents.beside import text_of
from cluneal_lit.documents.file import File, nothing_beside
from cluneal_lit.errors import StoreError
from cluneal_lit.formats import bibtex_read, brought, csl, csl_file, hayagriva, ris_read, yaml_text
from cluneal_lit.lines import Lines
from cluneal_lit.model import Fields, Finding, Ids, Place, Record

_BIBTEX = ("bib", "bibtex", "biblatex")
READ = (*_BIBTEX, "json", "yaml", "yml", "ris")  # the endings of names, as pandoc has them
_LONGEST = 20_000_000
_UNREAD = "it holds no work of which anything can be read"
_ELSEWHERE = re.compile(r"\w+:/|[~$%\\@]|.*(?:\$\{?\w|%\w+%)")
# The bibliographies that TeX Live brings along (`bibtex/bib` in its tree, as CTAN's packages have them).
_OF_TEX = frozenset("IEEEabrv IEEEfull IEEEexample xampl biblatex-examples biblatex-bibtex-examples".split())
Works = dict[str, tuple[Ids, Fields]]


def works(file: File, name: str) -> Works | None:
    """The works by key of a file of BibTeX, CSL-JSON, RIS, or YAML of CSL or Hayagriva (`READ`).

    `name` is its path relative to the document's folder.

    None where there is no such file. Nothing where it does not read, which `missed` tells.
    """
    content = file.beside(name)
    return None if content is None else {**_read(content, name.lower().rpartition(".")[2])[0]}


def shared(file: File, name: str, cited: Collection[str]) -> Iterator[Finding]:
    """What is told of the `cited` keys that two entries of a bibliography have: of which `works` gives the last, as
    pandoc does, and LaTeX the first."""
    content = file.beside(name)
    path = normpath(join(dirname(file.path), name))
    for finding in _read(content, name.lower().rpartition(".")[2])[1] if content is not None else ():
        if finding.code == "LIT617" and finding.key in cited:
            yield replace(finding, document=path)


def missed(file: File, name: str, where: tuple[str, str] | None = None) -> Iterator[Finding]:
    """What is told of a bibliography that the document names by a path and that does not read, or is not there; nothing
    where nobody can look for it: for a text without a folder, an address, a path that only its program knows, a file of
    TeX's own. `name`: the path from the document's folder.

    `where`: the path, relative to the document's folder, and text of the settings that name it in the document's place.
    """
    content, shown = file.beside(name), _shown(name, where)
    if content is not None:
        if reason := _fault(content, name.lower().rpartition(".")[2]):
            yield _unread(file, name, f"{shown} cannot be read: {reason}", where)
        return
    if file.beside is nothing_beside or _ELSEWHERE.match(shown) or shown.removesuffix(".bib") in _OF_TEX:
        return
    yield Finding("LIT110", *_place(file, name, where), values={"file": shown})


def _shown(name: str, where: tuple[str, str] | None) -> str:
    """The path of a bibliography as it is seen from what names it: all documents tell it alike."""
    return relpath(name, dirname(where[0]) or ".") if where and not isabs(name) else name


def _place(file: File, name: str, where: tuple[str, str] | None) -> tuple[str, Place]:
    """Where a bibliography is named: the path of the document or its settings, and the place in it."""
    path, text = (normpath(join(dirname(file.path), where[0])), where[1]) if where else (file.path, file.text)
    last = name.rpartition("/")[2]
    said = re.search(rf"{re.escape(last)}|(?<=[{{,/\s]){re.escape(last.removesuffix('.bib'))}(?=[}},\s])", text)
    return path, Lines(text).at(said.start()) if said else Place()


def unread(file: File, name: str, where: tuple[str, str] | None = None) -> Iterator[Finding]:
    """What is told of a bibliography of a format of which nothing is read; `where` as in `missed`."""
    reason = f"{name} is named as the bibliography; name one of BibTeX, CSL (JSON or YAML) or RIS, as these are read"
    yield _unread(file, name, reason, where)


def _unread(file: File, name: str, reason: str, where: tuple[str, str] | None) -> Finding:
    """With the name of the file, by which it is known that nobody can say which works its keys stand for."""
    return Finding("LIT106", *_place(file, name, where), values={"reason": reason, "file": _shown(name, where)})


def of_yaml(text: str) -> Works | None:
    """The works by key of CSL-JSON in the form of YAML, a list under `references`; None for what is none.

    (https://pandoc.org/MANUAL.html#specifying-bibliographic-data)
    """
    read = yaml_text.load(text, aliases=False) if len(text) <= _LONGEST else None
    listed = read.get("references") if isinstance(read, dict) else None
    if not isinstance(listed, list):
        return None
    return of_csl(json.dumps([one for one in listed if isinstance(one, dict) and "id" in one]))


def of_csl(text: str) -> Works:
    """The works by key of CSL-JSON; none where it does not read."""
    return _of_csl(text)[0]


def _of_csl(text: str) -> tuple[Works, tuple[Finding, ...]]:
    try:
        records, told = csl.read(text, "", other_names=True)
    except StoreError:
        return {}, ()
    return _by_key(records), told


def _by_key(records: Iterable[Record]) -> Works:
    """The works by key, of a key the last; one that has the key of another carries a digest behind it."""
    found: Works = {}
    for record in records:
        key = brought.key(record)
        own = brought.without_digest(key)
        found[own if own in found else key] = (record.ids, record.fields)
    return found


@lru_cache(maxsize=8)
def _fault(content: bytes, suffix: str) -> str:
    """Why nothing of a bibliography reads; empty where a work does, or where it says itself that it has none."""
    text = text_of(content)
    if not text.strip():
        return "it is no text" if content.strip() else "it is empty" if suffix == "json" else ""
    if _read(content, suffix)[0]:
        return ""
    if suffix in _BIBTEX:
        return "" if "@" in text else "no entry begins in it"
    if suffix == "json":
        try:
            return "" if not list(csl_file.entries(text, "")) else _UNREAD
        except StoreError as error:
            return str(error).removeprefix(": ")
    if suffix == "ris":
        return "no entry begins in it"
    read = yaml_text.load(text)
    return "it is no YAML" if read is None else "" if not read or read == {"references": []} else _UNREAD


@lru_cache(maxsize=8)  # the chapters of a book have one bibliography
def _read(content: bytes, suffix: str) -> tuple[Works, tuple[Finding, ...]]:
    """The works by key, and what is told of the entries."""
    text = text_of(content)
    if suffix in _BIBTEX:
        return _of_bibtex(text)
    if suffix == "json":
        return _of_csl(text)
    if suffix == "ris":
        records, told = ris_read.read(text, "")
        return _by_key(records), told
    of_list = of_yaml(text) if "references" in text else None
    return hayagriva.works(text) if of_list is None else of_list, ()


def _of_bibtex(text: str) -> tuple[Works, tuple[Finding, ...]]:
    read, place = bibtex_read.bibliography(text), Lines(text).at
    last = {entry.block.key: entry for entry in read.entries if entry.block.key}
    told = tuple(
        Finding("LIT617", "", place(block.start), block.key, values={"reason": brought.shared("key", block.key)})
        for block in (entry.block for entry in read.entries)
        if block.key and read.by_key[block.key].block.start < block.start
    )
    return {key: bibtex_read.work(entry)[:2] for key, entry in (read.by_key | last).items()}, told
