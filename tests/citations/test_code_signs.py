"""Identifiers in the type of code, behind blanks that are spelled out, and raised brackets. All are invented."""

from __future__ import annotations

import pytest

from tests.citations.found import cited, ids

LIST = "<h2>References</h2><ol>" + "".join(
    f"<li>Alda{c} A, Berg B. On nerves {c}. J Inv. 200{n};1(2):3-4.</li>" for n, c in enumerate("abc", 1)
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("PMIDs `90000001`, `90000002` and `90000003` show it.", ["pmid:90000001", "pmid:90000002", "pmid:90000003"]),
        ("PMID: `90000001` or `90000002`.", ["pmid:90000001", "pmid:90000002"]),
        ("DOIs: `10.5555/inv.12345`, `10.5555/inv.12346`.", ["doi:10.5555/inv.12345", "doi:10.5555/inv.12346"]),
        ("NCT `NCT09990001`.", ["nct:NCT09990001"]),
        ("PMID&nbsp;90000001, PMID:&#160;90000002.", ["pmid:90000001", "pmid:90000002"]),
        ("The ports `90000001` and `90000002`; PMIDs are none.", []),
    ],
)
def test_identifiers_in_the_type_of_code_and_behind_entities_are_found(text: str, found: list[str]) -> None:
    assert [key for keys in ids(text, "a.md") for key in keys] == found


def test_a_bracket_that_is_raised_is_a_marker_behind_a_number_too() -> None:
    said = "<p>It rises<sup>[1]</sup>, see section 4.2<sup>[2]</sup> and x4.2[3].</p>"
    assert [one.numbers for one in cited(f"{said}{LIST}", "a.html") if one.form == "marker"] == [(1,), (2,)]


def test_a_list_below_refs_has_bodies_and_standards_too() -> None:
    works = ["Berg A, Dunn O. Walks. J Inv. 2014;311(11):1117-24.", "INV. Walks; Guideline. Town: INV; 2011."]
    works.append("INS 15189:2022 Walking in laboratories — Requirements for all.")
    listed = "\n".join(f"[{n}] {work}" for n, work in enumerate(works, 1))
    found = cited(f"So it is [1], by INV [2] and INS [3].\n\n**Refs**\n{listed}\n", "a.md")
    assert [(one.raw, one.number) for one in found if one.in_list] == [(work, n) for n, work in enumerate(works, 1)]
    assert [one.cites for one in found[:3]] == [(one.id,) for one in found[3:]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("DOIs: `10.1000/walks.1`, `10.1000/walks.2`; PMID `90000001` `90000002`.",
         [("doi:10.1000/walks.1",), ("doi:10.1000/walks.2",), ("pmid:90000001",), ("pmid:90000002",)]),
        ("The PMIDs: `90000001`, `90000002`, and `90000003`.",
         [("pmid:90000001",), ("pmid:90000002",), ("pmid:90000003",)]),
        ("Text.\n\nDOIs:\n\n- `10.1000/walks.1`\n- `10.1000/walks.2`\n\nPMIDs:\n- `90000001`\n- `90000002`\n",
         [("doi:10.1000/walks.1",), ("doi:10.1000/walks.2",), ("pmid:90000001",), ("pmid:90000002",)]),
        ("- DOI: `10.1000/walks.1`\n- `10.1000/walks.2`\n", [("doi:10.1000/walks.1",), ("doi:10.1000/walks.2",)]),
        ("| Trial | DOI | PMID |\n|---|---|---|\n| A | `10.1000/nerves.1` | `90000001` |\n"
         "| B | `10.1000/nerves.2` | none |\n",
         [("pmid:90000001", "doi:10.1000/nerves.1"), ("doi:10.1000/nerves.2",)]),
        ("Call these:\n\n- `10.1000/walks.1`\n- `90000001`\n\nor `10.1000/walks.2`.\n", []),
        ("| Call | Answer |\n|---|---|\n| `10.1000/walks.1` | `90000001` |\n", []),
    ],
)  # fmt: skip
def test_a_list_of_identifiers_in_code_is_data_below_what_it_is_called(text: str, found: list[tuple[str, ...]]) -> None:
    assert ids(text, "a.md") == found


def test_what_a_semicolon_parts_from_a_row_of_identifiers_is_another_work() -> None:
    assert ids("It is in DOIs: 10.1000/walks.1, 10.1000/walks.2; PMID 90000001.") == [
        ("doi:10.1000/walks.1",),
        ("doi:10.1000/walks.2",),
        ("pmid:90000001",),
    ]
    assert ids("It is in DOI 10.1000/walks.1; PMID 90000001.") == [("pmid:90000001", "doi:10.1000/walks.1")]
