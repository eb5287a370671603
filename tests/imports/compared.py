"""What an entry says, and what a program read of it, in the same plain words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from cluneal_lit import pages
from cluneal_lit.formats import bibtex_types, editions, notices, published
from cluneal_lit.model import Entry, Fields, Name
from tests.outputs.hard import HARD

Said = dict[str, str]
Limits = Callable[[Said], Said]
_TYPOGRAPHIC = str.maketrans(
    {"ˋ": "`", "‵": "`", "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "\u00a0": " ", "\u2009": " "}
)


def person(family: str = "", given: str = "", particle: str = "", suffix: str = "", group: str = "") -> str:
    """A name in one text, which says what of it is which part."""
    whole = f"{particle}{family}" if particle.endswith(("'", "’")) else f"{particle} {family}".strip()
    return f"[{group}]" if group else ", ".join(part for part in (whole, given, suffix) if part)


def people(names: Iterable[Name]) -> str:
    return "; ".join(person(n.family, n.given, n.non_dropping_particle, n.suffix, n.literal) for n in names)


def said(entry: Entry) -> Said:
    """What the entry says, by the names that the comparison has for its fields; empty ones are absent.

    An article's number counts as its pages, where most programs have it; a part of keywords begins behind a semicolon.
    """
    fields, ids = entry.fields, entry.ids
    year, month, day = (*(fields.issued.date_parts[0] if fields.issued else ()), "", "", "")[:3]
    whole = {
        "type": bibtex_types.ours(fields),
        "author": people(fields.author),
        "editor": people(fields.editor),
        "title": fields.title,
        "container": fields.container_title,
        "short": fields.container_title_short,
        "series": fields.collection_title,
        "edition": fields.edition,
        "publisher": fields.publisher,
        "place": fields.publisher_place,
        "year": str(year),
        "month": str(month),
        "day": str(day),
        "volume": fields.volume,
        "issue": fields.issue,
        "pages": pages.full_range(entry.pages or pages.parse(fields.page)) or fields.number,
        "doi": ids.doi,
        "pmid": ids.pmid,
        "pmcid": ids.pmcid,
        "nct": ids.nct,
        "arxiv": ids.arxiv,
        "issn": ", ".join(entry.issn),
        "isbn": " ".join(ids.isbn),
        "url": fields.url,
        "language": fields.language,
        "keywords": "; ".join(published.keywords(entry)),
        "abstract": " ".join(f"{part.label}: {part.text}".removeprefix(": ") for part in entry.abstract),
        "note": notices.sentence(entry.status),
        "annote": published.annotation(entry),
    }
    return {name: folded(value) for name, value in whole.items() if value}


def folded(value: str) -> str:
    """The value on one line, quotes and dashes as they are typed: programs print them as typographers do."""
    return re.sub(r"``|''", '"', " ".join(value.translate(_TYPOGRAPHIC).split()))


def _folded(name: str, value: str) -> str:
    """The same of a field; BibTeX has an ordinal in words for the number of an edition."""
    return editions.number(Fields("book", edition=value)) if name == "edition" else folded(value)


def without(said: Said, *names: str) -> Said:
    """What is said but these fields."""
    return {name: value for name, value in said.items() if name not in names}


def lost(read: Mapping[str, Said], unlike: Limits = dict) -> dict[str, tuple[str, str]]:
    """Each field that a program read otherwise: what was said, and what it read.

    `unlike` gives what the program's own limits leave of an entry's fields. More fields than were said count too.
    """
    found = {}
    for entry in HARD:
        meant, got = unlike(said(entry)), read.get(entry.key, {})
        for name in sorted({*meant, *got}):
            pair = (_folded(name, meant.get(name, "")), _folded(name, got.get(name, "")))
            if pair[0] != pair[1]:
                found[f"{entry.key} {name}"] = pair
    extra = {f"{key} whole": ("", str(read[key])) for key in read if key not in {entry.key for entry in HARD}}
    return found | extra
