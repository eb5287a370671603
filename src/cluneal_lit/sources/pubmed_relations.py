"""CommentsCorrections as relations: what was said about a record after it appeared, and what it says about others."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Literal

from msgspec.structs import replace

from cluneal_lit import days, identifiers
from cluneal_lit.formats.medline_tags import PREPRINT, of_preprint
from cluneal_lit.model import Ids, Relation
from cluneal_lit.sources.pubmed_parts import Parts
from cluneal_lit.sources.pubmed_xml import Element, children, text

# RefType without its direction -> kind (https://www.nlm.nih.gov/bsd/licensee/elements_descriptions.html).
KINDS = {
    "Retraction": "retraction",
    "RetractedandRepublished": "republication",
    "ExpressionOfConcern": "concern",
    "Erratum": "correction",
    "CorrectedandRepublished": "corrected-republication",
    "Republished": "reissue",  # printed again, in another journal or language; nothing was wrong with it
    "Reprint": "reprint",
    "Update": "update",
    "Comment": "comment",
    "OriginalReport": "original-report",
    "SummaryForPatients": "summary-for-patients",
    "AssociatedDataset": "dataset",
    "AssociatedPublication": "publication",
}
_TYPE = re.compile(r"([A-Za-z]+?)(In|Of|For|From|On)?")
_DOI = re.compile(r"\bdoi:\s*(10\.\S+?)[.;,]?(?:\s|$)", re.IGNORECASE)


def relations(whole: Parts, types: Collection[str]) -> tuple[Relation, ...]:
    """The relations of an article in its order; what it cites is none, nor is a link that states no type.

    "Update in" says that there is a newer version, but of a preprint that it was published.
    """
    server = _server(whole) if PREPRINT in types else None
    is_corrected = "Corrected and Republished Article" in types
    found = (_relation(kind, element) for kind, element in _typed(whole) if kind != "Cites")
    ties = (_reprint(tie, is_corrected) for tie in found if tie is not None)
    return tuple(ties if server is None else (of_preprint(tie, server) for tie in ties))


def _server(whole: Parts) -> str:
    """Where a preprint stands; empty if nothing is said of it."""
    return text(whole.indexed.get("MedlineTA")) or text(whole.journal.get("ISOAbbreviation"))


def _reprint(tie: Relation, is_corrected: bool) -> Relation:
    """The tie; where its article says by its type that it was corrected, "Republished from" names what was wrong."""
    was_wrong = is_corrected and (tie.kind, tie.direction) == ("reissue", "of")
    return replace(tie, kind="corrected-republication") if was_wrong else tie


def _typed(whole: Parts) -> Iterator[tuple[str, Element]]:
    for listed in whole.of_citation("CommentsCorrectionsList"):
        for element in listed:
            yield element.get("RefType", ""), element
    for group in whole.of_citation("CommentsCorrections"):  # before 2008 the type was the name of the element
        for element in group:
            yield str(element.tag), element


def _relation(written: str, element: Element) -> Relation | None:
    match = _TYPE.fullmatch(written)
    if not match:
        return None
    name, ending = match.groups()
    said = children(element)
    source = text(said.get("RefSource"))
    direction: Literal["in", "of"] = "in" if ending in ("In", None) else "of"
    return Relation(
        kind=KINDS.get(name, re.sub(r"(?<!^)(?=[A-Z])", "-", name).lower()),
        direction=direction,
        ids=_ids(text(said.get("PMID")), source),
        date=days.in_source(source),
        text=source,
        note=text(said.get("Note")),
    )


def _ids(pmid: str, source: str) -> Ids:
    match = _DOI.search(source)
    return Ids(pmid=identifiers.pmid(pmid), doi=identifiers.doi(match[1]) if match else "")
