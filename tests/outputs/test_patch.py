"""Edits of texts, done one after the other or at once, and as a patch that git itself applies."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from cluneal_lit.outputs.patch import Edit, applied, composed, unified
from tests import patching

TEXTS = st.text("ab\n", max_size=30)


@st.composite
def edits(draw: st.DrawFn, text: str) -> tuple[Edit, ...]:
    """Edits of a text that do not overlap or touch."""
    places = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    pairs = zip(places[::2], places[1::2], strict=False)
    return tuple(Edit(start, end, draw(st.text("xyz\n", max_size=4))) for start, end in pairs)


@given(st.data(), TEXTS)
def test_edits_composed_do_what_they_do_one_after_the_other(data: st.DataObject, text: str) -> None:
    first = data.draw(edits(text))
    middle = applied(text, first)
    second = data.draw(edits(middle))
    assert applied(text, composed(first, middle, second)) == applied(middle, second)


@settings(max_examples=25)
@given(st.data(), st.lists(st.sampled_from(["one", "two", "three\r", "", "é"]), min_size=1, max_size=40))
def test_git_applies_every_patch(tmp_path_factory: object, data: st.DataObject, lines: list[str]) -> None:
    text = "\n".join(lines) + data.draw(st.sampled_from(["", "\n"]))
    chosen = data.draw(edits(text))
    after = applied(text, chosen)
    if after == text or not text or not after:
        return
    folder: Path = tmp_path_factory.mktemp("patched")  # type: ignore[attr-defined]
    (folder / "a text.md").write_bytes(text.encode())
    patch = unified("a text.md", text, chosen, str.encode)
    assert patching.applied(folder, patch) == (0, b"")
    assert (folder / "a text.md").read_bytes() == after.encode()


def test_no_edit_is_no_patch() -> None:
    assert unified("a.md", "a text\n", (), str.encode) == b""
