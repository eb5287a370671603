"""The table of evidence: a row a work, for a spreadsheet or whoever writes a review."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from cluneal_lit import dates
from cluneal_lit.formats import csl_item, csv_types, notices, prose
from cluneal_lit.model import Date, Entry, Name
from cluneal_lit.names import inverted
from cluneal_lit.outputs import attention, page, words

_COLUMNS: dict[str, Callable[[Entry], str]] = {
    "key": lambda entry: entry.key,
    "authors": lambda entry: _people(entry.fields.author) or _editors(entry),
    "year": lambda entry: _years(entry.fields.issued),
    "title": lambda entry: entry.fields.title,
    "journal": lambda entry: entry.fields.container_title or entry.fields.container_title_short,
    "type": lambda entry: csv_types.written(entry.fields.type),
    "study type": lambda entry: "; ".join(page.designs(entry)),
    "evidence level": lambda entry: entry.note.level if entry.note else "",
    "appraisal": lambda entry: _passage(entry, "Appraisal") or _passage(entry, "Limits"),
    "tags": lambda entry: "; ".join(entry.note.tags) if entry.note else "",
    "significance": notices.significance,
    "bottom line": lambda entry: _passage(entry, "Bottom line"),
    "status": lambda entry: words.status(entry) or attention.quiet(entry),
    "pmid": lambda entry: entry.ids.pmid,
    "pmcid": lambda entry: entry.ids.pmcid,
    "doi": lambda entry: entry.ids.doi,
    "arxiv": lambda entry: entry.ids.arxiv,
    "isbn": lambda entry: "; ".join(entry.ids.isbn),
    "cited in": lambda entry: "; ".join(dict.fromkeys(citation.document for citation in entry.cited_in)),
}
HEADS = tuple(_COLUMNS)


def _years(issued: Date | None) -> str:
    return f"{'ca. ' if issued and issued.circa else ''}{dates.years(issued)}"


def row(entry: Entry) -> tuple[str, ...]:
    """What stands in each column about a work."""
    return tuple(said(entry) for said in _COLUMNS.values())


def _people(people: Iterable[Name]) -> str:
    return "; ".join(map(inverted, people))


def _editors(entry: Entry) -> str:
    """The editors where nobody else made the whole; those of a part did not write it."""
    editors = () if entry.fields.type in csl_item.PARTS else entry.fields.editor
    return f"{_people(editors)} ({'eds' if len(editors) > 1 else 'ed'})" if editors else ""


def _passage(entry: Entry, name: str) -> str:
    return prose.passage(entry.note.text, name) if entry.note else ""
