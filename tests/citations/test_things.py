"""Laws, places and months with a year are no citations; authors of such a name are. The works are invented."""

from __future__ import annotations

import pytest

from tests.citations.test_named_forms import led

LIST = """

## References

Hauser, A. (1974). Pain of the knee. *Nerves*, 4, 20-25.

Oslo, P. (2001). Pain of the foot. *Nerves*, 6, 1-5.

Zorn, J., & Snell, K. (1983). Pain of the hip. *Nerves*, 5, 30-35.
"""
ALSO = "So it is (Hauser, 1974), (Hauser 1974), says Hauser (1974) (Zorn & Snell, 1983; Oslo, 2001)."


@pytest.mark.parametrize(
    "thing",
    [
        "the Human Rights Act (1998)",
        "Das Infektionsschutzgesetz (2000) gilt",
        "la loi Kouchner (2002)",
        "the war (Iraq, 2003)",
        "die WM (Deutschland, 2006)",
        "im Jahr (März 2003)",
        "im Jahr (Mai 2003)",
        "Held in Wien (2010)",
        "The congress was held in Trondheim (2010)",
        "It took place at Leipzig (2010)",
        "He was born in Tromsø (1901)",
        "В Москве (2015) прошёл конгресс",
        "W Warszawie (2015) odbył się zjazd",
    ],
)
def test_a_thing_is_no_citation(thing: str) -> None:
    assert led(f"{ALSO} {thing}.", LIST)[2] == []


@pytest.mark.parametrize(
    ("marker", "missing"),
    [
        ("Bauer (1998)", ["Bauer 1998"]),
        ("as shown in Bauer (1998)", ["Bauer 1998"]),
        ("(Oslo, 1999)", ["Oslo 1999"]),
        ("(Jordan, 1999)", ["Jordan 1999"]),
    ],
)
def test_a_person_is(marker: str, missing: list[str]) -> None:
    assert led(f"{ALSO} So it is, too: {marker}.", LIST)[2] == missing


def test_one_that_the_list_has_is_cited() -> None:
    assert led("So it is (Oslo, 2001).", LIST) == (["(Oslo, 2001)"], ["Oslo"], [])
