"""Ovid's tagged export as PubMed's tags: what it calls otherwise, and what it says in the line of the source alone.

(https://ospguides.ovid.com/OSPguides/medline.htm, and exports of MEDLINE, Embase, BIOSIS and PsycInfo; of Embase those
in the tests of https://github.com/knh11545/commandline4expertsearchers)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from cluneal_lit import identifiers
from cluneal_lit.formats.tagged import Tag, Tagged

EVENT = "conference"  # the tag, which no database has, of what a source says of a meeting
_NUMBER = re.compile(r"^[ \t]*<\s*\d+\.?\s*>[ \t]*$", re.MULTILINE)  # above each entry
_RENAMED = {"LG": "LA", "FA": "FAU", "VO": "VI", "NJ": "JT", "JN": "JT", "KW": "OT", "IB": "ISBN"}
_MEDLINE = re.compile(r"medline|pubmed", re.IGNORECASE)
_ROLE = re.compile(r"\s*\[[^\]]*\]\s*$")  # `Werner, S. M. [Author, Reprint Author]`
_LABEL = re.compile(r"[. ]*\[(?:Article|Report|Miscellaneous|References|Review)\]\.?$")  # behind a title
# The line of the source, which has journal, volume, issue, pages and date, as its databases write it.
_NUMBERS = r"(?:Vol\.?\s*)?(?P<VI>[A-Za-z]?\d[\w-]*)?\s*(?:\((?P<IP>[^()]*)\))?\s*"
_SOURCES = (
    # Embase: `BMJ Open. 6 (7) (no pagination), 2016. Article Number: e010197. Date of Publication: 01 Jul 2016.`; of an
    # abstract `Eur Spine J. Conference: EUROSPINE 2015. Denmark. 24 (6 SUPPL. 1) (pp S777), 2015. …`.
    re.compile(
        r"(?P<JT>.+?)\.\s+(?:Conference:\s*(?P<event>.+?)\.\s+)?"
        rf"(?:Conference Publication:[^.]*(?:\.[^.]*)?\.\s+)?{_NUMBERS}"
        r"\((?:pp?\.?\s*(?P<PG>[^()]+)|no pagination)\),\s*(?P<year>\d{4})"
        r"(?:\.\s*Article Number:\s*(?P<number>[^\s.]+))?(?:\.\s*Date of Publication:\s*(?P<DP>[^.]+))?",
        re.IGNORECASE,
    ),
    # PsycInfo: `Journal of Invented Findings. Vol.95(3), May 2010, pp. 433-450.`
    re.compile(
        rf"(?P<JT>.+?)\.\s+{_NUMBERS},?\s*(?P<DP>[^,:;]*\d{{4}}),\s*(?:pp?\.|ArtID)\s*(?P<PG>\w[\w., -]{{0,40}})"
    ),
    # MEDLINE and BIOSIS: `Forest Ecology & Management. 201(2-3):327-334, November 15, 2004.`; the Cochrane Library,
    # which had no volumes: `(1):CD004366, 2004.`
    re.compile(
        r"(?P<JT>.+?)\.\s+(?:(?:Vol\.?\s*)?(?P<VI>\d+)(?:\((?P<IP>[^)]*)\))?|\((?P<alone>[^()]*)\))"
        r"(?:\s*\(pp\.?\s*(?P<pp>[\w-]+)\)|:\s*(?P<PG>\w[\w., -]{0,40}?))?,\s*(?P<DP>[^,:;]*(?:,[^,:;]*)?)"
    ),
)
_LONGEST = 1000  # letters of a source that are read
_UNPAGED = re.compile(r"no pagination", re.IGNORECASE)


def without_numbers(text: str) -> str:
    """The text with blanks in place of the numbers above its entries, so that every place stays."""
    return _NUMBER.sub(lambda match: " " * len(match[0]), text)


def as_medline(entry: Tagged) -> Tagged:
    """The entry with PubMed's tags; of any other database, and of PubMed's own export, as it is."""
    if not entry.first("VN"):
        return entry
    tags = [tag for each in entry.tags for tag in _renamed(each, bool(_MEDLINE.search(entry.first("DB"))))]
    tags = [tag for tag in tags if tag.name != "PG" or not _UNPAGED.match(tag.value)]
    names = {tag.name for tag in tags}
    said = _source(entry.first("SO")[:_LONGEST].rstrip(". "))
    tags += [Tag(name, value, entry.start, entry.start) for name, value in said.items() if value and name not in names]
    if "DP" not in {tag.name for tag in tags}:
        tags += [replace(tag, name="DP") for tag in tags if tag.name == "YR"]
    return Tagged(entry.start, entry.end, tuple(tags))


def _source(written: str) -> dict[str, str]:
    """What the line of the source says, by PubMed's tags; nothing where its form is none of those known."""
    found = next(filter(None, (form.fullmatch(written) for form in _SOURCES)), None)
    said = found.groupdict("") if found else {}
    alone, number, pages, year, event = (said.pop(name, "") for name in ("alone", "number", "pp", "year", "event"))
    if not said:
        return {}
    said["IP"] = said["IP"] or alone
    said["PG"] = said["PG"] or pages or number
    said["DP"] = said["DP"] if year in said["DP"] else year
    return {**said, EVENT: event}


def _renamed(tag: Tag, of_medline: bool) -> Iterator[Tag]:
    """The tag under PubMed's name; what has no such name, and where its database numbers it, also under its own."""
    if tag.name in ("UI", "AN") and of_medline and identifiers.pmid(tag.value):
        yield replace(tag, name="PMID")
    elif tag.name in ("DO", "DI") and (doi := identifiers.doi(tag.value)):
        yield replace(tag, name="LID", value=f"{doi} [doi]")
    elif tag.name == "AU":
        yield replace(tag, value=_ROLE.sub("", tag.value).rstrip(" ,"))
    elif tag.name == "TI":
        yield replace(tag, value=_LABEL.sub("", tag.value))
    else:
        yield replace(tag, name=_RENAMED.get(tag.name, tag.name))
