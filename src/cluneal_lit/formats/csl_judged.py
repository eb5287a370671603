"""CSL-JSON items that are held against each other: what works are known by, and what of that could not be read."""

from __future__ import annotations

from typing import Any

from cluneal_lit.formats import csl
from cluneal_lit.model import Finding, Record

_JUDGED = ("title", "author", "issued", "container-title", "volume", "issue", "page", "DOI", "PMID", "PMCID")


def record(item: dict[str, Any], key: str, file: str) -> tuple[Record, tuple[str, ...]]:
    """The record of an item, and in words what of that by which works are known has a wrong form and was left out.

    A null says nothing.
    """
    said = {word: value for word, value in item.items() if value is not None}
    read, findings = csl.record(said, key, file)
    return read, tuple(fault for finding in findings if (fault := _fault(finding)))


def _fault(finding: Finding) -> str:
    values = finding.values
    if "raw" in values:
        return f"{values['raw']} is not {values['kind']}: {values['reason']}; mend it, it was left out"
    wrong = next((word for word in _JUDGED if f"`{word}`" in values["reason"]), "")
    return f"`{wrong}` does not have the form that CSL-JSON gives it; mend it, it was left out" if wrong else ""
