"""The services: what they are called, which can say of an identifier that it exists, and what they have said so far."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from cluneal_lit.identifiers import twin
from cluneal_lit.model import Asked

CATALOGUE = "catalogue"  # a closed world of works, which counts as every registry and every search
LOOKED_UP = ("pmid", "doi", "pmcid", "arxiv")  # the kinds of identifiers that have a registry which is asked
# The agencies whose records are asked for, by their names at doi.org.
AGENCIES: Mapping[str, str] = {"crossref": "crossref", "datacite": "datacite"}

SPOKEN = {
    "pubmed": "PubMed",
    "crossref": "Crossref",
    "agency": "doi.org",
    "datacite": "DataCite",
    "pubmed-doi": "PubMed's search by DOI",
    "idconv": "PubMed Central",
    "deleted": "NCBI",
    "ecitmatch": "PubMed's citation matcher",
    "pubmed-search": "PubMed's search",
    "crossref-search": "Crossref's search",
    "retraction-watch": "Retraction Watch",
    "library": "the library",
    "file": "the file",
    CATALOGUE: "the catalogue",
    "doi": "its DOI",  # what follows from the form of a DOI alone
}

# What is asked which work a reference string means, and whose search it is.
SEARCHES: Mapping[str, str] = {
    "ecitmatch": "PubMed",
    "pubmed-search": "PubMed",
    "crossref-search": "Crossref",
    CATALOGUE: "the catalogue",
}


def spoken(source: str) -> str:
    """How a source is called in running text."""
    return SPOKEN.get(source, source)


def registries(name: str, lock: Mapping[str, Asked]) -> tuple[str, ...]:
    """Who has to answer about an identifier, as keys of the lock: each that an earlier one's answer leads to.

    A DOI is Crossref's, or else doi.org says whose; it is DataCite that has those of arXiv, an arXiv id's DOI is its
    other name. An identifier that is not looked up has none. A catalogue that was asked is every registry.
    """
    if (closed := f"{CATALOGUE}/{name}") in lock:
        return (closed,)
    kind = name.partition(":")[0]
    if kind == "pmid":
        return (f"pubmed/{name}",)
    if kind == "pmcid":
        return (f"idconv/{name}",)
    if other := twin(name):
        return (f"datacite/{other if kind == 'arxiv' else name}",)
    if kind != "doi":
        return ()
    first, second = f"crossref/{name}", f"agency/{name}"
    if not _is_absent(lock.get(first)):
        return (first,)
    return (first, second, f"datacite/{name}") if _registrar(lock.get(second)) == "datacite" else (first, second)


def absent(name: str, lock: Mapping[str, Asked]) -> Asked | None:
    """The last answer by which all registries of an identifier say that it does not exist; None if one did not."""
    closed = lock.get(f"{CATALOGUE}/{name}")
    answers = [closed] if closed else [lock.get(key) for key in registries(name, lock)]
    return answers[-1] if answers and all(map(_is_absent, answers)) else None


def heard(name: str, lock: Mapping[str, Asked]) -> bool:
    """Whether it is known what an identifier is: a registry has it, or all of them say that they have not."""
    closed = lock.get(f"{CATALOGUE}/{name}")
    answers = [closed] if closed else [lock.get(key) for key in registries(name, lock)]
    return any(map(_tells, answers)) or bool(answers and all(map(_is_absent, answers)))


def unheard(names: Iterable[str], lock: Mapping[str, Asked]) -> tuple[str, ...]:
    """Those of the identifiers of one work that have a registry which was not asked, or gave no answer."""
    return tuple(name for name in looked_up(names) if not heard(name, lock))


def sought(name: str, lock: Mapping[str, Asked]) -> bool:
    """Whether PubMed is searched for a DOI: not for one of arXiv's, nor for one that nobody has."""
    is_doi = name.startswith("doi:") and not twin(name)
    return is_doi and f"{CATALOGUE}/{name}" not in lock and not absent(name, lock)


def unsought(names: Iterable[str], lock: Mapping[str, Asked]) -> tuple[str, ...]:
    """Those of the DOIs of one work by which PubMed has yet to say whether it has the work.

    None where it has, by a PMID: it tells of the work what it knows.
    """
    names = tuple(names)
    if any(_tells(lock.get(f"pubmed/{name}")) for name in names):
        return ()
    return tuple(name for name in names if sought(name, lock) and not _is_sought(lock.get(f"pubmed-doi/{name}"), lock))


