"""What styles and direct formatting say that matters to a text: raised, hidden, numbered, a heading."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from lxml import etree
from msgspec import Struct

from cluneal_lit.documents.docx_numbers import Numbering, W

_T = TypeVar("_T")

VALUE = f"{W}val"
_OFF = frozenset(("0", "false", "off"))
_RAISED_BY = 4  # half points from which raised text is a superscript; less is how formulas are set in their line
_RUN = (f"{W}vertAlign", f"{W}position", f"{W}vanish", f"{W}rStyle")
_PARAGRAPH = (f"{W}pStyle", f"{W}numPr", f"{W}outlineLvl", f"{W}del")


class Formats(Struct):
    """How a run or paragraph is formatted: None where nothing is said. `listed`: its list and its depth there."""

    raised: bool | None = None
    hidden: bool | None = None
    style: str = ""
    listed: tuple[str, int | None] | None = None
    outlined: bool | None = None
    deleted: bool = False


class Styles:
    """The styles of a document."""

    def __init__(self, styles: etree._Element | None, numbering: Numbering) -> None:
        self._based: dict[str, str] = {}
        self._formats: dict[str, Formats] = {}
        self._depths = numbering.depths
        self._default = ""
        for style in () if styles is None else styles.iterfind(f"{W}style"):
            self._read(style)

    def run(self, formats: Formats) -> tuple[bool, bool]:
        """Whether a run is raised, and whether it is hidden."""
        raised = self._said(formats, lambda each: each.raised)
        return bool(raised), bool(self._said(formats, lambda each: each.hidden))

    def listed(self, formats: Formats) -> tuple[str, int] | None:
        """The list and depth of a paragraph; None for headings, whose numbers are none of a list, and for the rest."""
        found = self._said(formats, lambda each: each.listed)
        if found is None or found[0] in ("", "0") or self._said(formats, lambda each: each.outlined):
            return None
        number, depth = found
        if depth is None:
            depth = next((self._depths[name] for name in self._chain(formats.style) if name in self._depths), 0)
        return number, depth

    def _read(self, style: etree._Element) -> None:
        name = style.get(f"{W}styleId", "")
        formats = Formats()
        for part in style.iterchildren(f"{W}rPr", f"{W}pPr"):
            for element in part:
                _add(formats, element)
        based = style.find(f"{W}basedOn")
        self._based[name] = based.get(VALUE, "") if based is not None else ""
        self._formats[name] = formats
        if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true"):
            self._default = name

    def _said(self, formats: Formats, ask: Callable[[Formats], _T | None]) -> _T | None:
        """What is said directly, else by the style or what it is based on."""
        if (own := ask(formats)) is not None:
            return own
        answers = (ask(self._formats[name]) for name in self._chain(formats.style))
        return next((answer for answer in answers if answer is not None), None)

    def _chain(self, name: str) -> Iterator[str]:
        seen: set[str] = set()
        while name in self._formats and name not in seen:
            yield name
            seen.add(name)
            name = self._based[name]


def formats(root: etree._Element) -> Mapping[etree._Element, Formats]:
    """The formats of the runs and paragraphs of a part that say something of them; few do, so these are sought."""
    found: dict[etree._Element, Formats] = {}
    for element in root.iter(*_RUN, *_PARAGRAPH):
        properties = element.getparent()
        owner = properties.getparent() if properties is not None else None
        if owner is None or properties is None:
            continue
        if properties.tag in (f"{W}rPr", f"{W}pPr") and owner.tag in (f"{W}r", f"{W}p"):
            _add(found.setdefault(owner, Formats()), element)
        elif element.tag == f"{W}del" and owner.tag == f"{W}pPr" and (paragraph := owner.getparent()) is not None:
            found.setdefault(paragraph, Formats()).deleted = True
    return found


def _add(formats: Formats, element: etree._Element) -> None:
    value = element.get(VALUE, "")
    match element.tag:
        case tag if tag == f"{W}vertAlign":
            formats.raised = value == "superscript"
        case tag if tag == f"{W}position" and value.lstrip("-").isdigit() and formats.raised is None:
            formats.raised = int(value) >= _RAISED_BY or None
        case tag if tag == f"{W}vanish":
            formats.hidden = value not in _OFF
        case tag if tag in (f"{W}rStyle", f"{W}pStyle"):
            formats.style = value
        case tag if tag == f"{W}outlineLvl":
            formats.outlined = value.isdigit() and int(value) < 9
        case tag if tag == f"{W}numPr":
            number, depth = element.find(f"{W}numId"), element.find(f"{W}ilvl")
            level = depth.get(VALUE, "") if depth is not None else ""
            listed = number.get(VALUE, "") if number is not None else None
            if listed is not None:
                formats.listed = (listed, int(level) if level.isdigit() and len(level) < 3 else None)
