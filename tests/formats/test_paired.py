"""Opening and closing tags that belong together."""

from __future__ import annotations

import pytest

from cluneal_lit.formats.paired import paired


@pytest.mark.parametrize(
    ("tags", "pairs"),
    [
        ("i /i", {1: 0}),
        ("i b /b /i", {2: 1, 3: 0}),
        ("i b /i /b", {2: 0}),  # what was opened within another is none behind it
        ("i i /i", {2: 1}),
        ("/i i /i /i", {2: 1}),
        ("i b i /b /i", {3: 1, 4: 0}),
        ("", {}),
    ],
)
def test_a_tag_closes_the_last_that_is_open(tags: str, pairs: dict[int, int]) -> None:
    assert paired((tag.removeprefix("/"), tag.startswith("/")) for tag in tags.split()) == pairs
