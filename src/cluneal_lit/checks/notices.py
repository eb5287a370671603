"""Which records are notices about another work: by their type, by what registries deposit, or by title and place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from cluneal_lit.checks import as_notice
from cluneal_lit.compare import compared
from cluneal_lit.folding import folded
from cluneal_lit.formats.labelled import titled
from cluneal_lit.formats.notices import ABOUT_ANOTHER, NAMES, is_denied, is_sure
from cluneal_lit.late import late
from cluneal_lit.model import Citation, Record, Relation
from cluneal_lit.preprints import stem

_CALLED = "|".join(as_notice.CALLED.values())
_NOTICE = late(
    rf"^\W*(?:{_CALLED}|reply|response|re|comments?)\b(?:\s*(?:{as_notice.TO}|{as_notice.OF}|notice))?\s*[:.\"“‘'—–-]",
    re.IGNORECASE,
)
# What a correction is called, before the title of its paper, which may stand in quotes.
_CORRECTION = late(
    rf"^\W*{as_notice.CALLED['correction']}"
    rf"(?:(?: (?:{as_notice.TO}|of|de|di)(?: the (?:article|paper))?)?\s*[:.\"“‘'«–—-]| (?:to|for|zu[mr]?|[àa])\b)\W*",
    re.IGNORECASE,
)
# What the title of a notice has beside that of its paper, in whatever place and form.
_LABEL = late(r"\b(?:retract(?:ion|ed|ing)|withdraw(?:al|n)|remov(?:al|ed)|expression of concern)\b", re.IGNORECASE)
_NOUN = late(rf"\b(?:{_CALLED})\b", re.IGNORECASE)
# How a notice is cited by the title of its paper: `[Retraction]`, `(Retraction of vol 3, pg 100, 2018)`, and, as Web of
# Science has it, `(vol 3, pg 100, 2018)`; but `[Retraction in: …]` stands behind a paper.
_IN_BRACKETS = late(
    rf"[\[(]\s?(?:(?:{_CALLED})\b(?! in\b)[^\])]{{0,80}}|vol\.? \d{{1,4}}, pg\.? \w{{1,8}}, \d{{4}})[\])]",
    re.IGNORECASE,
)
# What befell the work that a notice is about, gravest first.
_BEFELL = {
    "retraction": "was retracted",
    "withdrawal": "was withdrawn",
    "partial-retraction": "was retracted in part",
    "concern": "is of concern to its journal",
    "correction": "was corrected",
}
_MAY_BE_WORKS = ("correction",)  # what corrects a paper may be its next version
# How versions of one work that is no preprint are told apart at the end of a DOI: `.pub3` by Cochrane, `.2` by F1000.
_VERSION = re.compile(r"\.pub\d{1,2}$|(?<=^doi:10\.12688/)(\w+\.\d+)\.\d{1,2}$")
# What says of a citation and a record that they are two: the place, and with a registry's word the title, without it
# the year.
_ELSEWHERE = frozenset((field, "contradicting") for field in ("pages", "volume", "issue"))
_OTHER_TITLE = _ELSEWHERE | {("title", "contradicting")}
_OTHER_YEAR = _ELSEWHERE | {("year", "close")}
_REPUBLISHED = "corrected and republished article"


def of_paper(citation: Citation, record: Record, ties: Sequence[Relation], *, apart: bool) -> str:
    """In words what a record is, if it is a notice about a work and the citation means that work; else empty.

    `ties`: those of all records of its work, with their sources, and what other works say that it does to them;
    `apart`: whether record and citation disagree.
    """
    if not citation.fields.title or _NOTICE.match(citation.fields.title):
        return ""
    types = {kind.lower() for kind in record.types}
    about = tuple(_about(record, ties))
    if not ABOUT_ANOTHER.isdisjoint(types):
        is_paper = apart or _is_labelled(citation, record)
    elif _REPUBLISHED not in types and any(tie.kind not in _MAY_BE_WORKS for tie in about):
        is_paper = _is_labelled(citation, record) or _differs(citation, record, _OTHER_TITLE)
    else:
        is_corrected = _REPUBLISHED not in types and bool(about) and _is_correction_of(citation, record)
        is_titled = bool(_NOTICE.match(record.fields.title))
        is_paper = apart and (is_corrected or (is_titled and _differs(citation, record, _OTHER_YEAR)))
    if not is_paper or _calls_it_one(citation, record) or as_notice.says_so(citation, record):
        return ""
    return _words(about)


def is_one(record: Record, ties: Sequence[Relation]) -> bool:
    """Whether a record is a notice by its type, or by what registries or other works tie it to."""
    return not ABOUT_ANOTHER.isdisjoint(map(str.lower, record.types)) or any(True for _ in _about(record, ties))


def _about(record: Record, ties: Sequence[Relation]) -> Iterator[Relation]:
    """The ties of a notice to the works that it is about; none to a version of its own work.

    Publishers deposit both directions on paper and notice alike, and retitle the paper.
    """
    stated = [tie for tie in ties if tie.direction == "of" and tie.kind in _BEFELL and tie.ids.keys()]
    if not stated:
        return
    befell = [tie for tie in ties if tie.direction == "in"]
    own = {_stem(name) for name in record.ids.keys()}
    retitled = bool(titled(record.fields.title))
    for tie in stated:
        names = set(tie.ids.keys())
        if own.isdisjoint(map(_stem, names)):
            turned = [one for one in befell if one.kind in NAMES and not names.isdisjoint(one.ids.keys())]
            if (is_sure(tie) or not retitled) and not is_denied(tie, turned, befell):
                yield tie


def _stem(name: str) -> str:
    """An identifier without the version of its work."""
    return _VERSION.sub(r"\1", stem(name))


def _calls_it_one(citation: Citation, record: Record) -> bool:
    """Whether the citation calls the work what its record's title calls it, a notice, wherever that stands."""
    named = len(_NOUN.findall(record.fields.title))
    return 0 < named <= len(_NOUN.findall(citation.fields.title)) or bool(_IN_BRACKETS.search(citation.raw))


