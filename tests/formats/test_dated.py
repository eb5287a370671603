"""The dates of works as publishers write them beside a year, in every format that has such."""

from __future__ import annotations

import calendar
import json
from collections.abc import Callable

import pytest
from msgspec.structs import replace

from cluneal_lit import dates
from cluneal_lit.formats import bibtex_read, bibtex_write, csl, csl_write, dated, edtf, exchange, ris_dates, writers
from cluneal_lit.model import Date
from tests.made import fields, record

_NAMED = tuple(calendar.month_name)[1:]


def _issued(written: str) -> Date | None:
    (entry,) = bibtex_read.bibliography(f"@article{{a, title={{A}}, {written}}}").entries
    return bibtex_read.work(entry)[1].issued


@pytest.mark.parametrize("number", range(1, 13))
def test_a_month_of_bibtex_is_itself_however_it_is_written(number: int) -> None:
    name = _NAMED[number - 1]
    short = name[:3].lower()
    for month in (f"{number}", f"{{{number}}}", f"{{{number:02}}}", short, f"{{{name}}}", f"{{{name[:3]}.}}"):
        assert _issued(f"year={{2019}}, month={month}") == Date(((2019, number),)), month


@pytest.mark.parametrize("number", range(1, 13))
def test_a_day_of_bibtex_is_itself_however_it_is_written(number: int) -> None:
    name = _NAMED[number - 1]
    short = name[:3].lower()
    for day in range(1, calendar.monthrange(2019, number)[1] + 1):
        written = [f"month={month}, day={{{day}}}" for month in (number, f"{{{number:02}}}", short)]
        written += [f"month={month}, day={{{day:02}}}" for month in (number, f"{{{number:02}}}", short)]
        written += [f'month={short} # "~{day}"', f'month="{day}~" # {short}', f"month={{{day}.~{name[:3]}.}}"]
        written += [f"month={{{words}}}" for words in (f"{name} {day}", f"{day} {name}", f"{name}, {day}")]
        written += [f"month={{{day}.{number}.}}", f"month={{2019-{number:02}-{day:02}}}"]
        written += [f"date={{2019-{number:02}-{day:02}}}"]
        if day > 12:  # which is no month
            written += [f"month={{{number}{sign}{day}}}" for sign in "~-/"]
            written += [f"month={{{day:02}{sign}{number:02}}}" for sign in "~-/"]
        for one in written:
            assert _issued(f"year={{2019}}, {one}") == Date(((2019, number, day),)), one


@pytest.mark.parametrize(
    ("beside", "first", "last", "words"),
    [
        ("month={1--2}", (2019, 1), (2019, 2), "2019 Jan-Feb"),
        ("month={1-2}", (2019, 1), (2019, 2), "2019 Jan-Feb"),
        ("month={10-12}", (2019, 10), (2019, 12), "2019 Oct-Dec"),
        ("month={3--5}", (2019, 3), (2019, 5), "2019 Mar-May"),
        ("month={11/12}", (2019, 11), (2019, 12), "2019 Nov-Dec"),
        ("month={07/08}", (2019, 7), (2019, 8), "2019 Jul-Aug"),
        ("month={Jan--Feb}", (2019, 1), (2019, 2), "2019 Jan–Feb"),
        ('month=nov # "/" # dec', (2019, 11), (2019, 12), "2019 Nov/Dec"),
        ("month={5--7 Nov.}", (2019, 11, 5), (2019, 11, 7), "2019 Nov 5-7"),
        ("month=nov, day={5--7}", (2019, 11, 5), (2019, 11, 7), "2019 Nov 5-7"),
        ("month={30 Nov -- 2 Dec}", (2019, 11, 30), (2019, 12, 2), "2019 Nov 30-Dec 2"),
    ],
)
def test_a_range_is_a_range(beside: str, first: tuple[int, ...], last: tuple[int, ...], words: str) -> None:
    assert _issued(f"year={{2019}}, {beside}") == Date((first, last), literal=words)


# What may be two dates, or is none of the calendar.
_UNSURE = ("11/5", "11-05", "03-05", "11~5", "12/1", "13", "21", "31", "123", "feb 30", "30 Feb", "1-2-3", "Q3")


