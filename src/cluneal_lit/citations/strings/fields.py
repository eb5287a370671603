"""The fields of a work, out of the labelled segments of its reference string."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from cluneal_lit import dates
from cluneal_lit.citations.references import locators
from cluneal_lit.citations.strings.months import in_english
from cluneal_lit.citations.strings.people import people
from cluneal_lit.citations.strings.segments import Segment
from cluneal_lit.citations.strings.tokens import BROKEN, LINE_NUMBER, TAG, Tokens
from cluneal_lit.folding import one_line
from cluneal_lit.late import late
from cluneal_lit.model import Date, Fields

CSL = {
    "author": "author",
    "title": "title",
    "journal": "container-title",
    "booktitle": "container-title",
    "year": "issued",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
    "publisher": "publisher",
    "location": "publisher-place",
    "editor": "editor",
    "series": "collection-title",
    "edition": "edition",
    "number": "number",
}
_BROKEN_NUMBER = re.compile(r"(?<=\d)-[ \t]?\n\s*")
_VOLUME = late(r"^(?:vol(?:ume)?s?|v|bd|band|t(?:ome?)?|tomo)\b\.?\s*(?=\w)", re.IGNORECASE)
_ISSUE = late(r"^(?:no?s?|nr|num(?:ber)?|issue|iss|fasc|h(?:eft)?|n[o°º])\b\.?\s*(?=\w)|^n[°º]\.?\s*", re.IGNORECASE)
_PAGES = late(r"^(?:pp?|pages?|s|seiten?|p[áa]gs?|art(?:icle)?)\b\.?\s*(?=\w)", re.IGNORECASE)
_YEAR = re.compile(rf"(?<!\d){locators.YEAR}(?!\d)")
_MEDIUM = late(
    r"[\s.,;:]*\[(?:internet|online|on-?line|serial|electronic|cd-?rom|dvd|entrevista|interview|letter|abstract|editorial"
    r"|dissertation|thesis|tes[ei]s?\b|th[eè]se|dissertação|doctoral|ph\.?d|master|unpublished|preprint|data ?sets?\b"
    r"|database|(?:computer |mobile )?(?:software|program|app\b)|motion picture|film\b|video|audio|podcast|blog"
    r"|press release|book review|poster|conference|paper presentation|affiche"
    r"|communication orale|comunica(?:ção|ción) oral|ponencia|trabalho de conclusão|trabajo (?:de )?fin de|mémoire"
    r"|monografia|in |ger|fre|jpn|japanese|german|french|chinese|russian)[^\]]*\]?\W*$"
    r"|[\s.,;:]*\[[jmdcn](?:/ol)?\]\W*$"
    r"|\s*\((?:unpublished |yayımlanmamış )?(?:(?:doctoral|ph\.?d\.?|master['’]?s?) )?"
    r"(?:thesis|dissertation|tes[ei]|tesis|thèse|dissertação|doktora tezi|yüksek lisans tezi)\b[^()]*\)\W*$"
    r"|\s*\((?:version|ver\.?|v\.?)\s?\d[\d.]*\)\W*$|(?:[.,;:]\s+|\s*\()R package(?:,? ver(?:sion|\.)? [\d.]+)?\W*$",
    re.IGNORECASE,
)
_SERIES_OF = re.compile(r"\s*\(\d+-\W*$")  # `Science (80-. )`, as reference managers tell journals apart
_SOFT_HYPHEN = "\u00ad"
_LETTERED = re.compile(rf"({locators.YEAR})[a-h]\b")


def fields_of(text: str, found: Tokens, segments: Sequence[Segment]) -> Fields:
    """What the segments of a text say; a field that stands several times counts at its longest, a number at first."""
    said: dict[str, list[str]] = {}
    for segment in segments:
        said.setdefault(segment.label, []).append(_written(text, found, segment))
    return Fields(
        type="" if "journal" in said else "chapter" if "booktitle" in said else "",
        title=_MEDIUM.sub("", _MEDIUM.sub("", _longest(said, "title"))),  # `(Version 2) [Data set]`
        author=people(said["author"][0]) if "author" in said else (),
        editor=people(said["editor"][0]) if "editor" in said else (),
        container_title=_SERIES_OF.sub("", _MEDIUM.sub("", _longest(said, "journal") or _longest(said, "booktitle"))),
        collection_title=_longest(said, "series"),
        publisher=_longest(said, "publisher") or _longest(said, "org"),
        publisher_place=_first(said, "location"),
        edition=_first(said, "edition"),
        issued=next(filter(None, map(_date, said.get("year", ()))), None),
        volume=_VOLUME.sub("", _first(said, "volume")),
        issue=_ISSUE.sub("", _first(said, "issue")),
        page=_PAGES.sub("", _first(said, "pages")),
        number=_first(said, "number"),
    )


def _written(text: str, found: Tokens, segment: Segment) -> str:
    """The text of a segment on one line, without what breaks its words, lone line numbers and tags; with the bracket
    that closes its last remark."""
    start, end = found.starts[segment.start], found.ends[segment.end - 1]
    end += text[end : end + 1] == "]" and text.count("[", start, end) > text.count("]", start, end)
    written = text[start:end].replace(_SOFT_HYPHEN, "")
    if "<" in written:
        written = TAG.sub("", written)
    if "\n" in written:
        written = BROKEN.sub("", _BROKEN_NUMBER.sub("-", LINE_NUMBER.sub("", written)))
    return one_line(written)


def _longest(said: dict[str, list[str]], label: str) -> str:
    return max(said.get(label, ()), key=len, default="")


def _first(said: dict[str, list[str]], label: str) -> str:
    return said[label][0] if label in said else ""


def _date(written: str) -> Date | None:
    """The date that a year's segment says; None without a year."""
    match = _YEAR.search(written)
    if not match:
        return None
    plainly = in_english(_LETTERED.sub(r"\1", written.replace(",", "").replace(".", "")))
    date = dates.parse(plainly)
    if date and date.year and (not date.literal or len(date.date_parts) > 1):
        return replace(date, literal="")  # of two months, as in `2010 May/June`
    return dates.parse(match[0])
