"""Heads of the columns of tables that are brought, beside those of `heads`."""

from __future__ import annotations

from collections.abc import Sequence

from cluneal_lit.formats import heads
from cluneal_lit.formats.carried import READ_AS
from cluneal_lit.model import Fields

# Those of the tables that are written here.
OURS = (
    *(
        "id",
        "type",
        "title",
        "short title",
        "original title",
        "author",
        "editor",
        "year",
        "date",
        "journal",
        "booktitle",
        "journal abbreviation",
    ),
    *("series", "volume", "issue", "pages", "article number", "edition", "publisher", "place", "language"),
    *("doi", "pmid", "pmcid", "arxiv", "issn", "isbn", "url", "keywords", "abstract"),
)
# The fields for which they have a column.
HELD = frozenset(
    "type title title_short original_title author editor issued container_title container_title_short collection_title"
    " volume issue page number edition publisher publisher_place language url".split()
)
# Heads that those tables have besides, for what has none of these columns: as `unplaced.beside` and CSL-JSON call it.
BESIDE = frozenset(name.replace("_", " ") for name in Fields.__struct_fields__ if name not in HELD) | {
    "nct",
    "shortdoi",
}
# Field -> heads beside those of `heads`, the better first.
_NAMES = {
    "id": (
        "id",
        "record id",
        "rec number",
        "record number",
        "key",
        "citation key",
        "citekey",
        "bibtex key",
        "unique id",
        "nct number",
        "trialid",
        "trial id",
        "ut unique wos id",
        "ut",
    ),
    "type": (
        "item type",  # beside which Zotero has a column `Type`, for what a thesis or report is called
        "type",
        "entrytype",
        "entry type",
        "document type",
        "reference type",
        "publication type",
        "document identifier",
    ),
    "abstract": ("abstract", "abstracts", "abstract note", "ab", "brief summary"),
    "keyword": ("author keywords", "keywords", "keyword", "manual tags", "tags", "de"),
    "language": ("language", "languages", "language of original document", "article language", "la"),
    "issn": ("issn", "issns", "print issn", "sn", "isbn issn", "issn isbn"),
    "editor": ("editors", "editor", "book editors", "be"),
    "booktitle": ("booktitle", "book title", "conference name", "proceedings title"),
    "collection-title": ("series", "series title", "book series title", "se"),
    "collection-number": ("series number",),
    "edition": ("edition",),
    "version": ("version",),
    "title-short": ("short title",),
    "original-title": ("original title",),
    "publisher-place": ("place", "place of publication", "publisher address", "address", "location", "pi"),
    "month": ("month", "publication month", "month of publication"),
    "day": ("day", "publication day"),
    "date": ("publication date", "date", "date published", "pub date", "date of publication"),
}
_FIELDS = heads.ranked(_NAMES)


def columns(row: Sequence[str]) -> dict[str, int]:
    """The column of each field. In a table that was written here from another format it is by our name alone: any
    other is a word of that format, whatever it says elsewhere."""
    if READ_AS in row:
        row = [head if head in OURS else "" for head in row]
    elif "UT" in row:  # of Web of Science, whose column ID holds keywords
        row = ["" if head == "ID" else head for head in row]
    known = {name: column for name, column in heads.known(row).items() if name not in ("others", "reference", "label")}
    known.pop("key", None)
    found = known | heads.known(row, _FIELDS)
    if found.get("booktitle") == found.get("container-title"):
        found.pop("booktitle", None)
    return found


def unread(row: Sequence[str]) -> tuple[int, ...]:
    """The columns below these heads that speak of other works: abstracts, works that are cited, notices; and in a table
    that was written here from another format whatever has no head of ours."""
    ours = {*OURS, *BESIDE} if READ_AS in row else None
    return tuple(
        column
        for column, head in enumerate(row)
        if "others" in heads.known((head,)) or (ours is not None and head not in ours)
    )
