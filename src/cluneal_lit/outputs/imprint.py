"""What citations say of how a work was issued that is no article: edition or version, volume, series, degree.

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
# Whose number says which work it is; any other may count within a series that is not named.
_NUMBERED = {"report": "Report", "patent": "Patent", "standard": "Standard"}
_MEETINGS = frozenset({"paper-conference", "speech"})
_VERSION = re.compile(r"^v(?:er(?:sion)?)?\.?\s*(?=\d)", re.IGNORECASE)
_VOLUME = re.compile(r"^vol(?:ume)?s?(?![^\W\d_])\.?\s*", re.IGNORECASE)
_NUMBER = re.compile(r"^(?:no|nr|num(?:ber)?|issue)(?![^\W\d_])\.?\s*", re.IGNORECASE)
_NAMED = re.compile(r"[^\W\d_]+(?:[. /-]|\d)")  # `ISO 14971`, `Bd. 7`
_DEGREES = (
    ("Master's thesis", re.compile(r"master|\bm\.?(?:sc?|a)\b", re.IGNORECASE)),
    ("Dissertation", re.compile(r"dissert|doct|ph\.?\s?d", re.IGNORECASE)),
)


def edition(fields: Fields, *, first: bool = True) -> str:
    """`3rd ed` of `3`, `3rd` or `3rd ed.`, `Version 1.2` of data, software and what else has one; empty for none.

    `first`: whether a first edition is one to name.
    """
    if fields.type in editions.VERSIONED or not fields.edition:
        version = _VERSION.sub("", fields.version or fields.edition)
        return f"Version {version}" if version else ""
    named = editions.printed(fields)
    return named if first or named != "1st ed" else ""


def volume(fields: Fields) -> str:
    """The volume of a book without a word before it; empty where it counts the books of a series."""
    return "" if _counts_series(fields) else _VOLUME.sub("", fields.volume)


def in_series(fields: Fields, *, stop: str = ".") -> str:
    """`no. 7`, or `vol. 12` where a volume alone is known: the place of a book in its series; empty for none.

    `stop` ends the word for it. A number that has a word of its own (`Bd. 7`) keeps it.
    """
    number = _NUMBER.sub("", fields.collection_number)
    if not fields.collection_title or not (number or _counts_series(fields)):
        return ""
    if number and not _VOLUME.match(number):
        return number if _NAMED.match(number) else f"no{stop} {number}"
    written = _VOLUME.sub("", number or fields.volume)
    return f"vol{stop} {written}" if written else ""


def series(fields: Fields) -> str:
    """`Handbooks; no. 7`, the series of a book; empty for none."""
    return "; ".join(part for part in (fields.collection_title, in_series(fields)) if part and fields.collection_title)


def number(fields: Fields, sign: str) -> str:
    """`Report No.: 7`, the number that names a report, patent or standard, with a sign of the style between; one of a
    standard that names its maker stands alone (`ISO 14971:2019`). Empty for others."""
    named, written = _NUMBERED.get(fields.type, ""), fields.number
    if not named or not written:
        return ""
    return written if named == "Standard" and _NAMED.match(written) else f"{named}{sign}{written}"


def _counts_series(fields: Fields) -> bool:
    """Whether the volume is taken for that of a series: nothing else counts its books, and no title is the volume's."""
    return bool(fields.collection_title and fields.volume) and not (fields.collection_number or fields.volume_title)


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
