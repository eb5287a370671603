"""The parts that PubMed's articles and books share: children, text, dates, languages, abstracts.

Children are addressed by their exact path: ReferenceList and CommentsCorrections hold PMIDs and DOIs of other works.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

from lxml import etree
from msgspec.structs import replace

from cluneal_lit import dates, languages
from cluneal_lit.formats import xml_text
from cluneal_lit.model import Abstract, Date, Event, Section

Element: TypeAlias = etree._Element
Children: TypeAlias = dict[str, Element]

_YEAR = re.compile(r"(?:1[5-9]|20|21)\d\d")
_NO_CATEGORY = ("", "UNASSIGNED", "UNLABELLED")
# When a database took the work up, which says nothing about the work.
_INDEX_TIMES = frozenset({"pubmed", "pubmedr", "premedline", "medline", "entrez", "pmc"})


def children(element: Element | None) -> Children:
    """The children of an element by name, of several the first: one pass is cheaper than a `find` for each."""
    return {child.tag: child for child in reversed(element)} if element is not None else {}


def text(element: Element | None) -> str:
    """All the words of an element on one line; what `sup` and `sub` mark by the characters of `scripts`."""
    if element is None:
        return ""
    words = xml_text.text(element, lambda child: child.tag) if len(element) else element.text
    if not words:
        return ""
    # `folding.one_line` without the call: this is called a hundred times for each article.
    return words.strip() if words.isprintable() and "  " not in words else " ".join(words.split())


def texts(elements: Iterable[Element]) -> tuple[str, ...]:
    """The words of each element, each once, empty ones left out."""
    return tuple(dict.fromkeys(words for element in elements if (words := text(element))))


def date(element: Element | None) -> Date | None:
    """The date of Year, Month or Season, and Day; a MedlineDate as it is written, with what of it is understood."""
    if element is None:
        return None
    said = {part.tag: text(part) for part in element}
    year, season = said.get("Year", ""), said.get("Season", "")
    written = said.get("MedlineDate") or (f"{year} {season}" if season else "")
    if not written:
        return dates.from_parts(year or None, said.get("Month") or None, said.get("Day") or None)
    found = dates.parse(written)
    if found and not found.date_parts and (match := _YEAR.search(written)):
        return replace(found, date_parts=((int(match[0]),),))
    return found


def history(element: Element) -> tuple[Event, ...]:
    """The days of a History in its order, but for those on which a database took the work up."""
    known = ((kind, day) for day in element if (kind := day.get("PubStatus", "")) not in _INDEX_TIMES)
    return tuple(Event(kind, when) for kind, day in known if (when := date(day)))


def languages_of(elements: Iterable[Element]) -> tuple[str, ...]:
    """The languages of the work by their two-letter codes where there are such."""
    codes = (text(element).lower() for element in elements)
    return tuple(languages.code(code) for code in codes if code and code != "und")


def sections(abstract: Element) -> tuple[Section, ...]:
    """The parts of an abstract with their labels as printed; empty parts are left out."""
    found = []
    for part in abstract.iterchildren("AbstractText"):
        if words := text(part):
            label, category = part.get("Label", ""), part.get("NlmCategory", "")
            found.append(
                Section(
                    words,
                    "" if label == "UNLABELLED" else label,
                    "" if category in _NO_CATEGORY else category,
                )
            )
    return tuple(found)


def abstracts(others: Iterable[Element]) -> tuple[Abstract, ...]:
    """Each OtherAbstract that is not empty."""
    return tuple(
        Abstract(parts, other.get("Type", ""), languages.code(other.get("Language", "").lower()), copyright_line(other))
        for other in others
        if (parts := sections(other))
    )


def copyright_line(abstract: Element | None) -> str:
    """The copyright line behind an abstract."""
    return text(next(abstract.iterchildren("CopyrightInformation"), None)) if abstract is not None else ""
