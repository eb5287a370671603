"""How the lines of a PDF are joined, and what is raised in them. The texts are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.documents import read
from cluneal_lit.documents.pdf.joined import Row, joined
from cluneal_lit.documents.pdf.lines import Line
from cluneal_lit.model import Span
from tests.documents.pdf_made import Link, Part, Text, lines, pdf
from tests.documents.test_pdf import text


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("The pain of the pa-", "tients who were seen", "patients"),
        ("A cause that is well-", "known to all who ask", "well-known"),
        ("The virus named COVID-", "19 came in that year", "COVID-19"),
        ("It is described in doi:10.9999/tra.2099-", "118.4 and nowhere else", "10.9999/tra.2099-118.4"),
        (
            "See https://www.example.org/trials/",
            "pain/index.html for more",
            "https://www.example.org/trials/pain/index.html",
        ),
        ("The pages that are meant are 118–", "125 of that volume", "118–125"),
    ],
)
def test_what_is_broken_at_the_end_of_a_line_is_joined(first: str, second: str, whole: str) -> None:
    assert whole in text(lines(60, 700, first, second))


@pytest.mark.parametrize(
    ("room", "second", "whole"),
    [
        (12, "01.101", "doi:10.9999/nerves.2001.01.101"),
        (60, "01.101", "doi:10.9999/nerves.2001. 01.101"),
        (0, "PMID:21013577", "doi:10.9999/nerves.2001. PMID:21013577"),
        (12, "2. Berg", "doi:10.9999/nerves.2001. 2. Berg"),
    ],
)
def test_a_doi_goes_on_where_its_next_part_had_no_room(room: float, second: str, whole: str) -> None:
    first = Line("doi:10.9999/nerves.2001.", 60, 180, 700, 10)
    rows = [Row(first, 1, 180 + room), Row(Line(second, 60, 90, 688, 10), 1, 180 + room)]
    assert joined(rows, set())[0] == whole


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("It is in doi:10.9999/j.spin\u2010", "ee.2002.03", "It is in doi:10.9999/j.spinee.2002.03"),
        ("It is in doi:10.9999/tra.2099\u2010", "118.4", "It is in doi:10.9999/tra.2099\u2010118.4"),
        ("The pain of the pa\u2010", "tients", "The pain of the patients"),
    ],
)
def test_a_hyphen_that_divides_a_word_or_an_address_is_left_out(first: str, second: str, whole: str) -> None:
    rows = [Row(Line(one, 60, 200, 700, 10), 1, 200) for one in (first, second)]
    assert joined(rows, set())[0] == whole


def test_a_hyphen_stays_where_the_document_writes_the_word_with_it() -> None:
    said = text(
        lines(60, 700, "The follow-back of all who were seen was", "done by post, and the next follow-", "back too")
    )
    assert said.endswith("the next follow-back too")


def test_a_doi_that_is_whole_at_the_end_of_a_line_stays_so() -> None:
    assert "10.9999/tra.2099.118 It" in text(lines(60, 700, "It was seen in doi:10.9999/tra.2099.118", "It was new"))


def test_ligatures_and_soft_hyphens_are_written_out() -> None:
    assert text(lines(60, 700, "The sig\u00ad", "nal was clear")) == "The signal was clear"


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("doi.org/10.9999/nerves.2001.", "01.111", "doi.org/10.9999/nerves.2001.01.111"),
        ("doi.org/10.9999/ner-", "ves.2001.01.111", "doi.org/10.9999/nerves.2001.01.111"),
        ("The nerves of the", "iliac crest", "The nerves of the iliac crest"),
    ],
)
def test_a_link_broken_at_the_end_of_a_line_is_written_as_its_target_is(first: str, second: str, whole: str) -> None:
    target = f"https://{whole.replace(' ', '')}"
    page: list[Part] = [*lines(60, 700, first, second)]
    page += [Link(60, 698, 300, 709, target), Link(60, 686, 300, 697, target)]
    document = read("a.pdf", pdf(page))
    assert (document.text, document.spans) == (whole, (Span(0, len(whole), "link", target),))


def test_raised_numbers_are_superscripts() -> None:
    page = [Text(60, 700, "The pain went"), Text(120.5, 704, "12", 6), Text(128, 700, ", and stayed away.")]
    document = read("a.pdf", pdf(page))
    assert (document.text, document.spans) == ("The pain went12, and stayed away.", (Span(13, 15, "superscript"),))


def test_numbers_raised_at_the_size_of_the_text_are_superscripts() -> None:
    page = [Text(60, 700, "The pain went."), Text(125, 700, "12, 14", rise=4), Text(160, 700, "It stayed away.")]
    document = read("a.pdf", pdf(page))
    assert (document.text, document.spans) == ("The pain went.12, 14 It stayed away.", (Span(14, 20, "superscript"),))


def test_digits_whose_glyphs_float_above_the_line_are_superscripts() -> None:
    page = [Text(60, 700, "The pain went."), Text(124, 700, "1", font="R"), Text(131, 700, "It stayed away.")]
    document = read("a.pdf", pdf(page))
    assert (document.text, document.spans) == ("The pain went.1 It stayed away.", (Span(14, 15, "superscript"),))


def test_a_number_that_is_not_raised_is_none() -> None:
    assert read("a.pdf", pdf(lines(60, 700, "Vitamin B12, and 3 others."))).spans == ()
