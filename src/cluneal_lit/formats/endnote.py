"""The XML of EndNote, which it exports and puts into the citation fields of Word files.

Its names are those of EndNote's own fields; there is no published schema.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from cluneal_lit import dates, identifiers, names
from cluneal_lit.folding import one_line
from cluneal_lit.formats.csl_values import without_stop
from cluneal_lit.model import Fields, Ids, Name

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
_PUBMED = re.compile(r"(?:pubmed(?:\.ncbi\.nlm\.nih\.gov)?|list_uids=)[/?\w=&;]{0,40}?(\d{1,8})\b", re.IGNORECASE)
_OF_NLM = re.compile(r"nlm|pubmed|medline|ncbi", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def cited(cite: etree._Element) -> tuple[Ids, Fields]:
    """The identifiers and fields of a `<Cite>`: those of its record, or author and year where it has none."""
    record = cite.find("record")
    if record is not None:
        return work(record)
    said = _said(cite)
    author, year = said("Author"), _YEAR.search(said("Year"))
    return Ids(), Fields(author=(names.parse(author),) if author else (), issued=dates.parse(year[0]) if year else None)


def work(record: etree._Element) -> tuple[Ids, Fields]:
    """The identifiers and fields of a `<record>`."""
    kind = record.find("ref-type")
    said = _said(record)
    year = _YEAR.search(said("dates/year"))
    fields = Fields(
        type=_TYPES.get(kind.get("name", "").lower(), "document") if kind is not None else "",
        title=without_stop(said("titles/title")),
        author=_people(record, "authors"),
        editor=_people(record, "secondary-authors"),
        container_title=said("titles/secondary-title") or said("periodical/full-title"),
        publisher=said("publisher"),
        publisher_place=said("pub-location"),
        issued=dates.parse(year[0]) if year else None,
        volume=said("volume"),
        issue=said("number"),
        page=said("pages"),
    )
    return _ids(record, said), fields


def _ids(record: etree._Element, said: Callable[[str], str]) -> Ids:
    found = [f"doi:{identifiers.doi(match.rstrip('.,;'))}" for match in _DOI.findall(said("electronic-resource-num"))]
    own = said("accession-num")
    address = _PUBMED.search(" ".join(map(_text, record.iter("url"))))
    if _OF_NLM.search(said("remote-database-name") + said("remote-database-provider")):
        found.append(f"pmid:{identifiers.pmid(own)}")
    elif address:
        found.append(f"pmid:{identifiers.pmid(address[1])}")
    found += [f"pmcid:{identifiers.pmcid(match)}" for match in _PMC.findall(said("custom2"))]
    found += [f"isbn:{identifiers.isbn(part)}" for part in re.split(r"[;,\s]+", said("isbn"))]
    return identifiers.ids([each for each in found if not each.endswith(":")])


def _said(record: etree._Element) -> Callable[[str], str]:
    """What answers with the text at a path of one or two names."""
    children = {str(child.tag): child for child in reversed(record)}

    def said(path: str) -> str:
        outer, _, inner = path.partition("/")
        element = children.get(outer)
        if element is not None and inner:
            element = element.find(inner)
        return "" if element is None else _text(element)

    return said


def _people(record: etree._Element, role: str) -> tuple[Name, ...]:
    found = record.iterfind(f"contributors/{role}/author")
    return tuple(names.parse(name) for each in found if (name := _text(each).strip(" ,")))


def _text(element: etree._Element) -> str:
    """The text of an element, whatever styles lie over it."""
    return one_line("".join(str(part) for part in element.itertext()) if len(element) else element.text or "")
