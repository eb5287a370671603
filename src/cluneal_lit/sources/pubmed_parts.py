"""The elements of a PubmedArticle that hold others, each with its children by name."""

from __future__ import annotations

from typing import NamedTuple

from cluneal_lit.sources.pubmed_xml import Children, Element, children


class Parts(NamedTuple):
    """What a PubmedArticle is made of: `citation` is its MedlineCitation, `indexed` the MedlineJournalInfo, `history`
    the PubmedData; Children are empty for what is not there."""

    citation: Element
    in_citation: Children
    article: Element
    in_article: Children
    journal: Children
    issue: Children
    indexed: Children
    history: Children

    def of_citation(self, tag: str) -> tuple[Element, ...]:
        """Each child of the citation of this name."""
        return tuple(self.citation.iterchildren(tag)) if tag in self.in_citation else ()

    def of_article(self, tag: str) -> tuple[Element, ...]:
        """Each child of the article of this name."""
        return tuple(self.article.iterchildren(tag)) if tag in self.in_article else ()


def parts(element: Element) -> Parts | None:
    """The parts of a PubmedArticle or of a bare MedlineCitation; None for what is neither."""
    whole = children(element)
    citation = element if element.tag == "MedlineCitation" else whole.get("MedlineCitation")
    in_citation = children(citation)
    article = in_citation.get("Article")
    if citation is None or article is None:
        return None
    in_article = children(article)
    journal = children(in_article.get("Journal"))
    issue, indexed = children(journal.get("JournalIssue")), children(in_citation.get("MedlineJournalInfo"))
    history = children(whole.get("PubmedData"))
    return Parts(citation, in_citation, article, in_article, journal, issue, indexed, history)
