"""Invented records, as files bring them."""

from __future__ import annotations

from typing import Any

from cluneal_lit import names
from cluneal_lit.model import Date, Fields, Ids, Record, Section

SAID: dict[str, Any] = {
    "title": "Entrapment of invented nerves in rowers with pain of the low back",
    "author": "Quimby A; Orlov B; Petrova C",
    "year": 2018,
    "container_title": "Journal of Invented Medicine",
    "volume": "15",
    "issue": "1",
    "page": "25-32",
}


def record(name: str = "a", ids: Ids | None = None, abstract: str = "", **said: Any) -> Record:
    """An invented record; what is given stands in the place of what SAID says."""
    values = {**SAID, **said}
    year = values.pop("year")
    authors = [names.parse(each) for each in values.pop("author").split("; ") if each]
    fields = Fields(
        type="article-journal", author=tuple(authors), issued=Date(date_parts=((year,),)) if year else None, **values
    )
    sections = (Section(abstract),) if abstract else ()
    return Record(format=1, source="library", id=f"a.ris#{name}", ids=ids or Ids(), fields=fields, abstract=sections)
