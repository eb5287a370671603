"""The tokens of a reference string: words, numbers and single marks, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from operator import ne

from msgspec import Struct

from cluneal_lit.late import late

# A word broken at the end of a line is one word; letters and digits that touch are two tokens (`e1036`, `Lancet2006`).
_TOKEN = late(r"[^\W\d_]+(?:(?:-[ \t]?\n\s*(?=[^\W\d_])|['’](?=[^\W\d_]))[^\W\d_]+)*|\d+|[^\w\s]|_")
BROKEN = re.compile(r"-[ \t]?\n\s*(?=[^\W\d_])")
# The number of a line or of the next reference that a PDF leaves between the lines of a reference.
TAG = late(r"</?(?:b|i|em|strong|sup|sub|u|span|small)(?:\s[^<>]*)?>", re.IGNORECASE)
LINE_NUMBER = late(r"(?<=\n)[ \t]*\[?\d{1,3}[.)\]]?[ \t]*(?=\n)")


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
    texts: list[str] = []
    spans: list[tuple[int, int]] = []
    at = start
    for begin, end, kind in (*masked, (len(text), len(text), "")):
        matches = [*_TOKEN.finditer(text, at, begin)]
        texts += [match[0] for match in matches]
        spans += [match.span() for match in matches]
        if kind:
            texts.append(f"<{kind}>")
            spans.append((begin, end))
        elif spans and spans[-1][1] == begin:
            spans[-1] = (spans[-1][0], end)
        at = end
    if "\n" in text:
        texts = [BROKEN.sub("", written) if "\n" in written else written for written in texts]
    starts, ends = [begin for begin, _ in spans], [end for _, end in spans]
    return Tokens(texts, starts, ends, [*map(ne, starts, [*starts[:1], *ends])])
