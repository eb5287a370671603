"""What a PDF says, in the order in which one reads it. The texts are invented."""

from __future__ import annotations

import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit.documents import read
from cluneal_lit.documents.pdf import refuse_too_large
from cluneal_lit.errors import DocumentError
from cluneal_lit.model import Document, Finding, Place, Span
from tests.documents.pdf_made import Link, Part, Picture, Text, lines, pdf

LEFT = (
    "The nerves that run over the iliac crest",
    "are thin, and what binds them is firm. A",
    "needle finds them where the fascia ends.",
    "Most patients feel the relief at once.",
)
RIGHT = (
    "Those who do not may have another cause,",
    "such as a joint that is worn or a disc,",
    "and should be seen again after a month.",
    "Nobody was lost from sight in this work.",
)


def text(*pages: list[Part] | list[Text]) -> str:
    return read("a.pdf", pdf(*pages)).text


def test_lines_of_a_paragraph_are_one_and_paragraphs_are_parted() -> None:
    page = [*lines(60, 700, *LEFT), *lines(60, 640, *RIGHT)]
    assert text(page) == " ".join(LEFT) + "\n\n" + " ".join(RIGHT)


def test_an_indented_line_begins_a_paragraph() -> None:
    page = [Text(72, 700, "The nerves that run over the iliac crest"), *lines(60, 688, *LEFT[1:])]
    page += [Text(72, 652, "Those who do not may have another cause"), *lines(60, 640, *RIGHT[1:])]
    assert text(page).split("\n\n")[1].startswith("Those who do not")


def test_two_columns_are_read_one_after_the_other() -> None:
    page = [*lines(60, 700, *LEFT), *lines(320, 700, *RIGHT)]
    assert text(page).replace("\n\n", " ") == " ".join(LEFT + RIGHT)


def test_columns_that_are_drawn_line_by_line_are_read_one_after_the_other() -> None:
    page = [part for pair in zip(lines(60, 700, *LEFT), lines(320, 700, *RIGHT), strict=True) for part in pair]
    assert text(page).replace("\n\n", " ") == " ".join(LEFT + RIGHT)


def test_columns_whose_lines_stand_at_other_heights_are_read_one_after_the_other() -> None:
    page = [part for pair in zip(lines(60, 700, *LEFT), lines(320, 695, *RIGHT), strict=True) for part in pair]
    assert text(page).replace("\n\n", " ") == " ".join(LEFT + RIGHT)


def test_three_columns_below_a_title_that_goes_over_all_of_them() -> None:
    columns = (
        ("The nerves of the iliac", "crest are thin, and what", "binds them is firm. The", "needle finds them."),
        ("Most patients feel the", "relief at once, but some", "do not, and have another", "cause of their pain."),
        ("They should be seen once", "more after a month, when", "the joint and the discs", "have been looked at."),
    )
    title = Text(60, 740, "A needle at the iliac crest: what it finds and what it leaves", size=16)
    page: list[Part] = [part for at, column in enumerate(columns) for part in lines(60 + 170 * at, 700, *column)]
    said = " ".join(line for column in columns for line in column)
    assert text([*page, title]).replace("\n\n", " ") == f"{title.text} {said}"


def test_a_table_that_goes_over_both_columns_parts_what_is_above_from_what_is_below() -> None:
    over = Text(
        60, 640, "Table 1. Patients whose pain went, by the side of the needle and the age in years, of all seen"
    )
    page = [*lines(60, 700, *LEFT), *lines(320, 700, *RIGHT), over, *lines(60, 610, *RIGHT), *lines(320, 610, *LEFT)]
    assert text(page).replace("\n\n", " ") == " ".join([*LEFT, *RIGHT, over.text, *RIGHT, *LEFT])


def test_a_column_of_one_line_begins_where_those_of_other_pages_do() -> None:
    pages = [[*lines(60, 700, *LEFT), *lines(320, 700, *RIGHT)], [*lines(60, 700, *LEFT), *lines(320, 700, RIGHT[0])]]
    said = text(*pages).replace("\n\n", " ")
    assert said == " ".join([*LEFT, *RIGHT, *LEFT, RIGHT[0]])


def test_a_table_is_read_by_its_rows_where_other_pages_have_columns() -> None:
    rows = [
        part
        for at in range(3)
        for part in (Text(60, 700 - 12 * at, f"Trial {at}"), Text(320, 700 - 12 * at, "patients"))
    ]
    said = text([*lines(60, 700, *LEFT), *lines(320, 700, *RIGHT)], [*rows, Text(60, 640, " ".join(LEFT[:2]))])
    assert said.count("\tpatients") == 3