@pytest.mark.parametrize("month", _UNSURE)
def test_what_may_be_two_dates_or_is_none_says_the_year_and_stays_in_words(month: str) -> None:
    found = _issued(f"year={{2019}}, month={{{month}}}")
    said = month.replace("~", " ")
    assert found is not None and (found.date_parts, found.literal.replace(",", "")) == (((2019,),), f"2019 {said}")
    assert dates.parse(found.literal) == found


_WHOLE = {  # a text that names its year -> its date, the same in each format
    "28/03/2018": Date(((2018, 3, 28),)),
    "28-3-2018": Date(((2018, 3, 28),)),
    "28.03.2018": Date(((2018, 3, 28),)),
    "03/28/2018": Date(((2018, 3, 28),)),
    "05/05/2018": Date(((2018, 5, 5),)),
    "03.04.2018": Date(((2018, 4, 3),)),
    "03/04/2018": Date(((2018,),), literal="2018, 03/04"),
    "11/12/2018": Date(((2018,),), literal="2018, 11/12"),
    "12/11/2018": Date(((2018,),), literal="2018, 12/11"),
    "5-6-2018": Date(((2018,),), literal="2018, 5-6"),
    "31/02/2018": Date(((2018,),), literal="2018 31/02"),
    "11/2018": Date(((2018, 11),)),
    "2018/19": Date(((2018,), (2019,)), literal="2018/19"),
    "2018-19": Date(((2018,), (2019,)), literal="2018-19"),
    "1999/00": Date(((1999,), (2000,)), literal="1999/00"),
    "2018-33": Date(((2018,),), literal="2018-33"),
    "2018-03": Date(((2018, 3),)),
    "2018/2019 Winter": Date(((2018,), (2019,)), literal="2018/2019 Winter"),
    "Winter 2018/19": Date(((2018,), (2019,)), literal="Winter 2018/19"),
    "2018-03-28T00:00:00": Date(((2018, 3, 28),)),
    "1543~": Date(((1543,),), circa=True),
    "APR-JUN 2018": Date(((2018, 4), (2018, 6)), literal="2018 APR-JUN"),
    "28-30 March 2018": Date(((2018, 3, 28), (2018, 3, 30)), literal="2018 Mar 28-30"),
    "2018-03-00": Date(((2018, 3),)),
    "2018-00-00": Date(((2018,),)),
    "2018-05-XX": Date(((2018, 5),)),
    "5 listopada 2019": Date(((2019,),), literal="5 listopada 2019"),  # October in Croatian, November in Polish
    "in press 2018": Date(((2018,),), literal="in press 2018"),
    "2018.03.05": Date(((2018, 3, 5),)),
    "2018.3.5.": Date(((2018, 3, 5),)),
    "2018. 3. 5.": Date(((2018, 3, 5),)),
    "2018.12.11": Date(((2018, 12, 11),)),
    "2018.13.11": Date(((2018,),), literal="2018.13.11"),
    "2018 03.05": Date(((2018,),), literal="2018 03.05"),
    "2018/19 Mar": Date(((2018,),), literal="2018/19 Mar"),
    "Mar 2018/19": Date(((2018,),), literal="Mar 2018/19"),
    "Mar 2018-19": Date(((2018,),), literal="Mar 2018-19"),
    "3/2018-19": Date(((2018,),), literal="3/2018-19"),
    "2018/2019 Mar": Date(((2018,),), literal="2018/2019 Mar"),
    "March 2018/2019": Date(((2018,),), literal="March 2018/2019"),
    "2018-2019 Mar": Date(
        ((2018,), (2019, 3)), literal="2018-2019 Mar"
    ),  # so a range is written that has no first month
    "2018 10-12": Date(((2018, 10), (2018, 12)), literal="2018 Oct-Dec"),
    "2018/10-12": Date(((2018, 10), (2018, 12)), literal="2018 Oct-Dec"),
    "2018 3/4": Date(((2018, 3), (2018, 4)), literal="2018 Mar-Apr"),
    "2018/03/05": Date(((2018, 3, 5),)),
}
_PLACES = {
    "a.bib": "@misc{{a, title={{A}}, date={{{}}}}}",
    "a.ris": "TY  - JOUR\nID  - a\nTI  - A\nDA  - {}\nER  - \n",
    "b.ris": "TY  - JOUR\nID  - a\nTI  - A\nY1  - {}\nER  - \n",
    "a.enw": "%0 Book\n%T A\n%D {}\n",
    "a.json": '[{{"id": "a", "type": "book", "title": "A", "issued": {{"raw": "{}"}}}}]',
    "b.json": '[{{"id": "a", "type": "book", "title": "A", "issued": {{"literal": "{}"}}}}]',
    "a.csv": "title,author,date\nA title,Doe J,{}\n",
    "a.nbib": "PMID- 1\nTI  - A\nDP  - {}\n",
}


