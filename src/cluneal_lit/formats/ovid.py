"""Ovid's tagged export as PubMed's tags: what it calls otherwise, and what it says in the line of the source alone.

(https://ospguides.ovid.com/OSPguides/medline.htm, and exports of MEDLINE, Embase, BIOSIS and PsycInfo)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from cluneal_lit import identifiers
from cluneal_lit.formats.tagged import Tag, Tagged

_NUMBER = re.compile(r"^[ \t]*<\s*\d+\.?\s*>[ \t]*$", re.MULTILINE)  # above each entry
_RENAMED = {"LG": "LA", "FA": "FAU", "VO": "VI", "NJ": "JT", "JN": "JT", "KW": "OT", "IB": "ISBN"}
_MEDLINE = re.compile(r"medline|pubmed", re.IGNORECASE)
_ROLE = re.compile(r"\s*\[[^\]]*\]\s*$")  # `Werner, S. M. [Author, Reprint Author]`
_LABEL = re.compile(r"[. ]*\[(?:Article|Report|Miscellaneous|References|Review)\]\.?$")  # behind a title
# `Forest Ecology & Management. 201(2-3):327-334, November 15, 2004.`
_SOURCE = re.compile(
    r"(?P<JT>.+?)\.\s+(?:Vol\.?\s*)?(?P<VI>\d+)(?:\((?P<IP>[^)]*)\))?"
    r"(?:\s*\(pp\.?\s*(?P<pp>[\w-]+)\)|:\s*(?P<PG>\w[\w., -]{0,40}?))?,\s*(?P<DP>[^,:;]*(?:,[^,:;]*)?)"
)


def without_numbers(text: str) -> str:
    """The text with blanks in place of the numbers above its entries, so that every place stays."""
    return _NUMBER.sub(lambda match: " " * len(match[0]), text)


def as_medline(entry: Tagged) -> Tagged:
    """The entry with PubMed's tags; of any other database, and of PubMed's own export, as it is."""
    if not entry.first("VN"):
        return entry
    tags = [tag for each in entry.tags for tag in _renamed(each, bool(_MEDLINE.search(entry.first("DB"))))]
    names = {tag.name for tag in tags}
    if source := _SOURCE.fullmatch(entry.first("SO").rstrip(". ")):
        said = {**source.groupdict(""), "PG": source["PG"] or source["pp"] or ""}
        del said["pp"]
        tags += [Tag(name, value, entry.start, entry.start) for name, value in said.items() if name not in names]
    if "DP" not in {tag.name for tag in tags}:
        tags += [replace(tag, name="DP") for tag in tags if tag.name == "YR"]
    return Tagged(entry.start, entry.end, tuple(tags))


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
