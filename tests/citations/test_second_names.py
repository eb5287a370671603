"""A second author in a marker who is none of the entry's. The works are invented."""

from __future__ import annotations

import pytest

from tests.citations.test_named_forms import led

_LIST = (
    "\n\n## References\n\nWang, X., & Zhang, Y. (2018). Walking after block. Lancet, 380, 1-9.\n\n"
    "Diaz, E., Poe, F., & Roe, C. (2016). Surgery of the nerve. Spine, 41, 100-105.\n\n"
    "Orlov, B., et al. (2015). Pain. BMJ, 350, 1-9.\n\nDjordjević, M., & Müller, K. (2014). Sleep. BMJ, 348, 1-9.\n\n"
    "World Health Organization. (2013). Pain of the back. Geneva: WHO.\n\n"
    "García y López, A. (2012). Walking. Spine, 37, 1-9.\n"
)


@pytest.mark.parametrize(
    "marker", ["(Wang & Li, 2018)", "Wang, Li, and Chen (2018)", "Wang and Liu’s (2018)", "(Diaz, Poe, & Berg, 2016)"]
)
def test_another_name_means_another_work_that_is_missing(marker: str) -> None:
    markers, meant, missing = led(f"Walking helps {marker}.", _LIST)
    assert (markers, meant, len(missing)) == ([marker], [], 1)


@pytest.mark.parametrize(
    ("marker", "author"),
    [
        ("(Wang & Zhang, 2018)", "Wang"),
        ("(Wang & Zhag, 2018)", "Wang"),
        ("(Wang et al., 2018)", "Wang"),
        ("(Diaz & Roe, 2016)", "Diaz"),
        ("(Orlov & Kim, 2015)", "Orlov"),
        ("(Djordjević & Mueller, 2014)", "Djordjević"),
        ("(WHO & UNICEF, 2013)", "World"),
        ("(García y López, 2012)", "García"),
        ("(Wang, Lancet, 2018)", "Wang"),
    ],
)
def test_a_slip_a_body_or_a_title_is_no_other_author(marker: str, author: str) -> None:
    assert led(f"Walking helps {marker}.", _LIST) == ([marker], [author], [])


@pytest.mark.parametrize(
    "others",
    ["u. a.", "u.a.", "und andere", "et autres", "et coll.", "y otros", "e altri", "& al.", "i wsp.", "m. fl."],
)
def test_an_entry_that_shortens_its_authors_in_any_language_may_have_the_other(others: str) -> None:
    entries = f"\n\n## References\n\nWeber M, Kim B {others} (2010). Schmerz und Schlaf. Orthopäde, 3, 1-9.\n"
    assert led("It helps (Weber & Roe, 2010).", entries) == (["(Weber & Roe, 2010)"], ["Weber"], [])


def test_a_second_name_of_two_words_that_the_entry_has_is_no_other() -> None:
    entries = "\n\n## References\n\nGarcía Márquez G, López Obrador A. Dolor. Rev Clin. 2010;3:1-9.\n"
    assert led("It helps (García Márquez & López Obrador, 2010).", entries)[2] == []
