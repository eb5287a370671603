"""What a search found, held against the reference that was searched for."""

from __future__ import annotations

from collections.abc import Iterable

from cluneal_lit.citations.match import Index, Match
from cluneal_lit.model import Fields, Record

# What carries the title of a work and is not it, by the types of PubMed and Crossref.
_ABOUT_ANOTHER = {
    *("component", "peer-review", "dataset"),
    *("published erratum", "retraction notice", "retraction of publication", "expression of concern"),
    *("comment", "news", "scientific integrity review"),
}
# Member 54718 of Crossref registers copies of famous papers under it (seen in public notes of August to October 2026).
_COPIES = "10.65215/"


def best(cited: Fields, candidates: Iterable[Record]) -> Match:
    """The candidate, by its id, that a reference means; `unsure` where none is certain, with what came nearest.

    What is written about a work, a copy and a preprint in place of the article carry the title of what is sought, so
    that they are never certain.
    """
    found = {record.id: record for record in candidates}
    match = Index({name: (record,) for name, record in found.items()}).match(cited)
    if match.answer != "match" or not (reason := _reason(cited, found[match.candidate])):
        return match
    return Match("unsure", match.candidate, match.score, (*match.why, reason))


def _reason(cited: Fields, record: Record) -> str:
    """Why a record that fits is not what is sought; empty if it may be."""
    types = {kind.lower() for kind in record.types}
    if about := types & _ABOUT_ANOTHER:
        return f"it is a {sorted(about)[0]}"
    if record.ids.doi.startswith(_COPIES):
        return "it is a copy"
    is_preprint = record.fields.type == "article" or "preprint" in types
    if is_preprint and (cited.volume or cited.page) and cited.type != "article":
        return "it is a preprint, and an article is cited"
    return ""
