"""A work as the row of a table says it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from cluneal_lit import identifiers
from cluneal_lit.folding import one_line
from cluneal_lit.formats import dated, heads
from cluneal_lit.formats.csl_values import without_stop
from cluneal_lit.formats.people import people
from cluneal_lit.formats.styled import without_markup
from cluneal_lit.model import Fields, Ids

_SHORTEST, _LONGEST, _FEW_WORDS = 30, 2000, 4  # of a reference that is one
_DATED = re.compile(r"\b(?:1[89]|20)\d\d\b|\b10\.\d{4,9}/|PMID", re.IGNORECASE)
_NO_END = " \t\n.,;:!?'\"*_’‘`´…/\\&=+~"  # signs that end no DOI
# What parts several identifiers in a cell.
_APART = {
    "pmid": re.compile(r"[\s;,/|&]+(?=(?:PMID[:\s]*)?\d)", re.IGNORECASE),
    "pmcid": re.compile(r"[\s;,/|&]+(?=(?:PMC|\d))", re.IGNORECASE),
    "doi": re.compile(r"[;,|]?\s+(?=10\.\d|https?:|doi)|[;,|](?=10\.\d|https?:|doi)", re.IGNORECASE),
    "arxiv": re.compile(r"[\s;,|]+(?=\d{4}\.|arxiv|[a-z-]+/\d)", re.IGNORECASE),
    "isbn": re.compile(r"\s*[;,]\s*"),
}


class Identifier(Struct, frozen=True):
    """An identifier as `kind:value`, and where in the cell of its column it stands."""

    name: str
    column: int
    start: int
    end: int


class Work(Struct, frozen=True):
    """A work that a row names: by fields and identifiers, or by identifiers alone."""

    told: tuple[Identifier, ...] = ()
    fields: Fields = Fields()

    @property
    def ids(self) -> Ids:
        """Its identifiers."""
        return identifiers.ids([each.name for each in self.told])


def works(row: Sequence[str], columns: Mapping[str, int]) -> tuple[Work, ...]:
    """The works of a row, by the columns of its table (`heads.columns`): that of the row itself, and further ones.

    Several identifiers in a cell are as many works: those of the row itself only where each has as many.
    """
    every = {kind: _told(row, columns, kind) for kind in heads.IDENTIFIERS}
    counts = {len(told) for kind, told in every.items() if told and kind != "isbn"}
    books = every.pop("isbn")
    own_fields = fields({name: _written(row[column]) for name, column in columns.items() if column < len(row)})
    if len(counts) == 1:
        first, *others = zip(*filter(None, every.values()), strict=True)
        return (Work((*first, *books), own_fields), *(Work(other) for other in others))
    own = [told[0] for told in every.values() if len(told) == 1]
    further = (Work((one,)) for told in every.values() if len(told) > 1 for one in told)
    return (Work((*own, *books), own_fields), *further)


def named(row: Sequence[str], columns: Mapping[str, int]) -> tuple[str, int | None]:
    """The key and the number of a row, by the columns of its table."""
    key, label = (_written(row[columns[name]]) if _has(row, columns, name) else "" for name in ("key", "label"))
    label = heads.exact(label) or label.strip("[]().")
    return key, int(label) if label.isascii() and label.isdigit() and len(label) < 5 else None


def reference(row: Sequence[str], columns: Mapping[str, int]) -> int:
    """The column of a row that holds a whole reference; -1 where none does."""
    written = row[columns["reference"]] if _has(row, columns, "reference") else ""
    whole = _SHORTEST <= len(written) <= _LONGEST and len(written.split()) > _FEW_WORDS and _DATED.search(written)
    return columns["reference"] if whole else -1


def _has(row: Sequence[str], columns: Mapping[str, int], name: str) -> bool:
    return name in columns and columns[name] < len(row)


def _written(cell: str) -> str:
    written = one_line(cell)
    return "" if written.lower() in ("na", "n/a", "nan", "none", "null", "-", "–", "—") else written


def _told(row: Sequence[str], columns: Mapping[str, int], kind: str) -> list[Identifier]:
    """The identifiers of a kind in the cell of its column."""
    cell = row[columns[kind]] if _has(row, columns, kind) else ""
    if not cell:
        return []
    if kind == "pmid" and (heads.GROUPED.fullmatch(cell.strip()) or heads.is_rounded(cell)):
        return []
    parted = () if heads.exact(cell) else _APART[kind].finditer(cell)  # `2,9656623E7` is one number
    cuts = [(0, 0), *(match.span() for match in parted), (len(cell), len(cell))]
    found: dict[str, Identifier] = {}
    for (_, start), (end, _) in pairwise(cuts):
        number = heads.exact(cell[start:end]) if kind != "doi" else ""
        written = cell[start:end] if kind != "doi" else cell[start:end].strip().rstrip(_NO_END).lstrip("(<[")
        if value := identifiers.NORMAL[kind](number or written):
            found.setdefault(value, Identifier(f"{kind}:{value}", columns[kind], start, end))
    return list(found.values())


def fields(said: Mapping[str, str]) -> Fields:
    """The fields of a work by what its cells say, named as `heads` names their columns."""
    page = said.get("page", "")
    if not page and (first := said.get("page-first", "")):
        first, last = (_told_number(end) for end in (first, said.get("page-last", "")))
        page = f"{first}-{last}" if last and last != first else first
    written = said.get("issued", "")
    return Fields(
        title=without_stop(without_markup(said.get("title", ""))),
        author=people(said.get("author", "")),
        container_title=said.get("container-title", ""),
        container_title_short=said.get("container-title-short", ""),
        issued=dated.read(heads.exact(written) or written),
        volume=_number(said, "volume"),
        issue=_number(said, "issue"),
        number=_number(said, "number"),
        page=page,
        publisher=said.get("publisher", ""),
        url=said.get("URL", ""),
    )


def _number(said: Mapping[str, str], name: str) -> str:
    return _told_number(said.get(name, ""))


def _told_number(written: str) -> str:
    """The number, empty for the nought that some programs write where they have none."""
    return "" if written == "0" else heads.exact(written) or written