@pytest.mark.parametrize("name", _PLACES)
@pytest.mark.parametrize("text", _WHOLE)
def test_a_date_that_names_its_year_is_the_same_in_every_format(text: str, name: str) -> None:
    (read,), _ = exchange.read(_PLACES[name].format(text), name)
    assert read.fields.issued == _WHOLE[text]


@pytest.mark.parametrize(
    "read",
    [
        lambda day: _issued(f"year=2018, month={{{day}}}"),
        lambda day: exchange.read(f"%0 Book\n%T A\n%D 2018\n%8 {day}\n", "a.enw")[0][0].fields.issued,
        lambda day: exchange.read(f'title,author,year,month\nA,Doe J,2018,"{day}"\n', "a.csv")[0][0].fields.issued,
        lambda day: ris_dates.issued(["2018", day]),
    ],
)
def test_a_day_beside_its_year_is_no_double_issue_where_it_names_the_year_again(
    read: Callable[[str], Date | None],
) -> None:
    assert read("03/04/2018") == read("2018, 03/04") == Date(((2018,),), literal="2018, 03/04")
    assert read("28/03/2018") == read("2018-03-28T10:00:00") == Date(((2018, 3, 28),))
    assert read("11/12") == dates.whole(((2018, 11), (2018, 12)))


@pytest.mark.parametrize("years", ["1998/99", "1998–99", "1995–7", "1998--99", "1999–00"])
def test_a_year_cut_short_is_the_next_one_of_its_digits(years: str) -> None:
    last = {"1995–7": 1997, "1999–00": 2000}.get(years, 1999)
    assert dates.parse(years) == Date(((int(years[:4]),), (last,)), literal=years.replace("--", "–"))
    assert dates.parse(f"{years[:4]}-{years[:4]}") == Date(((int(years[:4]),),))


@pytest.mark.parametrize("zeros", ["2018/00/00", "2018/0/0", "2018/00", "2018//00", "2018/00/00/"])
def test_zeros_say_that_a_part_of_the_day_is_not_known(zeros: str) -> None:
    assert ris_dates.day(zeros) == Date(((2018,),))
    assert ris_dates.day("2018/03/00") == dated.beside("2018", "03/00") == Date(((2018, 3),))
    assert dated.beside("2018", "0") == dated.beside("2018", "00/00") == Date(((2018,),))
    assert edtf.read("2018-XX-05") is None


@pytest.mark.parametrize(
    ("year", "month"),
    [("2018", "12/5"), ("2018", "2018, 03/04"), ("2018/2019", "Winter"), ("2018", "13")],
)
def test_bibtex_has_the_words_of_a_date_beside_its_year(year: str, month: str) -> None:
    (read,), _ = bibtex_read.read(f"@article{{a, title={{A}}, year={{{year}}}, month={{{month}}}}}", "a.bib")
    assert read.fields.issued
    written = "".join(bibtex_write.write([("a", read)]))
    assert (f"year = {{{year}}}" in written, f"month = {{{month}}}" in written) == (True, True)


def test_a_day_of_a_field_of_its_own_that_is_none_is_not_lost() -> None:
    (read,), _ = bibtex_read.read("@article{a, title={A}, year=2019, month=feb, day=30}", "a.bib")
    assert (read.fields.issued, read.custom["day"]) == (Date(((2019, 2),)), "30")
    assert "day = {30}" in "".join(bibtex_write.write([("a", read)]))


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("03/15/2003", Date(((2003, 3, 15),))),
        ("03/2003", Date(((2003, 3),))),
        ("/2003", Date(((2003,),))),
        ("2003/Spring", Date(((2003,),), season="spring")),
        ("2003//Spring", Date(((2003,),), season="spring")),
        ("2003///Spring", Date(((2003,),), season="spring")),
        ("2003/5-6//", Date(((2003, 5), (2003, 6)), literal="2003 May-Jun")),
        ("2003/Mar-Apr", Date(((2003, 3), (2003, 4)), literal="2003 Mar-Apr")),
        ("2003/02/30/", Date(((2003,),), literal="2003 02/30")),
        ("2003/03/45", Date(((2003,),), literal="2003 03/45")),
        ("2003//5", Date(((2003,),), literal="2003//5")),
        ("2003/3/5", Date(((2003, 3, 5),))),
    ],
)
def test_a_date_of_ris_is_what_stands_between_its_slashes(written: str, date: Date) -> None:
    assert ris_dates.day(written) == date


