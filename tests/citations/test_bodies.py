"""Bodies that a text cites by the first letters of their words. Bodies and works are invented."""

from __future__ import annotations

import pytest

from tests.citations.found import cited


@pytest.mark.parametrize(
    ("short", "body"),
    [
        ("NIWE", "National Institute for Walking and Health Excellence"),
        ("CWC", "Centers for Walking Control and Prevention"),
        ("OWI", "Otto Wander-Institut"),
        ("WWO", "World Walking Organization"),
    ],
)
@pytest.mark.parametrize("marker", ["({}, 2020)", "({} 2020)"])
def test_the_first_letters_of_a_body_name_its_entry_also_without_one_of_them(
    short: str, body: str, marker: str
) -> None:
    works = [f"{body}. (2020). Walks for adults. https://example.org/1", "Berg, A. (2012). A study. J Inv, 3, 4–9."]
    found = cited(f"It rises {marker.format(short)}.\n\n## References\n\n" + "\n\n".join(works), "a.md")
    assert [(one.raw, len(one.cited_at)) for one in found if one.in_list] == [(works[0], 1), (works[1], 0)]


def test_other_letters_name_none() -> None:
    work = "World Walking Organization. (2020). Walks for adults. https://example.org/1"
    assert [one.raw for one in cited(f"It rises (WO, 2020) (WOW, 2020).\n\n## References\n\n{work}\n", "a.md")] == [
        work
    ]