def test_words_of_a_justified_line_are_no_cells() -> None:
    whole, loose = "nerves nerves nerves nerves", Text(60, 688, "nerves nerves nerves", spread=16.395)
    page = [Text(60, 700, whole), loose, Text(60, 676, whole)]
    assert text(page) == " ".join(one.text for one in page)


def test_words_of_justified_lines_are_no_cells_that_hide_a_column() -> None:
    whole, loose = "nerves nerves nerves nerves nerves nerves", "nerves nerves nerves nerves"
    page = [*lines(60, 700, *LEFT, *RIGHT), *(Text(320, y, whole) for y in (695, 659, 623))]
    page += [Text(320, y, loose, spread=21.86) for y in (683, 671, 647, 635)]
    assert text(page).replace("\n\n", " ").startswith(" ".join(LEFT + RIGHT) + f" {whole} {loose} {loose}")


def test_cells_of_a_row_are_parted_by_a_tab() -> None:
    page = [part for at in range(3) for part in (Text(60, 700 - 12 * at, f"Trial {at}"), Text(300, 700 - 12 * at, "x"))]
    assert text(page) == "Trial 0\tx\n\nTrial 1\tx\n\nTrial 2\tx"


HEADS = [Text(60, 800, "Berg et al. Nerves 2099"), Text(500, 800, "{}"), Text(280, 30, "Page {} of 3")]


def with_heads(number: int, page: list[Text]) -> list[Text]:
    return [*page, *(Text(one.x, one.y, one.text.format(number)) for one in HEADS)]


def test_running_heads_feet_and_page_numbers_are_left_out() -> None:
    pages = [with_heads(at, lines(60, 700, *said)) for at, said in enumerate((LEFT, RIGHT), 1)]
    assert text(*pages) == "\n\n".join(" ".join(said) for said in (LEFT, RIGHT))


def test_a_running_foot_that_names_a_doi_is_said_once() -> None:
    foot = Text(60, 30, "Nerves 2099. https://doi.org/10.9999/nerves.2099.7")
    said = text([*lines(60, 700, *LEFT), foot], [*lines(60, 700, *RIGHT), foot])
    assert said == "\n\n".join([foot.text, " ".join(LEFT), " ".join(RIGHT)])


def test_a_paragraph_goes_on_over_a_page_and_keeps_the_page_of_each_part() -> None:
    pages = [
        with_heads(1, lines(60, 700, *LEFT[:3], "Most patients feel the relief, and of all")),
        with_heads(2, lines(60, 700, "those who were seen nobody came again.")),
    ]
    document = read("a.pdf", pdf(*pages))
    assert document.text == " ".join([*LEFT[:3], "Most patients feel the relief, and of all", pages[1][0].text])
    assert document.place(document.text.index("all those")) == Place(page=1)
    assert document.place(document.text.index("those who")) == Place(page=2)


def test_numbers_of_lines_at_the_margin_are_left_out() -> None:
    page = [*lines(60, 700, *LEFT, *RIGHT), *lines(30, 700, *map(str, range(1, 9)))]
    assert text(page) == " ".join(LEFT) + "\n\n" + " ".join(RIGHT)


def test_links_lie_over_the_text_that_they_cover() -> None:
    document = read("a.pdf", pdf([Text(60, 700, "Berg. PubMed"), Link(88, 698, 130, 709, "https://example.org/a")]))
    assert document.spans == (Span(6, 12, "link", "https://example.org/a"),)


def test_a_link_over_two_lines_is_one() -> None:
    target = "https://example.org/pain/trials"
    page: list[Part] = [*lines(60, 700, "https://example.org/pain/", "trials")]
    page += [Link(60, 698, 180, 709, target), Link(60, 686, 100, 697, target)]
    assert read("a.pdf", pdf(page)).spans == (Span(0, 31, "link", target),)


def test_a_link_over_no_text_stands_at_the_end_of_the_nearest_line() -> None:
    page: list[Part] = [Text(60, 700, "Berg et al."), Link(200, 600, 220, 620, "https://example.org/a")]
    assert read("a.pdf", pdf(page)).spans == (Span(11, 11, "link", "https://example.org/a"),)


def test_a_turned_page_is_read_as_one_sees_it() -> None:
    page = [*lines(60, 700, *LEFT)]
    upright = pdf(page).replace(b"1 0 0 1 60 ", b"0 1 -1 0 60 ")
    assert set(read("a.pdf", upright).text.split()) == set(" ".join(LEFT).split())


