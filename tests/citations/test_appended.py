"""Lines of lists that end an entry or say something about it. The works are invented."""

from __future__ import annotations

import pytest

from tests.citations.found import cited

WORKS = [
    "Berg J. Walking. Lancet 2012;380:1-9.",
    "Dunn O. Running. BMJ 2011;342:d549.",
    "Falk A. Lying. Gut 2013;3:4-9.",
]
ENDS = [
    "Accessed 3 May 2020.",
    "Last accessed: May 3, 2020.",
    "Available at: https://example.org/x",
    "Available from: https://example.org/x. Accessed 3 May 2020.",
    "[In German]",
    "[Article in German, with an English abstract]",
    "Comment in: Lancet 2015;4:10-11.",
    "Erratum in: BMJ 2015;4:10-11.",
    "Epub 2014 Jan 3.",
    "Zugriff am 3. Mai 2020.",
    "Disponible en: https://example.org/x",
]
REMARKS = [
    "Note: reprinted in 2019.",
    "Note: a good paper of 2011.",
    "* Of special interest.",
    "** Of outstanding interest: the first trial of 2011.",
    "Key finding: most people walk, as was told in 2011.",
]
LISTS = {
    "numbers.txt": "References\n\n1. {}\n{}\n2. {}\n3. {}\n",
    "paragraphs.txt": "References\n\n{}\n\n{}\n\n{}\n\n{}\n",
    "items.md": "## References\n\n- {}\n  - {}\n- {}\n- {}\n",
    "numbers.html": "<h2>References</h2><p>1. {}</p><p>{}</p><p>2. {}</p><p>3. {}</p>",
    "lines.html": "<h2>References</h2><ol><li>{}<br>{}</li><li>{}</li><li>{}</li></ol>",
}


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("end", ENDS)
def test_what_ends_an_entry_in_a_line_of_its_own_is_part_of_it(path: str, end: str) -> None:
    found = [one.raw.replace(" - ", " ") for one in cited(LISTS[path].format(WORKS[0], end, *WORKS[1:]), path)]
    assert found == [f"{WORKS[0]} {end}", *WORKS[1:]]


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("remark", REMARKS)
def test_a_remark_in_a_list_is_no_entry_and_cuts_none(path: str, remark: str) -> None:
    found = [one.raw for one in cited(LISTS[path].format(WORKS[0], remark, *WORKS[1:]), path)]
    assert [raw.removesuffix(f" {remark}").removesuffix(f" {remark.lstrip('* ')}") for raw in found] == WORKS


def test_a_note_that_names_a_work_is_an_entry() -> None:
    text = LISTS["paragraphs.txt"].format(WORKS[0], f"Note: {WORKS[1]}", WORKS[1], WORKS[2])
    assert [len(one.fields.author) for one in cited(text)] == [1, 1, 1, 1]


@pytest.mark.parametrize("sign", ["*", "**", "•", "••"])
def test_the_stars_of_an_annotated_list_are_no_part_of_its_entries(sign: str) -> None:
    listed = "".join(f"<li>{sign} {work}</li>" for work in WORKS)
    found = cited(f"<h2>References</h2><ol>{listed}</ol>", "a.html")
    assert [(one.number, one.raw) for one in found] == list(enumerate(WORKS, 1))
