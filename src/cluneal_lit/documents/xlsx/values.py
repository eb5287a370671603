"""What the cells of an Excel file hold: shared texts, numbers, days."""

from __future__ import annotations

import math
import re
from datetime import datetime, timedelta

from lxml import etree

from cluneal_lit.documents.parts import Package, elements

# Formats of dates that have no definition in the file (ECMA-376 part 1, 18.8.30).
_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_DATE = re.compile(r"[dyY]|(?<![hHsS:])m{3}")
_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')


class Values:
    """The texts and formats that the sheets of a workbook share."""

    def __init__(self, package: Package, workbook: etree._Element) -> None:
        paths = {each.kind: each.target for each in package.relations("xl/workbook.xml").values()}
        self._texts = [_said(one) for one in elements(package.content(paths.get("sharedStrings", "")), "si")]
        self._dated = _dated(package.part(paths.get("styles", "")))
        properties = next(workbook.iter("{*}workbookPr"), None)
        since_1904 = properties is not None and properties.get("date1904") in ("1", "true")
        self._first = datetime(1904, 1, 1) if since_1904 else datetime(1899, 12, 30)

    def text(self, cell: etree._Element) -> str:
        """What a cell holds, as text."""
        kind, value = cell.get("t", "n"), cell.findtext("{*}v") or ""
        if kind == "inlineStr":
            return _said(cell)
        if kind == "s":
            place = int(value) if value.isdecimal() and len(value) < 9 else -1
            return self._texts[place] if 0 <= place < len(self._texts) else ""
        return self._number(value, cell.get("s", "0")) if kind == "n" else value if kind in ("str", "d") else ""

    def _number(self, written: str, style: str) -> str:
        try:
            number = float(written)
        except ValueError:
            return written
        if style in self._dated and 0 < number < 2_958_466:  # the year 9999
            return (self._first + timedelta(days=math.floor(number))).date().isoformat()
        return str(int(number)) if number.is_integer() and abs(number) < 1e15 else written


def _said(element: etree._Element) -> str:
    """The text of an element, but not how it is pronounced."""
    runs = (text for text in element.iter("{*}t") if not str(getattr(text.getparent(), "tag", "")).endswith("}rPh"))
    return "".join(text.text or "" for text in runs)


def _dated(styles: etree._Element | None) -> frozenset[str]:
    """The numbers of the styles that show a date."""
    if styles is None:
        return frozenset()
    dates = {str(number) for number in _DATES}
    for form in styles.iter("{*}numFmt"):
        if _DATE.search(_LITERAL.sub("", form.get("formatCode", ""))):
            dates.add(form.get("numFmtId", ""))
    used = styles.find("{*}cellXfs")
    styled = enumerate(() if used is None else used.iterchildren("{*}xf"))
    return frozenset(str(number) for number, form in styled if form.get("numFmtId") in dates)
