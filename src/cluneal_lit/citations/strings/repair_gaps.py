"""What the model leaves unmarked beside a field, or marks as another, though it belongs to it."""

from __future__ import annotations

from cluneal_lit import names as people
from cluneal_lit.citations.strings.lexical import INSIDE, word
from cluneal_lit.citations.strings.phrases import Phrases
from cluneal_lit.citations.strings.repair_journals import is_listed
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

_STOPS = frozenset(".?!")
_LONGEST_PREFIX = 4  # letters
_LONGEST_PLACE = 5  # tokens
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


def own_journal(found: Tokens, segments: Segments, names: Phrases) -> Segments:
    """A journal that is not listed as it is marked, without the last word of the title before it (`…, Norway. Ibis`) or
    the place behind it (`Revista Remo, Oslo, v. 2`)."""
    labels = [one.label for one in segments]
    if labels.count("journal") != 1 or "title" not in labels[: labels.index("journal")]:
        return segments
    at = labels.index("journal")
    before, own = segments[at - 1 : at + 1]
    texts = found.texts[own.start : own.end]
    behind_comma = before.label == "title" and found.texts[before.end : own.start] == [","]
    behind_comma = behind_comma and found.texts[before.start - 1] in ".)"  # commas may part all fields
    word_first = texts[1:2] == ["."] and len(texts[0]) > _LONGEST_PREFIX
    if behind_comma and word_first and is_listed(texts[2:], names):
        parted = [Segment("title", before.start, own.start + 1), Segment("journal", own.start + 2, own.end)]
        return [*segments[: at - 1], *parted, *segments[at + 1 :]]
    end = _before_place(found, own)
    if end < own.end and not is_listed(texts, names):
        return [*segments[:at], Segment("journal", own.start, end), *segments[at + 1 :]]
    return segments


def _before_place(found: Tokens, journal: Segment) -> int:
    """Where a journal ends before a comma and its place, perhaps with the state, and before `, v.`; else its end."""
    texts = found.texts
    if texts[journal.end : journal.end + 3] != [",", "v", "."] or "pp" in texts[journal.end :]:
        return journal.end
    commas = [at for at in range(journal.start + 1, journal.end - 1) if texts[at] == ","]
    if len(commas) > 1 and commas[-1] == journal.end - 2 and texts[journal.end - 1].isupper():
        commas.pop()
    place = texts[commas[-1] + 1 : journal.end] if len(commas) == 1 else []
    named = place and all(text[0].isupper() or text in people.PARTICLES or text == "," for text in place)
    return commas[0] if named and len(place) <= _LONGEST_PLACE else journal.end


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
