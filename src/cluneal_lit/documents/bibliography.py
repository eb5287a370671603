"""Bibliographies beside a document, which say what works its keys stand for."""

from __future__ import annotations

from cluneal_lit.documents.beside import text as text_of
from cluneal_lit.documents.file import File
from cluneal_lit.errors import StoreError
from cluneal_lit.formats import bibtex_read, brought, csl, hayagriva
from cluneal_lit.model import Fields, Ids

Works = dict[str, tuple[Ids, Fields]]


def works(file: File, name: str) -> Works:
    """The works by key of a BibTeX, CSL-JSON or Hayagriva file, by its path relative to the document's folder.

    Nothing where there is no such file, or it does not read: then its keys are keys without works.
    """
    text, suffix = text_of(file.beside, name), name.lower().rpartition(".")[2]
    if suffix == "bib":
        return {key: bibtex_read.work(entry)[:2] for key, entry in bibtex_read.bibliography(text).by_key.items()}
    if suffix == "json":
        return of_csl(text)
    return hayagriva.works(text)


def of_csl(text: str) -> Works:
    """The works by key of CSL-JSON; none where it does not read."""
    try:
        return {brought.key(record): (record.ids, record.fields) for record in csl.read(text, "", other_names=True)[0]}
    except StoreError:
        return {}
