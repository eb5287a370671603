"""What an entry says, and what a program read of it, in the same plain words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from cluneal_lit import pages
from cluneal_lit.formats import bibtex_types, notices
from cluneal_lit.formats.prose import plain
from cluneal_lit.model import Entry, Name
from tests.imports.works import ENTRIES

Said = dict[str, str]
_TYPOGRAPHIC = str.maketrans(
    {"ˋ": "`", "‵": "`", "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "\u00a0": " ", "\u2009": " "}
)


def person(family: str = "", given: str = "", particle: str = "", suffix: str = "", group: str = "") -> str:
    """A name in one text, which says what of it is which part."""
    return (
        f"{{{group}}}" if group else ", ".join(part for part in (f"{particle} {family}".strip(), given, suffix) if part)
    )


def people(names: Iterable[Name]) -> str:
    return "; ".join(person(n.family, n.given, n.non_dropping_particle, n.suffix, n.literal) for n in names)


def said(entry: Entry) -> Said:
    """What the entry says, by the names that the comparison has for its fields; empty ones are absent."""
    fields, ids = entry.fields, entry.ids
    first = fields.issued.date_parts[0] if fields.issued else ()
    words = [word.replace(",", "") for word in entry.keywords]
    status = notices.sentence(entry.status)
    whole = {
        "author": people(fields.author),
        "editor": people(fields.editor),
        "title": fields.title,
        "container": fields.container_title,
        "short": fields.container_title_short,
        "series": fields.collection_title,
        "edition": fields.edition,
        "publisher": fields.publisher,
        "place": fields.publisher_place,
        "year": str(first[0]),
        "month": str(first[1]) if len(first) > 1 else "",
        "day": str(first[2]) if len(first) > 2 else "",
        "volume": fields.volume,
        "issue": fields.issue,
        "pages": pages.full_range(entry.pages or pages.parse(fields.page)),
        "doi": ids.doi,
        "pmid": ids.pmid,
        "pmcid": ids.pmcid,
        "issn": ", ".join(entry.issn),
        "isbn": " ".join(ids.isbn),
        "url": fields.url,
        "language": bibtex_types.LANGUAGES[fields.language],
        "keywords": ", ".join((*words, *([entry.status.name] if status else []))),
        "abstract": " ".join(f"{part.label}: {part.text}" for part in entry.abstract),
        "note": status,
        "annote": plain(entry.note.text) if entry.note else "",
    }
    return {name: folded(value) for name, value in whole.items() if value}


def folded(value: str) -> str:
    """The value on one line, quotes and dashes as they are typed: programs print them as typographers do."""
    return re.sub(r"``|''", '"', " ".join(value.translate(_TYPOGRAPHIC).split()))


def lost(read: Mapping[str, Said], unlike: Callable[[Said], Said] = dict) -> dict[str, tuple[str, str]]:
    """Each field that a program read otherwise: what was said, and what it read.

    `unlike` gives what the program's own limits leave of an entry's fields. More fields than were said count too.
    """
    found = {}
    for entry in ENTRIES:
        meant, got = unlike(said(entry)), read.get(entry.key, {})
        for name in sorted({*meant, *got}):
            pair = (folded(meant.get(name, "")), folded(got.get(name, "")))
            if pair[0] != pair[1]:
                found[f"{entry.key} {name}"] = pair
    extra = {f"{key} whole": ("", str(read[key])) for key in read if key not in {entry.key for entry in ENTRIES}}
    return found | extra
