"""Notes of Markdown with a list or further paragraphs. All are invented."""

from __future__ import annotations

import pytest

from tests.citations.found import cited

WORKS = (
    "Alda A, Berg B. On nerves. J Inv. 2001;1(2):3-4.",
    "Cruz C, Dunn D. On blocks. J Inv. 2002;1(3):5-6.",
    "Jan van der Berg, *Invented Walking*, 3rd ed. (Nowhere: Fictive Press, 2011), 3.",
)
BEHIND = f"[^b]: {WORKS[0]}\n\nAnd so they walked on.\n"
NOTES = {
    "bullets": ": Three works say so:\n\n    - {}\n    - {}\n    - {}\n",
    "bullets at once": ":\n    - {}\n    - {}\n    - {}\n",
    "numbers": ": Three works say so:\n\n    1. {}\n    2. {}\n    3. {}\n",
    "paragraphs": ": {}\n\n    {}\n\n    {}\n",
    "paragraphs behind a remark": ": This was said in 1990.\n\n    {}\n\n    {}\n\n    {}\n",
    "by tabs": ": {}\n\n\t{}\n\n\t{}\n",
    "a remark between": ": {}\n\n    Others disputed this in 1995.\n\n    {}\n\n    {}\n",
}


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("label", ["1", "a"])
def test_all_works_of_a_note_are_entries_cited_where_it_is_marked(note: str, label: str) -> None:
    text = f"It hurts.[^{label}] Backs too.[^b] Again.[^{label}]\n\n[^{label}]{NOTES[note].format(*WORKS)}\n{BEHIND}"
    found = cited(text, "a.md")
    number = int(label) if label.isdecimal() else None
    assert [(one.number, one.raw, len(one.cited_at)) for one in found if one.in_list] == [
        *((number, work, 2) for work in WORKS),
        (None, WORKS[0], 1),
    ]
    assert [len(one.cites) for one in found if one.form == "marker"] == [3, 1, 3]


def test_what_stands_behind_a_note_is_none_of_its_works() -> None:
    text = f"It hurts.[^1]\n\n[^1]: {WORKS[0]}\n\n- {WORKS[1]}\n"
    assert [(one.number, one.raw) for one in cited(text, "a.md") if one.in_list] == [(1, WORKS[0]), (None, WORKS[1])]


@pytest.mark.parametrize(
    "between",
    [
        "PubMed PMID: 25488256; PubMed Central PMCID: PMC4263456.",
        "PMID: 25488256 [PubMed - indexed for MEDLINE]. doi:10.5555/muster",
        "PMID: 25488256. Retrieved 3 May 2020 from https://doi.org/10.5555/muster",
        "PMID: 25488256. Verfügbar unter doi:10.5555/muster",
        "PMID: 25488256. Disponible sur doi:10.5555/muster",
    ],
)
def test_words_that_lead_to_the_next_identifier_part_no_works(between: str) -> None:
    text = f"It hurts.[^1]\n\n[^1]: Study of nerve disorder. J Orthop Surg Res. 2014;9:139. {between}\n"
    assert len([one for one in cited(text, "a.md") if one.form != "marker"]) == 1
