"""What is written of a date is read back as the same date, in every format; and no date ends before it begins."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cluneal_lit import dates, days
from cluneal_lit.formats import csl_dates, dated, edtf, ris_dates, writers
from cluneal_lit.formats.writers import WRITERS
from cluneal_lit.model import Date, Record
from cluneal_lit.store import bibliographies

_BIBTEX = (
    *("year={2019}, month={dec/jan}", "year={2019}, month={Winter 2018/2019}", "year={2019}, month={Suppl}"),
    *("year={2019}, month={Presented 5 May 2018}", "year={2019/2020}", "year=2019, month={13}", "date={2009/}"),
    *("year={2019}, month={11/5}", "date={/2009}", "date={2003-21/2003-22}", "date={2003-23/2004-24}"),
    *("date={2004-21/2003-22}", "date={2020/2019}", "date={1543~/1550~}", "date={2019-12-30/2020-01-02}"),
    *("year={in press}", "year={2019}, month={marraskuu}", "year=2019, month={Dezember}", "year={2019-2018}"),
    *("date={2019-03}, year=2020", "date={2019-03-01}, year=2019, month=4", "date={1543?}", "year={2003//5}"),
    *("date={03/04/2018}", "date={12/11/2018}", "year={2018/19}", "date={2018-19}", "year={2018/2019}, month={Winter}"),
    *("year={2018/19}, month={Winter}", "year=2018, month={5-6-2018}", "year={1999--00}", "date={2018-05-XX}"),
    *("year={28/03/2018}", "year={28. März 2018}, month=mar", "year={Spring, 2018}", "year={2018a}, month=mar"),
    *("year={28--30 March 2018}", "year={2018.03.28}", "year={Mar-Apr 2018}", "year=2018, month={WIN}"),
    *("year={2019},month={30 Nov -- 2 Dec}", "year={2019}, month={Spring/Summer}", "date={March 2019}, year=2019"),
)
_CSL: tuple[dict[str, object], ...] = (
    {"date-parts": [[2018], [2019]], "season": 4},
    {"date-parts": [[2018, 12], [2019, 2]], "season": 4},
    {"date-parts": [[-44, 3, 15]]},
    {"date-parts": [[-100], [44]]},
    {"date-parts": [[0], [2009]]},
    {"date-parts": [[2009, 3], [0]]},
    {"date-parts": [["in press"]]},
    {"date-parts": [[2019, 3]], "season": 1},
    {"date-parts": [[2019, 12], [2019, 1]]},
)
_RIS = (
    *("PY  - 2020\nDA  - 13 May", "PY  - 2019\nDA  - 2019///Suppl", "PY  - 2019\nDA  - 2019/2020", "DA  - 13 May"),
    *("PY  - 2019\nDA  - 2019////2020", "PY  - 2019\nDA  - 2019/03//Mar/Apr2019", "Y1  - 2019/2020"),
    *(
        "Y1  - 03/04/2018",
        "PY  - 2018\nDA  - 11/12/2018",
        "PY  - 2018/19",
        "PY  - 2018\nDA  - 2018/00/00",
        "Y1  - 1543~",
    ),
    *("PY  - 2003\nDA  - 2003/03/15/Epub", "PY  - 2003\nDA  - 2004/03/15", "PY  - 2003\nDA  - 2003//5"),
    *("PY  - 1999/00", "PY  - 1999/0", "PY  - 2018\nDA  - 2018/03/28 10:22", "PY  - 2018\nDA  - FAL"),
)
_CSV = (
    "2018/2019,Winter,",
    "2018a,March,",
    "in press,March,",
    "2018-03-28 10:22:00,,",
    "circa 1950,3,5",
    "2018--2019,,",
)
_WOS = (
    "PD WIN\nPY 2018",
    "PD DEC-JAN\nPY 2018",
    "PD SPR-SUM\nPY 2018",
    "PD 1ST QUARTER\nPY 2018",
    "PD 28 MAR\nPY 2018",
)
_SOURCES = (
    *(("a.bib", f"@misc{{a, title={{T}}, {written}}}") for written in _BIBTEX),
    *(("a.json", json.dumps([{"id": "a", "type": "book", "title": "T", "issued": issued}])) for issued in _CSL),
    *(("a.csv", f"title,year,month,day\nT,{cells}\n") for cells in _CSV),
    *(("a.txt", f"FN Clarivate\nPT J\nTI T\nSO J\n{tags}\nER\n\nEF\n") for tags in _WOS),
    *(("a.ris", f"TY  - JOUR\nID  - a\nTI  - T\n{written}\nER  - \n") for written in _RIS),
)


def _read(name: str, text: str) -> Record:
    ((record,), _) = bibliographies.read(text.encode(), name)
    return record


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize(("name", "text"), _SOURCES)
def test_a_date_comes_back_from_every_format(name: str, text: str, form: str) -> None:
    record = _read(name, text)
    written = writers.written([record], form).decode()
    again = _read(f"b{WRITERS[form].suffix}", written)
    assert again.fields.issued == record.fields.issued
    assert writers.written([again], form).decode() == written


@pytest.mark.parametrize(
    ("name", "source", "words", "said"),
    [
        ("a.bib", _BIBTEX[1], "2019 Winter 2018/2019", ""),
        ("a.bib", "date={2019}, month=mar", "2019 Mar", ""),
        ("a.bib", "date={2019-03}, year=2020", "2019 Mar", "year beside date: 2020"),
        ("a.bib", "date={2019-03-01}, year=2019, month=4", "2019 Mar 1", "month beside date: 4"),
        ("a.ris", "PY  - 2019\nDA  - MAR 15", "2019 Mar 15", ""),
        ("a.ris", "PY  - 2019\nDA  - 2019/03//Mar/Apr2019", "2019 Mar/Apr", ""),
        ("a.ris", "PY  - 2003\nDA  - 2003/03/15/Epub", "2003 Mar 15", "DA: 2003/03/15/Epub"),
        ("a.ris", "PY  - 2003\nDA  - 2004/03/15", "2003", "DA: 2004/03/15"),
        ("a.json", '{"date-parts": [[2018], [2019]], "season": 4}', "2018-2019 Winter", ""),
        ("a.json", '{"date-parts": [[-44, 3]]}', "44 BC Mar", ""),
        ("a.json", '{"date-parts": [[0], [2009]]}', "until 2009", ""),
        ("a.json", '{"date-parts": [[2009]], "circa": "false"}', "2009", ""),
        ("a.json", '{"date-parts": [["in press"]]}', "", "issued: "),
        ("a.json", '{"date-parts": [[2019, 3]], "season": 1}', "2019 Mar", "issued: "),
    ],
)
def test_what_is_said_beyond_the_date_goes_into_the_note_and_nothing_else(
    name: str, source: str, words: str, said: str
) -> None:
    text = {
        "a.bib": f"@article{{a, title={{T}}, {source}}}",
        "a.ris": f"TY  - JOUR\nID  - a\nTI  - T\n{source}\nER  - \n",
        "a.json": f'[{{"id": "a", "type": "article-journal", "title": "T", "issued": {source}}}]',
    }[name]
    record = _read(name, text)
    written = writers.written([record], "nbib").decode()
    assert dates.words(record.fields.issued) == words
    assert ("GN  - " in written, f"GN  - {said}" in written) == (bool(said), bool(said))


_DAY = st.one_of(
    st.tuples(st.integers(1900, 2030)),
    st.tuples(st.integers(1900, 2030), st.integers(1, 12)),
    st.tuples(st.integers(1900, 2030), st.integers(1, 12), st.integers(1, 28)),
)


def _dashed(day: tuple[int, ...]) -> str:
    return "-".join(f"{part:02}" for part in day)


@settings(max_examples=200, deadline=None)
@given(_DAY, _DAY)
def test_no_range_ends_before_it_begins(first: tuple[int, ...], last: tuple[int, ...]) -> None:
    said = dates.words(Date((first,))), dates.words(Date((last,)))
    read = csl_dates.date({"date-parts": [[*first], [*last]]})
    found = [
        edtf.read(f"{_dashed(first)}/{_dashed(last)}"),
        dates.parse("-".join(said)),
        dates.parse("/".join(said)),
        ris_dates.issued([str(first[0]), "/".join(map(str, first)), "-".join(said)]),
        dated.beside(str(first[0]), "-".join(said).removeprefix(str(first[0]))),
        read[0] if read else None,
    ]
    assert all(one is not None and days.earliest(one) <= days.latest(one) for one in found)
    assert all(one is not None and one.year == first[0] for one in found)


@pytest.mark.parametrize("word", ["marraskuu", "augmented", "Junction", "Mayor", "Decision"])
def test_a_word_that_begins_as_a_month_is_none(word: str) -> None:
    found = dated.beside("2019", word)
    assert found == dates.parse(f"2019 {word}") == Date(((2019,),), literal=f"2019 {word}")


@pytest.mark.parametrize(
    ("word", "month"), [("Sept.", 9), ("März", 3), ("Mai", 5), ("Dez.", 12), ("août", 8), ("mrt", 3), ("Janu", 1)]
)
def test_a_month_is_itself_in_the_languages_of_references(word: str, month: int) -> None:
    assert dated.beside("2019", word) == Date(((2019, month),))


@pytest.mark.parametrize(
    ("tags", "words"),
    [
        ("PD WIN\nPY 2018", "2018 Winter"),
        ("PD FAL\nPY 2018", "2018 Autumn"),
        ("PD SPR-SUM\nPY 2018", "2018 Spring-Summer"),
        ("PD DEC-JAN\nPY 2018", "2018 Dec-Jan"),
        ("PD 1ST QUARTER\nPY 2018", "2018 1ST Quarter"),
        ("PD MAR 28\nPY 2018", "2018 Mar 28"),
        ("PD MAR", "Mar"),
    ],
)
def test_the_words_beside_a_year_of_web_of_science_stay(tags: str, words: str) -> None:
    record = _read("a.txt", f"FN Clarivate\nPT J\nTI T\nSO J\n{tags}\nER\n\nEF\n")
    assert dates.words(record.fields.issued) == words


@pytest.mark.parametrize(
    ("cells", "words", "left"),
    [
        ("2018/2019,Winter,", "2018/2019 Winter", {}),
        ("2018a,3,", "2018a Mar", {}),
        ("in press,March,", "in press March", {}),
        ("Mar-Apr 2018,March,", "2018 Mar-Apr", {}),
        ("circa 1950,3,5", "[1950 Mar 5?]", {}),
        ("2018a,March,5", "2018a March", {"day": "5"}),
        (",March,", "", {"month": "March"}),
        ("2018-03-28 10:22:00,3,28", "2018 Mar 28", {}),
    ],
)
def test_the_month_of_a_table_stays(cells: str, words: str, left: dict[str, str]) -> None:
    record = _read("a.csv", f"title,year,month,day\nT,{cells}\n")
    assert dates.words(record.fields.issued) == words
    assert {word: record.custom[word] for word in ("month", "day") if word in record.custom} == left


_DAYS = ("28/03/2018", "28. März 2018", "28 March 2018", "2018.03.28", "2018-03-28 10:22", "2018/03/28 10:22:00")


@pytest.mark.parametrize("written", _DAYS)
def test_a_whole_day_is_the_same_in_every_field(written: str) -> None:
    texts = {
        "a.bib": f"@misc{{a, title={{T}}, year={{{written}}}}}",
        "b.bib": f"@misc{{a, title={{T}}, year={{{written}}}, month=mar}}",
        "c.bib": f"@misc{{a, title={{T}}, date={{{written}}}}}",
        "a.ris": f"TY  - JOUR\nTI  - T\nPY  - {written}\nER  - \n",
        "b.ris": f"TY  - JOUR\nTI  - T\nPY  - 2018\nDA  - {written}\nER  - \n",
        "a.csv": f"title,year\nT,{written}\n",
        "b.csv": f"title,year,date\nT,2018,{written}\n",
        "a.json": json.dumps([{"id": "a", "type": "book", "title": "T", "issued": {"raw": written}}]),
    }
    for name, text in texts.items():
        assert _read(name, text).fields.issued == Date(((2018, 3, 28),)), name


@pytest.mark.parametrize("written", ["2018--2019", "2018–2019", "2018-2019", "2018/2019", "2018--19"])
def test_two_years_are_two_years_with_every_sign(written: str) -> None:
    found = dates.parse(written)
    assert found and found.date_parts == ((2018,), (2019,))
