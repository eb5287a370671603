"""What citations say of how a work was issued that is no article: edition or version, volume, degree, who else made it.

The parts are those of Citing Medicine, of the AMA Manual and of APA's alike; each style places and joins them.
"""

from __future__ import annotations

import re

from cluneal_lit import languages
from cluneal_lit.formats import editions, published
from cluneal_lit.model import Entry, Fields

ARTICLES = frozenset({"article-journal", "article-magazine", "article-newspaper", "review", "review-book", ""})
_WEB = frozenset({"webpage", "post", "post-weblog"})
ONLINE = _WEB | {"document"}  # what is called a document is mostly found on the web
_MEETINGS = frozenset({"paper-conference", "speech"})
_VERSION = re.compile(r"^v(?:er(?:sion)?)?\.?\s*(?=\d)", re.IGNORECASE)
_VOLUME = re.compile(r"^vol(?:ume)?s?(?![^\W\d_])\.?\s*", re.IGNORECASE)
_DEGREES = (
    ("Master's thesis", re.compile(r"master|\bm\.?(?:sc?|a)\b", re.IGNORECASE)),
    ("Dissertation", re.compile(r"dissert|doct|ph\.?\s?d", re.IGNORECASE)),
)


def edition(fields: Fields, *, first: bool = True) -> str:
    """`3rd ed` of `3`, `3rd` or `3rd ed.`, `Version 1.2` of data and software; empty where none is named.

    `first`: whether a first edition is one to name.
    """
    if fields.type in editions.VERSIONED:
        return f"Version {_VERSION.sub('', fields.edition)}" if fields.edition else ""
    counted = editions.number(fields)
    named = editions.numeral(counted) if counted.isdecimal() else editions.bare(counted)
    return f"{named} ed" if named and (first or named != "1st") else ""


def volume(fields: Fields) -> str:
    """The volume of a book without a word before it; empty where it counts the books of a series."""
    return "" if fields.collection_title else _VOLUME.sub("", fields.volume)


def series(fields: Fields) -> str:
    """`Handbooks; vol. 12`, the series of a book; empty for none."""
    number = _VOLUME.sub("", fields.volume)
    return "; vol. ".join(part for part in (fields.collection_title, number) if part) if fields.collection_title else ""


def degree(fields: Fields) -> str:
    """`Dissertation` or `Master's thesis`, where somebody said which; else `Thesis`."""
    return next((name for name, form in _DEGREES if form.search(fields.genre)), "Thesis")


def medium(entry: Entry) -> str:
    """What NLM says of it in square brackets behind its title: `[Internet]`, `[dissertation]`; empty for a book.

    On the web is what its type says to be there, and a document that has an address.
    """
    fields, ids = entry.fields, entry.ids
    if fields.type == "thesis":
        return f"[{degree(fields).lower()}]"
    leads = published.url(entry) or ids.doi or ids.arxiv
    if fields.type in _WEB or (fields.type in ONLINE and leads):
        return "[Internet]"
    return f"[{fields.type}]" if fields.type in editions.VERSIONED else ""


def publisher(fields: Fields) -> str:
    """Who publishes it; of what stands on the web alone else the name of the site."""
    return fields.publisher or (fields.container_title if fields.type in ONLINE else "")


def meeting(fields: Fields) -> str:
    """The meeting at which it was given, if it stands in no book of papers; empty for none."""
    return fields.event_title if fields.type in _MEETINGS and not fields.container_title else ""


def where(entry: Entry, *, doi: str, arxiv: str) -> str:
    """Its DOI or else its number at arXiv, each behind these words; of what has neither its address on the web."""
    ids = entry.ids
    if ids.doi:
        return doi + ids.doi
    return arxiv + ids.arxiv if ids.arxiv else published.url(entry)


def language(fields: Fields) -> str:
    """`German`, the language of a work that is not in English; empty where it is, or nobody knows."""
    named = languages.name(fields.language)
    return "" if named == "english" else named.title()


def is_translated(fields: Fields) -> bool:
    """Whether the title is a translation of the work's own."""
    return fields.original_title not in ("", fields.title) and bool(language(fields))
