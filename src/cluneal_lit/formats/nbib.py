"""NBIB, the MEDLINE format, as PubMed exports it (https://www.nlm.nih.gov/bsd/mms/medlineelements.html)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from msgspec.structs import replace

from cluneal_lit import dates, identifiers, languages, names, pages, titles
from cluneal_lit.formats import brought, dated, noted, ovid, people, styled, tagged, unplaced
from cluneal_lit.formats.csl_item import TYPES
from cluneal_lit.formats.csl_values import without_stop
from cluneal_lit.formats.medline_tags import IN, OF, PREPRINT, of_preprint, tie
from cluneal_lit.formats.tagged import Fault, Tag, Tagged, fault
from cluneal_lit.model import Dates, Fields, Finding, Ids, Journal, Name, Record, Relation, Section, State, Subject

LINE = re.compile(r"^\ufeff?([A-Z]{2,4})[ \t]{0,2}-(?=[ \t\n]|\Z)[ \t]*([^\n]*)", re.MULTILINE)
_NAMED = re.compile(r"(?<!\S)(\S+)\s*\[(doi|pmc|pmcid)\]", re.IGNORECASE)
_OTHER = re.compile(r"(\S.*?)\s*\[([\w-]+)\]")
_ISSN = re.compile(r"(\d{4}-\d{3}[\dX])(?:\s*\((\w+)\))?", re.IGNORECASE)
_HELD = frozenset(
    "type title original_title author editor container_title container_title_short collection_title publisher edition"
    " issued volume issue page language".split()
)
_KNOWN = (
    *("PMID", "PMC", "TI", "TT", "BTI", "AU", "FAU", "CN", "ED", "FED", "JT", "TA", "DP", "DEP", "VI", "IP"),
    *("PG", "PT", "MH", "AB", "IS", "ISBN", "OT", "PB", "PL", "JID", "STAT", "PST", "EN", "CTI", ovid.EVENT),
)


def read(text: str, file: str) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """The records of an NBIB file, and a finding for each identifier that is none.

    A record's id is `FILE#PMID`. Whatever our fields have no place for is in `custom`, by its tag.
    """
    found = list(entries(text, file))
    told = ((brought.key(record), fault) for entry, record in found for fault in faults(entry))
    findings = tuple(Finding("LIT201", file, key=key, values=fault.values) for key, fault in told)
    return tuple(record for _, record in found), findings


def faults(entry: Tagged) -> Iterator[Fault]:
    """What in an entry pretends to be an identifier."""
    for tag in entry.tags:
        for kind, written in _told(tag):
            if not identifiers.NORMAL[kind](written):
                yield fault(tag, written, kind)


def _told(tag: Tag) -> Iterator[tuple[str, str]]:
    """The identifiers that a tag says to hold, with their kinds."""
    if tag.name in ("PMID", "PMC") and tag.value:
        yield {"PMC": "pmcid"}.get(tag.name, "pmid"), tag.value
    elif tag.name == "ISBN" and tag.value:
        yield "isbn", tag.value.partition(" ")[0]
    elif tag.name in ("LID", "AID"):
        yield from (("doi" if kind.lower() == "doi" else "pmcid", one) for one, kind in _NAMED.findall(tag.value))


def entries(text: str, file: str = "") -> Iterator[tuple[Tagged, Record]]:
    """The entries of an NBIB text, each with its record."""
    taken: dict[str, int] = {}
    text = ovid.without_numbers(text)
    first = LINE.search(text)
    # Those of ERIC and Ovid begin otherwise.
    opens = first[1] if first and not re.search(r"^\ufeff?PMID", text, re.MULTILINE) else "PMID"
    for entry in tagged.entries(text, LINE, opens):
        if entry.rest("OWN"):
            yield entry, _record(ovid.as_medline(entry), file, taken)


def _record(entry: Tagged, file: str, taken: dict[str, int]) -> Record:
    fields, beside = styled.parted(_fields(entry))
    key = brought.keyed(entry.first("PMID"), fields, taken)
    online = dates.from_parts(*_ymd(entry.first("DEP"))) if entry.first("DEP") else None
    numbers = [found for written in entry.every("IS") for found in _ISSN.findall(written)]
    issn = {kind.lower(): number for number, kind in numbers}
    return Record(
        format=1,
        source="library",
        id=brought.named(file, key),
        ids=noted.beside(_ids(entry), fields, entry.every("GN")),
        other_ids=tuple(dict.fromkeys(_other_ids(entry))),
        fields=fields,
        dates=Dates(print=fields.issued, electronic=online) if online else None,
        pages=pages.parse(fields.page),
        issn=tuple(dict.fromkeys(number for number, _ in numbers)),
        journal=_journal(entry, issn),
        types=tuple(entry.every("PT")),
        mesh=tuple(map(_subject, entry.every("MH"))),
        keywords=tuple(word.lstrip("*") for word in entry.every("OT")),
        abstract=(Section(entry.first("AB")),) if entry.first("AB") else (),
        relations=(*_relations(entry, IN, "in"), *_relations(entry, OF, "of")),
        state=State(record=entry.first("STAT"), publication=entry.first("PST")),
        custom=_custom(entry) | beside,
    )


def _other_ids(entry: Tagged) -> Iterator[str]:
    """Identifiers by which nothing is joined, as `kind:value`."""
    for written in entry.every("LID", "AID"):
        if (match := _OTHER.fullmatch(written)) and match[2].lower() not in ("doi", "pmc", "pmcid"):
            yield f"{match[2].lower()}:{match[1]}"


def _custom(entry: Tagged) -> dict[str, object]:
    """What no field has taken: of the places of an article those that name no kind, of languages all but the first."""
    said = ("LA", entry.first("LA"))
    left = [tag for tag in entry.tags if tag.name not in ("LID", "AID") or not _OTHER.fullmatch(tag.value)]
    left = [tag for tag in left if (tag.name, tag.value) != said]
    return Tagged(entry.start, entry.end, tuple(left)).rest(*_KNOWN, *IN, *OF)


def held(kind: str) -> frozenset[str]:
    """The fields for which NBIB has a place in a work of this type: the one for the title of a book is the book's."""
    return _HELD - {"container_title"} if kind == "book" else _HELD


