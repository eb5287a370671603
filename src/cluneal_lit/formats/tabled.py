"""A work as the row of a table says it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cluneal_lit import dates, identifiers
from cluneal_lit.folding import one_line
from cluneal_lit.formats import heads
from cluneal_lit.formats.csl_values import without_stop
from cluneal_lit.formats.people import people
from cluneal_lit.model import Fields, Ids


def work(row: Sequence[str], columns: Mapping[str, int]) -> tuple[Ids, Fields, str, int | None]:
    """The identifiers, fields, key and number of a row, by the columns of its table (`heads.columns`)."""
    said = {name: _written(row[column]) for name, column in columns.items() if column < len(row)}
    label = heads.exact(said.get("label", "")) or said.get("label", "").strip("[]().")
    number = int(label) if label.isascii() and label.isdigit() and len(label) < 5 else None
    return _ids(said), _fields(said), said.get("key", ""), number


def _written(cell: str) -> str:
    written = one_line(cell)
    return "" if written.lower() in ("na", "n/a", "nan", "none", "null", "-", "–", "—") else written


def _ids(said: Mapping[str, str]) -> Ids:
    found: list[str] = []
    for kind in heads.IDENTIFIERS:
        written = said.get(kind, "")
        parts = written.replace(",", ";").split(";") if kind == "isbn" else [written]
        for part in parts:
            number = heads.exact(part) if kind != "doi" else ""
            if value := identifiers.NORMAL[kind](number or part):
                found.append(f"{kind}:{value}")
    return identifiers.ids(found)


def _fields(said: Mapping[str, str]) -> Fields:
    page = said.get("page", "")
    if not page and (first := said.get("page-first", "")):
        first, last = (heads.exact(end) or end for end in (first, said.get("page-last", "")))
        page = f"{first}-{last}" if last and last != first else first
    written = said.get("issued", "")
    return Fields(
        title=without_stop(said.get("title", "")),
        author=people(said.get("author", "")),
        container_title=said.get("container-title", ""),
        container_title_short=said.get("container-title-short", ""),
        issued=dates.parse(heads.exact(written) or written),
        volume=_number(said, "volume"),
        issue=_number(said, "issue"),
        number=_number(said, "number"),
        page=page,
        publisher=said.get("publisher", ""),
        url=said.get("URL", ""),
    )


def _number(said: Mapping[str, str], name: str) -> str:
    written = said.get(name, "")
    return heads.exact(written) or written