def test_a_scanned_document_says_so() -> None:
    document = read("a.pdf", pdf([Picture()], [Picture()]))
    assert (document.text, document.findings) == (
        "",
        (Finding("LIT105", "a.pdf", values={"what": "has no text layer"}),),
    )


def test_pages_that_are_pictures_are_named() -> None:
    page: list[Part] = [*lines(60, 700, *LEFT)]
    document = read("a.pdf", pdf(page, [Picture()], [Picture()], page, [Picture()]))
    assert document.findings == (Finding("LIT105", "a.pdf", values={"what": "has no text layer on pages 2–3, 5"}),)


def test_an_empty_page_is_an_empty_document() -> None:
    assert read("a.pdf", pdf([])).findings == (Finding("LIT103", "a.pdf"),)


def test_a_damaged_file_is_refused_in_one_line() -> None:
    with pytest.raises(DocumentError) as caught:
        read("a.pdf", b"%PDF-1.7\nnothing")
    assert str(caught.value) == "a.pdf: is a damaged PDF: save or download it anew"


def test_more_pages_than_are_read_are_refused_in_one_line() -> None:
    one = re.search(rb"/Kids \[(.*?)\] /Count 1", content := pdf([]))
    assert one
    many = b"/Kids [%b] /Count 20001" % b" ".join([one[1]] * 20_001)
    with pytest.raises(DocumentError) as caught:
        read("a.pdf", content.replace(one[0], many))
    assert str(caught.value) == "a.pdf: is too large a PDF: it has more than 20,000 pages: split it"


def test_more_characters_than_are_read_are_refused_in_one_line() -> None:
    refuse_too_large("a.pdf", 20_000, 100_000_000)
    with pytest.raises(DocumentError) as caught:
        refuse_too_large("a.pdf", 1, 100_000_001)
    assert str(caught.value) == "a.pdf: is too large a PDF: it has more than 100,000,000 characters: split it"


LOCK = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{0}> /U <{1}> >> /ID [<00> <00>]"


def test_a_locked_file_is_refused_in_one_line() -> None:
    with pytest.raises(DocumentError) as caught:
        read("a.pdf", pdf(lines(60, 700, *LEFT), encrypt=LOCK.format("41" * 32, "42" * 32)))
    assert str(caught.value) == "a.pdf: is locked with a password: save it without one"


# The standard handler of PDF 1.4, revision 2: what is locked with the empty password opens without being asked for it.
PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def rc4(key: bytes, content: bytes) -> bytes:
    state, mixed, made = list(range(256)), 0, bytearray()
    for at in range(256):
        mixed = (mixed + state[at] + key[at % len(key)]) % 256
        state[at], state[mixed] = state[mixed], state[at]
    one = other = 0
    for byte in content:
        one = (one + 1) % 256
        other = (other + state[one]) % 256
        state[one], state[other] = state[other], state[one]
        made.append(byte ^ state[(state[one] + state[other]) % 256])
    return bytes(made)


def test_a_file_locked_with_the_empty_password_is_read() -> None:
    owner = b"A" * 32
    key = hashlib.md5(PADDING + owner + (-4).to_bytes(4, "little", signed=True) + b"\0").digest()[:5]
    plain = pdf(lines(60, 700, LEFT[0]), encrypt=LOCK.format(owner.hex(), rc4(key, PADDING).hex()))
    content = re.search(rb"stream\n(BT .*? ET)\nendstream", plain)
    assert content
    number = plain[: content.start()].count(b" 0 obj")
    own = hashlib.md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]
    locked = plain[: content.start(1)] + rc4(own, content[1]) + plain[content.end(1) :]
    assert read("a.pdf", locked).text == LEFT[0]


SEED = pdf([*lines(60, 700, *LEFT), Link(60, 698, 100, 709, "https://example.org/a")])


@given(st.data())
def test_whatever_the_bytes_there_is_a_document_or_one_clear_line(data: st.DataObject) -> None:
    content = bytearray(SEED[: data.draw(st.integers(10, len(SEED)))])
    for at in data.draw(st.lists(st.integers(9, len(content) - 1), max_size=12)):
        content[at] = data.draw(st.integers(0, 255))
    try:
        document = read("a.pdf", bytes(content))
    except DocumentError as error:
        assert str(error).startswith("a.pdf: is ") and "\n" not in str(error)
    else:
        assert isinstance(document, Document)
        assert all(0 <= span.start <= span.end <= len(document.text) for span in document.spans)
        assert [anchor.offset for anchor in document.anchors] == sorted(anchor.offset for anchor in document.anchors)
