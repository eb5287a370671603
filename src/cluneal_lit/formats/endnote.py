"""The XML of EndNote, which it exports and puts into the citation fields of Word files.

Its names are those of EndNote's own fields; there is no published schema.
"""

from __future__ import annotations

import re

from lxml import etree

from cluneal_lit import dates, identifiers, names
from cluneal_lit.folding import one_line
from cluneal_lit.formats.csl_values import without_stop
from cluneal_lit.model import Fields, Ids

_TYPES = {
    "journal article": "article-journal",
    "electronic article": "article-journal",
    "magazine article": "article-magazine",
    "newspaper article": "article-newspaper",
    "book": "book",
    "edited book": "book",
    "electronic book": "book",
    "book section": "chapter",
    "electronic book section": "chapter",
    "conference paper": "paper-conference",
    "conference proceedings": "paper-conference",
    "report": "report",
    "government document": "report",
    "thesis": "thesis",
    "web page": "webpage",
    "dataset": "dataset",
}
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\[\]]+")
_PMC = re.compile(r"\bPMC\d{1,9}\b", re.IGNORECASE)
_PUBMED = re.compile(r"(?:pubmed(?:\.ncbi\.nlm\.nih\.gov)?|list_uids=)[/?\w=&;]*?(\d{1,8})\b", re.IGNORECASE)
_OF_NLM = re.compile(r"nlm|pubmed|medline|ncbi", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def cited(cite: etree._Element) -> tuple[Ids, Fields]:
    """The identifiers and fields of a `<Cite>`: those of its record, or author and year where it has none."""
    record = cite.find("record")
    if record is not None:
        return work(record)
    author, year = _text(cite, "Author"), _YEAR.search(_text(cite, "Year"))
    return Ids(), Fields(author=(names.parse(author),) if author else (), issued=dates.parse(year[0]) if year else None)


def work(record: etree._Element) -> tuple[Ids, Fields]:
    """The identifiers and fields of a `<record>`."""
    kind = record.find("ref-type")
    year = _YEAR.search(_text(record, "dates/year"))
    fields = Fields(
        type=_TYPES.get(kind.get("name", "").lower(), "document") if kind is not None else "",
        title=without_stop(_text(record, "titles/title")),
        author=_people(record, "contributors/authors/author"),
        editor=_people(record, "contributors/secondary-authors/author"),
        container_title=_text(record, "titles/secondary-title") or _text(record, "periodical/full-title"),
        publisher=_text(record, "publisher"),
        publisher_place=_text(record, "pub-location"),
        issued=dates.parse(year[0]) if year else None,
        volume=_text(record, "volume"),
        issue=_text(record, "number"),
        page=_text(record, "pages"),
    )
    return _ids(record), fields


def _ids(record: etree._Element) -> Ids:
    addresses = " ".join(_all(record, "urls//url"))
    found = [f"doi:{doi}" for match in _DOI.findall(_text(record, "electronic-resource-num")) if (doi := _doi(match))]
    own = _text(record, "accession-num")
    provider = f"{_text(record, 'remote-database-name')} {_text(record, 'remote-database-provider')}"
    address = _PUBMED.search(addresses)
    if _OF_NLM.search(provider) or (address and address[1] == own):
        found.append(f"pmid:{identifiers.pmid(own)}")
    elif address:
        found.append(f"pmid:{identifiers.pmid(address[1])}")
    found += [f"pmcid:{identifiers.pmcid(match)}" for match in _PMC.findall(_text(record, "custom2"))]
    found += [f"isbn:{identifiers.isbn(part)}" for part in re.split(r"[;,\s]+", _text(record, "isbn"))]
    return identifiers.ids([each for each in found if not each.endswith(":")])


def _doi(written: str) -> str:
    return identifiers.doi(written.rstrip(".,;"))


def _people(record: etree._Element, path: str) -> tuple[names.Name, ...]:
    return tuple(names.parse(name) for written in _all(record, path) if (name := written.strip(" ,")))


def _text(element: etree._Element, path: str) -> str:
    return next(iter(_all(element, path)), "")


def _all(element: etree._Element, path: str) -> list[str]:
    """The texts at a path, whatever styles lie over them."""
    return [one_line("".join(each.itertext())) for each in element.iterfind(path)]
