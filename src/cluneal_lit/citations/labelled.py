"""PMIDs, PMCIDs, arXiv ids, trial numbers and ISBNs in a running text: numbers that count only behind a cue."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit import identifiers
from cluneal_lit.citations import columns
from cluneal_lit.citations.hits import Hit, Text, url_start, word_before

_COLON = ":\uff1a"  # also the wide one of Chinese and Japanese text
_GAP = rf"[\s{_COLON}=#*_.\]\-–—]"
_PMID = re.compile(
    rf"(?:pmids?|pub\s?med\s?(?:ids?|identifier|pmid|no\.?|number))(?![a-z])"
    rf"(?!\s*?\n\s*?\n){_GAP}{{0,20}}(?P<number>\d[\w]*)",
    re.IGNORECASE,
)
_PUBMED = re.compile(
    rf"pub\s?med(?:\s?[{_COLON}#]\s?|\s)(?P<number>\d{{6,9}})(?![\w./-])"
    r"(?!\s(?:record|article|citation|result|hit|abstract|paper))",
    re.IGNORECASE,
)
_MORE = re.compile(r"(?:\s?[,;/&]|\s(?:and|or))\s?(?:and\s)?(?P<number>\d{6,8})(?![\w(:-]|[.,/]\d)")
_ODD = re.compile(
    rf"pmid\s?[{_COLON}]\s{{0,4}}"
    r"(?P<number>[\dOolI]{1,3}(?:[ ,.][\dOolI]{3}){1,2}|(?=[A-Za-z]{0,20}\d)[A-Za-z\d]{1,20})"
    r"(?=[\s;.,)\]]|$)",
    re.IGNORECASE,
)
_PMCID = re.compile(
    rf"pmc\s?ids?(?![a-z]){_GAP}{{0,20}}(?:PMC)?\s?(?P<number>\d{{1,12}})(?:\.\d{{1,2}}(?!\d))?(?![\w])", re.IGNORECASE
)
_PMC = re.compile(r"PMC(?P<number>\d{3,12})(?![\w-])|PMC (?P<spaced>\d{6,8})(?![\w.-])")
_NO_PMC = re.compile(
    rf"pmc\s?id(?![a-z])[\s{_COLON}=]{{0,6}}(?P<number>PMC[A-Za-z]{{0,6}})(?=[\s.;,)\]]|$)", re.IGNORECASE
)
_ARXIV = re.compile(
    rf"arxiv(?:\s?e?-?prints?)?(?:\s?(?:no|number|id)\.?)?[\s{_COLON}./]{{1,3}}(?:abs/|pdf/|arxiv:)?"
    r"(?P<number>\d{4}\.\d{4,5}(?!\d)(?:v\d{1,2})?|[a-z-]{2,20}(?:\.[a-z]{2})?/\d{7}(?!\d)(?:v\d{1,2})?)",
    re.IGNORECASE,
)
_ARXIV_PAGE = re.compile(
    r"arxiv\.org/(?:abs|pdf|html|format|e-print)/(?P<number>[^\s?#()<>\]\[\"']{1,40})", re.IGNORECASE
)
_ARXIV_REPORT = re.compile(r"report no\.?:?\s{0,3}(?P<number>\d{4}\.\d{4,5}v\d{1,2})", re.IGNORECASE)
_ARXIV_ODD = re.compile(rf"arxiv[{_COLON}]\s?(?P<number>\d{{1,6}}\.\d{{1,9}}|\d{{5,9}})(?![\d/])", re.IGNORECASE)
_NCT = re.compile(r"NCT\s?(?P<number>\d{4,12})(?!\w)", re.IGNORECASE)
_ISBN = re.compile(
    rf"isbn(?:[- ]?1[03])?(?![a-z\d])[\s{_COLON}=*_#]{{0,6}}"
    rf"(?:\((?:print|online|e-?book|pbk|hbk)\)[\s{_COLON}]{{0,3}})?",
    re.IGNORECASE,
)
_ISBN_LONG = re.compile(r"97[89](?:[\s\-–]?\d){10}(?!\d)")
_ISBN_SHORT = re.compile(r"\d(?:[\s\-–]?\d){8}[\s\-–]?[\dXx](?![\dXx])")
_NEXT_ISBN = re.compile(r"(?:\s?[,;/]|\sand)\s?(?=97[89]|\d[\d -]{8})")
_ISBN_ODD = re.compile(r"\d(?:[\-– ]?[\dXx]){6,16}(?!\w)")


def pmids(text: Text) -> Iterator[Hit]:
    """PMIDs behind `PMID`, `PubMed ID` or `PubMed:`; several behind one label are several."""
    ended = -1
    for at in sorted({*text.positions("pmid"), *text.positions("pubmed", "pub med")}):
        if at < ended or word_before(text.text, at):
            continue
        match = _PMID.match(text.text, at) or _PUBMED.match(text.text, at) or _ODD.match(text.text, at)
        if not match or _heads_column(text.text, match) or text.text.startswith("PMC", match.start("number")):
            continue
        yield _numbered("pmid", match, at)
        ended = match.end()
        while more := _MORE.match(text.text, ended):
            yield _numbered("pmid", more, more.start("number"))
            ended = more.end()


def pmcids(text: Text) -> Iterator[Hit]:
    """PMCIDs behind `PMCID`, or with their own letters PMC."""
    for at in text.positions("pmc"):
        if word_before(text.text, at):
            continue
        if match := _NO_PMC.match(text.text, at):
            yield Hit("pmcid", "", at, match.end(), "malformed", 0.8)
        elif (match := _PMCID.match(text.text, at) or _PMC.match(text.text, at)) and not _heads_column(
            text.text, match
        ):
            group = "spaced" if match.groupdict().get("spaced") else "number"
            yield _numbered("pmcid", match, at, group)


def arxiv_ids(text: Text) -> Iterator[Hit]:
    """arXiv ids behind `arXiv` or in an address of arxiv.org."""
    for at in text.positions("arxiv"):
        address = url_start(text.text, at)
        if match := _ARXIV_PAGE.match(text.text, at):
            written = match["number"].rstrip(".,;:")
            if value := identifiers.arxiv(written.removesuffix(".pdf")):
                end = match.start("number") + len(written)
                yield Hit("arxiv", value, address if address >= 0 else at, end, "arxiv-url")
        elif word_before(text.text, at):
            continue
        elif match := _ARXIV.match(text.text, at):
            yield Hit("arxiv", identifiers.arxiv(match["number"]), at, match.end(), "arxiv")
        elif match := _ARXIV_ODD.match(text.text, at):
            yield Hit("arxiv", "", at, match.end(), "malformed", 0.8)
    for at in text.positions("report no"):
        if match := _ARXIV_REPORT.match(text.text, at):
            yield Hit("arxiv", identifiers.arxiv(match["number"]), match.start("number"), match.end(), "arxiv", 0.9)


def trials(text: Text) -> Iterator[Hit]:
    """ClinicalTrials.gov numbers."""
    for at in text.positions("nct"):
        match = None if word_before(text.text, at) else _NCT.match(text.text, at)
        if match:
            value = identifiers.nct("NCT" + match["number"])
            address = url_start(text.text, at)
            form = "malformed" if not value else "nct-url" if address >= 0 else "nct"
            yield Hit("nct", value, address if address >= 0 else at, match.end(), form, 1.0 if value else 0.8)


def isbns(text: Text) -> Iterator[Hit]:
    """ISBNs behind `ISBN`; the check digit tells which are none."""
    for at in text.positions("isbn"):
        cue = None if word_before(text.text, at) else _ISBN.match(text.text, at)
        if cue and not _heads_column(text.text, cue):
            yield from _isbn(text.text, at, cue.end())


def _isbn(text: str, start: int, at: int) -> Iterator[Hit]:
    for pattern in (_ISBN_LONG, _ISBN_SHORT):
        match = pattern.match(text, at)
        if match and (value := identifiers.isbn(match[0].replace("–", "-"))):
            yield Hit("isbn", value, start, match.end(), "isbn")
            following = _NEXT_ISBN.match(text, match.end())
            if following and (_ISBN_LONG.match(text, following.end()) or _ISBN_SHORT.match(text, following.end())):
                yield from _isbn(text, following.end(), following.end())
            return
    if odd := _ISBN_ODD.match(text, at):
        yield Hit("isbn", "", start, odd.end(), "malformed", 0.8)


def _heads_column(text: str, match: re.Match[str]) -> bool:
    """Whether a label does not name the number in the next line but heads a column."""
    return "\n" in match[0] and columns.is_head(text, match.start())


def _numbered(kind: str, match: re.Match[str], start: int, group: str = "number") -> Hit:
    value = identifiers.NORMAL[kind](match[group])
    return Hit(kind, value, start, match.end(), kind if value else "malformed", 1.0 if value else 0.8)
