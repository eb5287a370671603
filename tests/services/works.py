"""Small facts about works, and how PubMed, Crossref and DataCite would tell them."""

from __future__ import annotations

from typing import Literal

from lxml import etree
from lxml.builder import E
from msgspec import Struct

Element = etree._Element
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DOCTYPE = (
    '<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2026//EN" '
    '"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_260101.dtd">'
)
_UPDATES = {"Retraction": "retraction", "Erratum": "erratum", "ExpressionOfConcern": "expression_of_concern"}
_NOTICE_TYPES = {"Retraction": "Retraction Notice", "Erratum": "Published Erratum"}


class Notice(Struct, frozen=True):
    """A tie to a notice (`In`), or of a notice to the work that it is about (`Of`)."""

    kind: Literal["Retraction", "Erratum", "ExpressionOfConcern"]
    pmid: str = ""
    doi: str = ""
    date: tuple[int, int, int] = (2020, 1, 1)
    direction: Literal["in", "of"] = "in"
    source: Literal["publisher", "retraction-watch"] = "publisher"


class Work(Struct, frozen=True):
    """What the services know of a work. Authors are `Family, Given` or `Family, Given, Jr`, without a comma a group.

    `agency`: who registered its DOI; that of others than Crossref and DataCite is known to doi.org alone.
    """

    title: str
    pmid: str = ""
    doi: str = ""
    pmcid: str = ""
    authors: tuple[str, ...] = ()
    journal: str = ""
    journal_short: str = ""
    issn: str = ""
    year: int = 2020
    month: int = 0
    day: int = 0
    volume: str = ""
    issue: str = ""
    pages: str = ""
    language: str = "eng"
    abstract: str = ""
    types: tuple[str, ...] = ("Journal Article",)
    mesh: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    agency: str = "Crossref"


def article_set(articles: list[Element]) -> bytes:
    """An efetch answer."""
    root = etree.Element("PubmedArticleSet")
    root.extend(articles)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", doctype=_DOCTYPE)


def article(work: Work) -> Element:
    """The PubmedArticle of a work."""
    article_ids = (("pubmed", work.pmid), ("doi", work.doi), ("pmc", work.pmcid))
    return E.PubmedArticle(
        E.MedlineCitation(
            E.PMID(work.pmid, Version="1"),
            _article(work),
            E.MedlineJournalInfo(E.MedlineTA(work.journal_short or work.journal)),
            *_corrections(work),
            *([E.MeshHeadingList(*(_heading(term) for term in work.mesh))] if work.mesh else []),
            Status="MEDLINE",
            Owner="NLM",
        ),
        E.PubmedData(
            E.PublicationStatus("ppublish"),
            E.ArticleIdList(*(E.ArticleId(value, IdType=kind) for kind, value in article_ids if value)),
        ),
    )


def _article(work: Work) -> Element:
    year = [E.Year(str(work.year))] if work.year else []
    months = [E.Month(MONTHS[work.month - 1])] if work.month else []
    days = [E.Day(str(work.day))] if work.day else []
    issue = [E.Volume(work.volume)] if work.volume else []
    issue += [E.Issue(work.issue)] if work.issue else []
    return E.Article(
        E.Journal(
            *([E.ISSN(work.issn, IssnType="Electronic")] if work.issn else []),
            E.JournalIssue(*issue, E.PubDate(*year, *months, *days), CitedMedium="Internet"),
            E.Title(work.journal),
            E.ISOAbbreviation(work.journal_short or work.journal),
        ),
        E.ArticleTitle(work.title if work.title.endswith(("?", "!")) else f"{work.title}."),
        *([E.Pagination(E.MedlinePgn(work.pages))] if work.pages else []),
        *([E.Abstract(E.AbstractText(work.abstract))] if work.abstract else []),
        *([E.AuthorList(*(_author(name) for name in work.authors), CompleteYN="Y")] if work.authors else []),
        E.Language(work.language),
        E.PublicationTypeList(*(E.PublicationType(kind) for kind in _types(work))),
        PubModel="Print",
    )


def _author(name: str) -> Element:
    family, comma, given = name.partition(", ")
    if not comma:
        return E.Author(E.CollectiveName(name), ValidYN="Y")
    given, _, suffix = given.partition(", ")
    initials = "".join(part[0] for part in given.split())
    parts = [E.LastName(family), *([E.ForeName(given), E.Initials(initials)] if given else [])]
    return E.Author(*parts, *([E.Suffix(suffix)] if suffix else []), ValidYN="Y")


def _types(work: Work) -> tuple[str, ...]:
    retracted = [
        "Retracted Publication" for notice in work.notices if (notice.kind, notice.direction) == ("Retraction", "in")
    ]
    notice = [_NOTICE_TYPES.get(notice.kind, notice.kind) for notice in work.notices if notice.direction == "of"]
    return tuple(dict.fromkeys((*work.types, *retracted, *notice)))


