"""Notes with raised numbers, as at the foot of a page, where the format itself does not say that they are notes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from cluneal_lit.citations.markers.company import Bracket
from cluneal_lit.citations.markers.raised import DIGITS, WRITTEN
from cluneal_lit.citations.references import noted, repeated
from cluneal_lit.late import late
from cluneal_lit.model import Span

_WORDS = late(r"[ \t\u00a0.)]{0,3}(?=[^\n]{0,80}?[^\W\d_]{2})(?=[^\W\d_(\"“‘«])")
# What stands where a reference was, which is found as such.
_FOUND = re.compile(r"[ \t]{20,}[.;]?(?=\n|\Z)")
_NEXT = re.compile(r"[A-ZÀ-Þ]|https?://|www\.")
_SENTENCE_ENDED = late(r"[.?!)”\"’][ \u00a0]+$")
_BLANKS = " \t\u00a0"
_DEEPEST = 40  # blanks before a note


def notes(text: str, spans: Sequence[Span]) -> dict[int, tuple[int, int]]:
    """The numbers of notes, each with where the words of the last of them begin and end: the number begins a line or,
    with the word behind it, a sentence in one (`… the ministry. 2Both were …`); or it is the next one in the line of a
    note, before a capital or an address (`… the ministry.3https://…`)."""
    begun = list(_begun(text, spans))
    found: dict[int, tuple[int, int]] = {}
    for (number, _, words), (_, following, _) in pairwise([*begun, (0, len(text), 0)]):
        line = text.find("\n", words)
        found[number] = words, min(following, line if line >= 0 else len(text))
    return found


def without_notes(
    text: str, found: Sequence[Bracket], begun: Mapping[int, tuple[int, int]], listed: Collection[int], squared: int
) -> Iterator[Bracket]:
    """The raised numbers without those that lead to notes behind them and need no list: what such a note names is found
    in it. The list has none of their numbers; or it is cited by square brackets, of which it answers `squared`, more
    than there are raised numbers without a note."""
    led = [_leads(one, begun) for one in found]
    by_brackets = squared > led.count(False)
    for one, leads in zip(found, led, strict=True):
        if not (leads and all(_is_own(text, number, begun, listed, by_brackets) for number in one.numbers)):
            yield one


def _leads(one: Bracket, begun: Mapping[int, tuple[int, int]]) -> bool:
    """Whether each of the raised numbers leads to a note behind it."""
    return all(number in begun and one.end <= begun[number][0] for number in one.numbers)


def _is_own(
    text: str, number: int, begun: Mapping[int, tuple[int, int]], listed: Collection[int], by_brackets: bool
) -> bool:
    """Whether a note is no entry of a list: it names no work in full, unless that was found in it, nor in short."""
    start, end = begun[number]
    if number in listed:
        return by_brackets and start < end
    if repeated.may_be_again(text, start, end):
        return False
    return not (noted.is_full(text, start, end) or noted.names_work(text, start, end))


def _begun(text: str, spans: Sequence[Span]) -> Iterator[tuple[int, int, int]]:
    """The number of each note, where that begins, and where the words behind it do."""
    raised = ((span.start, span.end) for span in spans if span.kind == "superscript")
    last, behind = 0, 0
    for start, end in sorted([*raised, *(match.span() for match in WRITTEN.finditer(text))]):
        number = text[start:end].strip().translate(DIGITS)
        if not (number.isascii() and number.isdigit()):
            continue
        words = _WORDS.match(text, end) or _FOUND.match(text, end)
        following = int(number) == last + 1 and last and "\n" not in text[behind:start] and _NEXT.match(text, end)
        if words and (_begins(text, start, end) or following):
            last, behind = int(number), words.end()
            yield last, start, behind


def _begins(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - _DEEPEST) : start].rstrip(_BLANKS)
    if before[-1:] in ("", "\n"):
        return True
    return text[end : end + 1].isupper() and bool(_SENTENCE_ENDED.search(text, max(0, start - 4), start))
