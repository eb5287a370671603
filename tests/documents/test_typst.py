"""Typst documents and their bibliographies. The documents and works are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.citations import scan
from cluneal_lit.documents import read
from cluneal_lit.formats import hayagriva
from cluneal_lit.model import Date, Fields, Ids, Name, Place

YAML = """
isu2018:
  type: Article
  title: {value: "{Nerves}.", short: N}
  author: ["Isu, Toyohiko", {name: Berg, given-name: Jan, prefix: van der}, ABC Study Group]
  date: 2018-03
  page-range: 25-32
  serial-number: {doi: 10.5555/isu, pmid: 90000001}
  affiliated: [{role: translator, names: ["Kim, K"]}]
  parent: {type: Periodical, title: {value: Journal of Pain, short: J Pain}, volume: 15, issue: 1}
book: {type: Book, title: No year, serial-number: {isbn: 978-3-16-148410-0}, publisher: {name: P, location: Q}}
"""


def test_entries_of_hayagriva_have_identifiers_and_fields() -> None:
    assert hayagriva.works(YAML) == {
        "isu2018": (
            Ids(pmid="90000001", doi="10.5555/isu"),
            Fields(
                type="article-journal",
                title="Nerves",
                author=(Name("Isu", "Toyohiko"), Name("Berg", "Jan", "van der"), Name(literal="ABC Study Group")),
                translator=(Name("Kim", "K"),),
                container_title="Journal of Pain",
                container_title_short="J Pain",
                issued=Date(((2018, 3),)),
                volume="15",
                issue="1",
                page="25-32",
            ),
        ),
        "book": (
            Ids(isbn=("9783161484100",)),
            Fields(type="book", title="No year", publisher="P", publisher_place="Q"),
        ),
    }


@pytest.mark.parametrize("text", ["", "a: [", "- b", "a: &a [*a]", "[" * 5000, "a: {title: [1]}"])
def test_what_is_no_bibliography_has_no_works(text: str) -> None:
    assert all(work == (Ids(), Fields(type="document")) for work in hayagriva.works(text).values())


SOURCE = """#import "@preview/x:1.0.0": *
#bibliography(("refs.yml", "more.bib"))
Pain @isu2018[p. 3] and #cite(<more>, form: "prose"), see @fig-x, @other and me@x.org. <other>
// @isu2018 https://doi.org/10.5555/hidden
`@isu2018` /* /* @isu2018 */ @isu2018 */ #link("https://doi.org/10.5555/x")[a trial] @nobody.
"""


def test_keys_are_citations_and_labels_are_none() -> None:
    files = {"refs.yml": YAML.encode(), "more.bib": b"@misc{more, pmid={90000002}}"}
    document = read("a.typ", SOURCE.encode(), files.get)
    assert (document.kind, document.text) == ("typst", SOURCE)
    assert [(one.place, one.form, one.cited_as, one.ids) for one in scan(document)] == [
        (Place(3, 6), "key", "isu2018", Ids(pmid="90000001", doi="10.5555/isu")),
        (Place(3, 31), "key", "more", Ids(pmid="90000002")),
        (Place(5, 49), "doi-url", "", Ids(doi="10.5555/x")),
        (Place(5, 86), "key", "nobody", Ids()),
    ]


def test_a_bibliography_in_full_cites_what_no_key_cites() -> None:
    files = {"refs.yml": YAML.encode()}
    for said, keys in ((", full: true", ["isu2018", "book"]), (", full: false", ["isu2018"])):
        document = read("a.typ", f'Pain @isu2018.\n#bibliography("refs.yml"{said})\n'.encode(), files.get)
        found = scan(document)
        assert [one.cited_as for one in found if one.form == "key"] == keys
        assert len({one.id for one in found}) == len(found)


NOTES = """Nerves hurt.#footnote[Alda A. On *nerves*. J Inv. 2001;1(2):3-4.] It helps @isu2018.#footnote[As I
  told them [once], see @isu2018.] Backs do#footnote[Cruz C. On feet. J Inv. 2002;1:5-6.] <feet> too.

