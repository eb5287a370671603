"""Where a journal's name is that the model did not mark: behind the title, or between it and the numbers."""

from __future__ import annotations

from collections.abc import Sequence

from cluneal_lit.citations.strings.lexical import shape, word
from cluneal_lit.citations.strings.phrases import Phrases
from cluneal_lit.citations.strings.rule import rule
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens
from cluneal_lit.journals import SERVER

_LONGEST_NAME = 14  # tokens
_LONGEST_PLACE = 5  # tokens
_SHORTEST_TITLE = 3  # tokens
_SHORTEST_WORD = 4  # letters of a title of one word
_NUMBERED = frozenset(("vol", "v", "no", "pp", "n", "volume", "jg", "bd"))
_MEETINGS = frozenset("conference symposium workshop congress meeting conf symp congresso simposio tagung".split())
_IN_BRACKETS = ("year", "location", "publisher")  # as what is in brackets behind a journal may be marked


def journal_found(found: Tokens, segments: Segments, journals: Phrases) -> Segments:
    """With the journal that a work with a volume, or a preprint, must have: what is marked as the title if that is a
    name itself, else a name of the list or a server at its end, else the words behind it, else its last sentence."""
    labels = [one.label for one in segments]
    if labels.count("journal") == 1 and {"title", "booktitle"}.isdisjoint(labels):
        return _title_apart(found, segments, labels.index("journal"), journals)
    if "journal" in labels or "booktitle" in labels or "title" not in labels:
        return segments
    at = labels.index("title")
    title, following = segments[at], segments[at + 1] if at + 1 < len(segments) else None
    end = following.start if following else len(found.texts)
    volume = "volume" in labels[at:] or _is_located(found, segments[at + 1 :])
    if volume and _is_name(found, title, journals):
        return [*segments[:at], Segment("journal", title.start, title.end), *segments[at + 1 :]]
    place = (
        _server(found, title, end)
        or (_listed(found, title, journals, volume) if volume or _is_indexed(found, labels) else None)
        or (_before_place(found, title, end) if volume else None)
        or (_gap(found, title.end, end) if following and following.label == "volume" else None)
        or (_indexed(found, title.end, journals) if _is_indexed(found, labels) else None)
        or (_last_sentence(found, title) if volume else None)
    )
    if not place:
        return segments
    kept = Segment("title", title.start, min(title.end, place[0]))
    while found.texts[kept.end - 1] in ".,;:" and kept.end - kept.start > 1:
        kept = Segment("title", kept.start, kept.end - 1)
    return [*segments[:at], kept, Segment("journal", *place), *segments[at + 1 :]]


def _title_apart(found: Tokens, segments: Segments, at: int, journals: Phrases) -> Segments:
    """A title that is marked with the listed journal behind it, apart: `Pain. Lancet 1999`; `Acta. Orthop` is one."""
    own, texts = segments[at], found.texts
    stops = [place for place in range(own.start + 1, own.end - 1) if texts[place] in ".?" and found.spaced[place + 1]]
    if not stops or len(texts[stops[0] - 1]) < _SHORTEST_WORD or is_listed(texts[own.start : own.end], journals):
        return segments
    if not is_listed(texts[stops[0] + 1 : own.end], journals):
        return segments
    parted = [Segment("title", own.start, stops[0]), Segment("journal", stops[0] + 1, own.end)]
    return [*segments[:at], *parted, *segments[at + 1 :]]


def _is_located(found: Tokens, behind: Segments) -> bool:
    """Whether nothing but a year, a colon and pages is marked behind a title: `2001:387–427`."""
    dated = [one.label for one in behind] == ["year", "pages"]
    return dated and found.texts[behind[0].end : behind[1].start] == [":"]


def is_listed(texts: Sequence[str], journals: Phrases) -> bool:
    """Whether texts are a name of the list."""
    return [word(text) if text[0].isalpha() else "" for text in texts] in journals


def _is_name(found: Tokens, title: Segment, journals: Phrases) -> bool:
    """Whether what is marked as a title is a name of the list, or abbreviated like one: `Proc. Natl. Acad. Sci`."""
    texts = found.texts[title.start : title.end]
    if is_listed(texts, journals):
        return True
    words = [text for text in texts if text[0].isalpha()]
    stops = texts.count(".") + (found.texts[title.end : title.end + 1] == ["."])
    return len(words) > 1 and 2 * stops >= len(words) and all(text[0].isupper() for text in words)


def _server(found: Tokens, title: Segment, end: int) -> tuple[int, int] | None:
    """The server of preprints that is the last word of the title, or the first behind it."""
    for at in range(max(title.start + _SHORTEST_TITLE, title.end - 1), min(end, title.end + 2)):
        if SERVER.fullmatch(found.texts[at]) and found.texts[at - 1] in ".,?!":
            return at, at + 1
    return None


def _is_indexed(found: Tokens, labels: Sequence[str]) -> bool:
    """Whether an article has a DOI or PMID, though neither volume nor publisher: `Cell. PMID: 18035408`."""
    return "publisher" not in labels and not {"<pmid>", "<doi>"}.isdisjoint(found.texts)


