"""What has to be known first, and what leads to no known work. All of it is invented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markupsafe import Markup
from msgspec.structs import replace

from cluneal_lit.model import Asked, Citation, Collection, Fields, Finding, Ids, Relation, Status, Verdict
from cluneal_lit.outputs import attention, rendering, variables
from cluneal_lit.outputs.site import Site
from cluneal_lit.store import templates as stored
from tests.formats.invented import CLEAN, RETRACTED, article
from tests.outputs import gallery

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def bibliography(collection: Collection, suffix: str) -> str:
    """The annotated bibliography, as `html` or `md`; all documents are public."""
    made = rendering.rendered(collection, stored.read([TEMPLATES]), site=Site(public=collection.documents))
    return made.texts["site/index.html" if suffix == "html" else "annotated-bibliography.md"]


def told(collection: Collection) -> list[tuple[str, list[str], list[str]]]:
    """The matters of a collection: the word, the keys of works, and what is written in citations."""
    matters = variables.variables(collection)["matters"]
    assert isinstance(matters, tuple)
    return [
        (matter.heading, [entry.key for entry in matter.works], [one.written.raw for one in matter.astray])
        for matter in matters
    ]


def test_what_is_grave_comes_first_and_what_is_clean_or_unchecked_is_left_out() -> None:
    preprint = article("e", relations=(Relation("preprint", "of", Ids(doi="10.5555/p"), source="crossref"),))
    entries = (
        article("a", verdict="inexact"),
        article("b", status=RETRACTED, verdict="mismatch"),
        article("c"),
        article("d", status=Status("unchecked"), verdict="unchecked"),
        preprint,
    )
    assert told(Collection("x", entries, (), (), (), (), ())) == [
        ("Retracted", ["b"], []),
        ("Mismatch", ["b"], []),
        ("Preprint since published", ["e"], []),
        ("Inexact", ["a"], []),
    ]


def test_nothing_needs_attention_where_all_is_clean_or_unchecked() -> None:
    entries = (article("a"), article("b", status=Status("unchecked"), verdict="unchecked"))
    unknown = gallery.citation(1, "pmid")
    assert told(Collection("x", entries, (unknown,), (Verdict("c1", "unchecked"),), (), (), ())) == []


def test_a_work_stands_under_each_verdict_of_its_citations() -> None:
    cited = (gallery.citation(1, "pmid"), gallery.citation(2, "pmid"))
    entry = article("a", verdict="mismatch", cited_in=cited)
    verdicts = (Verdict("c1", "mismatch"), Verdict("c2", "inexact"))
    assert told(Collection("x", (entry,), cited, verdicts, (), (), ())) == [
        ("Mismatch", ["a"], []),
        ("Inexact", ["a"], []),
    ]


def test_what_leads_nowhere_has_its_markers_its_verdict_and_what_is_wrong() -> None:
    found = attention.astray(gallery.GALLERY)
    assert [([one.place.line for one in own.citations], own.number, own.verdict) for own in found] == [
        ([24, 60], 1, "absent"),
        ([None], 1, "unchecked"),
        ([62], 1, "unchecked"),
    ]
    assert [[finding.code for finding in own.findings] for own in found] == [["LIT202"], [], ["LIT405"]]


def test_what_is_written_alike_twice_in_a_document_stands_once_and_counts_twice() -> None:
    twice = tuple(Citation("c1", "a.md", gallery.DEAD.place, at, at + 5, "10.5555/dead", "doi") for at in (10, 90))
    other = Citation("c2", "b.md", gallery.DEAD.place, 10, 15, "10.5555/dead", "doi")
    found = attention.astray(Collection("x", (), (*twice, other), (), (), (), ("a.md", "b.md")))
    assert [(own.document, own.number) for own in found] == [("a.md", 2), ("b.md", 1)]


def test_a_citation_that_leads_to_a_work_is_not_astray() -> None:
    cited = gallery.citation(1, "pmid")
    assert attention.astray(Collection("x", (article(cited_in=(cited,)),), (cited,), (), (), (), ())) == ()


def test_an_unchecked_citation_needs_attention_only_for_an_error_or_a_warning() -> None:
    unknown = gallery.citation(1, "key")
    note = Finding("LIT206", citation="c1", values={"id": "nct:NCT00000001", "where": "trial registers"})
    warning = Finding("LIT405", citation="c1", values={"cited": "x"})
    collections = [Collection("x", (), (unknown,), (), found, (), ()) for found in ((note,), (note, warning))]
    assert [told(one) for one in collections] == [[], [("Leads to no known work", [], ["[3]"])]]


def test_a_figure_leads_to_the_one_work_or_to_the_list_of_several() -> None:
    entries = (article("a", verdict="inexact"), article("b", verdict="inexact"), article("c", status=RETRACTED))
    matters = attention.matters(entries, {}, ())
    assert attention.leads(matters) == {"retracted": "c", "inexact": "_needs-inexact"}


def test_a_figure_of_citations_that_lead_nowhere_leads_to_the_one() -> None:
    matters = attention.matters((), {}, attention.astray(gallery.GALLERY)[:1])
    assert attention.leads(matters) == {"absent": "_c60"}


@pytest.mark.parametrize(
    ("status", "days", "quiet"),
    [
        (CLEAN, ("2026-11-20", "2026-11-20"), "No notice of retraction or correction, asked 2026-11-20"),
        (
            CLEAN,
            ("2026-11-18", "2026-11-20"),
            "No notice of retraction or correction, asked from 2026-11-18 to 2026-11-20",
        ),
        (Status("unchecked"), ("2026-11-18", ""), "Not checked for retractions yet"),
        (RETRACTED, ("2026-11-18", "2026-11-20"), ""),
    ],
)
def test_a_status_without_trouble_is_one_quiet_line(status: Status, days: tuple[str, str], quiet: str) -> None:
    sources = tuple(Asked(name, "x", day) for name, day in zip(("pubmed", "crossref"), days, strict=True))
    assert attention.quiet(article(status=status, sources=sources)) == quiet


def test_a_citation_is_named_by_its_title_or_by_what_is_written_shortened() -> None:
    untitled = Citation("c", "a.md", gallery.DEAD.place, 0, 1, f"doi:\n{'word ' * 30}", "doi")
    assert (attention.named(gallery.DEAD), attention.named(untitled)) == (
        "An invented paper with an invented DOI",
        f"doi: {'word ' * 23}…",
    )


@pytest.mark.parametrize(
    ("status", "verdict", "whence"),
    [
        (CLEAN, "verified", "sure: Provenance Verified. From PubMed"),
        (RETRACTED, "verified", ": Provenance The citation is right; the work was retracted"),
        (Status("superseded"), "verified", ": Provenance The citation is right; the work was superseded"),
        (Status("corrected"), "verified", ": Provenance Verified: the services"),
        (RETRACTED, "unchecked", "open: Provenance Unchecked"),
        (CLEAN, "mismatch", ": Provenance From PubMed, asked"),
    ],
)
def test_only_a_verified_work_without_a_notice_is_ticked(status: Status, verdict: str, whence: str) -> None:
    entry = article(status=status, verdict=verdict)
    page = bibliography(Collection("x", (entry,), (), (), (), (), ()), "html")
    mark, told = re.findall(r'class="whence ?(\w*)">(.*?)</details>', page, re.DOTALL)[0]
    said = f"{mark}: {re.sub(r'<[^>]*>', ' ', told)}"
    assert " ".join(said.split()).startswith(whence)


def test_the_markdown_says_a_doubt_before_the_citation_and_only_there() -> None:
    verdicts = ("verified", "unchecked", "inexact", "mismatch")
    entries = tuple(article(verdict, verdict=verdict) for verdict in verdicts)
    text = bibliography(Collection("x", entries, (), (), (), (), ()), "md")
    parts = [text.split(f'<a id="{verdict}"></a>')[1].split("###")[0] for verdict in verdicts]
    assert [part.split("\n\n")[2].split(":")[0] for part in parts] == [
        "Muster AM, Example J Jr. Invented nerves in a sample of MRI volunteers from Japan",
        "Muster AM, Example J Jr. Invented nerves in a sample of MRI volunteers from Japan",
        "> **Inexact",
        "> **Mismatch",
    ]
    assert [part.count(f"{verdict.capitalize()}: ") for verdict, part in zip(verdicts, parts, strict=True)] == [1] * 4


SATO = Citation(
    "c26",
    gallery.DOCUMENT,
    gallery.DEAD.place,
    0,
    9,
    "Sato H. Of <elbows>. PMID: 99999901",
    "reference",
    fields=Fields(title="Of <elbows>"),
    number=1,
)
MISMATCHED = Collection(
    "x",
    (article("vega2015", verdict="mismatch", cited_in=(gallery.citation(8), SATO, gallery.citation(9, "pmid"))),),
    (SATO,),
    (Verdict("c26", "mismatch"), Verdict("c9", "verified")),
    (),
    (),
    (gallery.DOCUMENT,),
)


def test_a_mismatch_is_told_of_the_citation_not_of_the_work_whose_identifier_it_bears() -> None:
    assert '<dd><a href="#vega2015"><bdi>Of &lt;elbows&gt;</bdi></a>, with the identifier of another work</dd>' in (
        bibliography(MISMATCHED, "html")
    )
    assert "- **Mismatch:** [Of \\<elbows\\>](#vega2015), with the identifier of another work\n" in (
        bibliography(MISMATCHED, "md")
    )


def test_a_mismatched_citation_without_a_title_is_told_as_it_is_written_and_once() -> None:
    bare = replace(SATO, fields=Fields())
    again = replace(bare, start=90, end=99)
    entry = article("vega2015", verdict="mismatch", cited_in=(bare, again))
    (matter,) = attention.matters((entry,), {"c26": "mismatch"}, ())
    line = attention.Line("Sato H. Of <elbows>. PMID: 99999901", Markup("vega2015"), attention.BORNE)
    assert matter.lines == (line,)


def test_a_mismatch_of_which_no_citation_is_known_is_told_of_the_work() -> None:
    (matter,) = attention.matters((article("a", verdict="mismatch"),), {}, ())
    assert matter.lines == (attention.Line(article().fields.title, Markup("a")),)