So it is.#footnote(<feet>) `#footnote[no]` And so on@feet.
"""


def test_footnotes_stand_behind_the_text_and_their_marks_lead_there() -> None:
    document = read("a.typ", NOTES.encode())
    assert document.text == (
        "Nerves hurt.¹ It helps @isu2018.² Backs do³ too.\n\nSo it is.³ `#footnote[no]` And so on³.\n\n\nFootnotes\n\n"
        "1. Alda A. On *nerves*. J Inv. 2001;1(2):3-4.\n\n2. As I\n  told them [once], see @isu2018.\n\n"
        "3. Cruz C. On feet. J Inv. 2002;1:5-6."
    )
    found = scan(document)
    assert [one.place for one in found if one.form == "key"] == [Place(1, 76), Place(2, 25, note="footnote 2")]
    shown = [(one.number, one.place, [(at.place, at.sentence) for at in one.cited_at]) for one in found if one.in_list]
    assert shown == [
        (1, Place(1, 23, note="footnote 1"), [(Place(1, 13), "Nerves hurt.¹")]),
        (
            3,
            Place(2, 54, note="footnote 3"),
            [
                (Place(2, 44), "Backs do³ too."),
                (Place(4, 10), "So it is.³ `#footnote[no]`"),
                (Place(4, 53), "And so on³."),
            ],
        ),
    ]


@given(st.text(alphabet='@#<>[]()"`/*\n abcite:-', max_size=200))
def test_whatever_the_source_there_is_a_document(source: str) -> None:
    document = read("a.typ", ("x" + source).encode())
    assert all(0 <= span.start < span.end <= len(document.text) for span in (*document.spans, *document.embedded))
    scan(document)


def test_the_items_of_a_list_have_the_numbers_that_typst_gives_them() -> None:
    source = "+ one\n\n  more of it\n  + within\n+ two\n\nText + more.\n\n+ again\n7. seven\n+ eight\n"
    document = read("a.typ", source.encode())
    assert (
        document.text == "1. one\n\n  more of it\n  1. within\n2. two\n\nText + more.\n\n1. again\n7. seven\n8. eight\n"
    )
    assert [document.place(document.text.index(word)) for word in ("one", "within", "two", "more.", "eight")] == [
        Place(1, 3),
        Place(4, 5),
        Place(5, 3),
        Place(7, 8),
        Place(11, 3),
    ]


def test_references_behind_a_plus_are_cited_by_their_numbers() -> None:
    works = "+ Isu T, Kim K. Nerves. Spine. 2018;15:25-32.\n+ Kim K, Isu T. Backs. Spine. 2019;16:25-32.\n"
    marker, *listed = scan(read("a.typ", f"So it is [2].\n\n= References\n\n{works}".encode()))
    assert ([one.number for one in listed], marker.cites) == ([1, 2], (listed[1].id,))


@pytest.mark.parametrize(
    "table",
    [
        "#table(columns: 2, [Study], [PMID], [Kim], [20000001], [Lee (2013], [20000002])",
        "#table(\n  columns: (1fr, auto),\n  table.header([*PMID*], [Study]), [20000001], [Kim],\n  [20000002], [a])",
        "#figure(table(columns: (auto,), [PMID], [20000001], [20000002]))",
    ],
)
def test_numbers_below_a_head_of_a_table_are_read(table: str) -> None:
    text = f"= Nerves\n{table} [20000003]\n"
    assert [one.ids.keys() for one in scan(read("a.typ", text.encode()))] == [("pmid:20000001",), ("pmid:20000002",)]


@given(st.lists(st.sampled_from(["#footnote[", "#footnote(<a>)", "@a", *"[]<a>`/ \n"]), max_size=60).map("".join))
def test_whatever_its_footnotes_there_is_a_document_with_all_of_their_marks(source: str) -> None:
    document = read("a.typ", ("x" + source).encode())
    anchors = {span.target for span in document.spans if span.kind == "anchor"}
    assert all(0 <= span.start < span.end <= len(document.text) for span in (*document.spans, *document.embedded))
    assert anchors == {span.target[1:] for span in document.spans if span.kind == "link"}
