"""Records in PubMed's tagged format, which it exports as NBIB and Ovid, Zotero and Biopython read.

(https://www.nlm.nih.gov/bsd/mms/medlineelements.html)
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from cluneal_lit import dates, languages, names, pages
from cluneal_lit.folding import one_line
from cluneal_lit.formats import carried, suffixed, tagged, unplaced
from cluneal_lit.formats.csl_item import ARTICLES
from cluneal_lit.formats.databases import IN_NOTE, untold
from cluneal_lit.formats.medline_tags import PREPRINT, heading, stated
from cluneal_lit.formats.nbib import held
from cluneal_lit.model import Fields, Journal, Name, Record

_WIDTH = 90  # of a line; what goes on stands behind six blanks
# Biopython takes what goes on of other tags for one more value.
_WRAPPED = frozenset(("AB", "TI", "TT", "JT", "MH", "AD"))
_BOOKS = frozenset(("book", "chapter"))


def write(records: Iterable[tuple[str, Record]]) -> Iterator[str]:
    """The NBIB of records, one by one, a blank line between them; a key that is no PMID has no place there."""
    return tagged.parted(entry(record) for _, record in records)


def entry(record: Record) -> str:
    """The lines of a record."""
    return "".join(f"{line}\n" for line in _lines(record))


def _lines(record: Record) -> Iterator[str]:
    custom = carried.carried(record, "nbib")
    bases = custom.pop("database", [untold(record, "nbib", custom)])
    written = {line for values in custom.values() for value in values for line in value.split("\n")}
    tags = {
        tag: [value for value in values if value not in custom.get(tag, ())] for tag, values in stated(record).items()
    }
    beyond = carried.merged(carried.merged(tags, custom), {"GN": _notes(record, written)})
    lines = (line for note in beyond["GN"] for line in note.split("\n"))  # a tag has one
    beyond["GN"] = [*(f"{IN_NOTE}{name}" for name in bases if name), *lines]
    said = [*_said(record), *((tag, value) for tag in sorted(beyond) for value in beyond[tag])]
    for tag, value in said:
        if value:
            yield from _wrapped(tag, value)


def _said(record: Record) -> Iterator[tuple[str, str]]:
    fields, ids = record.fields, record.ids
    book = fields.type == "book"
    yield "PMID", ids.pmid or " "
    yield from _issns(record)
    yield from (("ISBN", number) for number in ids.isbn)
    yield "VI", fields.volume
    yield "IP", fields.issue
    yield "DP", dates.words(fields.issued)
    yield "TI", "" if book else fields.title
    yield "TT", fields.original_title
    yield "CTI", fields.collection_title  # JabRef takes the last of the two for the title of the book
    yield "BTI", fields.title if book else fields.container_title if fields.type in _BOOKS else ""
    number = fields.number if fields.type in ("", *ARTICLES) else ""
    yield "PG", pages.full_range(record.pages or pages.parse(fields.page)) or number
    yield "LID", f"{ids.doi} [doi]" if ids.doi else ""
    yield "AB", one_line(carried.abstract(record.abstract))
    yield from _people(fields.author, "FAU", "AU")
    yield from _people(fields.editor, "FED", "ED")
    yield "LA", languages.of_libraries(fields.language)
    yield "PB", fields.publisher
    yield "EN", fields.edition
    yield "TA", fields.container_title_short
    yield "JT", "" if fields.type in _BOOKS else fields.container_title
    yield from (("MH", heading(subject)) for subject in record.mesh)
    yield from (("OT", word) for word in record.keywords)
    yield "PT", PREPRINT if fields.type == "article" and PREPRINT not in record.types else ""
    yield "PMC", ids.pmcid
    yield "AID", f"{ids.doi} [doi]" if ids.doi else ""  # as PubMed has it twice, programs read one or the other


def _notes(record: Record, written: set[str]) -> list[str]:
    """What the format has no tag for, as general notes."""
    ids = record.ids
    others = (("arXiv:", ids.arxiv), ("NCT: ", ids.nct), ("shortDOI: ", ids.shortdoi))
    told = [f"{label}{value}" for label, value in others if value]
    told = [*_kind(record.fields), *told, *unplaced.beside(record.fields, held(record.fields.type))]
    return [note for note in told if note not in written]


def _kind(fields: Fields) -> list[str]:
    """The type, where the tags do not tell it: those of a chapter do by its book."""
    is_told = fields.type in ("", "article-journal", "article", "book")
    is_told |= fields.type == "chapter" and bool(fields.container_title)
    return [] if is_told else [f"type: {fields.type}"]


def _issns(record: Record) -> Iterator[tuple[str, str]]:
    journal = record.journal or Journal()
    kinds = {
        "Print": journal.issn_print,
        "Electronic": journal.issn_electronic,
        "Linking": journal.issn_linking,
    }
    for number in dict.fromkeys((*record.issn, *filter(None, kinds.values()))):
        named = [kind for kind, known in kinds.items() if known == number] or [""]
        yield from (("IS", f"{number} ({kind})" if kind else number) for kind in named)


def _people(people: tuple[Name, ...], full: str, short: str) -> Iterator[tuple[str, str]]:
    for name in people:
        if name.literal:
            yield ("CN" if full == "FAU" else full), name.literal
        elif name.family:
            yield full, suffixed.inverted(name)
            yield short, names.nlm(suffixed.told(name))


def _wrapped(tag: str, value: str) -> list[str]:
    if tag not in _WRAPPED:
        return [f"{tag:<4}- {one_line(value)}"]
    return textwrap.wrap(
        one_line(value),
        _WIDTH,
        initial_indent=f"{tag:<4}- ",
        subsequent_indent="      ",
        break_long_words=False,
        break_on_hyphens=False,
    ) or [f"{tag:<4}- "]
