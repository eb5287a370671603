"""What tables call the kinds of works, as CSL calls them."""

from __future__ import annotations

from cluneal_lit.folding import folded
from cluneal_lit.formats import bibtex_fields, endnote_fields

# https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types
CSL = frozenset(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset"
    " document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation"
    " manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical"
    " personal_communication post post-weblog regulation report review review-book software song speech standard thesis"
    " treaty webpage".split()
)
_NAMES = {
    **{folded(word): ours for word, ours in bibtex_fields.TYPES.items()},
    **endnote_fields.TYPES,
    **dict.fromkeys(
        "article review editorial letter note erratum retracted survey journalarticle jour journal".split(),
        "article-journal",
    ),
    **dict.fromkeys(("short survey", "data paper", "conference review"), "article-journal"),
    **dict.fromkeys(("conference paper", "proceedings paper", "conferencepaper", "conf"), "paper-conference"),
    **dict.fromkeys(("book chapter", "booksection", "chap", "chapter"), "chapter"),
    "preprint": "article",
    "magazinearticle": "article-magazine",
    "newspaperarticle": "article-newspaper",
    "rprt": "report",
    "thes": "thesis",
}


def kind(written: str) -> str:
    """The type in the word of CSL; empty for one that is not known."""
    word = written.strip().lower()
    return word if word in CSL and word not in ("article", "review") else _NAMES.get(folded(word), "")
