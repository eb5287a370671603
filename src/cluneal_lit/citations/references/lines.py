"""The lines of a text with the bullets, numbers and letters that label them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from cluneal_lit.citations.references import appended, authors, lettered, noted, ordinal, repeated
from cluneal_lit.citations.text.anchored import DIGITS
from cluneal_lit.late import late

# How Pandoc writes the entries of a numbered list into Markdown, where it makes it of citations.
PANDOCS_LABEL = r'<span class="csl-left-margin">[ \t]?'
_PANDOCS_TEXT = re.compile(lettered.PANDOCS_TEXT)
INITIAL_OR_NAME = rf"(?:(?=[{authors.UPPER}]\.)|{authors.GLUED})"
CALLED = "(?:文献|文獻|[注註]|문헌|주)"  # what stands before numbers in Chinese, Japanese and Korean: `文献1`
_LABEL = late(
    rf"(?P<indent>[ \t\u00a0>\f]*)(?:{PANDOCS_LABEL})?(?:"
    # Markdown writes a number behind a bullet, in bold, in a cell, and with what keeps it from being a list's.
    r"(?:(?:[•‣◦▪·●○■*+\-–—][ \t]+)?(?:\\?\[(?P<square>R?\d{1,4}[a-h]?)\\?\]:?|\((?P<round>\d{1,3}[a-h]?)\)"
    rf"|(?P<named>{lettered.LABEL})"
    r"|\^?(?P<plain>\d{1,4}(?:[a-h](?=[.)]))?)\\?(?:[.)]|\.[-–])|[*_]{2}[\[(]?(?P<bold>\d{1,3})[.)\]]{0,2}[*_]{2}[.)]?)"
    r"|\|[ \t]*\[?(?P<cell>\d{1,3})[.\]]?[ \t]*\||(?P<bullet>[•‣◦▪·●○■*+\-–—])"
    r"|\^(?P<raised>\d{1,3}[a-h]?)\^?|<sup>\[?(?P<tagged>\d{1,3})[\].)]?</sup>|(?P<sign>[⁰¹²³⁴-⁹]{1,3})"
    rf"|R(?P<lettered>\d{{1,3}})[.:)]?|{CALLED}[ \u00a0]?(?P<called>\d{{1,3}})[.:：)）．、]?"
    r"|\[\^(?P<note>[^\]\s]{1,30})\]:"
    r")[ \t\u00a0]+(?=\S)"
    # Without a blank, as text that was taken from a page often is: `[12]Isu T`, `12.Isu T`, `[12]王伟`.
    rf"|(?:(?:(?P<near>[⁰¹²³⁴-⁹]{{1,3}})|\^(?P<lifted>\d{{1,3}})\^|\[(?P<close>\d{{1,3}})\]){INITIAL_OR_NAME}"
    rf"|<sup>\[?(?P<beside>\d{{1,3}})[\].)]?</sup>(?={authors.BEGUN})"
    rf"|(?:{CALLED}|\()?(?P<tight>\d{{1,3}})(?:\.[-–]?|[)）．、：]){authors.GLUED}))"
)
# Without a sign behind it, as a raised number stands in the text of a page: `1 Isu T`, `1Isu T`.
_UNMARKED = late(
    r"(?P<indent>[ \t\u00a0\f]*)(?P<plain>\d{1,3}[a-h]?)"
    rf"(?:[ \t\u00a0]+(?=[^\W\d_]|[*_\"“‘«\[-])|{INITIAL_OR_NAME})"
)
_HAN = re.compile(authors.HAN)
_ALONE = late(r"(?P<indent>[ \t\u00a0>\f]*)(?:\[(?P<square>\d{1,3})\]|(?P<plain>\d{1,3})[.)])")
LETTERS = "abcdefgh"  # of what was put in between later: `3a.` behind `3.`
_YEARS = range(1500, 2200)
_GAP = 2
RUN = "run"  # the mark of what stands behind another entry in one line
RAISED = ("sign", "near", "tagged", "beside")  # the marks of numbers that are raised, as those of notes at the foot are
_NUMBERED = (*RAISED, *"square round plain raised lifted lettered called note close tight bold cell".split())
_BLANKS = " \t\u00a0\r\f"
_INTEREST = late(rf"{appended.INTEREST}(?=[{authors.UPPER}])")


class Line(Struct, frozen=True):
    """A line that is not empty: where its text begins, behind a label, and ends.

    `label` is what labels it that is no number: `a`, `iv`, `S1`, `KL12`; `turned` says that a page begins with it.
    """

    start: int
    end: int
    content: int
    indent: int
    number: int | None
    labelled: bool
    mark: str = ""
    turned: bool = False
    label: str = ""


class Labels:
    """What was read of the labels of a text so far: the last number; `ordinal` are those that are no numbers."""

    def __init__(self, ordinal: Mapping[int, ordinal.Label]) -> None:
        self._ordinal = ordinal
        self._number: int | None = None
        self._bare = -1  # the number of the last line, if that has one without a sign behind it
        self._alone: tuple[int, int] | None = None

    def lines(self, text: str, start: int, end: int) -> Iterator[Line]:
        """The lines of a stretch of the text."""
        while start < end:
            stop = text.find("\n", start, end)
            stop = end if stop < 0 else stop
            if line := self._line(text, start, stop):
                yield line
            start = stop + 1

    def _line(self, text: str, start: int, stop: int) -> Line | None:
        shown = start + len(text[start:stop].rstrip(_BLANKS))
        first = text[start:shown].lstrip(_BLANKS + ">")
        content = shown - len(first)
        if not first:
            return None
        turned = "\f" in text[max(0, start - 1) : content]
        if named := self._ordinal.get(start):
            width, content = _width(named.indent), named.content
            return Line(start, max(shown, content), content, width, None, True, "letter", turned, named.written)
        label = (
            None
            if first[0] in _NEVER and not first.startswith(("<span class", "<sup>"))
            else self._label(text, start, shown)
        )
        if label and shown > label.end():
            number = _number(label)
            self._number = number or self._number
            mark = label.groupdict().get("bullet") or label.lastgroup or ""
            self._bare = number if number and mark == "plain" and text[label.end("plain")] in _BLANKS else -1
            if mark == "cell":
                shown = start + len(text[start:shown].rstrip(_BLANKS + "|"))
            tag = _PANDOCS_TEXT.match(text, label.end())
            content = tag.end() if tag else label.end()
            if number is not None and (interest := _INTEREST.match(text, content, shown - 1)):
                content = interest.end()
            name = label.groupdict().get("named") or ""
            width, name = _width(label["indent"]), "" if " " in name else name.strip("[]\\")
            return Line(start, max(shown, content), content, width, number, True, mark, turned, name)
        alone, self._alone = self._alone, None
        if alone and alone[1] == (self._number or 0) + 1:
            self._number = alone[1]
            return Line(alone[0], shown, content, _width(text[start:content]), alone[1], True, "alone", turned)
        if (match := _ALONE.fullmatch(text, start, shown)) and _number(match) == (self._number or 0) + 1:
            self._alone = (start, _number(match) or 0)
            return None
        return Line(start, shown, content, _width(text[start:content]), None, False, "", turned)

    def _label(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """The label at the beginning of a line, unless it is a year that a line break brought there."""
        label = _label(text, start, end, self._number, self._bare + 1)
        number = _number(label) if label else None
        if number is not None and number in _YEARS and (self._number is None or number != self._number + 1):
            return None  # in a list this long it would be the next number
        return label


_NEVER = frozenset("ABCDEFGHIJKLMNOPQSTUVWXYZ<\"'“‘")


def _label(text: str, start: int, end: int, before: int | None, in_turn: int) -> re.Match[str] | None:
    """What looks like a bullet or number at the beginning of a line, or is the next number in a cell of its own, or the
    one that is `in_turn` where those before stand without a sign too."""
    if label := _LABEL.match(text, start, end):
        return label
    label = _UNMARKED.match(text, start, end) if text[start : start + 24].lstrip(_BLANKS)[:1].isdigit() else None
    if label and "\t" in label[0] and before and 0 < (_number(label) or 0) - before <= _GAP:
        return label
    if not label:
        return None
    behind, number = text[label.end() : min(end, label.end() + 200)], _number(label)
    eastern = number in (1, in_turn) and label[0][-1] in _BLANKS and _HAN.match(behind)
    named = authors.leading(behind, told=bool(eastern and number == 1)).names
    told = noted.WORK.match(text, label.end(), min(end, label.end() + 400))
    if named or told or repeated.is_again(text, label.end(), end):
        return label
    return label if in_turn == number and (eastern or behind[0].isupper()) else None


def _number(label: re.Match[str]) -> int | None:
    groups = label.groupdict()
    for name in _NUMBERED:
        written = (groups.get(name) or "").lstrip("R").rstrip(LETTERS).translate(DIGITS)
        if written.isdigit():
            return int(written)
    return None


def _width(indent: str) -> int:
    return len(indent.expandtabs(4))