def test_what_ris_says_beyond_a_day_stays() -> None:
    (read,), _ = exchange.read("TY  - JOUR\nTI  - A\nPY  - 2003/03/15/Epub\nER  - \n", "a.ris")
    assert (read.fields.issued, read.custom["PY"]) == (Date(((2003, 3, 15),)), "2003/03/15/Epub")


@pytest.mark.parametrize("beside", ["Mar 5", "5 Mar", "5 March", "March 5th", "15/3", "2018-03-05"])
def test_endnote_and_web_of_science_have_the_day_in_either_order(beside: str) -> None:
    day = 15 if beside == "15/3" else 5
    assert dated.beside("2018", beside) == Date(((2018, 3, day),))


_EDTF = (
    *("1543~", "1543-03~", "1543-21~", "1240~", "1999~/2003~", "2009/", "/2010", "2009-03/", "/2009-03-05", "2009~/"),
    *("2018-03/2018-05", "2018-03-28", "1999/2003"),
)


@pytest.mark.parametrize("written", _EDTF)
def test_a_date_of_biblatex_is_written_as_it_was_read(written: str) -> None:
    assert edtf.written(edtf.read(written)) == written


@pytest.mark.parametrize(
    ("written", "words", "circa"),
    [
        ("1543~", "[1543?]", True),
        ("1543?", "[1543?]", True),
        ("1543%", "[1543?]", True),
        ("2009/", "2009-", False),
        ("2009/..", "2009-", False),
        ("2009/open", "2009-", False),
        ("../2009", "until 2009", False),
        ("unknown/2009-03", "until 2009 Mar", False),
        ("2003-21/2003-22", "2003 Spring-2003 Summer", False),
        ("2018-03-28T10:00:00Z", "2018 Mar 28", False),
    ],
)
def test_what_is_uncertain_or_open_stays_so(written: str, words: str, circa: bool) -> None:
    found = edtf.read(written)
    assert found is not None and (dates.words(found), found.circa) == (words, circa)
    assert dates.parse(words) == found or "Spring" in words


@pytest.mark.parametrize(
    "written", ["", "..", "../..", "2018-13", "2018-02-30", "199X", "1/2/3", "in press", "2003/10"]
)
def test_what_is_no_date_of_biblatex_is_none(written: str) -> None:
    assert edtf.read(written) is None


@pytest.mark.parametrize("written", ["1543?", "1543%", "1999~/2003", "2009/..", "../2009", "2003-21/2003-22"])
def test_a_file_of_biblatex_keeps_the_date_as_it_stood(written: str) -> None:
    (read,), _ = bibtex_read.read(f"@book{{a, title={{A}}, date={{{written}}}}}", "a.bib")
    again = "".join(bibtex_write.write([("a", read)]))
    assert again.count("date = ") == 1 and f"date = {{{written}}}" in again
    assert bibtex_read.read(again, "a.bib")[0][0].fields == read.fields


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ({"date-parts": [[1543]], "circa": True}, Date(((1543,),), circa=True)),
        ({"date-parts": [["1543"]], "circa": "1"}, Date(((1543,),), circa=True)),
        ({"raw": "1543~"}, Date(((1543,),), circa=True)),
        ({"literal": "1543", "circa": 1}, Date(((1543,),), circa=True)),
        ("1543?", Date(((1543,),), circa=True)),
        ({"date-parts": [[2009], [0]]}, Date(((2009,),), literal="2009-")),
        ({"date-parts": [[2009, 3], [0, 0, 0]]}, Date(((2009, 3),), literal="2009 Mar-")),
        ("2009/..", Date(((2009,),), literal="2009-")),
    ],
)
def test_csl_says_what_is_uncertain_or_open_and_is_told_so_again(issued: object, date: Date) -> None:
    (read,), _ = csl.read(json.dumps([{"id": "a", "type": "book", "title": "A", "issued": issued}]), "a.json")
    assert (read.fields.issued, read.custom) == (date, {})
    written = csl_write.item("a", read)
    assert (written["issued"].get("circa", False), "custom" in written) == (date.circa, False)
    assert csl.record(written, "a", "a.json")[0].fields.issued == date


