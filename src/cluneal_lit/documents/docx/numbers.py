"""The numbers and bullets that Word puts before paragraphs; they stand in no text, only in rules and counters.

Rules: ISO 29500-1, 17.9.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from lxml import etree
from msgspec import Struct

from cluneal_lit.documents.numerals import written
from cluneal_lit.documents.parts import whole_number

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VALUE = f"{W}val"
_LEVEL = re.compile(r"%([1-9])")
_DEEPEST = 8
_NO_SIGN = frozenset(("none", ""))
_INDENT = "   "


class Level(Struct, frozen=True):
    """One level of a list: where it starts, the form of its numbers, and the text around them (`%1.%2`)."""

    start: int
    form: str
    text: str


class Numbering:
    """The lists of a document, and how far each has counted. `depths` are those of paragraph styles in their list."""

    def __init__(self, numbering: etree._Element | None) -> None:
        self._abstract: dict[str, etree._Element] = {}
        self._numbers: dict[str, etree._Element] = {}
        self._styles: dict[str, str] = {}
        self._levels: dict[str, dict[int, etree._Element]] = {}
        self._level = cache(_level)
        self._counts: dict[str, dict[int, int]] = {}
        self.depths: dict[str, int] = {}
        if numbering is None:
            return
        self._abstract = {one.get(f"{W}abstractNumId", ""): one for one in numbering.iterfind(f"{W}abstractNum")}
        self._numbers = {one.get(f"{W}numId", ""): one for one in numbering.iterfind(f"{W}num")}
        for link in numbering.iter(f"{W}styleLink"):
            if (owner := link.getparent()) is not None:
                self._styles[link.get(_VALUE, "")] = owner.get(f"{W}abstractNumId", "")
        for style in numbering.iter(f"{W}pStyle"):
            if (level := style.getparent()) is not None:
                self.depths.setdefault(style.get(_VALUE, ""), _depth(level))

    def label(self, number: str, depth: int) -> str:
        """The label of the next paragraph of a list at a depth, with a blank behind; empty for none."""
        one = self._numbers.get(number)
        if one is None:
            return ""
        abstract = _value(one, "abstractNumId")
        counts = self._counts.setdefault(abstract, {})
        if number not in self._levels:
            self._begin(one, number, abstract, counts)
        levels = self._levels[number]
        if depth not in levels:
            return ""
        level = self._level(levels[depth])
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        said = self._sign(level, levels, counts)
        return f"{_INDENT * min(depth, _DEEPEST)}{said} " if said else ""

    def _begin(self, one: etree._Element, number: str, abstract: str, counts: dict[int, int]) -> None:
        """Find the levels of a list at its first paragraph; one with a start of its own counts from there."""
        source = self._abstract.get(abstract)
        if source is not None and (link := _value(source, "numStyleLink")):
            source = self._abstract.get(self._styles.get(link, ""))
        levels = {_depth(level): level for level in (() if source is None else source.iterfind(f"{W}lvl"))}
        for override in one.iterfind(f"{W}lvlOverride"):
            if (level := override.find(f"{W}lvl")) is not None:
                levels[_depth(override)] = level
            if (start := whole_number(_value(override, "startOverride"))) is not None:
                counts[_depth(override)] = start - 1
        self._levels[number] = levels

    def _sign(self, level: Level, levels: Mapping[int, etree._Element], counts: Mapping[int, int]) -> str:
        if level.form == "bullet":
            return "•" if level.text.strip() else ""
        if level.form in _NO_SIGN and "%" in level.text:
            return ""

        def numbered(match: re.Match[str]) -> str:
            depth = int(match[1]) - 1
            other = self._level(levels[depth]) if depth in levels else None
            return written(counts.get(depth, other.start if other else 1), other.form if other else "decimal")

        said = _LEVEL.sub(numbered, level.text).strip()
        return f"{said}." if said.isdigit() else said


def _level(level: etree._Element) -> Level:
    start = whole_number(_value(level, "start"))
    return Level(start or 0, _value(level, "numFmt") or "decimal", _value(level, "lvlText"))


def _depth(element: etree._Element) -> int:
    return min(whole_number(element.get(f"{W}ilvl", "")) or 0, _DEEPEST)


def _value(element: etree._Element, name: str) -> str:
    found = element.find(f"{W}{name}")
    return found.get(_VALUE, "") if found is not None else ""
