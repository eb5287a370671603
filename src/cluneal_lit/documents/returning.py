"""Links that lead from a note back to its mark, `↩`, `back to text`: what they say is no part of the note."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import attrgetter
from urllib.parse import unquote

from cluneal_lit.late import late
from cluneal_lit.model import Span, order

_WORDS = late(
    r"[\W_]+|[\W_]*(?:jump(?: back)?(?: up)?|(?:go )?back(?: up)?|return|up|top|backlink|nach oben|zurück|retour"
    r"|remonter|volver|regresar|voltar|torna|indietro|terug|tilbage|tillbaka|tilbake|powrót|[a-z])\b"
    r"(?:[ \u00a0](?:to|up|zum|zur|au|al|ao|naar|till)(?: the| la)?(?: \w+)?)?[\W_]*",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\W*\d{1,4}\W*")
_TAG = re.compile(r"</?\w[^<>]{0,200}>")
_FILLER = late(r"(?:[\s.,;:|()\[\]{}/*_–—·•-]|</?\w[^<>]{0,200}>)*")
# How programs name the place of a mark: `fnref1`, `_ftnref1`, `cite_ref-2`.
_MARK = re.compile(r"(?:fn|ftn|edn|cite|footnote|endnote|note)[_:-]?ref(?:erence)?[\w:.-]{0,200}$", re.IGNORECASE)
_ARROW = re.compile(r"(?<!\S)[\^↑↩] ?$")
_BRACKETS = {"[": "]", "(": ")"}
_LONGEST, _LONGEST_NOTE = 300, 4000
_SAID = 40
_WORDED = 10  # letters of a note before what ends it
_TOUCH = 30  # between a mark and the place before or behind it, with the tags that Markdown has there
_MANY = 50
_START = attrgetter("start")


def without_returns(text: str, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The spans of a text, and over each link that leads back from a note to its mark one of what is deleted."""
    anchors: dict[str, Span] = {}
    for span in spans:
        if span.kind == "anchor":
            anchors.setdefault(span.target, span)
    links = [one for one in spans if one.kind == "link" and "#" in one.target and one.end - one.start <= _LONGEST]
    back = [link for link in links if _leads_back(text, link, links, anchors)]
    deleted = tuple(_bracketed(text, link) for link in _idle(text, back))
    return tuple(sorted({*spans, *deleted}, key=order)) if deleted else tuple(spans)


def _leads_back(text: str, link: Span, links: Sequence[Span], anchors: Mapping[str, Span]) -> bool:
    """Whether a link leads to a place from which another leads here, or to one that is named as that of a mark; where
    both say the same, it is the mark or the label of the note."""
    name = _place(link)
    mark = anchors.get(name)
    if mark is None:
        return bool(_MARK.search(name))
    first = bisect_left(links, mark.start - _LONGEST, key=_START)
    for one in islice(links, first, first + _MANY):
        if one.start > mark.end + _TOUCH:
            break
        note = anchors.get(_place(one)) if one.start != link.start and one.end >= mark.start - _TOUCH else None
        if note and note.start - _TOUCH <= link.end and link.start <= note.end + _LONGEST_NOTE:
            return not _said(text, link) or _said(text, link) != _said(text, one)
    return False


def _idle(text: str, back: Iterable[Span]) -> Iterator[Span]:
    """Those of the links that say nothing but that they lead back, or stand behind all that their note says; no number
    or name with which a note begins."""
    behind = -1
    for link in reversed(list(back)):
        said = _shown(text, link)
        stop = text.find("\n", link.end, link.end + _LONGEST)
        stop = stop if stop >= 0 else min(len(text), link.end + _LONGEST)
        stop = behind if link.end <= behind < stop else stop
        line = text[max(0, link.start - _LONGEST) : link.start].rpartition("\n")[2]
        ends = _FILLER.fullmatch(text, link.end, stop) and sum(map(str.isalpha, line)) >= _WORDED
        if not _LABEL.fullmatch(said) and len(said) <= _SAID and (ends or _WORDS.fullmatch(said)):
            behind = link.start
            yield link


def _shown(text: str, link: Span) -> str:
    """What a link shows; the text of Markdown is its source."""
    return _TAG.sub("", text[link.start : link.end].partition("](")[0]).strip("[")


def _said(text: str, link: Span) -> str:
    return "".join(filter(str.isalnum, _shown(text, link)))


def _bracketed(text: str, link: Span) -> Span:
    """What is deleted: the link, and the brackets around it or the arrow before it."""
    closing = _BRACKETS.get(text[link.start - 1 : link.start])
    if closing and text.startswith(closing, link.end):
        return Span(link.start - 1, link.end + 1, "deleted")
    arrow = _ARROW.search(text, max(0, link.start - 3), link.start)
    return Span(arrow.start() if arrow else link.start, link.end, "deleted")


def _place(link: Span) -> str:
    return unquote(link.target.partition("#")[2])
