"""Regular expressions that are compiled when they are first used."""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


def late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The pattern, for one that takes a tenth of a millisecond or more to compile in a module that every command loads:
    each start would pay for it, and few runs use it. What reads one format is itself loaded when it is used: there
    `re.compile` serves. It has the methods of a compiled one, as in `PATTERN.search(text)`; `re.search` does not take
    it.
    """
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))


class _Late:
    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """What the compiled pattern has by that name; then all of it stands here, so that further uses cost nothing."""
        compiled = re.compile(self.pattern, self._flags)
        vars(self).update({own: getattr(compiled, own) for own in dir(compiled) if not own.startswith("_")})
        return getattr(compiled, name)
