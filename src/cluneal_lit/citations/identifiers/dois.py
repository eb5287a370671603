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
from cluneal_lit.citations.identifiers import likely, torn
from cluneal_lit.citations.identifiers.hits import Hit, Text, url_start
from cluneal_lit.citations.identifiers.tails import LANDING, without_tail
from cluneal_lit.late import late

# A line may break behind the first stop or before the slash, JSON writes a backslash before it, people a blank.
_BEGIN = late(
    r"10\.(?P<broken>[ \t]{0,4}\r?\n[ \t]{0,40})?[1-9]\d{3,8}(?:\.\d{1,9}){0,4}"
    r"(?:\\?/|%(?:25)?2[fF]|(?:[ \t]|\r?\n[ \t]{0,40})/(?=[a-z]{1,20}[.-]\S{0,200}\d))"
)
_SUFFIX = late(r"[^\s\"“”„«»|{}·•…，。；：（）、》《\u00a0\u2028\ufffd]{1,500}")
_LONGEST = 500
# Most DOIs: nothing of what follows cuts them. None of their parts begins like the label of what is written next.
_DIGITED = (
    r"(10\.\d{4,9}/(?:[a-z]{2,20}/)?"
    r"(?:[A-Za-z\d]+[._-](?!10\.|(?i:doi|pmi|pmc|epub|publ|avail|acce|retr|iss(?!n\.\d{4})|isb)))*(?![A-Za-z\d]*\d(?:PMC\d|(?i:pmc?id)))[A-Za-z\d]*\d(?:-[w-zW-Z])?)"
)
_PLAIN = late(rf"{_DIGITED}[.,;:)\]]{{0,4}}")
# And what follows neither goes on with them nor is a sign of something else: words behind a blank, a line's first, or
# what ends a value of BibTeX or JSON.
_BEHIND_WHOLE = r"(?= [^\s<]|\s{1,9}[A-Z][a-z]|[}\"])"
_WHOLE = late(rf"(?=10\.[1-9]){_DIGITED}(?<!\.[bB][zZ]2)(?!\.{{3}})[.,;:)\]]{{0,4}}{_BEHIND_WHOLE}")
_LABEL = late(r"(?<![^\W\d])doi(?:s|\.org)?[\s:\uff1a.=*_\]#/]{0,12}$", re.IGNORECASE)
_NAME = late(r"\bdigital object identifier[\s:\uff1a]{0,6}$", re.IGNORECASE)
_LONGEST_LABEL, _LONGEST_LIST = 30, 320
# A list of strings behind one label, as YAML and JSON have it: `doi: ["10.1136/bmj.c1", "10.1234/abc"]`
_LISTED = late(r"(?<![^\W\d])dois?[\"']?\s?[:=]\s?\[[^\]\n]{0,300}[\"']$", re.IGNORECASE)
# A list in a sentence: `the DOIs 10.1136/bmj.c1, 10.1234/abc and 10.1234/b`
_ROW = late(
    r"(?<![^\W\d])dois[*_]{0,2}\s?[:=]?[*_]{0,2}\s{1,2}(?:10\.\d{4,9}/[^\s,;]{1,60}\s?(?:[,;&]|[,;]?\sand|)\s{1,3}){1,20}$",
    re.IGNORECASE,
)
_MARKUP = late(r"<(?=/|[a-zA-Z]{1,8}[\s>/])|</?$|&lt;/|&quot;")
_CLOSED = late(r"&(?:gt|apos|#0?39|#34);?[.,;:)]*$")  # of markup around the DOI that was written as entities
_NEXT = late(
    r"[.,;|]{0,2}(?:https?:|doi:|doi\.org|www\.)"
    r"|[.,;|/&]{1,2}(?:(?:doi|pmid|pmcid|pmc\d|epub|published|available|accessed|retrieved|issn|isbn)(?!\.[\dxX]{4})|10\.\d{4,9}/|@|\[)"
    r"|\[\d{1,3}(?:[,–-]\d{1,3}){0,10}\](?=[.,;:)]*$)"  # the marker behind it
    r"|(?<=\d)(?:pmc?ids?(?![a-z])|(?-i:PMC\d{6,8}(?!\w)|(?:Epub|Published|Available|Accessed|Retrieved|Received)(?![a-z])))",
    re.IGNORECASE,
)
# What parts a registrant's number from the rest; Trans Tech's begins with its address: `10.4028/www.scientific.net/…`.
_SLASH = late(r"(?:/|%(?:25)?2[fF])(?:www\.(?=[\w-]+\.[a-z]{2,10}(?:/|%2[fF])[^\s/%]))?", re.IGNORECASE)
_QUERY = re.compile(r"[?#&](?!lt;|gt;|amp;|#)")
_QUERY_OF_NO_URL = re.compile(r"\?\w+=|#\w")
# Addresses of advertisements and figures that only look like DOIs: BioMed Central writes hyphens, never slashes.
_NEVER = re.compile(r"10\.1186/\d{4}/\d")
_PAIRS = {")": "(", "]": "[", ">": "<", "}": "{"}
_HYPHENS = str.maketrans({"\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2212": "-"})
_LEFT_OUT = late(r"[\u200b-\u200f\u2060\ufeff\u00ad\\\s]")
# A figure or a file that lies under the address of an article, or in a folder that only looks like a DOI.
_FILE = late(
    r"\.(?:png|jpe?g|gif|svg|tiff?|zip|t?gz|bz2|tar|exe|dll|so|py|c|h|cc|cpp|js|css|csv|tsv|log|json|ya?ml|deb|rpm|jar|iso)$"
)
_ELLIPSIS = re.compile(r"\.{3}(?!\w)|…|\[\.\.\.")
_NO_DOI_BEHIND = late(r"(?:[^\W\d_]-?|[/$€£])$")


