"""References one after another in one paragraph: `1. Isu T, … 25–32. 2. Maigne JY, … 1156-9.`"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from cluneal_lit.citations.references import authors, headings, lettered, locators
from cluneal_lit.citations.references.lines import CALLED, LETTERS
from cluneal_lit.citations.text.anchored import DIGITS
from cluneal_lit.late import late

_LABEL = late(
    r"(?<!\S)(?:\\?\[(?P<square>\d{1,3}[a-h]?)\\?\]|\((?P<round>\d{1,3}[a-h]?)\)|(?P<plain>\d{1,3}[a-h]?)\.[-–]?|(?P<close>\d{1,3}[a-h]?)\))\s+(?=\S)"
)
# Numbers with no sign behind them, or raised as pages and Markdown raise them: behind the first of a paragraph. A blank
# need part none of them from what it follows or from the name behind it.
_TITLE = rf"[*_\"“‘«]{{0,2}}[{authors.UPPER}]"
_RAISED = r"\^(?P<raised>\d{1,3})\^?|<sup>\[?(?P<tagged>\d{1,3})[\].)]?</sup>|(?P<sign>[⁰¹²³⁴-⁹]{1,3})"
_BARE = late(
    rf"(?:(?<=[.)\]])|(?<!\S))(?:(?:{_RAISED})\s*(?={_TITLE})"
    rf"|(?P<bare>\d{{1,3}})(?:(?={authors.GLUED}|[\"“‘«][{authors.UPPER}])|\s+(?={_TITLE})))"
)
_BARE_FIRST = late(rf"\s*(?:\S[^\n]{{0,60}}\n\s*)?(?:{_BARE.pattern})")
_BRACKETED = late(
    rf"(?:\\?[\[(]\d{{1,3}}\\?[\])]|{lettered.LABEL}|{CALLED}[ \u00a0]?\d{{1,3}}[.:：)）．、]?)(?:</sup>)?"
    rf"(?:[ \t\n]*{lettered.PANDOCS_TEXT})?[ \t\n]*$"
)
_ENDED = re.compile(r"[.;\d)\]>/*_][*_]{0,2}\s*$")
_DATED = late(rf"(?<![\d.,/]){locators.YEAR}(?!\d)|https?://|\b10\.\d{{4,9}}/|in press|n\. ?d\.|PMID", re.IGNORECASE)
BEGINS = late(rf"[*_\"“‘«]{{0,2}}[{authors.UPPER}]")
_UNSIGNED = ("bare", "raised", "tagged", "sign")
FEWEST, _FEWEST_TOLD = 3, 2
SHORTEST, _LONGEST = 20, 2000
OPENING, _LONGEST_TITLE = 400, 60
_DEEPEST = 40  # blanks and bullets before a label that begins a line


_NAMED = re.compile(r"https?://|\b10\.\d{4,9}/|PMID")


class Part(Struct, frozen=True):
    """An entry of a run: where its label and its text begin, where it ends, and its number."""

    leading: int
    start: int
    end: int
    number: int


class Run(Struct, frozen=True):
    """The entries of a paragraph, and whether a title before the first of them says what they are."""

    parts: tuple[Part, ...]
    told: bool

    def credible(self, under: bool) -> bool:
        """Whether they are enough to be a list, by themselves or below a heading."""
        return len(self.parts) >= (_FEWEST_TOLD if under or self.told else FEWEST)


def run(text: str, start: int, end: int) -> Run | None:
    """The references that stand one after another in a stretch without blank lines, at least every third of them
    within a line, or all that begin one among them; each begins as references do, behind what one ends with."""
    found = _run_of(text, list(_LABEL.finditer(text, start, end)), end)
    if found is None and (_BARE_FIRST.match(text, start, end) or _has_title(text, start, end)):
        found = _run_of(text, list(_BARE.finditer(text, start, end)), end)
    return found


def _has_title(text: str, start: int, end: int) -> bool:
    """Whether a title stands before the first number: `Sources: ¹Berg A, …`."""
    first = _BARE.search(text, start, min(end, start + _LONGEST_TITLE))
    return first is not None and headings.title_before(text, first.start())


def _run_of(text: str, labels: Sequence[re.Match[str]], end: int) -> Run | None:
    if len(labels) < _FEWEST_TOLD:
        return None
    for at, label in enumerate(labels):
        told = _number(label) == 1 and headings.title_before(text, label.start())
        if (told or _begins_line(text, label)) and authors.leading(_opening(text, label, end)).names:
            chain = list(_chain(text, labels[at:], end))
            inside = sum(not _begins_line(text, one) for one in chain[1:])
            own = [one for one in labels[at:] if one.lastgroup == label.lastgroup and _begins_line(text, one)]
            if inside and (3 * inside >= len(chain) - 1 or set(own) <= set(chain)):
                return _run(text, chain, end, told)
            return None
    return None


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a stretch has what a reference has: a date, and volume and pages or an identifier."""
    if not SHORTEST <= end - start <= _LONGEST or not _DATED.search(text, start, end):
        return False
    return bool(locators.HINT.search(text, start, end) or _NAMED.search(text, start, end))


