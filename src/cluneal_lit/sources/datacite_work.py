"""A DataCite work as a Record (https://datacite-metadata-schema.readthedocs.io/en/4.6/)."""

from __future__ import annotations

import re

from cluneal_lit import dates, identifiers, languages, pages
from cluneal_lit.folding import one_line
from cluneal_lit.formats.editions import VERSIONED
from cluneal_lit.json_values import mapping, mappings, text
from cluneal_lit.model import Author, Date, Dates, Fields, Ids, Name, Record
from cluneal_lit.sources import datacite_beyond, datacite_relations, markup
from cluneal_lit.sources.datacite_names import creators, known, people

# resourceTypeGeneral -> CSL type (CSL 1.0.2); "Text" and what stands here not may be anything.
TYPES = {
    "audiovisual": "motion_picture",
    "book": "book",
    "bookchapter": "chapter",
    "collection": "collection",
    "computationalnotebook": "software",
    "conferencepaper": "paper-conference",
    "conferenceproceeding": "book",
    "datapaper": "article-journal",
    "dataset": "dataset",
    "dissertation": "thesis",
    "image": "graphic",
    "interactiveresource": "webpage",
    "journal": "article-journal",
    "journalarticle": "article-journal",
    "peerreview": "review",
    "preprint": "article",
    "report": "report",
    "software": "software",
    "sound": "song",
    "standard": "standard",
}
# What DataCite's own guess for CSL says of a text; its "article" stands for anything.
_GUESSED = ("article-journal", "book", "chapter", "dataset", "paper-conference", "report", "review", "thesis")
_PARTS = ("article-journal", "chapter", "paper-conference", "dataset")
_PAGE = re.compile(r"[A-Za-z]{0,4}\.?\d[\w.]*")  # a sentence or the journal's name may stand there too


def record(work: dict[str, object]) -> Record:
    """The record of a work's attributes; fields of an unexpected kind are taken as missing."""
    doi = identifiers.doi(text(work.get("doi")))
    other = identifiers.twin(f"doi:{doi}").partition(":")[2]
    kind = _type(work, is_preprint=bool(other))
    container = mapping(work.get("container"))
    found = pages.parse(_pages(container))
    electronic = _date(work, "Available")
    makers = people(work.get("creators"))
    authors = tuple(beyond for _, beyond in makers)
    abstract = _abstract(work)
    keywords, keyword_lists = datacite_beyond.keywords(work)
    return Record(
        format=1,
        source="datacite",
        id=f"doi:{doi}" if doi else "",
        ids=Ids(doi=doi, arxiv=other, isbn=_isbns(work)),
        fields=_fields(work, kind, container, pages.full_range(found), tuple(name for name, _ in makers)),
        other_ids=datacite_beyond.other_ids(work, other),
        authors=authors if any(beyond != Author() for beyond in authors) else (),
        dates=Dates(electronic=electronic) if electronic else None,
        history=datacite_beyond.history(work),
        pages=found,
        issn=_issns(container),
        types=_types(work),
        keywords=keywords,
        keyword_lists=keyword_lists,
        abstract=markup.sections(abstract),
        other_abstracts=datacite_beyond.abstracts(work, abstract),
        grants=datacite_beyond.grants(work),
        copyright=datacite_beyond.terms(work),
        licences=datacite_beyond.licences(work),
        links=datacite_beyond.links(work),
        relations=datacite_relations.relations(work, doi, kind),
    )


def _fields(
    work: dict[str, object], kind: str, container: dict[str, object], page: str, authors: tuple[Name, ...]
) -> Fields:
    held = markup.plain(text(container.get("title")))
    in_series = text(container.get("type")) == "Series"
    publisher = work.get("publisher")
    return Fields(
        type=kind,
        title=_title(work),
        author=authors,
        editor=_contributors(work, "Editor"),
        translator=_contributors(work, "Translator"),
        container_title=held if kind in _PARTS else "",
        collection_title=held if in_series and kind not in _PARTS else "",
        publisher=known(text(publisher) or text(mapping(publisher).get("name"))),
        version=markup.plain(text(work.get("version"))) if kind in VERSIONED else "",
        issued=_issued(work),
        volume=markup.plain(text(container.get("volume"))),
        issue=markup.plain(text(container.get("issue"))),
        page=page,
        language=languages.code(text(work.get("language")).lower()),
    )


def _contributors(work: dict[str, object], kind: str) -> tuple[Name, ...]:
    return creators([one for one in mappings(work.get("contributors")) if one.get("contributorType") == kind])


def _types(work: dict[str, object]) -> tuple[str, ...]:
    said = mapping(work.get("types"))
    found = (one_line(text(said.get(key))) for key in ("resourceTypeGeneral", "resourceType"))
    return tuple(dict.fromkeys(kind for kind in found if kind))


def _type(work: dict[str, object], is_preprint: bool) -> str:
    said = mapping(work.get("types"))
    general = text(said.get("resourceTypeGeneral")).lower()
    guessed = text(said.get("citeproc"))
    if is_preprint or text(said.get("resourceType")).lower() == "preprint":
        return "article"
    return TYPES.get(general) or (guessed if guessed in _GUESSED else "document")


def _title(work: dict[str, object]) -> str:
    titles = [
        (text(one.get("titleType")), markup.title(text(one.get("title")))) for one in mappings(work.get("titles"))
    ]
    plain = next((title for kind, title in titles if not kind and title), "")
    if not plain:
        return next((title for kind, title in titles if kind != "Subtitle" and title), "")
    more = next((title for kind, title in titles if kind == "Subtitle" and title), "")
    return markup.with_subtitle(plain, more)


def _issued(work: dict[str, object]) -> Date | None:
    """The day of issue where it is one of the year of publication, which is the one to cite, else that year."""
    year = dates.from_parts(text(work.get("publicationYear")) or None)
    day = _date(work, "Issued")
    return day if day and (year is None or day.year == year.year) else year


def _date(work: dict[str, object], kind: str) -> Date | None:
    """The first date of a kind."""
    written = (text(one.get("date")) for one in mappings(work.get("dates")) if one.get("dateType") == kind)
    return datacite_beyond.date(next((found for found in written if found), ""))


def _pages(container: dict[str, object]) -> str:
    told = (markup.plain(text(container.get(key))) for key in ("firstPage", "lastPage"))
    first, last = (page if _PAGE.fullmatch(page) else "" for page in told)
    return f"{first}-{last}" if first and last and last != first else first


def _isbns(work: dict[str, object]) -> tuple[str, ...]:
    listed = (*mappings(work.get("identifiers")), *mappings(work.get("alternateIdentifiers")))
    pairs = [(one.get("identifierType"), one.get("identifier")) for one in listed]
    pairs += [(one.get("alternateIdentifierType"), one.get("alternateIdentifier")) for one in listed]
    found = (identifiers.isbn(text(value)) for kind, value in pairs if text(kind).upper() == "ISBN")
    return tuple(dict.fromkeys(isbn for isbn in found if isbn))


def _issns(container: dict[str, object]) -> tuple[str, ...]:
    written = text(container.get("identifier")) if text(container.get("identifierType")) == "ISSN" else ""
    number = identifiers.issn(written)
    return (number,) if number else ()


def _abstract(work: dict[str, object]) -> str:
    """The main abstract, as it is written."""
    told = mappings(work.get("descriptions"))
    written = (text(one.get("description")) for one in told if one.get("descriptionType") == "Abstract")
    return next((one for one in written if one.strip()), "")
