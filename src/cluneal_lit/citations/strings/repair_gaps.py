"""What the model leaves unmarked beside a field, or marks as another, though it belongs to it."""

from __future__ import annotations

from cluneal_lit.citations.strings.lexical import INSIDE, word
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

_STOPS = frozenset(".?!")
_LONGEST_PREFIX = 4  # letters
_FEWEST = 2  # words of a gap


def title_up_to_journal(found: Tokens, segments: Segments) -> Segments:
    """The words between a title and the journal of a volume, unmarked or as a book without publisher or editors, belong
    to the title: `Rowing in Oslo. 10. The knees of rowers (Rower 1818). Acta Orthop 27: 107`."""
    labels = [one.label for one in segments]
    if labels.count("title") != 1 or "volume" not in labels or {"publisher", "editor", "location"} & {*labels}:
        return segments
    at = labels.index("title")
    behind = at + 2 if labels[at + 1 : at + 2] == ["booktitle"] else at + 1
    if labels[behind : behind + 1] != ["journal"]:
        return segments
    title, end = segments[at], segments[behind].start
    while end > title.end and not (found.texts[end - 1].isalnum() or found.texts[end - 1] in ")]"):
        end -= 1
    whole = Segment("title", title.start, end)
    return [*segments[:at], whole, *segments[behind:]] if _are_words(found, title.end, end) else segments


def _are_words(found: Tokens, start: int, end: int) -> bool:
    """Whether several words stand there, no remark in brackets, quotation mark, and nothing behind `In:`."""
    texts = found.texts[start:end]
    if sum(text.isalpha() and len(text) > 1 for text in texts) < _FEWEST or any(
        word(text)[0] in "[<\"'" for text in texts
    ):
        return False
    first = next(at for at, text in enumerate(texts) if text.isalnum())
    following = "".join(texts[first + 1 : first + 2])
    return word(texts[first]) not in INSIDE or following[:1].islower()


def whole_pages(found: Tokens, segments: Segments) -> Segments:
    """Pages have the letters glued before their number, and the number glued behind their letters: `vii246`, `a588`."""
    taken = {at for one in segments for at in range(one.start, one.end)}
    mended: Segments = []
    for one in segments:
        start, end = one.start, one.end
        if one.label == "pages":
            start -= start > 0 and start - 1 not in taken and not found.spaced[start] and _is_prefix(found, start - 1)
            glued = end < len(found.texts) and end not in taken and not found.spaced[end]
            end += glued and found.texts[end].isdigit() and found.texts[end - 1].isalpha()
        mended.append(Segment(one.label, start, end))
    return segments if mended == segments else mended


def _is_prefix(found: Tokens, at: int) -> bool:
    """Whether a token is a few letters that stand apart from what is before them."""
    text = found.texts[at]
    apart = at > 0 and (found.spaced[at] or not found.texts[at - 1].isalnum())
    return (
        text.isascii() and text.isalpha() and len(text) <= _LONGEST_PREFIX and text.lower() not in ("p", "pp") and apart
    )


def whole_journals(found: Tokens, segments: Segments) -> Segments:
    """A journal's name begins with the word that stands alone between the last stop and it: `JMIR`, `In Vitro …`."""
    texts = found.texts
    mended: Segments = []
    for before, one in zip([None, *segments], segments, strict=False):
        at = one.start - 1
        free = one.label == "journal" and at > (before.end if before else 0) and texts[at - 1] in _STOPS
        alone = free and found.spaced[at] and found.spaced[one.start] and texts[at].isalpha()
        named = alone and ((len(texts[at]) > 1 and texts[at].isupper()) or texts[at : at + 2] in _GLASS)
        mended.append(Segment(one.label, at, one.end) if named else one)
    return segments if mended == segments else mended


_GLASS = (["In", "Vitro"], ["In", "Vivo"], ["In", "Silico"])
