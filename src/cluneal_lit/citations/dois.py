"""DOIs in a running text.

A DOI may hold nearly every character, so where it ends is a matter of habit: what registrants really use, what
publishers hang behind it in an address, and what sentences put after it. (Crossref's expressions:
https://www.crossref.org/blog/dois-and-matching-regular-expressions/)
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

from cluneal_lit import identifiers
from cluneal_lit.citations.hits import Hit, Text, url_start

_BEGIN = re.compile(r"10\.[1-9]\d{3,8}(?:\.\d{1,9}){0,4}(?:/|%2[fF])")
_SUFFIX = re.compile(r"[^\s\"“”„«»|{}·•…，。；：（）、》《\u00a0\u2028]{1,500}")
_LABEL = re.compile(
    r"(?:\bdoi(?:\.org)?[\s:\uff1a.=*_\]#]{0,12}|\bdigital object identifier[\s:\uff1a]{0,6})$", re.IGNORECASE
)
_MARKUP = re.compile(r"<(?=/|[a-zA-Z]{1,8}[\s>/])|</?$")
_NEXT = re.compile(
    r"[.,;|]{0,2}(?:https?:|doi:|doi\.org|www\.)"
    r"|[.,;|/&]{1,2}(?:(?:doi|pmid|pmcid|pmc\d|epub|published|available|accessed|retrieved|issn|isbn)|10\.\d{4,9}/|@|\[)",
    re.IGNORECASE,
)
_TAILS = re.compile(
    r"(?:/(?:full(?:[/.-]?(?:html|text|pdf|xml))?|fulltext|abstract|abs|e?pdf(?:direct|plus)?|html|xml|epub|meta"
    r"|summary|references|citations?|figures?|tables?|suppl(?:_file|ementary)?|download|export|metrics|related|tab-.*"
    r"|-/dc\d+.*)"
    r"|(?:v\d{1,2})?\.(?:full|abstract|short|long|article-info)(?:[.-]text)?(?:\.pdf(?:\+html)?)?|\.pdf(?:\+html)?|\.html?|\.xml|\.epub)$",
    re.IGNORECASE,
)
# The addresses of Oxford's journals carry the number of the article's page behind the DOI. Seen in documents.
_OXFORD = re.compile(r"(10\.1093/[a-z]+/[a-z]+\d+)/\d+")
# Addresses of advertisements and figures that only look like DOIs: BioMed Central writes hyphens, never slashes.
_NEVER = re.compile(r"10\.1186/\d{4}/\d")
_PAIRS = {")": "(", "]": "[", ">": "<", "}": "{"}
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2212": "-"})
# Registrants write no dashes but percent-encoded; in a text they part the DOI from what follows.
_DASH = re.compile("[\u2013-\u2015]|&[mn]dash;")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_CONTINUED = re.compile(r"(?:[_/-]|/[a-z]{1,3}\.)$")
_NEXT_LINE = re.compile(r"\n[ \t]{0,40}(?!\d{1,4}[.)]\s|[-*•] |https?:|doi|pmid)(?=[^\s]*\d)([^\s\"“”|]{2,200})")
_BROKEN = re.compile(
    r"(10[.,]\d{0,9}(?:[.,]\d+)*/?(?=[\s.,;)\]]|$)|10\.(?:[1-9]?\d{0,2}|0\d*|\d{10,})/[^\s,;\"<>]{0,200}\w"
    r"|1[0oO][.,]\s?\d{3,9}/[^\s,;]{0,200}|\d{4,5}/[^\s;,]{0,200}\d[^\s;,]{0,200})[.,;)\]]*"
)
_WHOLE = re.compile(_BEGIN.pattern + r"[^\s.,;)\]]")
_YEARLIKE = re.compile(r"10\.(?:19|20)\d\d/[\d./-]{1,9}")


def hits(text: Text) -> Iterator[Hit]:
    """The DOIs of a text, and what stands behind `doi:` and is none."""
    taken = -1
    for begin in _BEGIN.finditer(text.text):
        if begin.start() < taken or _inside_number(text.text, begin.start()):
            continue
        if hit := _hit(text.text, begin):
            taken = hit.end
            yield hit
    yield from _malformed(text)


def clean(written: str, in_url: bool) -> tuple[str, int]:
    """The DOI that a stretch without blanks begins with, and how many of its characters belong to it."""
    end = _cut(written, in_url)
    shown = written[:end].translate(_HYPHENS)
    value = html.unescape(shown) if "&" in shown else shown
    value = unquote(value) if "%" in value else value
    value = _INVISIBLE.sub("", value).replace("\\", "")
    for _ in range(3):
        value = _TAILS.sub("", value).rstrip(".,;:")
    oxford = _OXFORD.fullmatch(value) if in_url else None
    return identifiers.doi(oxford[1] if oxford else value), end


def _hit(text: str, begin: re.Match[str]) -> Hit | None:
    suffix = _SUFFIX.match(text, begin.end())
    address = url_start(text, begin.start())
    label = None if address >= 0 else _LABEL.search(text, max(0, begin.start() - 30), begin.start())
    written = begin[0] + (suffix[0] if suffix else "")
    value, length = clean(written, address >= 0)
    end = begin.start() + length
    if continued := _continuation(text, written, length, end):
        value, end = clean(continued[0], address >= 0)[0], continued[1]
    if _NEVER.match(value):
        return None
    start = address if address >= 0 else label.start() if label else begin.start()
    if value and (address >= 0 or label or _plausible(value, text[end : end + 1])):
        form = "doi-url" if address >= 0 else "doi"
        return Hit("doi", value, start, end, form, 1.0 if label or address >= 0 else 0.9)
    return Hit("doi", "", start, end, "malformed", 0.8) if label and not value else None


def _cut(written: str, in_url: bool) -> int:
    """How much of a stretch without blanks is the DOI: up to markup, the next label, a dash, an unbalanced bracket."""
    end = len(written)
    slash = re.search(r"/|%2[fF]", written)
    body = slash.end() if slash else 0
    for pattern in (_MARKUP, _NEXT, _DASH):
        if match := pattern.search(written, body, end):
            end = match.start()
    if in_url and (match := re.search(r"[?#&](?!lt;|gt;|amp;|#)", written[:end])):
        end = match.start()
    end = _balanced(written, body, end)
    while end > body and (written[end - 1] in ".,;:!?'\"*_’‘`´…-–—/\\&=+~" or written[:end].endswith("</")):
        end -= 1
    return end


def _balanced(written: str, body: int, end: int) -> int:
    """Where the first closing bracket stands that was not opened, or the last opening one that is not closed."""
    opened: list[int] = []
    for at in range(body, end):
        char = written[at]
        if char in "([<":
            if char == "[" and not written[at + 1 : at + 2].isdigit():
                return at
            opened.append(at)
        elif char in _PAIRS:
            if not opened or written[opened[-1]] != _PAIRS[char]:
                return at
            opened.pop()
    return opened[0] if opened else end


def _continuation(text: str, written: str, length: int, end: int) -> tuple[str, int] | None:
    """A DOI broken at a line end where it cannot end: the whole of it, and where it ends."""
    if length < len(written.rstrip("-/_.")) or not _CONTINUED.search(written):
        return None
    stretch_end = end + len(written) - length
    following = _NEXT_LINE.match(text, stretch_end)
    if not following:
        return None
    whole = written + following[1]
    _, kept = clean(whole, False)
    return (whole[:kept], following.start(1) + kept - len(written)) if kept > len(written) else None


def _inside_number(text: str, at: int) -> bool:
    return at > 0 and (text[at - 1].isdigit() or (text[at - 1] in ".," and at > 1 and text[at - 2].isdigit()))


def _plausible(value: str, behind: str) -> bool:
    """Whether digits without a label are a DOI and not a sum or date: `10.5000/2`, `10.2019/11.2019`."""
    suffix = value.partition("/")[2]
    return (len(suffix) >= 3 or (suffix.isalpha() and bool(_DASH.match(behind)))) and not _YEARLIKE.fullmatch(value)


def _malformed(text: Text) -> Iterator[Hit]:
    for at in text.positions("doi:", "doi\uff1a", "doi.org/", "doi "):
        in_address = text.lower.startswith("doi.org/", at)
        begin = at + len("doi.org/") if in_address else at + len("doi:")
        begin += len(text.text[begin : begin + 4]) - len(text.text[begin : begin + 4].lstrip(" \t"))
        broken = _BROKEN.match(text.text, begin)
        if broken and not _WHOLE.match(text.text, begin):
            start = url_start(text.text, begin) if in_address else at
            yield Hit("doi", "", at if start < 0 else start, broken.end(1), "malformed", 0.8)