def _listed(found: Tokens, title: Segment, journals: Phrases, volume: bool) -> tuple[int, int] | None:
    """The listed name that begins a sentence of the title and ends it, in a volume perhaps with a place in brackets."""
    texts = found.texts[title.start : title.end]
    words = [word(text) if text[0].isalpha() else "" for text in texts]
    for at in range(len(texts) - 1, _SHORTEST_TITLE, -1):
        if texts[at - 1] in (".", "?", "!") and words[at]:
            names = journals.found(words[at:])
            rest = texts[at + names[0][1] :] if names and not names[0][0] else [""]
            placed = volume or not rest
            if placed and all(not text[:1].isalpha() or len(rest) <= _LONGEST_PLACE for text in rest) and rest != [""]:
                return title.start + at, title.end
    return None


def _gap(found: Tokens, start: int, end: int) -> tuple[int, int] | None:
    """The words from one place to another, without the marks around them and `vol.` behind."""
    texts = found.texts
    while start < end and not texts[start][0].isalpha():
        start += 1
    while end > start and not (texts[end - 1][0].isalpha() and len(texts[end - 1]) > 1):
        end -= 1
    while end > start and (word(texts[end - 1]) in _NUMBERED or texts[end - 1] in ".,;"):
        end -= 1
    return (start, end) if start < end <= start + _LONGEST_NAME and texts[start][0].isupper() else None


def _before_place(found: Tokens, title: Segment, end: int) -> tuple[int, int] | None:
    """The last sentence of a title before a comma and the place of a journal: `Remo: teoria e prática, Oslo, v. 2`."""
    gap = _gap(found, title.end, end) if found.texts[title.end : title.end + 1] == [","] else None
    return _last_sentence(found, title) if gap and gap[1] - gap[0] < _LONGEST_PLACE else None


def _indexed(found: Tokens, start: int, journals: Phrases) -> tuple[int, int] | None:
    """The listed name behind a title and before a DOI or PMID: `Knees of rowers. Taxon https://doi.org/…`"""
    end = next((at for at in range(start, len(found.texts)) if found.texts[at] in ("<doi>", "<pmid>")), start)
    gap = _gap(found, start, end)
    return gap if gap and is_listed(found.texts[gap[0] : gap[1]], journals) else None


def _last_sentence(found: Tokens, title: Segment) -> tuple[int, int] | None:
    """The last sentence of a title, if it is no longer than a journal's name."""
    texts = found.texts
    for at in range(title.end - 1, title.start + _SHORTEST_TITLE, -1):
        if texts[at - 1] in (".", "?", "!") and found.spaced[at] and texts[at][0].isupper() and len(texts[at - 2]) > 1:
            return (at, title.end) if title.end - at <= _LONGEST_NAME // 2 else None
    return None


@rule(has=("booktitle", "volume", "issue"), lacks=("journal", "publisher", "location", "editor"))
def journal_behind_in(found: Tokens, segments: Segments) -> Segments:
    """What has a volume and an issue, no publisher and is no meeting is a journal, behind `In:` too."""
    return [Segment("journal", one.start, one.end) if _is_journal(found, one) else one for one in segments]


def _is_journal(found: Tokens, one: Segment) -> bool:
    return one.label == "booktitle" and _MEETINGS.isdisjoint(map(word, found.texts[one.start : one.end]))


@rule(has=("journal",), words=("(",))
def place_of_journal(found: Tokens, segments: Segments) -> Segments:
    """The place or year in brackets behind a journal, before another mark, is part of its name: `Orthop Rev (Pavia).`,
    `J Pharm Assoc (2003). 2021`."""
    mended: Segments = []
    for one in segments:
        end = _behind_place(found, one)
        inside = [other for other in segments if one.end <= other.start < end]
        kept = all(other.label in _IN_BRACKETS for other in inside)
        if mended and mended[-1].label == "journal" and one.start < mended[-1].end:
            continue
        mended.append(Segment(one.label, one.start, end if kept else one.end))
    return mended


def _behind_place(found: Tokens, one: Segment) -> int:
    texts = found.texts
    if one.label != "journal":
        return one.end
    if _is_year(found, one.end) and texts[one.end + 1 : one.end + 2] == [")"] and "(" in texts[one.start : one.end]:
        return one.end + 2
    if texts[one.end : one.end + 1] != ["("]:
        return one.end
    end = one.end + 1
    while end < len(texts) and (texts[end] == "," or texts[end][0].isupper() or _is_year(found, end)):
        end += 1
    if not 1 < end - one.end <= _LONGEST_PLACE or texts[end : end + 1] != [")"]:
        return one.end
    marked = texts[end + 1 : end + 2] in ([","], ["."], [";"])
    dated = _is_year(found, end + 1 + marked)
    return end + 1 if dated or (marked and not _is_year(found, end - 1)) else one.end


def _is_year(found: Tokens, at: int) -> bool:
    return at < len(found.texts) and shape(found.texts[at]) == "y"
