"""Numbers of preprints in a running text and in addresses: of arXiv, and of bioRxiv and medRxiv without their DOI."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cluneal_lit import identifiers
from cluneal_lit.citations.identifiers.hits import COLON, Hit, Text, url_start, word_before
from cluneal_lit.late import late

_NEW = r"\d{4}\.(?:\s?\n\s{0,20})?\d{4,5}(?!\d)(?:v\d{1,2})?"
_OLD = r"[a-z-]{2,20}(?:\.[a-z]{2})?/\d{7}(?!\d)(?:v\d{1,2})?"
_SIGNS = rf"[\s{COLON}.,;/\[\](*_`#=-]{{0,4}}"
_ARXIV = late(
    rf"arxiv{_SIGNS}(?:(?:(?:e|pre)-?prints?|id|no|number|identifier|paper|abs|pdf|arxiv|(?:19|20)\d\d(?=[;,:.)]))\b"
    rf"{_SIGNS}){{0,4}}(?<![a-z\d])(?P<number>{_NEW}|{_OLD})",
    re.IGNORECASE,
)
_PAGE = late(
    r"(?:arxiv\.org/(?:abs|pdf|html|format|e-print|ps|src)|alphaxiv\.org/(?:abs|pdf|overview)|ar5iv\.org/(?:abs|html)"
    r"|huggingface\.co/papers)/(?P<number>[^\s?#()<>\]\[\"'{}|]{1,40})",
    re.IGNORECASE,
)
_REPORT = late(r"report no\.?:?\s{0,3}(?P<number>\d{4}\.\d{4,5}v\d{1,2})", re.IGNORECASE)
_CORR = late(r"abs/(?P<number>\d{4}\.\d{4,5})(?!\d)")  # `CoRR abs/1806.05726`, as dblp writes it
_ODD = late(rf"arxiv[{COLON}]\s?(?P<number>\d{{1,6}}\.\d{{1,9}}|\d{{5,9}})(?![\d/])", re.IGNORECASE)
# Archives whose names are no words: their ids need no label.
_ARCHIVE = late(r"(?<![\w-])(?:astro-ph|cond-mat|gr-qc|hep-(?:ex|lat|ph|th)|math-ph|nucl-(?:ex|th)|quant-ph)$")
_ARCHIVED = re.compile(rb"/\d{7}(?![\d/])")
_OLD_NUMBER = re.compile(r"/\d{7}(?:v\d{1,2})?")
_LONGEST_ARCHIVE = 9
# `medRxiv 2020.03.04.20031234`, until another prefix came; before 2019-12 the number alone: `bioRxiv 123456`.
_XIV = late(
    rf"(?:biorxiv|medrxiv)(?:\s[\[(]preprint[\])])?[{COLON},.]?\s"
    r"(?:20\d\d(?:\s[a-z]{3}(?:\s\d{1,2})?)?[.;,:]\s?)?"
    r"(?P<number>(?:2019\.12|20(?:2[0-4]\.(?:0\d|1[0-2])|25\.(?:0\d|1[01])))\.\d\d\.\d{6,8}|(?<=iorxiv\s)\d{6})"
    r"(?P<version>v\d{1,2})?(?![\w/-]|[.,]\d)",
    re.IGNORECASE,
)


def arxiv_ids(text: Text) -> Iterator[Hit]:
    """arXiv ids behind `arXiv`, in an address of a page about one, or with the name of their archive."""
    for at in text.positions("arxiv"):
        if (hit := _paged(text.text, at)) or (not word_before(text.text, at) and (hit := _labelled(text.text, at))):
            yield hit
    for at in text.positions("alphaxiv.org/", "ar5iv.org/", "huggingface.co/papers/"):
        if hit := _paged(text.text, at):
            yield hit
    for cue, pattern in (("report no", _REPORT), ("abs/", _CORR)):
        for at in text.positions(cue):
            match = pattern.match(text.text, at)
            if match and (pattern is _REPORT or "corr" in text.text[max(0, at - 10) : at].lower()):
                yield _hit(match, match.start("number"), 0.9)
    yield from _archived(text)


def biology_preprints(text: Text) -> Iterator[Hit]:
    """The DOIs of preprints that are named by their archive and number."""
    for at in text.positions("biorxiv", "medrxiv"):
        if not word_before(text.text, at) and (match := _XIV.match(text.text, at)):
            yield Hit("doi", f"10.1101/{match['number']}", at, match.end(), "doi", 0.9)


def _paged(text: str, at: int) -> Hit | None:
    match = _PAGE.match(text, at)
    if not match:
        return None
    written = re.sub(r"(?:\.pdf|/)$", "", match["number"].rstrip(".,;:*_`"), flags=re.IGNORECASE)
    address, end = url_start(text, at), match.start("number") + len(written)
    value = identifiers.arxiv(written)
    if not value and not re.fullmatch(r"\d{4}\.\d{1,9}(?:v\d+)?", written):
        return None
    start = address if address >= 0 else at
    return Hit("arxiv", value, start, end, "arxiv-url" if value else "malformed", 1.0 if value else 0.8)


def _labelled(text: str, at: int) -> Hit | None:
    if match := _ARXIV.match(text, at):
        return _hit(match, at, 1.0)
    odd = _ODD.match(text, at)
    return Hit("arxiv", "", at, odd.end(), "malformed", 0.8) if odd else None


def _hit(match: re.Match[str], start: int, confidence: float) -> Hit:
    value = identifiers.arxiv(re.sub(r"\s", "", match["number"]))
    return Hit("arxiv", value, start, match.end(), "arxiv" if value else "malformed", confidence if value else 0.8)


def _archived(text: Text) -> Iterator[Hit]:
    for at in text.matches(_ARCHIVED):
        archive = _ARCHIVE.search(text.text, max(0, at - _LONGEST_ARCHIVE), at)
        number = _OLD_NUMBER.match(text.text, at)
        if archive and number and (value := identifiers.arxiv(archive[0] + number[0])):
            yield Hit("arxiv", value, archive.start(), number.end(), "arxiv", 0.9)
