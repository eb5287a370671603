"""The table of evidence as an Excel file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from cluneal_lit.model import Entry
from cluneal_lit.outputs import evidence, office
from cluneal_lit.outputs.pieces import Pieces

NAME = "evidence.xlsx"  # of the output
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_NUMBER = "\0"  # in place of a row's number, which XML cannot hold
_LONGEST = 32_767  # characters of a cell
_WIDTHS = {"title": 50, "authors": 36, "bottom line": 60, "appraisal": 50, "cited in": 36, "journal": 28, "status": 28}
_STYLES = (
    f'{office.HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf applyAlignment="1"><alignment vertical="top" '
    'wrapText="1"/></xf><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>'
)


def workbook(entries: Iterable[Entry], kept: Pieces | None = None) -> bytes:
    """A sheet with a row a work under the heads, which stay in sight and filter.

    What it makes of works is `kept`, or taken from there.
    """
    kept = kept or Pieces()
    rows = [_row(evidence.HEADS, ' s="1"')]
    rows += [str(kept.text(NAME, {"entry": entry}, partial(_work, entry))) for entry in entries]
    last = f"{_column(len(evidence.HEADS) - 1)}{len(rows)}"
    widths = "".join(
        f'<col min="{at}" max="{at}" width="{_WIDTHS.get(head, 16)}" customWidth="1"/>'
        for at, head in enumerate(evidence.HEADS, 1)
    )
    sheet = (
        f'{office.HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" '
        f'topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>{widths}</cols>'
        f"<sheetData>{''.join([row.replace(_NUMBER, str(number)) for number, row in enumerate(rows, 1)])}</sheetData>"
        f'<autoFilter ref="A1:{last}"/></worksheet>'
    )
    book = (
        f'{office.HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{office.RELATIONS}"><sheets><sheet name="Evidence" '
        'sheetId="1" r:id="rId1"/></sheets></workbook>'
    )
    targets = {"rId1": ("worksheet", "worksheets/sheet1.xml"), "rId2": ("styles", "styles.xml")}
    return office.package(
        "xl/workbook.xml",
        {
            "xl/workbook.xml": f"{_KIND}.sheet.main+xml",
            "xl/worksheets/sheet1.xml": f"{_KIND}.worksheet+xml",
            "xl/styles.xml": f"{_KIND}.styles+xml",
        },
        {
            "xl/workbook.xml": book,
            "xl/_rels/workbook.xml.rels": office.relations(targets),
            "xl/worksheets/sheet1.xml": sheet,
            "xl/styles.xml": _STYLES,
        },
    )


def _work(entry: Entry) -> str:
    return _row(evidence.row(entry))


def _row(cells: Sequence[str], style: str = "") -> str:
    """The row without its number; every cell is text, also one that looks like a formula."""
    written = "".join(
        f'<c r="{_column(at)}{_NUMBER}"{style} t="inlineStr"><is><t xml:space="preserve">'
        f"{office.text(cell[:_LONGEST])}</t></is></c>"
        for at, cell in enumerate(cells)
        if cell
    )
    return f'<row r="{_NUMBER}">{written}</row>'


def _column(at: int) -> str:
    """`A` of 0, `Z` of 25, `AA` of 26."""
    return (_column(at // 26 - 1) if at > 25 else "") + chr(ord("A") + at % 26)
