"""What the rules look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from cluneal_lit.model import Asked, Citation, Entry, Finding, Note, ReadingList, Resolution, Verdict, Work

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


class Case(Struct, frozen=True):
    """A collection before its findings. `verdicts` stand in the order of `resolutions`, markers have none (None)."""

    resolutions: tuple[Resolution, ...]
    verdicts: tuple[Verdict | None, ...]
    works: Mapping[str, Work]
    entries: Mapping[str, Entry]
    lock: Mapping[str, Asked]
    notes: tuple[Note, ...] = ()
    lists: tuple[ReadingList, ...] = ()

    def judged(self) -> Iterator[tuple[Resolution, Verdict]]:
        """Each resolution that has a verdict, with it."""
        for resolution, verdict in zip(self.resolutions, self.verdicts, strict=True):
            if verdict is not None:
                yield resolution, verdict


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
