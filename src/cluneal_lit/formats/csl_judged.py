"""CSL-JSON items that are held against each other: what works are known by, and what of that could not be read."""

from __future__ import annotations

from typing import Any

from cluneal_lit.formats import csl
from cluneal_lit.model import Record

_LEFT_OUT = "; mend it, it was left out"
_JUDGED = ("title", "author", "issued", "container-title", "volume", "issue", "page", "DOI", "PMID", "PMCID")


def record(item: dict[str, Any], key: str, file: str) -> tuple[Record, tuple[str, ...], tuple[str, ...]]:
    """The record of an item, and in words what was left out: identifiers that are none, and which of the values by
    which works are known have a wrong form.

    A null says nothing.
    """
    said = {word: value for word, value in item.items() if value is not None}
    read, findings = csl.record(said, key, file)
    values = [finding.values for finding in findings]
    ids = [f"{one['raw']} is not {one['kind']}: {one['reason']}{_LEFT_OUT}" for one in values if "raw" in one]
    reasons = [one["reason"] for one in values if "raw" not in one]
    wrong = [word for word in _JUDGED if any(f"`{word}`" in reason for reason in reasons)]
    forms = [f"`{word}` does not have the form that CSL-JSON gives it{_LEFT_OUT}" for word in wrong]
    return read, tuple(ids), tuple(forms)
