"""Whose identifiers the notes of an entry name: its own work's, or another's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec.structs import replace

from cluneal_lit import identifiers
from cluneal_lit.late import late
from cluneal_lit.model import Fields, Ids

_LINE = re.compile(r".+(?:\n[ \t]+(?=\S).+)*")  # with the lines into which a program breaks it
_NAMES = late(
    r"(?:https?://|www\.)\S+"
    r"|\b(?:(?:short)?doi|pmid|pmcid|pmc|pubmed(?: id)?|arxiv|isbn|issn|nct)\b\W{0,5}(?=[^\s\d]*\d)\S+"
    r"|\b10\.\d{4,9}/\S+|\b(?:PMC|NCT)\s?\d+\w*",
    re.IGNORECASE,
)
_NAMED = re.compile(r"^[ \t]*(PMID|PMCID|DOI|arXiv|NCT|shortDOI)[ \t]*:[ \t]*(\S+)", re.IGNORECASE | re.MULTILINE)
_LISTED = late(r"^\W*(?:cited )?references?\s?:", re.IGNORECASE | re.MULTILINE)  # as Scopus
# What stands around the identifiers of the work itself. A database says in one line all that it has of it, as CINAHL.
_AROUND = late(
    r"\b(?:(?:available|verfügbar|disponible|disponibile)(?: online)?(?: (?:from|at|via|as|unter|en|sur|à|em))?"
    r"|(?:accessed|retrieved|abgerufen)(?: (?:on|from|at|am))?|published online|online first|in press"
    r"|(?:(?:e-?pub(?:lication)?|online|advance online publication) )?ahead of print|e-?pub|full text|url|href|link"
    r"|arxiv(?: (?:e-?prints?|preprint))?|e-?print|doi|pmc?id|(?:pubmed|medline|nlm)(?: u?id)?|central"
    r"|peer[- ]reviewed: (?:yes|no)"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})\b"
    r"|\[[a-z-]+(?:\.[a-z-]+)?(?:, ?[a-z-]+\.[a-z-]+)*\]|^\W*accession number:.*",
    re.IGNORECASE,
)


def of_its_own(note: str) -> str:
    """The lines of a note that say no more than identifiers and what they are called; others speak of other works, as
    do all behind `References:`."""
    listed = _LISTED.search(note)
    own = _LINE.finditer(note, 0, listed.start() if listed else len(note))
    return "\n".join(line[0] for line in own if is_of_its_own(line[0]))


def told(note: str) -> list[str]:
    """The identifiers that such lines of a note call by their names, `pmid:29656623`, as Zotero keeps those for which
    it has no field."""
    named = ((kind.lower(), value) for kind, value in _NAMED.findall(of_its_own(note)))
    return [f"{kind}:{normal}" for kind, value in named if (normal := identifiers.NORMAL[kind](value))]


def beside(ids: Ids, fields: Fields, notes: Iterable[str]) -> Ids:
    """The identifiers with those that no format has a place for, from lines of notes that call them `NCT:` and
    `shortDOI:`, as we write them."""
    lines = [*notes]
    found = identifiers.ids([name for note in lines for name in told(note) if name.startswith(("nct:", "shortdoi:"))])
    return replace(ids, nct=ids.nct or found.nct or trial(fields, lines), shortdoi=ids.shortdoi or found.shortdoi)


def trial(fields: Fields, notes: Iterable[str]) -> str:
    """The number of the trial whose registration a work is, alone on a line of its notes; empty for a work of another
    kind, which may tell of a trial."""
    lines = (line.strip() for note in notes for line in note.split("\n")) if fields.type == "webpage" else ()
    return next((number for line in lines if (number := identifiers.NORMAL["nct"](line))), "")


def is_of_its_own(line: str) -> bool:
    """Whether a line of a note says nothing but identifiers and what they are called."""
    words = " ".join(line.replace("_", " ").split())
    return not any(map(str.isalpha, _AROUND.sub(" ", _NAMES.sub(" ", words))))
