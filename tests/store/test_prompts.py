"""A note before anybody has written it."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cluneal_lit.folding import one_line
from cluneal_lit.model import Note
from cluneal_lit.store import people
from cluneal_lit.store.prompts import PROMPTS, filled, unfilled

WORKS = ("pmid:90000001", "doi:10.5555/(a):b", "library/my papers.json#quimby: 1")


def test_a_new_note_names_its_work_and_has_no_text() -> None:
    assert people.note("quimby2019", unfilled(WORKS, "Quimby A.\nInvented: {x}. # \x1b 2019.")) == Note(
        "quimby2019", WORKS
    )


def test_what_is_written_behind_or_below_a_prompt_is_kept_and_empty_prompts_are_not() -> None:
    form = unfilled(WORKS, "Quimby A.").replace("**Result.**", "**Result.**\n\nInvented.")
    form = form.replace("**Limits.**", "**Limits.** Few.")
    assert people.note("x", form).text == "**Result.**\n\nInvented.\n\n**Limits.** Few."


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("**Result.**\n\n## More\n\nInvented.", "## More\n\nInvented."),
        ("Invented.\n\n**Result.**  \n", "Invented."),
        ("**Mine.**", "**Mine.**"),
        ("See **Result.**", "See **Result.**"),
        ("", ""),
    ],
)
def test_only_our_own_prompts_with_nothing_behind_them_are_left_out(text: str, kept: str) -> None:
    assert filled(text) == kept


@given(st.text(st.characters(exclude_categories=("Cs",)), min_size=1).map(one_line).filter(bool))
@example("smith\U0001f600")
@example('a\x7f\u2028\ufffe"\\: #')
def test_a_new_note_names_a_work_of_the_library_whatever_its_id_is(name: str) -> None:
    work = f"library/a.json#{name}"
    text = unfilled((work,), "Quimby A.").encode().decode()
    assert people.note("x", text) == Note("x", (work,))


@given(st.text())
def test_a_text_without_a_prompt_is_kept_whole(text: str) -> None:
    assert any(prompt in text for prompt in PROMPTS) or filled(text) == text.strip()


@given(st.text())
def test_a_new_note_reads_whatever_its_work_is_called(citation: str) -> None:
    assert people.note("x", unfilled(("pmid:90000001",), citation)) == Note("x", ("pmid:90000001",))


def test_a_new_note_names_every_mark_by_which_works_are_sorted() -> None:
    assert "\n# landmark, key, useful or background\nsignificance:\n" in unfilled(("pmid:99999901",), "Invented.")
