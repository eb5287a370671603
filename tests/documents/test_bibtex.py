"""A bibliography as a document. Every work is invented."""

from __future__ import annotations

import pytest

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


NOTED = """@article{a, title={One}, pmid={90000001}, annote={CIN: Invented Med. 2002;1:2. PMID: 90000002
  Invented Rev. 2003;3:4. PMID: 90000003
Cf. doi:10.5555/other.1, https://doi.org/10.5555/other.2
}, note={doi:10.5555/one.1}, comment-ada={PMID 90000009}}
@article{b, title={Two}, note={Retraction in: Invented Med. 2004;5:6. doi: 10.5555/other.3
Epub ahead of print. doi: 10.5555/two.1}}
@article{c, title={Three}, doi={10.5555/three.1}, note={PMID: 900000011}, url={https://doi.org/10.5555/other.4}}
"""


@pytest.mark.parametrize("word", ("note", "annote"))
@pytest.mark.parametrize(
    "note",
    (
        "Comment in: PMID: 90000002",
        "Corrected in doi:10.5555/other.1",
        "See also doi:10.5555/other.1",
        "Compare PMID: 90000002",
        "Replication of https://doi.org/10.5555/other.1",
        "Supplement: doi:10.5555/other.1",
        "Preprint: https://arxiv.org/abs/2101.00001",
        "Builds on arXiv:2101.00001",
        "Doi of the erratum: 10.5555/other.1",
    ),
)
def test_a_note_that_speaks_of_another_work_gives_none_to_an_entry_without(word: str, note: str) -> None:
    (one,) = scan(read("refs.bib", f"@article{{a, title={{One}}, {word}={{{note}}}}}".encode()))
    assert (one.ids, one.malformed) == (Ids(), ())


@pytest.mark.parametrize(
    ("note", "ids"),
    (
        ("PMID: 90000001 PMCID: PMC9000001", Ids(pmid="90000001", pmcid="PMC9000001")),
        ("Available from: \\url{https://doi.org/10.5555/one.1}", Ids(doi="10.5555/one.1")),
        ("[Epub ahead of print] 2020 May 3; doi: 10.5555/one.1", Ids(doi="10.5555/one.1")),
        ("\\_eprint: https://doi.org/10.5555/one.1", Ids(doi="10.5555/one.1")),
        ("arXiv: 2101.00001 [cs.LG]", Ids(arxiv="2101.00001")),
        ("arXiv preprint arXiv:2101.00001", Ids(arxiv="2101.00001")),
    ),
)
def test_a_note_of_labels_and_identifiers_gives_them_to_its_entry(note: str, ids: Ids) -> None:
    (one,) = scan(read("refs.bib", f"@article{{a, title={{One}}, note={{{note}}}}}".encode()))
    assert one.ids == ids


def test_what_notes_say_of_other_works_is_no_citation_and_what_the_entry_says_of_its_own_is() -> None:
    assert [(one.place.line, one.ids.keys(), one.malformed) for one in scan(read("refs.bib", NOTED.encode()))] == [
        (1, ("pmid:90000001", "doi:10.5555/one.1"), ()),
        (5, ("doi:10.5555/two.1",), ()),
        (7, ("doi:10.5555/three.1",), ("PMID: 900000011",)),
        (7, ("doi:10.5555/other.4",), ()),
    ]
