"""The sentence around a place in a running text."""

from __future__ import annotations

import re
from collections.abc import Callable

from cluneal_lit.folding import one_line
from cluneal_lit.late import late

_REACH = 1500
_ABBREVIATIONS = frozenset(
    "al approx ca cf ch chap co dept dr ed eds e.g eg eq eqs esp et etc ext fig figs i.e ie inc incl jr l ltd m.d"
    " mr mrs ms no nos nr p par ph pp prof ref refs resp rev sec sect sen spp sp sr st suppl tab trans univ v viz"
    " vol vols vs jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_MARKER = (
    r"(?:\s?[\[(]\d[\d\s,;–-]{0,40}[\])]|[⁰¹²³⁴-⁹]{1,4}|\^[\d,–-]{1,20}\^|(?:\[\^[^\]\s]{1,30}\]){1,5}"
    r"|(?<!\d\.)\d{1,3}(?:[,–-]\d{1,3}){0,9})?"  # the last is raised
)
_STOP = late(rf"[.!?…][\"'”’»)\]*_]{{0,3}}{_MARKER}\s+(?=[\"'“‘«(\[*_]{{0,3}}[^\W_a-z]|$)")
_BLANK = re.compile(r"\n[ \t\u00a0>]*\n")
_NEW_BLOCK = late(r"\n(?=[ \t\u00a0>]*(?:[•‣◦▪·●○■*+–—-][ \t\u00a0]|\d{1,3}[.)][ \t\u00a0]|#{1,6} |\||\[\d))")
_HEADING = re.compile(r"^[ \t]*#{1,6}[ \t]+")
_LABEL = late(r"^[ \t\u00a0>]*(?:[•‣◦▪·●○■*+–—-]|\d{1,3}[.)]|\[\d{1,3}\])[ \t\u00a0]+")
_SHORT_LINE = 50
_LONG_LINE = 250
_BEHIND = 50


class Sentences:
    """The sentences of a text; `words` gives those of a stretch as they are shown, without it they are the text's."""

    def __init__(self, text: str, words: Callable[[int, int], str] | None = None) -> None:
        self._text = text
        self._words = words or (lambda start, end: text[start:end])

    def around(self, start: int, end: int) -> str:
        """The sentence that holds `start` to `end`, on one line, without the bullet or number before it."""
        text = self._text
        first, last = _paragraph(text, start, end)
        behind_stop = _is_marker_behind_stop(text, first, start)
        begin, within = first, min(len(text), last + _BEHIND)
        for match in _STOP.finditer(text, first, within):
            if _abbreviated(text, match.start()):
                continue
            if match.end() > start or (behind_stop and match.end() == start):
                if match.end() >= end:
                    last = min(last, match.end())
                    break
            else:
                begin = match.end()
        last = end if behind_stop else last
        return _unlabelled(one_line(self._words(begin, last)))


def _unlabelled(sentence: str) -> str:
    """The sentence without bullet or number, and then without the signs of a heading, before it."""
    for label in (_LABEL, _HEADING):
        if match := label.match(sentence):
            sentence = sentence[match.end() :]
    return sentence


def _paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    """The paragraph, list item or line around a place; lines that were broken by hand are one paragraph."""
    lowest, highest = max(0, start - _REACH), min(len(text), end + _REACH)
    first = max([lowest, *(match.end() for match in _BLANK.finditer(text, lowest, start))])
    first = max([first, *(match.end() for match in _NEW_BLOCK.finditer(text, max(0, first - 1), start))])
    blank = _BLANK.search(text, end, highest)
    last = blank.start() if blank else highest
    block = _NEW_BLOCK.search(text, end, last)
    last = block.start() if block else last
    for at in (match.start() for match in re.compile(r"\n").finditer(text, first, last)):
        if _breaks(text, at):
            if at < start:
                first = at + 1
            elif at >= end:
                return first, at
    return first, last


def _breaks(text: str, at: int) -> bool:
    """Whether a line end parts what is said: the line is short as a heading is, or long as a paragraph is."""
    length = at - (text.rfind("\n", 0, at) + 1)
    following = text[at + 1 : at + _BEHIND].lstrip(" >")[:1] if text[at + 1 : at + 2] == ">" else text[at + 1 : at + 2]
    return length > _LONG_LINE or (length < _SHORT_LINE and not following.islower())


def _abbreviated(text: str, stop: int) -> bool:
    if text[stop] != ".":
        return False
    begin = stop
    while begin > 0 and stop - begin < 12 and (text[begin - 1].isalpha() or text[begin - 1] == "."):
        begin -= 1
    word = text[begin:stop]
    return word.lower() in _ABBREVIATIONS or (len(word) == 1 and word.isupper())


def _is_marker_behind_stop(text: str, first: int, start: int) -> bool:
    """Whether a marker stands here behind a full stop: it belongs to the sentence before it."""
    bracketed = text[start : start + 1] in ("(", "[") and text[start + 1 : start + 2].isdigit()
    return bracketed and text[first:start].rstrip().endswith((".", "!", "?", ".”", '."', ".)", ".’"))
