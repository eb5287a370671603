"""A PubmedArticle as a Record (https://www.nlm.nih.gov/bsd/licensee/elements_descriptions.html)."""

from __future__ import annotations

import html

from cluneal_lit import identifiers, pages
from cluneal_lit.folding import one_line
from cluneal_lit.model import Date, Dates, Fields, Ids, Pages, Record, Relation, Subject
from cluneal_lit.sources import markup, pubmed_relations, pubmed_xml
from cluneal_lit.sources.pubmed_xml import Element, text

RETRACTED = "Retracted Publication"  # of the paper; the notice is a "Retraction Notice"
_NO_TITLE = ("", "[not available]", "not available")
_ELECTRONIC_FIRST = ("Electronic", "Electronic-Print", "Electronic-eCollection")


def record(element: Element) -> Record:
    """The record of a PubmedArticle, or of a bare MedlineCitation."""
    citation = element if element.tag == "MedlineCitation" else element.find("MedlineCitation")
    article = citation.find("Article") if citation is not None else None
    if citation is None or article is None:
        return Record(format=1, source="pubmed", id="", ids=Ids(), fields=Fields())
    ids, others = _ids(citation, article, element.find("PubmedData/ArticleIdList"))
    days, issued = _dates(article)
    written = _pages(article)
    types = tuple(text(kind) for kind in article.iterfind("PublicationTypeList/PublicationType"))
    return Record(
        format=1,
        source="pubmed",
        id=f"pmid:{ids.pmid}" if ids.pmid else "",
        ids=ids,
        fields=_fields(citation, article, issued, pages.full_range(written), types),
        dates=days if days != Dates() else None,
        pages=written,
        issn=_issns(citation, article),
        types=types,
        mesh=_subjects(citation),
        keywords=tuple(dict.fromkeys(word for key in citation.iterfind("KeywordList/Keyword") if (word := text(key)))),
        abstract=pubmed_xml.sections(article.find("Abstract")),
        relations=(*pubmed_relations.relations(citation), *others),
        status="retracted" if RETRACTED in types else "",
    )


def _ids(citation: Element, article: Element, id_list: Element | None) -> tuple[Ids, tuple[Relation, ...]]:
    listed = pubmed_xml.article_ids([id_list])
    located = [
        f"doi:{doi}"
        for place in article.iterfind("ELocationID")
        if place.get("EIdType") == "doi" and place.get("ValidYN") != "N"
        if (doi := identifiers.doi(html.unescape(text(place))))
    ]
    pmid = identifiers.pmid(text(citation, "PMID"))
    found = identifiers.ids([*([f"pmid:{pmid}"] if pmid else []), *listed, *located])
    others = dict.fromkeys(name for name in (*listed, *located) if name not in found.keys())
    return found, tuple(Relation("other-id", "in", ids=identifiers.ids([name])) for name in others)


def _fields(citation: Element, article: Element, issued: Date | None, page: str, types: tuple[str, ...]) -> Fields:
    journal = article.find("Journal")
    return Fields(
        type="article" if "Preprint" in types else "article-journal",
        title=_title(article),
        author=pubmed_xml.names(_authors(article)),
        container_title=text(journal, "Title"),
        container_title_short=text(citation, "MedlineJournalInfo/MedlineTA") or text(journal, "ISOAbbreviation"),
        issued=issued,
        volume=text(journal, "JournalIssue/Volume"),
        issue=text(journal, "JournalIssue/Issue"),
        page=page,
        language=pubmed_xml.language(article.iterfind("Language")),
    )


def _title(article: Element) -> str:
    title = markup.title(text(article, "ArticleTitle"))
    return markup.title(text(article, "VernacularTitle")) or title if title.lower() in _NO_TITLE else title


def _authors(article: Element) -> Element | None:
    lists = (found for found in article.iterfind("AuthorList") if found.get("Type", "authors") == "authors")
    return next(lists, None)


def _dates(article: Element) -> tuple[Dates, Date | None]:
    """The two dates, and the one that leads.

    PubModel says which leads (https://www.nlm.nih.gov/bsd/licensee/elements_article_source.html); of a work that is
    only electronic, PubDate and ArticleDate are one event.
    """
    model = article.get("PubModel", "Print")
    online = next(
        (
            pubmed_xml.date(day)
            for day in article.iterfind("ArticleDate")
            if day.get("DateType", "Electronic") == "Electronic"
        ),
        None,
    )
    issue = pubmed_xml.date(article.find("Journal/JournalIssue/PubDate"))
    leading = (online or issue) if model in _ELECTRONIC_FIRST else (issue or online)
    if model == "Electronic" and issue and (online is None or online.year == issue.year):
        return Dates(electronic=online or issue), leading
    return Dates(print=issue, electronic=online), leading


def _pages(article: Element) -> Pages | None:
    written = text(article, "Pagination/MedlinePgn")
    ends = (text(article, "Pagination/StartPage"), text(article, "Pagination/EndPage"))
    return pages.parse(written or "-".join(end for end in ends if end))


def _issns(citation: Element, article: Element) -> tuple[str, ...]:
    found = (text(article, "Journal/ISSN"), text(citation, "MedlineJournalInfo/ISSNLinking"))
    return tuple(dict.fromkeys(number for number in found if number))


def _subjects(citation: Element) -> tuple[Subject, ...]:
    return tuple(
        Subject(
            term=text(heading, "DescriptorName"),
            qualifiers=tuple(one_line(text(qualifier)) for qualifier in heading.iterfind("QualifierName")),
            major=any(part.get("MajorTopicYN") == "Y" for part in heading),
        )
        for heading in citation.iterfind("MeshHeadingList/MeshHeading")
    )
