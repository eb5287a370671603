"""Where fields end: with marks that belong to them, with `et al.`, before the state of a publication."""

from __future__ import annotations

from cluneal_lit import others
from cluneal_lit.citations.strings.lexical import MONTHS, word
from cluneal_lit.citations.strings.repair_authors import is_initials
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens
from cluneal_lit.late import late

_CLOSING = frozenset(").?!")
_OTHERS = late(rf"{others.BEHIND_NAMES}\.?")
_STOPS = ".,:;"
_LATIN = frozenset("vitro vivo situ utero silico toto".split())  # behind `In`
_BEFORE, _LONGEST = 3, 8  # tokens of it that may end the authors, and of all
_STATES = tuple(
    state.split()
    for state in (
        "advance online",
        "advance access",
        "published online",
        "online first",
        "epub ahead",
        "ahead of print",
        "in press",
        *(f"published {month}" for month in sorted(MONTHS)),
    )
)
_BEGINNINGS = frozenset(state[0] for state in _STATES)


@rule()
def with_closing_marks(found: Tokens, segments: Segments) -> Segments:
    """A field ends with the mark that belongs to it, and a book begins with the `In` of `In vitro`."""
    begun = {one.start for one in segments}
    return [
        Segment(
            one.label, one.start - _begins_before(found, one), one.end + (one.end not in begun and _is_own(found, one))
        )
        for one in segments
    ]


def _begins_before(found: Tokens, one: Segment) -> bool:
    """Whether the `In` before a book is no word for where a chapter stands."""
    is_latin = one.label in ("booktitle", "title") and found.texts[one.start] in _LATIN
    return is_latin and one.start > 0 and found.texts[one.start - 1] == "In" and found.spaced[one.start]


def _is_own(found: Tokens, one: Segment) -> bool:
    """Whether the mark behind a field closes a bracket inside it, asks its title, or is the dot of its last initial."""
    mark = found.texts[one.end] if one.end < len(found.texts) else ""
    if mark not in _CLOSING:
        return False
    texts = found.texts[one.start : one.end]
    if mark == ")":
        return texts.count("(") > texts.count(")")
    if one.label in ("author", "editor"):
        return mark == "." and "." in texts and is_initials(texts[-1])
    return one.label == "title" and mark in ("?", "!")


@rule(has=("journal",), words=_BEGINNINGS)
def without_state(found: Tokens, segments: Segments) -> Segments:
    """The journal ends before what says how far its publication is: `Pain. Advance online publication`."""
    mended = [_without_state(found, one) if one.label == "journal" else one for one in segments]
    return segments if mended == segments else [one for one in mended if one.end > one.start]


def _without_state(found: Tokens, one: Segment) -> Segment:
    words = [word(text) for text in found.texts[one.start : one.end]]
    if _BEGINNINGS.isdisjoint(words):
        return one
    for at in range(len(words)):
        if (at == 0 or words[at - 1] in ".,") and any(words[at : at + len(state)] == state for state in _STATES):
            end = one.start + at
            return Segment(one.label, one.start, end - (at > 0))
    return one


@rule(has=("title",))
def others_before_title(found: Tokens, segments: Segments) -> Segments:
    """`Et al.` before a stop or a capital letter, with the last author's name before it, belongs to the authors:
    `Orlov B i wsp.: Hips`, `B. Orlov, C. Strong e altri, Hips`, `Orlov B, Strong C und andere: Hips`."""
    at = next((at for at, one in enumerate(segments) if one.label == "title"), 0)
    own = segments[at - 1] if at and segments[at - 1].label == "author" else None
    if own is None and segments[at].start:
        return segments
    behind = at
    while [one.label for one in segments[behind : behind + 1]] == ["title"]:
        behind += 1
    title = Segment("title", segments[at].start, segments[behind - 1].end)
    own = own or Segment("author", 0, 0)
    for begin in range(max(own.start + 1, own.end - _BEFORE), _behind_name(found, own) + 1):
        end = _end(found, begin, title.end)
        start = next((place for place in range(end, title.end) if found.texts[place] not in _STOPS), title.end)
        if end <= max(begin, own.end - 1):
            continue
        capital = end > own.end and found.texts[begin][0].islower() and found.texts[end : end + 1]
        is_parted = end < start or bool(capital and capital[0][0].isupper())
        if (is_parted and start < title.end) or end <= title.start:
            parted = [Segment("author", own.start, end), Segment("title", max(start, title.start), title.end)]
            return [*segments[: at - (own.end > 0)], *parted, *segments[behind:]]
    return segments


def _behind_name(found: Tokens, own: Segment) -> int:
    """The token behind the authors, and behind a name with initials that a comma parts from them or that begins the
    string; or the surname of the last one where initials stand before each."""
    texts, after = found.texts, own.end
    while texts[after : after + 1] and texts[after] in ".,;":
        after += 1
    named = texts[after : after + 2]
    if texts[after - 1] in ",;" or not own.end:
        return after + 2 if len(named) > 1 and named[0].istitle() and is_initials(named[1]) else after
    last = next((text for text in reversed(texts[own.start : own.end]) if text != "."), "")
    turned = is_initials(texts[own.start]) and is_initials(last) and texts[after : after + 1] and texts[after].istitle()
    return after + 1 if turned else after


def _end(found: Tokens, begin: int, limit: int) -> int:
    """The token behind `et al.` that begins at one, without its full stop; 0 where none does."""
    text, ends = "", {}
    for at in range(begin, min(begin + _LONGEST, limit)):
        text += " " * (at > begin and found.spaced[at]) + found.texts[at]
        ends[len(text)] = at + 1
    match = _OTHERS.match(text)
    end = ends.get(match.end(), 0) if match else 0
    return end - (end > begin and found.texts[end - 1] == ".") if end else 0
