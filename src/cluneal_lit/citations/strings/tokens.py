"""The tokens of a reference string: words, numbers and single marks, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

# A word broken at the end of a line is one word; letters and digits that touch are two tokens (`e1036`, `Lancet2006`).
_TOKEN = re.compile(r"[^\W\d_]+(?:(?:-[ \t]?\n\s*(?=[^\W\d_])|['’](?=[^\W\d_]))[^\W\d_]+)*|\d+|[^\w\s]|_")
BROKEN = re.compile(r"-[ \t]?\n\s*(?=[^\W\d_])")
# The number of a line or of the next reference that a PDF leaves between the lines of a reference.
TAG = re.compile(r"</?(?:b|i|em|strong|sup|sub|u|span|small)(?:\s[^<>]*)?>", re.IGNORECASE)
LINE_NUMBER = re.compile(r"(?<=\n)[ \t]*\[?\d{1,3}[.)\]]?[ \t]*(?=\n)")


class Tokens(Struct, frozen=True):
    """Tokens side by side: `texts`, where they start and end in the string, `spaced`: whether a blank stands before.

    An identifier is one token, whose text is its kind in angle brackets (`<doi>`).
    """

    texts: list[str]
    starts: list[int]
    ends: list[int]
    spaced: list[bool]


def tokens(text: str, masked: Iterable[tuple[int, int, str]] = (), start: int = 0) -> Tokens:
    """The tokens of a text from an offset on; each `masked` stretch (start, end, kind; in order, apart) is one.

    A stretch of no kind belongs to the token that it touches, or to none.
    """
    found = Tokens([], [], [], [])
    at = start
    for begin, end, kind in masked:
        _cut(text, at, begin, found)
        if kind:
            _add(found, f"<{kind}>", begin, end)
        elif found.ends and found.ends[-1] == begin:
            found.ends[-1] = end
        at = end
    _cut(text, at, len(text), found)
    return found


def _cut(text: str, start: int, end: int, found: Tokens) -> None:
    for match in _TOKEN.finditer(text, start, end):
        written = match[0]
        _add(found, BROKEN.sub("", written) if "\n" in written else written, match.start(), match.end())


def _add(found: Tokens, written: str, start: int, end: int) -> None:
    found.spaced.append(bool(found.ends) and found.ends[-1] != start)
    found.texts.append(written)
    found.starts.append(start)
    found.ends.append(end)
