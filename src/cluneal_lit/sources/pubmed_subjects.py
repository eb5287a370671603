"""What a PubMed article is about: MeSH headings, substances, keywords."""

from __future__ import annotations

from collections.abc import Iterable

from cluneal_lit.model import KeywordList, Subject, Substance
from cluneal_lit.sources.pubmed_xml import Element, children, text, texts

_AUTHORS = "NOTNLM"


def headings(listed: Element) -> tuple[Subject, ...]:
    """The headings of a MeshHeadingList."""
    return tuple([_subject(heading) for heading in listed if len(heading)])


def _subject(heading: Element) -> Subject:
    term, *qualifiers = heading
    major = term.get("MajorTopicYN") == "Y"
    if not qualifiers:
        return Subject(text(term), (), major, (), term.get("UI", ""))
    starred = texts(one for one in qualifiers if one.get("MajorTopicYN") == "Y")
    return Subject(text(term), texts(qualifiers), major or bool(starred), starred, term.get("UI", ""))


def substances(listed: Element) -> tuple[Substance, ...]:
    """The substances of a ChemicalList; a class of substances has the number 0, which is none."""
    found = []
    for chemical in listed:
        said = children(chemical)
        name, number = said.get("NameOfSubstance"), text(said.get("RegistryNumber"))
        if name is not None:
            found.append(Substance(text(name), "" if number == "0" else number, name.get("UI", "")))
    return tuple(found)


def keywords(keyword_lists: Iterable[Element]) -> tuple[tuple[str, ...], tuple[KeywordList, ...]]:
    """All keywords, each once; and the lists of which more is to tell."""
    words: dict[str, None] = {}
    lists = []
    for listed in keyword_lists:
        own = texts(listed)
        words |= dict.fromkeys(own)
        major = texts(key for key in listed if key.get("MajorTopicYN") == "Y")
        owner = listed.get("Owner", _AUTHORS)
        if own and (major or owner != _AUTHORS):
            lists.append(KeywordList(owner, own, major))
    return tuple(words), tuple(lists)
