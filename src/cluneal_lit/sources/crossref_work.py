"""A Crossref work as a Record (https://api.crossref.org/swagger-ui/index.html, schema Work)."""

from __future__ import annotations

import re

from cluneal_lit import identifiers, languages, pages
from cluneal_lit.formats import crossref_relations
from cluneal_lit.json_values import date, first, mapping, mappings, text, texts
from cluneal_lit.model import Author, Date, Dates, Fields, Ids, Name, Pages, Record
from cluneal_lit.sources import crossref_beyond, markup

# Crossref type -> CSL type, by the names in https://api.crossref.org/types and the CSL schema 1.0.2.
TYPES = {
    "journal-article": "article-journal",
    "journal-issue": "article-journal",
    "journal-volume": "article-journal",
    "journal": "article-journal",
    "posted-content": "document",
    "book-chapter": "chapter",
    "book-part": "chapter",
    "book-section": "chapter",
    "reference-entry": "entry",
    "book": "book",
    "monograph": "book",
    "edited-book": "book",
    "reference-book": "book",
    "book-set": "book",
    "book-series": "book",
    "book-track": "book",
    "proceedings-article": "paper-conference",
    "proceedings": "book",
    "proceedings-series": "book",
    "report": "report",
    "report-component": "report",
    "report-series": "report",
    "dissertation": "thesis",
    "dataset": "dataset",
    "database": "dataset",
    "standard": "standard",
    "peer-review": "review",
}
_PARTS = ("chapter", "entry", "paper-conference")
# Academic degrees that stand behind a name: "Lagkadinou, MD, Ph.D."
_DEGREES = re.compile(r"(?:,\s*(?:Ph\.?\s?D|M\.?D|M\.?P\.?H|M\.?Sc|B\.?Sc|M\.?S|R\.?N|D\.?O|MBBS|DVM|FACS)\.?)+$")
_NO_PAGE = ("n/a", "n/a-n/a", "no", "no-no", "na", "na-na", "-")


def record(work: dict[str, object]) -> Record:
    """The record of a work; fields of an unexpected kind are taken as missing, and its id is empty without a DOI."""
    ids = _ids(work)
    written = _pages(work)
    people = _people(work.get("author"))
    authors = tuple(beyond for _, beyond in people)
    days = Dates(
        print=date(work.get("published-print")),
        electronic=date(work.get("published-online")) or date(work.get("posted")),
    )
    return Record(
        format=1,
        source="crossref",
        id=f"doi:{ids.doi}" if ids.doi else "",
        ids=ids,
        fields=_fields(work, pages.full_range(written), tuple(name for name, _ in people)),
        other_ids=crossref_beyond.other_ids(work),
        authors=authors if any(beyond != Author() for beyond in authors) else (),
        dates=days if days != Dates() else None,
        history=crossref_beyond.history(work),
        pages=written,
        issn=_issns(work),
        journal=crossref_beyond.journal(work),
        types=(*texts(work.get("type")), *texts(work.get("subtype"))),
        abstract=markup.sections(text(work.get("abstract"))),
        grants=crossref_beyond.grants(work),
        conflict_of_interest=crossref_beyond.conflict_of_interest(work),
        copyright=crossref_beyond.copyright_line(work),
        licences=crossref_beyond.licences(work),
        links=crossref_beyond.links(work),
        relations=crossref_relations.relations(work),
    )


def _ids(work: dict[str, object]) -> Ids:
    doi = identifiers.doi(text(work.get("DOI")))
    # Until 2017 ISBNs and ISSNs came as addresses: http://id.crossref.org/isbn/9780198528074
    numbers = (identifiers.isbn(number.rsplit("/", 1)[-1]) for number in texts(work.get("ISBN")))
    return Ids(doi=doi, isbn=tuple(dict.fromkeys(number for number in numbers if number)))


def _issns(work: dict[str, object]) -> tuple[str, ...]:
    found = (identifiers.issn(number) for number in texts(work.get("ISSN")))
    return tuple(dict.fromkeys(number for number in found if number))


