"""Raised numbers that plain text has set down into the line: `a common disorder.1 The nerve`, `with blocks,4-6 and`,
and as Japanese has them, `痛む1)2)。`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from cluneal_lit.citations.markers import wide
from cluneal_lit.citations.markers.company import Bracket
from cluneal_lit.citations.markers.cued import numbers
from cluneal_lit.citations.markers.square import LABELS, word_before
from cluneal_lit.citations.references.authors import HAN
from cluneal_lit.late import late

_BEHIND = r"(?=\s+[^\W\d_a-z]|\s*(?:\n\s*\n|$)|\n)"
_LIST = r"\d{1,3}(?:[,–-]\d{1,3}){0,20}"
_SET_DOWN = late(
    rf"(?<=[a-zà-ÿ\uac00-\ud7af]{{2}})(?:[”\"’)]?[.?!][”\"’)]?(?P<numbers>{_LIST}){_BEHIND}|[,;:](?P<within>{_LIST})(?=\s)"
    rf"|(?:(?<=\bal)\.)?(?P<named>{_LIST})(?=[\s.,;]))"
)
# Behind a word, not a stop: there begins an item, `。1) …`; nor between two Chinese words, `分为1)轻度2)重度`.
_WIDE_LETTER = rf"(?:{HAN}|」)"
_CLOSED = late(
    rf"(?<={_WIDE_LETTER})(?P<blank> )?\d{{1,3}}[)）]?(?:[,，、・–～〜∼~-]?\s?\d{{1,3}}[)）]?){{0,20}}(?<=[)）])"
    r"(?(blank)(?=[.．。，,、;；:：]))"
)
# Before the stop, at a word: `in adults1,2. The nerve`, which names of things have too, short ones mostly.
_AT_WORD = late(rf"(?<=[a-zà-ÿ]{{3}}){_LIST}(?=[.,;:)](?:\s|\Z)|\Z)|(?<=[a-zà-ÿ]{{5}}){_LIST}(?=\s)")
_CLOSED_RANGE, _CLOSED_NEXT = re.compile(r"[)）]?[–～〜∼~-]"), re.compile(r"[)）,，、・]+")
_NAMES = late(r"\bal\.$|[^\W\d_a-z][^\W\d_]+ (?:and|und|et|y|e|&) [^\W\d_a-z][^\W\d_]+$")
_CHINESE = re.compile(r"[\u3400-\u9fff]{2}")
_REACH, _NEAR = 80, 10
_HIGHEST = 400
_FEWEST = 2
_FEWEST_AT_WORDS = 3  # numbers, and half of the list


def brackets(text: str, listed: Collection[int], raised: bool) -> Iterator[Bracket]:
    """The numbers behind punctuation that entries of a list answer: several, or one where others are `raised`; those
    directly behind words where they are half of the list."""
    if not listed:
        return
    found = list(_answered(text, set(listed)))
    several = len({number for one in found for number in one.numbers if _is_closed(text, one)})
    if raised or len(found) >= _FEWEST or several >= _FEWEST:
        yield from found
    told = {(one.start, one.end) for one in found}
    glued = [one for one in _at_words(text, set(listed)) if (one.start, one.end) not in told]
    if len({number for one in glued for number in one.numbers}) >= max(_FEWEST_AT_WORDS, len(listed) / 2):
        yield from glued


def _is_closed(text: str, one: Bracket) -> bool:
    return text[one.end - 1] in ")）"


def _at_words(text: str, listed: set[int]) -> Iterator[Bracket]:
    for match in _AT_WORD.finditer(text):
        values = numbers(match[0].replace("–", "-"), _HIGHEST)
        if values and set(values) <= listed:
            yield Bracket(match.start(), match.end(), values, True)


def _answered(text: str, listed: set[int]) -> Iterator[Bracket]:
    for match in _SET_DOWN.finditer(text):
        group = match.lastgroup or ""
        if group == "named" and not _NAMES.search(text, max(0, match.start(group) - _REACH), match.start(group)):
            continue
        values = numbers(match[group].replace("–", "-"), _HIGHEST)
        if values and set(values) <= listed and word_before(text, match.start()) not in LABELS:
            yield Bracket(match.start(group), match.end(group), values, True)
    for closed in _CLOSED.finditer(text):
        before, behind = text[max(0, closed.start() - _NEAR) : closed.start()], text[closed.end() : closed.end() + 1]
        if wide.is_part(before) or _CHINESE.fullmatch(before[-1:] + behind):
            continue
        written = _CLOSED_NEXT.sub(",", _CLOSED_RANGE.sub("-", closed[0])).strip(",")
        values = numbers(written, _HIGHEST)
        if values and set(values) <= listed:
            yield Bracket(closed.start() + len(closed["blank"] or ""), closed.end(), values, True)
