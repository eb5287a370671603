"""Real records that break a naive reader, each with what it must say.

The quirks that have a test of their own stand in test_pubmed_article.py, test_pubmed_fields.py and
test_crossref_work.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cluneal_lit.model import Date, Ids, Name, Record
from cluneal_lit.names import ET_AL
from tests.sources.recorded import SAMPLE, pubmed_record, recorded_work


def families(found: Record) -> list[str]:
    return [name.literal or name.family for name in found.fields.author]


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("biopython_pubmed1.xml#12091962", Ids(pmid="12091962")),
        ("fatcat_31393839.xml#31393839", Ids(pmid="31393839")),
        ("DSpace_15117179.xml#15117179", Ids(pmid="15117179", doi="10.1021/ac0354342")),
        ("eutils_23121403.xml#23121403", Ids(pmid="23121403", doi="10.1056/nejmoa1210384")),
        ("biopython_pubmed1.xml#9997", Ids(pmid="9997", doi="10.1016/0005-2795(76)90109-4")),
        (f"{SAMPLE}#9885794", Ids(pmid="9885794", doi="10.1016/s0893-133x(98)00041-4")),
    ],
)
def test_identifiers_are_those_at_the_documented_place(shared: Path, name: str, ids: Ids) -> None:
    assert pubmed_record(shared, *name.split("#")).ids == ids


@pytest.mark.parametrize(
    ("name", "issued"),
    [
        ("biopython_pubmed1.xml#12091962", Date(((1990,),), season="spring")),
        (f"{SAMPLE}#973217", Date(((1976,),), season="autumn")),
        (f"{SAMPLE}#30426925", Date(((2018, 11, 14),))),
        ("biopython_27797938.xml#27797938", Date(((2017, 6),))),
    ],
)
def test_seasons_and_months_by_name_or_number_are_dates(shared: Path, name: str, issued: Date) -> None:
    assert pubmed_record(shared, *name.split("#")).fields.issued == issued


def test_print_and_electronic_year_differ(shared: Path) -> None:
    dates = pubmed_record(shared, SAMPLE, "10854512").dates
    assert dates and (dates.print, dates.electronic) == (Date(((2000, 1),)), Date(((1999, 11, 25),)))


def test_a_group_may_be_the_only_author(shared: Path) -> None:
    group = "Guideline Development Panel for the Treatment of Depressive Disorders"
    assert pubmed_record(shared, "metapub_34843274.xml", "34843274").fields.author == (Name(literal=group),)


@pytest.mark.parametrize("name", [f"{SAMPLE}#1669026", "metapub_38962805.xml#38962805"])
def test_an_article_may_have_no_authors(shared: Path, name: str) -> None:
    assert pubmed_record(shared, *name.split("#")).fields.author == ()


def test_a_list_that_was_cut_off_says_so(shared: Path) -> None:
    assert pubmed_record(shared, SAMPLE, "1875346").fields.author[-1] == ET_AL


@pytest.mark.parametrize(("name", "count"), [(f"{SAMPLE}#11909345", 621), ("sul_pub_26430984.xml#26430984", 474)])
def test_hundreds_of_authors_are_all_there(shared: Path, name: str, count: int) -> None:
    assert len(pubmed_record(shared, *name.split("#")).fields.author) == count


def test_a_particle_belongs_to_the_family_name(shared: Path) -> None:
    assert families(pubmed_record(shared, "jcore-base_18439884.xml", "18439884")) == ["di Mario", "Cavallaro"]


def test_investigators_stay_out_in_old_records_too(shared: Path) -> None:
    assert len(pubmed_record(shared, SAMPLE, "11537092").fields.author) == 3


def test_a_journal_may_have_no_issn(shared: Path) -> None:
    for name in (f"{SAMPLE}#5757641", "metapub_11636720.xml#11636720"):
        assert pubmed_record(shared, *name.split("#")).issn == ()


def test_a_transliterated_title_is_the_original_title(shared: Path) -> None:
    title = "O vliianii neposredstvennogo razdrazheniia gippokampa na reflektornye reaktsii zhivotnykh"
    assert pubmed_record(shared, SAMPLE, "5757641").fields.original_title == title


def test_an_empty_pagination_and_an_empty_abstract_are_none(shared: Path) -> None:
    pages = pubmed_record(shared, "jcore-base_18439884.xml", "18439884").pages
    assert (pages, pubmed_record(shared, "jcore-base_27805344.xml", "27805344").abstract) == (None, ())


def test_an_abstract_in_another_language_is_an_other_abstract(shared: Path) -> None:
    (other,) = pubmed_record(shared, SAMPLE, "23326248").other_abstracts
    assert (other.language, other.kind, other.sections[0].text[:6]) == ("de", "Publisher", "Obwohl")


@pytest.mark.parametrize(
    ("name", "tie"),
    [
        (f"{SAMPLE}#9505772", ("correction", "in", Ids())),
        ("jcore-base_15915368.xml#15915368", ("comment", "in", Ids(pmid="15843872"))),
        ("metapub_38962805.xml#38962805", ("correction", "of", Ids("38446048", doi="10.1080/09540121.2024.2308745"))),
        ("metapub_36156117.xml#36156117", ("update", "of", Ids("35794888", doi="10.21203/rs.3.rs-1800050/v1"))),
        (f"{SAMPLE}#11034741", ("update", "in", Ids(pmid="11406024"))),
    ],
)
def test_ties_between_works_have_a_direction_and_may_have_no_pmid(
    shared: Path, name: str, tie: tuple[str, str, Ids]
) -> None:
    first = pubmed_record(shared, *name.split("#")).relations[0]
    assert (first.kind, first.direction, first.ids) == tie


def test_a_date_without_a_year_is_none_at_crossref(shared: Path) -> None:
    found = recorded_work(shared, "fatcat_crossref_api_works.json", "10.1109/infvis.2005.1532150")
    assert (found.fields.issued, found.fields.event_title) == (
        None,
        "IEEE Symposium on Information Visualization, 2005. INFOVIS 2005.",
    )


def test_a_title_in_cyrillic_stands_beside_the_translated_one(shared: Path) -> None:
    found = recorded_work(shared, "DSpace_crossRef-test.json", "10.26693/jmbs01.02.184").fields
    assert (found.title[:18], found.original_title[:4]) == ("State of Awareness", "СТАН")


def test_an_author_who_says_nothing_is_none(shared: Path) -> None:
    found = recorded_work(shared, "habanero_test_cursor_max_2.json", "10.31390/gradschool_theses.6125")
    assert all(name != Name() for name in found.fields.author)
