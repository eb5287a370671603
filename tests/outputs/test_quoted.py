"""Sentences that cite, as readers of the rendered document see them. All are invented."""

from __future__ import annotations

from time import process_time

import pytest

from cluneal_lit.outputs.quoted import seen


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
    ],
)  # fmt: skip
def test_a_sentence_of_markdown_is_shown_without_its_marks(written: str, shown: str) -> None:
    assert seen("notes/a.md", written) == shown


def test_a_sentence_of_restructuredtext_is_shown_without_its_marks() -> None:
    written = "The *middle* nerves **are**, see `Isu <https://example.org/1/>`_, :pmid:`99999901` and ``x`` [Isu2018]_."
    assert seen("a.rst", written) == "The middle nerves are, see Isu, 99999901 and x [Isu2018]."


@pytest.mark.parametrize("document", ["a.docx", "a.txt", "a.pdf", "a"])
def test_a_sentence_of_another_format_is_shown_as_it_is(document: str) -> None:
    assert seen(document, "A *star* and [@key].") == "A *star* and [@key]."


@pytest.mark.parametrize("document", ["a.md", "a.rst"])
@pytest.mark.parametrize(("begin", "hostile"), [("x|", " "), ("", ":"), ("`a", " "), ("`", "<")])
def test_the_time_to_show_a_sentence_grows_with_its_length(document: str, begin: str, hostile: str) -> None:
    begun = process_time()
    seen(document, f"{begin}{hostile * 20_000}x")
    assert process_time() - begun < 1
