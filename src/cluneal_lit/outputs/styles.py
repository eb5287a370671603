"""Citations in the NLM and Vancouver styles.

Citing Medicine: https://www.ncbi.nlm.nih.gov/books/NBK7256/; the order of the last parts is that of PubMed's "Cite".
"""

from __future__ import annotations

import re
from itertools import pairwise
from urllib.parse import quote

from msgspec import Struct

from cluneal_lit import dates, identifiers, names, pages, titles
from cluneal_lit.formats import csl_item, notices
from cluneal_lit.model import Entry, Fields, Name
from cluneal_lit.outputs import imprint

ALL = 10**6
_ABBREVIATING_DOT = re.compile(r"\.(?=\s|$)")
_SAFE = "/;:,!'"  # of a DOI; brackets would end a link, < and > are not allowed in one


class Piece(Struct, frozen=True):
    """A stretch of a citation, and the address to which it leads, if any."""

    text: str
    url: str = ""


def nlm(entry: Entry) -> str:
    """The entry as NLM cites it, with all authors."""
    return "".join(piece.text for piece in pieces(entry, ALL))


def vancouver(entry: Entry, *, told: bool = True) -> str:
    """The entry in Vancouver style: the first six authors, then `et al.` (ICMJE); `told` as in `pieces`."""
    return "".join(piece.text for piece in pieces(entry, told=told))


def pieces(entry: Entry, authors: int = 6, *, told: bool = True) -> tuple[Piece, ...]:
    """The citation in pieces that join to its text; title and identifiers are links where they have an address.

    Without the notices `told` it stands beside the status, which says them (`notices.notice`, `notices.published`).
    """
    body = " ".join(part for part in _body(entry, authors) if part)
    return (Piece(body), *_places(entry), *_last(entry, told))


def address(kind: str, value: str) -> str:
    """The page of an identifier, safe in Markdown and HTML; empty where the kind has none."""
    return identifiers.url(f"{kind}:{quote(value, safe=_SAFE)}")


def people(written: tuple[Name, ...], most: int = ALL, *, roman: bool = False) -> str:
    """Names as NLM prints them, a semicolon before and after a group; `et al` after the first `most`.

    `roman`: a suffix is `III`, not `3rd`.
    """
    named = tuple(names.suffixed(name, roman=roman) for name in written if name != names.ET_AL)
    shown = named[:most]
    text = names.nlm(shown[0]) if shown else ""
    for before, name in pairwise(shown):
        text += ("; " if before.literal or name.literal else ", ") + names.nlm(name)
    return text + ", et al" * (len(written) > len(shown))


def _body(entry: Entry, authors: int) -> tuple[str, ...]:
    fields = entry.fields
    title = fields.title or "[Title unknown]"
    editors = _editors(fields.editor, authors)
    part = fields.type in csl_item.PARTS
    head = closed(people(fields.author, authors) or ("" if part else editors))
    if fields.type in imprint.ARTICLES:
        named = closed(titles.bracketed(title) if imprint.is_translated(fields) else title)
        return (head, named, closed(journal(fields)), closed(_source(entry)), closed(imprint.language(fields)))
    if fields.type == "article":
        server = f"{journal(fields) or fields.publisher} [Preprint]".strip()
        return (head, closed(title), closed(server), closed(dates.words(fields.issued)))
    if told := imprint.meeting(fields):
        given = "; ".join(one for one in (told, dates.words(fields.issued), fields.event_place) if one)
        return (head, closed(title), f"Paper presented at: {closed(given)}")
    if fields.type in csl_item.LAWS:
        return (head, *map(closed, (title, fields.number, fields.container_title or _place(fields), _source(entry))))
    if part:
        book = _book(fields, fields.container_title)
        return (
            head,
            closed(title),
            "In:" if editors or fields.container_title else "",
            closed(editors),
            *book,
            _span(entry),
        )
    is_seen = entry.accessed and fields.url and fields.type in imprint.ONLINE
    cited = f" [cited {dates.words(entry.accessed)}]" if is_seen else ""
    sign = " " if fields.type == "patent" else " No.: "
    number = imprint.number(fields, sign)
    return (head, *_book(fields, f"{title} {imprint.medium(entry)}".strip(), cited), closed(number))


def _source(entry: Entry) -> str:
    """`2018 Mar;15(1):25-32`: date, volume, issue, and pages or an article's number."""
    fields = entry.fields
    where = written_pages(entry) or (fields.number if fields.type in imprint.ARTICLES else "")
    return pages.located(dates.words(fields.issued), fields.volume, fields.issue, where)


