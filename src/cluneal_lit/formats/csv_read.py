"""CSV and TSV as records: the exports of databases, reference managers and screening tools, and people's own tables.

Columns are known by their heads: those of `heads`, and here what else a record holds. Scopus:
https://service.elsevier.com/app/answers/detail/a_id/15181/supporthub/scopus/; the others by their exports.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from msgspec.structs import replace

from cluneal_lit import identifiers, languages, names
from cluneal_lit.folding import one_line
from cluneal_lit.formats import (
    brought,
    crossref_relations,
    csl_values,
    csv_dates,
    csv_evidence,
    csv_heads,
    csv_people,
    csv_ties,
    dated,
    styled,
    tabled,
    unplaced,
)
from cluneal_lit.formats.carried import READ_AS
from cluneal_lit.formats.csl_item import beside
from cluneal_lit.formats.csv_rows import PARTING, rows, unguarded
from cluneal_lit.formats.csv_table import Table, table
from cluneal_lit.formats.csv_types import kind, written
from cluneal_lit.formats.editions import VERSIONED
from cluneal_lit.model import Fields, Finding, Ids, Name, Record

_EXTRA = re.compile(r"^(PMID|PMCID): ?(PMC\s?\d{3,9}|\d{1,8})\s*$", re.MULTILINE)
_SAMPLE = 200  # rows by which it is told how names are written


def read(text: str, file: str) -> tuple[tuple[Record, ...], tuple[Finding, ...]]:
    """The records of a table of works; none where it is no such table.

    A record's id is `FILE#ID` by its column of ids or keys, else its PMID, or a key that is made. What no field
    has taken is in `custom`, by the head of its column.
    """
    found = table(text)
    if found is None:
        return (), ()
    cells = (row for number, row in rows(text, found.sign) if number > found.at and any(map(str.strip, row)))
    below = [[unguarded(cell) for cell in row] for row in cells]
    in_order = csv_people.surnames_first(below[:_SAMPLE], found.columns.get("author", -1))
    taken: dict[str, int] = {}
    return tuple(_record(row, found, in_order, file, taken) for row in below), ()


def _record(row: Sequence[str], table: Table, in_order: bool, file: str, taken: dict[str, int]) -> Record:
    cells = {name: row[column].strip() for name, column in table.columns.items() if column < len(row)}
    is_evidence = csv_evidence.is_one(table.heads)
    cells = csv_evidence.people(cells) if is_evidence else cells
    said = {name: brought.said(cell) for name, cell in cells.items()}
    work = tabled.works(row, {name: column for name, column in table.columns.items() if name != "author"})[0]
    fields = _fields({name: one_line(value) for name, value in said.items()}, work.fields)
    fields = replace(fields, **{role: _people(said.get(role, ""), in_order) for role in ("author", "editor")})
    others = {head: one_line(row[column]) for head, column in table.beside.items() if column < len(row)}
    fields, ids = _with(others, fields, _ids(work.ids, row, table))
    fields, marked = styled.parted(fields)
    key = brought.keyed(one_line(said.get("id", "")) or ids.pmid, fields, taken)
    words = said.get("keyword", "")
    read = brought.record(
        file,
        key,
        ids,
        fields,
        issn="\n".join((said.get("issn", ""), said.get("isbn", ""))),
        keywords=re.split(r"[;|\n]" if re.search(r"[;|\n]", words) else ",", words),
        abstract=said.get("abstract", ""),
        custom={},
    )
    custom = _custom(row, table, _left(cells, read))
    custom = csv_evidence.told(custom) if is_evidence else custom
    if others:
        own = {*unplaced.beside(fields, csv_heads.HELD), *(f"{kind}: {value}" for kind, value in beside(ids).items())}
        custom = {word: value for word, value in custom.items() if f"{word}: {value}" not in own}
    ties = csv_ties.read(custom) if READ_AS in table.heads else {}
    custom |= csl_values.structured(custom) if custom.get(READ_AS) == "csl" else {}
    return replace(read, custom={**custom, **marked, **ties}, relations=crossref_relations.relations(ties))


def _people(written: str, in_order: bool) -> tuple[Name, ...]:
    return tuple(map(names.parted, csv_people.people(written, in_order)))


def _with(others: Mapping[str, str], fields: Fields, ids: Ids) -> tuple[Fields, Ids]:
    """The fields and identifiers with those for which the table has a column under our own name of them."""
    if not others:
        return fields, ids
    found = (f"{kind}:{identifiers.NORMAL[kind](others.get(kind, ''))}" for kind in ("nct", "shortdoi"))
    told = unplaced.noted((f"{head}: {cell}" for head, cell in others.items()), fields, csv_heads.HELD)
    return told, identifiers.ids([*ids.keys(), *(name for name in found if not name.endswith(":"))])


def _ids(ids: Ids, row: Sequence[str], table: Table) -> Ids:
    """The identifiers, with those for which Zotero has no field and which it keeps as lines of `Extra`."""
    column = table.heads.index("Extra") if "Extra" in table.heads else len(row)
    lines = _EXTRA.findall(row[column]) if column < len(row) else ()
    return identifiers.ids([*ids.keys(), *(f"{kind.lower()}:{value}" for kind, value in lines)])


def _fields(said: Mapping[str, str], read: Fields) -> Fields:
    of_type = kind(said.get("type", ""))
    journal = read.container_title
    return replace(
        read,
        title=said["title"] if read.title else "",
        type=of_type or ("article-journal" if journal else "chapter" if said.get("booktitle") else ""),
        container_title=journal or said.get("booktitle", ""),
        collection_title=said.get("collection-title", ""),
        collection_number=said.get("collection-number", ""),
        version=said.get("version", "") if of_type in VERSIONED else "",
        publisher_place=said.get("publisher-place", ""),
        edition=said.get("edition", ""),
        title_short=said.get("title-short", ""),
        original_title=said.get("original-title", ""),
        language=languages.code(said.get("language", "")),
        issued=csv_dates.issued(read.issued, said),
    )


def _left(said: Mapping[str, str], read: Record) -> frozenset[str]:
    """The fields whose column says something that the record does not hold."""
    ids, fields = read.ids, read.fields
    held = {
        **{kind: bool(getattr(ids, kind)) for kind in ("pmid", "pmcid", "doi", "arxiv")},
        **dict.fromkeys(("issn", "isbn"), bool(read.issn or ids.isbn)),
        "type": said.get("type") in (fields.type, written(fields.type)),
        "booktitle": fields.container_title == styled.without_markup(said.get("booktitle", "")),
        "date": fields.issued == dated.read(said.get("date", "")),
        **csv_dates.held(fields.issued, said),
        "number": bool(fields.number),
        "version": bool(fields.version),
        "author": bool(fields.author),
        "abstract": bool(read.abstract),
    }
    return frozenset(name for name in said if not held.get(name, True))


def _custom(row: Sequence[str], table: Table, left: Collection[str]) -> dict[str, object]:
    """The cells of the columns that no field has taken, by their heads."""
    told = {column for column, head in enumerate(table.heads) if head == "UT"}  # which tells the database besides
    taken = {column for name, column in table.columns.items() if name not in left} - told
    custom: dict[str, object] = {}
    tried: dict[str, int] = {}
    exchanged = READ_AS in table.heads  # a table that was written from another format, with several values in a cell
    for column, cell in enumerate(row):
        value = cell.strip()
        if value and column not in taken:
            head = table.heads[column] if column < len(table.heads) else ""
            several = value.split(PARTING) if exchanged else [value]
            custom[_unused(head or f"column {column + 1}", custom, tried)] = several if len(several) > 1 else value
    return custom


def _unused(head: str, custom: Collection[str], tried: dict[str, int]) -> str:
    """The head, or with a number behind it where a column before has it."""
    unused, number = head, tried.get(head, 1)
    while unused in custom:
        number += 1
        unused = f"{head} {number}"
    tried[head] = number
    return unused
