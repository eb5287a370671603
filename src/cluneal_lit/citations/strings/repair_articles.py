"""Articles whose journal stands behind `In:`, as ISO 690 has it, or is marked in two parts, or numbered twice."""

from __future__ import annotations

from cluneal_lit.citations.strings.lexical import INSIDE, word
from cluneal_lit.citations.strings.repair_issues import NUMBERED
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

_LONGEST = 12  # tokens of a journal's name
_LONGEST_ISSUE = 2  # digits
_VOLUMES = frozenset("bd band vol volume tome tomo".split())
_PLACES = frozenset(("year", "volume"))


@rule(has=("title", "volume", "pages"), lacks=("journal", "booktitle", "editor", "location"), words=INSIDE)
def journal_behind_colon(found: Tokens, segments: Segments) -> Segments:
    """What stands between `In:` and the volume or year of an article on pages is its journal, unmarked or marked as a
    publisher: `Knees. In: Rowing, 2012, 14(5), S. 261`."""
    texts = found.texts
    title = next(one for one in segments if one.label == "title")
    placing = [one for one in segments if one.start >= title.end and one.label in _PLACES]
    end = min((one.start for one in placing), default=0)
    for at in range(title.end, end - 2):
        if word(texts[at]) in INSIDE and texts[at + 1] == ":":
            return _with_journal(found, segments, at + 2, end)
    return segments


def _with_journal(found: Tokens, segments: Segments, start: int, end: int) -> Segments:
    named = next((at for at in range(start, end) if found.texts[at] in ",;("), end)
    while named > start and not found.texts[named - 1].isalnum():
        named -= 1
    inside = [one for one in segments if one.start < end and one.end > start]
    if not 0 < named - start <= _LONGEST or any(one.label != "publisher" for one in inside):
        return segments
    return [*(one for one in segments if one not in inside), Segment("journal", start, named)]


@rule(some=("journal", "booktitle"))
def names_in_two_parts(found: Tokens, segments: Segments) -> Segments:
    """What begins with the dot of an abbreviation is the rest of the name before it: `Conf. Knee Eng` and `. Med`."""
    mended: Segments = []
    for one in segments:
        last = mended[-1] if mended else None
        goes_on = one.label in ("journal", "booktitle") and found.texts[one.start] == "."
        if last and goes_on and last.label in ("journal", "booktitle") and last.end == one.start:
            mended[-1] = Segment(last.label, last.start, one.end)
        else:
            mended.append(one)
    return mended


@rule(has=("volume",), lacks=("issue",), words=NUMBERED)
def issue_like_a_volume(found: Tokens, segments: Segments) -> Segments:
    """The second number that is marked as a volume, behind `Heft` or `No.`, is the issue: `14. Jg. (2012), Heft 5`."""
    volumes = [one for one in segments if one.label == "volume"]
    if len(volumes) < 2:
        return segments
    before = [word(text) for text in found.texts[volumes[0].end : volumes[1].start] if text[0].isalpha()]
    if before[-1:] and before[-1] in NUMBERED:
        return [Segment("issue", one.start, one.end) if one is volumes[1] else one for one in segments]
    return segments


@rule(has=("volume", "pages", "year"), lacks=("issue",), words=("(",))
def issue_like_pages(found: Tokens, segments: Segments) -> Segments:
    """The number between a volume and the year in brackets is the issue where pages stand behind them:
    `Hippology 63, 10 (2014), S. 755–762`."""
    labels = [one.label for one in segments]
    at = labels.index("volume")
    if labels[at : at + 4] != ["volume", "pages", "year", "pages"]:
        return segments
    number, year = segments[at + 1 : at + 3]
    texts = found.texts
    alone = number.end - number.start == 1 and len(texts[number.start]) <= _LONGEST_ISSUE
    dated = texts[number.end : year.start] == ["("] and texts[year.end : year.end + 2] == [")", ","]
    if not (alone and dated and texts[segments[at].end : number.start] == [","]):
        return segments
    return [*segments[: at + 1], Segment("issue", number.start, number.end), *segments[at + 2 :]]


@rule(has=("booktitle",), lacks=("volume",), words=_VOLUMES)
def volume_behind_book(found: Tokens, segments: Segments) -> Segments:
    """What stands behind a book and `Bd.` or `Vol.`, unmarked or marked with it, is its volume: `In: … Hips. Bd. 2.`"""
    texts = found.texts
    book = next(one for one in segments if one.label == "booktitle")
    inside = [at for at in range(book.start + 2, book.end - 1) if word(texts[at]) in _VOLUMES and texts[at - 1] in ".,"]
    if inside and texts[book.end - 1].isdigit() and book.end - inside[-1] <= len(("Bd", ".", "2")):
        parted = [Segment("booktitle", book.start, inside[-1] - 1), Segment("volume", book.end - 1, book.end)]
        return [*(one for one in segments if one is not book), *parted]
    start = book.end + (texts[book.end : book.end + 1] in (["."], [","]))
    number = start + 1 + (texts[start + 1 : start + 2] == ["."])
    free = all(one.end <= start or one.start > number for one in segments)
    if word("".join(texts[start : start + 1])) not in _VOLUMES or not "".join(texts[number : number + 1]).isdigit():
        return segments
    return [*segments, Segment("volume", number, number + 1)] if free else segments