def test_a_day_that_no_calendar_has_is_no_part_of_a_date_of_csl_and_is_kept() -> None:
    written = {"id": "a", "type": "book", "title": "A", "issued": {"date-parts": [[2003, 2, 30]]}}
    (read,), _ = csl.read(json.dumps([written]), "a.json")
    assert (read.fields.issued, read.custom) == (Date(((2003, 2),)), {"issued": {"date-parts": [[2003, 2, 30]]}})


_DATES = (
    *(Date(((2019,),)), Date(((2019, 11),)), Date(((2019, 3, 5),)), Date(((2019,),), season="winter")),
    *(dates.whole(((2019, 1), (2019, 2))), dates.whole(((2019, 11, 30), (2019, 12, 2)))),
    *(dated.beside("2019", month.replace("~", " ")) for month in _UNSURE),
    *(edtf.read(written) for written in _EDTF),
)


@pytest.mark.parametrize("form", sorted(writers.WRITERS))
@pytest.mark.parametrize("issued", _DATES, ids=dates.words)
def test_every_date_comes_back_from_every_format(form: str, issued: Date) -> None:
    """What is more or less than a date may come back as the year, its words beside it."""
    made = record("library", "a.x#key2019", replace(fields(), issued=issued))
    written = writers.written([made], form).decode()
    (again,), _ = exchange.read(written, "a", form)
    beside = str(again.custom).endswith(f"{dates.words(issued).removeprefix('2019').lstrip(', ')}'}}")
    is_worded = not dates.is_understood(issued) and beside and again.fields.issued == Date(issued.date_parts)
    assert again.fields.issued == issued or is_worded, written


@pytest.mark.parametrize(
    ("year", "month", "day", "issued", "left"),
    [
        ("2019", "11", "5", Date(((2019, 11, 5),)), {}),
        ("2019", "Mar", "", Date(((2019, 3),)), {}),
        ("2019.0", "3.0", "9.0", Date(((2019, 3, 9),)), {}),
        ("2019", "Spring", "", Date(((2019,),), season="spring"), {}),
        ("2019", "2", "30", Date(((2019, 2),)), {"day": "30"}),
        ("2019", "", "7", Date(((2019,),)), {"day": "7"}),
        ("", "3", "9", None, {"month": "3", "day": "9"}),
    ],
)
def test_a_table_may_have_columns_of_months_and_days(
    year: str, month: str, day: str, issued: Date | None, left: dict[str, str]
) -> None:
    text = f'title,author,year,month,day\nAn invented title,"Doe, J",{year},{month},{day}\n'
    (read,), _ = exchange.read(text, "a.csv")
    assert (read.fields.issued, read.custom) == (issued, left)


@pytest.mark.parametrize(
    ("year", "words"), [("2018/19", "mar"), ("2009/10", "mar"), ("2018-19", "3"), ("2018-19", "Mar"), ("2018/19", "03")]
)
def test_two_years_and_a_month_are_no_day(year: str, words: str) -> None:
    assert dated.beside(year, words) == Date(((int(year[:4]),),), literal=f"{year} {words}")
    assert dated.read(f"{year} {words}") == Date(((int(year[:4]),),), literal=f"{year} {words}")


def test_a_tie_behind_a_year_says_that_it_is_approximate_and_within_it_is_a_blank() -> None:
    assert _issued("year={2018-03~}") == Date(((2018, 3),), circa=True)
    assert _issued("year={2018~Mar}") == Date(((2018, 3),))


@pytest.mark.parametrize(
    ("written", "words"), [("2018-19///Winter", "2018-19 Winter"), ("2018-2019/3//", "2018-2019 3")]
)
def test_a_span_of_years_is_the_year_of_ris_without_its_slashes(written: str, words: str) -> None:
    found = ris_dates.issued([written])
    assert found is not None and (found.year, found.literal) == (2018, words)
