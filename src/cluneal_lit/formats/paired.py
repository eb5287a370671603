"""Which opening and closing tags of a text belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


def paired(tags: Iterable[tuple[str, bool]]) -> dict[int, int]:
    """The place of each closing tag -> that of its opening one, of tags by name and whether they close.

    A tag closes the last open one of its name; what was opened within and is open still belongs to none, nor does what
    closes nothing.
    """
    found: dict[int, int] = {}
    opened: list[tuple[str, int]] = []
    waiting = Counter[str]()  # of those opened, by their names
    for place, (name, closes) in enumerate(tags):
        if not closes:
            opened.append((name, place))
            waiting[name] += 1
        elif waiting[name]:
            while (last := opened.pop())[0] != name:
                waiting[last[0]] -= 1
            waiting[name] -= 1
            found[place] = last[1]
    return found
