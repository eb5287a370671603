"""Each document's own references. The collection is invented."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some
from markdown_it import MarkdownIt
from msgspec.structs import replace

from cluneal_lit.model import (
    Asked,
    Citation,
    Collection,
    Date,
    Entry,
    Fields,
    Finding,
    Ids,
    Name,
    Place,
    Relation,
    Status,
    Verdict,
)
from cluneal_lit.outputs import rendering
from cluneal_lit.outputs.references import References, references
from cluneal_lit.store import templates as stored
from tests import made
from tests.formats.invented import CLEAN, NASTY, RETRACTED

TEMPLATES = stored.read([Path(__file__).resolve().parents[2] / "templates"])
BLOCK, LEAFLET = "references/documents/block.md", "references/documents/leaflet.md"


def work(key: str, *cited_in: Citation, **changed: object) -> Entry:
    """An invented article, by default verified and without a notice."""
    number = sum(map(ord, key))
    said: dict[str, object] = {
        "key": key,
        "ids": Ids(pmid=f"9{number:07}"),
        "fields": Fields(title=f"On {key}", author=(Name("Quimby", "A"),), container_title_short="J Invent Med"),
        "status": CLEAN,
        "verdict": "verified",
        "sources": (Asked("pubmed", f"pmid:9{number:07}", "2026-11-20"),),
        "cited_in": cited_in,
    }
    return Entry(**(said | changed))  # type: ignore[arg-type]


def cited(line: int, raw: str = "", document: str = BLOCK, **others: object) -> Citation:
    """A citation that names an invented work by its PMID, unless it is said otherwise."""
    return made.citation(
        raw or f"PMID: 9{line:07}", form=str(others.pop("form", "pmid")), line=line, **others, document=document
    )


def marker(line: int, *numbers: int, document: str = BLOCK) -> Citation:
    raw = f"[{', '.join(map(str, numbers))}]"
    return cited(line, raw, document, form="marker", numbers=numbers, cited_as=raw, id=f"m{raw}")


def listed(line: int, number: int, raw: str) -> Citation:
    return cited(line, raw, form="reference", in_list=True, number=number)


def collection(
    citations: Sequence[Citation],
    entries: Sequence[Entry] = (),
    findings: Sequence[Finding] = (),
    documents: Sequence[str] = (BLOCK,),
    **verdicts: str,
) -> Collection:
    """A collection; a citation is verified if no verdict is given for its id."""
    judged = tuple(Verdict(one.id, verdicts.get(one.id, "verified")) for one in citations if one.form != "marker")
    return Collection(
        "Invented nerves", tuple(entries), tuple(citations), judged, tuple(findings), (), tuple(documents)
    )


def fragment(made_of: Collection, suffix: str = ".md", document: str = "block.md") -> str:
    texts = rendering.rendered(made_of, {name: one for name, one in TEMPLATES.items() if name.startswith("documents/")})
    assert texts.broken == {}
    return texts.texts[f"documents/{document}{suffix}"]


def own(made_of: Collection) -> References:
    return references(made_of)[BLOCK]


FIRST, AGAIN, SECOND = cited(3), cited(9), cited(5)
VERIFIED = collection((FIRST, SECOND, AGAIN), (work("amber", SECOND), work("birch", FIRST, AGAIN)))


def test_references_stand_once_in_citing_order_with_the_day_on_which_all_were_asked() -> None:
    assert (
        fragment(VERIFIED)
        == """\
## References

2 references, in the order in which they are cited.

