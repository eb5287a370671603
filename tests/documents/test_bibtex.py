"""A bibliography as a document. Every work is invented."""

from __future__ import annotations

from cluneal_lit.citations import scan
from cluneal_lit.documents import read
from cluneal_lit.model import Finding, Ids, Place

TEXT = """@article{a, title={One}, doi={10.5555/a\\_b}, abstract={NCT90000001, PMID: 90000009}}

@article{b, title={Two}, pmid={900000011}
"""


def test_every_entry_is_a_citation_of_its_own_identifiers_at_its_place() -> None:
    document = read("refs.bib", TEXT.encode())
    assert (document.kind, document.text) == ("bibtex", TEXT)
    assert [(one.place, one.form, one.in_list, one.number, one.cited_as, one.ids) for one in scan(document)] == [
        (Place(1, 1), "reference", True, 1, "a", Ids(doi="10.5555/a_b")),
        (Place(3, 1), "reference", True, 2, "b", Ids()),
    ]


def test_what_is_broken_or_no_identifier_is_told_at_its_place() -> None:
    malformed = {"raw": "900000011", "kind": "a PMID", "reason": "a PMID is one to eight digits"}
    assert read("refs.bib", TEXT.encode()).findings == (
        Finding(
            "LIT106",
            "refs.bib",
            Place(3, 1),
            "b",
            values={"reason": "entry b: it is not closed; close its braces and quotes"},
        ),
        Finding("LIT201", "refs.bib", Place(3, 31), "b", values=malformed),
    )
