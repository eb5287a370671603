"""Where authors end and the title begins: what the form of names demands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from cluneal_lit import names
from cluneal_lit.citations.strings.lexical import INSIDE, word
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments, place_of
from cluneal_lit.citations.strings.tokens import Tokens

_AMONG_NAMES = names.PARTICLES | {"and", "und", "et", "y", "e", "i", "al", "others", "for", "the"}
_ARTICLES = frozenset("The An Der Die Das Ein Eine Los Las Les Une Os As Um Uma Gli Het Een".split())
_LONGEST_INITIALS = 3
_SHORTEST_NAMES = 4  # tokens
_LONGEST_NAME = 6  # tokens, with initials and the colon behind them
_SHORTEST_TITLE = 3  # tokens, with the bracket before them


@rule(has=("author",))
def title_behind_authors(found: Tokens, segments: Segments) -> Segments:
    """The words behind the last initials of the authors are the title: `Smith A. Pain. Spine …`; what is marked as the
    title then is the journal of a work with a volume, else the title goes on with it."""
    at = place_of(segments, "author")
    start = _behind_initials(found, segments[at]) if at is not None else None
    if at is None or start is None:
        return segments
    own, rest = segments[at], segments[at + 1 :]
    if found.texts[own.start + 1] == "," and not _is_inverted(found, own, start, segments):
        return segments
    if own.end - start > 1 or found.texts[own.end : own.end + 1] == [","] or _has_given_first(found, own, start):
        return segments  # several words, one before a comma, or behind `Guy L. Steele and Jon L.` are rather a name
    parted = [Segment("author", own.start, start - 1), Segment("title", start, own.end)]
    labels = [one.label for one in rest]
    if "title" in labels:
        other = labels.index("title")
        if labels[:2] == ["editor", "title"] and _is_inside(found, own.end, rest[0].start):
            rest = [rest[0], Segment("booktitle", rest[1].start, rest[1].end), *rest[2:]]
        elif "volume" in labels and "journal" not in labels:
            rest = [*rest[:other], Segment("journal", rest[other].start, rest[other].end), *rest[other + 1 :]]
        elif not _has_family_first(found, own):
            return segments  # `Janet L. Nelson` is one name
        elif other == 0:
            parted, rest = [parted[0], Segment("title", start, rest[0].end)], rest[1:]
    return [*segments[:at], *parted, *rest]


def _is_inverted(found: Tokens, own: Segment, start: int, segments: Segments) -> bool:
    """Whether the initials before a token are behind a family name and its comma, where no title is marked
    (`Orlov, B. Knees. Spine …`): else `Orlov, B. Maria` may be one name, as `Orlov, B. and C. Strong` are two."""
    texts, comma = found.texts, start - 1
    while comma > own.start and (texts[comma] == "." or is_initials(texts[comma])):
        comma -= 1
    alone = comma - 1 == own.start or texts[comma - 2] in ",;&" or texts[comma - 2] == "and"
    return texts[comma] == "," and alone and all(one.label != "title" for one in segments)


def _is_inside(found: Tokens, start: int, end: int) -> bool:
    return any(word(text) in INSIDE for text in found.texts[start:end])


@rule(has=("author", "title"), words=(":",))
def name_before_colon(found: Tokens, segments: Segments) -> Segments:
    """The name with initials before a colon, marked with the title, is the last author: `Orlov B, Strong C: Hips`."""
    at = place_of(segments, "author")
    if at is None or [one.label for one in segments[at : at + 2]] != ["author", "title"]:
        return segments
    own, title = segments[at : at + 2]
    texts = found.texts[title.start : title.end]
    colon = texts.index(":") if ":" in texts[:_LONGEST_NAME] else 0
    if found.texts[own.end : title.start] != [","] or colon < 2 or not is_initials(texts[colon - 1]):
        return segments
    if not all(text.istitle() or text in _AMONG_NAMES or text == "-" for text in texts[: colon - 1]):
        return segments
    end = title.start + colon
    return [
        *segments[:at],
        Segment("author", own.start, end),
        Segment("title", end + 1, title.end),
        *segments[at + 2 :],
    ]


@rule(has=("author",), lacks=("title",), words=("[",))
def title_in_brackets(found: Tokens, segments: Segments) -> Segments:
    """What stands in brackets behind the authors is the title, translated, where none is marked: `Orlov B. [Knees].`"""
    at = place_of(segments, "author")
    if at is None or any(one.label == "title" for one in segments):
        return segments
    own, texts = segments[at], found.texts
    opening = next((place for place in range(own.start + 1, min(own.end + 2, len(texts))) if texts[place] == "["), None)
    if opening is None or "]" not in texts[opening:]:
        return segments
    closing = texts.index("]", opening)
    if closing - opening < _SHORTEST_TITLE or any(own.end <= one.start <= closing for one in segments):
        return segments
    end = min(own.end, opening - (texts[opening - 1] == "."))
    parted = [Segment("author", own.start, end), Segment("title", opening + 1, closing)]
    return [*segments[:at], *parted, *segments[at + 1 :]]


def _behind_initials(found: Tokens, authors: Segment) -> int | None:
    """Where words that are no name begin behind `Smith A.`; None where all are names."""
    texts, start, end = found.texts, authors.start, authors.end
    second = start + 1 + (texts[start + 1] == ",") if end - start >= _SHORTEST_NAMES else end
    if second == end or is_initials(texts[start]) or not is_initials(texts[second]):
        return None  # initials may stand before their names, and before the dot of another
    stops = [at for at in range(start + 1, end - 1) if texts[at] == "." and is_initials(texts[at - 1])]
    if not stops or not found.spaced[stops[-1] + 1]:
        return None
    rest = texts[stops[-1] + 1 : end]
    return stops[-1] + 1 if all(len(text) > 1 and text.isalpha() for text in rest) and "et" not in rest else None


@rule(has=("author",))
def title_within_authors(found: Tokens, segments: Segments) -> Segments:
    """Words behind the last initials of the authors are the title where none is marked, or begin the one that is marked
    behind their colon: `Smith, A. B. Pain of the hip`, `Smith, A. Vitamin D: an overview`."""
    at = place_of(segments, "author")
    start = _behind_last_initials(found, segments[at]) if at is not None else None
    if at is None or start is None:
        return segments
    own, following = segments[at], segments[at + 1] if at + 1 < len(segments) else None
    end, rest = own.end, segments[at + 1 :]
    if following and following.label == "title" and found.texts[own.end : following.start] == [":"]:
        end, rest = following.end, segments[at + 2 :]
    elif any(one.label == "title" for one in segments) or not _are_no_names(found.texts[start:end]):
        return segments
    return [*segments[:at], Segment("author", own.start, start - 1), Segment("title", start, end), *rest]


def _behind_last_initials(found: Tokens, authors: Segment) -> int | None:
    """Where several words begin behind the last `Smith, A. B.` or `Smith A.`; None without them."""
    texts = found.texts
    stops = [at for at in range(authors.start + 2, authors.end - 2) if texts[at] == "." and is_initials(texts[at - 1])]
    if not stops or not found.spaced[stops[-1] + 1] or is_initials(texts[authors.start]):
        return None
    before = texts[authors.start : stops[-1]]
    inverted = is_initials(before[1]) or (before[1] == "," and is_initials(before[2]))
    return stops[-1] + 1 if inverted and texts[stops[-1] + 1].isalpha() else None


def _are_no_names(texts: Sequence[str]) -> bool:
    """Whether words have a colon among them, small ones that stand in no names, or an article at first."""
    if len(texts) > 1 and texts[0] in _ARTICLES:
        return True
    return ":" in texts or any(text.islower() and text.isalpha() and text not in _AMONG_NAMES for text in texts)


@rule(has=("author",), words=("*",))
def title_in_asterisks(found: Tokens, segments: Segments) -> Segments:
    """What stands between asterisks behind people is the title: `Anna Quimby, *Knees, Hips and Backs* (Oslo: …)`."""
    texts, own = found.texts, segments[0]
    places = range(own.start + 2, min(own.end + 2, len(texts) - 1))
    opening = next((at for at in places if texts[at] == "*" and found.spaced[at] and not found.spaced[at + 1]), None)
    if own.label != "author" or opening is None or "*" not in texts[opening + 2 :]:
        return segments
    closing = texts.index("*", opening + 2)
    rest = [one for one in segments[1:] if one.start > closing]
    if any(one.start < closing < one.end - 1 for one in segments):
        return segments
    end = min(own.end, opening - (texts[opening - 1] in ",.:"))
    return [Segment("author", own.start, end), Segment("title", opening + 1, closing), *rest]


@rule(has=("author", "title"), words=(",",))
def title_from_its_first_comma(found: Tokens, segments: Segments) -> Segments:
    """The word between the only author's name and a title that goes on with a list begins it:
    `Anna Quimby, Knees, Hips, and Backs`."""
    own, title = segments[:2]
    texts = found.texts
    if (own.label, title.label, title.start) != ("author", "title", own.end + 1) or texts[own.end] != ",":
        return segments
    named = texts[own.start : own.end - 2]
    full = len(named) > 1 and all(text.istitle() and len(text) > 1 for text in named)
    listed = texts[title.start + 1 : title.start + 3] in ([",", "and"], [",", "or"])
    if not (full and listed and texts[own.end - 2] == "," and texts[own.end - 1].istitle()):
        return segments
    return [Segment("author", own.start, own.end - 2), Segment("title", own.end - 1, title.end), *segments[2:]]


def _has_family_first(found: Tokens, authors: Segment) -> bool:
    """Whether initials stand before a comma: `Smith A, Brown C. Pain`."""
    texts = [text for text in found.texts[authors.start : authors.end] if text != "."]
    return any(text == "," and is_initials(before) for before, text in pairwise(texts))


def _has_given_first(found: Tokens, authors: Segment, last: int) -> bool:
    """Whether the first of several names has its family name behind its initials: `Guy L. Steele and Jon L. White`."""
    texts = found.texts[authors.start : min(authors.start + 4, last)]
    named = len(texts) == 4 and is_initials(texts[1]) and texts[2] == "." and texts[3].isalpha()
    return named and len(texts[3]) > 1 and texts[3] not in _AMONG_NAMES


def is_initials(text: str) -> bool:
    """Whether a token is the initials of a name."""
    return text.isalpha() and text.isupper() and len(text) <= _LONGEST_INITIALS
