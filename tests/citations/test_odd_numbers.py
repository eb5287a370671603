"""Lists whose numbers stand twice, out of order or with gaps: each entry is one all the same. All are invented."""

from __future__ import annotations

import textwrap

import pytest

from tests.citations.found import cited

WORKS = (
    "Alda A, et al. Nerves of the back. Inv J 2011;63:389-99.",
    "Cruz C, Hall H. Nerves: a large problem. J Inv Nerves 2012;3:95-104.",
    "Dunn DB, et al. Nerves seen again. Inv Rev 2013;23:412-41.",
    "Egge E, Torr-Funk F. Nerves in the hills. Inv J 2014;2:2559-86.",
    "Graf G, et al. Factors of nerves. Inv J 2015;13:1452.",
    "Wern W, et al. Blocks of nerves. J Inv Nerves 2016;40:1334-40. DOI: 10.1000/inv.2016.01",
)
NUMBERS = {
    "twice": (1, 2, 3, 3, 4, 5),
    "turned": (1, 2, 4, 3, 5, 6),
    "backwards": (6, 5, 4, 3, 2, 1),
    "gap": (1, 2, 3, 8, 9, 10),
    "mistyped": (1, 2, 3, 103, 4, 5),
    "lettered": (1, 2, 3, "3a", 4, 5),
    "always one": (1, 1, 1, 1, 1, 1),
}
LABELS = ("{}.", "[{}]", "{})", "({})")


def entries(text: str, path: str = "a.txt") -> list[tuple[int | None, str, tuple[str, ...]]]:
    return [(one.number, one.raw, one.ids.keys()) for one in cited(text, path) if one.in_list]


def wanted(numbers: tuple[int | str, ...]) -> list[tuple[int | None, str, tuple[str, ...]]]:
    found = (int(str(number).rstrip("a")) for number in numbers)
    return [
        (at, work, ("doi:10.1000/inv.2016.01",) if work == WORKS[-1] else ())
        for at, work in zip(found, WORKS, strict=True)
    ]


@pytest.mark.parametrize("numbers", NUMBERS.values(), ids=NUMBERS)
@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("heading", ["## References\n\n", "Pain is common.\n\n"])
def test_entries_in_lines_are_one_each(numbers: tuple[int | str, ...], label: str, heading: str) -> None:
    lines = [f"{label.format(at)} {work}" for at, work in zip(numbers, WORKS, strict=True)]
    assert entries(heading + "\n".join(lines), "a.md") == wanted(numbers)
    wrapped = [textwrap.fill(line, 60, break_on_hyphens=False) for line in lines]
    assert entries(heading + "\n".join(wrapped), "a.md") == wanted(numbers)
    assert entries("<h2>References</h2><p>" + "<br>".join(lines) + "</p>", "a.html") == wanted(numbers)


@pytest.mark.parametrize("numbers", NUMBERS.values(), ids=NUMBERS)
@pytest.mark.parametrize("label", LABELS)
def test_entries_in_one_paragraph_are_one_each(numbers: tuple[int | str, ...], label: str) -> None:
    run = " ".join(f"{label.format(at)} {work}" for at, work in zip(numbers, WORKS, strict=True))
    assert entries(f"References\n\n{run}\n") == wanted(numbers)


def test_a_title_begins_an_entry_behind_a_whole_one() -> None:
    works = ["Alda A. Nerves. Inv J 2011;63:389-99.", "Back pain: what helps. 2012. https://example.org/back",
             "Nerves of the back. Graz: Inv; 2013."]  # fmt: skip
    text = "References\n\n" + "\n".join(f"{at}. {work}" for at, work in zip((1, 9, 9), works, strict=True))
    assert [(number, raw) for number, raw, _ in entries(text)] == list(zip((1, 9, 9), works, strict=True))


@pytest.mark.parametrize(
    "entry",
    [
        "Alda A. Nerves of the back. In: Proceedings. Graz: Inv; 2011. p.\n23. Berg B, editor.",
        "Alda A. Nerves of the back. Inv J. 2011 Feb\n12. doi: 10.1000/inv.1",
        "Alda A. Nerves of the back. Inv J 2011;63:389-\n99. Epub 2011 May 3.",
        "Alda A. Nerves of the back, vol.\n3. Graz: Inv; 2011.",
        "Alda A. Nerves of the back. Graz: Inv; 2011. Seen on June\n14. Available from: https://example.org",
    ],
)
def test_a_number_that_a_line_break_brought_there_begins_none(entry: str) -> None:
    text = f"References\n\n1. {entry}\n2. Cruz C. Blocks. Inv J 2012;3:95-104.\n3. Dunn D. More. Inv J 2013;2:5-9.\n"
    assert [number for number, _, _ in entries(text)] == [1, 2, 3]
