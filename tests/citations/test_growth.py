"""The time to find what a text cites grows with its length and no faster, whatever stands in it. All is invented."""

from __future__ import annotations

from time import process_time

import pytest

from tests.citations.found import cited

SIZES = (5_000, 40_000)
WORK = "Jan Berg, *Walking* (Nowhere: Fictive Press, 2011), 3"
LISTED = f"\n\nReferences\n\n1. Alda A, Berg B. On nerves. J Inv. 2001;1(2):3-4.\n2. {WORK}.\n"
IN_NOTE = "Pain hurts.[^1]\n\n[^1]: {}" + LISTED
BEHIND_MARKER = "Pain hurts [1]. {}" + LISTED
IN_TABLE = "#table(/* PMID 1 */ columns: (2, {}), [PMID], [a], [29656623], [b])"


@pytest.mark.parametrize(
    ("text", "repeated"),
    [
        (IN_NOTE, f"{WORK}; "),
        (IN_NOTE, "Jan Berg, W (N: P, 2011; "),
        (IN_NOTE, "Jan Berg, “Walking b,” 1; "),
        (IN_NOTE, "Aa, "),
        (BEHIND_MARKER, "pain1,"),
        (BEHIND_MARKER, "COVID-19 (1) "),
        (BEHIND_MARKER, "A-1"),
        (BEHIND_MARKER, "^(1"),
        (BEHIND_MARKER, "1.10.5555/a"),
        (BEHIND_MARKER, "⁽¹⁾"),
        (BEHIND_MARKER, "(Aa; Bb/"),
        (BEHIND_MARKER, "Aa 2018, p. 3; "),
        (BEHIND_MARKER, "# References / "),
        (BEHIND_MARKER, "(Aa B. C. "),
        (BEHIND_MARKER, "Lancet 2012;1:2 "),
        (BEHIND_MARKER, "(Pain 1:2, "),
        (BEHIND_MARKER, "2012;"),
        (IN_TABLE, " "),
        (IN_TABLE, "1, "),
        (IN_TABLE, "("),
    ],
)
def test_the_time_to_scan_a_text_grows_as_it_does(text: str, repeated: str) -> None:
    seconds = []
    for size in SIZES:
        begun = process_time()
        cited(text.format(repeated * (size // len(repeated))), "a.md")
        seconds.append(process_time() - begun)
    assert seconds[1] < 0.3 + 24 * seconds[0]


def test_the_parts_of_one_number_are_asked_for_their_names_at_once() -> None:
    raised = "<p>Users of warfarin<sup>1</sup> hurt in many of the adults.</p>"
    seconds = []
    for count in (200, 1_600):
        parts = "".join(f"{raised}<p>1. Name {at} of a drug</p>" for at in range(count))
        begun = process_time()
        cited(parts, "a.html")
        seconds.append(process_time() - begun)
    assert seconds[1] < 0.3 + 24 * seconds[0]
