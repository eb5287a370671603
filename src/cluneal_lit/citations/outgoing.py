"""Links that lead from a document into the web, but for those that name a work: these are citations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from urllib.parse import urldefrag, urljoin

from msgspec import Struct

from cluneal_lit import addresses
from cluneal_lit.citations.identifiers.finders import identifier_hits
from cluneal_lit.citations.identifiers.hits import Text
from cluneal_lit.late import late
from cluneal_lit.model import Document, Place

# A backslash as LaTeX, BibTeX and Markdown write it before a sign is not of the address.
_BARE = late(r"https?://(?:\\[_%#&~$]|[^\s<>\"`{}|\\^\[\]“”‘’«»])+", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([_%#&~$])")
_BEHIND = ".,;:!?*_'"  # ends the sentence or the emphasis, not the address
_TORN = re.compile(r"[-/_=&?%]\n\S|\.\n(?!https?:)[a-z\d]")  # a line's end within an address
_WEB = re.compile(r"https?://", re.IGNORECASE)
_OF_WORKS = frozenset(("pmid", "pmcid", "doi", "shortdoi"))
_LONGEST = 2000
_APART = "\n\n\n"


class Outgoing(Struct, frozen=True):
    """A link to an address in the web, without the part of the page, and where it stands."""

    document: str
    place: Place
    address: str


def outgoing(document: Document) -> tuple[Outgoing, ...]:
    """The links of a document that lead to pages, in order, each once a line.

    Addresses in the text of a PDF are none: its lines break them anywhere. Those with a password are left alone.
    """
    found = sorted({*_of_spans(document), *(_of_text(document) if document.kind != "pdf" else ())})
    works = _naming_works({address for _, address in found})
    placed = [Outgoing(document.path, document.place(at), address) for at, address in found if address not in works]
    return tuple({(one.address, one.place.line or one.place): one for one in reversed(placed)}.values())[::-1]


def _of_spans(document: Document) -> Iterator[tuple[int, str]]:
    base = document.path if _WEB.match(document.path) else ""
    for span in document.spans:
        if span.kind == "link" and not span.target.startswith("#"):
            try:
                address = _plain(urljoin(base, span.target.strip()))
            except ValueError:  # what is no address
                continue
            if address:
                yield span.start, address


def _of_text(document: Document) -> Iterator[tuple[int, str]]:
    """The addresses that stand in the text, outside of links and of what is not shown."""
    over = sorted((span.start, span.end) for span in document.spans if span.kind in ("link", "code", "deleted"))
    starts = [start for start, _ in over]
    text = document.text
    for match in _BARE.finditer(text):
        before = bisect_right(starts, match.start())
        if any(end > match.start() for _, end in over[max(0, before - 8) : before]):
            continue
        if not _TORN.match(text, match.end() - 1) and (address := _plain(_ended(match[0]))):
            yield match.start(), address


def _ended(written: str) -> str:
    """The address without what stands behind it: marks, and a bracket that it does not open."""
    while written and (written[-1] in _BEHIND or (written[-1] == ")" and written.count(")") > written.count("("))):
        written = written[:-1]
    return _ESCAPED.sub(r"\1", written)


def _plain(address: str) -> str:
    """The address without its fragment; empty for one that leads elsewhere than into the web."""
    if not _WEB.match(address) or len(address) > _LONGEST:
        return ""
    return urldefrag(address).url if addresses.host(address) else ""


def _naming_works(named: Iterable[str]) -> set[str]:
    """Those that hold the identifier of a work; all are looked through at once, as one text."""
    ordered = sorted(named)
    begins, size = [], 0
    for address in ordered:
        begins.append(size)
        size += len(address) + len(_APART)
    hits = identifier_hits(Text(_APART.join(ordered)))
    return {ordered[bisect_right(begins, hit.start) - 1] for hit in hits if hit.kind in _OF_WORKS and ordered}
