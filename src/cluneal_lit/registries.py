"""The services: what they are called, which can say of an identifier that it exists, and what they have said so far."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cluneal_lit.model import Asked

# The own registry of each kind; a DOI that Crossref lacks may be another agency's, so both must say no.
REGISTRIES: Mapping[str, tuple[str, ...]] = {"pmid": ("pubmed",), "doi": ("crossref", "agency")}

SPOKEN = {
    "pubmed": "PubMed",
    "crossref": "Crossref",
    "agency": "doi.org",
    "datacite": "DataCite",
    "retraction-watch": "Retraction Watch",
    "library": "the library",
    "doi": "its DOI",  # what follows from the form of a DOI alone
}


def spoken(source: str) -> str:
    """How a source is called in running text."""
    return SPOKEN.get(source, source)


def absent(name: str, lock: Mapping[str, Asked]) -> Asked | None:
    """The last answer by which all registries of an identifier say that it does not exist; None if one did not."""
    answers = [lock.get(f"{source}/{name}") for source in _registries(name)]
    if not answers or any(answer is None or answer.state != "absent" for answer in answers):
        return None
    return answers[-1]


def heard(name: str, lock: Mapping[str, Asked]) -> bool:
    """Whether it is known what an identifier is: a registry has it, or all of them say that they have not."""
    answers = [lock.get(f"{source}/{name}") for source in _registries(name)]
    return any(answer and _tells(answer) for answer in answers) or absent(name, lock) is not None


def unheard(names: Iterable[str], lock: Mapping[str, Asked]) -> tuple[str, ...]:
    """Those of the identifiers that have a registry which was not asked, or gave no answer."""
    return tuple(name for name in names if _registries(name) and not heard(name, lock))


def unasked(names: Iterable[str]) -> tuple[str, ...]:
    """Those of the identifiers whose kind is not looked up anywhere."""
    return tuple(name for name in names if not _registries(name))


def replacements(lock: Mapping[str, Asked]) -> dict[str, str]:
    """Where each replaced identifier leads: the one that it is now."""
    return {line.id: line.to for line in lock.values() if line.state == "merged-into"}


def is_undeposited(answer: Asked) -> bool:
    """Whether doi.org says that a DOI is Crossref's; it is asked only when Crossref has no record of it."""
    return answer.state == "elsewhere" and answer.to == "Crossref"


def _tells(answer: Asked) -> bool:
    return answer.state not in ("", "absent") and not is_undeposited(answer)


def _registries(name: str) -> tuple[str, ...]:
    return REGISTRIES.get(name.partition(":")[0], ())