def hits(text: Text) -> Iterator[Hit]:
    """The DOIs of a text, those that the address of a page implies, and what stands behind `doi:` and is none."""
    taken = -1
    for at in text.positions("10."):
        inside = at != taken + 1 and likely.is_inside_number(text.text, at)
        if at >= taken and not inside and (hit := _hit(text.text, at)):
            taken = hit.end
            yield hit
    yield from _landing(text)
    yield from torn.malformed(text)


def clean(written: str, in_url: bool) -> tuple[str, int]:
    """The DOI that a stretch without blanks begins with, and how many of its characters belong to it."""
    if plain := _PLAIN.fullmatch(written):
        return identifiers.doi(plain[1]), plain.end(1)
    end = _cut(written, in_url)
    shown = written[:end].translate(_HYPHENS)
    value = html.unescape(shown) if "&" in shown else shown
    while "%" in value and unquote(value) != value:
        value = unquote(value)
    value = _LEFT_OUT.sub("", value)
    return identifiers.doi(without_tail(value, in_url)), end


def _hit(text: str, at: int) -> Hit | None:
    whole = _WHOLE.match(text, at, at + _LONGEST)
    if not (begin := whole or _BEGIN.match(text, at)):
        return None
    address = url_start(text, at)
    label = _label(text, at) if address < 0 else -1
    if address < 0 and label < 0 and _NO_DOI_BEHIND.search(text, max(0, at - 2), at):
        return None
    if whole:
        return _judged(text, identifiers.doi(whole[1]), whole.span(1), address, label)
    return _cut_out(text, begin, address, label)


def _label(text: str, at: int) -> int:
    """Where the label of a DOI at the offset begins, or the DOI where that is one of a list; -1 where it has none."""
    before = text[max(0, at - _LONGEST_LABEL) : at].lower()
    name = before.rfind("doi")
    label = _LABEL.match(text, at - len(before) + name, at) if name >= 0 else None
    if not label and "identifier" in before:
        label = _NAME.search(text, max(0, at - _LONGEST_LABEL), at)
    farthest = max(0, at - _LONGEST_LIST)
    if not label and before[-1:] in ('"', "'") and _LISTED.search(text, farthest, at):
        return at
    if not label and before[-1:] in (" ", "\n") and "10." in before and _ROW.search(text, farthest, at):
        return at
    return label.start() if label else -1


def _cut_out(text: str, begin: re.Match[str], address: int, label: int) -> Hit | None:
    """A DOI that something could cut, or that a break does."""
    at, announced = begin.start(), address >= 0 or label >= 0
    suffix = _SUFFIX.match(text, begin.end())
    written = begin[0] + (suffix[0] if suffix else "")
    if "<" in written:
        written = torn.BREAK_IN_MARKUP.split(written, 1)[0]
    if not announced and (begin["broken"] or len(written) > _LONGEST):
        return None
    value, length = clean(written, address >= 0)
    end = at + length
    if whole := torn.whole(text, written, at, announced):
        continued, kept = clean(whole[0], address >= 0)
        if kept > len(written):
            value, end = continued, whole[1] + kept - len(whole[0])
    if _NEVER.match(value) or (label < 0 and _FILE.search(value)):
        return None
    if value and (torn.CUT_OFF.fullmatch(value) or (announced and _ELLIPSIS.match(text, end))):
        return Hit("doi", "", _first(at, address, label), end, "malformed", 0.8)
    return _judged(text, value, (at, end), address, label)


def _judged(text: str, value: str, span: tuple[int, int], address: int, label: int) -> Hit | None:
    at, end = span
    announced = address >= 0 or label >= 0
    if value and (announced or likely.is_doi(text, value, end)):
        form = "doi-url" if address >= 0 else "doi"
        return Hit("doi", value, _first(at, address, label), end, form, 1.0 if announced else 0.9)
    return Hit("doi", "", label, end, "malformed", 0.8) if label >= 0 and not value else None


def _first(at: int, address: int, label: int) -> int:
    return next((begin for begin in (address, label) if begin >= 0), at)


def _cut(written: str, in_url: bool) -> int:
    """How much of a stretch without blanks is the DOI: up to markup, the next label, a dash, an unbalanced bracket."""
    end = len(written)
    slash = _SLASH.search(written)
    body = slash.end() if slash else 0
    for pattern in (_MARKUP, _NEXT, likely.DASH, likely.SIGN, _QUERY if in_url else _QUERY_OF_NO_URL):
        if match := pattern.search(written, body, end):
            end = match.start()
    end = _balanced(written, body, end)
    while closed := _CLOSED.search(written, body, end):
        end = closed.start()
    while end > body and (written[end - 1] in ".,;:!?'\"*_’‘`´…-\u2010–—/\\&=+~" or written[:end].endswith("</")):
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


def _landing(text: Text) -> Iterator[Hit]:
    for cue, page, doi in LANDING:
        for at in text.positions(cue):
            start = url_start(text.text, at + 1)
            match = page.search(text.text, max(start, 0), at + 100) if start >= 0 else None
            if match:
                yield Hit("doi", identifiers.doi(doi.format(match["own"])), start, match.end(), "doi-url")
