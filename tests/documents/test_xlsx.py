"""Excel files become documents. The tables are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.citations import scan
from cluneal_lit.documents import parts, read, xlsx
from cluneal_lit.errors import DocumentError
from cluneal_lit.model import Citation, Document, Ids, Place
from tests.documents.zipped import zipped

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
STYLES = (
    '<numFmts><numFmt numFmtId="164" formatCode="[$-409]d\\ mmm"/>'
    '<numFmt numFmtId="165" formatCode="0.0 &quot;day&quot;"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>'
)


def relations(*each: tuple[str, str, str]) -> str:
    ties = ""
    for name, kind, target in each:
        mode = ' TargetMode="External"' if "://" in target else ""
        ties += f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'
    return f'<Relationships xmlns="{_RELATIONS}">{ties}</Relationships>'


def element(name: str, content: str) -> str:
    return f'<{name} xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{content}</{name}>'


def workbook(rows: str, behind: str = "", strings: tuple[str, ...] = (), links: str = "", **more: str) -> bytes:
    sheet = f'<sheet name="{more.get("name", "Sheet1")}" sheetId="1" r:id="rId1"/>'
    return zipped(
        {
            "xl/workbook.xml": element("workbook", f"<sheets>{sheet}</sheets>"),
            "xl/_rels/workbook.xml.rels": relations(
                ("rId1", "worksheet", "worksheets/sheet1.xml"),
                ("rId2", "sharedStrings", "/xl/sharedStrings.xml"),
                ("rId3", "styles", "styles.xml"),
            ),
            "xl/worksheets/sheet1.xml": element("worksheet", f"<sheetData>{rows}</sheetData>{behind}"),
            "xl/worksheets/_rels/sheet1.xml.rels": links,
            "xl/sharedStrings.xml": element("sst", "".join(f"<si>{string}</si>" for string in strings)),
            "xl/styles.xml": element("styleSheet", STYLES),
            "xl/comments1.xml": element("comments", f"<commentList>{more.get('comments', '')}</commentList>"),
        }
    )


def row(number: int, *cells: str) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def test_a_cell_without_a_name_stands_in_the_row_that_has_one() -> None:
    head = row(3, "<c t='str'><v>PMID</v></c>", "<c t='str'><v>n</v></c>")
    (one,) = scan(read("a.xlsx", workbook(head + row(5, "<c><v>29656623</v></c>", "<c><v>1</v></c>"))))
    assert one.place == Place(cell="Sheet1!A5")


def said(name: str, text: str) -> str:
    return f'<c r="{name}" t="inlineStr"><is><t>{text}</t></is></c>'


def number(name: str, value: str, style: int = 0) -> str:
    return f'<c r="{name}" s="{style}"><v>{value}</v></c>'


def cited(content: bytes) -> tuple[Citation, ...]:
    return scan(read("a.xlsx", content))


def test_a_column_of_pmids_is_read_with_the_names_of_its_cells() -> None:
    content = workbook(
        row(1, said("A1", "Study"), said("C1", "PMID"), said("D1", "n"))
        + row(2, said("A2", "Isu"), number("C2", "29656623"), number("D2", "12345678"))
        + row(4, number("C4", "1.1097678E7"))
    )
    assert read("a.xlsx", content).text == "Study\t\tPMID\tn\nIsu\t\t29656623\t12345678\n\n\t\t11097678\n"
    assert [(one.ids.keys(), one.place) for one in cited(content)] == [
        (("pmid:29656623",), Place(cell="Sheet1!C2")),
        (("pmid:11097678",), Place(cell="Sheet1!C4")),
    ]


def test_shared_texts_are_read_without_their_pronunciation() -> None:
    content = workbook(
        row(1, '<c r="A1" t="s"><v>1</v></c>', '<c r="B1" t="s"><v>7</v></c>'),
        strings=("<t>x</t>", "<r><t>PMID: </t></r><r><t>29656623</t></r><rPh><t>ri</t></rPh>"),
        name="My sheet",
    )
    assert [(one.ids.keys(), one.place) for one in cited(content)] == [
        (("pmid:29656623",), Place(cell="'My sheet'!A1"))
    ]


def test_days_are_days_and_numbers_numbers() -> None:
    content = workbook(
        row(1, number("A1", "43187", 1), number("B1", "43187", 2), number("C1", "7.5", 3), number("D1", "x"))
    )
    assert read("a.xlsx", content).text == "2018-03-28\t2018-03-28\t7.5\tx\n"


def test_links_are_read_whoever_made_them() -> None:
    content = workbook(
        row(
            1,
            said("A1", "Isu"),
            said("B1", "29656623"),
            '<c r="C1"><f>HYPERLINK("https://doi.org/10.1000/"&amp;B2)</f></c>',
        )
        + row(2, said("A2", "Talu"), said("B2", "talu")),
        '<hyperlinks><hyperlink ref="A1" r:id="rId1"/><hyperlink ref="A2" r:id="rId9"/></hyperlinks>',
        links=relations(("rId1", "hyperlink", "https://pubmed.ncbi.nlm.nih.gov/11097678/")),
    )
    assert [(one.ids.keys(), one.place) for one in cited(content)] == [
        (("pmid:11097678",), Place(cell="Sheet1!A1")),
        (("doi:10.1000/talu",), Place(cell="Sheet1!C1")),
    ]


def test_comments_are_read() -> None:
    content = workbook(
        row(1, said("A1", "Isu")),
        links=relations(("rId1", "comments", "../comments1.xml")),
        comments='<comment ref="A1"><text><r><t>PMID: 29656623</t></r></text></comment>',
    )
    assert [(one.ids.keys(), one.place) for one in cited(content)] == [
        (("pmid:29656623",), Place(cell="Sheet1!A1", note="comment"))
    ]


def test_rows_below_known_heads_are_works() -> None:
    heads = row(1, said("A1", "Title"), said("B1", "Year"), said("C1", "DOI"), said("D1", "PMID"))
    works = row(2, said("A2", "Nerves."), number("B2", "2018"), said("C2", "10.1000/a"), number("D2", "29656623"))
    (one,) = cited(workbook(heads + works))
    assert (one.in_list, one.ids, one.fields.title) == (True, Ids(pmid="29656623", doi="10.1000/a"), "Nerves")


def test_entities_are_not_expanded() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "PMID: 29656623">]>' + element("workbook", "<sheets>&a;</sheets>")
    content = zipped({"xl/workbook.xml": bomb})
    assert read("a.xlsx", content).text == ""


def test_half_a_character_is_replaced() -> None:
    assert read("a.xlsx", workbook(row(1, said("A1", "a&#xD800;b")))).text.strip() == "a\ufffdb"


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "MOST", 1000)
    with pytest.raises(DocumentError) as caught:
        read("a.xlsx", workbook(row(1, said("A1", "x" * 2000))))
    assert str(caught.value).startswith("a.xlsx: is too large unpacked, in xl/")


def test_a_row_that_says_one_text_again_and_again_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_MOST_TEXT", 3_000_000)
    with pytest.raises(DocumentError) as caught:
        read("a.xlsx", workbook(row(1, '<c t="s"><v>0</v></c>' * 1000), strings=(f"<t>{'x' * 5000}</t>",)))
    assert str(caught.value) == "a.xlsx: is too large: its cells hold more than 3 MB"


def test_a_broken_file_is_told_in_one_line() -> None:
    with pytest.raises(DocumentError) as caught:
        read("a.xlsx", zipped({"xl/workbook.xml": "no XML"}))
    assert str(caught.value) == "a.xlsx: is a broken Excel file; save it again"


WHOLE = workbook(row(1, said("A1", "PMID")) + row(2, number("A2", "29656623")), strings=("<t>x</t>",))


@given(st.integers(0, len(WHOLE) - 1), st.binary(max_size=8))
def test_whatever_is_broken_there_is_a_document_or_one_clear_line(at: int, bytes_: bytes) -> None:
    try:
        document = read("a.xlsx", WHOLE[:at] + bytes_ + WHOLE[at + len(bytes_) :])
    except DocumentError as error:
        assert str(error).startswith("a.xlsx: is ")
    else:
        assert isinstance(document, Document)
        scan(document)


@given(st.text(alphabet="<>/crvtis= \"'12AB&;", max_size=60))
def test_whatever_the_rows_there_is_a_document(rows: str) -> None:
    scan(read("a.xlsx", workbook(rows)))


def test_blank_rows_that_are_left_out_part_tables() -> None:
    content = workbook(
        row(1, said("A1", "PMID"), said("B1", "Title"))
        + row(2, number("A2", "31234567"), said("B2", "A"))
        + row(4, said("A4", "Staff"), said("B4", "Room"))
        + row(5, number("A5", "5551234"), said("B5", "Anna"))
    )
    assert [one.ids.keys() for one in cited(content)] == [("pmid:31234567",)]


def test_a_head_holds_in_its_own_sheet() -> None:
    sheets = [
        row(1, said("A1", "PMID"), said("B1", "n")) + row(2, number("A2", "31234567"), said("B2", "A")),
        row(1, number("A1", "31222333"), said("B1", "5")),
        row(1, said("A1", "Phone"), said("B1", "Name")) + row(2, number("A2", "5551234"), said("B2", "Anna")),
    ]
    named = "".join(f'<sheet name="S{at}" sheetId="{at}" r:id="rId{at}"/>' for at in (1, 2, 3))
    ties = [(f"rId{at}", "worksheet", f"worksheets/sheet{at}.xml") for at in (1, 2, 3)]
    content = zipped(
        {
            "xl/workbook.xml": element("workbook", f"<sheets>{named}</sheets>"),
            "xl/_rels/workbook.xml.rels": relations(*ties),
        }
        | {
            f"xl/worksheets/sheet{at}.xml": element("worksheet", f"<sheetData>{rows}</sheetData>")
            for at, rows in enumerate(sheets, 1)
        }
    )
    assert [(one.ids.keys(), one.place) for one in cited(content)] == [(("pmid:31234567",), Place(cell="S1!A2"))]