def _heading(term: str) -> Element:
    """`*` before a term: a major topic; `/` before a qualifier."""
    descriptor, _, qualifier = term.lstrip("*").partition("/")
    major = "Y" if term.startswith("*") else "N"
    qualifiers = [E.QualifierName(qualifier, MajorTopicYN="N")] if qualifier else []
    return E.MeshHeading(E.DescriptorName(descriptor, MajorTopicYN=major), *qualifiers)


def _corrections(work: Work) -> list[Element]:
    if not work.notices:
        return []
    found = []
    for notice in work.notices:
        year, month, day = notice.date
        ending = "In" if notice.direction == "in" else ("Of" if notice.kind == "Retraction" else "For")
        source = f"{work.journal_short or work.journal}. {year} {MONTHS[month - 1]} {day};1(1):1."
        source += f" doi: {notice.doi}." if notice.doi else ""
        pmid = [E.PMID(notice.pmid, Version="1")] if notice.pmid else []
        found.append(E.CommentsCorrections(E.RefSource(source), *pmid, RefType=f"{notice.kind}{ending}"))
    return [E.CommentsCorrectionsList(*found)]


def message(work: Work) -> dict[str, object]:
    """The Crossref message about a work."""
    parts = [part for part in (work.year, work.month, work.day) if part]
    is_preprint = "Preprint" in work.types
    date = {"date-parts": [parts or [None]]}  # so Crossref writes a date that it does not know
    found: dict[str, object] = {
        "DOI": work.doi.lower(),
        "URL": f"https://doi.org/{work.doi.lower()}",
        "type": "posted-content" if is_preprint else "journal-article",
        "subtype": "preprint" if is_preprint else "",
        "publisher": "An invented publisher",
        "title": [work.title],
        "author": [_person(name, place) for place, name in enumerate(work.authors)],
        "container-title": [work.journal],
        "short-container-title": [work.journal_short or work.journal],
        "issued": date,
        "published": date,
        "published-print": date,
        "volume": work.volume,
        "issue": work.issue,
        "page": work.pages,
        "ISSN": [work.issn],
        "language": "en",
        "abstract": f"<jats:p>{work.abstract}</jats:p>",
        "updated-by": [_update(notice) for notice in work.notices if notice.direction == "in" and notice.doi],
        "update-to": [_update(notice) for notice in work.notices if notice.direction == "of" and notice.doi],
        "is-referenced-by-count": 0,
        "references-count": 0,
        "reference-count": 0,
        "score": 1,
        "member": "0",
        "prefix": work.doi.partition("/")[0],
        "source": "Crossref",
    }
    return {key: value for key, value in found.items() if value not in ("", [], [""], "<jats:p></jats:p>")}


def _person(name: str, place: int) -> dict[str, object]:
    sequence = "additional" if place else "first"
    family, comma, given = name.partition(", ")
    if not comma:
        return {"name": name, "sequence": sequence, "affiliation": []}
    given, _, suffix = given.partition(", ")
    known = {"given": given, "family": family, "suffix": suffix, "sequence": sequence}
    return {**{key: value for key, value in known.items() if value}, "affiliation": []}


def _update(notice: Notice) -> dict[str, object]:
    year, month, day = notice.date
    updated = {"date-parts": [[year, month, day]], "date-time": f"{year}-{month:02}-{day:02}T00:00:00Z"}
    kind = _UPDATES[notice.kind]
    label = kind.replace("_", " ").capitalize()
    return {"DOI": notice.doi, "type": kind, "label": label, "source": notice.source, "updated": updated}


def attributes(work: Work) -> dict[str, object]:
    """What DataCite says about a work."""
    day = "-".join(f"{part:02}" for part in (work.year, work.month, work.day) if part)
    first, _, last = work.pages.partition("-")
    container = {"type": "Journal", "title": work.journal, "volume": work.volume, "issue": work.issue}
    container |= {"firstPage": first, "lastPage": last} if work.pages else {}
    kind = work.types[0]
    return {
        "doi": work.doi.lower(),
        "identifiers": [],
        "creators": [_creator(name) for name in work.authors],
        "titles": [{"title": work.title}],
        "publisher": "An invented repository",
        "container": {key: value for key, value in container.items() if value} if work.journal else {},
        "publicationYear": work.year,
        "subjects": [],
        "contributors": [],
        "dates": [{"date": day, "dateType": "Issued"}],
        "language": None,
        "types": {"resourceTypeGeneral": kind, "citeproc": "dataset" if kind == "Dataset" else "article"},
        "relatedIdentifiers": [],
        "descriptions": [{"description": work.abstract, "descriptionType": "Abstract"}] if work.abstract else [],
        "url": f"https://repository.invalid/{work.doi.lower()}",
        "state": "findable",
    }


def _creator(name: str) -> dict[str, object]:
    family, comma, given = name.partition(", ")
    person = {"nameType": "Personal", "givenName": given, "familyName": family}
    return {
        "name": name,
        **(person if comma else {"nameType": "Organizational"}),
        "affiliation": [],
        "nameIdentifiers": [],
    }
