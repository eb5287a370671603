"""What a reader of a Word file sees, and what lies over it. The files are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.citations import scan
from cluneal_lit.documents import read
from cluneal_lit.errors import DocumentError
from cluneal_lit.model import Document, Place, Span
from tests.documents.office_files import archive, docx, element, field, p, r, raised

SUPERSCRIPT = '<w:vertAlign w:val="superscript"/>'
LIST = '<w:numPr><w:ilvl w:val="{0}"/><w:numId w:val="1"/></w:numPr>'


def level(depth: int, form: str, text: str, style: str = "") -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    form = f'<w:numFmt w:val="{form}"/>'
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/>{form}{linked}<w:lvlText w:val="{text}"/></w:lvl>'


def numbering(*levels: str, more: str = "") -> str:
    return (
        f'<w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{more}'
    )


def document(body: str, **parts: str) -> Document:
    return read("a.docx", docx(body, **parts))


def text(body: str, **parts: str) -> str:
    return document(body, **parts).text


def spans(found: Document, *kinds: str) -> list[tuple[str, str, str]]:
    """Kind, text and target of the spans of these kinds."""
    return [(one.kind, found.text[one.start : one.end], one.target) for one in found.spans if one.kind in kinds]


@pytest.mark.parametrize(
    ("body", "seen"),
    [
        (p("One ", r("two", "<w:b/>")) + p() + p("three"), "One two\n\nthree"),
        (p("a", "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/></w:r>", "d"), "a\tb\nc\nd"),
        (p("clu", r("<w:softHyphen/>"), "ne\u00adal S1", r("<w:noBreakHyphen/>"), "S3"), "cluneal S1-S3"),
        (p(r('<w:sym w:font="Symbol" w:char="F062"/>'), r('<w:sym w:font="Arial" w:char="2265"/>')), "β≥"),
        (p("a", r("hidden", "<w:vanish/>"), r("b", '<w:vanish w:val="0"/>')), "ab"),
        (p(f"<w:ins>{r('new')}</w:ins>", f"<w:smartTag>{r(' and old')}</w:smartTag>"), "new and old"),
        (p(f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{r('held')}</w:sdtContent></w:sdt>"), "held"),
        (p("<m:oMath><m:r><m:t>x=</m:t></m:r><m:r><m:t>2</m:t></m:r></m:oMath>"), "x=2"),
        (p("<w:pPrChange><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr></w:pPrChange>", "a\nb"), "a b"),
    ],
)  # fmt: skip
def test_text_is_what_a_reader_sees(body: str, seen: str) -> None:
    assert text(body) == seen


def test_the_strict_form_is_read_and_footers_are_left_out() -> None:
    main = element("w:document", f"<w:body>{p('a')}</w:body>")
    strict = main.replace("schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml")
    assert read("a.docx", archive({"word/document.xml": strict})).text == "a"
    assert text(p("a"), footer1=p("page 1")) == "a"


def cell(*paragraphs: str, span: str = "") -> str:
    return f"<w:tc><w:tcPr>{span}</w:tcPr>{''.join(map(p, paragraphs))}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def test_cells_are_parted_by_tabs_and_rows_as_blocks_with_their_places() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    table = row(cell("n"), cell("study")) + row(cell("", "1"), cell("Isu")) + row(cell("wide", span=wide), cell("end"))
    found = document(p("a") + f"<w:tbl>{table}</w:tbl>" + p("b"))
    assert found.text == "a\n\nn\tstudy\n\n1\tIsu\n\nwide\tend\n\nb"
    assert [found.place(found.text.index(word)) for word in ("a", "study", "Isu", "end", "b")] == [
        Place(paragraph=1),
        Place(paragraph=3, cell="B1"),
        Place(paragraph=6, cell="B2"),
        Place(paragraph=8, cell="C3"),
        Place(paragraph=9),
    ]


def test_a_cell_of_several_paragraphs_is_followed_by_a_block_and_an_empty_one_by_a_tab() -> None:
    table = row(cell("a", "b"), cell("c")) + row(cell(""), cell("d"), cell(""))
    assert text(f"<w:tbl>{table}</w:tbl>" + p("e")) == "a\n\nb\n\nc\n\n\td\n\ne"


@pytest.mark.parametrize(
    ("levels", "depths", "seen"),
    [
        ((level(0, "decimal", "[%1]"),), (0, 0), "[1] a\n\n[2] b"),
        ((level(0, "decimal", "%1"),), (0, 0), "1. a\n\n2. b"),
        ((level(0, "bullet", "\uf0b7"),), (0, 0), "• a\n\n• b"),
        ((level(0, "upperRoman", "%1."), level(1, "lowerLetter", "%2)")), (0, 1), "I. a\n\n   a) b"),
        ((level(0, "decimal", "%1."), level(1, "decimal", "%1.%2")), (1, 1), "   1.1 a\n\n   1.2 b"),
        ((level(0, "none", ""),), (0, 0), "a\n\nb"),
    ],
)
def test_automatic_numbers_stand_before_their_paragraphs(
    levels: tuple[str, ...], depths: tuple[int, int], seen: str
) -> None:
    first, second = (p(word, properties=LIST.format(depth)) for word, depth in zip("ab", depths, strict=True))
    assert text(first + second, numbering=numbering(*levels)) == seen


def test_lists_of_one_kind_count_on_and_one_with_a_start_of_its_own_anew() -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        "</w:lvlOverride></w:num>"
    )
    body = "".join(p(name, properties=LIST.format(0).replace('"1"', f'"{name}"')) for name in "12331")
    assert text(body, numbering=numbering(level(0, "decimal", "%1."), more=again)) == (
        "1. 1\n\n2. 2\n\n5. 3\n\n6. 3\n\n7. 1"
    )


def test_numbers_come_from_styles_and_those_of_headings_are_left_out() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Bib"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Mine"><w:basedOn w:val="Bib"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Heading1"><w:basedOn w:val="Bib"/><w:pPr><w:outlineLvl w:val="0"/>'
        "</w:pPr></w:style>"
    )
    body = "".join(p(name, properties=f'<w:pStyle w:val="{name}"/>') for name in ("Heading1", "Bib", "Mine", "Other"))
    found = text(body, styles=styles, numbering=numbering(level(0, "decimal", "%1.")))
    assert found == "Heading1\n\n1. Bib\n\n2. Mine\n\nOther"


def test_a_number_alone_in_a_cell_is_its_text() -> None:
    table = "".join(row(f"<w:tc>{p(properties=LIST.format(0))}</w:tc>", cell(name)) for name in ("Isu", "Talu"))
    found = text(f"<w:tbl>{table}</w:tbl>", numbering=numbering(level(0, "decimal", "%1.")))
    assert found == "1.\tIsu\n\n2.\tTalu"


def test_a_deleted_paragraph_counts_in_no_list() -> None:
    gone = p(
        "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>", properties=LIST.format(0) + "<w:rPr><w:del/></w:rPr>"
    )
    found = document(gone + p("a", properties=LIST.format(0)), numbering=numbering(level(0, "decimal", "%1.")))
    assert (found.text, spans(found, "deleted")) == ("x\n\n1. a", [("deleted", "x", "")])


def test_raised_runs_that_touch_are_one_superscript() -> None:
    styles = '<w:style w:type="character" w:styleId="Up"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    body = p("it", raised("1"), raised("2,"), r("3", '<w:rStyle w:val="Up"/>'), " x", r("4", '<w:position w:val="8"/>'))
    assert spans(document(body, styles=styles), "superscript") == [
        ("superscript", "12,3", ""),
        ("superscript", "4", ""),
    ]


def test_links_are_those_of_elements_and_of_fields() -> None:
    links = {"rId9": "https://doi.org/10.1000/a"}
    simple = f'<w:fldSimple w:instr="HYPERLINK x">{r("C")}</w:fldSimple>'
    body = (
        p('<w:hyperlink r:id="rId9" w:history="1"><w:r><w:t>A</w:t></w:r></w:hyperlink>')
        + p(field(' HYPERLINK "https://doi.org/10.1000/b" \\o "tip" ', "B"), simple)
        + p(field('HYPERLINK \\l "r3"', "D"), field("REF _Ref12 \\r \\h", "[3]"), field("PAGEREF _Toc1 \\h", "9"))
        + p('<w:bookmarkStart w:id="0" w:name="_Ref12"/>', "E", '<w:bookmarkStart w:id="1" w:name="unused"/>')
        + p('<w:r><w:drawing><a:hlinkClick r:id="rId9"/></w:drawing></w:r>')
    )  # fmt: skip
    found = read("a.docx", docx(body, links))
    assert found.text == "A\n\nBC\n\nD[3]9\n\nE"
    assert spans(found, "link", "anchor") == [
        ("link", "A", "https://doi.org/10.1000/a"),
        ("link", "B", "https://doi.org/10.1000/b"),
        ("link", "C", "x"),
        ("link", "D", "#r3"),
        ("link", "[3]", "#_Ref12"),
        ("anchor", "", "_Ref12"),
        ("link", "", "https://doi.org/10.1000/a"),
    ]


def test_deleted_text_is_marked_and_left_out_inside_a_word() -> None:
    gone = "<w:del><w:r><w:delText>{0}</w:delText></w:r></w:del>"
    moved = "<w:moveFrom><w:r><w:t>from </w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>to</w:t></w:r></w:moveTo>"
    body = p("in ", gone.format("old "), "new ", moved) + p(
        "10.1000/ab", gone.format("c"), "<w:ins><w:r><w:t>d</w:t></w:r></w:ins>"
    )
    found = document(body)
    assert found.text == "in old new from to\n\n10.1000/abd"
    assert spans(found, "deleted") == [("deleted", "old ", ""), ("deleted", "from ", "")]


@pytest.mark.parametrize("value", ["²", "-1", "9" * 30, "", "x"])
def test_a_number_that_is_none_is_passed_over(value: str) -> None:
    span = f'<w:gridSpan w:val="{value}"/>'
    run = r("a", f'<w:position w:val="{value}"/><w:vertAlign w:val="{value}"/>')
    listed = f'<w:numPr><w:ilvl w:val="{value}"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="x{value}"/>'
    start = level(0, "decimal", "%1.").replace('w:start w:val="1"', f'w:start w:val="{value}"')
    body = p(run, properties=listed) + f"<w:tbl>{row(cell('b', span=span), cell('c'))}</w:tbl>"
    assert [word.split()[-1] for word in text(body, numbering=numbering(start)).split("\n\n")] == ["a", "c"]


NOTE = '<w:footnote w:id="{0}"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>{1}</w:t></w:r></w:p></w:footnote>'
MARK = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{0}"/></w:r>'


def test_notes_stand_behind_the_text_and_their_marks_lead_there() -> None:
    parts = {
        "footnotes": NOTE.format(-1, "separator") + NOTE.format(5, "first") + NOTE.format(4, "second"),
        "endnotes": NOTE.format(1, "end").replace("foot", "end"),
        "comments": NOTE.format(1, "said").replace("footnote ", "comment ").replace("footnote>", "comment>"),
    }
    marks = (MARK.format(5), MARK.format(4), MARK.format(1).replace("foot", "end"))
    comment = '<w:r><w:commentReference w:id="1"/></w:r>'
    found = document(p("a", *marks[:2], "b", marks[2], comment, MARK.format(99)), **parts)
    assert found.text == "a12b1\n\n1. end\n\nFootnotes\n\n1. first\n\n2. second\n\nComments\n\n1. said"
    assert spans(found, "superscript", "link", "anchor") == [
        ("link", "1", "#footnote-1"),
        ("superscript", "1", ""),
        ("link", "2", "#footnote-2"),
        ("superscript", "2", ""),
        ("link", "1", "#endnote-1"),
        ("superscript", "1", ""),
        ("anchor", "1. end", "endnote-1"),
        ("anchor", "1. first", "footnote-1"),
        ("anchor", "2. second", "footnote-2"),
    ]
    places = [found.place(found.text.index(word)).note for word in ("end", "second", "said")]
    assert places == ["endnote 1", "footnote 2", "comment 1"]


def test_a_note_with_a_mark_of_its_own_takes_no_number() -> None:
    own = MARK.format(5).replace("<w:footnoteReference", '<w:footnoteReference w:customMarkFollows="1"')
    own = own.replace("</w:r>", "<w:t>*</w:t></w:r>")
    notes = NOTE.format(5, "* first") + NOTE.format(4, "second")
    found = document(p("a", own, "b", MARK.format(4)), footnotes=notes)
    assert found.text == "a*b1\n\nFootnotes\n\n* first\n\n1. second"
    assert [found.place(found.text.index(word)).note for word in ("first", "second")] == ["footnote *", "footnote 1"]
    assert spans(found, "superscript") == [("superscript", "*", ""), ("superscript", "1", "")]


def test_what_is_raised_before_a_mark_in_its_run_stays_raised() -> None:
    run = MARK.format(5).replace("<w:footnoteReference", "<w:t>7</w:t><w:footnoteReference")
    found = document(p("a", run.replace("</w:r>", "<w:t>8</w:t></w:r>")), footnotes=NOTE.format(5, "first"))
    assert spans(found, "superscript") == [("superscript", one, "") for one in "718"]


def box(text: str) -> str:
    return f"<w:txbxContent>{p(text)}</w:txbxContent>"


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    twice = (
        "<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{box('in the box')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box('in the box')}"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    face = "<mc:AlternateContent><mc:Choice Requires='x'/><mc:Fallback><w:t>☺</w:t></mc:Fallback></mc:AlternateContent>"
    found = document(p("a", f"<w:r>{twice}</w:r>", "b", f"<w:r>{face}</w:r>") + p("c"))
    assert found.text == "ab☺\n\nin the box\n\nc"
    assert [found.place(found.text.index(word)) for word in ("in", "c")] == [
        Place(paragraph=1, note="text box"),
        Place(paragraph=2),
    ]


def test_formatting_that_is_passed_over_takes_nothing_with_it() -> None:
    formatting = '<w:rFonts w:ascii="Arial"/><w:color w:val="0000FF"/><w:sz w:val="20"/>'
    run = f'<w:r><w:rPr>{formatting}<w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>'
    found = document(
        p("a", run, "<w:r><w:rPr><w:lang/></w:rPr></w:r>", properties='<w:ind w:left="1"/>') + "<w:p/>" + p("c")
    )
    assert (found.text, found.spans) == ("a1\n\nc", (Span(1, 2, "superscript"),))
    assert found.place(found.text.index("c")) == Place(paragraph=3)
    assert text(p('<w:r><w:t><![CDATA[an empty <w:color w:val="0"/> is red]]></w:t></w:r>')) == (
        'an empty <w:color w:val="0"/> is red'
    )


def test_a_number_raised_behind_an_identifier_is_no_part_of_it() -> None:
    found = scan(document(p("It was shown before, doi:10.1000/354626", raised("3"))))
    assert [(one.form, one.raw) for one in found if one.ids] == [("doi", "doi:10.1000/354626")]


def test_instructions_are_no_text_and_one_without_end_hides_only_its_paragraph() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
    nested = p("a", begin + field("REF x", "inner") + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "b")
    assert text(nested + p('<w:r><w:fldChar w:fldCharType="end"/></w:r>', "c")) == "ab\n\nc"
    assert text(p("a", begin, "lost") + p("b")) == "a\n\nb"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (docx(p("a"))[:-30], "is damaged: File is not a zip file; save it again"),
        (archive({"word/document.xml": "<w:document"}), "word/document.xml is no sound XML"),
        (archive({"word/document.xml": ""}), "has no text in it"),
        (archive({"word/document.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}), "declares a document type"),
        (archive({"word/document.xml": f"<a>{'<b>' * 300}{'</b>' * 300}</a>"}), "word/document.xml is no sound XML"),
        (archive({"word/document.xml": b"<a>" + b"<b/>" * 25_000_000}), "is too large unpacked"),
    ],
    ids=["cut off", "broken", "empty", "entities", "deep", "bomb"],
)
def test_a_file_that_is_damaged_or_hostile_is_refused_in_one_line(content: bytes, said: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read("a.docx", content)
    assert str(caught.value).startswith("a.docx: ")
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


WHOLE = docx(p("Isu T", raised("1")), styles="", numbering=numbering(level(0, "decimal", "%1.")))
WORDS = ["fldChar", "r", "p", "t", "del", "tbl", "tr", "tc", "sdt", "hyperlink", "instrText", "drawing", "txbxContent"]


@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=4))
def test_whatever_is_damaged_there_is_a_document_or_one_clear_line(at: int, put: bytes) -> None:
    try:
        found = read("a.docx", WHOLE[:at] + put + WHOLE[at + len(put) :])
    except DocumentError as error:
        assert str(error).startswith("a.docx: ")
    else:
        assert found.anchors[0].offset == 0


@given(
    st.recursive(
        st.just("x"), lambda inner: st.tuples(st.sampled_from(WORDS), st.lists(inner, max_size=3)), max_leaves=20
    )
)
def test_whatever_the_elements_there_is_a_document(tree: object) -> None:
    def xml(node: object) -> str:
        if not isinstance(node, tuple):
            return "<w:t>x</w:t>"
        kind = ' w:fldCharType="begin"' if node[0] == "fldChar" and not node[1] else ' w:fldCharType="end"'
        return f"<w:{node[0]}{kind}>{''.join(map(xml, node[1]))}</w:{node[0]}>"

    found = document(xml(tree))
    assert all(0 <= span.start <= span.end <= len(found.text) for span in found.spans)


ISU = "Isu T. Nerves of the invented back. J Invent. 2018;1:2-3."
KIM = "Kim K. Nerves of the invented hip. J Invent. 2019;1:4-5."


def opened(code: str) -> str:
    begin, separate = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate"))
    return f"{begin}<w:r><w:instrText>{code}</w:instrText></w:r>{separate}"


ENDED = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


@pytest.mark.parametrize(
    "body",
    [
        *(
            p(opened(code), f"{first}{ISU}") + p(f"{second}{KIM}", ENDED)
            for code, first, second in (
                ("ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY", "1.<w:tab/>", "2.<w:tab/>"),
                (" ADDIN EN.REFLIST ", "[1] ", "[2] "),
                ("ADDIN Mendeley Bibliography CSL_BIBLIOGRAPHY ", "1. ", "2. "),
                (" BIBLIOGRAPHY ", "(1) ", "(2) "),
            )
        ),
        "<w:sdt><w:sdtPr><w:tag w:val='MENDELEY_BIBLIOGRAPHY'/></w:sdtPr><w:sdtContent>"
        + p("Works")
        + p(f"1. {ISU}")
        + p(f"2. {KIM}")
        + "</w:sdtContent></w:sdt>",
    ],
)
def test_the_list_of_a_reference_manager_needs_no_heading(body: str) -> None:
    document = read("a.docx", docx(p("It hurts.") + body.replace("<w:tab/>", "\t") + p("Orlov B. An appendix. 2020.")))
    entries = [(one.raw, one.number) for one in scan(document) if one.in_list]
    assert entries == [(ISU, 1), (KIM, 2)]


def test_a_list_of_a_reference_manager_that_is_deleted_has_no_entries() -> None:
    code = opened("ADDIN ZOTERO_BIBL {} CSL_BIBLIOGRAPHY")
    deleted = f"<w:del>{r(ISU)}</w:del>".replace("w:t>", "w:delText>").replace("w:t ", "w:delText ")
    document = read("a.docx", docx(p(code, deleted) + p(f"<w:del>{r('Kim A.')}</w:del>", KIM, ENDED)))
    assert [(one.raw, one.in_list) for one in scan(document)] == [(KIM, True)]
