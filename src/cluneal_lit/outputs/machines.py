"""What programs read of a work on a page: COinS for Zotero's connector and others, and the metas of Highwire.

ContextObjects in Spans: https://ocoins.info/ (Z39.88-2004); of the metas, what Google Scholar and Zotero take:
https://scholar.google.com/intl/en/scholar/inclusion.html#indexing (2026-11).
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from markupsafe import Markup

from cluneal_lit import dates, languages, pages
from cluneal_lit.folding import UNSEEN
from cluneal_lit.formats.csl_item import PARTS
from cluneal_lit.model import Entry, Name
from cluneal_lit.names import ET_AL, inverted
from cluneal_lit.outputs.imprint import ARTICLES, ONLINE, publisher

_BOOKS = PARTS | {"book", "report", "thesis", "collection"}
_GENRES = {**dict.fromkeys(PARTS, "bookitem"), "book": "book", "collection": "book", "report": "report"}
_GENRES |= {"paper-conference": "proceeding", "article": "preprint"}
# By these programs see what a work is: with a journal all would be its articles.
_HELD = {**dict.fromkeys((*_BOOKS, *PARTS), "inbook_title"), "paper-conference": "conference_title"}
_MADE = {"thesis": "dissertation_institution", "report": "technical_report_institution"}


def coins(entry: Entry) -> Markup:
    """The work as a ContextObject in key/encoded-value form, ready for an attribute.

    Nothing but letters, digits and `_.-~+%=&:/,` is left; no `&` begins the name of a character.
    """
    said = [(name, value.translate(UNSEEN)) for name, value in _context(entry) if value]
    return Markup(urlencode(said, safe=":/,", errors="replace"))


def metas(entry: Entry) -> tuple[tuple[str, str], ...]:
    """The `citation_…` of a page about this work alone, name and content; authors one after the other."""
    fields, ids = entry.fields, entry.ids
    first, last = _pages(entry)
    said = [
        ("title", fields.title),
        *(("author", inverted(name)) for name in _people(entry)),
        ("publication_date", dates.iso(fields.issued).replace("-", "/") if fields.issued else ""),
        (_HELD.get(fields.type, "journal_title"), "" if fields.type in ONLINE else fields.container_title),
        ("journal_abbrev", fields.container_title_short),
        ("volume", fields.volume),
        ("issue", fields.issue),
        ("firstpage", first),
        ("lastpage", last),
        *(("issn", issn) for issn in entry.issn),
        *(("isbn", isbn) for isbn in ids.isbn),
        (_MADE.get(fields.type, "publisher"), publisher(fields)),
        ("technical_report_number", fields.number if fields.type == "report" else ""),
        ("language", languages.tag(fields.language)),
        ("doi", ids.doi),
        ("pmid", ids.pmid),
    ]
    return tuple((f"citation_{name}", value) for name, value in said if value)


def _context(entry: Entry) -> Iterator[tuple[str, str]]:
    fields, ids = entry.fields, entry.ids
    is_book = fields.type in _BOOKS
    part = fields.container_title if fields.type in PARTS else ""
    yield "ctx_ver", "Z39.88-2004"
    is_thesis = fields.type == "thesis"
    kind = "dissertation" if is_thesis else "book" if is_book else "journal"
    yield "rft_val_fmt", f"info:ofi/fmt:kev:mtx:{kind}"
    yield "rft.genre", "" if is_thesis else _GENRES.get(fields.type, "article")
    yield ("rft.title" if is_thesis else "rft.btitle" if is_book and not part else "rft.atitle"), fields.title
    yield ("rft.btitle" if is_book else "rft.jtitle"), (part if is_book else fields.container_title)
    yield "rft.date", dates.iso(fields.issued) if fields.issued else ""
    yield "rft.volume", fields.volume
    yield "rft.issue", fields.issue
    yield "rft.pages", pages.full_range(entry.pages or pages.parse(fields.page)) or _number(entry)
    for name in _people(entry):
        yield ("rft.aucorp" if name.literal else "rft.au"), inverted(name)
    yield from (("rft.issn", issn) for issn in entry.issn[:1])
    yield from (("rft.isbn", isbn) for isbn in ids.isbn[:1])
    yield "rft.inst" if is_thesis else "rft.pub", fields.publisher if is_book else ""
    yield "rft_id", f"info:doi/{ids.doi}" if ids.doi else ""
    yield "rft_id", f"info:pmid/{ids.pmid}" if ids.pmid else ""
    yield "rft_id", fields.url if not (ids.doi or ids.pmid) else ""


def _people(entry: Entry) -> tuple[Name, ...]:
    return tuple(name for name in entry.fields.author if name != ET_AL)


def _number(entry: Entry) -> str:
    """An article's number, which stands where its pages would; that of a report is none."""
    return entry.fields.number if entry.fields.type in ARTICLES else ""


def _pages(entry: Entry) -> tuple[str, str]:
    """The first and the last page; an article's number is a first page without a last."""
    written = entry.pages or pages.parse(entry.fields.page)
    if written is None:
        return _number(entry), ""
    return written.first or written.as_written, written.last