def _book(fields: Fields, title: str, cited: str = "") -> tuple[str, ...]:
    printed = "; ".join(part for part in (_place(fields), f"{dates.words(fields.issued)}{cited}".strip()) if part)
    edition = imprint.edition(fields)
    series = f"({told})" if (told := imprint.series(fields)) else ""
    return (closed(title), closed(edition), *_others(fields), closed(printed), _volume(fields), closed(series))


def _place(fields: Fields) -> str:
    return ": ".join(part for part in (fields.publisher_place, imprint.publisher(fields)) if part)


def _volume(fields: Fields) -> str:
    number = imprint.volume(fields)
    return closed(", ".join(part for part in (f"Vol. {number}" if number else "", fields.volume_title) if part))


def _others(fields: Fields) -> tuple[str, ...]:
    """Who translated a book, and who edited what others wrote."""
    editors = _editors(fields.editor, ALL) if fields.author and fields.type not in csl_item.PARTS else ""
    several = "s" * (len(fields.translator) > 1)
    translators = f"{people(fields.translator)}, translator{several}" if fields.translator else ""
    return (closed(translators), closed(editors))


def _editors(editors: tuple[Name, ...], authors: int) -> str:
    return f"{people(editors, authors)}, editor{'s' * (len(editors) > 1)}" if editors else ""


def _last(entry: Entry, told: bool) -> tuple[Piece, ...]:
    """Notices and the identifiers of NLM: ` Retraction in: …. PMID: 29656623; PMCID: PMC5944640.`"""
    found = [Piece(f" {notice}") for notice in notices.printed(entry, told=told)]
    ids = [
        (label, kind, value)
        for label, kind, value in (("PMID", "pmid", entry.ids.pmid), ("PMCID", "pmcid", entry.ids.pmcid))
        if value
    ]
    for number, (label, kind, value) in enumerate(ids):
        found += [Piece("; " if number else " "), Piece(f"{label}: {value}", address(kind, value))]
    return (*found, Piece(".")) if ids else tuple(found)


def _places(entry: Entry) -> tuple[Piece, ...]:
    """Where the work is: DOI, or else another number or address; then the other of its two days."""
    ids, fields = entry.ids, entry.fields
    found: list[Piece] = []
    if ids.doi:
        found += [Piece(" doi: "), Piece(ids.doi, address("doi", ids.doi)), Piece(".")]
    if ids.arxiv:
        found += [Piece(" "), Piece(f"arXiv:{ids.arxiv}", address("arxiv", ids.arxiv)), Piece(".")]
    if ids.nct:
        found += [Piece(" ClinicalTrials.gov: "), Piece(ids.nct, address("nct", ids.nct)), Piece(".")]
    if fields.url and not found and not ids:
        found += [Piece(" Available from: "), Piece(fields.url, _web(fields.url))]
    return (*found, *([Piece(f" {other}")] if (other := _other_day(entry)) else []))


def _other_day(entry: Entry) -> str:
    """`Epub 2018 Mar 28.` for a paper that was printed later, `Print …` for one that was printed after its own date."""
    fields, days = entry.fields, entry.dates
    if days is None or fields.type not in imprint.ARTICLES:
        return ""
    if days.electronic and not (fields.volume or fields.issue or written_pages(entry) or fields.number):
        return "Online ahead of print."
    if days.electronic and (fields.issued is None or days.electronic.date_parts != fields.issued.date_parts):
        return f"Epub {dates.words(days.electronic)}."
    return ""


def journal(fields: Fields) -> str:
    """The journal's abbreviation without full stops, as MEDLINE has it; else its name."""
    short = _ABBREVIATING_DOT.sub("", fields.container_title_short)
    return short or fields.container_title


def written_pages(entry: Entry) -> str:
    """The pages with the last written out."""
    return pages.full_range(entry.pages or pages.parse(entry.fields.page))


def _span(entry: Entry) -> str:
    return f"p. {where}." if (where := written_pages(entry)) else ""


def _web(url: str) -> str:
    """The address, if it is one that a page may link to."""
    return quote(url, safe=_SAFE + "?&=#%+~@$*") if re.match(r"https?://", url, re.IGNORECASE) else ""


def closed(text: str) -> str:
    """The text with a full stop, if it does not end in a stop, a question mark or an exclamation mark."""
    return text if not text or text[-1] in ".?!" else f"{text}."