def _fields(work: dict[str, object], page: str, authors: tuple[Name, ...]) -> Fields:
    kind = _type(work)
    container, short, collection = _containers(work, kind)
    title, event = _title(work), mapping(work.get("event"))
    original = markup.title(first(work.get("original-title")))
    return Fields(
        type=kind,
        title=title,
        title_short=markup.title(first(work.get("short-title"))),
        original_title=original if original != title else "",
        author=authors,
        editor=_names(work.get("editor")),
        translator=_names(work.get("translator")),
        chair=_names(work.get("chair")),
        container_title=container,
        container_title_short=short,
        collection_title=collection,
        event_title=markup.plain(text(event.get("name"))),
        event_place=markup.plain(text(event.get("location"))),
        publisher=markup.plain(text(work.get("publisher"))),
        publisher_place=markup.plain(text(work.get("publisher-location"))),
        edition=markup.plain(text(work.get("edition-number"))),
        issued=_issued(work),
        volume=_number(work, "volume"),
        issue=_number(work, "issue") or _number(mapping(work.get("journal-issue")), "issue"),
        page=page,
        number=_number(work, "article-number"),
        language=languages.code(text(work.get("language")).lower()),
    )


def _type(work: dict[str, object]) -> str:
    kind = text(work.get("type"))
    if kind == "posted-content" and text(work.get("subtype")) == "preprint":
        return "article"
    return TYPES.get(kind, "document")


def _title(work: dict[str, object]) -> str:
    return markup.with_subtitle(markup.title(first(work.get("title"))), markup.title(first(work.get("subtitle"))))


def _containers(work: dict[str, object], kind: str) -> tuple[str, str, str]:
    """The container's title, its abbreviation, and the title of the series that a book belongs to.

    Of two titles the first is the series and the last the book; a journal's are its title and an abbreviation, in
    either order.
    """
    titles = tuple(dict.fromkeys(markup.plain(title) for title in texts(work.get("container-title"))))
    shorts = tuple(markup.plain(title) for title in texts(work.get("short-container-title")))
    if not titles:
        return "", shorts[0] if shorts else "", ""
    if kind in _PARTS:
        return titles[-1], "", titles[0] if len(titles) > 1 else ""
    if kind == "book":
        return "", "", titles[0]
    longest = max(titles, key=len)
    rest = [title for title in (*shorts, *titles) if title != longest]
    return longest, shorts[0] if shorts else (rest[0] if rest else ""), ""


def _people(value: object) -> tuple[tuple[Name, Author], ...]:
    """Each person with what is said beyond the name."""
    found = ((_name(person), person) for person in mappings(value))
    return tuple((name, crossref_beyond.author(person)) for name, person in found if name != Name())


def _names(value: object) -> tuple[Name, ...]:
    return tuple(name for name, _ in _people(value))


def _name(person: dict[str, object]) -> Name:
    family, given, suffix, group = (
        markup.plain(text(person.get(key))) for key in ("family", "given", "suffix", "name")
    )
    if family == "&NA;":  # "not available", of one publisher's deposits
        family = ""
    family = _DEGREES.sub("", family)
    if family or given:
        return Name(family=family or given, given=given if family else "", suffix=suffix)
    return Name(literal=group if group != "&NA;" else "")


def _issued(work: dict[str, object]) -> Date | None:
    keys = ("issued", "published", "published-print", "published-online", "posted", "published-other")
    return next((found for key in keys if (found := date(work.get(key)))), None)


def _pages(work: dict[str, object]) -> Pages | None:
    written = markup.plain(text(work.get("page")))
    return None if written.lower() in _NO_PAGE else pages.parse(written)


def _number(work: dict[str, object], key: str) -> str:
    found = markup.plain(text(work.get(key)))
    return "" if found == "0" else found  # "0" stands for a volume or issue that is not assigned yet
