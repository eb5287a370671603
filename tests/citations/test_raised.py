"""Raised numbers that blanks part, and those right behind an identifier. All are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations import scan
from cluneal_lit.documents import read
from tests.documents.office_files import docx

WORKS = [f"{n}. Alda{c} A, Berg B. On nerves {c}. J Inv. 200{n};1(2):3-4." for n, c in enumerate("abcd", 1)]
Runs = list[tuple[str, bool]]


def made(path: str, runs: Runs) -> bytes:
    """A document of one paragraph, of which some runs are raised, and a list of four works."""
    if path == "a.docx":
        up = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        said = "".join(
            f'<w:r>{up if raised else ""}<w:t xml:space="preserve">{text}</w:t></w:r>' for text, raised in runs
        )
        listed = "".join(f"<w:p><w:r><w:t>{work}</w:t></w:r></w:p>" for work in ("References", *WORKS))
        return docx(f"<w:p>{said}</w:p>{listed}")
    said = "".join(f"<sup>{text}</sup>" if raised else text for text, raised in runs)
    if path == "a.md":
        return f"{said}\n\n## References\n\n{chr(10).join(WORKS)}\n".encode()
    return f"<p>{said}</p><h2>References</h2>{''.join(f'<p>{work}</p>' for work in WORKS)}".encode()


MARKED: list[tuple[Runs, list[tuple[int, ...]]]] = [
    ([("Walking helps.", False), ("2 4", True), (" And so on.", False)], [(2, 4)]),
    ([("Walking helps", False), ("1 2 4", True), (" and rests.", False)], [(1, 2, 4)]),
    ([("See PMID 20656806", False), ("3", True), (" here.", False)], [(3,)]),
    ([("Pain is rare (PMID 20656806", False), ("2 4", True), (") and walks.", False)], [(2, 4)]),
    ([("PMID 20656806", False), ("3", True)], [(3,)]),
    ([("See doi:10.1234/inv.12", False), ("3", True), (" here.", False)], [(3,)]),
    ([("Fields of 10", False), ("4 2", True), (" metres.", False)], []),
    ([("Fields of 5 m", False), ("2", True), (" are small.", False)], []),
]


@pytest.mark.parametrize("path", ["a.html", "a.md", "a.docx"])
@pytest.mark.parametrize(("runs", "numbers"), MARKED)
def test_raised_numbers_are_markers(path: str, runs: Runs, numbers: list[tuple[int, ...]]) -> None:
    found = scan(read(path, made(path, runs)))
    assert [one.numbers for one in found if one.form == "marker"] == numbers
    assert [one.ids.pmid for one in found if one.ids.pmid] == ["20656806"] * ("PMID" in runs[0][0])


def test_a_sign_that_is_raised_itself_belongs_to_no_identifier() -> None:
    found = scan(read("a.txt", f"See PMID 20656806³ here.\n\nReferences\n\n{chr(10).join(WORKS)}\n".encode()))
    assert [(one.form, one.ids.pmid, one.numbers) for one in found if not one.in_list] == [
        ("pmid", "20656806", ()),
        ("marker", "", (3,)),
    ]


def test_beside_brackets_a_raised_number_is_a_marker_where_no_bracket_cites_its_entry() -> None:
    said = "Walking helps all people¹ and it is good [2,3]. " + "It is good for the town [2,3]. " * 4
    text = f"{said}Others say² so in the town, on 5 m².\n\nReferences\n\n{chr(10).join(WORKS)}\n"
    found = [one.numbers for one in scan(read("a.txt", text.encode())) if one.form == "marker"]
    assert found == [(1,), *[(2, 3)] * 5]


BRACKETED = "It hurts [1]. It aches here [2]. It burns there [3]. It stings [4]."


def _raised(said: str) -> list[tuple[int, ...]]:
    listed = "".join(f"<li>{work[3:]}</li>" for work in WORKS)
    page = f"<p>{BRACKETED}</p><p>{said}</p><h2>References</h2><ol>{listed}</ol>"
    return [one.numbers for one in scan(read("a.html", page.encode())) if one.form == "marker"][4:]


@pytest.mark.parametrize(
    "said",
    [
        "It hurts in 30 %<sup>2</sup> of them.",
        "They walk<sup>2</sup> in the night.",
        "They walk [1].<sup>2</sup> They rest.",
        "They do walk there.<sup>2</sup>",
    ],
)
def test_a_raised_number_behind_a_word_is_a_marker_beside_those_in_brackets(said: str) -> None:
    assert (2,) in _raised(said)


@pytest.mark.parametrize(
    "said",
    [
        "They have 30 kg/m<sup>2</sup> of weight.",
        "It is weight (kg)/height<sup>2</sup> in them.",
        "It is weight by (height)<sup>2</sup> in them.",
        "The square of the height<sup>2</sup> and an eta<sup>2</sup> of lambda<sup>2</sup> is told.",
        "An area of ten metres<sup>2</sup> is theirs.",
        "They walk<sup>2</sup> × 3 in the night.",
    ],
)
def test_a_power_beside_markers_in_brackets_is_none(said: str) -> None:
    assert _raised(said) == []
