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
from cluneal_lit.formats import published
from cluneal_lit.formats.csl_item import PARTS
from cluneal_lit.model import Entry, Fields, Name
from cluneal_lit.names import ET_AL, inverted
from cluneal_lit.outputs.imprint import ARTICLES, publisher

_JOURNALS = ARTICLES - {"article-magazine", "article-newspaper"}
_BOOKS = PARTS | {"book", "classic", "report", "collection"}
_GENRES = {**dict.fromkeys(PARTS, "bookitem"), "report": "report", "paper-conference": "proceeding"}
_OWN = frozenset({"thesis", "patent"})  # kinds with a format of their own
# All else is Dublin Core, in which Zotero takes the names of its own types and else makes a web page of it
# (`csl.types` of its schema 41, https://github.com/zotero/zotero-schema).
_ZOTERO = {
    "article": "preprint",
    "article-magazine": "magazineArticle",
    "article-newspaper": "newspaperArticle",
    "bill": "bill",
    "broadcast": "podcast",
    "dataset": "dataset",
    "figure": "artwork",
    "graphic": "artwork",
    "hearing": "hearing",
    "interview": "interview",
    "legal_case": "case",
    "legislation": "statute",
    "manuscript": "manuscript",
    "map": "map",
    "motion_picture": "film",
    "personal_communication": "letter",
    "post": "forumPost",
    "post-weblog": "blogPost",
    "regulation": "statute",
    "software": "computerProgram",
    "song": "audioRecording",
    "speech": "presentation",
    "standard": "standard",
    "treaty": "statute",
    "webpage": "webpage",
}
# By these programs see what a work is: with a journal all would be its articles.
_HELD = {**dict.fromkeys((*_BOOKS, "thesis"), "inbook_title"), "paper-conference": "conference_title"}
_HOLDING = {*_HELD, *ARTICLES, "article"}
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
        (_HELD.get(fields.type, "journal_title"), fields.container_title if fields.type in _HOLDING else ""),
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
    """What the reader of Zotero's connector takes (`openurl.js`), most of it by the formats of the OpenURL registry:
    https://github.com/zotero/utilities (2026-11)."""
    ids, url, kind = entry.ids, published.url(entry), entry.fields.type
    yield "ctx_ver", "Z39.88-2004"
    if kind in _JOURNALS:
        yield from _of_journal(entry)
    elif kind in _BOOKS:
        yield from _of_book(entry)
    else:
        yield from _of_its_own(entry.fields) if kind in _OWN else _of_any(entry.fields)
    yield "rft.date", dates.iso(entry.fields.issued) if entry.fields.issued else ""
    yield "rft.volume", entry.fields.volume
    yield "rft.issue", entry.fields.issue
    yield "rft.pages", pages.full_range(entry.pages or pages.parse(entry.fields.page)) or _number(entry)
    yield from _makers(entry)
    yield from (("rft.issn", issn) for issn in entry.issn[:1])
    yield from (("rft.isbn", isbn) for isbn in ids.isbn[:1])
    yield "rft_id", f"info:doi/{ids.doi}" if ids.doi else ""
    yield "rft_id", f"info:pmid/{ids.pmid}" if ids.pmid else ""
    yield "rft_id", url if not (ids.doi or ids.pmid) else ""


def _of_journal(entry: Entry) -> Iterator[tuple[str, str]]:
    yield "rft_val_fmt", _format("journal")
    yield "rft.genre", "article"
    yield "rft.atitle", entry.fields.title
    yield "rft.jtitle", entry.fields.container_title


def _of_book(entry: Entry) -> Iterator[tuple[str, str]]:
    fields = entry.fields
    yield "rft_val_fmt", _format("book")
    yield "rft.genre", _GENRES.get(fields.type, "book")
    part = fields.type == "paper-conference" or (fields.type in PARTS and fields.container_title)
    yield ("rft.atitle" if part else "rft.btitle"), fields.title
    yield "rft.btitle", (fields.container_title or fields.event_title) if part else ""
    yield "rft.series", fields.collection_title
    yield "rft.edition", fields.edition
    yield "rft.place", fields.publisher_place
    yield "rft.pub", fields.publisher


def _of_its_own(fields: Fields) -> Iterator[tuple[str, str]]:
    is_thesis = fields.type == "thesis"
    yield "rft_val_fmt", _format("dissertation" if is_thesis else "patent")
    yield "rft.title", fields.title
    yield "rft.degree" if is_thesis else "rft.number", fields.genre if is_thesis else fields.number
    yield "rft.inst" if is_thesis else "rft.assignee", fields.publisher
    yield "rft.place", fields.publisher_place if is_thesis else ""


def _of_any(fields: Fields) -> Iterator[tuple[str, str]]:
    yield "rft_val_fmt", _format("dc")
    yield "rft.type", _ZOTERO.get(fields.type, "document")
    yield "rft.title", fields.title
    yield "rft.source", fields.container_title or fields.event_title
    # Of a preprint it is the server.
    yield "rft.publisher", (fields.container_title if fields.type == "article" else "") or publisher(fields)
    yield "rft.identifier", fields.number
    yield "rft.language", languages.tag(fields.language)


def _format(name: str) -> str:
    return f"info:ofi/fmt:kev:mtx:{name}"


def _makers(entry: Entry) -> Iterator[tuple[str, str]]:
    """The authors; and editors, for whom the format of books has no word, and Zotero takes that of Dublin Core."""
    person = "rft.inventor" if entry.fields.type == "patent" else "rft.au"
    for name in _people(entry):
        yield ("rft.aucorp" if name.literal else person), inverted(name)
    # By the comma it is one name, and not of a person.
    others = (f"{inverted(name)}," if name.literal else inverted(name) for name in entry.fields.editor if name != ET_AL)
    yield from (("rft.contributor", other) for other in others)


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
