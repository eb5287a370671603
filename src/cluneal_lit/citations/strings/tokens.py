"""The tokens of a reference string: words, numbers and single marks, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

# A word broken at the end of a line is one word; letters and digits that touch are two tokens (`e1036`, `Lancet2006`).
_TOKEN = re.compile(r"[^\W\d_]+(?:(?:-[ \t]?\n\s*(?=[^\W\d_])|['’](?=[^\W\d_]))[^\W\d_]+)*|\d+|[^\w\s]|_")
BROKEN = re.compile(r"-[ \t]?\n\s*(?=[^\W\d_])")
# The number of a line or of the next reference that a PDF leaves between the lines of a reference.
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
    """The tokens of a text from an offset on; each `masked` stretch (start, end, kind; in order, apart) is one."""
    found: list[tuple[str, int, int]] = []
    at = start
    for begin, end, kind in masked:
        found += _cut(text, at, begin)
        found.append((f"<{kind}>", begin, end))
        at = end
    found += _cut(text, at, len(text))
    starts, ends = [start for _, start, _ in found], [end for _, _, end in found]
    spaced = [start != end for start, end in zip(starts, [*starts[:1], *ends], strict=False)]
    return Tokens([written for written, _, _ in found], starts, ends, spaced)


def _cut(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    found = [(match[0], *match.span()) for match in _TOKEN.finditer(text, start, end)]
    if "\n" not in text:
        return found
    return [
        (BROKEN.sub("", written), begin, end) if "\n" in written else (written, begin, end)
        for written, begin, end in found
    ]
