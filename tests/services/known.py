"""What the services know."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from tests.services.works import Work, article, attributes, message


class Known:
    """Works, as each of the services would tell them."""

    def __init__(
        self,
        works: tuple[Work, ...] = (),
        *,
        articles: Mapping[str, str] | None = None,
        messages: Mapping[str, Mapping[str, object]] | None = None,
        merged: Mapping[str, str] | None = None,
        aliases: Mapping[str, str] | None = None,
        agencies: Mapping[str, str] | None = None,
        datasets: Mapping[str, Mapping[str, object]] | None = None,
        converted: Mapping[str, Mapping[str, str]] | None = None,
        deleted: Iterable[str] = (),
    ) -> None:
        """`articles` are PubmedArticle elements by PMID, `messages` Crossref messages by DOI, `datasets` what DataCite
        says by DOI, all given out as they are.

        `merged` and `aliases` are old PMIDs and DOIs by new ones, `agencies` the agencies of DOIs that Crossref lacks,
        `deleted` PMIDs that are no more, `converted` the PMID and DOI of each PMCID, besides those of works and
        articles.
        """
        self.articles = {work.pmid: etree.tostring(article(work), encoding="unicode") for work in works if work.pmid}
        self.articles |= articles or {}
        self.messages = {work.doi.lower(): message(work) for work in works if work.doi and work.agency == "Crossref"}
        self.datasets = {work.doi.lower(): attributes(work) for work in works if work.doi and work.agency == "DataCite"}
        self.datasets |= {doi.lower(): dict(found) for doi, found in (datasets or {}).items()}
        self.converted = dict(map(_converted, self.articles.values())) | {
            work.pmcid: {"pmid": work.pmid, "doi": work.doi} for work in works if work.pmcid
        }
        self.converted |= {pmcid: dict(found) for pmcid, found in (converted or {}).items()}
        self.deleted = tuple(deleted)
        self.messages |= {doi.lower(): dict(found) for doi, found in (messages or {}).items()}
        self.merged, self.aliases = dict(merged or {}), dict(aliases or {})
        self.agencies = dict.fromkeys(self.messages, "Crossref") | dict.fromkeys(self.datasets, "DataCite")
        self.agencies |= {work.doi.lower(): work.agency for work in works if work.doi} | dict(agencies or {})


def _converted(xml: str) -> tuple[str, dict[str, str]]:
    """The PMCID of an article, with its PMID and DOI."""
    element = etree.fromstring(xml)
    ids = {
        str(one.get("IdType")): (one.text or "").strip()
        for path in ("PubmedData", "PubmedBookData")
        for one in element.iterfind(f"{path}/ArticleIdList/ArticleId")
    }
    return ids.get("pmc", ""), {"pmid": ids.get("pubmed", ""), "doi": ids.get("doi", "")}
