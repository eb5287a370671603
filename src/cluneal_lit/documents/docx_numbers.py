"""The numbers and bullets that Word puts before paragraphs; they stand in no text, only in rules and counters.

Rules: ISO 29500-1, 17.9.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree
from msgspec import Struct

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VALUE = f"{W}val"
_LEVEL = re.compile(r"%([1-9])")
_DEEPEST = 8
_MOST = 100_000
_NO_SIGN = frozenset(("none", ""))
_ROMAN = tuple(zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split(), strict=True))
_INDENT = "   "


class Level(Struct, frozen=True):
    """One level of a list: where it starts, the form of its numbers, and the text around them (`%1.%2`)."""

    start: int
    form: str
    text: str


class Numbering:
    """The lists of a document, and how far each has counted. `depths` are those of paragraph styles in their list."""

    def __init__(self, numbering: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._abstract: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()
        self.depths: dict[str, int] = {}
        if numbering is not None:
            self._read(numbering)

    def label(self, number: str, depth: int) -> str:
        """The label of the next paragraph of a list at a depth, with a blank behind; empty for none."""
        abstract = self._abstract.get(number)
        levels = self._levels.get(abstract or "", {})
        level = levels.get(depth)
        if abstract is None or level is None:
            return ""
        counts = self._counts.setdefault(abstract, {})
        if number not in self._begun:
            self._begun.add(number)
            for each, start in self._starts.get(number, {}).items():
                counts[each] = start - 1
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        said = _sign(level, levels, counts)
        return f"{_INDENT * min(depth, _DEEPEST)}{said} " if said else ""

    def _read(self, numbering: etree._Element) -> None:
        linked: dict[str, str] = {}
        styles: dict[str, str] = {}
        for one in numbering.iterfind(f"{W}abstractNum"):
            name = one.get(f"{W}abstractNumId", "")
            self._levels[name] = {_depth(level): _level(level) for level in one.iterfind(f"{W}lvl")}
            for kind, kept in (("numStyleLink", linked), ("styleLink", styles)):
                if link := _value(one, kind):
                    kept[name if kept is linked else link] = link if kept is linked else name
            for level in one.iterfind(f"{W}lvl"):
                if style := _value(level, "pStyle"):
                    self.depths.setdefault(style, _depth(level))
        for name, link in linked.items():
            self._levels[name] = self._levels.get(styles.get(link, ""), {})
        for one in numbering.iterfind(f"{W}num"):
            self._read_list(one)

    def _read_list(self, one: etree._Element) -> None:
        number, abstract = one.get(f"{W}numId", ""), _value(one, "abstractNumId")
        self._abstract[number] = abstract
        for override in one.iterfind(f"{W}lvlOverride"):
            depth = _depth(override)
            if (start := _value(override, "startOverride")).isdigit():
                self._starts.setdefault(number, {})[depth] = min(int(start), _MOST)
            if (level := override.find(f"{W}lvl")) is not None:
                own = f"{abstract}/{number}"
                self._levels.setdefault(own, dict(self._levels.get(abstract, {})))[depth] = _level(level)
                self._abstract[number] = own


def _sign(level: Level, levels: Mapping[int, Level], counts: Mapping[int, int]) -> str:
    if level.form == "bullet":
        return "•" if level.text.strip() else ""
    if level.form in _NO_SIGN and "%" in level.text:
        return ""

    def numbered(match: re.Match[str]) -> str:
        depth = int(match[1]) - 1
        other = levels.get(depth)
        return written(counts.get(depth, other.start if other else 1), other.form if other else "decimal")

    said = _LEVEL.sub(numbered, level.text).strip()
    return f"{said}." if said.isdigit() else said


def written(number: int, form: str) -> str:
    """A number in one of Word's forms: `lowerRoman`, `upperLetter`, …; in digits for others."""
    if form in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        said = ""
        for value, sign in _ROMAN:
            said += sign * (number // value)
            number %= value
        return said if form == "upperRoman" else said.lower()
    if form in ("lowerLetter", "upperLetter") and 0 < number <= 26 * 30:
        said = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return said if form == "upperLetter" else said.lower()
    return f"{number:02}" if form == "decimalZero" else str(number)


def _level(level: etree._Element) -> Level:
    start = _value(level, "start")
    return Level(min(int(start), _MOST) if start.isdigit() else 0, _value(level, "numFmt") or "decimal", _value(level, "lvlText"))


def _depth(element: etree._Element) -> int:
    depth = element.get(f"{W}ilvl", "0")
    return int(depth) if depth.isdigit() and len(depth) < 3 else 0


def _value(element: etree._Element, name: str) -> str:
    found = element.find(f"{W}{name}")
    return found.get(_VALUE, "") if found is not None else ""
