"""A volume before its year in brackets, behind whatever a catalogue adds to the journal's name. All invented."""

from __future__ import annotations

import pytest

from cluneal_lit.citations.parse import parse
from tests.citations.strings.test_rarer_forms import shown

HEAD = "Quimby, Ada; Orlov, Boris: Effects of rowing on nocturnal knee cramps in older adults. In: "
NATURE = "Quimby, A. B., O’Orlov, B. & de la Zabel, C. Effects of rowing on nocturnal knee cramps in older adults. "


def placed(text: str) -> tuple[str, ...]:
    found = shown(parse(text).fields)
    return tuple(found.get(name, "") for name in ("date", "volume", "issue", "page"))


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (
            "Journal of geriatric rowing (Boston, Mass. : 1999) 33 (2021), Nr. 2, S. e45–e52.",
            ("2021", "33", "2", "e45–e52"),
        ),
        ("Oslo law review (Oslo, Norway : 1936) 53 (1994), Nr. 4, S. 1238–1254.", ("1994", "53", "4", "1238–1254")),
        ("Rowing (Cambridge, England) 140 (2013), Nr. 11, S. 2247–2251.", ("2013", "140", "11", "2247–2251")),
        ("Hua ting za zhi = Hua ting 17 (1997), H. 5, S. 124–127.", ("1997", "17", "5", "124–127")),
        ("Adv. Theor. Math. Row., 8 (2004) no. 6 939-954", ("2004", "8", "6", "939-954")),
        ("Journal of geriatric rowing (Boston, Mass. : 1999) 33 (2021), S. 45–52.", ("2021", "33", "", "45–52")),
    ],
)
def test_the_founding_year_and_place_of_a_journal_are_not_its_volumes(rest: str, expected: tuple[str, ...]) -> None:
    assert placed(HEAD + rest) == expected
    assert shown(parse(HEAD + rest).fields)["type"] == "article-journal"


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("J. Geriatr. Row. 33 (2021).", ("2021", "33", "", "")),
        ("J. Geriatr. Row.   33   (2021). PMID: 90000003", ("2021", "33", "", "")),
        ("J. Geriatr. Row. 33, 45–52 (2021).", ("2021", "33", "", "45–52")),
        ("J. Geriatr. Row. 33, 1045 (2021).", ("2021", "33", "", "1045")),
    ],
)
def test_a_lone_number_before_the_year_is_the_volume(rest: str, expected: tuple[str, ...]) -> None:
    assert placed(NATURE + rest) == expected


def test_of_a_reference_without_title_the_number_before_the_year_is_the_page() -> None:
    assert placed("A. B. QUIMBY et C. ORLOV. J. Chem. Soc. 2674 (1958).") == ("1958", "", "", "2674")