def _fields(entry: Tagged) -> Fields:
    book = entry.first("BTI")
    heading = entry.first("TI")
    title, original = titles.translated(*map(without_stop, (heading or book, entry.first("TT"))))
    told = unplaced.noted(entry.every("GN"), Fields(), held("book") - {"type"})
    plain_type = "article" if PREPRINT in entry.every("PT") else "article-journal"
    of_type = told.type if told.type in TYPES else "chapter" if book and heading else "book" if book else ""
    return replace(
        told,
        type=of_type or plain_type,
        title=title,
        original_title=original,
        author=_people(entry, "FAU", "AU", "CN"),
        editor=_people(entry, "FED", "ED", ""),
        container_title=entry.first("JT") or (book if heading else told.container_title),
        container_title_short=entry.first("TA"),
        collection_title=entry.first("CTI"),
        issued=dated.read(entry.first("DP")),
        volume=entry.first("VI"),
        issue=entry.first("IP"),
        page="" if entry.first("PG") == told.number else entry.first("PG"),
        publisher=entry.first("PB"),
        edition=entry.first("EN"),
        event_title=entry.first(ovid.EVENT) or told.event_title,
        language=languages.code(entry.first("LA")),
    )


def _people(entry: Tagged, full: str, short: str, group: str) -> tuple[Name, ...]:
    """The people and groups, in the order in which they stand; by their full names where there are any."""
    used = full if entry.first(full) else short
    found = []
    for tag in entry.tags:
        if tag.name == used and tag.value:
            is_person = used != "FED" or "," in tag.value or " " not in tag.value
            found.append(people.family_first(tag.value) if is_person else Name(literal=tag.value))
        elif group == tag.name and tag.value:
            literal = tag.value.rstrip(".")
            found.append(names.ET_AL if literal == "et al" else Name(literal=literal))
    return tuple(found)


def _ids(entry: Tagged) -> Ids:
    tags = sorted(entry.tags, key=lambda tag: tag.name == "AID")
    told = [(kind, identifiers.NORMAL[kind](written)) for tag in tags for kind, written in _told(tag)]
    told += [("arxiv", identifiers.arxiv(note[6:])) for note in entry.every("GN") if note.startswith("arXiv:")]
    return identifiers.ids(list(dict.fromkeys(f"{kind}:{value}" for kind, value in told if value)))


def _journal(entry: Tagged, issn: dict[str, str]) -> Journal | None:
    journal = Journal(
        id=entry.first("JID"),
        abbreviation=entry.first("TA"),
        country=entry.first("PL"),
        issn_print=issn.get("print", ""),
        issn_electronic=issn.get("electronic", ""),
        issn_linking=issn.get("linking", ""),
    )
    return journal if journal != Journal() else None


def _subject(written: str) -> Subject:
    """The subject of `*Nerve Compression Syndromes/*surgery/therapy`."""
    term, *qualifiers = written.split("/")
    starred = tuple(one[1:] for one in qualifiers if one.startswith("*"))
    plain = tuple(one.lstrip("*") for one in qualifiers)
    return Subject(term.lstrip("*"), plain, term.startswith("*") or bool(starred), starred)


def _relations(entry: Tagged, kinds: dict[str, str], direction: Literal["in", "of"]) -> Iterator[Relation]:
    ties = (tie(kinds[tag.name], direction, tag.value) for tag in entry.tags if tag.name in kinds and tag.value)
    return (of_preprint(one, entry.first("TA", "JT")) for one in ties) if PREPRINT in entry.every("PT") else ties


def _ymd(written: str) -> tuple[str, str | None, str | None]:
    return written[:4], written[4:6] or None, written[6:8] or None
