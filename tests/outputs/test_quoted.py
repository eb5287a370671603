"""Sentences that cite, as readers of the rendered document see them. All are invented."""

from __future__ import annotations

import io
import zipfile

import pytest
from msgspec.structs import replace

from cluneal_lit.model import Citation, Collection, Place
from cluneal_lit.outputs import docx
from cluneal_lit.outputs.quoted import once, seen, sentence
from cluneal_lit.outputs.rendering import rendered
from cluneal_lit.outputs.site import Site
from cluneal_lit.store import templates as stored
from tests.formats.invented import article
from tests.outputs.gallery import DOCUMENT, LONG, citation
from tests.outputs.test_rendered import TEMPLATES


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (
            "The **middle** nerves are _often_ blamed ([Isu 2018](https://example.org/29656623/)).",
            "The middle nerves are often blamed (Isu 2018).",
        ),
        ("As is known [@isu2018; -@kim_2020, p. 3] and as @{doi:10.5555/a(1)} says.[^3]",
         "As is known [isu2018; kim_2020, p. 3] and as doi:10.5555/a(1) says.³"),
        ("Of 10<sup>5</sup> cells in H~2~O^4^ some ~~were~~ are `code`.[^note]",
         "Of 10⁵ cells in H₂O⁴ some were are code."),
        (r"A \*star\* &amp; snake_case, 2 * 3 < 7 (mail a@b.example)",
         "A *star* & snake_case, 2 * 3 < 7 (mail a@b.example)"),
        ("nerves* are *blamed in [12] and ![a picture](x.png).", "nerves are blamed in [12] and a picture."),
        ("| see **PMID 99999901** | x |", "see PMID 99999901 | x"),
        ("### Results of <b>a</b> trial [3](#r3)", "Results of a trial 3"),
        ("<script>alert(1)</script> p <0.05", "alert(1) p <0.05"),
        (r"At $10^5$ of $\alpha$ and 10^5,6^ for $5 or $6, `a $b$ [c]{.d}`{.r} and $x$ cells",
         "At 10⁵ of α and 10^(5,6) for $5 or $6, a $b$ [c]{.d} and x cells"),
        ("[ ] An item ==marked== in [small capitals]{.smallcaps} {{< var x >}} [@a2018]",
         "An item marked in small capitals [a2018]"),
        ("See ![nerves *here* of [@chap; -@kim]](x.png) [@a2018]", "See nerves here of [chap; kim] [a2018]"),
    ],
)  # fmt: skip
def test_a_sentence_of_markdown_is_shown_without_its_marks(written: str, shown: str) -> None:
    assert seen("notes/a.md", written) == shown


def test_a_sentence_of_restructuredtext_is_shown_without_its_marks() -> None:
    written = "The *middle* nerves **are**, see `Isu <https://example.org/1/>`_, :pmid:`99999901` and ``x`` [Isu2018]_."
    assert seen("a.rst", written) == "The middle nerves are, see Isu, 99999901 and x [Isu2018]."


def test_roles_and_substitutions_of_restructuredtext_are_shown_by_their_words() -> None:
    written = r"At 10\ :sup:`5` of H\ :sub:`2`\ O, `so`:emphasis:, :math:`10^{-3}`, |it| and link_, ``*x* |y|``."
    assert seen("a.rst", written) == "At 10⁵ of H₂O, so, 10⁻³, it and link, *x* |y|."


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("The *nerve* is _caught_ at $10^5$ cells, snake_case, 2 * 3 @isu2018.",
         "The nerve is caught at 10⁵ cells, snake_case, 2 * 3 isu2018."),
        ('#emph[Yes #strong[no]] 10#super[5] #cite(<isu2018>, form: "prose") `#x *y*` #bibliography("refs.bib")',
         "Yes no 10⁵ isu2018 #x *y*"),
        ('= Heads -- and#footnote[a note] #link("https://e.example")[a link] \\#1 #text(fill: red)[red] #pagebreak()',
         "Heads – anda note a link #1 red"),
    ],
)  # fmt: skip
def test_a_sentence_of_typst_is_shown_without_its_marks_and_calls(written: str, shown: str) -> None:
    assert seen("a.typ", written) == shown


@pytest.mark.parametrize("document", ["a.docx", "a.txt", "a.pdf", "a"])
def test_a_sentence_of_another_format_is_shown_as_it_is(document: str) -> None:
    assert seen(document, "A *star* and [@key].") == "A *star* and [@key]."


def test_a_very_long_sentence_is_cut_at_a_word() -> None:
    citation = Citation("c", "a.md", Place(), 0, 1, "raw", "pmid", sentence="word " * 500)
    assert sentence(citation) == "word " * 80 + "…"


def test_without_a_sentence_the_citation_itself_is_shown() -> None:
    assert sentence(Citation("c", "a.md", Place(), 0, 1, "PMID:\n 1", "pmid")) == "PMID: 1"


def test_a_sentence_that_cites_a_work_twice_stands_once() -> None:
    said = "It was *blamed* [@retr] (PMID 99999902)."
    twice = [citation(1, "key", sentence=said), replace(citation(1, "pmid", sentence=said), start=520)]
    again = replace(twice[0], start=9000)  # the document says it in two places
    other = citation(1, "key", sentence="Another.")
    bare = [replace(citation(1, sentence=""), start=start) for start in (0, 4)]
    elsewhere = citation(1, "key", LONG, sentence=said)
    assert once([*twice, again, other, *bare, elsewhere]) == (twice[0], again, other, *bare, elsewhere)


def test_every_output_that_quotes_or_places_citations_has_a_sentence_once() -> None:
    said = "Twice here in one invented sentence."
    first = citation(1, "key", sentence=said)
    entry = article("twice2019", cited_in=(first, replace(first, id="c2", form="pmid", start=520, place=Place(1, 25))))
    lost = replace(first, id="c9", document=LONG), replace(first, id="c9", document=LONG, start=520)
    collection = Collection("Two", (entry,), (*entry.cited_in, *lost), (), (), (), (DOCUMENT, LONG))
    texts = rendered(collection, stored.read([TEMPLATES]), site=Site(collection.documents)).texts
    counts = [texts[name].count(said) for name in ("site/index.html", "annotated-bibliography.md")]
    word = zipfile.ZipFile(io.BytesIO(docx.bibliography("Two", (entry,)))).read("word/document.xml").decode()
    assert (counts, word.count(DOCUMENT)) == ([2, 2], 1)
