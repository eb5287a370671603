"""What the rules look at."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from cluneal_lit.compare import Comparison
from cluneal_lit.model import Asked, Citation, Entry, Finding, Note, ReadingList, Record, Resolution, Work

# Who says that an identifier does not exist: its own registry, and for a DOI all of them.
REGISTRIES: Mapping[str, tuple[str, ...]] = {"pmid": ("pubmed",), "doi": ("crossref", "agency")}

# How a source is called in running text.
SPOKEN = {
    "pubmed": "PubMed",
    "crossref": "Crossref",
    "agency": "doi.org",
    "datacite": "DataCite",
    "library": "the library",
}


# What a citation says otherwise than the records of its work, each with the record that says so.
Disagreeing = tuple[tuple[Comparison, Record], ...]


class Case(Struct, frozen=True):
    """A collection before its findings; `disagreeing` stands in the order of `resolutions`."""

    resolutions: tuple[Resolution, ...]
    disagreeing: tuple[Disagreeing, ...]
    works: Mapping[str, Work]
    entries: Mapping[str, Entry]
    lock: Mapping[str, Asked]
    notes: tuple[Note, ...] = ()
    lists: tuple[ReadingList, ...] = ()


def at(citation: Citation, code: str, key: str = "", /, **values: str) -> Finding:
    """A finding at the place of a citation."""
    return Finding(code, citation.document, citation.place, key, citation.id, values)


def absent(name: str, lock: Mapping[str, Asked]) -> Asked | None:
    """The last answer by which all registries of an identifier say that it does not exist; None if one did not."""
    answers = [lock.get(f"{source}/{name}") for source in REGISTRIES.get(name.partition(":")[0], ())]
    if not answers or any(answer is None or answer.state != "absent" for answer in answers):
        return None
    return answers[-1]


def asked(name: str, lock: Mapping[str, Asked]) -> bool:
    """Whether a registry of the identifier has answered about it."""
    return any(f"{source}/{name}" in lock for source in REGISTRIES.get(name.partition(":")[0], ()))
