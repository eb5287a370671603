"""What carries the title of a work and is not the work: notices, replies, reviews, copies, and its preprint."""

from __future__ import annotations

import re

from cluneal_lit.compare import compared, page, title
from cluneal_lit.model import Fields, Record

# By the types of PubMed and Crossref.
_ABOUT_ANOTHER = {
    *("component", "peer-review", "dataset"),
    *("published erratum", "retraction notice", "retraction of publication", "expression of concern"),
    "scientific integrity review",
}
_MAYBE = {"comment", "news"}  # many a letter that is cited for itself is a comment on another work
# By what stands before the title of the other work. `RETRACTED: …` is that work itself.
_ABOUT = re.compile(
    r"(?:(?:author|publisher|editorial)['’]?s?\s)?"
    r"(?:correction|corrigend(?:um|a)|errat(?:um|a)|addendum|retraction(?:\s(?:note|notice))?|withdrawal(?:\snotice)?"
    r"|(?:editorial\s)?expression\sof\sconcern|repl(?:y|ies)|response|re|comment(?:s|ary)?|letter|discussion"
    r"|peer\sreview|decision\sletter|review|reviewer\sreport)"
    r"(?:\s(?:to|on|for|of|about|regarding|by)\b[^:\"“”«]{0,60})?\s?[:\"“«—–-]",
    re.IGNORECASE,
)
# Member 54718 of Crossref registers copies of famous papers under it (seen in public notes of August to October 2026).
_COPIES = "10.65215/"
_PART = re.compile(r"\b(?:parts?|pt|chapter|section|phase)\b\.?\s*([ivx]{1,5}|\d{1,2})\b", re.IGNORECASE)
_PREPRINTS = re.compile(r"rxiv|preprint|research square|ssrn|zenodo|osf|authorea|f1000", re.IGNORECASE)


def doubt(cited: Fields, record: Record) -> str:
    """Why a record that fits a reference is not what it cites; empty if it may be."""
    types = {kind.lower() for kind in record.types}
    if about := types & _ABOUT_ANOTHER:
        return f"it is a {sorted(about)[0]}"
    if (maybe := types & _MAYBE) and page(cited, record.fields).relation not in ("equal", "close"):
        return f"it is a {sorted(maybe)[0]}"
    if (match := _ABOUT.match(record.fields.title)) and not _ABOUT.match(cited.title):
        return f"it is about another work ({match[0].rstrip()} …)"
    if _parts(cited.title) != _parts(record.fields.title) and _parts(cited.title):
        return "it is another part"
    if _stands_elsewhere(cited, record.fields):
        return "neither its title is quite the same nor its place"
    if record.ids.doi.startswith(_COPIES):
        return "it is a copy"
    if "preprint" in types and _cites_an_article(cited):
        return "it is a preprint, and an article is cited"
    return ""


def _parts(title: str) -> tuple[str, ...]:
    """The numbers of the parts that a title names: `ii` of `…: part II`."""
    return tuple(match[1].lower() for match in _PART.finditer(title))


def _stands_elsewhere(cited: Fields, fields: Fields) -> bool:
    """Whether pages and volume or issue contradict each other and the titles differ: siblings are told apart so."""
    relation = {one.field: one.relation for one in compared(cited, fields)}
    place = "contradicting" in (relation["volume"], relation["issue"]) and relation["pages"] == "contradicting"
    return place and title(cited, fields).degree < 1


def _cites_an_article(cited: Fields) -> bool:
    """Whether a reference names a journal, or a place in one."""
    if cited.type == "article" or _PREPRINTS.search(cited.container_title):
        return False
    return bool(cited.volume or cited.page or cited.container_title)
