"""The lines of a paragraph, joined to one."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from functools import cached_property
from urllib.parse import unquote

from msgspec import Struct

from cluneal_lit.documents.pdf.lines import Line, shifted
from cluneal_lit.model import Span

_SIGNS = re.compile("[\ufb00-\ufb06\x00-\x08\x0b-\x1f\u00a0]")
_SHOWN = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    "\u00a0": " ",
}
_HYPHENATED = re.compile(r"([^\W\d_]+(?:[-‐][^\W\d_]+)*)[-‐]$")
_PUNCTUATION = ".,;:!?()[]’‘“”\"'"
_WORD = re.compile(r"[^\W\d_]+")
# Words before which a hyphen is mostly real. A word that the document writes otherwise is written as it does.
_PREFIXES = frozenset(
    "non self well cross long short high low follow meta evidence patient double single one two three half post pre"
    " semi quasi multi co ex anti risk case health peer large small mid time life age sex cost work dose so".split()
)
_JOINED = frozenset("meta multi co semi pre post anti ex age time so mid sex".split())  # … but also begin others
_ADDRESS = re.compile(r"(?:https?:|www\.|\b10\.\d{4,9}/)\S*$", re.IGNORECASE)
_HYPHENS = ("-", "‐", "–")
_ENDS = (*_HYPHENS, ":")
_DIVIDED = re.compile(r"[^\W\d_]‐$")  # what divides words writes this sign; an address has the one of ASCII
_OF_ADDRESS = re.compile(r"[\d/._=-]")
_OPEN = re.compile(r"[/\-_=?&%#~]$")
_PART = re.compile(r"\w+[^\w\s]?")  # no line ends in it
_GOES_ON = re.compile(
    r"(?!\d{1,3}[.)]\s|\(?(?:19|20)\d\d\b|(?i:pmc?id|pmc\d|https?:|doi\b|arxiv:))(?=\S*[\d/_=.-]\S)[\w%(]\S*"
)


class Row(Struct, frozen=True, gc=False):
    """A line, its page, and the right edge of the room that it has."""

    line: Line
    page: int
    right: float


def joined(rows: Iterable[Row], words: Container[str]) -> tuple[str, tuple[Span, ...], list[int]]:
    """The text of the lines, the spans over it, and where each line begins in it."""
    pieces: list[str] = []
    spans: list[Span] = []
    starts: list[int] = []
    at, last, before = 0, None, tuple[Span, ...]()
    for row in rows:
        line = row.line
        plain = line.text.isascii() and line.text.isprintable()
        shown, over = (line.text, line.spans) if plain else _shown(line)
        if last is not None:
            led = _led(pieces[-1], before, shown, over) if before and over else None
            wrapped = over and led is None and _is_wrapped(pieces[-1], shown, over)
            ended = pieces[-1] if wrapped else _ended(pieces[-1], last, shown, words) if led is None else led
            at += len(ended) - len(pieces[-1])
            pieces[-1] = ended
        starts.append(at)
        if over:
            spans += shifted(over, at)
        pieces.append(shown)
        at += len(shown)
        last, before = row, over
    return "".join(pieces), tuple(spans), starts


def _shown(line: Line) -> tuple[str, tuple[Span, ...]]:
    """The line as a reader sees it: ligatures written out."""
    if not _SIGNS.search(line.text):
        return line.text, line.spans
    pieces = [_SHOWN.get(char, "" if _SIGNS.match(char) else char) for char in line.text]
    offsets = [0]
    for piece in pieces:
        offsets.append(offsets[-1] + len(piece))
    spans = (Span(offsets[span.start], offsets[span.end], span.kind, span.target) for span in line.spans)
    return "".join(pieces), tuple(spans)


def _led(text: str, over: Sequence[Span], following: str, further: Sequence[Span]) -> str | None:
    """The text of a line as it is before the following one where both are one link, whose target holds them joined."""
    starts = {span.target: span.start for span in over if span.kind == "link" and span.end == len(text)}
    for span in further:
        if span.kind == "link" and not span.start and span.target in starts:
            before = text[starts[span.target] :].rpartition(" ")[2]
            target = f"{span.target} {unquote(span.target)}".casefold()
            behind = following[: span.end].partition(" ")[0].casefold()
            if _OF_ADDRESS.search(before) and before.casefold() + behind in target:
                return text
            if len(before) > 1 and before.endswith(_HYPHENS) and before[:-1].casefold() + behind in target:
                return text[:-1]
    return None


def _is_wrapped(text: str, following: str, over: Sequence[Span]) -> bool:
    """Whether the following line begins with a raised number that belongs behind the text: it labels no note."""
    ends = [span.end for span in over if span.kind == "superscript" and not span.start]
    if not ends:
        return False
    behind = following[ends[0] :].lstrip()
    several = not following[: ends[0]].isdigit()
    return several or not behind or not behind[0].isupper()


def _ended(text: str, row: Row, following: str, words: Container[str]) -> str:
    """The text of a line as it is before the following one."""
    last = text[-1:]
    if last not in _ENDS and "/" not in text and "www." not in text:
        return f"{text} "
    word = text[text.rfind(" ") + 1 :]
    if ("/" in word or "www." in word or word.endswith(":")) and (address := _ADDRESS.search(word)):
        if _DIVIDED.search(text) and following[:1].islower():
            return text[:-1]
        return text if _is_broken(address[0], row, following) else f"{text} "
    if last not in _HYPHENS:
        return f"{text} "
    if text[-2:-1].isdigit() and following[:1].isdigit():
        return text  # a range
    if last == "–" or not text[-2:-1].isalnum():
        return f"{text} "
    before, behind = _HYPHENATED.search(word), _WORD.match(following)
    if before is None or behind is None or not behind[0][0].islower():
        return text
    return text if _is_real(before[1], behind[0], words) else text[:-1]


def _is_real(before: str, behind: str, words: Container[str]) -> bool:
    """Whether a hyphen at the end of a line belongs to the word."""
    if f"{before}-{behind}".lower() in words:
        return True
    first = before.rpartition("-")[2].lower()
    if f"{first}{behind}".lower() in words:
        return False
    return first in _PREFIXES and first not in _JOINED


def _is_broken(address: str, row: Row, following: str) -> bool:
    """Whether an address or DOI goes on in the next line."""
    first = following[:1]
    if not (first.isalnum() or first in "-_/.%(=?&#~"):
        return False
    if _OPEN.search(address):
        return not (first.isupper() and address.endswith("/") and " " in following[:3])
    if first in "_/?=&%#~-":
        return True
    line = row.line
    letter = (line.x1 - line.x0) / max(1, len(line.text))
    wanted = _PART.match(following) if address.endswith(".") else None
    if line.x1 < row.right - max(2.5, len(wanted[0]) if wanted else 0) * letter or address.endswith(
        (",", ";", ")", "]", ">")
    ):
        return False
    return bool(_GOES_ON.match(following)) and not (address.endswith(".") and first.isupper())


class Vocabulary:
    """The words of texts in lower case, gathered when one is asked for: many documents end no line with a hyphen."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = texts

    @cached_property
    def _words(self) -> set[str]:
        words = set(" ".join(self._texts).lower().split())
        return words.union([word.strip(_PUNCTUATION) for word in words if not word.isalpha()])

    def __contains__(self, word: object) -> bool:
        return word in self._words