1. <a id="ref-birch"></a>Quimby A. On birch. J Invent Med. \
[PMID: 90000520](https://pubmed.ncbi.nlm.nih.gov/90000520/).

   Cited in line 3, line 9. Verified: the services confirm what is cited.

2. <a id="ref-amber"></a>Quimby A. On amber. J Invent Med. \
[PMID: 90000519](https://pubmed.ncbi.nlm.nih.gov/90000519/).

   Cited in line 5. Verified: the services confirm what is cited.

*PubMed was asked on 2026-11-20.*
"""
    )


def test_the_html_says_the_same_in_a_section_without_a_style_of_its_own() -> None:
    assert (
        fragment(VERIFIED, ".html")
        == """\
<section class="cluneal-references" data-document="references/documents/block.md">
<h2 class="cluneal-heading">References</h2>
<p class="cluneal-scope">2 references, in the order in which they are cited.</p>
<ol class="cluneal-list">
<li class="cluneal-reference" id="ref-birch" data-verdict="verified" data-status="none">
<p class="cluneal-citation">Quimby A. On birch. J Invent Med. \
<a href="https://pubmed.ncbi.nlm.nih.gov/90000520/">PMID: 90000520</a>.</p>
<p class="cluneal-detail">Cited in line 3, line 9. Verified: the services confirm what is cited.</p>
</li>
<li class="cluneal-reference" id="ref-amber" data-verdict="verified" data-status="none">
<p class="cluneal-citation">Quimby A. On amber. J Invent Med. \
<a href="https://pubmed.ncbi.nlm.nih.gov/90000519/">PMID: 90000519</a>.</p>
<p class="cluneal-detail">Cited in line 5. Verified: the services confirm what is cited.</p>
</li>
</ol>
<p class="cluneal-evidence">PubMed was asked on 2026-11-20.</p>
</section>
"""
    )


def test_a_document_without_citations_says_so() -> None:
    empty = collection(())
    assert (fragment(empty), fragment(empty, ".html")) == (
        "## References\n\nNo reference was found in this document.\n",
        '<section class="cluneal-references" data-document="references/documents/block.md">\n'
        '<h2 class="cluneal-heading">References</h2>\n'
        '<p class="cluneal-scope">No reference was found in this document.</p>\n</section>\n',
    )


PREPRINT = (Relation("preprint", "of", Ids(doi="10.5555/invented.9"), source="crossref"),)
GRAVE = collection(
    (FIRST, SECOND),
    (work("birch", FIRST, status=RETRACTED), work("cedar", SECOND, relations=PREPRINT)),
    (
        Finding(
            "LIT501",
            BLOCK,
            FIRST.place,
            "birch",
            FIRST.id,
            {"key": "birch", "status": "retracted", "date": "", "notice": "x"},
        ),
        Finding(
            "LIT404",
            BLOCK,
            FIRST.place,
            "birch",
            FIRST.id,
            {"field": "year", "cited": "2001", "source": "PubMed", "found": "2010"},
        ),
    ),
    c3="inexact",
)


def test_what_is_wrong_with_a_work_stands_first_and_what_is_wrong_with_a_reference_behind_it() -> None:
    assert (
        fragment(GRAVE)
        == """\
## References

2 references, in the order in which they are cited.

1. <a id="ref-birch"></a>**Retracted, 2020 May 4 (PubMed, Crossref).** Retraction in: J Invent. 2020 May 4;7(5):99. \
doi: 10.5555/invented.retraction. PMID: 99999902.

   Quimby A. On birch. J Invent Med. Retraction in: J Invent. 2020 May 4;7(5):99. doi: 10.5555/invented.retraction. \
[PMID: 90000520](https://pubmed.ncbi.nlm.nih.gov/90000520/).

   Cited in line 3. Inexact: the right work, but details of a citation are wrong.

   - **LIT404** warning, line 3: year: the document has 2001, PubMed has 2010

2. <a id="ref-cedar"></a>Quimby A. On cedar. J Invent Med. Update in: doi: 10.5555/invented.9. \
[PMID: 90000511](https://pubmed.ncbi.nlm.nih.gov/90000511/).

   **Since published: doi: 10.5555/invented.9.**

   Cited in line 5. Verified: the services confirm what is cited.

*PubMed was asked on 2026-11-20.*
"""
    )


def test_in_html_what_is_wrong_has_places_of_its_own() -> None:
    lines = re.sub("</?a[^>]*>", "", fragment(GRAVE, ".html")).splitlines()
    assert [line for line in lines if re.search("cluneal-(status|published|troubles|warning)", line)] == [
        '<p class="cluneal-status"><strong>Retracted, 2020 May 4 (PubMed, Crossref).</strong> '
        "Retraction in: J Invent. 2020 May 4;7(5):99. doi: 10.5555/invented.retraction. PMID: 99999902.</p>",
        '<ul class="cluneal-troubles">',
        '<li class="cluneal-warning"><strong>LIT404</strong> warning, line 3: year: the document has 2001, '
        "PubMed has 2010</li>",
        '<p class="cluneal-published"><strong>Since published: doi: 10.5555/invented.9.</strong></p>',
    ]


def test_citations_that_lead_to_no_work_stand_as_they_are_written() -> None:
    lost, dead = listed(20, 2, "2. Nobody N. *Nothing*. 1999."), cited(4, "PMID: 90000099")
    answered = {"id": "pmid:90000099", "source": "PubMed", "day": "2026-11-20", "where": "PubMed"}
    made_of = collection(
        (dead, marker(6, 2), marker(7, 2, 8), lost),
        (),
        (
            Finding("LIT202", BLOCK, dead.place, "", dead.id, answered),
            Finding("LIT401", BLOCK, lost.place, "", lost.id, {"nearest": ""}),
            Finding("LIT402", BLOCK, Place(line=7), "", "m[2, 8]", {"marker": "[2, 8]", "numbers": "8"}),
        ),
        c4="absent",
        c20="unchecked",
    )
    assert (
        fragment(made_of)
        == """\
## References

2 references, in the order in which they are cited. None of them leads to a known work. \
The document has a numbered list of its own, with other numbers; they stand below as “no. …”.

1. <a id="ref-c4"></a>`PMID: 90000099`

   Cited in line 4. Absent: it leads to no known work.

   - **LIT202** error, line 4: pmid:90000099 does not exist: PubMed answered on 2026-11-20 that it has no such record

2. <a id="ref-c20"></a>2\\. Nobody N. \\*Nothing\\*. 1999.

   No. 2. Cited in line 6 as \\[2\\]; line 7 as \\[2, 8\\]; line 20. Unchecked: it leads to no known work.

   - **LIT401** warning, line 20: no work in the library or the records matches this reference

Markers that no reference answers:

- line 7: \\[2, 8\\] points at reference 8, but no numbered list in this document answers it
"""
    )


def test_markers_cite_what_their_numbers_stand_for_in_their_order() -> None:
    one, two, three = listed(30, 1, "Quimby A. One"), listed(31, 2, "Quimby A. Two"), listed(32, 3, "Quimby A. Three")
    at_once = marker(5, 3, 1)
    made_of = collection(
        (at_once, marker(8, 1), one, two, three),
        (work("amber", at_once, marker(8, 1), one), work("birch", two), work("cedar", at_once, three)),
    )
    assert [
        (each.name, each.numbers, [place.place.line for place in each.citations]) for each in own(made_of).cited
    ] == [
        ("cedar", (3,), [5, 32]),
        ("amber", (1,), [5, 8, 30]),
        ("birch", (2,), [31]),
    ]
    details = [line.strip() for line in fragment(made_of).splitlines() if "Cited in" in line]
    assert details[0] == (
        "No. 3. Cited in line 5 as \\[3, 1\\]; line 32. Verified: the services confirm what is cited."
    )


def test_a_list_with_the_same_numbers_is_told_once() -> None:
    one, two = listed(30, 1, "Quimby A. One"), listed(31, 2, "Quimby A. Two")
    made_of = collection((marker(5, 1), one, two), (work("amber", marker(5, 1), one), work("birch", two)))
    text = fragment(made_of)
    assert "The numbers are those of the document's own list.\n" in text
    assert [line.strip() for line in text.splitlines() if "Cited in" in line] == [
        "Cited in line 5 as \\[1\\], line 30. Verified: the services confirm what is cited.",
        "Cited in line 31. Verified: the services confirm what is cited.",
    ]


def test_the_verdict_is_that_of_this_document_alone() -> None:
    here, there = cited(3), cited(4, document=LEAFLET)
    made_of = collection(
        (here, there), (work("amber", here, there, verdict="mismatch"),), documents=(BLOCK, LEAFLET), c4="mismatch"
    )
    verdicts = {name: [one.verdict for one in found.cited] for name, found in references(made_of).items()}
    assert verdicts == {BLOCK: ["verified"], LEAFLET: ["mismatch"]}
    assert "Cited in line 3. Verified" in fragment(made_of)
    assert "Cited in line 4. Mismatch" in fragment(made_of, document="leaflet.md")


def test_of_several_citations_in_one_document_the_gravest_verdict_counts() -> None:
    made_of = collection((FIRST, AGAIN), (work("amber", FIRST, AGAIN),), c9="inexact")
    assert [one.verdict for one in own(made_of).cited] == ["inexact"]


def test_where_the_days_differ_each_reference_has_its_own() -> None:
    earlier = (Asked("pubmed", "pmid:1", "2026-11-18"), Asked("crossref", "doi:1", "2026-11-20"))
    made_of = collection((FIRST, SECOND), (work("amber", FIRST, sources=earlier), work("birch", SECOND)))
    assert [line.strip() for line in fragment(made_of).splitlines() if "asked" in line] == [
        "Cited in line 3. Verified: the services confirm what is cited. "
        "Crossref was asked on 2026-11-20 and PubMed was asked on 2026-11-18.",
        "Cited in line 5. Verified: the services confirm what is cited. PubMed was asked on 2026-11-20.",
    ]


def test_what_no_service_has_answered_about_says_so() -> None:
    library = (Asked("library", "own.json#amber"),)
    unchecked = work("amber", FIRST, sources=library, verdict="unchecked", status=Status("unchecked"))
    text = fragment(collection((FIRST,), (unchecked,), c3="unchecked"))
    assert text.split("\n\n", 3)[3] == (
        "   Cited in line 3. Unchecked: PubMed has not given a record of it yet. Editorial status not checked.\n\n"
        "*No service has given a record of 1 work yet.*\n"
    )


def test_what_is_wrong_with_the_work_itself_is_told_wherever_it_is_cited() -> None:
    here, there = cited(3, document=LEAFLET), cited(4)
    gone = Finding(
        "LIT302", LEAFLET, here.place, "amber", values={"source": "PubMed", "id": "pmid:1", "day": "2026-11-20"}
    )
    elsewhere = Finding("LIT602", "references/lists/x.md", Place(line=1), "amber", values={"cited": "amber"})
    made_of = collection((here, there), (work("amber", here, there),), (gone, elsewhere), (BLOCK, LEAFLET))
    assert [line.strip() for line in fragment(made_of).splitlines() if "LIT" in line] == [
        "- **LIT302** error: PubMed no longer has pmid:1 (asked 2026-11-20); what it said before is kept"
    ]


def test_one_citation_of_two_works_stands_under_both() -> None:
    both = cited(3)
    apart = Finding("LIT203", BLOCK, both.place, "", both.id, {"ids": "pmid:1 and doi:2", "titles": "A | B"})
    found = own(collection((both,), (work("amber", both), work("birch", both)), (apart,), c3="mismatch")).cited
    assert [(one.name, one.verdict, [each.finding.code for each in one.troubles]) for one in found] == [
        ("amber", "mismatch", ["LIT203"]),
        ("birch", "mismatch", ["LIT203"]),
    ]


def test_the_same_wrong_twice_is_one_line_with_both_places() -> None:
    twice = [cited(line, "Quimby 2001", id="same") for line in (3, 9)]
    said = {"field": "year", "cited": "2001", "source": "PubMed", "found": "2010"}
    findings = [Finding("LIT404", BLOCK, one.place, "amber", "same", said) for one in twice]
    text = fragment(collection(twice, (work("amber", *twice),), findings, same="inexact"))
    assert [line.strip() for line in text.splitlines() if "LIT" in line] == [
        "- **LIT404** warning, line 3, line 9: year: the document has 2001, PubMed has 2010"
    ]


def test_a_list_of_more_than_nine_stays_one_list() -> None:
    citations = [cited(line) for line in range(1, 13)]
    wrong = [Finding("LIT408", BLOCK, one.place, "", one.id, {"field": "journal", "found": "X"}) for one in citations]
    made_of = collection(citations, [work(f"w{line:02}", one) for line, one in enumerate(citations)], wrong)
    page = MarkdownIt("commonmark").render(fragment(made_of))
    assert [page.count(tag) for tag in ("<ol>", "<ul>", "<li>", "<pre>")] == [1, 12, 24, 0]


class Tags(HTMLParser):
    """The tags of a page, each closed where it has to be."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.seen.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value or "" for name, value in attrs if name == "id"]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("text", [*NASTY, "</section><!-- --><?php ?>{{ x }}{% raw %}", "\" onclick=\"x' id='y"])
def test_hostile_text_leaves_the_including_page_whole(text: str) -> None:
    known, lost = cited(3, text), cited(5, text, form="reference", id="lost")
    entry = work(
        "amber",
        known,
        fields=Fields(title=text, author=(Name(literal=text),), container_title=text, issued=Date(literal=text)),
        status=Status("corrected", text=text, sources=(text,)),
    )
    wrong = [
        Finding(
            "LIT404",
            text,
            known.place,
            "amber",
            known.id,
            {"field": text, "cited": text, "source": text, "found": text},
        ),
        Finding("LIT402", text, Place(cell=text), "", "m", {"marker": text, "numbers": text}),
    ]
    lone = cited(9, text, form="marker", id="m", numbers=(9,))
    citations = [replace(one, document=text) for one in (known, lost, lone)]
    entry = replace(entry, cited_in=(citations[0],))
    made_of = collection(citations, (entry,), wrong, (text,), lost="unresolved")
    texts = rendering.rendered(made_of, {name: one for name, one in TEMPLATES.items() if name.startswith("documents/")})
    html, markdown = (texts.texts[name] for name in sorted(texts.texts, key=lambda name: name.endswith(".md")))
    tags = Tags(html)
    assert (tags.open, tags.seen - set("section h2 p ol li ul strong a code".split())) == ([], set())
    assert tags.attributes <= {"class", "id", "href", "data-document", "data-verdict", "data-status"}
    assert (tags.ids, html.count("{"), html.count("<!--")) == (["ref-amber", "ref-lost"], 0, 0)
    page = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown)
    assert [tag for tag in ("<script", "<img", 'href="javascript', "<h1", "<h3", "<pre>", "<?php") if tag in page] == []


def test_every_document_has_outputs_of_its_own_wherever_it_stands() -> None:
    documents = ("pages/block.md", "references/documents/block", "references/documents/block.md")
    documents += ("references/documents/pages/block.md", "references/documents/pages/leaflet.md")
    names = rendering.rendered(
        collection((), documents=documents), {name: one for name, one in TEMPLATES.items() if name.endswith("].md.j2")}
    ).texts
    assert sorted(name for name in names if name.startswith("documents/")) == [
        "documents/block.md",
        "documents/block.md.md",
        "documents/pages/block.md.md",
        "documents/pages/leaflet.md.md",
        "documents/references/documents/pages/block.md.md",
    ]


def test_every_class_is_described_in_the_guide() -> None:
    guide = (Path(__file__).resolve().parents[2] / "docs" / "including.md").read_text(encoding="utf-8")
    used = set(re.findall(r"cluneal-[a-z]+", TEMPLATES["documents/[document].html.j2"].text))
    levels = {"cluneal-error", "cluneal-warning", "cluneal-note"}
    assert set(re.findall(r"`(cluneal-[a-z]+)`", guide)) == used | levels


@given(
    some.lists(
        some.tuples(
            some.sampled_from(("", "amber", "birch", "amber birch")),
            some.booleans(),
            some.integers(1, 4),
            some.lists(some.integers(1, 6), max_size=3),
        ),
        max_size=9,
    )
)
def test_no_citation_vanishes(drawn: list[tuple[str, bool, int, list[int]]]) -> None:
    citations, means = [], {}
    for line, (works, in_list, number, numbers) in enumerate(drawn, 1):
        one = marker(line, *numbers) if numbers else cited(line, in_list=in_list, number=number if in_list else None)
        citations.append(one)
        means[line] = () if numbers else tuple(works.split())
    entries = [
        work(key, *(one for one in citations if one.place.line and key in means[one.place.line]))
        for key in ("amber", "birch")
    ]
    made_of = collection(citations, entries)
    standing = [one for reference in own(made_of).cited for one in reference.citations]
    assert [one for one in citations if one.form != "marker" and one not in standing] == []
    listed_numbers = {one.number for one in citations if one.in_list}
    answered = [one for one in citations if one.form == "marker" and listed_numbers & set(one.numbers)]
    assert [one for one in answered if one not in standing] == []
    assert fragment(made_of).startswith("## References\n")
