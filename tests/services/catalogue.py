"""Catalogues: files of works, as PubMed, Crossref and DataCite would tell them.

PubMed XML and Crossref JSON are given out as they are. A work in CSL-JSON becomes a PubMed article if it has a PMID and
a Crossref message if it has a DOI, or what DataCite says if `custom.agency` names that; the ID Converter knows its
PMCID. What a service's own form says of the same identifier goes before that.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from lxml import etree
from msgspec import Struct

from cluneal_lit.json_values import mapping, mappings
from tests.services.works import Work, article, attributes, message

Json = dict[str, Any]

# CSL type -> Crossref type and subtype; those of what Crossref does not tell from others are `other`.
TYPES = {
    "article-journal": ("journal-article", ""),
    "article": ("posted-content", "preprint"),
    "book": ("book", ""),
    "chapter": ("book-chapter", ""),
    "dataset": ("dataset", ""),
    "entry": ("reference-entry", ""),
    "entry-encyclopedia": ("reference-entry", ""),
    "paper-conference": ("proceedings-article", ""),
    "report": ("report", ""),
    "review": ("peer-review", ""),
    "standard": ("standard", ""),
    "thesis": ("dissertation", ""),
}
# What a CSL-JSON entry may say in Crossref's own words; it is passed through.
_CROSSREF = (
    "updated-by update-to update-policy relation subtype subtitle published published-print published-online posted"
    " short-container-title article-number edition-number publisher-location member prefix alternative-id license"
).split()
_LANGUAGES = {"en": "eng", "de": "ger", "fr": "fre", "es": "spa", "it": "ita", "ja": "jpn", "zh": "chi", "pt": "por"}


class CatalogueError(Exception):
    """A file that is no catalogue; the message is for the user."""


class Catalogue(Struct, frozen=True):
    """Articles by PMID, messages and datasets by DOI, and PMCIDs, as `Loopback` takes them; `mute` works lack all."""

    articles: Mapping[str, str]
    messages: Mapping[str, Json]
    mute: int = 0
    datasets: Mapping[str, Json] = {}
    converted: Mapping[str, Mapping[str, str]] = {}

    @property
    def options(self) -> dict[str, Any]:
        """What `Loopback` is to be told of it."""
        return {name: getattr(self, name) for name in ("articles", "messages", "datasets", "converted")}


def read(paths: Iterable[Path]) -> Catalogue:
    """The works of all files; of two about one identifier the later counts. Raises CatalogueError."""
    own, made = Catalogue({}, {}), Catalogue({}, {})
    for path in paths:
        try:
            content = path.read_bytes()
        except OSError as error:
            raise CatalogueError(f"{path}: cannot be read: {(error.strerror or str(error)).lower()}") from error
        if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
            own = _united(own, Catalogue(_articles(content, path), {}))
        else:
            entries = list(_entries(content, path))
            own = _united(own, _told(entry for entry in entries if _is_crossref(entry)))
            made = _united(made, _from_csl(entry for entry in entries if not _is_crossref(entry)))
    return _united(made, own)


def _united(one: Catalogue, other: Catalogue) -> Catalogue:
    known = {name: {**one.options[name], **other.options[name]} for name in one.options}
    return Catalogue(**known, mute=one.mute + other.mute)


def _articles(content: bytes, path: Path) -> dict[str, str]:
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    except etree.XMLSyntaxError as error:
        raise CatalogueError(f"{path}: is no XML that can be read: {error.msg}") from error
    found: dict[str, str] = {}
    for element in [root] if root.tag == "PubmedArticle" else root.iterchildren("PubmedArticle", "PubmedBookArticle"):
        pmid = element.findtext("MedlineCitation/PMID") or element.findtext("BookDocument/PMID")
        if pmid:
            found[pmid.strip()] = etree.tostring(element, encoding="unicode", with_tail=False)
    if not found:
        raise CatalogueError(f"{path}: is no PubMed XML: <{root.tag}> holds no PubmedArticle with a PMID")
    return found


def _entries(content: bytes, path: Path) -> Iterator[Json]:
    """The works of an answer of Crossref's, an array, a lone object, or of JSON Lines."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CatalogueError(f"{path}: {_KINDS}") from error
    try:
        whole = json.loads(text)
    except ValueError:
        try:
            whole = [json.loads(line) for line in text.splitlines() if line.strip()]
        except ValueError as error:
            raise CatalogueError(f"{path}: {_KINDS}") from error
    found = list(_works(whole))
    if not found or not all(isinstance(one, dict) and ("title" in one or "DOI" in one) for one in found):
        raise CatalogueError(f"{path}: {_KINDS}")
    if not any({"id", "type", "DOI"} & one.keys() for one in found):
        raise CatalogueError(f"{path}: {_OF_OUR_OWN}")
    yield from found


