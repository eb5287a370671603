"""What the tagging of journals leaves out: who published and edited books, and which year is the work's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from training.labels import Span

# Between a title and the year or the end: `4. ed. São Paulo: Martins Fontes, `.
_HOUSE = re.compile(
    r"\W*(?:[^:]{0,30}?\bed(?:[.)]|ição|ición|ition)\W*)?"
    r"(?P<location>[A-ZÀ-Ý](?:[^.:;\d]|(?<=[A-Z])\.){1,40}?)\s?:\s(?P<publisher>[^\W\d][^:;\d(\[]{1,70}?)(?:,\spp?)?[\s.,;]*c?"
)
_UNIVERSITY = re.compile(r"\b(?:Universi|École|Escola|Faculdade)\w*[^,.;:()\[\]\d]*")
_THESIS = re.compile(r"\b(?:thesis|dissertation|tes[ei]s?|dissertação|thèse|monografia)\b", re.IGNORECASE)
_INSIDE = re.compile(r"[.?!,”\"]\s*(?:pages?\s[\d–-]+\s)?(?:in|em|en):?\s+", re.IGNORECASE)
_ENDING = re.compile(
    r"[\s.,;:(]*(?:\(?\b(?:eds?|editors?|orgs?|organizador\w*|coords?|hrsg)\b[.)]*\s?)*[\s.,;:]*$", re.IGNORECASE
)
_EDITING = re.compile(r"\W{0,3}(?:eds?|editors?|orgs?)\b", re.IGNORECASE)
_ASKED = re.compile(r"(?:access|acess|cited|acced|consult)[^;]{0,30}$", re.IGNORECASE)


def mended(raw: str, spans: Sequence[Span]) -> list[Span]:
    """The spans of a string, and those that its form shows though nobody tagged them."""
    found = sorted(_year_of_work(raw, spans), key=lambda span: span[1])
    found = _editors(raw, found)
    return [*found, *_house(raw, found)]


def _year_of_work(raw: str, spans: Sequence[Span]) -> list[Span]:
    """With the year of the work for that in which somebody looked, where both are the same."""
    return [
        (label, *_own_year(raw, start, end)) if label == "year" else (label, start, end) for label, start, end in spans
    ]


def _own_year(raw: str, start: int, end: int) -> tuple[int, int]:
    if not _ASKED.search(raw[max(0, start - 40) : start]):
        return start, end
    own = re.search(rf"(?<![\d/.-]){re.escape(raw[start:end])}(?![\d/-])", raw[:start])
    return (own.start(), own.end()) if own else (start, end)


def _editors(raw: str, spans: list[Span]) -> list[Span]:
    """With the people between `In` and a book's title as its editors, and authors behind whom `eds` stands."""
    books = [start for label, start, _ in spans if label == "booktitle"]
    titles = [end for label, _, end in spans if label == "title"]
    if not books or not titles:
        return spans
    found = [
        ("editor", start, end)
        if label == "author" and start > titles[0] and _EDITING.match(raw, end)
        else (label, start, end)
        for label, start, end in spans
    ]
    inside = _INSIDE.search(raw, titles[0] - 1, books[0])
    if not inside or any(inside.end() <= start < books[0] for _, start, _ in found):
        return found
    written = _ENDING.sub("", raw[inside.end() : books[0]])
    return [*found, ("editor", inside.end(), inside.end() + len(written))] if len(written) > 2 else found


def _house(raw: str, spans: list[Span]) -> list[Span]:
    """Where and by whom a book was published, or the university of a thesis; nothing where it is tagged."""
    if {"publisher", "location", "journal"} & {label for label, *_ in spans}:
        return []
    start = max((end for label, _, end in spans if label in ("title", "booktitle")), default=len(raw))
    end = min((begin for _, begin, _ in spans if begin >= start), default=len(raw))
    if match := _HOUSE.fullmatch(raw, start, end):
        return [(name, match.start(name), match.end(name)) for name in ("location", "publisher")]
    match = _UNIVERSITY.search(raw, start) if _THESIS.search(raw, start) else None
    return [("publisher", match.start(), match.start() + len(match[0].rstrip()))] if match else []
