"""Labels of letters and a year. All references are invented."""

from __future__ import annotations

import pytest

from tests.citations.found import cited, written

LIST = (
    "Bibliography\n\n[Doe15] F. Doe. Sacral pain. Journal of Pain, 1:3-7, 2015.\n\n"
    "[KL12]  C. Kim and B. Lee. Superior nerves. Spine, 37:1-9, 2012.\n\n"
    "[LP+13a] B. Lee, J. Park, and G. Roe. Middle nerves. Pain, 14:20-30,\n         2013.\n"
)


@pytest.mark.parametrize(
    ("said", "raw", "numbers"),
    [
        ("As in [KL12].", "[KL12]", (1,)),
        ("As in [LP+13a; Doe15].", "[LP+13a; Doe15]", (2, 0)),
        ("As in [LP+13a, §3].", "[LP+13a, §3]", (2,)),
    ],
)
def test_names_in_brackets_mean_the_entries_that_have_them(said: str, raw: str, numbers: tuple[int, ...]) -> None:
    marker, *entries = cited(f"{said}\n\n{LIST}")
    assert (marker.form, marker.raw) == ("marker", raw)
    assert [(one.form, one.in_list, one.raw[:6]) for one in entries] == [
        ("reference", True, "F. Doe"),
        ("reference", True, "C. Kim"),
        ("reference", True, "B. Lee"),
    ]
    assert marker.cites == tuple(entries[number].id for number in numbers)


def test_what_stands_in_brackets_and_names_no_entry_is_none() -> None:
    assert len(cited(f"Vitamin [B12] and [GPL30] and [KL12]: see\n\n{LIST}")) == 4
    assert written("[WARN2012] Kim C restarted worker 3 in 2012.\n[INFO12] Lee B logged in 2013\n") == []


def test_labels_of_names_and_years_are_no_markers() -> None:
    kim = "[Kim and Lee, 2012] Kim, C. and Lee, B. (2012). Superior nerves. Spine, 37:1-9."
    assert [form for form, _ in written(f"As in [Kim and Lee, 2012].\n\nReferences\n\n{kim}\n")] == [
        "marker",
        "reference",
    ]


def test_a_name_made_as_those_of_the_list_that_it_lacks_is_missing() -> None:
    marker = cited(f"As in [Par14].\n\n{LIST}")[0]
    assert (marker.raw, marker.missing, marker.cites) == ("[Par14]", ("Par14",), ())
