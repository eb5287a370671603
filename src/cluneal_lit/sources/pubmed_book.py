"""A PubmedBookArticle as a Record: a book of the NCBI Bookshelf, or a chapter of one."""

from __future__ import annotations

import html

from cluneal_lit import identifiers, pages
from cluneal_lit.model import Dates, Fields, Ids, Name, Record
from cluneal_lit.sources import markup, pubmed_xml
from cluneal_lit.sources.pubmed_xml import Element, text


def record(element: Element) -> Record:
    """The record of a PubmedBookArticle; it is a chapter where it has an ArticleTitle, else a book."""
    document = element.find("BookDocument")
    book = document.find("Book") if document is not None else None
    if document is None or book is None:
        return Record(format=1, source="pubmed", id="", ids=Ids(), fields=Fields())
    ids = _ids(element, document, book)
    fields = _fields(document, book)
    return Record(
        format=1,
        source="pubmed",
        id=f"pmid:{ids.pmid}" if ids.pmid else "",
        ids=ids,
        fields=fields,
        dates=Dates(print=fields.issued) if fields.issued else None,
        pages=pages.parse(text(document, "Pagination/MedlinePgn")),
        types=tuple(text(kind) for kind in document.iterfind("PublicationType")),
        keywords=tuple(word for key in document.iterfind("KeywordList/Keyword") if (word := text(key))),
        abstract=pubmed_xml.sections(document.find("Abstract")),
    )


def _ids(element: Element, document: Element, book: Element) -> Ids:
    pmid = identifiers.pmid(text(document, "PMID"))
    lists = (document.find("ArticleIdList"), element.find("PubmedBookData/ArticleIdList"))
    located = (
        identifiers.doi(html.unescape(text(place)))
        for place in book.iterfind("ELocationID")
        if place.get("EIdType") == "doi" and place.get("ValidYN") != "N"
    )
    numbers = (identifiers.isbn(text(number)) for number in book.iterfind("Isbn"))
    return identifiers.ids(
        [
            *([f"pmid:{pmid}"] if pmid else []),
            *pubmed_xml.article_ids(lists),
            *(f"doi:{doi}" for doi in located if doi),
            *dict.fromkeys(f"isbn:{number}" for number in numbers if number),
        ]
    )


def _fields(document: Element, book: Element) -> Fields:
    chapter = markup.title(text(document, "ArticleTitle"))
    whole = markup.title(text(book, "BookTitle"))
    issued = pubmed_xml.date(document.find("ContributionDate")) if chapter else None
    return Fields(
        type="chapter" if chapter else "book",
        title=chapter or whole,
        author=_people(document, book, "authors"),
        editor=_people(document, book, "editors"),
        container_title=whole if chapter else "",
        collection_title=markup.title(text(book, "CollectionTitle")),
        publisher=text(book, "Publisher/PublisherName"),
        publisher_place=text(book, "Publisher/PublisherLocation"),
        edition=text(book, "Edition"),
        issued=issued or pubmed_xml.date(book.find("PubDate")) or pubmed_xml.date(book.find("BeginningDate")),
        volume=text(book, "Volume"),
        page=pages.full_range(pages.parse(text(document, "Pagination/MedlinePgn"))),
        language=pubmed_xml.language(document.iterfind("Language")),
    )


def _people(document: Element, book: Element, kind: str) -> tuple[Name, ...]:
    lists = (found for part in (document, book) for found in part.iterfind("AuthorList"))
    return next((pubmed_xml.names(found) for found in lists if found.get("Type", "authors") == kind), ())
