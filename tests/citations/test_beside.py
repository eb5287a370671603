"""What stands beside references in a list without a heading: bodies as authors, and books. All are invented."""

from __future__ import annotations

import pytest

from tests.citations.found import cited

WORKS = (
    "Alda A, Berg B. (2011) On nerves and hands. Journal of Invention, 1(2), 3-4.",
    "Invented Health Organization. (2014). Guide to invented feet. Nowhere: IHO Press.",
    "Cruz, C., & Dunn, D. (2012). On blocks. Journal of Invention, 2(3), 5–6.",
    "Invented Institute for Health and Care Excellence (2020) Invented low back pain. Nowhere: IIHCE.",
    "Erfundenes Bundesamt. (2019). Verletzte Füße im Jahr 2018. Nirgendwo.",
    "Erfundenes Bundesamt für Füße (2018): Verletzte Hände. Nirgendwo: Verlag.",
    "Dunn, D. (1999). Walking on hills. Nowhere: Fictive Press.",
    "Berg, Otto. 2001. The invented walk. Fictive Press.",
    "Orlov O. Walking on invented roads. Nowhere: Fictive Press, 1998.",
    "Alda, A. (2015). Nerves by invention. J Inv, 4(2), 33–40.",
)
PROSE = "They walk, as the office has it, and feel well.\n\n"


@pytest.mark.parametrize("between", ["\n\n", "\n", "\n- "])
def test_bodies_and_books_are_found_as_the_references_beside_them(between: str) -> None:
    listed = between.strip(" ").join(("", *WORKS)) if "-" not in between else between.join(("", *WORKS))
    found = [(one.in_list, one.raw) for one in cited(f"{PROSE}{listed}\n") if one.form == "reference"]
    assert found == [(True, work) for work in WORKS]


@pytest.mark.parametrize(
    "said",
    [
        "Invented Health Organization (2014) says that most people walk, and that they walk well.",
        "Berg, Otto (1890). Burial, plot 12, parish register of Nowhere.",
        "Walking Day (2014) was held. Nobody came.",
        "Jan Berg, Walking Street 12, Nowhere. Tel. 12345, since 2014.",
    ],
)
def test_other_paragraphs_among_references_are_none(said: str) -> None:
    text = f"{PROSE}{WORKS[0]}\n\n{WORKS[2]}\n\n{said}\n\n{WORKS[9]}\n"
    found = [one.raw for one in cited(text) if one.form == "reference"]
    assert found == [WORKS[0], WORKS[2], WORKS[9]]


def test_a_body_beside_no_reference_is_none() -> None:
    text = f"{PROSE}{WORKS[1]}\n\n{WORKS[6]}\n\nNobody walks.\n"
    assert [one.raw for one in cited(text) if one.in_list] == []
