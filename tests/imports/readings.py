"""What programs give back, in the words of the comparison."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from cluneal_lit.formats.csl_values import without_markup
from tests.formats.test_bibtex import meant
from tests.imports.compared import Said, person

_CSL = {
    "title": "title",
    "container-title": "container",
    "container-title-short": "short",
    "collection-title": "series",
    "edition": "edition",
    "publisher": "publisher",
    "publisher-place": "place",
    "volume": "volume",
    "issue": "issue",
    "page": "pages",
    "DOI": "doi",
    "PMID": "pmid",
    "PMCID": "pmcid",
    "ISSN": "issn",
    "ISBN": "isbn",
    "URL": "url",
    "language": "language",
    "keyword": "keywords",
    "abstract": "abstract",
    "note": "note",
    "annote": "annote",
}
BIBTEX = {
    "title": "title",
    "journal": "container",
    "booktitle": "container",
    "howpublished": "container",
    "shortjournal": "short",
    "series": "series",
    "edition": "edition",
    "publisher": "publisher",
    "address": "place",
    "year": "year",
    "month": "month",
    "day": "day",
    "volume": "volume",
    "number": "issue",
    "pages": "pages",
    "doi": "doi",
    "pmid": "pmid",
    "pmcid": "pmcid",
    "issn": "issn",
    "isbn": "isbn",
    "url": "url",
    "langid": "language",
    "keywords": "keywords",
    "abstract": "abstract",
    "note": "note",
    "annote": "annote",
}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def csl(items: Iterable[Mapping[str, Any]]) -> dict[str, Said]:
    """Items of CSL-JSON by their ids."""
    return {item["id"]: _item(item) for item in items}


def _item(item: Mapping[str, Any]) -> Said:
    said = {name: without_markup(str(item[word])) for word, name in _CSL.items() if item.get(word)}
    if "keywords" in said:
        said["keywords"] = re.sub(r",\s*", ", ", said["keywords"])
    for role in ("author", "editor"):
        if item.get(role):
            said[role] = "; ".join(map(_csl_name, item[role]))
    date = item.get("issued", {}).get("date-parts", [[]])[0]
    return said | dict(zip(("year", "month", "day"), map(str, date), strict=False))


def _csl_name(name: Mapping[str, str]) -> str:
    particle = name.get("non-dropping-particle") or name.get("dropping-particle", "")
    return person(
        name.get("family", ""), name.get("given", ""), particle, name.get("suffix", ""), name.get("literal", "")
    )


def better_bibtex(library: Mapping[str, Any]) -> dict[str, Said]:
    """Entries of Better BibTeX's parser by their keys; it complained of none of them."""
    assert library["errors"] == []
    return {entry["key"]: _better(entry["fields"]) for entry in library["entries"]}


def _better(fields: Mapping[str, Any]) -> Said:
    said = {}
    for word, name in BIBTEX.items():
        if value := fields.get(word):
            text = ", ".join(value) if isinstance(value, list) else str(value)
            said[name] = without_markup(text.replace("<p>", " "))
    for role in ("author", "editor"):
        if role in fields:
            said[role] = "; ".join(map(_better_name, fields[role]))
    return said


def _better_name(name: Mapping[str, str]) -> str:
    return person(*(name.get(part, "") for part in ("lastName", "firstName", "prefix", "suffix", "name")))


def bibtex(printed: str) -> dict[str, Said]:
    """What `fields.bst` prints, entry by entry; BibTeX breaks long lines, and what goes on is indented."""
    read: dict[str, Said] = {}
    for line in re.sub(r"\n +", " ", printed).splitlines():
        word, _, value = line.partition(" = ")
        if word == "entry":
            said = read.setdefault(value, {})
        elif word in ("author", "editor"):
            said[word] = "; ".join(filter(None, (said.get(word), _parts(*value.replace("~", " ").split("|")))))
        else:
            said[BIBTEX[word]] = latex(value)
    return read


def of_bibtex(fields: Mapping[str, str]) -> Said:
    """The fields of an entry of BibTeX but its names, whose parts its readers have to find."""
    said = {BIBTEX[word]: latex(value) for word, value in fields.items() if word in BIBTEX}
    month = said.get("month", "").strip("#")
    return said | {"month": str(_MONTHS.index(month) + 1)} if month in _MONTHS else said


def _parts(particle: str, family: str, suffix: str, given: str) -> str:
    if family.startswith("{"):
        return person(group=latex(family))
    return person(*map(latex, (family, given, particle, suffix)))


def latex(value: str) -> str:
    """What LaTeX shows for a value."""
    return meant(value).replace("--", "-") if re.fullmatch(r"\w+--\w+", value) else meant(value)
