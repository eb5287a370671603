"""Title and journal, in what stands between the authors and the numbers of a reference string."""

from __future__ import annotations

import re

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
_IN = re.compile(r"^in\s?:\s*", re.IGNORECASE)
_SHORT = re.compile(r"[^\W\d_]{1,6}\.?$")
_INITIAL = re.compile(r"(?:^|[\s.(])[^\W\d_]$")
_LONGEST_JOURNAL = 12
_LONGEST_UNLIKELY = 9
_LONGEST_ABBREVIATION = 8


def parted(body: str, numbered: bool) -> tuple[str, str]:
    """Title and journal of what stands between authors and numbers; the journal is empty where there is none.

    `numbered`: volume or pages follow, so that a journal is expected.
    """
    body = _INTERNET.sub("", body).strip()
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
    return all(word[0].isupper() or word.lower().strip(".") in _SMALL or word[0].isdigit() for word in words)


def _is_abbreviation(body: str, match: re.Match[str]) -> bool:
    """Whether the full stop ends an abbreviation within a title: `E. coli`, `vs. placebo`, `St. John`."""
    if match["stop"][0] != ".":
        return False
    before = body[: match.start()]
    following = body[match.end() : match.end() + 1]
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
