"""A PubmedBookArticle as a Record: a book of the NCBI Bookshelf, or a chapter of one."""

from __future__ import annotations

from typing import Any

from cluneal_lit import identifiers, pages
from cluneal_lit.model import Author, Dates, Event, Fields, Ids, Name, Record, State
from cluneal_lit.sources import markup, pubmed_article, pubmed_grants, pubmed_ids, pubmed_people, pubmed_xml
from cluneal_lit.sources.pubmed_subjects import keywords
from cluneal_lit.sources.pubmed_xml import Children, Element, children, text, texts


def record(element: Element) -> Record:
    """The record of a PubmedBookArticle; it is a chapter where it has an ArticleTitle, else a book."""
    whole = children(element)
    document, history = whole.get("BookDocument"), children(whole.get("PubmedBookData"))
    said = children(document)
    book = said.get("Book")
    if document is None or book is None:
        return pubmed_article.NOTHING
    of_book = children(book)
    ids, other_ids = _ids(said, book, history)
    (people, authors), (editors, _) = (_people(document, book, kind) for kind in ("authors", "editors"))
    languages = pubmed_xml.languages_of(document.iterchildren("Language"))
    written = pages.parse(text(children(said.get("Pagination")).get("MedlinePgn")))
    page, language = pages.full_range(written), languages[0] if languages else ""
    fields = _fields(said, of_book, author=people, editor=editors, page=page, language=language)
    abstract = said.get("Abstract")
    words, keyword_lists = keywords(document.iterchildren("KeywordList"))
    return Record(
        format=1,
        source="pubmed",
        id=f"pmid:{ids.pmid}" if ids.pmid else "",
        ids=ids,
        fields=fields,
        other_ids=other_ids,
        authors=authors,
        languages=languages if len(languages) > 1 else (),
        dates=Dates(print=fields.issued) if fields.issued else None,
        history=_history(of_book, history),
        pages=written,
        types=texts(document.iterchildren("PublicationType")),
        keywords=words,
        keyword_lists=keyword_lists,
        abstract=pubmed_xml.sections(abstract) if abstract is not None else (),
        contents=texts(said["Sections"].iter("SectionTitle")) if "Sections" in said else (),
        grants=pubmed_grants.grants(said["GrantList"]) if "GrantList" in said else (),
        copyright=pubmed_xml.copyright_line(abstract),
        state=_state(of_book, history),
    )


def _ids(said: Children, book: Element, history: Children) -> tuple[Ids, tuple[str, ...]]:
    located = pubmed_ids.located(book.iterchildren("ELocationID"))
    stated = [*pubmed_ids.listed(said.get("ArticleIdList")), *pubmed_ids.listed(history.get("ArticleIdList")), *located]
    ids, _ = pubmed_ids.own(text(said.get("PMID")), stated)
    numbers = (identifiers.isbn(text(number)) for number in book.iterchildren("Isbn"))
    isbn = tuple(dict.fromkeys(number for number in numbers if number))
    return Ids(ids.pmid, ids.pmcid, ids.doi, isbn=isbn), pubmed_ids.others(stated)


def _fields(said: Children, of_book: Children, **others: Any) -> Fields:
    chapter = markup.title(text(said.get("ArticleTitle")))
    whole = markup.title(text(of_book.get("BookTitle")))
    publisher = children(of_book.get("Publisher"))
    issued = pubmed_xml.date(said.get("ContributionDate")) if chapter else None
    return Fields(
        type="chapter" if chapter else "book",
        title=chapter or whole,
        original_title=markup.title(text(said.get("VernacularTitle"))),
        container_title=whole if chapter else "",
        collection_title=markup.title(text(of_book.get("CollectionTitle"))),
        volume_title=markup.title(text(of_book.get("VolumeTitle"))),
        publisher=text(publisher.get("PublisherName")),
        publisher_place=text(publisher.get("PublisherLocation")),
        edition=text(of_book.get("Edition")),
        issued=issued or pubmed_xml.date(of_book.get("PubDate")) or pubmed_xml.date(of_book.get("BeginningDate")),
        volume=text(of_book.get("Volume")),
        number=text(of_book.get("ReportNumber")),
        chapter_number=text(said.get("LocationLabel")) if chapter else "",
        **others,
    )


def _people(document: Element, book: Element, kind: str) -> tuple[tuple[Name, ...], tuple[Author, ...]]:
    lists = (found for part in (document, book) for found in part.iterchildren("AuthorList"))
    return next((pubmed_people.authors(found) for found in lists if found.get("Type", "authors") == kind), ((), ()))


def _history(of_book: Children, history: Children) -> tuple[Event, ...]:
    """The days of the record, and those between which a book in parts appeared."""
    spans = (("beginning", of_book.get("BeginningDate")), ("ending", of_book.get("EndingDate")))
    days = tuple(Event(kind, day) for kind, element in spans if (day := pubmed_xml.date(element)))
    return days + (pubmed_xml.history(history["History"]) if "History" in history else ())


def _state(of_book: Children, history: Children) -> State | None:
    found = State(publication=text(history.get("PublicationStatus")), medium=text(of_book.get("Medium")))
    return found if found != State() else None
