"""Crossref's updates and relations in the cells of a table, as a person reads them: kind, day, identifier and source.

`retraction 2020-05-04 doi:10.5555/notice (publisher)`, `is-preprint-of doi:10.5555/paper`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from cluneal_lit import dates
from cluneal_lit.formats.crossref_relations import WORDS
from cluneal_lit.json_values import date, mapping, mappings, text
from cluneal_lit.late import late

_RELATION = "relation"
_TOLD = late(
    r"(?=.*[\d:])(?P<kind>[\w-]+(?: [A-Za-z]+)*)(?: (?P<day>\d{4}(?:-\d\d){0,2}))?(?: (?P<of>[\w-]+):(?P<id>\S+))?"
    r"(?: \((?P<by>[^()]+)\))?"
)


def written(custom: Mapping[str, object]) -> dict[str, list[str]]:
    """What each of Crossref's words in `custom` tells, a tie a text; nothing of one that has another form."""
    told = {word: list(_updates(custom.get(word))) for word in WORDS if word != _RELATION}
    told[_RELATION] = list(_relations(custom.get(_RELATION)))
    return {word: ties for word, ties in told.items() if ties}


def read(custom: Mapping[str, object]) -> dict[str, object]:
    """What the cells of these words tell, in Crossref's form; nothing of a cell that says anything else."""
    found: dict[str, object] = {}
    for word in WORDS:
        value = custom.get(word)
        cells = value if isinstance(value, list) else [value]
        ties = [match for cell in cells if isinstance(cell, str) and (match := _TOLD.fullmatch(cell))]
        if ties and len(ties) == len(cells):
            found[word] = _related(ties) if word == _RELATION else list(map(_update, ties))
    return found


def _updates(value: object) -> Iterator[str]:
    for update in mappings(value):
        day, other = date(update.get("updated")), text(update.get("DOI"))
        yield _line(text(update.get("type")), dates.iso(day) if day else "", other and f"doi:{other}", update, "source")


def _relations(value: object) -> Iterator[str]:
    for kind, ties in mapping(value).items():
        for tie in mappings(ties):
            other = f"{text(tie.get('id-type'))}:{text(tie.get('id'))}"
            yield _line(kind, "", other, tie, "asserted-by")


def _line(kind: str, day: str, other: str, tie: Mapping[str, object], by: str) -> str:
    who = text(tie.get(by))
    return " ".join(filter(None, (kind, day, other, who and f"({who})")))


def _update(tie: re.Match[str]) -> dict[str, object]:
    day = dates.parse(tie["day"] or "")
    updated = {"updated": {"date-parts": [list(day.date_parts[0])]}} if day else {}
    return {**({"DOI": tie["id"]} if tie["id"] else {}), "type": tie["kind"], **_by(tie, "source"), **updated}


def _related(ties: list[re.Match[str]]) -> dict[str, object]:
    found: dict[str, list[dict[str, object]]] = {}
    for tie in ties:
        found.setdefault(tie["kind"], []).append({"id-type": tie["of"], "id": tie["id"], **_by(tie, "asserted-by")})
    return {**found}


def _by(tie: re.Match[str], word: str) -> dict[str, object]:
    return {word: tie["by"]} if tie["by"] else {}
