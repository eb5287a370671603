"""The sentence around a place. The texts are invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations import scan
from cluneal_lit.citations.text.sentences import Sentences
from cluneal_lit.documents import read


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("One. Two @ here. Three.", "Two @ here."),
        ("Dr. Isu et al. found, e.g. in Fig. 3, that J. Kim saw @ there. Next.", None),
        ("A heading\n\nThe nerve runs\nthrough it @\nand ends. More.", "The nerve runs through it @ and ends."),
        ("  - first point\n  - second @ point\n  - third", "second @ point"),
        ("He asked “Why @?” Nobody knew.", "He asked “Why @?”"),
        ("Short heading\nThe text @ begins here.", "The text @ begins here."),
        ("# Title\nText @.", "Text @."),
        ("@", "@"),
    ],
)
def test_the_sentence_is_cut_out_on_one_line(text: str, sentence: str | None) -> None:
    at = text.index("@")
    wanted = sentence or text[: text.index(" Next.")]
    assert Sentences(text).around(at, at + 1) == wanted


def test_a_marker_behind_the_full_stop_belongs_to_the_sentence_before_it() -> None:
    text = "It is so. Half had a painful leg. (11) Most of them are old."
    at = text.index("(11)")
    assert Sentences(text).around(at, at + 4) == "Half had a painful leg. (11)"


@pytest.mark.parametrize("mark", ["¹²", "12", "[^12]", "[^a][^b]", "^12^", "[12]", "1,2"])
def test_a_sentence_ends_behind_the_mark_of_a_note(mark: str) -> None:
    text = f"So it was. Half had a painful leg.{mark} Most are 5.2 Years or older.{mark} And so on."
    at = text.index(mark)
    assert Sentences(text).around(at, at + len(mark)) == f"Half had a painful leg.{mark}"
    assert Sentences(text).around(text.index("older"), text.index("older") + 5) == f"Most are 5.2 Years or older.{mark}"


@pytest.mark.parametrize(
    ("path", "source", "sentence"),
    [
        ("a.md", "Caught in `lit` and ``b`` (doi:10.5555/a.1).\n", "Caught in `lit` and ``b`` (doi:10.5555/a.1)."),
        ("a.md", "> Words that\n> are quoted (doi:10.5555/a.1).\n", "Words that are quoted (doi:10.5555/a.1)."),
        ("a.md", "::: note\nWithin a block (doi:10.5555/a.1).\n:::\n", "Within a block (doi:10.5555/a.1)."),
        ("a.md", "Seen <!-- not so --> here (doi:10.5555/a.1).\n", "Seen here (doi:10.5555/a.1)."),
        (
            "a.rst",
            "T\n=\n\nIn ``lit`` at :math:`10^5` (doi:10.5555/a.1).\n",
            "In ``lit`` at :math:`10^5` (doi:10.5555/a.1).",
        ),
        (
            "a.html",
            "<p>In <code>lit</code> at 10<sup>5</sup> (doi:10.5555/a.1).</p>",
            "In lit at 10⁵ (doi:10.5555/a.1).",
        ),
        (
            "a.html",
            "<p>At 10<sup>5,6</sup> so<sup>3</sup> (doi:10.5555/a.1).</p>",
            "At 10^(5,6) so³ (doi:10.5555/a.1).",
        ),
        ("a.html", "<p>Not <del>so</del> (doi:10.5555/a.1).</p>", "Not (doi:10.5555/a.1)."),
        (
            "a.tex",
            "\\documentclass{article}\\begin{document}\n\\verb|x y| at $10^{-3}$ (doi:10.5555/a.1).\n\\end{document}",
            "x y at 10⁻³ (doi:10.5555/a.1).",
        ),
    ],
)
def test_a_sentence_has_the_code_in_its_lines_and_what_is_raised(path: str, source: str, sentence: str) -> None:
    assert {one.sentence for one in scan(read(path, source.encode())) if one.ids.doi} == {sentence}
