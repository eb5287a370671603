"""How a stretch of a page's source is shown: entities decoded, white space folded; and where each character is from.

White space that entities stand for is folded with the rest; characters without width are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from cluneal_lit.documents.html.written import SPACES, meant
from cluneal_lit.late import late

UNSEEN = "\0\u00ad\u200b\u2060\ufeff"  # nul, soft hyphen, and characters without width
_UNSEEN = late(f"[{UNSEEN}]")
ENTITY = re.compile(r"&(?:#[xX]?[0-9a-fA-F]{1,32}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_SPACES = re.compile(rf"[{SPACES}]{{2,}}|[\t\n\f\r]")
_SPACE = late(rf"[{SPACES}{UNSEEN}]{{2,}}|[\t\n\f\r{UNSEEN}]")


def decoded(text: str) -> str:
    """The text with its entities decoded."""
    return ENTITY.sub(_meant, text) if "&" in text else text


def folded(text: str) -> str:
    """The text with one blank for each white space: what `_blank` makes of `_SPACE`, without a call for each."""
    return _SPACES.sub(" ", visible(text))


def visible(text: str) -> str:
    """The text without characters that have no width."""
    return _UNSEEN.sub("", text) if any(sign in text for sign in UNSEEN) else text


class Cuts:
    """Where each character of a text comes from that decoding or folding has made of another."""

    def __init__(self, pattern: re.Pattern[str], shown: Callable[[re.Match[str]], str], text: str) -> None:
        self.starts, self._origins, shorter = [0], [0], 0
        for match in pattern.finditer(text):
            here = shown(match)
            tail = itself(match[0], here)
            self._cut(match.start() - shorter, match.start())
            shorter += len(match[0]) - len(here)
            self._cut(match.end() - tail - shorter, match.end() - tail)

    def origin(self, offset: int) -> int:
        """Where the character at an offset comes from."""
        cut = bisect_right(self.starts, offset) - 1
        return self._origins[cut] + offset - self.starts[cut]

    def target(self, origin: int) -> int:
        """Where a character goes, or what comes in the place of it."""
        cut = bisect_right(self._origins, origin) - 1
        last = self.starts[cut + 1] if cut + 1 < len(self.starts) else origin
        return min(self.starts[cut] + origin - self._origins[cut], last)

    def _cut(self, start: int, origin: int) -> None:
        self.starts.append(start)
        self._origins.append(origin)


class Fold:
    """A stretch of a source as it is shown, without white space around it."""

    def __init__(self, written: str) -> None:
        text = decoded(written)
        self._decoded = Cuts(ENTITY, _meant, written)
        self._folded = Cuts(_SPACE, _blank, text)
        self._lead = folded(text).startswith(" ")

    def origin(self, offset: int) -> int:
        """Where the character at an offset stands in the source's stretch."""
        return self._decoded.origin(self._folded.origin(offset + self._lead))

    def cuts(self) -> list[int]:
        """The offsets behind which the characters may come from elsewhere than on from the one before."""
        every = {*self._folded.starts, *map(self._folded.target, self._decoded.starts)}
        return sorted({max(0, start - self._lead) for start in every})


def itself(written: str, shown: str) -> int:
    """How many of the last characters stand for themselves: two of `&notit`."""
    tail = 0
    while tail < len(shown) - 1 and shown[-1 - tail] == written[-1 - tail]:
        tail += 1
    return tail


def _meant(match: re.Match[str]) -> str:
    return meant(match[0])


def _blank(match: re.Match[str]) -> str:
    return " " if match[0].strip(UNSEEN) else ""
