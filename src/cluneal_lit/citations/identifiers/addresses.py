"""Addresses of PubMed, PMC and Europe PMC pages, old and new."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit import identifiers
from cluneal_lit.citations.identifiers.hits import Hit, Text, url_start
from cluneal_lit.late import late

_TAIL = r"(?P<number>\d{1,20})(?!\w|\.\d{4})"  # not the beginning of a DOI
_MORE = re.compile(r"(?:,|%2C)(?P<number>\d{1,20})(?!\w)", re.IGNORECASE)
_LONGEST_HOST = 60
# (kind, literal that the address holds in lower case, expression from that literal on)
_PAGES: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (kind, cue, late(pattern, re.IGNORECASE))
    for kind, cue, pattern in (
        (
            "pmid",
            "pubmed.ncbi.nlm.nih.gov/",
            rf"pubmed\.ncbi\.nlm\.nih\.gov/(?:\?term=|pubmed/)?{_TAIL}(?:%5buid%5d|\[(?:uid|pmid)\])?/?",
        ),
        (
            "pmid",
            "nih.gov/pubmed",
            rf"nih\.gov/pubmed(?:/(?!\?)|/?\?(?:\w+=[\w+]*&(?:amp;)?){{0,4}}(?:term|termtosearch|id|list_uids)=){_TAIL}"
            rf"(?:%5buid%5d|\[(?:uid|pmid)\])?/?",
        ),
        ("pmid", "nih.gov/pmc/articles/pmid/", rf"nih\.gov/pmc/articles/pmid/{_TAIL}/?"),
        ("pmid", ".fcgi?db=pubmed&", rf"\.fcgi\?db=pubmed&(?:amp;)?(?:\w+=\w*&(?:amp;)?){{0,4}}id={_TAIL}"),
        ("pmid", "nih.gov/m/pubmed/", rf"nih\.gov/m/pubmed/{_TAIL}/?"),
        ("pmid", "list_uids=", rf"list_uids={_TAIL}"),
        ("pmid", "pubmed.gov/", rf"pubmed\.gov/{_TAIL}/?"),
        ("pmid", "/med/", rf"/med/{_TAIL}/?"),
        ("pmid", "identifiers.org/pubmed", rf"identifiers\.org/pubmed[:/]{_TAIL}"),
        ("pmcid", "nih.gov/pmc/articles/", rf"nih\.gov/pmc/articles/(?:pmc)?{_TAIL}/?(?:pdf/[\w.-]*|\?[^\s)>\]]*)?"),
        (
            "pmcid",
            "pmc.ncbi.nlm.nih.gov/articles/",
            rf"pmc\.ncbi\.nlm\.nih\.gov/articles/(?:pmc)?{_TAIL}/?(?:pdf/[\w.-]*)?",
        ),
        ("pmcid", "europepmc.org/article/pmc/", rf"europepmc\.org/article/pmc/(?:pmc)?{_TAIL}/?"),
        ("pmcid", "europepmc.org/abstract/pmc/", rf"europepmc\.org/abstract/pmc/(?:pmc)?{_TAIL}/?"),
        ("pmcid", "europepmc.org/articles/", rf"europepmc\.org/articles/(?:pmc)?{_TAIL}/?"),
        ("pmcid", "nih.gov/pmc/", rf"nih\.gov/pmc/(?:pmc)?{_TAIL}/?"),
        ("pmcid", "accid=pmc", rf"accid=pmc{_TAIL}"),
        ("pmcid", "artid=", rf"artid=(?:pmc)?{_TAIL}"),
    )
)


def hits(text: Text) -> Iterator[Hit]:
    """The PMIDs and PMCIDs of web addresses, with the address as their text."""
    for kind, cue, pattern in _PAGES:
        for at in text.positions(cue):
            match = pattern.match(text.text, at)
            if not match:
                continue
            start = url_start(text.text, at + 1)
            host = text.text[start if start >= 0 else max(0, at - _LONGEST_HOST) : match.end()].lower()
            if cue in ("/med/", "artid=", "list_uids=", "accid=pmc") and not re.search(
                r"europepmc|pubmed|ncbi|nih\.gov", host
            ):
                continue
            yield _hit(kind, match, start if start >= 0 else _host_start(text.text, at))
            while more := _MORE.match(text.text, match.end()) if kind == "pmid" else None:
                yield _hit(kind, more, more.start("number"))
                match = more


def _hit(kind: str, match: re.Match[str], start: int) -> Hit:
    value = identifiers.NORMAL[kind](match["number"])
    return Hit(kind, value, start, match.end(), f"{kind}-url" if value else "malformed")


def _host_start(text: str, at: int) -> int:
    least = max(0, at - _LONGEST_HOST)
    while at > least and (text[at - 1].isalnum() or text[at - 1] in ".-/"):
        at -= 1
    return at
