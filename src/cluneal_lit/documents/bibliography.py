"""Bibliographies beside a document, which say what works its keys stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from cluneal_lit.documents.beside import text_of
from cluneal_lit.documents.file import File, nothing_beside
from cluneal_lit.errors import StoreError
from cluneal_lit.formats import bibtex_read, brought, csl, hayagriva
from cluneal_lit.lines import Lines
from cluneal_lit.model import Fields, Finding, Ids, Place

_ELSEWHERE = re.compile(r"\w+:/|[~$%\\@]")
Works = dict[str, tuple[Ids, Fields]]


def works(file: File, name: str) -> Works | None:
    """The works by key of a BibTeX, CSL-JSON or Hayagriva file, by its path relative to the document's folder.

    None where there is no such file. Nothing where it does not read: then its keys are keys without works.
    """
    content = file.beside(name)
    return None if content is None else {**_works(content, name.lower().rpartition(".")[2])}


def absent(file: File, name: str) -> Iterator[Finding]:
    """What is told of a bibliography that the document names by a path and that is not there; nothing where nobody can
    look for it: for a text without a folder, an address, a path that only its program knows."""
    if file.beside is nothing_beside or _ELSEWHERE.match(name):
        return
    last = name.rpartition("/")[2]
    said = re.search(rf"{re.escape(last)}|(?<=[{{,/\s]){re.escape(last.removesuffix('.bib'))}(?=[}},\s])", file.text)
    place = Lines(file.text).at(said.start()) if said else Place()
    yield Finding("LIT110", file.path, place, values={"file": name})


def of_csl(text: str) -> Works:
    """The works by key of CSL-JSON; none where it does not read."""
    try:
        return {brought.key(record): (record.ids, record.fields) for record in csl.read(text, "", other_names=True)[0]}
    except StoreError:
        return {}


@lru_cache(maxsize=8)  # the chapters of a book have one bibliography
def _works(content: bytes, suffix: str) -> Works:
    text = text_of(content)
    if suffix == "bib":
        return {key: bibtex_read.work(entry)[:2] for key, entry in bibtex_read.bibliography(text).by_key.items()}
    return of_csl(text) if suffix == "json" else hayagriva.works(text)
