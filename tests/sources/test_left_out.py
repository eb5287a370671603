"""Nothing is lost silently: what is taken from a recorded article changes its record, or `docs/reading.md` names it."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from cluneal_lit.sources import crossref_work, datacite_work, pubmed_article, pubmed_book
from cluneal_lit.sources.pubmed_xml import Element
from tests.sources.recorded import crossref_works
from tests.sources.test_datacite_work import works

ROOT = Path(__file__).resolve().parents[2]
ENOUGH = 25  # what says a thing twice is tried again elsewhere, so many times

# Below these nothing is looked at: the whole element is left out.
WHOLE = frozenset(
    "ReferenceList InvestigatorList DateCreated DateCompleted DateRevised CitationSubset NumberOfReferences "
    "GeneSymbolList SpaceFlightMission".split()
)


@cache
def named() -> frozenset[str]:
    """The names that the page gives."""
    return frozenset(re.findall(r"`([^`]+)`", (ROOT / "docs/reading.md").read_text("utf-8")))


def test_every_element_and_attribute_of_recorded_articles_is_read_or_named(shared: Path) -> None:
    read: set[str] = set()
    left: dict[str, list[str]] = {}
    for path in sorted((shared / "recorded/pubmed-xml").iterdir()):
        for article in etree.parse(path).getroot().iter("PubmedArticle", "PubmedBookArticle"):
            record = (pubmed_book if article.tag == "PubmedBookArticle" else pubmed_article).record
            whole = record(article)
            for place, name in _things(article):
                if name not in read and len(left.get(name, ())) < ENOUGH:
                    if record(_without(article, place, name)) != whole:
                        read.add(name)
                    else:
                        left.setdefault(name, []).append(f"{path.name}: {place}")
    assert {name: places[0] for name, places in left.items() if name not in read | named()} == {}


@pytest.mark.parametrize("source", ["crossref", "datacite"])
def test_every_key_of_recorded_works_is_read_or_named(shared: Path, source: str) -> None:
    record = {"crossref": crossref_work.record, "datacite": datacite_work.record}[source]
    read: set[str] = set()
    left: dict[str, tuple[str, int]] = {}
    for file, work in _works(shared, source):
        whole = record(work)
        for place, value in _values(work):
            name = ".".join(part for part in place if isinstance(part, str))
            seen = left.get(name, (file, 0))[1]
            if name not in read and seen < ENOUGH and not _is_named(name) and value not in ("", [], {}, None):
                if record(_less(work, place)) != whole:
                    read.add(name)
                else:
                    left[name] = (file, seen + 1)
    assert {name: file for name, (file, _) in left.items() if name not in read} == {}


def _is_named(name: str) -> bool:
    """Whether the page gives the name, one above it (`author.role`), or its last part for every place (`.id-type`)."""
    parts = name.split(".")
    return bool({".".join(parts[:end]) for end in range(1, len(parts) + 1)} & named()) or f".{parts[-1]}" in named()


def _works(shared: Path, source: str) -> Iterator[tuple[str, dict[str, object]]]:
    for path in sorted((shared / "recorded" / source).iterdir()):
        if source == "crossref":
            yield from ((path.name, work) for work in islice(crossref_works(path), 60))
        else:
            text = path.read_text("utf-8")
            for line in text.splitlines() if path.suffix == ".jsonl" else [text]:
                yield from ((path.name, work) for work in works(json.loads(line)))


Step = str | int


def _values(found: object, place: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], object]]:
    """The place of every key, of a list's members those of the first few, with what stands there."""
    if isinstance(found, dict):
        for key, value in found.items():
            yield (*place, key), value
            yield from _values(value, (*place, key))
    elif isinstance(found, list):
        for index, one in enumerate(found[:4]):
            yield from _values(one, (*place, index))


def _less(work: dict[str, object], place: tuple[Step, ...]) -> dict[str, object]:
    rest = deepcopy(work)
    inner: Any = rest
    for step in place[:-1]:
        inner = inner[step]
    del inner[place[-1]]
    return rest


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
