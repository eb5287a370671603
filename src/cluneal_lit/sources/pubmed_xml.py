"""The parts that PubMed's articles and books share: text, names, dates, abstracts, identifiers.

Children are addressed by their exact path: ReferenceList and CommentsCorrections hold PMIDs and DOIs of other works.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from typing import TypeAlias

from lxml import etree
from msgspec.structs import replace

from cluneal_lit import dates, identifiers
from cluneal_lit.folding import one_line
from cluneal_lit.model import Date, Name, Section
from cluneal_lit.names import ET_AL

Element: TypeAlias = etree._Element

_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")
# ISO 639-2/B codes (https://www.nlm.nih.gov/bsd/language_table.html) of the languages that have a two-letter code.
LANGUAGES = dict(
    pair.split(":")
    for pair in (
        "afr:af alb:sq ara:ar arm:hy bul:bg cat:ca chi:zh cze:cs dan:da dut:nl eng:en est:et fin:fi fre:fr geo:ka "
        "ger:de gre:el heb:he hrv:hr hun:hu ice:is ita:it jpn:ja kor:ko lav:lv lit:lt mac:mk nor:no per:fa pol:pl "
        "por:pt rum:ro rus:ru slo:sk slv:sl spa:es srp:sr swe:sv tha:th tur:tr ukr:uk vie:vi"
    ).split()
)


def text(element: Element | None, path: str = "") -> str:
    """All the words of an element or of its first child at `path`, markup left out, on one line."""
    if element is not None and path:
        element = element.find(path)
    if element is None:
        return ""
    words = "".join(element.itertext()) if len(element) else element.text  # type: ignore[arg-type]
    return one_line(words or "")


def names(authors: Element | None) -> tuple[Name, ...]:
    """The people and groups of an AuthorList in its order, without the misspelt ones that `ValidYN="N"` withdraws.

    `CompleteYN="N"` says that it was cut off: `et al.` stands at its end.
    """
    if authors is None:
        return ()
    found = (_name(author) for author in authors.iterfind("Author") if author.get("ValidYN") != "N")
    cut_off = (ET_AL,) if authors.get("CompleteYN") == "N" else ()
    return (*(name for name in found if name != Name()), *cut_off)


def _name(author: Element) -> Name:
    if group := text(author, "CollectiveName"):
        return Name(literal=group)
    given = text(author, "ForeName") or text(author, "FirstName") or text(author, "Initials")
    family = text(author, "LastName")
    return Name(family=family or given, given=given if family else "", suffix=text(author, "Suffix"))


def date(element: Element | None) -> Date | None:
    """The date of Year, Month or Season, and Day; a MedlineDate as it is written, with what of it is understood."""
    if element is None:
        return None
    year, season = text(element, "Year"), text(element, "Season")
    written = text(element, "MedlineDate") or (f"{year} {season}" if season else "")
    if not written:
        return dates.from_parts(year or None, text(element, "Month") or None, text(element, "Day") or None)
    found = dates.parse(written)
    if found and not found.date_parts and (match := _YEAR.search(written)):
        return replace(found, date_parts=((int(match[0]),),))
    return found


def language(elements: Iterable[Element]) -> str:
    """The language of the work, of several the first, by its two-letter code where there is one."""
    codes = [text(element).lower() for element in elements]
    known = [code for code in codes if code and code != "und"]
    return LANGUAGES.get(known[0], known[0]) if known else ""


def sections(abstract: Element | None) -> tuple[Section, ...]:
    """The parts of an abstract with their labels as printed; empty parts are left out."""
    if abstract is None:
        return ()
    parts = ((text(part), part.get("Label", "")) for part in abstract.iterfind("AbstractText"))
    return tuple(Section(text=words, label="" if label == "UNLABELLED" else label) for words, label in parts if words)


def article_ids(id_lists: Iterable[Element | None]) -> list[str]:
    """The PMCID and DOIs of ArticleIdLists as `kind:value`; what is not well formed is left out."""
    found: list[str] = []
    for id_list in id_lists:
        for element in id_list.iterfind("ArticleId") if id_list is not None else ():
            found.extend(_article_id(element.get("IdType", ""), html.unescape(text(element))))
    return list(dict.fromkeys(found))


def _article_id(kind: str, value: str) -> list[str]:
    if kind == "doi" and (doi := identifiers.doi(value)):
        return [f"doi:{doi}"]
    if kind in ("pmc", "pmcid") and (match := re.search(r"PMC\d+", value)):
        return [f"pmcid:{identifiers.pmcid(match[0])}"]
    return []
