"""The kind of work that a reference string means, in the words of CSL."""

from __future__ import annotations

import re

from msgspec import Struct

from cluneal_lit.citations.strings.said import Said
from cluneal_lit.late import late
from cluneal_lit.model import Fields, Ids

TRIAL = "Clinical trial registration"  # as APA and Zotero call it
_NOT_SOFTWARE = late(
    r"guid(?:eline|ance)|handbook|manual|protocol|leitlinie|diretriz|classification|criteria|questionnaire|\bICD\b",
    re.I,
)
_PROGRAM = late(r",\s(?:version|release|v\.?)\s?\d+(?:\.\d+)*$", re.IGNORECASE)
_JOURNALS = late(r"(?:Proceedings of the (?:National|Royal)|Proc\.? (?:Natl|R|Biol)\b)", re.IGNORECASE)
# What a cue says, the surest first; `archive` keeps software and texts too, but mostly data.
_MEDIA = (
    ("[thesis]", "thesis"),
    ("[software]", "software"),
    ("[dataset]", "dataset"),
    ("thesis", "thesis"),
    ("patent", "patent"),
    ("software named", "software"),
    ("dataset", "dataset"),
    ("software", "software"),
    ("archive", "dataset"),
)
# What the mark behind a title says in China's GB/T 7714, annex B.
_MARKED = late(r"\[([JMDCRP]|EB|DB|DS|CP)(?:/(?:OL|CD|DK|MT))?\](?=\s?[.．。/]|\s*$)")
_MARKS = {
    "J": "article-journal",
    "M": "book",
    "D": "thesis",
    "C": "paper-conference",
    "R": "report",
    "P": "patent",
    "EB": "webpage",
    "DB": "dataset",
    "DS": "dataset",
    "CP": "software",
}
# DOIs that Dryad, figshare, Mendeley Data, Dataverse, PANGAEA, ICPSR, GBIF, the UK Data Service and GESIS give to data.
_OF_DATA = (
    "10.5061/",
    "10.6084/",
    "10.17632/",
    "10.7910/",
    "10.1594/",
    "10.3886/",
    "10.15468/",
    "10.5255/",
    "10.4232/",
)
_CODE = late(r"[A-Z]{2,}(?:/[\w.-]+){2,}")  # of a report, as houses give them: `OWC/600/R-15/350`
_PARTIES = late(r"[^\W\d_a-z].*\sv(?:s?\.|s)?\s[^\W\d_a-z]")  # of a case: `Kurz v. Lang`
_REPORTER = late(r"(?:[\w.]{1,5}\s?)+")  # of courts: `F. Supp. 2d`, `EWCA Civ`
_PUBLIC_LAW = late(r"\bPub\. ?L\. ?(?:No\.? ?)?\d")
_ON_SITE = late(r"\bIn: [^.?!]{2,60}\[(?:Internet|online)\]")  # an entry of a site, as PLOS has it
_UNION_CASE = late(r"\bECLI:EU:")
_LAW = late(
    r"(?:Regulation|Directive|Decision|Verordnung|Richtlinie|Règlement|Regulamento|Diretiva)\b.{0,12}\d+/\d+"
    r"|[^\W\d_].{3,80}\bAct \d{4}$"
)
_WHOLE = 3  # journal, volume and pages: a publisher beside them was taken for one


class Kind(Struct, frozen=True):
    """`type` as CSL has it, empty where nothing tells; `genre` where CSL has no type of its own for it."""

    type: str = ""
    genre: str = ""


def kind(fields: Fields, ids: Ids, text: str) -> Kind:
    """What kind of work a reference means, by its fields, its identifiers and the cues in its text.

    `fields.type` is what its form suggests (a book's title behind `In:`, a place and a publisher): it counts where no
    cue says more. A cue within the title says what the work is about, so only those count that stand beside it or in
    brackets. Volume or pages in a journal outweigh cues: an article may name the trial that it reports, or its data.
    """
    if marked := _MARKED.search(text):
        return Kind("chapter" if marked[1] == "M" and fields.container_title else _MARKS[marked[1]])
    if not fields.author and _PARTIES.match(fields.title) and _REPORTER.fullmatch(fields.container_title):
        return Kind("legal_case")
    if not fields.author and fields.number and _PARTIES.match(fields.title) and _UNION_CASE.search(text):
        return Kind("legal_case")
    if (fields.number and _PUBLIC_LAW.search(text)) or (not fields.author and _LAW.match(fields.title)):
        return Kind("legislation")
    if fields.url and _ON_SITE.search(text) and not (fields.page or fields.editor or fields.publisher or ids.isbn):
        return Kind("webpage")
    said = Said(text, fields.title)
    if _in_journal(fields, said):
        return Kind("thesis" if "abstracts" in said else "article-journal")
    if ids.nct or "trial" in said:
        return Kind("webpage", TRIAL)
    if "review" in said:
        return Kind("webpage")  # of a register, like the trials, but CSL has no genre for it
    return Kind(_of_medium(fields, ids, said) or _of_form(fields, ids, said))


def _in_journal(fields: Fields, said: Said) -> bool:
    """Whether the work stands in a volume or on pages of a journal, and not of a book."""
    located = sum(map(bool, (fields.container_title, fields.volume, fields.page or fields.issue)))
    if located < 2 or fields.type == "chapter" or fields.editor or ("in" in said and located < _WHOLE):
        return False
    if fields.publisher and located < _WHOLE:
        return False
    if fields.volume or _JOURNALS.search(fields.container_title):
        return True
    return not any(cue in said for cue in ("conference", "preprint", "[preprint]"))


def _of_medium(fields: Fields, ids: Ids, said: Said) -> str:
    """The kind that cues name; the sure ones first."""
    about = _NOT_SOFTWARE.search(f"{fields.title} {fields.container_title}")
    for cue, of_kind in _MEDIA:
        if cue == "archive" and ("preprint" in said or "[preprint]" in said):
            continue
        if (cue == "dataset" and ids.doi.startswith(_OF_DATA)) or (cue in said and not (cue == "software" and about)):
            return of_kind
    return "software" if _PROGRAM.search(fields.title) and not about else ""


def _of_form(fields: Fields, ids: Ids, said: Said) -> str:
    """The kind by where and how the work was published."""
    part = fields.type == "chapter" or bool(fields.container_title and (fields.editor or "in" in said))
    if "[conference]" in said or "conference" in said:
        return "paper-conference"
    if part and fields.container_title:
        return "chapter"
    if "[report]" in said or "report" in said or _CODE.fullmatch(fields.number):
        return "report"
    if ids.arxiv or "[preprint]" in said or "preprint" in said:
        return "article"
    if ids.pmid or ids.pmcid:
        return fields.type or "article-journal"
    return _of_publishing(fields, ids, said)


def _of_publishing(fields: Fields, ids: Ids, said: Said) -> str:
    """A book, a page of the web, or what the form suggests."""
    online = bool(fields.url) or "online" in said
    if ids.isbn or (not online and fields.publisher) or "book" in said:
        return "book"
    if online and not ids.doi:
        return "webpage"
    if not fields.container_title and "published" in said:
        return "book"
    return fields.type or ("article-journal" if fields.container_title else "")
