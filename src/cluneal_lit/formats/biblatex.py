"""BibLaTeX as Biber takes it: what it calls otherwise than BibTeX, and what it has besides.

An article's number stands in `eid`, and the annotation in `annotation`, which Zotero reads in neither place.
(https://ctan.org/pkg/biblatex, 2.1 and 2.2)
"""

from __future__ import annotations

from cluneal_lit.formats import bibtex, bibtex_types, editions, edtf
from cluneal_lit.formats.bibtex_text import line
from cluneal_lit.model import Entry

_NAMES = {
    "journal": "journaltitle",
    "school": "institution",
    "address": "location",
    "annote": "annotation",
}


def head(entry: Entry) -> str:
    """`@online{muster2023`: how the entry begins."""
    return f"@{_kind(entry)}{{{bibtex.key(entry.key)}"


def lines(entry: Entry, form: str, *, abstract: bool = False) -> str:
    """The fields one after the other, each in a form such as `  {name} = {value},` with its line break."""
    return bibtex.laid_out(form, _said(entry, abstract))


def _said(entry: Entry, abstract: bool) -> dict[str, str]:
    """The fields by name, in the order in which they are written, without braces; what is not said is empty."""
    kind, ours = _kind(entry), bibtex_types.ours(entry.fields)
    said = bibtex.said(entry, abstract=abstract)
    own = {
        "entrysubtype": bibtex_types.subtype(ours, kind, line(entry.fields.genre)),
        "type": bibtex_types.typed(ours, "", line(entry.fields.genre)) or ("techreport" if ours == "report" else ""),
        "eid": line(entry.fields.number) if kind == "article" else "",
        "edition": line(editions.number(entry.fields)),
        "date": edtf.written(entry.fields.issued),
    }
    left = {"pages"} if own["eid"] and not entry.pages and not entry.fields.page else set[str]()
    if own["date"]:
        left |= {"year", "month", "day"}
    return {_name(name, ours): value for name, value in said.items() if value and name not in left} | own


def _kind(entry: Entry) -> str:
    """The entry type; a book that editors made is no `@book`, which has to have an author, and `@inbook` has to have
    the title of a book beside its own."""
    ours = bibtex_types.ours(entry.fields)
    found = "book" if bibtex_types.is_of_titled_book(entry.fields) else bibtex_types.biblatex(ours)
    edited = bool(entry.fields.editor) and not entry.fields.author
    return "collection" if found == "book" and edited else found


def _name(name: str, ours: str) -> str:
    if name == "howpublished" and (ours == "article" or ours in bibtex_types.SITES):
        return "organization"
    return _NAMES.get(name, name)
