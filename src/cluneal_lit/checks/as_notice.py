"""Whether a citation says that it cites a notice, and whether its title is then the notice's: what a notice is called
is no part of the title of its paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from operator import attrgetter

from msgspec.structs import replace

from cluneal_lit import kinds
from cluneal_lit.checks import said, titles
from cluneal_lit.formats.notices import ABOUT_ANOTHER
from cluneal_lit.late import late
from cluneal_lit.model import Citation, Fields, Record

# Where the place of a notice stands in a record.
_PLACE: Mapping[str, Callable[[Fields], str]] = {
    "year": lambda fields: str(fields.issued.year or "") if fields.issued else "",
    "volume": attrgetter("volume"),
    "issue": attrgetter("issue"),
    "pages": lambda fields: fields.page or fields.number,
}
_ENGLISH = {
    "correction": r"(?:(?:author|publisher|published)(?:['’]?s)? )?(?:errat(?:um|a)|corrigend(?:um|a)|corrections?)"
    r"(?: notice)?",
    "retraction": r"(?:(?:notice|statement) of )?(?:retraction|withdrawal|removal)(?: (?:notice|note|statement))?",
    "concern": r"(?:editorial )?expressions? of concern",
}
# What notices are called, by what they do: patterns of what is written in any case, with its accents.
CALLED = {
    kind: f"(?:{'|'.join((english, *map(re.escape, sorted(kinds.NOTICES[kind], key=lambda one: -len(one)))))})"
    for kind, english in _ENGLISH.items()
}
TO = (
    r"(?:to|for|in|on|regarding|zu[mr]?|f[üu]r|f[öo]r|till?|bij|op|[àa]|aux?|al(?:la)?|к)\b"
    r"(?: the (?:article|paper)\b)?"
)
OF = r"(?:of|de|del|d[aio]|van|av)\b"
# Before a title: `Erratum: …`, `Correction to …`, or nothing more; behind it: `… (Erratum)`, `…. Erratum in`.
_BEFORE = {
    kind: late(rf"^\W*{called}\b\s*(?:{TO}\W*|{OF}\W*|[:.\"“‘'«–—-]\W*|$)", re.IGNORECASE)
    for kind, called in CALLED.items()
}
_BEHIND = {
    kind: late(rf"(?:[.,;:?!]|\s[–—-]|\s?[\[(])\s*{called}(?:\s+{TO}[^.\])]{{0,80}})?[\])]?\W*$", re.IGNORECASE)
    for kind, called in CALLED.items()
}
# In a reference, at the beginning of a sentence or bracket: `Erratum in: …`, `(Erratum published 2014, …)`.
_WITHIN = {
    kind: late(
        rf"(?:^\W*(?:\d{{1,4}}\W+)?|[.;:?!)\]”\"]\s+|[\[(]\s?){called}\b\s?"
        rf"(?:{TO}|[:.\])]|(?:(?:was |has been |is )?published|appear(?:s|ed))\b)",
        re.IGNORECASE,
    )
    for kind, called in CALLED.items()
}
_BRACKETS = {"[": "]", "(": ")"}


def says_so(citation: Citation, record: Record, which: Collection[str] = tuple(CALLED)) -> bool:
    """Whether a reference calls a notice what one of these kinds is called, before it gives its identifier."""
    _, behind = _parted(citation, which)
    return any(name.partition(":")[2].lower() in behind for name in record.ids.keys())


def agrees(citation: Citation, record: Record, field: str) -> bool:
    """Whether a citation that says so means the notice: by its title, or behind its paper by its place."""
    if field == "title":
        return _same_title(citation, record)
    if field not in _PLACE or not says_so(citation, record):
        return False
    sides = zip(_parted(citation, tuple(CALLED)), (citation.fields, record.fields), strict=True)
    return all({*said.tokens(_PLACE[field](fields))} <= {*said.tokens(side)} for side, fields in sides)


def is_called_so(title: str) -> bool:
    """Whether a title begins with what a notice is called: `Retraction: …`."""
    return any(before.match(title) for before in _BEFORE.values())


def _parted(citation: Citation, which: Collection[str]) -> tuple[str, str]:
    """What the string of a reference says of the paper, and what of a notice, behind what that is called, in small
    letters; both empty without. What is said in a bracket ends with it: `[Erratum in: … doi:NOTICE]. … doi:PAPER`."""
    string = citation.raw if said.text(citation) else ""
    found = min((match for kind in which if (match := _WITHIN[kind].search(string))), key=re.Match.end, default=None)
    if found is None:
        return "", ""
    close = _BRACKETS.get(found[0][0], "")
    end = len(string) if not close or found[0].endswith(close) else _closed(string, found.start(), close)
    return f"{string[: found.end()]} {string[end:]}".lower(), string[found.end() : end].lower()


def _closed(string: str, start: int, close: str) -> int:
    """Where the bracket that opens at a place is closed, others like it inside it apart; the end where it is not."""
    opened = 0
    for at in range(start, len(string)):
        opened += (string[at] == string[start]) - (string[at] == close)
        if not opened:
            return at
    return len(string)


def _same_title(citation: Citation, record: Record) -> bool:
    """Whether a citation that says so has the title of a notice, under whatever name for one that does the same.

    One that is called `Erratum` alone has no title that could be another.
    """
    for kind in CALLED:
        known = _without(record.fields.title, kind)
        is_notice = known != record.fields.title or not ABOUT_ANOTHER.isdisjoint(map(str.lower, record.types))
        cited = _without(citation.fields.title, kind)
        if is_notice and (cited != citation.fields.title or says_so(citation, record, (kind,))):
            return not known or not cited or _alike(citation, cited, record, known)
    return False


def _without(title: str, kind: str) -> str:
    return _BEHIND[kind].sub("", _BEFORE[kind].sub("", title, 1), 1)


def _alike(citation: Citation, cited: str, record: Record, known: str) -> bool:
    renamed = replace(citation, fields=replace(citation.fields, title=cited))
    return titles.same(renamed, replace(record.fields, title=known))
