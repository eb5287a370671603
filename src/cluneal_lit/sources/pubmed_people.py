"""The people of a PubMed article: names, and what is said about each author beyond the name."""

from __future__ import annotations

from cluneal_lit import identifiers, names
from cluneal_lit.model import Author, Name
from cluneal_lit.sources.pubmed_xml import Element, text, texts

_NOTHING = Author()


def authors(listed: Element | None) -> tuple[tuple[Name, ...], tuple[Author, ...]]:
    """The people and groups of an AuthorList in its order, and for each what is said beyond the name, or () if nothing.

    Those whom `ValidYN="N"` withdraws are misspelt and left out. `CompleteYN="N"` says that the list was cut off:
    `et al.` stands at its end.
    """
    if listed is None:
        return (), ()
    found = [_author(author) for author in listed if author.get("ValidYN") != "N"]
    if listed.get("CompleteYN") == "N":
        found.append((names.ET_AL, _NOTHING))
    people = tuple([name for name, _ in found if name])
    beyond = tuple([said for name, said in found if name])
    return people, beyond if any(said is not _NOTHING for said in beyond) else ()


def people(listed: Element | None) -> tuple[Name, ...]:
    """The names alone of a list of people."""
    return authors(listed)[0]


def _author(author: Element) -> tuple[Name | None, Author]:
    said: dict[str, str] = {}
    affiliations: list[str] = []
    orcid = ""
    for part in author:
        tag = part.tag
        if tag == "AffiliationInfo":
            affiliations += texts(part.iterchildren("Affiliation"))
        elif tag == "Identifier":
            orcid = orcid or (identifiers.orcid(text(part)) if part.get("Source") == "ORCID" else "")
        else:
            said[tag] = text(part)
    if "Affiliation" in said:  # before 2015
        affiliations.append(said["Affiliation"])
    equal = author.get("EqualContrib") == "Y"
    initials = _initials(said)
    if orcid or affiliations or equal or initials:
        return _name(said), Author(orcid, tuple(affiliations), equal, initials)
    return _name(said), _NOTHING


def _name(said: dict[str, str]) -> Name | None:
    if group := said.get("CollectiveName"):
        return Name(literal=group)
    given = said.get("ForeName") or said.get("FirstName") or said.get("Initials", "")
    family = said.get("LastName", "")
    if not family:
        return Name(family=given) if given else None
    return Name(family, given, "", said.get("Suffix", ""))


def _initials(said: dict[str, str]) -> str:
    """The initials, where the given names do not give them: `LJ` of Leandro de Jesus."""
    written, given = said.get("Initials", ""), said.get("ForeName", "")
    if not given or written in (given, given.replace(" ", "")):
        return ""
    if written == "".join([part[0] for part in given.split()]):
        return ""
    return written if written != names.initials(given) else ""
