"""What tables call the kinds of works, as CSL calls them."""

from __future__ import annotations

from cluneal_lit.folding import folded
from cluneal_lit.formats import bibtex_types, endnote_types
from cluneal_lit.formats.csl_item import TYPES

_NAMES = {
    **{folded(word): ours for word, ours in bibtex_types.READ.items()},
    **endnote_types.TYPES,
    **dict.fromkeys(
        "article review editorial letter note erratum retracted survey journalarticle jour journal".split(),
        "article-journal",
    ),
    **dict.fromkeys(("short survey", "data paper", "conference review"), "article-journal"),
    **dict.fromkeys(("conference paper", "proceedings paper", "conferencepaper", "conf"), "paper-conference"),
    **dict.fromkeys(("ieee conferences", "iet conferences", "conference publication"), "paper-conference"),
    **dict.fromkeys(("book chapter", "booksection", "chap", "chapter"), "chapter"),
    "preprint": "article",
    "magazinearticle": "article-magazine",
    "newspaperarticle": "article-newspaper",
    "computerprogram": "software",
    "presentation": "speech",
    "statute": "legislation",
    "case": "legal_case",
    **dict.fromkeys(("film", "videorecording"), "motion_picture"),
    "rprt": "report",
    "thes": "thesis",
}


def written(kind: str) -> str:
    """What a table of ours calls a type; `article` is a preprint to CSL alone."""
    return "preprint" if kind == "article" else kind


def kind(written: str) -> str:
    """The type in the word of CSL; empty for one that is not known."""
    word = written.strip().lower()
    return word if word in TYPES and word not in ("article", "review") else _NAMES.get(folded(word), "")
