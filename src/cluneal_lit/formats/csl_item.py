"""Fields and identifiers in the words of CSL-JSON, whoever says them: an entry, or a reference string."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from cluneal_lit import languages, pages
from cluneal_lit.formats import csl_values
from cluneal_lit.model import Fields, Ids

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
SAME = "same as"  # the word of `custom` that names the item of which this one is another name
BESIDE = ("arxiv", "nct", "shortdoi")  # kinds of identifiers for which CSL has no variable


def item(name: str, fields: Fields, ids: Ids) -> dict[str, Any]:
    """Fields and identifiers as one CSL-JSON item with this id; what CSL has no variable for stands in `custom`."""
    written = said(name, fields)
    if fields.page:
        written["page"] = pages.full_range(pages.parse(fields.page))
    written |= {word: value for word, value in named(ids).items() if value}
    custom = {kind: value for kind, value in beside(ids).items() if value}
    return {**written, "custom": custom} if custom else written


def said(name: str, fields: Fields) -> dict[str, Any]:
    """The fields, keys in a fixed order; `document` is CSL's type for what has none."""
    written: dict[str, Any] = {"id": name, "type": "document", **msgspec.to_builtins(fields)}
    if fields.language:
        written["language"] = languages.code(fields.language)
    if fields.issued:
        written["issued"] = csl_values.moment(fields.issued)
    return written


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
