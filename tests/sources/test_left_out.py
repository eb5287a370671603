"""Nothing is lost silently: what is taken from a recorded article changes its record, or `docs/reading.md` names it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path

from lxml import etree

from cluneal_lit.sources import crossref_work, pubmed_article
from cluneal_lit.sources.pubmed_xml import Element
from tests.sources.recorded import crossref_works

ROOT = Path(__file__).resolve().parents[2]
ENOUGH = 25  # what says a thing twice is tried again elsewhere, so many times

# Below these nothing is looked at: the whole element is left out.
WHOLE = frozenset(
    "ReferenceList InvestigatorList DateCreated DateCompleted DateRevised CitationSubset NumberOfReferences "
    "GeneSymbolList SpaceFlightMission".split()
)


def named() -> set[str]:
    """The names that the page gives."""
    return set(re.findall(r"`([^`]+)`", (ROOT / "docs/reading.md").read_text("utf-8")))


def test_every_element_and_attribute_of_recorded_articles_is_read_or_named(shared: Path) -> None:
    read: set[str] = set()
    left: dict[str, list[str]] = {}
    for path in sorted((shared / "recorded/pubmed-xml").iterdir()):
        for article in etree.parse(path).getroot().iter("PubmedArticle"):
            whole = pubmed_article.record(article)
            for place, name in _things(article):
                if name not in read and len(left.get(name, ())) < ENOUGH:
                    if pubmed_article.record(_without(article, place, name)) != whole:
                        read.add(name)
                    else:
                        left.setdefault(name, []).append(f"{path.name}: {place}")
    assert {name: places[0] for name, places in left.items() if name not in read | named()} == {}


def test_every_key_of_recorded_crossref_works_is_read_or_named(shared: Path) -> None:
    read: set[str] = set()
    left: dict[str, str] = {}
    for path in sorted((shared / "recorded/crossref").iterdir()):
        for work in crossref_works(path):
            whole = crossref_work.record(work)
            for key in {key for key, value in work.items() if value not in ("", [], {})} - read:
                if crossref_work.record({name: value for name, value in work.items() if name != key}) != whole:
                    read.add(key)
                else:
                    left.setdefault(key, path.name)
    assert {key: where for key, where in left.items() if key not in read | named()} == {}


def _without(article: Element, place: str, name: str) -> Element:
    rest = deepcopy(article)
    element = rest.find(place)
    assert element is not None
    if "@" in name:
        del element.attrib[name.split("@")[1]]
    else:
        element.getparent().remove(element)  # type: ignore[union-attr]
    return rest


def _things(article: Element) -> Iterator[tuple[str, str]]:
    """The place of each element that may matter, and its name, or its name and that of an attribute."""
    tree = article.getroottree()
    seen: Counter[str] = Counter()
    for element in article.iterdescendants():
        chain = {ancestor.tag for ancestor in element.iterancestors()} | {element.tag}
        if chain & WHOLE or not isinstance(element.tag, str):
            continue
        name = etree.QName(element).localname
        place = tree.getelementpath(element).removeprefix(f"{tree.getelementpath(article)}/")
        for thing in (name, *(f"{name}@{key}" for key in element.attrib)):
            seen[thing] += 1
            if seen[thing] <= 4:
                yield place, thing
