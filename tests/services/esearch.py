"""esearch: terms with field tags, AND, OR, NOT, brackets, quotes, ranges of years, and words cut off by an asterisk.

As at NCBI it is read from left to right, brackets first, and words without an operator between them are one term.
"""

from __future__ import annotations

import re

from lxml import etree
from lxml.builder import E
from msgspec import Struct

from tests.services.esearch_fields import FIELDS
from tests.services.facts import Facts, facts
from tests.services.known import Known
from tests.services.said import Asked, Said, as_json

_TOKEN = re.compile(
    r"\s*(?:(?P<mark>[()])|(?P<operator>AND|OR|NOT)(?![^\s()])"
    r"|(?P<from>\d{4}(?:/\d\d?){0,2})\s*:\s*(?P<to>\d{4}(?:/\d\d?){0,2})\s*\[(?P<range>[^\]]*)\]"
    r'|(?P<quoted>"[^"]*")\s*(?:\[(?P<tag>[^\]]*)\])?'
    r'|(?P<words>(?:(?!(?:AND|OR|NOT)(?![^\s()]))[^\s()\[\]"]+\s*)+)(?:\[(?P<tagged>[^\]]*)\])?'
    r"|(?P<stray>[\[\]\"]))"
)
_DOCTYPE = (
    '<!DOCTYPE eSearchResult PUBLIC "-//NLM//DTD esearch 20060628//EN" '
    '"https://eutils.ncbi.nlm.nih.gov/eutils/dtd/20060628/esearch.dtd">'
)


class Search(Struct):
    """A term as it was read: PMIDs with the number of its parts that each fulfils, and what was found nowhere."""

    ranks: dict[str, int]
    translation: str = ""
    phrases: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()


def voice(known: Known, asked: Asked) -> Said:
    """The PMIDs of a term, those that fulfil most of it first."""
    term = asked.params.get("term", "")
    as_xml = asked.params.get("retmode", "xml") != "json"
    if not term.strip():
        return _failed("Empty term and query_key - nothing todo", as_xml)
    found = _Reader(term, [facts(pmid, xml) for pmid, xml in known.articles.items()]).read()
    pmids = sorted(found.ranks, key=lambda pmid: (-found.ranks[pmid], -int(pmid)))
    start, most = int(asked.params.get("retstart", "0")), min(int(asked.params.get("retmax", "20")), 9999)
    return (_in_xml if as_xml else _in_json)(found, pmids[start : start + most], len(pmids), start)


class _Reader:
    """A term that is read once, against all articles."""

    def __init__(self, term: str, articles: list[Facts]) -> None:
        self._articles = articles
        self._tokens = [match for match in _TOKEN.finditer(term) if match.group().strip()]
        self._at = 0
        self._phrases: list[str] = []
        self._fields: list[str] = []

    def read(self) -> Search:
        ranks, translation = self._expression()
        return Search(ranks, translation, tuple(self._phrases), tuple(self._fields))

    def _expression(self) -> tuple[dict[str, int], str]:
        ranks, translation = self._term()
        while (token := self._next()) is not None and token["mark"] != ")":
            operator = token["operator"] or "AND"
            self._at += bool(token["operator"])
            other, told = self._term()
            ranks = _combined(operator, ranks, other)
            translation = f"{translation} {operator} {told}"
        return ranks, translation

    def _term(self) -> tuple[dict[str, int], str]:
        token = self._next()
        self._at += 1
        if token is None:
            return {}, ""
        if token["mark"] == "(":
            ranks, translation = self._expression()
            self._at += 1
            return ranks, f"({translation})"
        return self._found(token)

    def _next(self) -> re.Match[str] | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _found(self, token: re.Match[str]) -> tuple[dict[str, int], str]:
        """The articles that fulfil one part of the term, and how it is told."""
        if token["from"]:
            first, last = int(token["from"][:4]), int(token["to"][:4])
            fit = {one.pmid: 1 for one in self._articles if any(first <= year <= last for year in one.years)}
            return fit, f"{token['from']}:{token['to']}[Date - Publication]"
        written = (token["quoted"] or token["words"] or "").strip()
        tag = (token["tag"] or token["tagged"] or "all").strip().lower()
        if tag not in FIELDS:
            self._fields.append(tag)
        name, test = FIELDS.get(tag, FIELDS["all"])
        ranks = {one.pmid: 1 for one in self._articles if written and test(one, written)}
        if not ranks:
            shown = token["tag"] or token["tagged"]
            self._phrases.append(f"{written}[{shown}]" if shown else written)
        return ranks, f"{written}[{name}]"


def _combined(operator: str, one: dict[str, int], other: dict[str, int]) -> dict[str, int]:
    if operator == "AND":
        return {pmid: rank + other[pmid] for pmid, rank in one.items() if pmid in other}
    if operator == "NOT":
        return {pmid: rank for pmid, rank in one.items() if pmid not in other}
    return {pmid: one.get(pmid, 0) + other.get(pmid, 0) for pmid in {**one, **other}}


def _in_json(found: Search, pmids: list[str], count: int, start: int) -> Said:
    result: dict[str, object] = {
        "count": str(count),
        "retmax": str(len(pmids)),
        "retstart": str(start),
        "idlist": pmids,
        "translationset": [],
        "querytranslation": found.translation,
    }
    if found.phrases or found.fields:
        result["errorlist"] = {"phrasesnotfound": list(found.phrases), "fieldsnotfound": list(found.fields)}
    quoted = [phrase for phrase in found.phrases if phrase.startswith('"')]
    if quoted or not count:
        result["warninglist"] = {
            "phrasesignored": [],
            "quotedphrasesnotfound": quoted,
            "outputmessages": [] if count else ["No items found."],
        }
    return as_json({"header": {"type": "esearch", "version": "0.3"}, "esearchresult": result})


def _in_xml(found: Search, pmids: list[str], count: int, start: int) -> Said:
    told = [E.PhraseNotFound(phrase) for phrase in found.phrases] + [E.FieldNotFound(name) for name in found.fields]
    root = E.eSearchResult(
        E.Count(str(count)),
        E.RetMax(str(len(pmids))),
        E.RetStart(str(start)),
        E.IdList(*(E.Id(pmid) for pmid in pmids)),
        E.TranslationSet(),
        E.QueryTranslation(found.translation),
        *([E.ErrorList(*told)] if told else []),
        *([] if count else [E.WarningList(E.OutputMessage("No items found."))]),
    )
    return Said(200, _serialised(root), "text/xml; charset=UTF-8")


def _failed(said: str, as_xml: bool) -> Said:
    if as_xml:
        return Said(200, _serialised(E.eSearchResult(E.ERROR(said))), "text/xml; charset=UTF-8")
    return as_json({"header": {"type": "esearch", "version": "0.3"}, "esearchresult": {"ERROR": said}})


def _serialised(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", doctype=_DOCTYPE)
