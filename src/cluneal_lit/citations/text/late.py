"""Regular expressions that are compiled when they are first used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property


class Late:
    """A pattern that takes longer to compile than a run needs in which it is never used."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._pattern)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The match at a place."""
        return self._compiled.match(text, start)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        return self._compiled.search(text)

    def finditer(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
        """The matches behind a place."""
        return self._compiled.finditer(text, start)
