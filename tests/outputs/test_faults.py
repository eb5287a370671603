"""What the doubt about a work consists of. All of it is invented."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit.model import Citation, Collection, Finding, Place
from cluneal_lit.outputs import faults
from tests.formats.invented import article
from tests.outputs import gallery
from tests.outputs.test_attention import bibliography

CITED = gallery.citation(26, "reference")
MARKER = gallery.citation(12, numbers=(1, 9))


def detail(citation: Citation, field: str, code: str = "LIT404") -> Finding:
    """What was found wrong with a detail of a citation."""
    values = {"field": field, "cited": "21", "source": "PubMed", "found": "12"}
    return Finding(code, citation.document, citation.place, "a", citation.id, values)


VOLUME, AUTHORS = detail(CITED, "volume"), detail(CITED, "authors")
DISAGREE = Finding("LIT406", key="a", values={"field": "year", "values": "PubMed 2001, Crossref 2002"})
OTHERS = (
    Finding("LIT402", MARKER.document, MARKER.place, citation=MARKER.id, values={"marker": "[1,9]", "numbers": "9"}),
    Finding(
        "LIT501",
        CITED.document,
        CITED.place,
        "a",
        CITED.id,
        {"key": "a", "status": "retracted", "date": "", "notice": ""},
    ),
    detail(gallery.citation(27, "reference"), "year"),
)


def collection(verdict: str, *found: Finding) -> Collection:
    """One work with this verdict, cited by a reference and a marker."""
    cited = (CITED, MARKER)
    return Collection("x", (article("a", verdict=verdict, cited_in=cited),), cited, (), found, (), (CITED.document,))


def test_a_doubtful_work_has_what_was_found_about_its_identity_and_details_and_nothing_else() -> None:
    told = faults.faults(collection("inexact", *OTHERS[1:], VOLUME, DISAGREE, AUTHORS, OTHERS[0]))
    assert told == {"a": (DISAGREE, AUTHORS, VOLUME)}


@pytest.mark.parametrize("code", ["LIT202", "LIT203", "LIT208"])
def test_what_is_wrong_with_an_identifier_is_told_too(code: str) -> None:
    values = {"id": "pmid:1", "ids": "", "titles": "", "source": "", "day": "", "where": "", "answer": "", "meant": ""}
    found = Finding(code, citation=CITED.id, values=values)
    assert faults.faults(collection("mismatch", found)) == {"a": (found,)}


@pytest.mark.parametrize("verdict", ["verified", "unchecked"])
def test_a_work_that_is_not_in_doubt_has_none(verdict: str) -> None:
    assert faults.faults(collection(verdict, VOLUME)) == {}


@pytest.mark.parametrize("verdict", ["inexact", "conflict", "mismatch"])
def test_the_page_and_its_markdown_list_them_with_document_and_line(verdict: str) -> None:
    made = collection(verdict, VOLUME, DISAGREE)
    head = bibliography(made, "html").split('<article class="entry')[1].split("<h3>")[0]
    assert head.split("<li>")[1].startswith("year: PubMed 2001, Crossref 2002. Look at the paper;")
    assert head.split("<li>")[2].startswith(
        '<span class="document">invented-nerves.md, line 26:</span> '
        "volume: the document has 21, PubMed has 12. Correct the volume in the document.</li>"
    )
    assert (
        "- year: PubMed 2001, Crossref 2002. Look at the paper; put the right value under `corrections` in its note.\n"
        "- `references/documents/invented-nerves.md`, line 26: volume: the document has 21, PubMed has 12. "
        "Correct the volume in the document.\n\n"
    ) in bibliography(made, "md")


def test_hostile_words_of_a_document_stay_words() -> None:
    values = {"cited": "<b>*x*", "id": "pmid:1", "found": "[y](z)", "meant": ""}
    hostile = "references/documents/<i>.md"
    made = collection("mismatch", Finding("LIT403", hostile, Place(line=1), "a", "c26", values))
    made = replace(made, documents=(*made.documents, hostile))
    assert "&lt;i&gt;.md, line 1:</span> the text cites &lt;b&gt;*x*, but pmid:1" in bibliography(made, "html")
    assert "line 1: the text cites \\<b\\>\\*x\\*, but pmid:1 is \\[y\\](z)." in bibliography(made, "md")
