"""What the styles of an OpenDocument text say that matters to it: raised, hidden, and the numbers of lists."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from cluneal_lit.documents.numerals import written
from cluneal_lit.documents.odt.names import STYLE, TEXT
from cluneal_lit.documents.parts import whole_number

_DEEPEST = 50
_INDENT = "   "
_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


class Styles:
    """The styles of a text, its own and those that it shares with others."""

    def __init__(self, *parts: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        self._lists: dict[str, etree._Element] = {}
        for part in (each for each in reversed(parts) if each is not None):
            self._styles |= {style.get(f"{STYLE}name", ""): style for style in part.iter(f"{STYLE}style")}
            self._lists |= {style.get(f"{STYLE}name", ""): style for style in part.iter(f"{TEXT}list-style")}
        self._raised: dict[str, tuple[bool, bool]] = {}

    def run(self, name: str) -> tuple[bool, bool]:
        """Whether text of a style is raised, and whether it is hidden."""
        if name not in self._raised:
            said = [each for style in self._chain(name) if (each := style.find(f"{STYLE}text-properties")) is not None]
            positions = (each.get(f"{STYLE}text-position", "") for each in said)
            rise = next(filter(None, positions), "").partition(" ")[0].rstrip("%")
            raised = rise == "super" or (whole_number(rise) or 0) > 0
            self._raised[name] = raised, any(each.get(f"{TEXT}display") == "none" for each in said)
        return self._raised[name]

    def list_of(self, name: str) -> str:
        """The list style that a paragraph style asks for; empty for none."""
        return next((found for style in self._chain(name) if (found := style.get(f"{STYLE}list-style-name"))), "")

    def label(self, name: str, depth: int, number: int) -> str:
        """The number or bullet of an item of a list, with a blank behind; empty for none."""
        style = self._lists.get(name)
        levels = () if style is None else (each for each in style if each.get(f"{TEXT}level") == str(depth))
        for level in levels:
            if level.tag == f"{TEXT}list-level-style-bullet":
                return f"{_INDENT * (depth - 1)}• "
            if form := level.get(f"{STYLE}num-format"):
                start = whole_number(level.get(f"{TEXT}start-value", ""))
                value = number + (1 if start is None else start) - 1
                around = level.get(f"{STYLE}num-prefix", ""), level.get(f"{STYLE}num-suffix", "")
                said = written(value, _FORMS.get(form, "decimal")).join(around).strip()
                return f"{_INDENT * (depth - 1)}{said}{'.' * said.isdigit()} "
        return ""

    def _chain(self, name: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while name in self._styles and name not in seen and len(seen) < _DEEPEST:
            seen.add(name)
            yield self._styles[name]
            name = self._styles[name].get(f"{STYLE}parent-style-name", "")
