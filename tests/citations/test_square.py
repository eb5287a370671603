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
        "x = first[1], last[2]; y = [1, 2]; z = f(a)[3]",
        "The function of the module returns [1, 2, 3], and sorts the list [3, 1, 2].",
        "The sum of all of it is $x_{[1]}$ or x = [1], as we know [2].",
        "The bolts [12] hold the plate [13] and the lid [14] of the box.",
        "Loosen the nuts [1] and then the bolts [2] of the lid [3] by hand.",
        "Our scores were [10, 20, 30] in the end. Median age of all was 45 [30-60], and 5 [3–7] of them.",
        "The worker ended and was started again by the user [3]\nThe worker ended, and nobody saw it [4]\n",
        "Two studies say so [1].\n\n[1] A remark of ours.\n",
        "Pain is common, as studies say [1].\n\n[1]: https://example.org/guide\n",
        "See [the guide][1] in both studies.\n\n[1]: https://doi.org/10.1000/abc123\n",
        "Read [the guide][1] and [the book][2].\n\n[1]: https://example.org/guide\n[2]: https://example.org/book\n",
    ],
)
def test_an_index_a_choice_a_line_of_a_log_and_a_link_are_no_markers(text: str) -> None:
    assert markers(text) == []


BIRTHS = "[1] Birth of the elder son, which a study tells. [2] Will of his father. [3] Census return of the parish."


def test_labels_that_go_on_in_their_line_are_no_markers() -> None:
    assert markers(BIRTHS, "a.txt") == []
    assert markers(f"Pain is common [2].\n\n{BIRTHS}{LIST}") == ["[2]"]


def test_labels_that_a_colon_announces_are_no_markers_unless_a_list_answers_them() -> None:
    text = "The trial had two sources: [1] Birth record; [2] Will of the father."
    assert markers(text, "a.txt") == []
    assert markers(text + LIST) == ["[1]", "[2]"]


def test_a_marker_behind_a_full_stop_is_no_label() -> None:
    assert markers(f"Pain is common. [1] It hurts. [2]{LIST}") == ["[1]", "[2]"]
    wrapped = (
        "As many studies of low back pain in older people say today.\n[1] It hurts more. [2] It does so in winter."
    )
    assert "[2]" in markers(wrapped + LIST, "a.txt")


def test_the_name_of_a_link_is_no_marker_beside_a_list_either() -> None:
    text = f"Read [the guide][1]; pain is common [2].\n\n[1]: https://example.org/guide\n{LIST}"
    assert markers(text) == ["[2]"]


@pytest.mark.parametrize("code", ["<pre>x = [1, 2]</pre>", "<p>It is $x_{[1]}$.</p>", "<p>We have x = [2].</p>"])
def test_code_and_formulas_are_no_markers_beside_a_list_either(code: str) -> None:
    listed = LIST.replace("## References", "<h2>References</h2>").replace("\n", "<br>")
    assert markers(f"<p>Pain is common [2].</p>{code}{listed}", "a.html") == ["[2]"]


def test_a_number_that_the_list_lacks_is_a_marker_near_its_numbers_or_alone() -> None:
    text = "Pain is common [1, 2], and blocks help [2, 3]. Rest is bad [9]. Ages were in the band [30, 60] of all."
    assert markers(text + LIST) == ["[1, 2]", "[2, 3]", "[9]"]


def test_markers_are_found_without_a_list_too() -> None:
    assert markers("Pain is common[1]. Blocks help [2, 3], as does rest [4][5].") == ["[1]", "[2, 3]", "[4]", "[5]"]


def test_a_list_in_typst_counts_its_entries_itself() -> None:
    rows = LIST.replace("## ", "= ").replace("1. A", "+ A").replace("2. C", "+ C")
    found = cited(f"Pain is common [1], and blocks help [1, 2].{rows}", "a.typ")
    assert [(each.number, len(each.cited_at)) for each in found if each.in_list] == [(1, 2), (2, 1)]
