"""What the model leaves unmarked beside a field, or marks as another, though it belongs to it."""

from __future__ import annotations

from cluneal_lit import names as people
from cluneal_lit.citations.strings.lexical import INSIDE, word
from cluneal_lit.citations.strings.phrases import Phrases
from cluneal_lit.citations.strings.repair_journals import is_listed
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

_STOPS = frozenset(".?!")
_LONGEST_PREFIX = 4  # letters
_LONGEST_ABBREVIATION = 5  # letters
_LONGEST_PLACE = 5  # tokens
_PRESS = ["in", "press"]
_FEWEST = 2  # words of a gap
_GLASS = (["In", "Vitro"], ["In", "Vivo"], ["In", "Silico"])  # where a journal begins, and no book behind `In`


@rule(has=("title", "journal", "volume"), lacks=("publisher", "editor", "location"))
def title_up_to_journal(found: Tokens, segments: Segments) -> Segments:
    """The words between a title and the journal of a volume, unmarked or as a book without publisher or editors, belong
    to the title: `Rowing in Oslo. 10. The knees of rowers (Rower 1818). Acta Orthop 27: 107`."""
    labels = [one.label for one in segments]
    if labels.count("title") != 1:
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


@rule(has=("pages",))
def whole_pages(found: Tokens, segments: Segments) -> Segments:
    """Pages have the letters glued before their number, and behind them, and the number glued behind their letters:
    `vii246`, `309a–310a`, `a588`."""
    return [_whole_pages(found, segments, one) if one.label == "pages" else one for one in segments]


def _whole_pages(found: Tokens, segments: Segments, pages: Segment) -> Segment:
    start, end = pages.start, pages.end
    prefixed = start > 0 and not found.spaced[start] and _is_prefix(found, start - 1)
    glued = end < len(found.texts) and not found.spaced[end] and found.texts[end].isdigit()
    start -= prefixed and _is_free(segments, start - 1)
    end += glued and found.texts[end - 1].isalpha() and _is_free(segments, end)
    end += _is_lettered(found, start, end) and _is_free(segments, end)
    return pages if (start, end) == (pages.start, pages.end) else Segment("pages", start, end)


def _is_lettered(found: Tokens, start: int, end: int) -> bool:
    """Whether the letter behind a range is its last page's, as the first page has it: `309a–310a`."""
    letter = "".join(found.texts[end : end + 1])
    return letter.isalpha() and not found.spaced[end] and found.texts[start + 1] == letter


def _is_free(segments: Segments, at: int) -> bool:
    """Whether a token stands in no segment."""
    return not any(one.start <= at < one.end for one in segments)


def _is_prefix(found: Tokens, at: int) -> bool:
    """Whether a token is a few letters that stand apart from what is before them."""
    text = found.texts[at]
    apart = at > 0 and (found.spaced[at] or not found.texts[at - 1].isalnum())
    return (
        text.isascii() and text.isalpha() and len(text) <= _LONGEST_PREFIX and text.lower() not in ("p", "pp") and apart
    )


def own_journal(found: Tokens, segments: Segments, names: Phrases) -> Segments:
    """A journal that is not listed as it is marked, without the words of the title before it (`…, Norway. Ibis`) or the
    place behind it (`Revista Remo, Oslo, v. 2`)."""
    labels = [one.label for one in segments]
    if labels.count("journal") != 1 or "title" not in labels[: labels.index("journal")]:
        return segments
    at = labels.index("journal")
    before, own = segments[at - 1 : at + 1]
    texts = found.texts[own.start : own.end]
    if is_listed(texts, names):
        return segments
    stop = _stop(found, before, own)
    if stop and is_listed(found.texts[stop + 1 : own.end], names):
        title = Segment("title", before.start, stop + (found.texts[stop] == "?"))
        return [*segments[: at - 1], title, Segment("journal", stop + 1, own.end), *segments[at + 1 :]]
    end = _before_place(found, own)
    return [*segments[:at], Segment("journal", own.start, end), *segments[at + 1 :]] if end < own.end else segments


def _stop(found: Tokens, title: Segment, journal: Segment) -> int:
    """Where the first sentence ends that is marked with a journal behind a title, and is no abbreviation; else 0."""
    texts = found.texts
    if title.label != "title" or texts[title.end : journal.start] not in ([","], ["."]):
        return 0
    stop = next((at for at in range(journal.start + 1, journal.end - 1) if texts[at] in ".?"), 0)
    first = texts[journal.start : stop]
    if not stop or not found.spaced[stop + 1]:
        return 0
    longest = max(map(len, first), default=0)
    if len(first) == 1:  # commas may part all fields: `Knees, Comput. Phys.`
        return stop if texts[title.end] == "," and texts[title.start - 1] in ".)" and longest > _LONGEST_PREFIX else 0
    return stop if texts[stop] == "?" or longest > _LONGEST_ABBREVIATION else 0


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


@rule(has=("journal",), lacks=("volume", "issue", "pages"), words=("press",))
def volume_in_press(found: Tokens, segments: Segments) -> Segments:
    """The number that stands unmarked between a journal and `in press` is the volume."""
    labels = [one.label for one in segments]
    end = segments[labels.index("journal")].end
    placed = "".join(found.texts[end : end + 1]).isdigit() and found.texts[end + 1 : end + 3] == _PRESS
    return [*segments, Segment("volume", end, end + 1)] if placed else segments


@rule(has=("journal",), words=("usa",))
def journal_with_country(found: Tokens, segments: Segments) -> Segments:
    """`USA` ends the name of proceedings that is abbreviated without dots: `Proc Natl Acad Sci USA`."""
    at = [one.label for one in segments].index("journal")
    own = segments[at]
    named = found.texts[own.start : own.start + 1] == ["Proc"] and "." not in found.texts[own.start : own.end]
    if not named or found.texts[own.end : own.end + 1] != ["USA"]:
        return segments
    rest = [one for one in segments[at + 1 :] if one.start > own.end]
    return [*segments[:at], Segment("journal", own.start, own.end + 1), *rest]


@rule(has=("journal",))
def whole_journals(found: Tokens, segments: Segments) -> Segments:
    """A journal's name begins with the word that stands alone between the last stop and it: `JMIR`, `In Vitro …`."""
    texts = found.texts
    mended: Segments = []
    for end, one in zip([0, *(one.end for one in segments)], segments, strict=False):
        at = one.start - 1
        free = one.label == "journal" and at > end and texts[at - 1] in _STOPS
        alone = free and found.spaced[at] and found.spaced[one.start] and texts[at].isalpha()
        named = alone and ((len(texts[at]) > 1 and texts[at].isupper()) or texts[at : at + 2] in _GLASS)
        mended.append(Segment(one.label, at, one.end) if named else one)
    return mended
