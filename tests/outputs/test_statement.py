"""The statement of the check. The collections are invented."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from msgspec.structs import replace

from cluneal_lit import __version__
from cluneal_lit.model import Asked, Citation, Collection, Entry, Finding, Ids, Relation, Status, Verdict
from cluneal_lit.outputs import rendering
from cluneal_lit.store import templates as stored
from tests.formats.invented import NASTY, article
from tests.outputs.test_documents import BLOCK, LEAFLET, cited, listed, marker

TEMPLATES = stored.read([Path(__file__).resolve().parents[2] / "templates"])
PUBMED, CROSSREF = Asked("pubmed", "pmid:1", "2026-11-18"), Asked("crossref", "doi:10.5555/1", "2026-11-20")
LATER = Asked("pubmed", "pmid:2", "2026-11-20")
LIBRARY = Asked("library", "own.json#x")


def work(key: str, *cited_in: Citation, status: str = "none", sources: Sequence[Asked] = (PUBMED,)) -> Entry:
    return article(key, status=Status(status), sources=tuple(sources), cited_in=cited_in, note=None)


def rendered(
    citations: Sequence[Citation] = (),
    entries: Sequence[Entry] = (),
    findings: Sequence[Finding] = (),
    documents: Sequence[str] = (BLOCK,),
    title: str = "Invented nerves",
    **verdicts: str,
) -> tuple[str, str]:
    """The statement and the report."""
    judged = tuple(Verdict(one.id, verdicts.get(one.id, "verified")) for one in citations if one.form != "marker")
    made = Collection(title, tuple(entries), tuple(citations), judged, tuple(findings), (), tuple(documents))
    wanted = {
        name: one for name, one in TEMPLATES.items() if name in ("statement.md.j2", "report.md.j2", "_scope.md.j2")
    }
    texts = rendering.rendered(made, wanted)
    assert texts.broken == {}
    return texts.texts["statement.md"].replace(__version__, "9.9.9"), texts.texts["report.md"]


def statement(*arguments: Sequence[object], **others: object) -> list[str]:
    """Its paragraph, and its lines."""
    _, paragraph, *lines = rendered(*arguments, **others)[0].splitlines()[1:]  # type: ignore[arg-type]
    return [paragraph, *(line for line in lines if line)]


def test_all_verified_in_two_documents() -> None:
    one, two, other = cited(3), cited(5), cited(7, document=LEAFLET)
    entries = [
        work("amber", one, other, sources=(PUBMED, CROSSREF)),
        work("birch", two, sources=(LATER,)),
        work("cedar"),
    ]
    assert rendered([one, two, other], entries, documents=[BLOCK, LEAFLET])[0] == (
        "# Invented nerves: statement of the check\n\n"
        "The citations in 2 documents of the collection “Invented nerves” were checked with cluneal-lit 9.9.9: "
        "3 references and identifiers, which lead to 2 works. They were looked up in Crossref (records of 1 work, "
        "asked on 2026-11-20) and PubMed (records of 2 works, asked from 2026-11-18 to 2026-11-20). "
        "All 3 were verified. "
        "Of the 2 works checked for retractions, corrections and expressions of concern, none was retracted, "
        "none has an expression of concern, none was corrected and 2 have no such notice. "
        "1 further work of the collection is cited nowhere and is not counted.\n\n"
        "- `references/documents/block.md`: 2 references and identifiers (2 verified), 2 works (2 without a notice). "
        "Crossref was asked on 2026-11-20 and PubMed was asked from 2026-11-18 to 2026-11-20.\n"
        "- `references/documents/leaflet.md`: 1 reference or identifier (1 verified), 1 work (1 without a notice). "
        "Crossref was asked on 2026-11-20 and PubMed was asked on 2026-11-18.\n"
    )


def test_a_collection_without_a_title_is_only_called_the_collection() -> None:
    assert [statement(*given, title="")[0].split(" with ")[0] for given in ((), ([cited(3)],))] == [
        "No citation was found",
        "The citations in 1 document of the collection were found and read",
    ]
    assert " in 1 document of the collection." in statement(title="")[0]
    assert " in the collection to check " in statement(documents=(), title="")[0]


MIXED = [cited(line) for line in range(1, 9)]
MIXED_VERDICTS = {
    "c1": "inexact",
    "c2": "inexact",
    "c3": "mismatch",
    "c4": "absent",
    "c5": "conflict",
    "c6": "unchecked",
    "c7": "unresolved",
}
MIXED_WORKS = [
    work("w1", MIXED[0], status="retracted"),
    work("w2", MIXED[1], status="corrected"),
    work("w3", MIXED[2], status="corrected"),
    work("w5", MIXED[4], status="concern"),
    work("w6", MIXED[5], status="unchecked", sources=(LIBRARY,)),
    work("w8", MIXED[7]),
]


def test_everything_that_can_be_wrong_is_counted() -> None:
    assert statement(MIXED, MIXED_WORKS, **MIXED_VERDICTS) == [
        "The citations in 1 document of the collection “Invented nerves” were checked with cluneal-lit 9.9.9: "
        "8 references and identifiers, of which 6 lead to 6 works and 2 to no known work. "
        "They were looked up in PubMed (records of 5 works, asked on 2026-11-18). "
        "Of the 8, 1 was verified, 1 could not be verified yet, 2 name the right works with wrong details, "
        "1 could not be verified because no certain work was found, "
        "1 could not be verified because the sources contradict each other, "
        "1 describes another work than its identifier names and 1 has an identifier that does not exist. "
        "Of the 5 works checked for retractions, corrections and expressions of concern, 1 was retracted, "
        "1 has an expression of concern, 2 were corrected and 1 has no such notice; 1 could not be checked yet.",
        "- `references/documents/block.md`: 8 references and identifiers (1 verified, 1 unchecked, 2 inexact, "
        "1 unresolved, 1 conflict, 1 mismatch, 1 absent; 2 without a known work), "
        "6 works (1 retracted, 1 with an expression of concern, 2 corrected, 1 without a notice, 1 not checked). "
        "PubMed was asked on 2026-11-18.",
    ]


def test_the_figures_are_those_of_the_report() -> None:
    text, report = rendered(MIXED, MIXED_WORKS, **MIXED_VERDICTS)
    tally = re.search(r"identifiers \((.*?); 2 without", text)
    rows = re.findall(r"^\| (\w+) \| (\d+) \| \w", report, re.MULTILINE)
    assert tally and tally[1] == ", ".join(f"{number} {word}" for word, number in rows)
    statuses = re.search(r"6 works \((.*)\)", text)
    assert statuses and f"Works by editorial status: {statuses[1]}." in report


def test_a_preprint_that_has_since_been_published_is_told() -> None:
    tie = Relation("preprint", "of", Ids(doi="10.5555/invented.9"), source="crossref")
    paragraph, line = statement([cited(3)], [replace(work("amber", cited(3)), relations=(tie,))])
    assert paragraph.endswith(
        "The work has no notice of retraction, correction or concern. "
        "The work is a preprint that has since been published."
    )
    assert line == (
        "- `references/documents/block.md`: 1 reference or identifier (1 verified), 1 work (1 without a notice), "
        "among them 1 preprint since published. PubMed was asked on 2026-11-18."
    )


def test_with_nobody_heard_the_references_were_found_and_read_and_nothing_is_claimed() -> None:
    one, two = cited(3), cited(5)
    entries = [
        work(key, where, status="unchecked", sources=(LIBRARY,)) for key, where in (("amber", one), ("birch", two))
    ]
    assert statement([one, two], entries, c3="unchecked", c5="unchecked") == [
        "The citations in 1 document of the collection “Invented nerves” were found and read with cluneal-lit 9.9.9: "
        "2 references and identifiers, which lead to 2 works. No source has answered about them yet. "
        "None of the 2 could be verified yet. "
        "Whether the 2 works were retracted or corrected has not been checked yet.",
        "- `references/documents/block.md`: 2 references and identifiers (2 unchecked), 2 works (2 not checked).",
    ]


@pytest.mark.parametrize(
    ("others", "said"),
    [
        (
            [],
            "Whether the 2 works were retracted or corrected has not been checked yet "
            "(known so far: 1 has an expression of concern and 1 was superseded by a newer version).",
        ),
        (
            ["none"],
            "The one work that was checked for retractions and corrections has no notice of retraction, correction or "
            "concern; 2 could not be checked yet "
            "(known so far: 1 has an expression of concern and 1 was superseded by a newer version).",
        ),
    ],
)
def test_what_is_known_of_works_that_were_not_checked_does_not_make_them_checked(others: list[str], said: str) -> None:
    where = [cited(line) for line in (3, 5, 7)]
    stated = [Status(name, provisional=True) for name in ("superseded", "concern")] + [Status(name) for name in others]
    entries = [replace(work(at.id, at), status=one) for at, one in zip(where, stated, strict=False)]
    paragraph, line = statement(where[: len(stated)], entries)
    assert paragraph.endswith(said)
    assert "2 not checked (1 with an expression of concern, 1 superseded)" in line


@pytest.mark.parametrize(
    ("verdict", "status", "asked", "said"),
    [
        (
            "verified",
            "none",
            (PUBMED,),
            "It was looked up in PubMed (records of 1 work, asked on 2026-11-18). It was verified. "
            "The work has no notice of retraction, correction or concern.",
        ),
        (
            "inexact",
            "retracted",
            (PUBMED,),
            "It was looked up in PubMed (records of 1 work, asked on 2026-11-18). "
            "It names the right work with wrong details. The work was retracted.",
        ),
        (
            "unchecked",
            "unchecked",
            (),
            "No source has answered about it yet. It could not be verified yet. "
            "Whether the work was retracted or corrected has not been checked yet.",
        ),
    ],
)
def test_one_reference_is_told_in_the_singular(verdict: str, status: str, asked: Sequence[Asked], said: str) -> None:
    paragraph, _ = statement([cited(3)], [work("amber", cited(3), status=status, sources=asked)], c3=verdict)
    done = "checked" if asked else "found and read"
    assert paragraph == (
        f"The citations in 1 document of the collection “Invented nerves” were {done} with cluneal-lit 9.9.9: "
        f"1 reference or identifier, which leads to 1 work. {said}"
    )


def test_an_identifier_that_its_registry_has_not_was_looked_up_all_the_same() -> None:
    dead = cited(3, ids=Ids(pmid="90000099"))
    answered = {
        "id": "pmid:90000099",
        "source": "PubMed",
        "day": "2026-11-20",
        "answer": "PubMed answered on 2026-11-20 that it has no such record",
        "meant": "",
        "where": "there",
    }
    told = Finding("LIT202", BLOCK, dead.place, "", dead.id, answered)
    assert statement([dead], (), [told], c3="absent") == [
        "The citations in 1 document of the collection “Invented nerves” were checked with cluneal-lit 9.9.9: "
        "1 reference or identifier, which leads to no known work. It was looked up in PubMed (asked on 2026-11-20). "
        "It has an identifier that does not exist.",
        "- `references/documents/block.md`: 1 reference or identifier (1 absent; 1 without a known work).",
    ]


def test_a_doi_of_crossrefs_without_a_record_was_looked_up_at_crossref() -> None:
    new = cited(3, ids=Ids(doi="10.5555/new"))
    told = Finding(
        "LIT207", BLOCK, new.place, "", new.id, {"id": "doi:10.5555/new", "agency": "Crossref", "day": "2026-11-20"}
    )
    paragraph, _ = statement([new], (), [told], c3="unchecked")
    assert "It was looked up in Crossref (asked on 2026-11-20). " in paragraph


def test_markers_without_a_reference_and_documents_that_cannot_be_read_are_told() -> None:
    there, alone, one = marker(3, 1), marker(4, 9), listed(20, 1, "Quimby A")
    told = [
        Finding("LIT101", "references/documents/lost.md", values={"reason": "no such file"}),
        Finding("LIT402", BLOCK, alone.place, "", alone.id, {"marker": "[9]", "numbers": "9"}),
    ]
    assert statement([there, alone, one], [work("amber", there, one)], told) == [
        "The citations in 1 document of the collection “Invented nerves” were checked with cluneal-lit 9.9.9: "
        "1 reference or identifier, which leads to 1 work, and 2 numbered markers (1 without a reference). "
        "It was looked up in PubMed (records of 1 work, asked on 2026-11-18). It was verified. "
        "The work has no notice of retraction, correction or concern. "
        "1 document could not be read and is not part of this: references/documents/lost.md.",
        "- `references/documents/block.md`: 1 reference or identifier (1 verified), 1 work (1 without a notice), "
        "2 numbered markers (1 without a reference). PubMed was asked on 2026-11-18.",
    ]


def test_a_document_of_markers_alone_and_one_without_citations() -> None:
    alone = marker(4, 9)
    told = [Finding("LIT402", BLOCK, alone.place, "", alone.id, {"marker": "[9]", "numbers": "9"})]
    assert statement([alone], (), told, [BLOCK, LEAFLET]) == [
        "The citations in 2 documents of the collection “Invented nerves” were found and read with cluneal-lit 9.9.9: "
        "1 numbered marker (1 without a reference).",
        "- `references/documents/block.md`: 1 numbered marker (1 without a reference).",
        "- `references/documents/leaflet.md`: no citation.",
    ]


def test_without_citations_or_documents_nothing_was_checked() -> None:
    assert (statement(), statement(documents=())) == (
        [
            "No citation was found with cluneal-lit 9.9.9 in 1 document of the collection “Invented nerves”.",
            "- `references/documents/block.md`: no citation.",
        ],
        ["There was no document in the collection “Invented nerves” to check with cluneal-lit 9.9.9."],
    )


@pytest.mark.parametrize("text", NASTY)
def test_hostile_names_leave_the_statement_one_paragraph_and_one_line_a_document(text: str) -> None:
    told = [Finding("LIT101", text, values={"reason": text})]
    page = MarkdownIt("commonmark").render(rendered((), (), told, (text, BLOCK), title=text)[0])
    assert [page.count(tag) for tag in ("<h1>", "<h2>", "<p>", "<ul>", "<li>", "<script", "<img")] == [
        1,
        0,
        1,
        1,
        2,
        0,
        0,
    ]


@pytest.mark.parametrize(
    ("works", "said"),
    [
        ({"birch": ("retracted", LIBRARY)}, "By the word of the library alone, 1 was retracted."),
        (
            {"amber": ("unchecked", LIBRARY), "birch": ("retracted", LIBRARY)},
            "Whether 1 work was retracted or corrected has not been checked yet. "
            "By the word of the library alone, 1 was retracted.",
        ),
        (
            {"amber": ("none", PUBMED), "birch": ("retracted", LIBRARY)},
            "The one work that was checked for retractions and corrections has no notice of retraction, correction or "
            "concern. By the word of the library alone, 1 was retracted.",
        ),
        ({"birch": ("retracted", PUBMED)}, "The work was retracted."),
    ],
)
def test_what_the_library_alone_says_was_not_checked(works: dict[str, tuple[str, Asked]], said: str) -> None:
    cites = [cited(line) for line in range(3, 3 + 2 * len(works), 2)]
    entries = [
        work(key, one, status=name, sources=(source,))
        for one, (key, (name, source)) in zip(cites, works.items(), strict=True)
    ]
    assert said in statement(cites, entries)[0]
    assert "checked for retractions and corrections was retracted" not in statement(cites, entries)[0]
