"""Types of works in the words of RIS (TY, and M3 beside it), and what it writes for a volume."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from cluneal_lit.formats import unplaced
from cluneal_lit.formats.csl_item import TYPES
from cluneal_lit.formats.editions import VERSIONED
from cluneal_lit.late import late
from cluneal_lit.model import Fields

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
# `v. 40` and `v. 7 issue 4`, as AGRIS has it.
_VOLUME = re.compile(r"v(?:ol)?\.? ?(\d[\w-]*)(?:,? (?:issue|no\.?) ?(\d[\w-]*))?", re.IGNORECASE)
PREPRINT = "Preprint"
PARTS = ("chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary")
# Where A4 is the translator; in others it is a sponsor or a department.
TRANSLATED = frozenset({"book", "chapter", "entry-encyclopedia", "entry-dictionary"})
# Where EndNote and Zotero have the number of a book in its series; other programs put other things there.
IN_SERIES = {"book": "M1", "chapter": "SV"}
_COUNTED = late(r"(?!PMC)(?:[^\W\d_]{1,4}\.? ?)?(?:\d[\w./-]{0,9}|[IVXLC]{1,8})", re.IGNORECASE)


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


def in_series(kind: str, written: Callable[[str], Iterable[str]]) -> str:
    """The number of a work of this type of ours in the series that it names, by the values of each tag."""
    tag = IN_SERIES.get(kind, "")
    return next((value for value in written(tag) if _COUNTED.fullmatch(value)), "") if tag else ""


def series_tag(fields: Fields) -> str:
    """The tag for the number of the work in its series; empty where there is none for it."""
    is_read = fields.collection_title and _COUNTED.fullmatch(fields.collection_number)
    return IN_SERIES.get(fields.type, "") if is_read else ""


def held(fields: Fields) -> frozenset[str]:
    """The fields of this work for which RIS has a place."""
    found = unplaced.HELD | ({"collection_number"} if series_tag(fields) else set())
    if fields.type not in VERSIONED:
        return found
    return found - {"edition"} | {"version"}


def is_preprint(work: str) -> bool:
    """Whether the kind of work is a preprint."""
    return work.casefold() == PREPRINT.casefold()


def is_told(kind: str, work: str) -> bool:
    """Whether the kind of work says no more than this type of ours."""
    return kind == ("article" if is_preprint(work) else work)


def numbers(written: str) -> tuple[str, str]:
    """The volume, and the issue that stands with it, without what they are called."""
    found = _VOLUME.fullmatch(written)
    return (found[1], found[2] or "") if found else (written, "")
