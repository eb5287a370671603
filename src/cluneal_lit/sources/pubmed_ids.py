"""The identifiers of a PubMed article: its own, and others by which nothing is joined."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from cluneal_lit import identifiers
from cluneal_lit.model import Ids, Relation
from cluneal_lit.sources.pubmed_parts import Parts
from cluneal_lit.sources.pubmed_xml import Element, text

Stated = tuple[str, str]  # the kind by its name in PubMed, and the value

_PMCID = re.compile(r"PMC\d+")
_OWN = ("pubmed", "doi", "pmc", "pmcid")
_ARTICLE_NUMBER = re.compile(r"[a-z]{0,5}\d{1,8}")


def of_article(whole: Parts) -> tuple[Ids, tuple[str, ...], tuple[Relation, ...]]:
    """Its own identifiers, the others as `kind:value`, and a relation for each further DOI or PMCID."""
    stated = [*listed(whole.history.get("ArticleIdList")), *located(whole.of_article("ELocationID"))]
    ids, further = own(text(whole.in_citation.get("PMID")), stated)
    elsewhere = [(other.get("Source", "").lower(), text(other)) for other in whole.of_citation("OtherID")]
    return ids, others([*stated, *elsewhere]), further


def article_number(whole: Parts) -> str:
    """The number by which an article without pages is cited (`e42507`): a PII that looks like one."""
    found = located(whole.of_article("ELocationID"))
    return next((value for kind, value in found if kind == "pii" and _ARTICLE_NUMBER.fullmatch(value)), "")


def listed(id_list: Element | None) -> list[Stated]:
    """Kind and value of each ArticleId of an ArticleIdList."""
    if id_list is None:
        return []
    return [(one.get("IdType", ""), _unescaped(text(one))) for one in id_list.iterchildren("ArticleId")]


def located(places: Iterable[Element]) -> list[Stated]:
    """Kind and value of each ELocationID that is valid."""
    return [(place.get("EIdType", ""), _unescaped(text(place))) for place in places if place.get("ValidYN") != "N"]


def own(pmid: str, found: Iterable[Stated]) -> tuple[Ids, tuple[Relation, ...]]:
    """The article's identifiers, of each kind the first; a further DOI or PMCID becomes a relation."""
    dois: dict[str, None] = {}
    pmcids: dict[str, None] = {}
    arxiv = ""
    for kind, value in found:
        if kind == "doi":
            if doi := identifiers.doi(value):
                dois[doi] = None
        elif kind in ("pmc", "pmcid"):
            if match := _PMCID.search(value):
                pmcids[identifiers.pmcid(match[0])] = None
        elif kind == "pii" and value.startswith("arXiv:"):
            arxiv = identifiers.arxiv(value)
    pmcid, *more = pmcids or ("",)
    doi, *further = dois or ("",)
    others = (*(Ids(pmcid=one) for one in more), *(Ids(doi=one) for one in further))
    ids = Ids(identifiers.pmid(pmid), pmcid, doi, arxiv)
    return ids, tuple(Relation("other-id", "in", ids=other) for other in others)


def others(found: Iterable[Stated]) -> tuple[str, ...]:
    """`pii:…`, `mid:NIHMS…` and the like as `kind:value`; a value that stands under two kinds is given once."""
    values: dict[str, str] = {}
    for kind, value in found:
        if value and kind not in _OWN and not _PMCID.match(value):
            values.setdefault(value, kind)
    return tuple(f"{kind}:{value}" for value, kind in values.items())


def _unescaped(value: str) -> str:
    return html.unescape(value) if "&" in value else value
