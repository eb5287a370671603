"""JATS XML becomes documents. The articles are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.citations import scan
from cluneal_lit.documents import jats, read
from cluneal_lit.documents.file import File
from cluneal_lit.errors import DocumentError
from cluneal_lit.model import Citation, Date, Document, Fields, Finding, Ids, Name, Place

ISU = """<ref id="R1"><label>1.</label><element-citation publication-type="journal"><person-group
person-group-type="author"><name><surname>Isu</surname><given-names>T</given-names></name><name><surname>Kim</surname>
<given-names>K</given-names></name><etal/></person-group><article-title>Superior nerves.</article-title>
<source>Neurospine</source><year>2018</year><volume>15</volume><issue>1</issue><fpage>25</fpage><lpage>32</lpage>
<pub-id pub-id-type="doi">10.1000/isu</pub-id><pub-id pub-id-type="pmid">29656623</pub-id></element-citation></ref>"""
TALU = """<ref id="R2"><label>2.</label><mixed-citation>Talu GK, Talu U. Superior cluneal nerve entrapment. Reg Anesth
Pain Med. 2000;25:648-50.
<ext-link ext-link-type="doi" xlink:href="10.1000/talu">Link</ext-link></mixed-citation></ref>"""
KIM = """<ref id="R3"><label>3.</label><citation-alternatives><element-citation publication-type="book"><name>
<surname>Kim</surname><given-names>K</given-names></name><source>Nerves</source><year>2019</year>
<isbn>9780306406157</isbn></element-citation><mixed-citation>Kim K. Nerves. 2019.</mixed-citation>
</citation-alternatives></ref>"""


def article(body: str, refs: str = ISU + TALU + KIM, front: str = "") -> bytes:
    return (
        '<?xml version="1.0"?>\n<!DOCTYPE article PUBLIC "JATS" "JATS-journalpublishing1.dtd">\n'
        f'<article xmlns:xlink="http://www.w3.org/1999/xlink"><front><article-meta>{front}</article-meta></front>'
        f"<body>{body}</body><back><ref-list><title>References</title>{refs}</ref-list></back></article>"
    ).encode()


def cited(content: bytes) -> tuple[Citation, ...]:
    return scan(read("a.xml", content))


def xref(rid: str, said: str, kind: str = "bibr") -> str:
    return f'<xref ref-type="{kind}" rid="{rid}">{said}</xref>'


def test_an_entry_of_elements_is_a_work() -> None:
    (one,) = cited(article("", ISU))
    assert (one.form, one.in_list, one.number, one.cited_as) == ("reference", True, 1, "R1")
    assert one.ids == Ids(pmid="29656623", doi="10.1000/isu")
    assert one.fields == Fields(
        type="article-journal",
        title="Superior nerves",
        author=(Name(family="Isu", given="T"), Name(family="Kim", given="K"), Name(literal="et al.")),
        container_title="Neurospine",
        issued=Date(((2018,),)),
        volume="15",
        issue="1",
        page="25-32",
    )
    assert one.raw == (
        "Isu T, Kim K, et al. Superior nerves. Neurospine. 2018;15(1):25-32. doi:10.1000/isu. PMID: 29656623"
    )


def test_an_entry_without_a_volume_has_its_pages_behind_its_year() -> None:
    (one,) = cited(article("", ISU.replace("<volume>15</volume><issue>1</issue>", "")))
    assert one.raw.partition("Neurospine. ")[2] == "2018:25-32. doi:10.1000/isu. PMID: 29656623"


def test_an_entry_of_words_is_parsed_and_its_links_are_its_own() -> None:
    (one,) = cited(article("", TALU))
    assert (one.ids, one.number) == (Ids(doi="10.1000/talu"), 2)
    assert (one.fields.title, one.fields.container_title) == (
        "Superior cluneal nerve entrapment",
        "Reg Anesth Pain Med",
    )


def test_of_alternatives_one_is_shown_and_another_says_the_fields() -> None:
    (one,) = cited(article("", KIM))
    assert (one.raw, one.ids, one.fields.type, one.fields.title) == (
        "Kim K. Nerves. 2019.",
        Ids(isbn=("9780306406157",)),
        "book",
        "Nerves",
    )


def test_several_works_of_one_number_are_several() -> None:
    both = TALU.replace("</ref>", "<mixed-citation>Kim K. Nerves. Brain. 2019;1:2.</mixed-citation></ref>")
    assert [(one.number, one.cited_as) for one in cited(article("", both))] == [(2, "R2"), (2, "R2")]


def test_numbers_lead_to_the_entries() -> None:
    body = (
        f"<p>It hurts [{xref('R1', '1')}&#x2013;{xref('R3', '3')}]. It is treated.<sup>{xref('R2', '2')},"
        f"{xref('R3', '3')}</sup> Blocks help.{xref('R1', '<sup>1</sup>')} See {xref('F1', '1', 'fig')}.</p>"
        '<fig id="F1"><label>Figure 1.</label><caption><p>A nerve.</p></caption></fig>'
    )
    found = [one for one in cited(article(body)) if one.form == "marker"]
    assert [(one.raw, one.numbers) for one in found] == [("[1–3]", (1, 2, 3)), ("2,3", (2, 3)), ("1", (1,))]


@pytest.mark.parametrize(("rids", "said", "met"), [("R1 R3", "1,3", (1, 3)), ("R1 R2 R3", "1–3", (1, 2, 3))])
def test_one_element_leads_to_several_entries(rids: str, said: str, met: tuple[int, ...]) -> None:
    (marker,) = (one for one in cited(article(f"<p>Nerves hurt {xref(rids, said)}.</p>")) if one.form == "marker")
    assert (marker.raw, marker.numbers, len(marker.cites)) == (said, met, len(met))


def test_the_text_tells_the_numbers_of_a_list_without() -> None:
    body = f"<p>It hurts ({xref('R1', '1')}). It is treated ({xref('R2', '2')}).</p>"
    bare = (ISU + TALU).replace("<label>1.</label>", "").replace("<label>2.</label>", "")
    found = cited(article(body, bare))
    assert [(one.form, one.number, one.numbers) for one in found] == [
        ("marker", None, (1,)),
        ("marker", None, (2,)),
        ("reference", 1, ()),
        ("reference", 2, ()),
    ]


def test_pandoc_names_the_label_of_an_entry_as_styles_do() -> None:
    part = '<named-content content-type="csl-{}">{}</named-content>'
    work = part.format("left-margin", "2. ") + part.format("right-inline", "Talu GK. Nerves. 2018.")
    (marker, one) = cited(
        article("<p>It hurts badly.<sup>2</sup></p>", f"<ref><mixed-citation>{work}</mixed-citation></ref>")
    )
    assert (marker.cites, one.raw, one.number) == ((one.id,), "Talu GK. Nerves. 2018", 2)


def test_names_lead_to_works() -> None:
    found = cited(article(f"<p>Blocks help ({xref('R1 R2', 'Isu et al., 2018')}).</p>"))
    keys = [(one.form, one.cited_as, one.ids, one.place) for one in found if not one.in_list]
    assert keys == [
        ("key", "R1", Ids(pmid="29656623", doi="10.1000/isu"), Place(paragraph=1, line=3)),
        ("key", "R2", Ids(doi="10.1000/talu"), Place(paragraph=1, line=3)),
    ]


@pytest.mark.parametrize(
    ("link", "ids"),
    [
        ('<ext-link ext-link-type="uri" xlink:href="https://www.ncbi.nlm.nih.gov/pubmed/9">P</ext-link>', "pmid:9"),
        ('<uri xlink:href="https://pubmed.ncbi.nlm.nih.gov/31234567/">Abstract</uri>', "pmid:31234567"),
        ('<comment><uri xlink:href="https://pmc.ncbi.nlm.nih.gov/articles/PMC77/"/></comment>', "pmcid:PMC77"),
        ('<ext-link xlink:href="http://arxiv.org/abs/1806.05726">arXiv</ext-link>', "arxiv:1806.05726"),
        ('<ext-link ext-link-type="pmid" xlink:href="31234567">PubMed</ext-link>', "pmid:31234567"),
        ('<object-id pub-id-type="pmid">31234567</object-id>', "pmid:31234567"),
    ],
)
@pytest.mark.parametrize("kind", ["mixed-citation", "element-citation", "note"])
def test_an_identifier_in_a_link_of_an_entry_is_the_entrys(link: str, ids: str, kind: str) -> None:
    (one,) = cited(article("", f'<ref id="R1"><label>1</label><{kind}>Isu T. Nerves. 2018. {link}</{kind}></ref>'))
    assert (one.ids.keys(), one.number) == ((ids,), 1)


def test_an_entry_that_is_a_link_alone_is_its_address() -> None:
    link = '<uri xlink:href="https://pubmed.ncbi.nlm.nih.gov/31234567/"/>'
    (one,) = cited(article("", f'<ref id="R1"><mixed-citation>{link}</mixed-citation></ref>'))
    assert (one.raw, one.ids) == ("https://pubmed.ncbi.nlm.nih.gov/31234567/", Ids(pmid="31234567"))


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        (f"It hurts. Missing {xref('R9', '9')} now.", "9"),
        (f"It hurts [{xref('R9', '9')}].", "[9]"),
        (f"It hurts {xref('R9', '[9]')}.", "[9]"),
        (f"It hurts.<sup>{xref('R9', '9')}</sup>", "9"),
    ],
)
def test_a_number_that_leads_to_no_entry_is_a_marker(text: str, raw: str) -> None:
    found = [(one.form, one.raw, one.numbers, one.cites) for one in cited(article(f"<p>{text}</p>")) if not one.in_list]
    assert found == [("marker", raw, (9,), ())]


def test_the_works_of_one_entry_are_cited_by_its_number() -> None:
    both = TALU.replace("</mixed-citation>", "</mixed-citation><mixed-citation>Kim K. Nerve. 2019.</mixed-citation>")
    marker, *entries = cited(article(f"<p>It hurts [{xref('R2', '2')}].</p>", both))
    assert marker.cites == tuple(one.id for one in entries)
    assert [len(one.cited_at) for one in entries] == [1, 1]


def test_the_articles_own_identifiers_are_no_citation_and_those_it_goes_with_are() -> None:
    front = (
        '<article-id pub-id-type="pmid">17</article-id>\n<article-id pub-id-type="pmc">5944640</article-id>'
        '<article-id pub-id-type="doi">10.1000/own</article-id>'
        '<article-id pub-id-type="publisher-id">10.1/x</article-id><contrib-group><aff>PMID: 5</aff></contrib-group>'
        "<title-group><article-title>Nerves</article-title></title-group>"
        '<related-article related-article-type="corrected-article" ext-link-type="doi" xlink:href="10.1000/other"/>'
        '<related-article related-article-type="commentary" ext-link-type="pmid" xlink:href="29656623">Read the'
        " commentary</related-article>"
    )
    assert [one.ids.keys() for one in cited(article("", "", front))] == [("doi:10.1000/other",), ("pmid:29656623",)]


def test_blocks_are_paragraphs_and_rows_lines() -> None:
    body = (
        "<sec><label>1</label><title>Introduction</title><p>Pain&nbsp;is <italic>common</italic>\n(&alpha;).</p></sec>"
        "<table-wrap><table><tr><th>Study</th><th>PMID</th></tr><tr><td><p>Isu</p></td><td>11097678</td></tr></table>"
        "</table-wrap>"
    )
    document = read("a.xml", article(body, ""))
    assert document.text == "1 Introduction\n\nPain is common (α).\n\nStudy\tPMID\nIsu\t11097678\n\nReferences"
    assert document.place(document.text.index("Pain")) == Place(paragraph=2, line=3)


def test_articles_of_a_set_do_not_share_their_names() -> None:
    one = article(f"<p>It hurts.{xref('R1', '<sup>1</sup>')}</p>", ISU).split(b"\n", 2)[2].decode()
    found = cited(f"<pmc-articleset>{one}{one}</pmc-articleset>".encode())
    assert [(each.form, each.number, each.numbers) for each in found] == [
        ("marker", None, (1,)),
        ("reference", 1, ()),
    ] * 2


def test_entities_of_the_file_are_not_expanded() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE article [<!ENTITY a "PMID: 5">]><article><body><p>x&a;y</p></body></article>'
    assert read("a.xml", bomb.encode()).text == "xy"


def test_what_can_be_read_of_a_broken_article_is_read() -> None:
    content = article(f"<p>It hurts ({xref('R1', '1')}).</p>")
    document = read("a.xml", content[: content.index(b"<source>")])
    reason = "its XML is broken in line 6, and is read as far as it goes"
    assert document.findings == (Finding("LIT101", "a.xml", values={"reason": reason}),)
    assert document.text.startswith("It hurts (1).")
    assert read("a.xml", b"<?xml version='1.0'?><article>" + b"<sec>" * 5000).text == ""


def test_what_is_no_xml_is_told_in_one_line() -> None:
    with pytest.raises(DocumentError) as caught:
        jats.read(File("a.xml", b"\xff\xfe<article/>"))
    assert str(caught.value) == "a.xml: is no XML that can be read; get it again from where it was published"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-32-be"])
@pytest.mark.parametrize("surrogate", ["&#xD800;", "&#x0dfFf;", "&#55296;", "&#057343;"])
def test_half_a_character_is_replaced(surrogate: str, encoding: str) -> None:
    content = article(f"<p>It {surrogate} hurts.</p>").decode()
    assert jats.read(File("a.xml", content.encode(encoding))).text.startswith("It \ufffd hurts.")


WHOLE = article(f"<p>It hurts [{xref('R1', '1')}].</p>")


@given(st.integers(0, len(WHOLE) - 1), st.binary(max_size=8))
def test_whatever_is_broken_there_is_a_document_or_one_clear_line(at: int, between: bytes) -> None:
    try:
        document = read("a.xml", WHOLE[:at] + between + WHOLE[at + len(between) :])
    except DocumentError as error:
        assert str(error).startswith("a.xml: is ") and "\n" not in str(error)
    else:
        assert isinstance(document, Document)
        scan(document)


def test_entries_without_a_name_are_each_their_own() -> None:
    refs = "".join(one.replace(f' id="R{number}"', "") for number, one in enumerate((ISU, TALU, KIM), 1))
    document = read("a.xml", article("<p>Nerves.</p>", refs))
    assert [(one.number, one.fields.title) for one in document.embedded] == [
        (1, "Superior nerves"),
        (2, ""),
        (3, "Nerves"),
    ]


def test_the_items_of_an_ordered_list_have_their_numbers() -> None:
    items = "<list-item><p>One.</p></list-item><list-item><p>Two.</p></list-item>"
    labelled = "<list-item><label>a)</label><p>Three.</p></list-item>"
    body = f'<list list-type="order">{items}{labelled}</list><list list-type="bullet">{items}</list>'
    text = read("a.xml", article(body, refs="")).text
    assert text.split() == "1. One. 2. Two. a) Three. One. Two. References".split()
