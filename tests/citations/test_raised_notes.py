"""Notes at the foot of a text that begin with a raised number. All are invented."""

from __future__ import annotations

import pytest

from tests.citations.found import cited

NOTES = ["Berg A, Dunn O. Walking in rats. J Inv. 2014;12(3):100-9.", "Orlov J. On things. J Inv. 2012;3:4-9."]


@pytest.mark.parametrize("path", ["a.txt", "a.md"])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("heading", ["", "## Notes\n", "## Notes\n\n"])
@pytest.mark.parametrize("blank", ["", " "])
def test_they_are_entries_and_what_is_raised_in_the_text_cites_them(
    path: str, between: str, heading: str, blank: str
) -> None:
    found = cited(f"They say¹ and more².\n\n{heading}¹{blank}{NOTES[0]}{between}²{blank}{NOTES[1]}\n", path)
    assert [(one.form, one.raw, one.number) for one in found] == [
        ("marker", "¹", None),
        ("marker", "²", None),
        ("reference", NOTES[0], 1),
        ("reference", NOTES[1], 2),
    ]
    assert [one.cites for one in found[:2]] == [(found[2].id,), (found[3].id,)]


def test_so_are_those_that_markdown_raises_with_tags() -> None:
    found = cited(f"They say<sup>1</sup> it.\n\n<sup>1</sup> {NOTES[0]}\n", "a.md")
    assert [(one.raw, one.number) for one in found if one.in_list] == [(NOTES[0], 1)]
    assert found[0].cites == (found[1].id,)


@pytest.mark.parametrize(
    "note", ["Prices are in euros.", "We thank O. Dunn for this.", "Table 2 of the report shows all."]
)
def test_a_remark_beside_them_is_no_entry(note: str) -> None:
    assert [one.raw for one in cited(f"They say¹ it².\n\n¹ {NOTES[0]}\n² {note}\n") if one.in_list] == [NOTES[0]]
