"""Numbers in square brackets that cite nothing. The texts are invented."""

from __future__ import annotations

import pytest

from tests.citations.found import cited

LIST = """

## References

1. Alda A, Berg B. On nerves. J Inv. 2001;1(2):3-4.
2. Cruz C, Dunn D. On blocks. J Inv. 2002;1(3):5-6.
"""


def markers(text: str, path: str = "a.md") -> list[str]:
    return [each.raw for each in cited(text, path) if each.form == "marker"]


@pytest.mark.parametrize(
    "text",
    [
        "Use array[2] and list[3]; see the docs.",
        "Press [1] for fast, [2] for slow.",
        "Options: [1] fast, [2] slow.",
        "Items [1], [2] and [3] are as in the picture.",
        "2024-01-12T10:11:12 [1] INFO worker began\n2024-01-12T10:11:13 [2] INFO worker ended",
        "tool WARN [3,4] deprecated; see the notes",
        "Read [the guide][1] and [the book][2].\n\n[1]: https://example.org/guide\n[2]: https://example.org/book\n",
    ],
)
def test_an_index_a_choice_a_line_of_a_log_and_a_link_are_no_markers(text: str) -> None:
    assert markers(text) == []


def test_the_name_of_a_link_is_no_marker_beside_a_list_either() -> None:
    text = f"Read [the guide][1]; pain is common [2].\n\n[1]: https://example.org/guide\n{LIST}"
    assert markers(text) == ["[2]"]


def test_markers_are_found_without_a_list_too() -> None:
    assert markers("Pain is common[1]. Blocks help [2, 3], as does rest [4][5].") == ["[1]", "[2, 3]", "[4]", "[5]"]


def test_a_list_in_typst_counts_its_entries_itself() -> None:
    rows = LIST.replace("## ", "= ").replace("1. A", "+ A").replace("2. C", "+ C")
    found = cited(f"Pain is common [1], and blocks help [1, 2].{rows}", "a.typ")
    assert [(each.number, len(each.cited_at)) for each in found if each.in_list] == [(1, 2), (2, 1)]
