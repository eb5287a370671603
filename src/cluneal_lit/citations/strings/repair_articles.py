"""Articles whose journal stands behind `In:`, as ISO 690 has it, or is marked in two parts, or numbered twice."""

from __future__ import annotations

from cluneal_lit.citations.strings.lexical import INSIDE, word
from cluneal_lit.citations.strings.repair_issues import NUMBERED
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

_LONGEST = 12  # tokens of a journal's name
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
