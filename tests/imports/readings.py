"""What programs give back, in the words of the comparison."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import bibtexparser

from cluneal_lit import dates, languages
from cluneal_lit.formats import bibtex_types
from cluneal_lit.formats.styled import without_markup
from tests.formats.test_bibtex import meant
from tests.imports.compared import Said, person

_CSL = {
    "type": "type",
    "title": "title",
    "container-title": "container",
    "container-title-short": "short",
    "collection-title": "series",
    "edition": "edition",
    "publisher": "publisher",
    "publisher-place": "place",
    "volume": "volume",
    "issue": "issue",
    "number": "pages",
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
    "journaltitle": "container",
    "booktitle": "container",
    "howpublished": "container",
    "organization": "container",
    "shortjournal": "short",
    "series": "series",
    "edition": "edition",
    "publisher": "publisher",
    "address": "place",
    "location": "place",
    "year": "year",
    "month": "month",
    "day": "day",
    "volume": "volume",
    "number": "issue",
    "issue": "issue",
    "pages": "pages",
    "eid": "pages",
    "doi": "doi",
    "pmid": "pmid",
    "pmcid": "pmcid",
    "nct": "nct",
    "eprint": "arxiv",
    "issn": "issn",
    "isbn": "isbn",
    "url": "url",
    "langid": "language",
    "keywords": "keywords",
    "abstract": "abstract",
    "note": "note",
    "annote": "annote",
    "annotation": "annote",
}
_MEDLINE = {
    **{"TA": "short", "VI": "volume", "IP": "issue", "PG": "pages", "PMID": "pmid", "PMC": "pmcid", "IS": "issn"},
    **{"ISBN": "isbn", "AB": "abstract", "PB": "publisher", "EN": "edition", "CTI": "series", "LA": "language"},
}
# What JabRef calls otherwise that comes from RIS and from PubMed's format.
_JABREF = BIBTEX | {
    "author": "author",
    "editor": "editor",
    "comment": "note",
    "language": "language",
    "article-doi": "doi",
    "title-abbreviation": "short",
}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def csl(items: Iterable[Mapping[str, Any]]) -> dict[str, Said]:
    """Items of CSL-JSON by their ids."""
    return {item["id"]: _item(item) for item in items}


def _item(item: Mapping[str, Any]) -> Said:
    said = {name: without_markup(_line(item[word])) for word, name in _CSL.items() if item.get(word)}
    if "keywords" in said:
        said["keywords"] = re.sub(r",\s*", ", ", said["keywords"])
    for role in ("author", "editor"):
        if item.get(role):
            said[role] = "; ".join(map(_csl_name, item[role]))
    date = item.get("issued", {}).get("date-parts", [[]])[0]
    return coded(said | dict(zip(("year", "month", "day"), map(str, date), strict=False)))


def _line(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


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
            said[name] = without_markup(_line(value).replace("<p>", " "))
    for role in ("author", "editor"):
        if role in fields:
            said[role] = "; ".join(map(_better_name, fields[role]))
    return coded(said)


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
    return {key: coded(said) for key, said in read.items()}


def coded(said: Said) -> Said:
    """The same with its language as a code, where it has a name."""
    named = said.get("language", "")
    return said | {"language": languages.code(named.removesuffix("-DE"))} if named else said


def saved(file: Path) -> dict[str, Said]:
    """The entries of a file of BibTeX as bibtexparser reads them, but names, which it leaves in one text."""
    library = bibtexparser.parse_file(str(file))
    assert library.failed_blocks == []
    return {
        entry.key: of_bibtex({field.key: field.value for field in entry.fields}, entry.entry_type)
        for entry in library.entries
    }


def of_jabref(text: str, named: Callable[[Mapping[str, str]], str]) -> dict[str, Said]:
    """The entries that JabRef saves of a file in another format, which are no BibTeX: signs stand as they are."""
    read = {}
    for kind, whole in re.findall(r"^@(\w+)\{,\n(.*?)^\}", text, re.MULTILINE | re.DOTALL):
        fields = dict(re.findall(r"^  ([\w-]+) *= \{?(.*?)\}?,$", whole, re.MULTILINE))
        said = {_JABREF[word]: value.replace("\\&", "&") for word, value in fields.items() if word in _JABREF}
        said |= {role: said[role].replace(" and ", "; ") for role in ("author", "editor") if role in said}
        said |= {"pages": said["pages"].replace("--", "-")} if "pages" in said else {}
        read[named(fields)] = numbered({"type": bibtex_types.READ.get(kind.lower(), "document"), **said})
    return read


def medline(record: Mapping[str, Any]) -> tuple[str, Said]:
    """The title of a record of Biopython's, and what it says."""
    title, book = record.get("TI", ""), " ".join(record.get("BTI", ()))
    notes = record.get("GN", [])
    kind = "chapter" if book and title else "book" if book else ""
    day = dates.parse(record.get("DP", ""))
    said = {
        "type": kind or ("article-journal" if "Journal Article" in record.get("PT", ()) else ""),
        "author": "; ".join((*record.get("FAU", ()), *(f"[{name}]" for name in record.get("CN", ())))),
        "editor": "; ".join(name if "," in name else f"[{name}]" for name in record.get("FED", ())),
        "title": title or book,
        "container": record.get("JT", "") or (book if title else ""),
        "doi": record.get("LID", "").removesuffix(" [doi]"),
        "keywords": "; ".join(record.get("OT", ())),
        "note": " ".join(notes),
        **{name: _line(record.get(tag, "")) for tag, name in _MEDLINE.items()},
        **dict(zip(("year", "month", "day"), map(str, day.date_parts[0]) if day else (), strict=False)),
    }
    return title or book, {name: value for name, value in said.items() if value}


def of_bibtex(fields: Mapping[str, str], kind: str = "") -> Said:
    """The fields of an entry of BibTeX but its names, whose parts its readers have to find."""
    said = {BIBTEX[word]: latex(value) for word, value in fields.items() if word in BIBTEX}
    if kind:
        said["type"] = bibtex_types.of_subtype(fields.get("entrysubtype", "")) or bibtex_types.READ[kind]
    return coded(numbered(said))


def numbered(said: Said) -> Said:
    """The same with its month as a number, where it has a name."""
    month = said.get("month", "").strip("#").lower()
    return said | {"month": str(_MONTHS.index(month) + 1)} if month in _MONTHS else said


def _parts(particle: str, family: str, suffix: str, given: str) -> str:
    if family.startswith("{") and not given:
        return person(group=latex(family))
    return person(*map(latex, (family, given, particle, suffix)))


def latex(value: str) -> str:
    """What LaTeX shows for a value, italics as CSL marks them."""
    value = re.sub(r"\\textit\{(\w*)\}", r"<i>\1</i>", value)
    return meant(value).replace("--", "-") if re.fullmatch(r"\w+(, \w+)*--\w+", value) else meant(value)
