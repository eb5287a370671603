"""Reference lists of PDFs are split as they are printed. The texts are invented."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

import pytest

from cluneal_lit.citations import scan
from cluneal_lit.documents import read
from tests.documents.pdf_made import Text, lines, pdf

ENTRIES = (
    ("Berg A, Holm C. Nerves that run over the", "iliac crest. J Made Up. 2091;12(3):118-25."),
    ("Dahl E. The needle and the fascia. Ann", "Invent. 2092;7:1-9. doi:10.9999/ann.2092-", "7.1"),
    ("Falk G, Gran H, Ivarsen J. Relief at once.", "Nerve Tales. 2093;44:201-8."),
    ("Lund K, Moe L. What was worn, and what", "was not. J Made Up. 2094;15(1):33-40."),
    ("Nord M. Seen again. Ann Invent. 2095;10:2-3.",),
    ("Otto N, Pihl O, Rask P. Nobody was lost:", "a cohort. Nerve Tales. 2096;47:5-14."),
)
DATED = (
    ("Berg, A., & Holm, C. (2091). Nerves that run", "over the iliac crest. J Made Up, 12(3), 118-125."),
    ("Dahl, E. (2092). The needle and the fascia.", "Annals of Invention, 7, 1-9."),
    ("Falk, G., Gran, H., & Ivarsen, J. (2093). Relief", "at once. Nerve Tales, 44, 201-208."),
    ("Lund, K., & Moe, L. (2094). What was worn, and", "what was not. J Made Up, 15(1), 33-40."),
    ("Nord, M. (2095). Seen again. Annals of Invention,", "10, 2-3."),
    ("Otto, N., Pihl, O., & Rask, P. (2096). Nobody was", "lost: a cohort. Nerve Tales, 47, 5-14."),
)


def listed(*pages: Sequence[Text]) -> list[tuple[int | None, str]]:
    """Number and text of the references that are found in a list."""
    return [(one.number, one.raw) for one in scan(read("a.pdf", pdf(*pages))) if one.form == "reference"]


def said(entries: Sequence[Sequence[str]]) -> list[str]:
    return [" ".join(entry).replace("2092- 7", "2092-7") for entry in entries]


def printed(entries: Sequence[Sequence[str]], x: float, y: float, first: int, hang: float, gap: float) -> list[Text]:
    """A list as it is printed, numbered from `first` if that is not 0; further lines are indented by `hang`."""
    made: list[Text] = []
    for number, entry in zip(count(first), entries, strict=False):
        label = f"{number}. " if first else ""
        for at, line in enumerate(entry):
            made.append(Text(x + (hang if at else 0), y, line if at else label + line, 9))
            y -= 11
        y -= gap
    return made


HEAD = [Text(60, 720, "References", 12)]


@pytest.mark.parametrize(("hang", "gap"), [(12, 0), (0, 0), (0, 6), (12, 6)])
def test_a_numbered_list_is_split_however_it_is_set(hang: float, gap: float) -> None:
    page = [*HEAD, *printed(ENTRIES, 60, 700, 1, hang, gap)]
    assert listed(page) == list(zip(count(1), said(ENTRIES), strict=False))


@pytest.mark.parametrize(("hang", "gap"), [(12, 0), (0, 6), (12, 6)])
def test_an_author_year_list_is_split_by_its_hanging_lines_or_gaps(hang: float, gap: float) -> None:
    page = [*HEAD, *printed(DATED, 60, 700, 0, hang, gap)]
    assert listed(page) == [(None, entry) for entry in said(DATED)]


@pytest.mark.parametrize("labels", ["[{}]", "{}."])
def test_labels_that_stand_apart_are_labels(labels: str) -> None:
    made = printed(ENTRIES, 85, 700, 0, 0, 0)
    starts = [text for text in made if any(text.text == entry[0] for entry in ENTRIES)]
    marks = [Text(60, start.y, labels.format(number), 9) for number, start in enumerate(starts, 1)]
    assert listed([*HEAD, *made, *marks]) == list(zip(count(1), said(ENTRIES), strict=False))


def test_a_list_goes_over_columns_and_pages() -> None:
    prose = lines(60, 780, *["The nerves that run over the iliac crest are thin."] * 4, size=9, pitch=11)
    first = [*prose, *HEAD, *printed(ENTRIES[:2], 60, 700, 1, 12, 0), *printed(ENTRIES[2:4], 320, 780, 3, 12, 0)]
    rest = printed(ENTRIES[4:], 60, 780, 5, 12, 0)
    assert listed(first, rest) == list(zip(count(1), said(ENTRIES), strict=False))


def test_a_list_whose_beginning_is_not_there_is_split() -> None:
    assert listed(printed(ENTRIES[2:], 60, 780, 3, 0, 0)) == list(zip(count(3), said(ENTRIES[2:]), strict=False))


def test_an_entry_goes_on_on_the_next_page() -> None:
    page = [*HEAD, *printed([*ENTRIES[:3], ENTRIES[3][:1]], 60, 700, 1, 12, 0)]
    rest = [Text(72, 780, ENTRIES[3][1], 9), *printed(ENTRIES[4:], 60, 769, 5, 12, 0)]
    assert listed(page, rest) == list(zip(count(1), said(ENTRIES), strict=False))


def test_an_entry_of_an_author_year_list_goes_on_on_the_next_page() -> None:
    page = [*HEAD, *printed([*DATED[:3], DATED[3][:1]], 60, 700, 0, 12, 0)]
    rest = [Text(72, 780, DATED[3][1], 9), *printed(DATED[4:], 60, 769, 0, 12, 0)]
    assert listed(page, rest) == [(None, entry) for entry in said(DATED)]


def test_raised_markers_and_their_entries_find_each_other() -> None:
    prose = [Text(60, 780, "The pain went after the needle was used", 10), Text(241, 784, "2,3", 6)]
    found = scan(read("a.pdf", pdf([*prose, *HEAD, *printed(ENTRIES, 60, 700, 1, 12, 0)])))
    assert [one.numbers for one in found if one.form == "marker"] == [(2, 3)]


def test_short_entries_that_wider_gaps_part_are_not_one() -> None:
    """Most lines of such a page have a wider gap above them; how far those of one entry stand apart the others tell."""
    texts = (
        "Berg A (2091). Nerves that run over the iliac crest, and the fascia. J Made Up, 12, 118-125.",
        "Dahl E (2092). The needle and the fascia of the back, once more. Annals of Invention, 70,",
        "9-19.",
        "Falk G (2093). Relief. Nerve Tales, 44, 201.",
    )
    body = lines(60, 780, "Pain of the lower back is common in those who walk, and some sixty of them were", "asked.")
    placed = [Text(60, y, text) for y, text in zip((700, 680, 668, 648), texts, strict=True)]
    page = [*body, Text(60, 730, "References", 14), *placed]
    assert [raw for _, raw in listed(page)] == [texts[0], f"{texts[1]} {texts[2]}", texts[3]]
