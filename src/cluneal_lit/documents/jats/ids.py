"""Identifiers in JATS: those that elements name, and those to which links lead."""

from __future__ import annotations

from lxml import etree

from cluneal_lit import identifiers
from cluneal_lit.documents.parts import attribute, name, said
from cluneal_lit.model import Ids

KINDS = {
    **{kind: kind for kind in ("doi", "pmid", "pmcid", "arxiv", "isbn")},
    **{"pmc": "pmcid", "pubmed": "pmid", "e-isbn": "isbn"},
}
LABELS = {"doi": "doi:", "pmid": "PMID: ", "pmcid": "PMCID: ", "arxiv": "arXiv:", "isbn": "ISBN: "}


def ids(citation: etree._Element) -> Ids:
    """The identifiers that the elements of a citation name, and its links."""
    found = []
    for one in citation.iter("{*}pub-id", "{*}object-id", "{*}ext-link", "{*}uri", "{*}isbn"):
        text = said(one).strip()
        if name(one) in ("pub-id", "object-id"):
            tell = [(KINDS.get(attribute(one, "pub-id-type").lower(), ""), text)]
        elif name(one) in ("ext-link", "uri"):
            kind = KINDS.get(attribute(one, "ext-link-type").lower(), "doi")
            tell = [(kind, attribute(one, "href")), (kind, text)]
        else:
            tell = [("isbn", text)]
        found += [f"{kind}:{value}" for kind, raw in tell if kind and (value := identifiers.NORMAL[kind](raw))]
    return identifiers.ids(list(dict.fromkeys(found)))


def targets(citation: etree._Element) -> tuple[str, ...]:
    """Where the links in a citation lead to."""
    return tuple(dict.fromkeys(filter(None, map(target, citation.iter("{*}ext-link", "{*}uri")))))


def target(link: etree._Element) -> str:
    """Where a link leads to; that of an identifier alone, which some write, to the page of its work."""
    written = (attribute(link, "href") or said(link)).strip()
    kind = KINDS.get(attribute(link, "ext-link-type").lower(), "doi")
    value = identifiers.NORMAL[kind](written)
    return identifiers.url(f"{kind}:{value}") or written if value else written
