"""The year of an issue beside that of an appearance online. Every work is invented."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from cluneal_lit import dates
from cluneal_lit.checks.agreement import settled
from cluneal_lit.citations.parse import parse
from cluneal_lit.model import Date, Dates, Record
from tests.made import citation, fields, record

TITLE = "Part-time golf and burnout among invented physicians"
KNOWN = record(said=fields(TITLE, "Quimby P, Orlov B", "2020", "Pain", "35", "478-485", "5"))


def day(text: str) -> Date | None:
    return dates.parse(text) if text else None


def is_year(reference: str, known: Record = KNOWN) -> bool:
    raw = f"Quimby P, Orlov B. {TITLE}. {reference}"
    return dict(settled(citation(raw, parse(raw).fields), known)).get("year") is None


@pytest.mark.parametrize(
    "online",
    [
        "Epub 2020 Feb 3.",
        "[Epub 2020 Feb 3]",
        "Epub ahead of print 3 February 2020.",
        "Published online 26 February 2020.",
        "Published online February 26, 2020.",
        "Available online 26 February 2020.",
        "First published: 2020.",
        "Online veröffentlicht am 26.02.2020.",
        "Mis en ligne le 26 février 2020.",
        "Publicado en línea el 26 de febrero de 2020.",
        "Pubblicato online il 26 febbraio 2020.",
        "Опубликовано онлайн 26.02.2020.",
    ],
)
def test_the_year_online_is_not_that_of_the_issue_which_stands_beside_it(online: str) -> None:
    for year, same in (("2017", False), ("2021", False), ("2020", True)):
        assert is_year(f"Pain. {year};35(5):478-85. {online}") == same


@pytest.mark.parametrize(
    "reference",
    [
        "Pain. 2020;35(5):478-85. Epub 2019 Dec 3.",
        "Pain. Epub 2020 Feb 3. doi:10.5555/x",
        "Pain. Published online February 26, 2020. doi:10.5555/x",
        "Pain. 2020 Feb 26 [Epub ahead of print]. doi:10.5555/x",
        "Pain [online first 2020]. Accessed 3 May 2021. doi:10.5555/x",
    ],
)
def test_a_year_online_that_stands_alone_is_the_works(reference: str) -> None:
    assert is_year(reference)


@pytest.mark.parametrize(
    ("printed", "online", "same"),
    [
        ("2021", "2020", {"2020", "2021"}),
        ("", "2020", {"2020", "2021", "2022"}),
        ("2020", "2019", {"2019", "2020"}),
        ("", "", {"2020"}),
    ],
)
def test_both_years_of_a_record_are_right_and_none_that_it_lacks_but_soon_after_online(
    printed: str, online: str, same: set[str]
) -> None:
    known = replace(KNOWN, dates=Dates(print=day(printed), electronic=day(online)))
    years = {"2017", "2018", "2019", "2020", "2021", "2022", "2023"}
    epub = online or "2020"
    assert {year for year in years if is_year(f"Pain. {year};35(5):478-85. Epub {epub} Feb 3.", known)} == same


@pytest.mark.parametrize(
    "note",
    [
        "Erratum in: Pain 2020;35(6):700.",
        "[Erratum, Pain 2020;35:700.]",
        "(published correction appears in Pain 2020;35:700)",
        "Comment in: Pain. 2020;35:700.",
        "Retraction in: Pain 2020;35:700.",
        "[erratum: Pain 2020;35:700]",
        "(Erratum published 2020, Pain, 35, 700)",
    ],
)
def test_the_year_of_a_notice_is_not_that_of_the_paper_which_stands_beside_it(note: str) -> None:
    for year, same in (("2017", False), ("2019", False), ("2020", True)):
        assert is_year(f"Pain. {year};35(5):478-85. {note}") == same
