"""Entries in the formats of reference managers, for templates that lay out their files or show them on pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from markupsafe import Markup

from cluneal_lit.folding import UNSEEN
from cluneal_lit.formats import biblatex, bibtex, csl_entry, csv_rows, nbib_write, published, ris_write
from cluneal_lit.model import Entry
from cluneal_lit.outputs import evidence

# One value for all fields: printing name and value of each by itself takes as long as making them.


def _bibtex_head(entry: Entry) -> Markup:
    return Markup(bibtex.head(entry))


def _bibtex_fields(entry: Entry, form: str, abstract: bool = False) -> Markup:
    return Markup(bibtex.lines(entry, form, abstract=abstract))


def _biblatex_head(entry: Entry) -> Markup:
    return Markup(biblatex.head(entry))


def _biblatex_fields(entry: Entry, form: str, abstract: bool = False) -> Markup:
    return Markup(biblatex.lines(entry, form, abstract=abstract))


def _bibtex_text(entry: Entry, abstract: bool = False) -> str:
    return bibtex.written(entry, abstract=abstract)


def _ris(entry: Entry, abstract: bool = False) -> Markup:
    return _ready(_ris_text(entry, abstract))


def _ris_text(entry: Entry, abstract: bool = False) -> str:
    return ris_write.entry(entry.key, published.record(entry, "ris", abstract=abstract))


def _nbib(entry: Entry, abstract: bool = False) -> Markup:
    return _ready(nbib_write.entry(published.record(entry, "nbib", abstract=abstract)))


def _csl(entry: Entry, abstract: bool = False) -> dict[str, object]:
    return csl_entry.item(entry, abstract=abstract)


def _csl_items(entries: Iterable[Entry], abstract: bool = False) -> list[dict[str, object]]:
    return [item for entry in entries for item in csl_entry.items(entry, abstract=abstract)]


def _annotated(entry: Entry, abstract: bool = False) -> dict[str, object]:
    return csl_entry.annotated(entry, abstract=abstract)


def _row(cells: Iterable[object]) -> Markup:
    return _ready(csv_rows.line(map(str, cells)).removesuffix("\n"))


def _evidence_line(entry: Entry) -> Markup:
    return _row(evidence.row(entry))


def _ready(text: str) -> Markup:
    return Markup(text if text.isprintable() else text.translate(UNSEEN))


FILTERS: dict[str, Callable[..., object]] = {
    "annotated": _annotated,
    "csl": _csl,
    "csl_items": _csl_items,
    "evidence_row": evidence.row,
}
BY_FORMAT: dict[str, dict[str, Callable[..., object]]] = {
    ".bib": {
        "biblatex_fields": _biblatex_fields,
        "biblatex_head": _biblatex_head,
        "bibtex_fields": _bibtex_fields,
        "bibtex_head": _bibtex_head,
    },
    ".csv": {"evidence_line": _evidence_line, "row": _row},
    ".html": {"bibtex": _bibtex_text, "ris": _ris_text},
    ".nbib": {"nbib": _nbib},
    ".ris": {"ris": _ris},
}
