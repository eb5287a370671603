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

   Verified.

2. <a id="ref-amber"></a>Quimby A. On amber. J Invent Med. \
[PMID: 90000519](https://pubmed.ncbi.nlm.nih.gov/90000519/).

   Verified.

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
<p class="cluneal-detail">Verified.</p>
</li>
<li class="cluneal-reference" id="ref-amber" data-verdict="verified" data-status="none">
<p class="cluneal-citation">Quimby A. On amber. J Invent Med. \
<a href="https://pubmed.ncbi.nlm.nih.gov/90000519/">PMID: 90000519</a>.</p>
<p class="cluneal-detail">Verified.</p>
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


def test_what_is_wrong_with_a_work_stands_first_and_nothing_that_is_meant_for_the_author() -> None:
    assert (
        fragment(GRAVE)
        == """\
## References

2 references, in the order in which they are cited.

1. <a id="ref-birch"></a>**Retracted, 2020 May 4 (PubMed, Crossref).** Retraction in: J Invent. 2020 May 4;7(5):99. \
doi: 10.5555/invented.retraction. PMID: 99999902.

   Quimby A. On birch. J Invent Med. [PMID: 90000520](https://pubmed.ncbi.nlm.nih.gov/90000520/).

   The right work; the document gives some of its details otherwise.

2. <a id="ref-cedar"></a>Quimby A. On cedar. J Invent Med. [PMID: 90000511](https://pubmed.ncbi.nlm.nih.gov/90000511/).

   **Since published: doi: 10.5555/invented.9.**

   Verified.

*PubMed was asked on 2026-11-20.*
"""
    )


def test_in_html_what_is_wrong_has_places_of_its_own() -> None:
    lines = re.sub("</?a[^>]*>", "", fragment(GRAVE, ".html")).splitlines()
    assert [line for line in lines if re.search("cluneal-(status|published)|LIT|line 3", line)] == [
        '<p class="cluneal-status"><strong>Retracted, 2020 May 4 (PubMed, Crossref).</strong> '
        "Retraction in: J Invent. 2020 May 4;7(5):99. doi: 10.5555/invented.retraction. PMID: 99999902.</p>",
        '<p class="cluneal-published"><strong>Since published: doi: 10.5555/invented.9.</strong></p>',
    ]


def test_a_retracted_work_never_reads_as_approved() -> None:
    made_of = collection((FIRST,), (work("birch", FIRST, status=RETRACTED),))
    assert "\n   The citation is right; the work was retracted.\n" in fragment(made_of)


def test_citations_that_lead_to_no_work_stand_as_they_are_written() -> None:
    lost, dead = listed(20, 2, "Nobody N. *Nothing*. 1999."), cited(4, "PMID: 90000099", ids=Ids(pmid="90000099"))
    answered = {
        "id": "pmid:90000099",
        "source": "PubMed",
        "day": "2026-11-20",
        "answer": "PubMed answered on 2026-11-20 that it has no such record",
        "meant": "",
        "where": "PubMed",
    }
    made_of = collection(
        (dead, marker(6, 2), marker(7, 2, 8), lost),
        (),
        (
            Finding("LIT202", BLOCK, dead.place, "", dead.id, answered),
            Finding(
                "LIT401", BLOCK, lost.place, "", lost.id, {"where": "in the library or the records", "nearest": ""}
            ),
            Finding("LIT402", BLOCK, Place(line=7), "", "m[2, 8]", {"marker": "[2, 8]", "numbers": "8"}),
        ),
        c4="absent",
        c20="unresolved",
    )
    assert (
        fragment(made_of)
        == """\
## References

2 references. The numbers are those of the document's own list.

2. <a id="ref-c20"></a>Nobody N. Nothing. 1999.

   No such work was found for certain.

Cited without a number in the document's list:

- <a id="ref-c4"></a>PMID: 90000099

  No work was found for it: an identifier given with it does not exist.

*PubMed was asked on 2026-11-20.*
"""
    )


SATO = listed(26, 1, "Sato H. Anatomy. J Limb Anat. 2012. PMID: 90000104.")


def test_a_mismatch_is_printed_as_it_is_written_without_the_work_that_is_not_meant() -> None:
    sato = replace(SATO, ids=Ids(pmid="90000104"))
    made_of = collection((marker(8, 1), sato), (work("vega", marker(8, 1), sato, verdict="mismatch"),), c26="mismatch")
    assert (
        fragment(made_of)
        == """\
## References

1 reference. The numbers are those of the document's own list.

1. <a id="ref-c26"></a>Sato H. Anatomy. J Limb Anat. 2012. PMID: 90000104.

   Printed as the document has it: an identifier given with it belongs to another work.

*PubMed was asked on 2026-11-20.*
"""
    )
    page = fragment(made_of, ".html")
    assert ("<a" in page, "vega" in page, 'data-verdict="mismatch">' in page) == (False, False, True)


def test_a_work_that_is_cited_rightly_elsewhere_stands_for_itself_beside_its_mismatch() -> None:
    sato, vega = replace(SATO, ids=Ids(pmid="90000104")), listed(27, 2, "Vega L. Return to throwing. 2015.")
    made_of = collection((sato, vega), (work("vega", sato, vega, verdict="mismatch"),), c26="mismatch")
    assert [(one.number, one.name, one.verdict) for one in own(made_of).cited] == [
        (1, "c26", "mismatch"),
        (2, "vega", "verified"),
    ]


def test_a_reference_without_a_known_work_has_links_from_its_own_identifiers() -> None:
    lost = listed(26, 1, "Sato H. Anatomy. 2012.")
    lost = replace(lost, ids=Ids(pmid="90000104", doi="10.5555/a_b", pmcid="PMC9000001"))
    alone = cited(30, "PMID: 90000030", ids=Ids(pmid="90000030"))
    lines = fragment(collection((lost, alone), c26="unchecked", c30="unchecked")).splitlines()
    assert [line for line in lines if "ref-" in line] == [
        '1. <a id="ref-c26"></a>Sato H. Anatomy. 2012. '
        "[PMID: 90000104](https://pubmed.ncbi.nlm.nih.gov/90000104/) "
        "[doi: 10.5555/a\\_b](https://doi.org/10.5555/a_b) "
        "[PMCID: PMC9000001](https://pmc.ncbi.nlm.nih.gov/articles/PMC9000001/)",
        '- <a id="ref-c30"></a>[PMID: 90000030](https://pubmed.ncbi.nlm.nih.gov/90000030/)',
    ]


ISU, CCC = "https://pubmed.ncbi.nlm.nih.gov/29044701/", "https://doi.org/10.5555/ccc"


@pytest.mark.parametrize(
    ("raw", "ids", "printed"),
    [
        ("Isu A. J Foo. 2001;1:1. PMID: 29044701.", Ids(pmid="29044701"), f"J Foo. 2001;1:1. [PMID: 29044701]({ISU})."),
        ("Isu A. 2001;1:25.", Ids(pmid="25"), "2001;1:25. [PMID: 25](https://pubmed.ncbi.nlm.nih.gov/25/)"),
        ("Isu A. J Foo. 2001;1:1. doi", Ids(doi="10.5555/ccc"), f"J Foo. 2001;1:1. [doi: 10.5555/ccc]({CCC})"),
        (
            "Isu A. 2001. [DOI] [PubMed]",
            Ids(pmid="29044701", doi="10.5555/ccc"),
            f"2001. [PMID: 29044701]({ISU}) [doi: 10.5555/ccc]({CCC})",
        ),
        ("Isu A. <https://doi.org/10.5555/CCC>", Ids(doi="10.5555/ccc"), rf"[https\://doi.org/10.5555/CCC]({CCC})"),
        (f"Isu A. [On foo]({CCC})", Ids(doi="10.5555/ccc"), f"On foo [doi: 10.5555/ccc]({CCC})"),
        (f"Isu A. [10.5555/ccc]({CCC})", Ids(doi="10.5555/ccc"), f"[10.5555/ccc]({CCC})"),
        ("Isu A. 10.5555/cccd.", Ids(doi="10.5555/ccc"), f"10.5555/cccd. [doi: 10.5555/ccc]({CCC})"),
        ("Isu A. [Copy](https://x.example/a.pdf)", Ids(), r"Copy (https\://x.example/a.pdf)"),
    ],
)
def test_an_identifier_stands_once_and_the_words_of_links_without_their_marks(raw: str, ids: Ids, printed: str) -> None:
    text = fragment(collection((replace(listed(26, 1, raw), ids=ids),), c26="unchecked"))
    assert text.splitlines()[4].removeprefix('1. <a id="ref-c26"></a>Isu A. ') == printed


def test_marks_of_markdown_are_words_of_other_documents() -> None:
    plain = cited(3, "Isu A. [A](b) *c* PMID: 29044701", "references/documents/a.txt", form="reference")
    made_of = collection((replace(plain, ids=Ids(pmid="29044701")),), documents=(plain.document,), c3="unchecked")
    assert f'>Isu A. [A](b) *c* <a href="{ISU}">PMID: 29044701</a></p>' in fragment(made_of, ".html", "a.txt")


@pytest.mark.parametrize("verdict", ["absent", "mismatch"])
def test_an_identifier_that_is_wrong_is_no_link(verdict: str) -> None:
    lost = replace(listed(26, 1, "Sato H. Anatomy. 2012."), ids=Ids(doi="10.5555/a"))
    made_of = collection((lost,), c26=verdict)
    assert ("](" in fragment(made_of), "href" in fragment(made_of, ".html")) == (False, False)


ONE, TWO, FIVE = (listed(line, number, f"Quimby A. {number}") for line, number in ((30, 1), (31, 2), (32, 5)))
OWN_LIST = collection(
    (cited(4), marker(5, 5, 1), cited(9), ONE, TWO, FIVE),
    (work("amber", marker(5, 1), ONE, FIVE), work("birch", TWO, cited(9)), work("cedar", cited(4))),
)


def test_the_numbers_are_those_of_the_documents_own_list_and_what_it_lacks_stands_behind_it() -> None:
    assert (
        fragment(OWN_LIST)
        == """\
## References

4 references. The numbers are those of the document's own list.

1. <a id="ref-amber"></a>Quimby A. On amber. J Invent Med. [PMID: 90000519](https://pubmed.ncbi.nlm.nih.gov/90000519/).

   Verified.

2. <a id="ref-birch"></a>Quimby A. On birch. J Invent Med. [PMID: 90000520](https://pubmed.ncbi.nlm.nih.gov/90000520/).

   Verified.

5) Quimby A. On amber. J Invent Med. [PMID: 90000519](https://pubmed.ncbi.nlm.nih.gov/90000519/).

   The same as number 1. Verified.

Cited without a number in the document's list:

- <a id="ref-cedar"></a>Quimby A. On cedar. J Invent Med. [PMID: 90000511](https://pubmed.ncbi.nlm.nih.gov/90000511/).

  Verified.

*PubMed was asked on 2026-11-20.*
"""
    )


def test_html_and_markdown_show_the_numbers_of_the_list_with_its_gaps() -> None:
    page = fragment(OWN_LIST, ".html")
    assert re.findall(r"<[ou]l|<li.*?data-verdict", page) == [
        "<ol",
        '<li class="cluneal-reference" value="1" id="ref-amber" data-verdict',
        '<li class="cluneal-reference" value="2" id="ref-birch" data-verdict',
        '<li class="cluneal-reference" value="5" data-verdict',
        "<ul",
        '<li class="cluneal-reference" id="ref-cedar" data-verdict',
    ]
    markdown = MarkdownIt("commonmark").render(fragment(OWN_LIST))
    assert re.findall(r"<(?:ol|ul|li|pre).*?>", markdown) == [
        "<ol>",
        "<li>",
        "<li>",
        '<ol start="5">',
        "<li>",
        "<ul>",
        "<li>",
    ]


def test_what_stands_in_the_list_and_in_the_text_counts_once_with_the_gravest_verdict_of_both() -> None:
    made_of = replace(OWN_LIST, verdicts=(*OWN_LIST.verdicts, Verdict("c9", "inexact")))
    assert [(one.number, one.verdict, [at.place.line for at in one.citations]) for one in own(made_of).cited] == [
        (1, "verified", [5, 30]),
        (2, "inexact", [9, 31]),
        (5, "verified", [32]),
        (None, "verified", [4]),
    ]


def test_a_list_that_begins_later_begins_there() -> None:
    made_of = collection((listed(30, 7, "Quimby A. 7"), listed(31, 8, "Quimby A. 8")))
    assert re.findall(r"<(?:ol|li).*?>", MarkdownIt("commonmark").render(fragment(made_of))) == [
        '<ol start="7">',
        "<li>",
        "<li>",
    ]


@pytest.mark.parametrize(
    "citations",
    [
        (listed(30, 1, "Quimby A. One"), listed(40, 1, "Quimby A. Other")),
        (marker(3, 8), cited(30), cited(40)),
    ],
    ids=["two-lists", "markers-without-a-list"],
)
def test_no_number_stands_beside_numbers_of_the_document_that_it_could_contradict(
    citations: Sequence[Citation],
) -> None:
    text = fragment(collection(citations))
    assert text.splitlines()[2] == (
        "2 references, in the order in which they are cited. "
        "Not numbered here, since no single list explains the numbers in the document."
    )
    assert re.findall(r"^\S+ <a id.*?>", text, re.MULTILINE) == ['- <a id="ref-c30">', '- <a id="ref-c40">']


def test_the_verdict_is_that_of_this_document_alone() -> None:
    here, there = cited(3), cited(4, document=LEAFLET)
    made_of = collection(
        (here, there), (work("amber", here, there, verdict="mismatch"),), documents=(BLOCK, LEAFLET), c4="mismatch"
    )
    verdicts = {name: [one.verdict for one in found.cited] for name, found in references(made_of).items()}
    assert verdicts == {BLOCK: ["verified"], LEAFLET: ["mismatch"]}
    assert ("Quimby A. On amber" in fragment(made_of), "On amber" in fragment(made_of, document="leaflet.md")) == (
        True,
        False,
    )


def test_of_several_citations_in_one_document_the_gravest_verdict_counts() -> None:
    made_of = collection((FIRST, AGAIN), (work("amber", FIRST, AGAIN),), c9="inexact")
    assert [one.verdict for one in own(made_of).cited] == ["inexact"]


def test_where_the_days_differ_each_reference_has_its_own() -> None:
    earlier = (Asked("pubmed", "pmid:1", "2026-11-18"), Asked("crossref", "doi:1", "2026-11-20"))
    made_of = collection((FIRST, SECOND), (work("amber", FIRST, sources=earlier), work("birch", SECOND)))
    assert [line.strip() for line in fragment(made_of).splitlines() if "asked" in line] == [
        "Verified. Crossref was asked on 2026-11-20 and PubMed was asked on 2026-11-18.",
        "Verified. PubMed was asked on 2026-11-20.",
    ]


def test_what_no_service_has_answered_about_says_so() -> None:
    library = (Asked("library", "own.json#amber"),)
    unchecked = work("amber", FIRST, sources=library, verdict="unchecked", status=Status("unchecked"))
    text = fragment(collection((FIRST,), (unchecked,), c3="unchecked"))
    assert text.split("\n\n", 3)[3] == (
        "   Could not be checked yet.\n\n*No service has given a record of the work yet.*\n"
    )


def test_where_only_the_status_is_unchecked_that_is_said() -> None:
    made_of = collection((FIRST,), (work("amber", FIRST, status=Status("unchecked")),))
    assert "\n   Verified. Whether it was retracted could not be checked yet.\n" in fragment(made_of)


def test_one_citation_of_two_works_stands_once_as_it_is_written() -> None:
    both = cited(3, "PMID: 1, doi: 10.5555/2", ids=Ids(pmid="1", doi="10.5555/2"))
    found = own(collection((both,), (work("amber", both), work("birch", both)), c3="mismatch")).cited
    assert [(one.name, one.verdict, one.meant, [each.key for each in one.works]) for one in found] == [
        ("c3", "mismatch", None, ["amber", "birch"])
    ]


def test_a_list_of_more_than_nine_stays_one_list() -> None:
    citations = [cited(line) for line in range(1, 13)]
    made_of = collection(citations, [work(f"w{line:02}", one) for line, one in enumerate(citations)])
    page = MarkdownIt("commonmark").render(fragment(made_of))
    assert [page.count(tag) for tag in ("<ol>", "<ul>", "<li>", "<pre>")] == [1, 0, 12, 0]


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
    assert tags.attributes <= {"class", "id", "href", "value", "data-document", "data-verdict", "data-status"}
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
    assert set(re.findall(r"`(cluneal-[a-z]+)`", guide)) == used


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
