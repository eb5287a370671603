"""Types of works in the words of BibTeX and BibLaTeX.

(https://ctan.org/pkg/biblatex, 2.1; `entrysubtype` there is free for what a type leaves open)
"""

from __future__ import annotations

from cluneal_lit.formats import csl_item
from cluneal_lit.model import Fields

# BibTeX's own type of each of ours; what it has none for is `misc`.
WRITTEN = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "review": "article",
    "review-book": "article",
    "book": "book",
    "classic": "book",
    "collection": "book",
    "chapter": "incollection",
    "entry": "incollection",
    "entry-dictionary": "incollection",
    "entry-encyclopedia": "incollection",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
    "manuscript": "unpublished",
    "pamphlet": "booklet",
}
# Our type of each of theirs.
READ = {
    **dict.fromkeys(("article", "suppperiodical"), "article-journal"),
    **dict.fromkeys(
        ("book", "mvbook", "proceedings", "mvproceedings", "reference", "mvreference", "collection", "mvcollection"),
        "book",
    ),
    **dict.fromkeys(("inbook", "incollection", "suppbook", "suppcollection", "bookinbook"), "chapter"),
    **dict.fromkeys(("inproceedings", "conference"), "paper-conference"),
    **dict.fromkeys(("phdthesis", "mastersthesis", "thesis", "bachelorsthesis"), "thesis"),
    **dict.fromkeys(("techreport", "report", "manual"), "report"),
    **dict.fromkeys(("online", "electronic", "www", "webpage"), "webpage"),
    **dict.fromkeys(("dataset", "data"), "dataset"),
    "booklet": "pamphlet",
    "inreference": "entry-encyclopedia",
    "unpublished": "manuscript",
    "software": "software",
    "patent": "patent",
    "periodical": "periodical",
    "review": "review",
    "standard": "standard",
    "legislation": "legislation",
    "legal": "legislation",
    "jurisdiction": "legal_case",
    "letter": "personal_communication",
    "video": "motion_picture",
    "movie": "motion_picture",
    "audio": "song",
    "image": "graphic",
    "preprint": "article",
    "misc": "document",
}
# Whose number is their own, be they in a series or not.
NUMBERED = frozenset({"report", "patent", "standard", "periodical", *csl_item.LAWS})
# What styles print of a thesis by its entry type or such a key.
DEGREES = {
    "phdthesis": "PhD thesis",
    **dict.fromkeys(("mastersthesis", "mathesis"), "Master's thesis"),
    **dict.fromkeys(("bachelorsthesis", "bathesis"), "Bachelor's thesis"),
    "candthesis": "Candidate thesis",
}
_ANY_THESIS = "Thesis"  # in place of the degree of one of which nobody knows it
# What stands at a place, which BibLaTeX calls its organization.
SITES = frozenset({"webpage", "dataset"})
HOLDERS = SITES | csl_item.LAWS  # laws stand in a gazette, which no type of BibLaTeX has a field for
_NAMED = {kind: named for named, kind in reversed(READ.items())}
_SUBTYPES = {"article-newspaper": "newspaper", "article-magazine": "magazine", "article": "preprint"}
_BY_SUBTYPE = {
    **{kind: kind for kind in csl_item.TYPES - {"article"}},
    **{named: kind for kind, named in _SUBTYPES.items()},
}
_BIBLATEX = {"techreport": "report", "phdthesis": "thesis", "review": "article"}


def ours(fields: Fields) -> str:
    """The type of the work; of one without, what its fields make it."""
    return fields.type or ("article-journal" if fields.container_title else "document")


def bibtex(kind: str) -> str:
    """The entry type of BibTeX for a type of ours."""
    return WRITTEN.get(kind, "misc")


def nearest(kind: str) -> str:
    """The entry type that is read as the same kind of work, BibTeX's own before those of BibLaTeX.

    That of a preprint is the one that every style knows, as arXiv writes it.
    """
    own = bibtex(kind)
    return own if READ[own] == kind or kind == "article" else _NAMED.get(kind, own)


def biblatex(kind: str) -> str:
    """The entry type of BibLaTeX for a type of ours."""
    found = nearest(kind)
    return "online" if kind == "article" else _BIBLATEX.get(found, found)


def is_of_titled_book(fields: Fields) -> bool:
    """Whether it is a chapter or some pages of the book that has its title, as `@inbook` of BibTeX is one."""
    is_part = bool(fields.chapter_number or fields.page)
    return fields.type == "chapter" and is_part and not (fields.container_title or fields.container_title_short)


def counts_series(kind: str, series: str) -> bool:
    """Whether `number` of a work counts the books of the series that it names, if any."""
    return bool(series) and kind not in NUMBERED and bibtex(kind) != "article"


def subtype(kind: str, named: str, genre: str = "") -> str:
    """What `entrysubtype` says of a work whose entry type is read as another kind; empty where it is not.

    The genre of a preprint, escaped, stands behind it, since no entry type for one has a field `type`; not the word
    itself.
    """
    if kind == "article" and genre and genre.lower() != _SUBTYPES[kind]:
        return f"{_SUBTYPES[kind]}: {genre}"
    return "" if READ.get(named) == kind else _SUBTYPES.get(kind, kind)


def typed(kind: str, named: str, genre: str) -> str:
    """What `type` says, escaped, of a thesis or report whose entry type is `named`; empty where that says as much."""
    if kind == "thesis" and not genre:
        return "" if named == "thesis" else _ANY_THESIS
    return genre if kind in csl_item.CALLED and genre != DEGREES.get(named) else ""


def degree(named: str, written: str) -> str:
    """What a thesis is called by its `type`, or else by its entry type; empty for what says no more than a thesis."""
    found = DEGREES.get((written or named).lower(), written)
    return "" if found.lower() == _ANY_THESIS.lower() else found


def of_subtype(written: str) -> str:
    """Our type that an `entrysubtype` names; empty for other words."""
    named, colon, _ = written.partition(":")
    kind = _BY_SUBTYPE.get(named.strip().lower(), "")
    return kind if kind == "article" or not colon else ""
