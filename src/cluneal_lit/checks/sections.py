"""The letter of a journal's section, which some write before the volume: `Acta Cryst. C56` for Section C, 56."""

from __future__ import annotations

import re

from msgspec.structs import replace

from cluneal_lit.model import Citation, Record

_LETTERED = re.compile(r"([A-K])[\s-]?(\d{1,3})")


def with_section(citation: Citation, record: Record) -> Citation:
    """The citation with the letter before its volume behind its journal's name, where that of the record has the letter
    and its volume has none."""
    cited, known = citation.fields, record.fields
    written = _LETTERED.fullmatch(cited.volume)
    if not written or not known.volume[:1].isdigit():
        return citation
    letter, volume = written.groups()
    section = re.compile(rf"\b{letter}\b")
    if not section.search(known.container_title):
        return citation
    journal = cited.container_title
    if journal and not section.search(journal):
        journal = f"{journal} {letter}"
    return replace(citation, fields=replace(cited, container_title=journal, volume=volume))
