"""Bibliographies beside a document, which say what works its keys stand for."""

from __future__ import annotations

from functools import lru_cache

from cluneal_lit.documents.beside import text_of
from cluneal_lit.documents.file import File
from cluneal_lit.errors import StoreError
from cluneal_lit.formats import bibtex_read, brought, csl, hayagriva
from cluneal_lit.model import Fields, Ids

Works = dict[str, tuple[Ids, Fields]]


def works(file: File, name: str) -> Works | None:
    """The works by key of a BibTeX, CSL-JSON or Hayagriva file, by its path relative to the document's folder.

    None where there is no such file. Nothing where it does not read: then its keys are keys without works.
    """
    content = file.beside(name)
    return None if content is None else {**_works(content, name.lower().rpartition(".")[2])}


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
