"""Title and journal, in what stands between the authors and the numbers of a reference string."""

from __future__ import annotations

import re

from msgspec import Struct

_STOP = re.compile(r"(?P<stop>[.?!]['\"”’»)\]]*)\s+(?=[^\W\d_]|[\d(\[\"“])")
_QUOTED = re.compile(r"[\"“«](?P<title>[^\"“”«»]{8,400}?)[,.]?[\"”»][.,]?\s*(?P<rest>.*)", re.DOTALL)
_SMALL = frozenset(
    "a and the of in for on to at an with per de der des die das zur zum für fur und du la le les l' et di del della"
    " dei il e y en el los las da do dos i och van von & - –".split()
)
_EDGE = " \t.,;:"
_INTERNET = re.compile(
    r"\s*\[(?:internet|online|serial online|serial on the internet|electronic resource)\]\.?", re.IGNORECASE
)
_MEDIUM = re.compile(
    r"\s*\[(?:internet|online|abstract|letter|editorial|review|preprint|dissertation|thesis)\]", re.IGNORECASE
)
_CHAPTER = re.compile(r"[.?!,]\s+In(?::\s+|\s+(?=[^\W\d_a-z]))|\s+In:\s+")
_EDITORS = re.compile(
    r"^[^.]{3,200}?(?:\.[^.]{1,60}?){0,12}?,?\s\(?(?:eds?|editors?|Eds?|Editors?|orgs?|Hrsg)\b\.?\)?[.,:;]*\s*"
)
_PUBLISHED = re.compile(r"(?:(?P<place>[^\W\d_a-z][\w .,&-]{1,50}):\s)(?P<publisher>[^\W\d_a-z][^:;]{1,80})")
_PUBLISHER = re.compile(r"\b(?:Press|Publish\w+|Verlag|Books|Springer|Wiley|Elsevier|Academic|Editora|Sons)\b")
_SERVER = re.compile(r"(?:[a-z]{1,4}R?[xX]iv|eLife|npj|e[A-Z][a-z]+)\b\.?")  # journals whose names begin small
_IN = re.compile(r"^in\s?:\s*", re.IGNORECASE)
_SHORT = re.compile(r"[^\W\d_]{1,6}\.?$")
_INITIAL = re.compile(r"(?:^|[\s.(])[^\W\d_]$")
_LONGEST_JOURNAL = 16
_LONGEST_UNLIKELY = 9
_LONGEST_ABBREVIATION = 8


class Parted(Struct, frozen=True):
    """Title and what it stands in: a journal, a book (`kind` chapter), or nothing but a publisher (`kind` book)."""

    title: str = ""
    container: str = ""
    publisher: str = ""
    place: str = ""
    kind: str = ""


def parted(body: str, numbered: bool, volume: bool) -> Parted:
    """What stands between authors and numbers, taken apart; what is not there stays empty.

    `numbered`: volume or pages follow, so that a journal is expected; `volume`: a volume is among them.
    """
    body = _INTERNET.sub("", body).strip()
    chapter = _CHAPTER.search(body)
    if chapter and (":" in chapter[0] or _EDITORS.match(body[chapter.end() :])):
        return _chapter(body, chapter)
    title, journal = _title_and_journal(body, numbered)
    if not volume and (made := _PUBLISHED.fullmatch(journal)):
        return Parted(title, "", made["publisher"], made["place"] or "", "book")
    if not volume and _PUBLISHER.search(journal):
        publisher, _, place = journal.partition(", ")
        return Parted(title, "", publisher, place, "book")
    return Parted(title, journal, kind="article-journal" if journal or volume else "")


def _chapter(body: str, chapter: re.Match[str]) -> Parted:
    """The title before `In:`, and the book behind its editors."""
    book = _EDITORS.sub("", body[chapter.end() :])
    stop = _STOP.search(book)
    made = _PUBLISHED.fullmatch(book[stop.end() :].strip(_EDGE)) if stop else None
    container = _journal(book[: stop.start()] if stop else book)
    return Parted(
        _trimmed(body[: chapter.start()]),
        container,
        made["publisher"] if made else "",
        (made["place"] or "") if made else "",
        "chapter",
    )


def _title_and_journal(body: str, numbered: bool) -> tuple[str, str]:
    if quoted := _QUOTED.match(body.lstrip(_EDGE)):
        return _trimmed(quoted["title"]), _journal(quoted["rest"])
    stops = [match for match in _STOP.finditer(body) if not _is_abbreviation(body, match)]
    for match in stops:
        if len(body[: match.start()].split()) >= 2 and _is_journal(body[match.end() :]):
            return _at(body, match)
    if stops and numbered and len(body[stops[-1].end() :].split()) <= _LONGEST_UNLIKELY:
        return _at(body, stops[-1])
    if numbered and (comma := _after_comma(body)):
        return comma
    if numbered and not stops and _is_journal(body) and len(body.split()) <= 5:
        return "", _journal(body)
    return _trimmed(body), ""


def _at(body: str, stop: re.Match[str]) -> tuple[str, str]:
    return _trimmed(body[: stop.end("stop")]), _journal(body[stop.end() :])


def _trimmed(title: str) -> str:
    title = _MEDIUM.sub("", title).strip(" \t,;:")
    if title.endswith(".") and not title.endswith("..."):
        title = title[:-1]
    if title.startswith("[") and title.endswith("]") and title.count("[") == 1:
        return title
    return title.strip(" \t,;:").strip('"“”')


def _journal(written: str) -> str:
    written = _IN.sub("", _MEDIUM.sub("", written).strip(_EDGE + "()"))
    if "(" in written and ")" not in written[written.rindex("(") :]:
        written += ")"
    return written.strip(_EDGE + '"“”')


def _is_journal(written: str) -> bool:
    """Whether it reads like the name of a journal: few words, all capitalised or small words of names; full stops in it
    end abbreviations."""
    words = re.sub(r"[()&,:;/\[\]\"“”–-]", " ", written).split()
    if not 0 < len(words) <= _LONGEST_JOURNAL or not any(word[0].isupper() for word in words):
        return False
    if any(word.endswith(".") and len(word) > _LONGEST_ABBREVIATION for word in words[:-1]):
        return False
    return all(
        word[0].isupper() or _SERVER.fullmatch(word) or word.lower().strip(".") in _SMALL or word[0].isdigit()
        for word in words
    )


def _is_abbreviation(body: str, match: re.Match[str]) -> bool:
    """Whether the full stop ends an abbreviation within a title: `E. coli`, `vs. placebo`, `St. John`."""
    if match["stop"][0] != ".":
        return False
    before = body[: match.start()]
    following = "" if _SERVER.match(body, match.end()) else body[match.end() : match.end() + 1]
    if _INITIAL.search(before[-2:]) and not following.isupper():
        return True
    word = re.search(r"[^\W\d_]+$", before)
    return (
        bool(word and word[0].lower() in ("vs", "cf", "etc", "approx", "subsp", "var", "spp", "ssp"))
        or following.islower()
    )


def _after_comma(body: str) -> tuple[str, str] | None:
    """A journal behind the last comma: `Title of the paper, J Pain Res`."""
    head, comma, tail = body.strip(_EDGE).rpartition(", ")
    if not comma or len(head.split()) < 4 or not _is_journal(tail):
        return None
    return (_trimmed(head), _journal(tail)) if len(tail.split()) > 1 or _SHORT.search(tail) else None
