"""Markers that are links within the document: `(<a href="#r3">3</a>)`, `x <a href="#fn3"><sup>3</sup></a>`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from cluneal_lit.citations.markers.cued import numbers
from cluneal_lit.citations.markers.numbered import Marker
from cluneal_lit.citations.references.entries import Entry
from cluneal_lit.citations.text.anchored import Lead, leads_to
from cluneal_lit.late import late

_JOINING = late(r"\s?(?:\]?[,;–—-]\[?)\s?")
_SIGNS = late(r"[^\d,;–—-]")
_HEADING = 60  # how far behind what a link leads to its list may begin
_OPENING = re.compile(r"[ \t]?([\[(])")  # read backwards
_CLOSING = re.compile(r"[ \t]?([\])])")
_BRACKETS = {"(": ")", "[": "]"}
_HIGHEST = 999


def markers(text: str, found: Sequence[Lead], listed: Sequence[Entry], told: Sequence[Marker]) -> Iterator[Marker]:
    """The markers of a text: those `told` by how they look, but for numbers that lead elsewhere than to a reference,
    and the numbers that lead to an entry of the list `listed`."""
    inside = _Inside(listed)
    own = [lead for lead in found if not inside.entry(lead.start)]
    astray = _Taken([lead for lead in own if inside.is_astray(text, lead)])
    kept = [one for one in told if not astray.meets(one)]
    yield from kept
    taken = _Taken(kept)
    yield from (
        one for one in _joined(text, [lead for lead in own if inside.answers(text, lead)]) if not taken.meets(one)
    )


def without_note(text: str, told: Sequence[Marker], marks: Iterable[tuple[int, int, int]]) -> Iterator[Marker]:
    """The marks of footnotes that are not there, where the document cites by footnotes."""
    if any(text.startswith("[^", one.start) for one in told):
        yield from (Marker(start, end, (number,), 0.85) for start, end, number in marks)


class _Taken:
    """Stretches of the text that do not lie in one another."""

    def __init__(self, stretches: Iterable[Lead | Marker]) -> None:
        self._ends = sorted((one.end, one.start) for one in stretches)

    def meets(self, one: Marker) -> bool:
        """Whether one of them overlaps the marker."""
        at = bisect_right(self._ends, (one.start, one.start))
        return at < len(self._ends) and self._ends[at][1] < one.end


class _Inside:
    """The entries of a list, to ask which of them a link leads to."""

    def __init__(self, listed: Sequence[Entry]) -> None:
        self._listed = listed
        self._starts = [entry.start for entry in listed]
        self._ends = [entry.end for entry in listed]

    def entry(self, offset: int) -> Entry | None:
        """The entry in which an offset lies."""
        at = bisect_right(self._starts, offset) - 1
        return self._listed[at] if at >= 0 and offset < self._ends[at] else None

    def answers(self, text: str, lead: Lead) -> bool:
        """Whether a number leads to the entry of that number, or a name to an entry."""
        at = bisect_right(self._ends, lead.first)
        entry = self._listed[at] if at < len(self._listed) else None
        return bool(
            entry
            and not lead.elsewhere
            and lead.number in (None, entry.number)
            and leads_to(text, lead, entry.start, entry.end)
        )

    def is_astray(self, text: str, lead: Lead) -> bool:
        """Whether what a number leads to is neither an entry nor a list of them nor its heading."""
        at = bisect_right(self._ends, lead.first)
        if lead.elsewhere or at == len(self._listed) or self._starts[at] > lead.last + _HEADING:
            return True
        labelled = re.compile(rf"\W{{0,9}}{lead.number}\b").match(text, lead.first)
        return (lead.note or bool(labelled)) and not leads_to(text, lead, self._starts[at], self._ends[at])


def _joined(text: str, found: Sequence[Lead]) -> Iterator[Marker]:
    """The markers that numbers are, those of a list or range as one, with the brackets around them."""
    group: list[Lead] = []
    behind = 0  # of them all: the name in a link's brackets ends before the link
    for lead in found:
        if group and lead.start >= behind and not _JOINING.fullmatch(text, behind, lead.start):
            yield _marker(text, group)
            group = []
        group.append(lead)
        behind = max(behind, lead.end)
    if group:
        yield _marker(text, group)


def _marker(text: str, group: Sequence[Lead]) -> Marker:
    start, end = group[0].start, max(lead.end for lead in group)
    between = [text[one.end : other.start] for one, other in pairwise(group)]
    written = "".join(
        f"{_SIGNS.sub('', sign)}{lead.number or ''}" for sign, lead in zip(["", *between], group, strict=True)
    )
    opening, closing = _OPENING.match(text[max(0, start - 2) : start][::-1]), _CLOSING.match(text, end)
    if opening and closing and _BRACKETS[opening[1]] == closing[1]:
        start, end = start - opening.end(), closing.end()
    each = tuple(dict.fromkeys(lead.number for lead in group if lead.number))
    return Marker(start, end, numbers(written, _HIGHEST) or each, 0.95)
