"""Where a journal's name is that the model did not mark: behind the title, or between it and the numbers."""

from __future__ import annotations

from cluneal_lit.citations.strings.lexical import word
from cluneal_lit.citations.strings.phrases import Phrases
from cluneal_lit.citations.strings.segments import Segment, Segments
from cluneal_lit.citations.strings.tokens import Tokens

_LONGEST_NAME = 14  # tokens
_LONGEST_PLACE = 5  # tokens
_SHORTEST_TITLE = 3  # tokens
_NUMBERED = frozenset(("vol", "v", "no", "pp", "n", "volume", "jg", "bd"))
_SERVERS = frozenset(("medrxiv", "biorxiv", "arxiv", "chemrxiv", "psyarxiv", "socarxiv", "preprints", "ssrn"))


def journal_found(found: Tokens, segments: Segments, journals: Phrases) -> Segments:
    """With the journal that a work with a volume, or a preprint, must have: a name of the list or a server at the end
    of the title, else the words between title and numbers, else the last sentence of the title."""
    labels = [one.label for one in segments]
    if "journal" in labels or "booktitle" in labels or "title" not in labels:
        return segments
    at = labels.index("title")
    title, following = segments[at], segments[at + 1] if at + 1 < len(segments) else None
    end = following.start if following else len(found.texts)
    volume = "volume" in labels[at:]
    place = (
        _server(found, title, end)
        or (_listed(found, title, journals) if volume else None)
        or (_gap(found, title.end, end) if following and following.label == "volume" else None)
        or (_last_sentence(found, title) if volume else None)
    )
    if not place:
        return segments
    kept = Segment("title", title.start, min(title.end, place[0]))
    while found.texts[kept.end - 1] in ".,;:" and kept.end - kept.start > 1:
        kept = Segment("title", kept.start, kept.end - 1)
    return [*segments[:at], kept, Segment("journal", *place), *segments[at + 1 :]]


def _server(found: Tokens, title: Segment, end: int) -> tuple[int, int] | None:
    """The server of preprints that is the last word of the title, or the first behind it."""
    for at in range(max(title.start + _SHORTEST_TITLE, title.end - 1), min(end, title.end + 2)):
        if found.texts[at].lower() in _SERVERS and found.texts[at - 1] in ".,?!":
            return at, at + 1
    return None


def _listed(found: Tokens, title: Segment, journals: Phrases) -> tuple[int, int] | None:
    """The listed name that begins a sentence of the title and, a place in brackets apart, ends it."""
    texts = found.texts[title.start : title.end]
    words = [word(text) if text[0].isalpha() else "" for text in texts]
    for at in range(len(texts) - 1, _SHORTEST_TITLE, -1):
        if texts[at - 1] in (".", "?", "!") and words[at]:
            names = journals.found(words[at:])
            rest = texts[at + names[0][1] :] if names and not names[0][0] else [""]
            if all(not text[:1].isalpha() or len(rest) <= _LONGEST_PLACE for text in rest) and rest != [""]:
                return title.start + at, title.end
    return None


def _gap(found: Tokens, start: int, end: int) -> tuple[int, int] | None:
    """The words from one place to another, without the marks around them and `vol.` behind."""
    texts = found.texts
    while start < end and not texts[start][0].isalpha():
        start += 1
    while end > start and not (texts[end - 1][0].isalpha() and len(texts[end - 1]) > 1):
        end -= 1
    while end > start and word(texts[end - 1]) in _NUMBERED:
        end -= 2
    return (start, end) if start < end <= start + _LONGEST_NAME and texts[start][0].isupper() else None


def _last_sentence(found: Tokens, title: Segment) -> tuple[int, int] | None:
    """The last sentence of a title, if it is no longer than a journal's name."""
    texts = found.texts
    for at in range(title.end - 1, title.start + _SHORTEST_TITLE, -1):
        if texts[at - 1] in (".", "?", "!") and found.spaced[at] and texts[at][0].isupper() and len(texts[at - 2]) > 1:
            return (at, title.end) if title.end - at <= _LONGEST_NAME // 2 else None
    return None


def place_of_journal(found: Tokens, segments: Segments) -> Segments:
    """The place in brackets behind a journal is part of its name: `Orthop Rev (Pavia). 2022`."""
    begun = {one.start for one in segments}
    mended: Segments = []
    for one in segments:
        end = _behind_place(found, one) if one.label == "journal" else one.end
        widened = end > one.end and begun.isdisjoint(range(one.end, end))
        mended.append(Segment(one.label, one.start, end) if widened else one)
    return mended


def _behind_place(found: Tokens, one: Segment) -> int:
    texts = found.texts
    if texts[one.end : one.end + 1] != ["("]:
        return one.end
    end = one.end + 1
    while end < len(texts) and texts[end].isalpha() and texts[end][0].isupper():
        end += 1
    closed = 1 < end - one.end <= _LONGEST_PLACE and texts[end : end + 1] == [")"]
    return end + 1 if closed and texts[end + 1 : end + 2] in ([","], ["."], [";"]) else one.end