def _is_sought(answer: Asked | None, lock: Mapping[str, Asked]) -> bool:
    return answer is not None and (answer.state == "absent" or f"pubmed/{answer.to}" in lock)


def looked_up(names: Iterable[str]) -> tuple[str, ...]:
    """Those of the identifiers of one work that are asked about.

    A PMCID beside a PMID is not: PubMed's record has it.
    """
    kinds = [(name.partition(":")[0], name) for name in names]
    spared = "pmcid" if "pmid" in [kind for kind, _ in kinds] else ""
    return tuple([name for kind, name in kinds if kind in LOOKED_UP and kind != spared])


def unasked(names: Iterable[str]) -> tuple[str, ...]:
    """Those of the identifiers whose kind is not looked up anywhere."""
    return tuple(name for name in names if name.partition(":")[0] not in LOOKED_UP)


def search_key(source: str, citation: str) -> str:
    """The key, in the lock, of a search for what the citation of an id means."""
    return f"{source}/{search_name(citation)}"


def search_name(citation: str) -> str:
    """The id, in the lock, of searches for what the citation of an id means."""
    return f"citation:{citation}"


def searches(citation: str, lock: Mapping[str, Asked]) -> tuple[Asked, ...]:
    """The searches for what the citation of an id means, by which nothing certain was found.

    They are noted when all that there were to ask have answered.
    """
    found = [line for source in SEARCHES if (line := lock.get(search_key(source, citation)))]
    return tuple(found) if all(map(_is_absent, found)) else ()


def nearest(searched: Iterable[Asked], refused: Collection[str]) -> tuple[str, ...]:
    """What came nearest in searches that found nothing certain, by identifier, without what people have refused."""
    return tuple(dict.fromkeys(line.to for line in searched if line.to and line.to not in refused))


def replacements(lock: Mapping[str, Asked]) -> dict[str, str]:
    """Where each replaced identifier leads: the one that it is now."""
    return {line.id: line.to for line in lock.values() if line.state == "merged-into"}


def denied(answer: Asked) -> str:
    """What a source answered about an identifier that it has not, in words; a catalogue has no day of asking."""
    said = f"answered on {answer.day} that it has" if answer.day else "has"
    return f"{spoken(answer.source)} {said} no such record"


def deleted(name: str, lock: Mapping[str, Asked]) -> Asked | None:
    """The answer by which a PMID that PubMed lacks was deleted; None for any other."""
    answer = lock.get(f"deleted/{name}")
    return answer if answer and answer.state == "deleted" and absent(name, lock) else None


def agency(name: str, lock: Mapping[str, Asked]) -> Asked | None:
    """doi.org's answer on a DOI that it says another agency registered than those that are asked."""
    answer = lock.get(f"agency/{name}")
    return answer if answer and answer.state == "elsewhere" and not _registrar(answer) else None


def undeposited(name: str, lock: Mapping[str, Asked]) -> Asked | None:
    """doi.org's answer on a DOI that is said to be of an agency which has no record of it."""
    answer = lock.get(f"agency/{name}")
    registrar = _registrar(answer)
    return answer if registrar and _is_absent(lock.get(f"{registrar}/{name}")) else None


def is_recent(year: int | None, day: str) -> bool:
    """Whether a work of that year may have been too new, on the day of asking, for its registry to have it.

    Issues of next year appear in this one; later years are slips.
    """
    return year is not None and day[:4].isdigit() and abs(year - int(day[:4])) <= 1


def _tells(answer: Asked | None) -> bool:
    if answer is None:
        return False
    return answer.state in ("here", "merged-into") or (answer.state == "elsewhere" and not _registrar(answer))


def _is_absent(answer: Asked | None) -> bool:
    return answer is not None and answer.state == "absent"


def _registrar(answer: Asked | None) -> str:
    """The agency that is asked for a record; doi.org has written `Data Cite` too."""
    name = "".join(answer.to.casefold().split()) if answer and answer.state == "elsewhere" else ""
    return AGENCIES.get(name, "")
