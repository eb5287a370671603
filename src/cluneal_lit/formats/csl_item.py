"""Fields and identifiers in the words of CSL-JSON, whoever says them: an entry, or a reference string."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from msgspec.structs import replace

from cluneal_lit import dates, languages, pages
from cluneal_lit.formats import csl_dates, csl_title
from cluneal_lit.model import Date, Fields, Ids

# https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types
TYPES = frozenset(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset"
    " document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation"
    " manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical"
    " personal_communication post post-weblog regulation report review review-book software song speech standard thesis"
    " treaty webpage".split()
)
# Parts of a whole, which has editors where the part has authors.
PARTS = frozenset({"chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia"})
# Whose number is that of an article, which styles print in the place of pages and under `number` nowhere.
ARTICLES = frozenset({"article-journal", "article-magazine", "article-newspaper", "review", "review-book"})
LAWS = frozenset({"bill", "hearing", "legal_case", "legislation", "regulation", "treaty"})
CALLED = frozenset({"thesis", "report"})  # of which the genre says what they are called
SAME = "same as"  # the word of `custom` that names the item of which this one is another name
BESIDE = ("arxiv", "nct", "shortdoi")  # kinds of identifiers for which CSL has no variable


def item(name: str, fields: Fields, ids: Ids) -> dict[str, Any]:
    """Fields and identifiers as one CSL-JSON item with this id; what CSL has no variable for stands in `custom`."""
    written = said(name, fields)
    if fields.page:
        written["page"] = pages.full_range(pages.parse(fields.page))
    written |= {word: value for word, value in named(ids).items() if value}
    custom = {kind: value for kind, value in beside(ids).items() if value} | dated(fields)
    return {**written, "custom": custom} if custom else written


def said(name: str, fields: Fields) -> dict[str, Any]:
    """The fields, keys in a fixed order; `document` is CSL's type for what has none."""
    written: dict[str, Any] = {"id": name, "type": "document", **msgspec.to_builtins(fields)}
    if fields.language:
        written["language"] = languages.code(fields.language)
    if fields.issued:
        written["issued"] = csl_dates.moment(_shown(fields.issued))
    if fields.number and not fields.page and fields.type in ARTICLES:
        written["page"] = fields.number
    return written


def spelt(fields: Fields) -> dict[str, str]:
    """Titles with what no style may spoil marked; those of journals are names, and stay as they are."""
    titles = {
        "title": fields.title,
        "container-title": fields.container_title if fields.type in PARTS else "",
        "collection-title": fields.collection_title,
    }
    return {word: csl_title.as_spelt(title) for word, title in titles.items() if title}


def dated(fields: Fields) -> dict[str, str]:
    """The words of the date that its parts do not say, for `custom`: processors print them in place of the parts."""
    issued = fields.issued
    if issued is None or issued.literal in ("", _shown(issued).literal):
        return {}
    return {} if dates.whole(issued.date_parts, issued.season).literal == issued.literal else {"issued": issued.literal}


def _shown(issued: Date) -> Date:
    """The date without words, where a part of it is known: processors print words in place of the year."""
    is_shown = issued.year and not dates.open_end(issued)
    return replace(issued, literal="") if is_shown else issued


def named(ids: Ids) -> dict[str, str]:
    """The identifiers for which CSL has a variable, empty where there is none."""
    return {"DOI": ids.doi, "PMID": ids.pmid, "PMCID": ids.pmcid, "ISBN": " ".join(ids.isbn)}


def beside(ids: Ids) -> dict[str, str]:
    """The identifiers for which CSL has no variable, empty where there is none."""
    return {kind: getattr(ids, kind) for kind in BESIDE}


def keyword(words: Sequence[str]) -> str:
    """The keywords as the one text that CSL has for them."""
    written = "; ".join(word.replace(";", ",") for word in words)
    return f"{written};" if len(words) == 1 and "," in written else written  # else it would be read back as several
