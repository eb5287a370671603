"""Raised and lowered numbers stay where they stand in their line, whatever its size. The texts are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations import scan
from cluneal_lit.documents import read
from cluneal_lit.model import Span
from tests.documents.pdf_made import Part, Text, lines, pdf
from tests.documents.test_pdf import LEFT, RIGHT

BEFORE, BEHIND = "The pain of the nerves is common", "and what causes it is often overlooked"
FURTHER = ("here, until a needle finds the place where", "it runs over the crest of the ilium.")


def width(text: str, size: float) -> float:
    """How wide Helvetica writes a text, by the widths of its letters in thousandths of the size."""
    widths = {
        "i": 222,
        "j": 222,
        "l": 222,
        "t": 278,
        "f": 278,
        "r": 333,
        "c": 500,
        "s": 500,
        "k": 500,
        "v": 500,
        "y": 500,
    }
    more = {"T": 611, "m": 833, "w": 722, " ": 278, "A": 667, "-": 333, "\u2013": 556, ",": 278}
    return sum({**widths, **more}.get(char, 556) for char in text) * size / 1000


def letters(text: Text) -> list[Part]:
    """A text drawn letter by letter, as browsers do: pdfium then finds the lines by the places of letters alone."""
    return [
        Text(text.x + width(text.text[:at], text.size), text.y, letter, text.size)
        for at, letter in enumerate(text.text)
    ]


def marked(
    x: float, y: float, before: str, number: str, behind: str, size: float, rise: float, small: float
) -> list[Text]:
    """A line with a number in it that is smaller and raised; `rise` and `small` as shares of the size."""
    middle = x + width(before, size)
    after = middle + width(number, small * size)
    return [Text(x, y, before, size), Text(middle, y + rise * size, number, small * size), Text(after, y, behind, size)]


def raised(size: float, number: str, rise: float, small: float) -> list[Text]:
    """A paragraph of lines of a size, with a number behind its first words."""
    first = marked(60, 700, BEFORE, number, f" {BEHIND}", size, rise, small)
    return [*first, *lines(60, 700 - 1.2 * size, *FURTHER, size=size, pitch=1.2 * size)]


def said(number: str) -> str:
    return " ".join((BEFORE + number, BEHIND, *FURTHER))


SIZES = pytest.mark.parametrize("size", [7, 8, 9, 9.5, 10, 10.5, 11, 12, 13, 14])
RAISED = pytest.mark.parametrize(
    ("rise", "small"), [(0.33, 0.65), (0.4, 0.83), (0.44, 0.83), (0.36, 0.7), (0.5, 0.6), (0.4, 0.96), (0.4, 1)]
)


@SIZES
@RAISED
@pytest.mark.parametrize("number", ["1", "2,3", "4\u20136"])
@pytest.mark.parametrize("by_letters", [False, True])
def test_a_raised_number_stands_behind_its_word(
    size: float, rise: float, small: float, number: str, by_letters: bool
) -> None:
    texts = raised(size, number, rise, small)
    page = [part for text in texts for part in letters(text)] if by_letters else texts
    document = read("a.pdf", pdf(page))
    span = Span(len(BEFORE), len(BEFORE) + len(number), "superscript")
    assert (document.text, document.spans) == (said(number), (span,))


@SIZES
@pytest.mark.parametrize("small", [0.6, 0.7, 0.83])
def test_a_lowered_number_stands_behind_its_letters(size: float, small: float) -> None:
    page = [part for text in raised(size, "2", -0.2, small) for part in letters(text)]
    document = read("a.pdf", pdf(page))
    assert (document.text, document.spans) == (said("2"), ())


LINES = (
    "The pain of the nerves is common and what causes it is",
    "often overlooked, as was said in many works before,",
    "of which the last one is by people who never asked.",
)


def test_a_raised_number_alone_on_the_last_line_belongs_to_its_paragraph() -> None:
    page = [*lines(60, 700, *LINES), Text(60, 667.6, "14\u201316", 7), *lines(60, 640, *LINES)]
    document, whole = read("a.pdf", pdf(page)), " ".join(LINES)
    assert document.text == f"{whole}14\u201316\n\n{whole}"
    assert document.spans == (Span(len(whole), len(whole) + 5, "superscript"),)


def test_a_number_below_a_line_that_has_room_for_it_is_no_part_of_the_paragraph() -> None:
    document = read("a.pdf", pdf([*lines(60, 700, *LINES, "It was so."), Text(60, 655.6, "14", 7)]))
    assert (document.text, document.spans) == (" ".join((*LINES, "It was so.")) + "\n\n14", ())


@pytest.mark.parametrize("following", ["and more of it is said here.", ", and more of it is said here."])
def test_a_raised_number_that_begins_a_line_belongs_behind_the_last_one(following: str) -> None:
    page = [
        *lines(60, 700, *LINES[:2]),
        Text(60, 679.6, "14", 7),
        Text(68 + 3 * following.startswith("a"), 676, following),
    ]
    document = read("a.pdf", pdf(page))
    before = " ".join(LINES[:2])
    glue = " " if following.startswith("a") else ""
    assert document.text == f"{before}14{glue}{following}"
    assert document.spans == (Span(len(before), len(before) + 2, "superscript"),)


def test_a_raised_range_that_is_broken_over_lines_is_one() -> None:
    end = 60 + width(LINES[0], 10)
    page = [Text(60, 700, LINES[0]), Text(end, 703.6, "14\u2013", 7), Text(60, 691.6, "16", 7), Text(71, 688, LINES[1])]
    document = read("a.pdf", pdf(page))
    assert document.text == f"{LINES[0]}14\u201316 {LINES[1]}"
    assert document.spans == (Span(len(LINES[0]), len(LINES[0]) + 5, "superscript"),)


def test_raised_numbers_of_two_columns_stay_in_theirs() -> None:
    marks = [
        part
        for x, number in ((60, "1"), (320, "2"))
        for part in marked(x, 688, "are thin", number, ", and firm.", 10, 0.44, 0.83)
    ]
    rest = [*lines(60, 676, *LEFT[2:], *LEFT), *lines(320, 676, *RIGHT[2:], *RIGHT)]
    page = [
        part for text in (Text(60, 700, LEFT[0]), Text(320, 700, RIGHT[0]), *marks, *rest) for part in letters(text)
    ]
    document = read("a.pdf", pdf(page))
    columns = [
        (LEFT[0], "are thin1, and firm.", *LEFT[2:], *LEFT),
        (RIGHT[0], "are thin2, and firm.", *RIGHT[2:], *RIGHT),
    ]
    assert document.text.replace("\n\n", " ") == " ".join(line for column in columns for line in column)
    assert [document.text[span.start - 4 : span.end] for span in document.spans] == ["thin1", "thin2"]


@pytest.mark.parametrize("gap", [0, 1])
def test_raised_labels_of_footnotes_are_not_drawn_to_what_is_before_them(gap: float) -> None:
    notes = ("Berg A. Nerves of the crest. Made Up 2091.", "Holm C. Needles. Made Up 2092.")
    labels = [Text(60, 102.6 - 10 * at, str(at + 1), 5) for at in range(len(notes))]
    page = [*lines(60, 700, *LINES), *labels, *lines(62.8 + gap, 100, *notes, size=8, pitch=10)]
    assert read("a.pdf", pdf(page)).text == f"{' '.join(LINES)}\n\n1{notes[0]} 2{notes[1]}"


def test_raised_numbers_of_two_paragraphs_are_two() -> None:
    page = [*lines(60, 700, "Anna Berg, Carl Holm"), Text(60 + width("Anna Berg, Carl Holm", 10), 704, "2", 6)]
    document = read("a.pdf", pdf([*page, Text(60, 652.6, "1", 5), Text(63, 650, "Department of Needles", 8)]))
    assert [document.text[span.start : span.end] for span in document.spans] == ["2", "1"]


def test_a_raised_number_before_a_lone_letter_is_raised_without_it() -> None:
    page = [part for text in marked(60, 700, BEFORE, "4-6", " A", 10, 0.44, 0.83) for part in letters(text)]
    document = read("a.pdf", pdf(page))
    assert (document.text, document.spans) == (f"{BEFORE}4-6 A", (Span(len(BEFORE), len(BEFORE) + 3, "superscript"),))


def test_the_mark_of_a_footnote_is_none_of_a_list_that_brackets_cite() -> None:
    cited = "Pain of the nerves is common in adults [1] and was seen before in others [2]."
    body = [Text(50, 740, cited), Text(50, 726, "The trial was registered early"), Text(190, 726, "1", 6, rise=4)]
    note = [Text(50, 100, "1", 6, rise=3), Text(55, 100, "The register is kept by the clinic.", 8)]
    works = ("References", "1. Kim C. Nerves. Spine. 2012;37:1-9.", "2. Lee B. Pain. Pain. 2013;14:20-30.")
    found = scan(read("a.pdf", pdf([*body, *lines(50, 600, *works), *note])))
    assert [one.raw for one in found if one.form == "marker"] == ["[1]", "[2]"]
