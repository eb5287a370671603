"""Excel files: the cells of every sheet, with their links; places are `Sheet1!B7`.

Dates are written as days, numbers as they are meant, whatever the cell shows of them.
(ECMA-376 part 1, 18: https://ecma-international.org/publications-and-standards/standards/ecma-376/)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from cluneal_lit.documents import numerals
from cluneal_lit.documents.composed import Composed
from cluneal_lit.documents.file import File
from cluneal_lit.documents.parts import Package, attribute, elements, name, whole_number
from cluneal_lit.documents.rows import Cell, write
from cluneal_lit.documents.xlsx.values import Values
from cluneal_lit.errors import DocumentError
from cluneal_lit.formats import anew
from cluneal_lit.model import Document, Place

_WORKBOOK = "xl/workbook.xml"
_MOST_TEXT = 100_000_000  # characters: one long text may be the value of a million cells
_MOST_COLUMNS = 300  # up to here an empty cell keeps its column, so that cells stand below their heads
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_LINK = re.compile(r'\bHYPERLINK\(\s*"([^"]{1,2000})"\s*(?:&\s*\$?([A-Z]{1,3})\$?(\d{1,7})\s*)?[,;)]', re.IGNORECASE)
_PLAIN = re.compile(r"\w+")


class _Read(Struct, frozen=True):
    """A cell as its sheet has it: column from 0, text and formula."""

    name: str
    column: int
    text: str
    formula: str


def read(file: File) -> Document:
    """The document of an Excel file. Raises DocumentError for one that is broken or too large."""
    package = Package(file, mended=True)
    workbook = package.part(_WORKBOOK)
    if workbook is None:
        raise DocumentError(f"{file.path}: is a broken Excel file; save it again")
    sheets = {key: each.target for key, each in package.relations(_WORKBOOK).items() if each.kind == "worksheet"}
    values = Values(package, workbook)
    composed = Composed()
    for sheet in workbook.iter("{*}sheet"):
        if part := sheets.get(attribute(sheet, "id")):
            composed.say(f"{anew.SHEET}\n" if composed.size else "")
            write(composed, _rows(package, part, sheet.get("name", ""), values, composed))
            _comments(package, part, sheet.get("name", ""), composed)
    return composed.document(file.path, "xlsx")


def _rows(package: Package, part: str, sheet: str, values: Values, composed: Composed) -> Iterator[list[Cell]]:
    content = package.content(part)
    targets = _targets(package, part, content)
    rows = list(_read(content, values))
    shown: dict[str, str] = {cell.name: cell.text for row in rows for cell in row if not cell.formula}
    size = composed.size
    for row in rows:
        cells: list[Cell] = []
        for one in row:
            cells += [Cell("")] * (min(one.column, _MOST_COLUMNS) - len(cells))
            target = targets.get(one.name) or _computed(one.formula, shown)
            cells.append(Cell(one.text or target, (Place(cell=f"{_quoted(sheet)}!{one.name}"),), target))
            size += len(cells[-1].text)
            if size > _MOST_TEXT:
                raise DocumentError(f"{package.path}: is too large: its cells hold more than {_MOST_TEXT // 10**6} MB")
        yield cells


def _read(content: bytes, values: Values) -> Iterator[list[_Read]]:
    """The rows of a sheet, each with its cells that hold something, and an empty one where rows are left out; a cell is
    forgotten before the next is read.

    Rows and cells say where they stand, or stand behind the one before.
    """
    row: list[_Read] = []
    number = column = 0
    for element in elements(content, "c", "row"):
        if name(element) == "row":
            here = whole_number(element.get("r", "")) or number + 1
            if number and here > number + 1:
                yield []
            yield row
            row, column, number = [], 0, here
            continue
        match = _REFERENCE.fullmatch(element.get("r", ""))
        column = numerals.column(match[1]) - 1 if match else column
        formula = element.findtext("{*}f") or ""
        text = values.text(element)
        if text or formula:
            row.append(
                _Read(
                    match[0] if match else f"{numerals.letters(column + 1)}{_row(element, number)}",
                    column,
                    text,
                    formula,
                )
            )
        column += 1


def _row(cell: etree._Element, before: int) -> int:
    row = cell.getparent()
    return (whole_number(row.get("r", "")) if row is not None else None) or before + 1


def _targets(package: Package, part: str, content: bytes) -> dict[str, str]:
    """Where the links of a sheet lead to, by the cell."""
    relations = package.relations(part)
    found: dict[str, str] = {}
    for link in elements(content, "hyperlink") if b"hyperlink" in content else ():
        relation = relations.get(attribute(link, "id"))
        if relation and "://" in relation.target:
            found[link.get("ref", "").partition(":")[0]] = relation.target
    return found


def _computed(formula: str, shown: dict[str, str]) -> str:
    """Where `HYPERLINK("https://…"&A2)` leads to."""
    match = _LINK.search(formula) if formula else None
    if not match:
        return ""
    return match[1] + (shown.get(f"{match[2].upper()}{match[3]}", "") if match[2] else "")


def _comments(package: Package, part: str, sheet: str, composed: Composed) -> None:
    for relation in package.relations(part).values():
        for comment in elements(package.content(relation.target), "comment") if relation.kind == "comments" else ():
            place = Place(cell=f"{_quoted(sheet)}!{comment.get('ref', '')}", note="comment")
            composed.say("\n")
            composed.say("".join(str(text.text or "") for text in comment.iter("{*}t")), place)


def _quoted(sheet: str) -> str:
    return sheet if _PLAIN.fullmatch(sheet) else "'" + sheet.replace("'", "''") + "'"