def _is_labelled(citation: Citation, record: Record) -> bool:
    """Whether the record's title says that it is a notice; the cited one does not."""
    cited, known = citation.fields.title, record.fields.title
    return bool(_NOTICE.match(known)) or len(_LABEL.findall(known)) > len(_LABEL.findall(cited))


def _differs(citation: Citation, record: Record, signs: frozenset[tuple[str, str]]) -> bool:
    """Whether a field of both stands so as one of the signs says: `("pages", "contradicting")`."""
    return any((one.field, one.relation) in signs for one in compared(citation.fields, record.fields))


def _is_correction_of(citation: Citation, record: Record) -> bool:
    """Whether the record's title is the cited one behind what corrections are called."""
    label = _CORRECTION.match(record.fields.title)
    cited, behind = folded(citation.fields.title), folded(record.fields.title[label.end() :]) if label else ""
    return bool(cited) and f"{behind} ".startswith(f"{cited} ")


def _words(about: Collection[Relation]) -> str:
    """`the notice that doi:10.… was retracted`, by the gravest that a notice does; what it does may be left open."""
    kinds = {tie.kind for tie in about}
    kind = next((kind for kind in _BEFELL if kind in kinds), "")
    named = " and ".join(map(" ".join, _works(tie.ids.keys() for tie in about if tie.kind == kind)))
    return f"the notice that {named} {_BEFELL[kind]}" if kind else "a notice or report about another work"


def _works(named: Iterable[Sequence[str]]) -> list[list[str]]:
    """The names of each work, of which one source may know one and another two."""
    works: list[list[str]] = []
    for names in named:
        same = [work for work in works if not set(work).isdisjoint(names)]
        works = [work for work in works if work not in same]
        works.append(list(dict.fromkeys((*(name for work in same for name in work), *names))))
    return works
