"""Entries as records for the writers of formats: with editorial status, tags and annotation where these survive."""

from __future__ import annotations

import re

from msgspec.structs import replace

from cluneal_lit import dates, identifiers
from cluneal_lit.folding import UNSEEN
from cluneal_lit.formats import brought, carried, claims, editions, notices, prose
from cluneal_lit.model import Entry, Record

# How Crossref and DataCite write the names of kinds; PubMed's words begin with a capital and have blanks between them.
# (https://api.crossref.org/types, https://datacite-metadata-schema.readthedocs.io/en/4.6/appendices/appendix-1/)
_KIND = re.compile(
    r"[a-z]+(?:[-_][a-z]+)+|(?:[A-Z][a-z]+){2,}|Text|Other"
    r"|book|monograph|journal|proceedings|report|dissertation|dataset|database|standard|component|preprint|letter|other|grant"
)


def record(entry: Entry, form: str, *, abstract: bool = False) -> Record:
    """The entry as a record of a format, its abstract only where that may be published."""
    return Record(
        format=1,
        source="library",
        id=brought.named("output", entry.key),
        ids=entry.ids,
        fields=replace(entry.fields, edition=editions.number(entry.fields)) if entry.fields.edition else entry.fields,
        dates=entry.dates,
        pages=entry.pages,
        issn=entry.issn,
        types=_types(entry, form),
        mesh=entry.mesh if form == "nbib" else (),
        keywords=keywords(entry),
        abstract=entry.abstract if abstract else (),
        relations=entry.relations,
        custom={carried.READ_AS: form, **_words(entry, form)},
    )


def keywords(entry: Entry) -> tuple[str, ...]:
    """Keywords and tags, each once, and the name of a status that has to be known; none that says another.

    A library of our own making has the name of a status that it claims among its keywords.
    """
    status = () if entry.status.name in notices.SILENT else (entry.status.name,)
    told = {*status, *(one.name for one in entry.stated)}
    told |= {notices.NAMES.get(tie.kind, "") for tie in entry.relations if tie.direction == "in"}
    words = dict.fromkeys((*entry.keywords, *(entry.note.tags if entry.note else ())))
    return (*[word for word in words if word not in told and not claims.keyword(word)], *status)


def annotation(entry: Entry) -> str:
    """The words of the entry's annotation; empty where nobody has written one."""
    return prose.plain(entry.note.text).translate(UNSEEN) if entry.note else ""


def url(entry: Entry) -> str:
    """The address of the work on the web; of a trial that names none its registry's."""
    return entry.fields.url or (identifiers.url(f"nct:{entry.ids.nct}") if entry.ids.nct else "")


def abstract(entry: Entry) -> str:
    """The abstract, each of its parts on a line behind its label."""
    return carried.abstract(entry.abstract, "\n")


def _types(entry: Entry, form: str) -> tuple[str, ...]:
    """The publication types; in NBIB in PubMed's words, by which programs know what a work is.

    Names of kinds of Crossref and DataCite are none of these (`posted-content`, `JournalArticle`): what kind of work
    it is the fields say.
    """
    if form != "nbib":
        return entry.types
    own = tuple(one for one in entry.types if not _KIND.fullmatch(one))
    is_bare = not own and entry.fields.type == "article-journal"
    return ("Journal Article",) if is_bare else own


def _words(entry: Entry, form: str) -> dict[str, object]:
    """What the notes of the format say of status and annotation; and in RIS PMID and PMCID, where EndNote has them."""
    # A blank line would end the entry for some programs.
    texts = [notices.sentence(entry.status), annotation(entry).replace("\n\n", "\n")]
    words: dict[str, object] = {}
    if form == "ris" and entry.ids.pmid:
        words |= {"AN": entry.ids.pmid, "DB": "PubMed"}
    if form == "ris" and entry.ids.pmcid and entry.fields.type == "article-journal":
        words["C2"] = entry.ids.pmcid  # in a chapter Zotero takes it for an author
        texts.append(f"PMCID: {entry.ids.pmcid}")  # most others know no C2
    if form == "ris" and entry.accessed:
        words["Y2"] = dates.iso(entry.accessed)
    return {carried.NOTES[form]: [text for text in texts if text], **words}
