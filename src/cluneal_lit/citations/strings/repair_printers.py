"""What published a book, at the end of its name or in brackets behind it."""

from __future__ import annotations

from collections.abc import Sequence

from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.repair_publishers import HOUSE_WORDS, HOUSES
from cluneal_lit.citations.strings.repair_turned import is_house
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

_HOLDERS = ("journal", "booktitle")
_SOCIETIES = frozenset("ACM IEEE USENIX SPIE AAAI OECD WHO".split())  # which print what they meet for
_LONGEST_ABBREVIATION = 4  # letters
_LONGEST_TAIL = 8  # tokens


@rule(some=_HOLDERS, lacks=("publisher", "volume", "issue"))
def house_behind_book(found: Tokens, segments: Segments) -> Segments:
    """The last sentence of what is marked as a book published it where it is a house, or place and house:
    `Javascript for rowers. Boca Raton: CRC`, `2019 Proceedings. IEEE`, `Deep knees, Patella Press`."""
    at = next(at for at, one in enumerate(segments) if one.label in _HOLDERS)
    own, texts = segments[at], found.texts
    if house := _house_in_brackets(found, own):
        return [
            *segments[:at],
            Segment(own.label, own.start, min(own.end, house.start - 1)),
            house,
            *segments[at + 1 :],
        ]
    is_book = _is_book(found, own)
    for stop in range(own.end - 2, own.start + 1, -1):
        if texts[stop] not in ".," or not found.spaced[stop + 1]:
            continue
        tail = texts[stop + 1 : own.end]
        shortened = texts[stop - 1].istitle() and 1 < len(texts[stop - 1]) <= _LONGEST_ABBREVIATION
        if len(tail) > _LONGEST_TAIL or not tail[0][0].isupper() or shortened:
            continue
        if not is_book and not (texts[stop] == "." and len(tail) == 1 and word(tail[0]) in HOUSES):
            continue  # of a journal
        book = Segment("booktitle", own.start, stop)
        if ":" in tail[1:-1] and texts[stop] == ".":
            colon = stop + 1 + tail.index(":")
            imprint = [Segment("location", stop + 1, colon), Segment("publisher", colon + 1, own.end)]
            return [*segments[:at], book, *imprint, *segments[at + 1 :]]
        ended = texts[stop] == "." and not texts[stop - 1].isdigit()
        acronym = len(tail) == 1 and (tail[0] in _SOCIETIES or (ended and tail[0].isupper()))
        folded = [*map(word, tail)]
        printed = is_house(folded) if texts[stop] == "." else not HOUSES.isdisjoint(folded) or folded[-1] in HOUSE_WORDS
        if acronym or printed:
            return [*segments[:at], book, Segment("publisher", stop + 1, own.end), *segments[at + 1 :]]
    return segments


def _house_in_brackets(found: Tokens, book: Segment) -> Segment | None:
    """The house or society in brackets with which a book ends, or behind it: `Javascript (Patella Press)`, `(IEEE)`."""
    texts = found.texts
    end = book.end + (texts[book.end : book.end + 1] == [")"])
    behind = next((at for at in range(end, len(texts)) if texts[at] == ")"), 0) if texts[end : end + 1] == ["("] else 0
    for last in (behind, end - 1):
        start = next((at + 1 for at in range(last, book.start + 1, -1) if texts[at] == "("), last)
        if texts[last] == ")" and _is_printer(texts[start:last], behind=start > end):
            return Segment("publisher", start, last)
    return None


def _is_printer(texts: Sequence[str], *, behind: bool) -> bool:
    """Whether these are the name of a known house, or, behind the book, a society that prints what it meets for."""
    named = [*map(word, texts)]
    known = not HOUSES.isdisjoint(named) or HOUSE_WORDS.issuperset(named[-1:])
    return 0 < len(named) < _LONGEST_TAIL and ((behind and len(texts) == 1 and texts[0] in _SOCIETIES) or known)


def _is_book(found: Tokens, one: Segment) -> bool:
    """Whether a segment is a book, though it is marked as a journal: `In:` stands before it."""
    announced = found.texts[max(0, one.start - 2) : one.start] in (["In", ":"], ["in", ":"])
    return one.label == "booktitle" or (one.label == "journal" and announced)
