"""Where and when a PubMed article appeared: journal, dates, pages, and how far PubMed is with it."""

from __future__ import annotations

from cluneal_lit import pages
from cluneal_lit.model import Date, Dates, Journal, Pages, State
from cluneal_lit.sources.pubmed_parts import Parts
from cluneal_lit.sources.pubmed_xml import children, date, text

_ELECTRONIC_FIRST = ("Electronic", "Electronic-Print", "Electronic-eCollection")


def days(parts: Parts) -> tuple[Dates | None, Date | None]:
    """The two dates, and the one that leads.

    PubModel says which leads (https://www.nlm.nih.gov/bsd/licensee/elements_article_source.html); of a work that is
    only electronic, PubDate and ArticleDate are one event.
    """
    model = parts.article.get("PubModel", "Print")
    stated = (day for day in parts.of_article("ArticleDate") if day.get("DateType", "Electronic") == "Electronic")
    online = date(next(stated, None))
    issue = date(parts.issue.get("PubDate"))
    leading = (online or issue) if model in _ELECTRONIC_FIRST else (issue or online)
    if leading is None:
        return None, None
    if model == "Electronic" and issue and (online is None or online.year == issue.year):
        return Dates(electronic=online or issue), leading
    return Dates(print=issue, electronic=online), leading


def located(parts: Parts) -> Pages | None:
    """The pages; a Pagination may have any of its three elements."""
    pagination = parts.in_article.get("Pagination")
    if pagination is None:
        return None
    said = children(pagination)
    written = text(said.get("MedlinePgn"))
    ends = (text(said.get("StartPage")), text(said.get("EndPage")))
    return pages.parse(written or "-".join(end for end in ends if end))


def issns(parts: Parts) -> tuple[str, ...]:
    """The ISSN of the issue, then the one that links the journal's forms."""
    found = (text(parts.journal.get("ISSN")), text(parts.indexed.get("ISSNLinking")))
    return tuple(dict.fromkeys(number for number in found if number))


def journal(parts: Parts) -> Journal | None:
    """The journal as NLM's catalogue has it."""
    element = parts.journal.get("ISSN")
    number = text(element)
    electronic = element is not None and element.get("IssnType") == "Electronic"
    found = Journal(
        id=text(parts.indexed.get("NlmUniqueID")),
        abbreviation=text(parts.journal.get("ISOAbbreviation")),
        country=text(parts.indexed.get("Country")),
        issn_print="" if electronic else number,
        issn_electronic=number if electronic else "",
        issn_linking=text(parts.indexed.get("ISSNLinking")),
    )
    return found if found != Journal() else None


def state(parts: Parts) -> State | None:
    """How far PubMed is with the article."""
    issue = parts.journal.get("JournalIssue")
    found = State(
        record=parts.citation.get("Status", ""),
        indexing=parts.citation.get("IndexingMethod", ""),
        publication=text(parts.history.get("PublicationStatus")),
        model=parts.article.get("PubModel", ""),
        medium=issue.get("CitedMedium", "") if issue is not None else "",
    )
    return found if found != State() else None
