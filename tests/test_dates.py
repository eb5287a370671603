"""Dates as bibliographies write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cluneal_lit import dates, days
from cluneal_lit.model import Date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2018", Date(((2018,),))),
        ("2018 Mar", Date(((2018, 3),))),
        ("2018 Mar 28", Date(((2018, 3, 28),))),
        ("2018-03-28", Date(((2018, 3, 28),))),
        ("March 28, 2018", Date(((2018, 3, 28),))),
        ("28 March 2018", Date(((2018, 3, 28),))),
        ("20180328", Date(((2018, 3, 28),))),
        ("Mar2018", Date(((2018, 3),))),
        ("28-Mar-2018", Date(((2018, 3, 28),))),
        ("20181328", Date(literal="20181328")),
        ("2000 Spring", Date(((2000,),), season="spring")),
        ("2020 Jan-Feb", Date(((2020, 1), (2020, 2)), literal="2020 Jan-Feb")),
        ("1965 Dec-1966 Jan", Date(((1965, 12), (1966, 1)), literal="1965 Dec-1966 Jan")),
        ("2004 Mar 3-9", Date(((2004, 3, 3), (2004, 3, 9)), literal="2004 Mar 3-9")),
        ("2004 Mar 30-Apr 5", Date(((2004, 3, 30), (2004, 4, 5)), literal="2004 Mar 30-Apr 5")),
        ("2000 1st Quart", Date(((2000,),), literal="2000 1st Quart")),
        ("n.d.", Date(literal="n.d.")),
        ("1240", Date(((1240,),))),
        ("in 1240 rats", Date(literal="in 1240 rats")),
        ("2019 Feb 30", Date(((2019,),), literal="2019 Feb 30")),
        ("1900 Feb 29", Date(((1900,),), literal="1900 Feb 29")),
        ("2000 Feb 29", Date(((2000, 2, 29),))),
        ("[1543?]", Date(((1543,),), circa=True)),
        ("1543?", Date(((1543,),), circa=True)),
        ("ca. 1543", Date(((1543,),), circa=True)),
        ("c. 1543", Date(((1543,),), circa=True)),
        ("circa March 1543", Date(((1543, 3),), circa=True)),
        ("[1999-2000?]", Date(((1999,), (2000,)), literal="1999-2000", circa=True)),
        ("c2006", Date(((2006,),), literal="c2006")),
        ("who knows?", Date(literal="who knows?")),
        ("2009-", Date(((2009,),), literal="2009-")),
        ("2009–present", Date(((2009,),), literal="2009-")),
        ("2009 Mar -", Date(((2009, 3),), literal="2009 Mar-")),
        ("until 2009", Date(((2009,),), literal="until 2009")),
        ("in press-", Date(literal="in press-")),
        ("  ", None),
    ],
)
def test_a_date_is_read_in_every_form(text: str, date: Date | None) -> None:
    assert dates.parse(text) == date


@pytest.mark.parametrize("text", ["2018 Mar 28", "2020 Jan-Feb", "2000 Spring", "2018", "2004 Mar 3-9"])
def test_words_give_back_what_nlm_wrote(text: str) -> None:
    assert dates.words(dates.parse(text)) == text


@pytest.mark.parametrize(("text", "iso"), [("2018 Mar 28", "2018-03-28"), ("2018 Mar", "2018-03"), ("n.d.", "")])
def test_iso_goes_as_far_as_the_date_is_known(text: str, iso: str) -> None:
    assert dates.iso(dates.parse(text)) == iso


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018 Mar 28", (2018, 3, 28), (2018, 3, 28)),
        ("2018", (2018, 1, 1), (2018, 12, 31)),
        ("2018 Mar", (2018, 3, 1), (2018, 3, 31)),
        ("2018 Nov-2019 Feb", (2018, 11, 1), (2019, 2, 31)),
        ("2000 Spring", (2000, 1, 1), (2000, 12, 31)),
        ("2009-", (2009, 1, 1), (9999, 12, 31)),
        ("until 2009", (0, 0, 0), (2009, 12, 31)),
        ("n.d.", (0, 0, 0), (9999, 12, 31)),
        ("", (0, 0, 0), (9999, 12, 31)),
    ],
)
def test_a_date_has_a_first_and_a_last_day_that_it_can_mean(text: str, first: days.Day, last: days.Day) -> None:
    assert (days.earliest(dates.parse(text)), days.latest(dates.parse(text))) == (first, last)


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_kept_as_written(text: str) -> None:
    date = dates.parse(text)
    assert (date is None) == (not text.strip())
    assert date is None or date.date_parts or date.literal


def test_numbers_that_are_no_part_of_a_date_break_nothing() -> None:
    assert dates.from_parts("9" * 5000, "1" * 5000) is None
    assert dates.words(Date(date_parts=((2018, 13, 40),))) == "2018 13 40"
