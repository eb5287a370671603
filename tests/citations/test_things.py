"""Laws, places and months with a year are no citations; authors of such a name are. The works are invented."""

from __future__ import annotations

import pytest

from tests.citations.found import cited
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
        "Siehe das Handbuch (Tübingen u. a. 1980)",
        "Siehe den Atlas (Müller, München u.a. 1978)",
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
        ("Bauer u. a. (1998)", ["Bauer 1998"]),
        ("(Oslo, 1999)", ["Oslo 1999"]),
        ("(Jordan, 1999)", ["Jordan 1999"]),
    ],
)
def test_a_person_is(marker: str, missing: list[str]) -> None:
    assert led(f"{ALSO} So it is, too: {marker}.", LIST)[2] == missing


def test_one_that_the_list_has_is_cited() -> None:
    assert led("So it is (Oslo, 2001).", LIST) == (["(Oslo, 2001)"], ["Oslo"], [])


@pytest.mark.parametrize(
    ("text", "confidence"), [("(Trondheim, 2009)", 0.55), ("(Bauer, 2009, p. 5)", 0.7), ("(Bauer et al., 2009)", 0.7)]
)
def test_what_may_be_a_place_is_less_sure_than_what_names_a_page(text: str, confidence: float) -> None:
    markers = [one for one in cited(f"{ALSO} So it is, too: {text}.{LIST}", "a.md") if one.missing]
    assert [one.confidence for one in markers] == [confidence]


UNDATED = """

## Literatur

Hauser, A. (o. J.). Schmerz des Knies. Berlin: Nerv.

Zorn, J. (2001). Schmerz der Hüfte. *Nerven*, 5, 30-35.
"""


@pytest.mark.parametrize("said", ["Hauser (o. J.)", "(Hauser o.J., S. 5)", "(Hauser, o. J.)", "(vgl. Hauser, n.d.)"])
def test_a_work_without_a_year_is_cited_as_such(said: str) -> None:
    assert led(f"So sagt {said} es; Zorn (2001).", UNDATED)[1:] == (["Hauser", "Zorn"], [])


@pytest.mark.parametrize("no", "n.d.|o. D.|o.D.|o. D.-a|n.d.-b|z.j.|z. d.|b.d.|b. r.|s.d.|[s. d.]".split("|"))
@pytest.mark.parametrize("apart", ["\n", "\n\n"])
def test_a_list_parts_works_without_a_year(no: str, apart: str) -> None:
    works = ["Bauer, P. (2019). Stehen. Nerv.", f"Hauser, A. ({no}). Gehen. Nerv.", f"Lang, K. ({no}). Ruhe. Nerv."]
    said = f"So sagen es Bauer (2019), Hauser ({no.strip('[]')}) und andere (Lang, {no})."
    assert led(said, f"\n\nLiteratur\n\n{apart.join(works)}\n")[1:] == (["Bauer", "Hauser", "Lang"], [])


NOTES = (
    "<p>It hurts<sup>1</sup> and burns.<sup>2</sup> So it is (Doe, 2001) and (Roe, 2002), as we know.<sup>3</sup></p>"
    "<h2>References</h2><p>Doe F. Falls in homes. Pain. 2001;30:1-5.</p><p>Roe G. Hips. Pain. 2002;33:10-15.</p><hr>"
    "<p><sup>1</sup> All figures are from 2020 unless stated otherwise.</p>"
    "<p><sup>2</sup> See also Kim C, Lee B. Vitamin D. Pain. 2004;36:30-35.</p>"
    "<p><sup>3</sup> https://www.example.org/report.pdf (accessed 3 May 2020).</p>"
)


def test_notes_below_a_list_without_numbers_are_no_entries_of_it() -> None:
    found = cited(NOTES, "a.html")
    assert [one.raw[:3] for one in found if one.in_list] == ["Doe", "Roe"]
    assert [one.raw for one in found if one.form == "marker"] == ["(Doe, 2001)", "(Roe, 2002)"]
    assert [one.raw[:3] for one in found if one.form == "reference" and not one.in_list] == ["Kim"]
