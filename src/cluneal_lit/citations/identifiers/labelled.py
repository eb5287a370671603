"""PMCIDs, trial numbers and ISBNs in a running text: numbers that count only behind a cue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit import identifiers
from cluneal_lit.citations.identifiers import columns, ruled
from cluneal_lit.citations.identifiers.hits import COLON, Hit, Text, label_begins, url_start, word_before
from cluneal_lit.late import late

_GAP = rf"(?:[\s\u200b{COLON}=#*_.\[\](（`\-–—]|</?[a-zA-Z][^<>\n]{{0,200}}>)"
_PMCID = late(
    rf"(?:pmc[\s-]?ids?|pub\s?med\scentral(?:\s(?:ids?|identifier|reference number|no\.?|number|article))?)(?![a-z])"
    rf"{_GAP}{{0,20}}(?:PMC)?\s?(?P<number>\d{{1,20}})(?:\.\d{{1,2}}(?!\d))?(?!\w)",
    re.IGNORECASE,
)
_PMC = late(
    rf"PMC(?P<number>\d{{5,20}})(?![\w-])|pmc(?P<small>\d{{5,8}})(?![\w-])"
    rf"|(?:PMC|pmc)(?:[ \u00a0]{{1,2}}|\r?\n|&nbsp;)(?P<spaced>\d{{6,8}})(?![\w-]|\.\w)"
    rf"|(?:PMC|pmc)\s?[{COLON}=#_]\s?(?P<signed>\d{{6,8}})(?![\w.-])"
)
_MORE_PMC = late(r"(?:\s?[,;/&]|\s(?:and|or))\s?(?:and\s)?(?P<number>\d{6,8})(?![\w(:-]|[.,/]\d)")
_NO_PMC = late(
    rf"pmc\s?id(?![a-z])[\s{COLON}=]{{0,6}}(?P<number>PMC(?!\s\d)[A-Za-z]{{0,6}}|\d{{1,12}}[A-Za-z]\w{{0,10}})(?=[\s.;,)\]]|$)",
    re.IGNORECASE,
)
# Every number given so far begins with 0; others of another length are somebody else's. Behind a blank few will do.
_NCT = late(
    r"NCT(?P<number>0\d{5,11}|\d{6,9})(?!\w)|NCT(?:\s|\s?[#:_\-‐‑]\s?)(?P<parted>\d{8}|0\d{3,11})(?!\w)", re.IGNORECASE
)
_ISBN = late(
    r"isbns?(?:[-_ ]?1[03](?![\d-]))?(?![a-z\d])"
    rf"(?:\([a-z][a-z .-]{{1,30}}\)|[\s\u200b{COLON}=*_#.\-–—（(\['\"“”„]"
    r"|\b(?:is|no|nr|number|print|online|electronic)\b){0,10}",
    re.IGNORECASE,
)
_QUOTED = re.compile("['\"“”„]")  # in JSON and YAML, where the label is a key
_HYPHENS = str.maketrans(dict.fromkeys("–‐‑‒−\u00ad", "-"))
_JOIN = r"[\s\-–‐‑‒−\u00ad]"
_ISBN_LONG = late(rf"97[89](?:{_JOIN}?\d){{10}}(?!\d)")
_ISBN_SHORT = late(rf"\d(?:{_JOIN}?\d){{8}}{_JOIN}?[\dXx](?![\dXx])")
_NEXT_ISBN = late(
    r"(?:\s?\([a-z .-]{1,30}\))?['\"]?(?:\s?[,;/]|\sand|\sor)\s?['\"]?(?=97[89]|\d[\d -]{8})", re.IGNORECASE
)
_ISBN_ODD = late(r"\d(?:[\-–‐‑ ]?[\dXx]){5,16}(?!\w)|\d{5}(?![\w-]|[.,]\d)")


def pmcids(text: Text) -> Iterator[Hit]:
    """PMCIDs behind `PMCID` or `PubMed Central ID`, or with their own letters PMC."""
    for at in sorted({*text.positions("pmc", "pubmed central", "pub med central")}):
        if not label_begins(text.text, at):
            continue
        if none := _NO_PMC.match(text.text, at):
            yield Hit("pmcid", "", at, none.end(), "malformed", 0.8)
        elif (match := _PMCID.match(text.text, at)) and not _heads_column(text.text, match):
            yield _numbered("pmcid", match, at)
            while more := _MORE_PMC.match(text.text, match.end()):
                yield _numbered("pmcid", more, more.start("number"))
                match = more
        elif match := _PMC.match(text.text, at):
            yield _numbered("pmcid", match, at)


def trials(text: Text) -> Iterator[Hit]:
    """ClinicalTrials.gov numbers."""
    for at in text.positions("nct"):
        match = None if word_before(text.text, at) else _NCT.match(text.text, at)
        if match:
            value = identifiers.nct(f"NCT{match[match.lastgroup or 0]}")
            address = url_start(text.text, at)
            form = "malformed" if not value else "nct-url" if address >= 0 else "nct"
            yield Hit("nct", value, address if address >= 0 else at, match.end(), form, 1.0 if value else 0.8)


def isbns(text: Text) -> Iterator[Hit]:
    """ISBNs behind `ISBN`; the check digit tells which are none."""
    for at in text.positions("isbn"):
        start = at - (text.text[max(0, at - 1) : at] in ("e", "E", "p", "P"))
        cue = None if word_before(text.text, start) else _ISBN.match(text.text, at)
        if cue and not _heads_column(text.text, cue):
            yield from _isbns(text.text, cue.end() if _QUOTED.search(cue[0]) else start, cue.end())


def _isbns(text: str, start: int, at: int) -> Iterator[Hit]:
    """The numbers behind one label; the first of them from `start` on, with it where it is not a key in quotes."""
    while hit := _isbn(text, start, at):
        yield hit
        following = _NEXT_ISBN.match(text, hit.end) if hit.value else None
        if not following or not any(each.match(text, following.end()) for each in (_ISBN_LONG, _ISBN_SHORT)):
            return
        start = at = following.end()


def _isbn(text: str, start: int, at: int) -> Hit | None:
    for pattern in (_ISBN_LONG, _ISBN_SHORT):
        match = pattern.match(text, at)
        if match and (value := identifiers.isbn(match[0].translate(_HYPHENS))):
            return Hit("isbn", value, start, match.end(), "isbn")
    odd = _ISBN_ODD.match(text, at)
    return Hit("isbn", "", start, odd.end(), "malformed", 0.8) if odd else None


def _heads_column(text: str, match: re.Match[str]) -> bool:
    """Whether a label does not name the number in the next line but heads a column."""
    at = match.start()
    return "\n" in match[0] and (ruled.is_ruled(text, at) or columns.is_head(text, at))


def _numbered(kind: str, match: re.Match[str], start: int) -> Hit:
    value = identifiers.NORMAL[kind](match[match.lastgroup or 0])
    return Hit(kind, value, start, match.end(), kind if value else "malformed", 1.0 if value else 0.8)
