"""One reference string, taken apart by a grammar of the NLM, Vancouver, AMA, APA and Springer forms."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from cluneal_lit import dates, identifiers
from cluneal_lit.citations import authors, locators, titles
from cluneal_lit.citations.authors import Authors
from cluneal_lit.citations.finders import identifier_hits
from cluneal_lit.citations.hits import Text
from cluneal_lit.citations.strings.kind import kind
from cluneal_lit.citations.strings.located import located
from cluneal_lit.folding import one_line
from cluneal_lit.model import Fields, Ids, Name

_LONGEST = 4000
_LABEL = re.compile(r"^\s*(?:\[\d{1,4}\]|\(\d{1,4}\)|\d{1,4}[.)](?=\s*[^\W\d_])|[•‣*–-])\s+")
_NOTES = re.compile(
    r"[.;,(\s]{0,20}\b(?:e-?pub(?:lished)?(?:\sahead\sof\sprint)?\b(?!\s?med)|published online|online ahead of print"
    r"|available (?:from|at|online)|accessed\b|retrieved\b|cited\s\d{4}|pmid\b|pmcid\b|pii:|erratum in|retraction in"
    r"|update in|comment in|https?://|www\.|doi:?\s*$)|\[epub|\[cited",
    re.IGNORECASE,
)
_AFTER_AUTHORS = re.compile(r"[\s.,:;)]*(?:\(?\b(?:eds?|editors?)\b\.?\)?)?[\s.,:;]*")
_YEAR_FIRST = re.compile(
    rf"\(\s?(?P<bracketed>{locators.DATE})\s?\)[\s.,:;]*"
    rf"|(?P<bare>{locators.DATE})\s?(?:\[[^\]]{{1,40}}\])?[.,:;]\s+"
    r"|(?P<loose>(?:19|20)\d\d[a-h]?)\s(?=[^\W\d_]{1,20}\s[^\W\d_]{2})",
    re.IGNORECASE,
)
_GROUP_YEAR = re.compile(r"(?P<name>[^\W\d_a-z][^().,;:?!]{1,80}?)\s(?=\((?:1[89]|20)\d\d[a-h]?\))")
_REST = re.compile(r"[\s.,;:()]*(?:doi[\s.,;:]*)?", re.IGNORECASE)  # behind the date: nothing, or a DOI's label
_LETTERED = re.compile(r"^((?:1[5-9]|20)\d\d)[a-h]\b")


class Part(Struct, frozen=True):
    """Where a field stands in the text given; `field` has its name in CSL-JSON: `author`, `title`, `issued`, `DOI` …"""

    field: str
    start: int
    end: int


class Parsed(Struct, frozen=True):
    """What a reference string says.

    `confidence`: how much of it was understood, 0 to 1; `malformed`: what looks like an identifier and is none. Authors
    hidden in `et al.` are not there, nor does anything stand for them. `parts`: where the fields stand in the text
    given, in order and apart from each other; those that could be placed.
    """

    fields: Fields = Fields()
    ids: Ids = Ids()
    confidence: float = 0.0
    malformed: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


def parse(text: str) -> Parsed:
    """The fields and identifiers of one reference string; what is not understood stays out of the fields."""
    said = written = _unlabelled(text)
    hits = identifier_hits(Text(written))
    ids = identifiers.ids([f"{hit.kind}:{hit.value}" for hit in hits if hit.value])
    malformed = tuple(written[hit.start : hit.end] for hit in hits if not hit.value and hit.kind != "key")
    for hit in hits:
        written = written[: hit.start] + " " * (hit.end - hit.start) + written[hit.end :]
    fields = _fields(written, ids)
    named = [(hit.kind, said[hit.start : hit.end]) for hit in hits if hit.value]
    parts = tuple(Part(*part) for part in located(text, fields, named))
    return Parsed(fields, ids, _confidence(fields, ids), malformed, parts)


def fields(text: str) -> Fields:
    """The fields alone of a reference string, whose identifiers are found and blanked out already."""
    return _fields(_unlabelled(text), Ids())


def _unlabelled(text: str) -> str:
    return _LABEL.sub("", one_line(text))[:_LONGEST]


def _fields(text: str, ids: Ids) -> Fields:
    formed = _formed(text)
    of_kind = kind(formed, ids, text)
    return replace(formed, type=of_kind.type, genre=of_kind.genre)


def _formed(text: str) -> Fields:
    """The fields by the form of the string alone."""
    found = _authors(text)
    at = found.end + _length(_AFTER_AUTHORS, text, found.end) if found.names else 0
    year = _YEAR_FIRST.match(text, at)
    start = year.end() if year else at
    notes = _NOTES.search(text, start)
    place = locators.locator(text, start) or locators.Locator(len(text), len(text))
    if notes and notes.start() < place.start and not place.date:
        place = locators.locator(text[: notes.start()], start) or locators.Locator(len(text), len(text))
    end = min(place.start, notes.start() if notes else len(text))
    date = place.date or ((year["bracketed"] or year["bare"] or year["loose"]) if year else "")
    if not date and (other := locators.dated(text, start, notes.start() if notes else len(text))):
        date = other[2]
        end = other[0] if other[0] < end and _REST.fullmatch(text, min(other[1], end), end) else end
    work = titles.parted(re.sub(r"\s+", " ", text[start:end]), end < len(text), bool(place.volume))
    return Fields(
        type=work.kind,
        title=work.title if sum(char.isalpha() for char in work.title) >= 3 else "",
        author=found.names,
        container_title=work.container,
        publisher=work.publisher,
        publisher_place=work.place,
        issued=dates.parse(_LETTERED.sub(r"\1", date.replace(",", ""))) if date else None,
        volume=place.volume,
        issue=place.issue,
        page=place.page,
    )


def _authors(text: str) -> Authors:
    """The authors, also a group told only by the year in brackets behind it: `WHO (2007) Outbreaks …`."""
    found = authors.leading(text)
    if found.names or not (group := _GROUP_YEAR.match(text)):
        return found
    return Authors((Name(literal=group["name"]),), group.end("name"), "group")


def _length(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() - at if match else 0


def _confidence(fields: Fields, ids: Ids) -> float:
    """Weights of what is there; without authors and title a string says little, whatever else stands in it."""
    located = 0.1 * bool(fields.volume) + 0.1 * bool(fields.page)
    named = 0.25 * bool(fields.author) + 0.3 * bool(fields.title) + 0.1 * bool(fields.container_title)
    return round(named + located + 0.1 * bool(fields.issued) + 0.05 * bool(ids), 2)