def label_before(text: str, start: int) -> int:
    """Where the number or name in brackets before an entry begins; the entry's own beginning where there is none."""
    label = _BRACKETED.search(text, max(0, start - lettered.LONGEST), start)
    return label.start() if label else start


def _chain(text: str, labels: Sequence[re.Match[str]], end: int) -> Iterator[re.Match[str]]:
    """The first label and each behind it that has the next number, one before authors rather than before a title; and
    before that, or where none has it, those between people's names and a whole reference that have any other number."""
    yield labels[0]
    number, before, place = _number(labels[0]), labels[0].end(), 0
    alike = [label for label in labels[1:] if label.lastgroup == labels[0].lastgroup]
    while place < len(alike):
        near = alike[place : bisect_right(alike, before + _LONGEST, key=re.Match.start)]
        if labels[0].lastgroup in _UNSIGNED:  # it may be a count in a title: the whole of what parts two tells
            near = [one for one in near if _number(one) == number + 1 and is_whole(text, before, one.start())]
        following = [one for one in near if _number(one) == number + 1 and _follows(text, before, one)]
        named = (one for one in following if authors.leading(_opening(text, one, end)).names)
        chosen = next(named, None) or next((one for one in following if BEGINS.match(text, one.end())), None)
        chosen = next((one for one in near if one is chosen or _is_out_of_turn(text, before, one, end)), None)
        if chosen is None:
            return
        yield chosen
        number, before, place = _number(chosen), chosen.end(), alike.index(chosen) + 1


def _is_out_of_turn(text: str, before: int, label: re.Match[str], end: int) -> bool:
    """Whether a number that is not the next one begins a reference: it stands behind a whole one and before people."""
    if not (_follows(text, before, label) and is_whole(text, before, label.start())):
        return False
    found = authors.leading(_opening(text, label, end))
    return bool(found.names) and found.style != "group"


def _follows(text: str, before: int, label: re.Match[str]) -> bool:
    """Whether what stands between is a whole reference."""
    return (
        SHORTEST <= label.start() - before <= _LONGEST
        and bool(_ENDED.search(text, max(before, label.start() - 40), label.start()))
        and bool(_DATED.search(text, before, label.start()))
    )


def _run(text: str, chain: Sequence[re.Match[str]], end: int, told: bool) -> Run | None:
    ends = [*(label.start() for label in chain[1:]), end]
    named = sum(bool(authors.leading(_opening(text, label, end)).names) for label in chain)
    if 3 * named < 2 * len(chain) or len(chain) < _FEWEST_TOLD:
        return None
    last = text.find("\n", chain[-1].end(), end)  # what stands in further lines may be no part of it
    ends[-1] = end if last < 0 else last
    parts = (
        Part(one.start(), one.end(), one.end() + len(text[one.end() : stop].rstrip(" \t\r\n;|")), _number(one))
        for one, stop in zip(chain, ends, strict=True)
    )
    return Run(tuple(parts), told)


def _opening(text: str, label: re.Match[str], end: int) -> str:
    return text[label.end() : min(end, label.end() + OPENING)]


def _begins_line(text: str, label: re.Match[str]) -> bool:
    return not text[max(0, label.start() - _DEEPEST) : label.start()].rpartition("\n")[2].strip(" \t\u00a0>\f*_-•")


def _number(label: re.Match[str]) -> int:
    return int(label[label.lastgroup or 0].rstrip(LETTERS).translate(DIGITS))
