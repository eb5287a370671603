"""A PubmedArticle as a Record (https://www.nlm.nih.gov/bsd/licensee/elements_descriptions.html)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cluneal_lit import pages, titles
from cluneal_lit.model import Fields, Ids, Record
from cluneal_lit.sources import (
    markup,
    pubmed_grants,
    pubmed_ids,
    pubmed_issue,
    pubmed_people,
    pubmed_relations,
    pubmed_subjects,
    pubmed_xml,
)
from cluneal_lit.sources.pubmed_parts import Parts, parts
from cluneal_lit.sources.pubmed_xml import Element, text, texts

RETRACTED = "Retracted Publication"  # of the paper; the notice is a "Retraction Notice"
NOTHING = Record(format=1, source="pubmed", id="", ids=Ids(), fields=Fields())

# Elements that alone make a field of the record: its name and its reader.
_ALONE: dict[str, tuple[str, Callable[[Element], object]]] = {
    "Abstract": ("abstract", pubmed_xml.sections),
    "ChemicalList": ("substances", pubmed_subjects.substances),
    "CoiStatement": ("conflict_of_interest", text),
    "DataBankList": ("deposits", pubmed_grants.deposits),
    "GrantList": ("grants", pubmed_grants.grants),
    "History": ("history", pubmed_xml.history),
    "MeshHeadingList": ("mesh", pubmed_subjects.headings),
    "PersonalNameSubjectList": ("about", pubmed_people.people),
    "SupplMeshList": ("supplementary", texts),
}


def record(element: Element) -> Record:
    """The record of a PubmedArticle, or of a bare MedlineCitation; one without an id for what is neither."""
    found = parts(element)
    return _record(found) if found else NOTHING


def _record(whole: Parts) -> Record:
    ids, other_ids, further = pubmed_ids.of_article(whole)
    written = pubmed_issue.located(whole)
    dates, issued = pubmed_issue.days(whole)
    types = texts(whole.in_article.get("PublicationTypeList", ()))
    people, authors = pubmed_people.authors(_listed(whole, "authors"))
    languages = pubmed_xml.languages_of(whole.of_article("Language"))
    keywords, keyword_lists = pubmed_subjects.keywords(whole.of_citation("KeywordList"))
    fields = _fields(
        whole,
        type="article" if "Preprint" in types else "article-journal",
        author=people,
        issued=issued,
        page=pages.full_range(written),
        language=languages[0] if languages else "",
    )
    return Record(
        format=1,
        source="pubmed",
        id=f"pmid:{ids.pmid}" if ids.pmid else "",
        ids=ids,
        fields=fields,
        other_ids=other_ids,
        authors=authors,
        languages=languages if len(languages) > 1 else (),
        dates=dates,
        pages=written,
        issn=pubmed_issue.issns(whole),
        journal=pubmed_issue.journal(whole),
        types=types,
        keywords=keywords,
        keyword_lists=keyword_lists,
        other_abstracts=pubmed_xml.abstracts(whole.of_citation("OtherAbstract")),
        remarks=texts(whole.of_citation("GeneralNote")),
        copyright=pubmed_xml.copyright_line(whole.in_article.get("Abstract")),
        relations=(*pubmed_relations.relations(whole, types), *further),
        status="retracted" if RETRACTED in types else "",
        state=pubmed_issue.state(whole),
        **_alone(whole),
    )


def _alone(whole: Parts) -> dict[str, Any]:
    said = {}
    for elements in (whole.in_citation, whole.in_article, whole.history):
        for tag, element in elements.items():
            if tag in _ALONE:
                field, reader = _ALONE[tag]
                said[field] = reader(element)
    return said


def _fields(whole: Parts, **others: Any) -> Fields:
    named = (whole.in_article.get(name) for name in ("ArticleTitle", "VernacularTitle"))
    title, original = titles.translated(*(markup.title(text(element)) for element in named))
    return Fields(
        title=title,
        original_title=original,
        editor=pubmed_people.people(_listed(whole, "editors")),
        container_title=text(whole.journal.get("Title")),
        container_title_short=text(whole.indexed.get("MedlineTA")) or text(whole.journal.get("ISOAbbreviation")),
        volume=text(whole.issue.get("Volume")),
        issue=text(whole.issue.get("Issue")),
        number="" if others["page"] else pubmed_ids.article_number(whole),
        **others,
    )


def _listed(whole: Parts, kind: str) -> Element | None:
    lists = (listed for listed in whole.of_article("AuthorList") if listed.get("Type", "authors") == kind)
    return next(lists, None)