_KINDS = "is no catalogue; it must be PubMed XML, Crossref JSON or CSL-JSON (array or JSON Lines)"

_OF_OUR_OWN = (
    "is JSON, but no CSL-JSON: its works have no `id`, `type` or `DOI`; make CSL-JSON of it first, as `items` of"
    " tests/cli/test_seed_slips.py does for the facts of the seeds' works"
)


def _works(value: object) -> Iterator[Any]:
    if isinstance(value, list):
        for one in value:
            yield from _works(one)
    elif isinstance(value, dict) and ("message" in value or "items" in value):
        yield from _works(value.get("message", value.get("items")))
    else:
        yield value


def _is_crossref(entry: Json) -> bool:
    """Whether an entry is a message of Crossref's: its titles are a list, where CSL has a text."""
    return isinstance(entry.get("title"), list) or ("title" not in entry and "DOI" in entry)


def _told(messages: Iterable[Json]) -> Catalogue:
    by_doi = {str(one["DOI"]).lower(): one for one in messages if one.get("DOI")}
    return Catalogue({}, by_doi)


def _from_csl(entries: Iterable[Json]) -> Catalogue:
    articles, messages, datasets, converted, mute = {}, {}, {}, {}, 0
    for entry in entries:
        known = work(entry)
        if known.pmid:
            articles[known.pmid] = etree.tostring(article(known), encoding="unicode")
        if known.doi and known.agency == "DataCite":
            datasets[known.doi.lower()] = attributes(known)
        elif known.doi:
            messages[known.doi.lower()] = _message(known, entry)
        if known.pmcid:
            converted[known.pmcid] = {"pmid": known.pmid, "doi": known.doi}
        mute += not (known.pmid or known.doi or known.pmcid)
    return Catalogue(articles, messages, mute, datasets, converted)


def work(entry: Json) -> Work:
    """The facts of a work that CSL-JSON tells."""
    year, month, day = _date(entry)
    return Work(
        title=str(entry.get("title", "")).rstrip("."),
        pmid=str(entry.get("PMID", "")),
        doi=str(entry.get("DOI", "")),
        pmcid=str(entry.get("PMCID", "")),
        authors=tuple(filter(None, (_name(person) for person in mappings(entry.get("author"))))),
        journal=str(entry.get("container-title", "")),
        journal_short=str(entry.get("container-title-short") or entry.get("journalAbbreviation") or ""),
        issn=str(entry.get("ISSN", "")).split(",")[0].strip(),
        year=year,
        month=month,
        day=day,
        volume=str(entry.get("volume", "")),
        issue=str(entry.get("issue", "")),
        pages=str(entry.get("page", "")),
        language=_LANGUAGES.get(str(entry.get("language", "en"))[:2].lower(), "und"),
        abstract=str(entry.get("abstract", "")),
        types=_TYPES.get(str(entry.get("type")), ("Journal Article",)),
        agency=str(mapping(entry.get("custom")).get("agency", "Crossref")),
    )


_TYPES = {"article": ("Preprint",), "dataset": ("Dataset",), "software": ("Software",)}


def _date(entry: Json) -> tuple[int, int, int]:
    issued = entry.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    numbers = [int(part) for part in first if str(part).isdigit()][:3]
    year, month, day = (*numbers, 0, 0, 0)[:3]
    return year, month, day


def _name(person: Json) -> str:
    """`Family, Given` or `Family, Given, Suffix`; without a comma a group."""
    if not person.get("family"):
        return str(person.get("literal") or person.get("name") or person.get("given") or "").replace(", ", " ")
    family = " ".join(filter(None, (person.get("non-dropping-particle", ""), person["family"])))
    return ", ".join((family, str(person.get("given", "")), *filter(None, (str(person.get("suffix", "")),))))


def _message(known: Work, entry: Json) -> Json:
    kind, subtype = TYPES.get(str(entry.get("type", "")), ("other", ""))
    own: Json = {"type": kind, "subtype": subtype}
    own |= {word: entry.get(word, "") for word in ("publisher", "language")}
    own["editor"] = list(mappings(entry.get("editor")))
    own["ISBN"] = str(entry.get("ISBN", "")).split()
    told = {key: value for key, value in own.items() if value}
    passed = {"published-online": entry["available-date"]} if "available-date" in entry else {}
    passed |= {key: entry[key] for key in _CROSSREF if key in entry}
    base = {key: value for key, value in message(known).items() if key not in ("publisher", "language")}
    return {**base, **told, **passed}
