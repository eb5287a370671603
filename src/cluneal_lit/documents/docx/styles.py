"""What styles and direct formatting say that matters to a text: raised, hidden, numbered, a heading."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from lxml import etree
from msgspec import Struct

from cluneal_lit.documents.docx.numbers import Numbering, W
from cluneal_lit.documents.parts import whole_number

_T = TypeVar("_T")

VALUE = f"{W}val"
_OFF = frozenset(("0", "false", "off"))
_RAISED_BY = 4  # half points from which raised text is a superscript; less is how formulas are set in their line
_DEEPEST = 50
_BODY_LEVEL = "9"
_LEVELS = frozenset("012345678")
_RUN = (f"{W}vertAlign", f"{W}position", f"{W}vanish", f"{W}rStyle")
_PROPERTIES = frozenset((f"{W}rPr", f"{W}pPr", f"{W}tcPr"))
_PARAGRAPH = (f"{W}pStyle", f"{W}numPr", f"{W}outlineLvl", f"{W}del")
_CELL = f"{W}gridSpan"


class Formats(Struct):
    """How a run, paragraph or cell is formatted: None where nothing is said. `listed`: its list and its depth there;
    `width`: of a cell in columns, as written."""

    raised: bool | None = None
    hidden: bool | None = None
    style: str = ""
    listed: tuple[str, int | None] | None = None
    outlined: bool | None = None
    deleted: bool = False
    width: str = ""


class Styles:
    """The styles of a document."""

    def __init__(self, styles: etree._Element | None, numbering: Numbering) -> None:
        self._based: dict[str, str] = {}
        self._formats: dict[str, Formats] = {}
        self._depths = numbering.depths
        self._runs: dict[tuple[bool | None, bool | None, str], tuple[bool, bool]] = {}
        if styles is not None:
            said = formats(styles, f"{W}style")
            for style in styles.iterfind(f"{W}style"):
                based = style.find(f"{W}basedOn")
                name = style.get(f"{W}styleId", "")
                self._based[name] = based.get(VALUE, "") if based is not None else ""
                self._formats[name] = said.get(style) or Formats()

    def run(self, own: Formats) -> tuple[bool, bool]:
        """Whether a run is raised, and whether it is hidden."""
        key = (own.raised, own.hidden, own.style)
        if (known := self._runs.get(key)) is None:
            raised = self._said(own, lambda each: each.raised)
            known = self._runs[key] = (bool(raised), bool(self._said(own, lambda each: each.hidden)))
        return known

    def listed(self, own: Formats) -> tuple[str, int] | None:
        """The list and depth of a paragraph; None for headings, whose numbers are none of a list, and for the rest."""
        found = self._said(own, lambda each: each.listed)
        if found is None or found[0] in ("", "0") or self._said(own, lambda each: each.outlined):
            return None
        number, depth = found
        if depth is None:
            depth = next((self._depths[name] for name in self._chain(own.style) if name in self._depths), 0)
        return number, depth

    def _said(self, own: Formats, ask: Callable[[Formats], _T | None]) -> _T | None:
        """What is said directly, else by the style or what it is based on."""
        if (direct := ask(own)) is not None:
            return direct
        answers = (ask(self._formats[name]) for name in self._chain(own.style))
        return next((answer for answer in answers if answer is not None), None)

    def _chain(self, name: str) -> Iterator[str]:
        seen: set[str] = set()
        while name in self._formats and name not in seen and len(seen) < _DEEPEST:
            yield name
            seen.add(name)
            name = self._based[name]


def formats(root: etree._Element, *further: str) -> Mapping[etree._Element, Formats]:
    """The formats of the runs, paragraphs, cells and `further` elements of a part that say something of them; few do,
    so these are sought."""
    owners = frozenset((f"{W}r", f"{W}p", f"{W}tc", *further))
    found: dict[etree._Element, Formats] = {}
    for element in root.iter(*_RUN, *_PARAGRAPH, _CELL):
        properties = element.getparent()
        owner = properties.getparent() if properties is not None else None
        if owner is None or properties is None:
            continue
        if owner.tag in owners and properties.tag in _PROPERTIES:
            if (own := found.get(owner)) is None:
                own = found[owner] = Formats()
            _add(own, element)
        elif element.tag == f"{W}del" and owner.tag == f"{W}pPr" and (paragraph := owner.getparent()) is not None:
            found.setdefault(paragraph, Formats()).deleted = True
    return found


def _add(own: Formats, element: etree._Element) -> None:
    value = element.get(VALUE, "")
    name = str(element.tag).removeprefix(W)
    if name == "vertAlign":
        own.raised = value == "superscript"
    elif name == "position" and own.raised is None:
        own.raised = (whole_number(value) or 0) >= _RAISED_BY or None
    elif name == "vanish":
        own.hidden = value not in _OFF
    elif name in ("rStyle", "pStyle"):
        own.style = value
    elif name == "outlineLvl":
        own.outlined = value.isdigit() and value != _BODY_LEVEL
    elif name == "gridSpan":
        own.width = value
    elif name == "numPr":
        own.listed = _listed(element)


def _listed(numbered: etree._Element) -> tuple[str, int | None] | None:
    number, depth = numbered.find(f"{W}numId"), numbered.find(f"{W}ilvl")
    level = depth.get(VALUE, "") if depth is not None else ""
    return None if number is None else (number.get(VALUE, ""), int(level) if level in _LEVELS else None)
