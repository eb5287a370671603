"""Notes with raised numbers, as at the foot of a page, where the format itself does not say that they are notes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from cluneal_lit.citations.markers.company import Bracket
from cluneal_lit.citations.markers.raised import DIGITS, WRITTEN
from cluneal_lit.citations.references import remarks, repeated
from cluneal_lit.model import Span

_WORDS = re.compile(r"[ \t\u00a0.)]{0,3}(?=[^\n]{0,80}?[^\W\d_]{2})(?=[^\W\d_(\"“‘«])")
_SENTENCE_ENDED = re.compile(r"[.?!)”\"’][ \u00a0]+$")
_BLANKS = " \t\u00a0"
_DEEPEST = 40  # blanks before a note


def notes(text: str, spans: Sequence[Span]) -> dict[int, tuple[int, int]]:
    """The numbers of notes, each with where the words of the last of them begin and end: the number begins a line or,
    with the word behind it, a sentence in one (`… the ministry. 2Both were …`)."""
    begun = list(_begun(text, spans))
    found: dict[int, tuple[int, int]] = {}
    for (number, _, words), (_, following, _) in pairwise([*begun, (0, len(text), 0)]):
        line = text.find("\n", words)
        found[number] = words, min(following, line if line >= 0 else len(text))
    return found


def of_remarks(
    text: str, begun: Mapping[int, tuple[int, int]], named: Collection[int], listed: Collection[int]
) -> dict[int, int]:
    """The numbers of notes that only remark something, which no list has, each with where its words begin; `named` are
    the ends of identifiers, which name a work."""
    return {
        number: start
        for number, (start, end) in begun.items()
        if number not in listed
        and remarks.is_remark(text, start, end)
        and not repeated.may_be_again(text, start, end)
        and not any(start < behind <= end for behind in named)
    }


def leads(one: Bracket, begun: Mapping[int, int]) -> bool:
    """Whether each of the raised numbers leads to a note behind it."""
    return all(one.end <= begun.get(number, -1) for number in one.numbers)


def _begun(text: str, spans: Sequence[Span]) -> Iterator[tuple[int, int, int]]:
    """The number of each note, where that begins, and where the words behind it do."""
    raised = ((span.start, span.end) for span in spans if span.kind == "superscript")
    for start, end in sorted([*raised, *(match.span() for match in WRITTEN.finditer(text))]):
        number = text[start:end].strip().translate(DIGITS)
        words = _WORDS.match(text, end) if number.isascii() and number.isdigit() else None
        if words and _begins(text, start, end):
            yield int(number), start, words.end()


def _begins(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - _DEEPEST) : start].rstrip(_BLANKS)
    if before[-1:] in ("", "\n"):
        return True
    return text[end].isupper() and bool(_SENTENCE_ENDED.search(text, max(0, start - 4), start))
