"""Types of works in the words of RIS (TY, and M3 beside it)."""

from __future__ import annotations

from collections.abc import Iterable

from cluneal_lit.formats.csl_item import TYPES

_TYPES = {
    **dict.fromkeys(("JOUR", "EJOUR", "ABST", "INPR", "JFULL"), "article-journal"),
    **dict.fromkeys(("BOOK", "EBOOK", "EDBOOK", "WHOLE", "CLSWK"), "book"),
    **dict.fromkeys(("CHAP", "ECHAP", "SECT"), "chapter"),
    **dict.fromkeys(("CONF", "CPAPER"), "paper-conference"),
    **dict.fromkeys(("ELEC", "WEB", "BLOG", "ICOMM"), "webpage"),
    **{"MGZN": "article-magazine", "NEWS": "article-newspaper", "THES": "thesis", "RPRT": "report", "PAT": "patent"},
    **{"DATA": "dataset", "COMP": "software", "MANSCPT": "manuscript", "UNPB": "manuscript", "GEN": "document"},
    **{"PREPRINT": "article", "ENCYC": "entry-encyclopedia", "DICT": "entry-dictionary", "STAND": "standard"},
    **{"BILL": "bill", "CASE": "legal_case", "HEAR": "hearing", "LEGAL": "regulation", "STAT": "legislation"},
    **{"ART": "graphic", "FIGURE": "figure", "MAP": "map", "MUSIC": "musical_score", "SOUND": "song"},
    **{"MPCT": "motion_picture", "VIDEO": "motion_picture", "PAMP": "pamphlet", "PCOMM": "personal_communication"},
}
# What each type of ours is written as; other types of RIS stay in `custom`.
# A program that does not know PREPRINT may take nothing of such a record; the kind of the work (M3) says what it is.
KINDS = {ours: name for name, ours in reversed(_TYPES.items())} | {"article": "UNPB"}
PREPRINT = "Preprint"
PARTS = ("chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary")
# Where A4 is the translator; in others it is a sponsor or a department.
TRANSLATED = frozenset({"book", "chapter", "entry-encyclopedia", "entry-dictionary"})


def written(kind: str) -> str:
    """A type of ours in RIS; GEN where it has none for it, beside which M3 says what the work is."""
    return KINDS.get(kind, "GEN")


def work(name: str, kind: str) -> str:
    """The kind of work (M3) that tells what this type of RIS leaves open of ours; empty for none."""
    if name == KINDS["article"]:
        return PREPRINT if kind == "article" else ""
    return kind if name == KINDS["document"] and kind != "document" else ""


def shape(kind: str, works: Iterable[str]) -> str:
    """Our type of a work of this type, of which these words say what kind of work it is; empty for no type."""
    if kind == KINDS["article"] and any(map(is_preprint, works)):
        return "article"
    if kind == KINDS["document"]:
        return next((one for one in works if one in TYPES - {"article"}), "document")
    return _TYPES.get(kind, "document" if kind else "")


def is_preprint(work: str) -> bool:
    """Whether the kind of work is a preprint."""
    return work.casefold() == PREPRINT.casefold()


def is_told(kind: str, work: str) -> bool:
    """Whether the kind of work says no more than this type of ours."""
    return kind == ("article" if is_preprint(work) else work)
